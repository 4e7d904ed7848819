"""Missed and spurious rows, told for people: what each says, by names, and the words that say it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from kg.eval.gold import Row
from kg.eval.outcomes import Outcome

__all__ = ["Error", "errors"]

_NOT_TOLD = {"type", "id", "iri", "labels", "sameAs", "mentions", "wikidata", "evidence", "rule", "confidence"}


@dataclass(frozen=True, slots=True)
class Error:
    """A row of the gold that was missed, or a row that was found and is not in the gold.

    `says` holds what the row says, without what it leaves open; `words` are its evidence.
    """

    article: str
    fault: Literal["missed", "spurious"]
    type: str
    says: dict[str, str]
    words: str


def errors(outcomes: Iterable[Outcome]) -> Iterator[Error]:
    """The errors of each outcome: what was missed, then what is spurious."""
    for o in outcomes:
        names = {identity: row["label"] for identity, row in o.gold.entities.items()}
        for row in o.missed:
            yield _error(o, "missed", row, names)
        for found in o.spurious:
            yield _error(o, "spurious", found.row, {})


def _error(o: Outcome, fault: Literal["missed", "spurious"], row: Row, names: dict[str, str]) -> Error:
    says = {key: told for key, value in row.items() if key not in _NOT_TOLD and (told := _told(value, names))}
    evidence = row.get("evidence")
    words = evidence.get("text") if isinstance(evidence, dict) else evidence
    return Error(o.gold.name, fault, o.type, says, " ".join((words or "").split()))


def _told(value: Any, names: dict[str, str]) -> str:
    """A value by names: those of entities in rows, and those that ids of the gold have in `names`."""
    match value:
        case None:
            return ""
        case list():
            return "; ".join(_told(one, names) for one in value)
        case {"label": label}:
            return str(label)
        case str():
            return names.get(value, value)
    return str(value)
