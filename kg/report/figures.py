"""The figures of an archive: tables that are counted from its facts in one pass each, sorted, the greatest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from types import MappingProxyType

from kg.report.reading import KINDS, Archive

__all__ = ["Grid", "Row", "by_kind", "central", "citing", "leaders", "overview", "pairs", "sectors"]

_ACTS = {"Visit", "Meeting", "Agreement", "Cooperation", "Statement", "Act", "Appointment"}
"""What people do, and is not just so."""
_DOERS = {"visitor", "participant", "party", "speaker", "person", "actor", "member"}
_TIES = {"Visit", "Meeting", "Agreement", "Cooperation", "Act", "Membership", "Tenure"}
_SAMPLE = 200
"""So many nodes stand for all in betweenness, whose time would else grow with the square of the network."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Numbers by two names: `rows` and `columns` with their labels, `numbers[row][column]`."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    numbers: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody in the network: in how many facts they are tied to others, to how many others, and the share of the
    shortest ways between others that lead through them (betweenness; L. Freeman 1977).
    """

    name: str
    class_: str
    facts: int
    ties: int
    betweenness: float


def overview(archive: Archive) -> dict[str, int]:
    """How much there is: articles, publishers, facts, people, countries, bodies."""
    seen = {iri for fact in archive.facts for _, iri in fact.parties}
    classes = Counter(archive.classes.get(iri) for iri in seen)
    return {
        "articles": len(archive.articles),
        "publishers": len({fact.publisher for fact in archive.facts} - {None}),
        "facts": len(archive.facts),
        "people": classes["Person"],
        "countries": classes["Country"],
        "bodies": classes["RegionalBody"],
    }


def by_kind(archive: Archive) -> Grid:
    """The facts of each kind, by modality."""
    counts = Counter((fact.kind, fact.modality or "actual") for fact in archive.facts)
    kinds = [kind for kind in KINDS if any(kind == one for one, _ in counts)]
    return _grid(counts, kinds, ("actual", "planned", "proposed", "denied"))


def leaders(archive: Archive, most: int = 15) -> Grid:
    """The people who do most, by what they do."""
    counts: Counter[tuple[str, str]] = Counter()
    for fact in archive.facts:
        if fact.kind in _ACTS and fact.actual:
            for person in {iri for role, iri in fact.parties if role in _DOERS}:
                if archive.classes.get(person) == "Person":
                    counts[person, fact.kind] += 1
    people = _most((person for person, _ in counts.elements()), most)
    return _grid(counts, people, [kind for kind in KINDS if kind in _ACTS], archive.names)


def pairs(archive: Archive, most: int = 12) -> Grid:
    """The countries that have most to do with each other, by month; people stand for where they hold office."""
    home = archive.countries()
    counts: Counter[tuple[str, str]] = Counter()
    for fact in archive.facts:
        if fact.kind in _TIES - {"Membership", "Tenure"} and fact.actual and fact.month:
            states = {home.get(iri, iri) for _, iri in fact.parties}
            named = sorted(archive.names.get(one, one) for one in states if archive.classes.get(one) == "Country")
            for pair in combinations(named, 2):
                counts[" – ".join(pair), fact.month] += 1
    return _grid(counts, _most((pair for pair, _ in counts.elements()), most), _months(month for _, month in counts))


def sectors(archive: Archive, most: int = 12) -> Grid:
    """The sectors of which most is told, whether it is or is planned, by month."""
    counts: Counter[tuple[str, str]] = Counter()
    for fact in archive.facts:
        if fact.month and fact.modality != "denied":
            counts.update((sector, fact.month) for sector in fact.sectors)
    rows = _most((sector for sector, _ in counts.elements()), most)
    return _grid(counts, rows, _months(month for _, month in counts), archive.names)


def citing(archive: Archive, most: int = 15) -> Grid:
    """Whom the publishers cite most."""
    counts: Counter[tuple[str, str]] = Counter()
    for fact in archive.facts:
        if fact.kind == "Statement":
            publisher = fact.publisher or "unknown"
            counts.update((speaker, publisher) for role, speaker in fact.parties if role == "speaker")
    rows = _most((speaker for speaker, _ in counts.elements()), most)
    columns = _most((publisher for _, publisher in counts.elements()), most)
    return _grid(counts, rows, columns, archive.names)


def central(archive: Archive, most: int = 15) -> list[Row]:
    """Those in the middle of the network of people, countries, places, bodies and organisations."""
    import networkx as nx

    network = nx.Graph()
    for (one, other), times in sorted(Counter(_ties(archive)).items()):
        network.add_edge(one, other, times=times)
    between = nx.betweenness_centrality(network, k=_SAMPLE if len(network) > _SAMPLE else None, seed=0)
    facts = dict(network.degree(weight="times"))
    first = sorted(network, key=lambda node: (-facts[node], node))[:most]
    return [
        Row(archive.names.get(node, node), archive.classes[node], facts[node], network.degree(node), between[node])
        for node in first
    ]


def _ties(archive: Archive) -> Iterator[tuple[str, str]]:
    """Each two who have to do with each other in an actual fact."""
    for fact in archive.facts:
        if fact.kind in _TIES and fact.actual:
            ends = sorted({iri for _, iri in fact.parties if archive.classes.get(iri) not in (None, "Sector", "Event")})
            yield from combinations(ends, 2)


def _most(names: Iterable[str], most: int) -> list[str]:
    return [name for name, _ in sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0]))[:most]]


def _months(found: Iterable[str]) -> list[str]:
    """All months from the first to the last, so that none is missing between them."""
    some = sorted(set(found))
    if not some:
        return []
    (first, start), (last, end) = ((int(month[:4]), int(month[5:])) for month in (some[0], some[-1]))
    every = (f"{year}-{month:02}" for year, month in product(range(first, last + 1), range(1, 13)))
    months = [month for month in every if f"{first}-{start:02}" <= month <= f"{last}-{end:02}"]
    return months if len(months) <= 60 else some


def _grid(
    counts: Counter[tuple[str, str]],
    rows: Iterable[str],
    columns: Iterable[str],
    names: Mapping[str, str] = MappingProxyType({}),
) -> Grid:
    """Counts by rows and columns, which are called by their names, if they have some."""
    rows, columns = list(rows), list(columns)
    return Grid(
        tuple(names.get(row, row) for row in rows),
        tuple(names.get(column, column) for column in columns),
        tuple(tuple(counts[row, column] for column in columns) for row in rows),
    )
