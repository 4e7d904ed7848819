"""An archive as its facts, one by one: what the figures are counted from.

The questions join only what a single article says, and look names up apart: in a store each article's graph says again
what an entity is, and a join over that would grow with the square of the articles.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.rdf.namespaces import KG
from kg.store import Graph, select, store_of

__all__ = ["CLASSES", "KINDS", "ROLES", "Archive", "Told", "read"]

KINDS = (
    "Visit", "Meeting", "Agreement", "Cooperation", "Statement", "Act", "Appointment", "Membership", "Measurement",
    "Tenure",
)  # fmt: skip
"""The classes of facts, in the order in which they are told."""

ROLES = (
    "visitor", "destination", "country", "participant", "party", "speaker", "member", "body", "about", "person",
    "holder", "of", "actor", "target",
)  # fmt: skip
CLASSES = ("Person", "Country", "Place", "RegionalBody", "Organization", "Event", "Sector")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])(?!\d)")


@dataclass(frozen=True, slots=True)
class Told:
    """One fact as an article tells it.

    `kind` is its class, `month` (YYYY-MM) that of the event, if it is told, else that in which the article appeared, or
    None; `parties` are pairs of role and IRI, sorted; `modality` is None for facts that have none.
    """

    kind: str
    article: str
    publisher: str | None
    month: str | None
    parties: tuple[tuple[str, str], ...]
    sectors: tuple[str, ...]
    modality: str | None

    @property
    def actual(self) -> bool:
        """Whether it is so, or happened."""
        return self.modality in (None, "actual")


@dataclass(frozen=True, slots=True)
class Archive:
    """The facts of an archive, sorted; its articles with their months; the name and class of each entity by its IRI."""

    facts: tuple[Told, ...]
    articles: dict[str, str | None]
    names: dict[str, str]
    classes: dict[str, str]

    def countries(self) -> dict[str, str]:
        """The country in which each person holds an office: in most of the articles that say so."""
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for fact in self.facts:
            if fact.kind == "Tenure":
                roles = dict(fact.parties)
                of = roles.get("of", "")
                if self.classes.get(of) == "Country" and "holder" in roles:
                    found[roles["holder"]][of] += 1
        return {person: min(of, key=lambda one: (-of[one], one)) for person, of in found.items()}


def read(graph: Graph) -> Archive:
    """All that the figures need of a graph. Raises KgError where it cannot be read."""
    store = store_of(graph)
    publishers = _values(store, "SELECT ?iri ?publisher { ?iri a :Article ; dc:publisher ?publisher }")
    issued = _values(store, "SELECT ?iri ?day { ?iri a :Article ; dcterms:issued ?day }")
    articles = {iri: _month(issued.get(iri, "")) for (iri,) in sorted(_rows(store, "SELECT ?iri { ?iri a :Article }"))}
    homes = {row[0]: row[1] for row in _rows(store, _HOMES) if row[1] in articles}
    modalities = _values(store, "SELECT ?fact ?modality { ?fact :hasModality ?modality }")
    days = _values(store, "SELECT ?fact ?day { ?fact :date|:startDate ?day }")
    parties, sectors = _parties(store), _sectors(store)
    facts = (
        Told(
            kind=kind,
            article=homes[fact],
            publisher=publishers.get(homes[fact]),
            month=_month(days.get(fact, "")) or articles[homes[fact]],
            parties=tuple(sorted(parties[fact])),
            sectors=tuple(sorted(sectors[fact])),
            modality=modalities[fact].removeprefix(KG) if fact in modalities else None,
        )
        for fact, kind in sorted(set(_typed(store, KINDS)))
        if fact in homes
    )
    names = _values(store, "SELECT DISTINCT ?iri ?name { ?iri rdfs:label ?name }")
    return Archive(tuple(facts), articles, names, dict(sorted(_typed(store, CLASSES))))


_HOMES = "SELECT ?fact ?article { ?fact :rule ?rule ; prov:wasDerivedFrom ?article }"


def _rows(store: ox.Store, sparql: str) -> Iterator[tuple[str, ...]]:
    """The rows that answer a question, each value as text."""
    for row in select(store, sparql):
        yield tuple(str(getattr(value, "value", "")) for value in row)


def _values(store: ox.Store, sparql: str) -> dict[str, str]:
    """The second column of an answer by the first; where there are several values, the least."""
    return {row[0]: row[1] for row in sorted(_rows(store, sparql), reverse=True)}


def _typed(store: ox.Store, classes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The individuals of classes with their class."""
    for class_ in classes:
        for (iri,) in _rows(store, f"SELECT DISTINCT ?iri {{ ?iri a :{class_} }}"):
            yield iri, class_


def _parties(store: ox.Store) -> defaultdict[str, set[tuple[str, str]]]:
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for role in ROLES:
        for fact, party in _rows(store, f"SELECT ?fact ?party {{ ?fact :{role} ?party }}"):
            found[fact].add((role, party))
    return found


def _sectors(store: ox.Store) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for fact, sector in _rows(store, "SELECT ?fact ?sector { ?fact :sector ?sector }"):
        found[fact].add(sector)
    return found


def _month(day: str) -> str | None:
    """The month of a day or month (YYYY-MM-DD, YYYY-MM); None for what tells no month."""
    return day[:7] if _MONTH.match(day) else None
