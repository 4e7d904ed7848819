"""When a row that was found says the same as a fact of the gold, type by type.

Each function takes a fact of the gold and a found row in which `kg.eval.resolving` has put the gold's ids in place of
entities, and gives how alike the two are: 0 is not right; where several are right, the pair that is most alike counts.
"""

import re
from collections.abc import Callable, Set
from typing import Any

from kg.eval.gold import Row

__all__ = ["LIKENESS", "name_key"]

_POSSESSIVE = re.compile(r"['’]s$")
_AROUND = " .,;:'\"“”()[]"

# What makes two wordings one title; the first match of each goes before those below it.
_TITLES = {
    "pm": "prime minister",
    "premier": "prime minister",
    "minister foreign affairs": "foreign minister",
    "external affairs minister": "foreign minister",
    "vice": "deputy",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "ceo": "chief executive officer",
}
_GRAMMAR = frozenset({"of", "for", "the", "and"})


def name_key(name: str) -> str:
    """A name as names are compared: case, a possessive, "the" and punctuation around it make no difference."""
    key = " ".join(name.casefold().split())
    return _POSSESSIVE.sub("", key).replace("’", "'").strip(_AROUND).removeprefix("the ")


def _entity(gold: Row, row: Row) -> float:
    """It has a name of the gold's entity, and its class. A second row for the same entity is wrong."""
    return _same(gold, row, "id", "class")


def _office(gold: Row, row: Row) -> float:
    """The person, whose office it is (if the gold says), and at least half of the title's words; not the status."""
    where = ("of",) if gold.get("of") else ()
    return _same(gold, row, "person", *where) and _titles(gold, row)


def _appointment(gold: Row, row: Row) -> float:
    """The person, whether it starts, ends or is proposed, and at least half of the title's words; not the date."""
    return _same(gold, row, "person", "change") and _titles(gold, row)


def _visit(gold: Row, row: Row) -> float:
    """The visitor, and the destination or its country: either of the row's is either of the gold's."""
    goals, said = ({r.get("destination"), r.get("country")} - {None} for r in (row, gold))
    return _same(gold, row, "visitor") and float(bool(goals & said))


def _meeting(gold: Row, row: Row) -> float:
    """Who meets (see `_parties`); not when, where or in what way."""
    return _parties(gold["participants"], row.get("participants"))


def _cooperation(gold: Row, row: Row) -> float:
    """Who cooperates (see `_parties`), in the same sector or one that is just above or below it."""
    sector = (gold.get("sector") or "").removeprefix("s:")
    return float(sector in row["sectors"]) and _parties(gold["parties"], row.get("parties"))


def _agreement(gold: Row, row: Row) -> float:
    """Who agrees (see `_parties`), said by words of which at least half are the same (see `_words`)."""
    parties, words = _parties(gold["parties"], row.get("parties")), _words(gold, row)
    return parties + words if parties and words else 0.0


def _statement(gold: Row, row: Row) -> float:
    """The speaker, and a sentence of which at least half of the words are the same (see `_words`); not the mode."""
    return _same(gold, row, "speaker") and _words(gold, row)


def _membership(gold: Row, row: Row) -> float:
    """The member, the body and the role."""
    return _same(gold, row, "member", "body", "role")


def _measure(gold: Row, row: Row) -> float:
    """The number within one in a hundred, its unit, and one at least of those it is about; not what is measured."""
    value, wanted = _number(row.get("value")), _number(gold["value"])
    if value is None or wanted is None or abs(value - wanted) > 0.01 * abs(wanted):
        return 0.0
    unit, said = (name_key(r.get("unit") or "") for r in (row, gold))
    about = set(gold["about"])
    return float(unit == said and (not about or bool(about & row.get("about", set()))))


def _act(gold: Row, row: Row) -> float:
    """Who acts, on whom, and the PLOVER root of the act."""
    return _same(gold, row, "actor", "target", "plover")


LIKENESS: dict[str, Callable[[Row, Row], float]] = {
    "entity": _entity,
    "office": _office,
    "visit": _visit,
    "meeting": _meeting,
    "cooperation": _cooperation,
    "agreement": _agreement,
    "statement": _statement,
    "membership": _membership,
    "measure": _measure,
    "appointment": _appointment,
    "event": _act,
}
"""How alike a fact of the gold and a found row are, by type."""


def _same(gold: Row, row: Row, *keys: str) -> float:
    return float(all(gold.get(key) == row.get(key) for key in keys))


def _parties(gold: list[str], found: Set[str] | None) -> float:
    """The share of the parties of either that both have; 0 where it is below a half, or less than two are shared."""
    wanted, parties = set(gold), found or set()
    if not wanted:
        return float(not parties)
    share = _shared(wanted, parties)
    return share if len(wanted & parties) >= min(2, len(wanted)) else 0.0


def _titles(gold: Row, row: Row) -> float:
    return _shared(*(_title_words(r.get("title") or "") for r in (gold, row)))


def _title_words(title: str) -> set[str]:
    words = " ".join(word for word in re.findall("[a-z]+", name_key(title)) if word not in _GRAMMAR)
    for form, usual in _TITLES.items():
        words = re.sub(rf"\b{form}\b", usual, words)
    return set(words.split())


def _shared(one: Set[str], other: Set[str]) -> float:
    """The share of what either has that both have (Jaccard's index); 0 where it is below a half."""
    share = len(one & other) / len(one | other) if one or other else 0.0
    return share if share >= 0.5 else 0.0


def _words(gold: Row, row: Row) -> float:
    """The share of the words of the shorter evidence that the longer one has; 0 where it is below a half."""
    texts = (re.findall(r"\w+", (r.get("evidence") or "").casefold()) for r in (row, gold))
    short, long = sorted(texts, key=len)
    share = sum(word in long for word in short) / len(short) if short else 0.0
    return share if share >= 0.5 else 0.0


def _number(value: Any) -> float | None:
    try:
        return float(value)
    except (TypeError, ValueError):
        return None
