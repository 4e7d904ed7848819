"""What became of the rows of an article: which are right, which of the gold were missed, which are spurious."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.eval.gold import SCORED, Gold, Row
from kg.eval.likeness import LIKENESS
from kg.eval.resolving import Kin, Resolver

__all__ = ["Found", "Outcome", "compare"]

# Sectors and events are parts of facts; whether they are right shows there.
_CLASSES = frozenset({"Person", "Country", "Place", "RegionalBody", "Organization"})


@dataclass(frozen=True, slots=True)
class Found:
    """A row as it was found, and the same with the gold's ids in place of entities."""

    row: Row
    ids: Row


@dataclass(frozen=True, slots=True)
class Outcome:
    """The rows of one type in one article: the right ones with what they are in the gold, the missed, the spurious."""

    type: str
    gold: Gold
    right: tuple[tuple[Row, Found], ...]
    missed: tuple[Row, ...]
    spurious: tuple[Found, ...]


def compare(gold: Gold, rows: Iterable[Row], kin: Kin) -> Iterator[Outcome]:
    """What became of the rows that were found in the gold's article, type by type. `kin` are the sectors' relatives.

    Rows of other types than SCORED do not count.
    """
    resolver = Resolver(gold, kin)
    found = [Found(row, resolver.row(row)) for row in rows if row["type"] in SCORED and _counts(row)]
    wanted = [row for row in (*gold.entities.values(), *gold.facts) if _counts(row)]
    for kind in SCORED:
        yield _outcome(
            kind, gold, [row for row in wanted if row["type"] == kind], [f for f in found if f.row["type"] == kind]
        )


def _counts(row: Row) -> bool:
    return row["type"] != "entity" or row.get("class") in _CLASSES


def _outcome(kind: str, gold: Gold, wanted: Sequence[Row], found: Sequence[Found]) -> Outcome:
    """Pair facts of the gold with rows, the most alike first, each once; among equals, in their order."""
    like = LIKENESS[kind]
    scores = [(like(fact, f.ids), i, j) for i, fact in enumerate(wanted) for j, f in enumerate(found)]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in sorted(scores, key=lambda s: (-s[0], s[1], s[2])):
        if score > 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return Outcome(
        kind,
        gold,
        right=tuple((wanted[i], found[j]) for i, j in pairs.items()),
        missed=tuple(fact for i, fact in enumerate(wanted) if i not in pairs),
        spurious=tuple(f for j, f in enumerate(found) if j not in taken),
    )
