"""A row of facts told in words: who did what, for a reader.

A row is what `kg.facts.facts` yields: a dict whose entities are dicts with an "iri" and a "label", whose evidence
is {"text", "start", "end"}, and whose absent values are None.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["TELLINGS", "Part", "Row", "Telling", "parties", "role_values", "tell", "topics", "verb_of"]

Row = Mapping[str, Any]
Part = str | Row
"""Words, or an entity."""

_SPOKEN = {"planned": "will", "proposed": "may", "denied": "does not"}
_CHANGES = {"start": "becomes", "end": "ceases to be", "proposed": "is proposed as"}
_PARTICLES = {
    "AGREE": "with", "COOPERATE": "with", "MOBILIZE": "against", "PROTEST": "against", "RETREAT": "from", "YIELD": "to",
}  # fmt: skip
"""What stands between the root of a kind of act (PLOVER) and whom it is done to, where English wants something."""
_STATUS = {"current": "is", "former": "was", "future": "will be", "acting": "is acting"}


@dataclass(frozen=True, slots=True)
class Telling:
    """How one type of row is told: its subject, its verb, and what follows the verb.

    `subject` and `topics` are keys of entities. The network draws a fact between its parties (the subject and the
    `object`) and ties the topics to it. `rest` holds pairs of a preposition and the keys of which the first that has
    a value is told.
    """

    subject: str
    verb: tuple[str, str] = ("", "")
    rest: tuple[tuple[str, tuple[str, ...]], ...] = ()
    object: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    mutual: bool = False


TELLINGS: dict[str, Telling] = {
    "office": Telling("person", rest=(("", ("title",)), ("of", ("of",))), object=("of",)),
    "visit": Telling(
        "visitor", ("visits", "visit"), (("", ("destination", "country")),), object=("destination", "country")
    ),
    "meeting": Telling(
        "participants", ("meets", "meet"), (("at", ("event",)), ("in", ("place",))), topics=("event",), mutual=True
    ),
    "cooperation": Telling(
        "parties", ("cooperates", "cooperate"), (("in", ("sector",)),), topics=("sector",), mutual=True
    ),
    "agreement": Telling(
        "parties", ("agrees", "agree"), (("on a", ("kind",)), ("", ("name",)), ("in", ("sector",))),
        topics=("sector",), mutual=True,
    ),
    "statement": Telling("speaker", ("says", "say")),
    "membership": Telling("member", ("is", "be"), (("", ("role",)), ("of", ("body",))), object=("body",)),
    "measure": Telling("about", mutual=True),
    "appointment": Telling("person", rest=(("", ("title",)), ("of", ("of",))), object=("of",)),
    "event": Telling("actor", rest=(("", ("target",)),), object=("target",)),
}  # fmt: skip
"""How each type of row is told; a type that is not here is named by its type alone."""


def _values(value: Any) -> list[Any]:
    """A value as a list: nothing for None."""
    return [] if value is None else list(value) if isinstance(value, (list, tuple)) else [value]


def _entities(row: Row, keys: tuple[str, ...]) -> Iterator[Row]:
    """The entities at the first of `keys` that has any."""
    for key in keys:
        found = [value for value in _values(row.get(key)) if isinstance(value, Mapping)]
        if found:
            yield from found
            return


def parties(row: Row) -> list[Row]:
    """The entities that a fact stands between, each once: first the subject, then the object."""
    telling = TELLINGS.get(row["type"])
    if telling is None:
        return []
    found = [*_entities(row, (telling.subject,)), *_entities(row, telling.object)]
    return list({entity["iri"]: entity for entity in found}.values())


def topics(row: Row) -> list[Row]:
    """The entities that a fact is about: its sectors, the summit of a meeting."""
    telling = TELLINGS.get(row["type"])
    return [entity for key in (telling.topics if telling else ()) for entity in _entities(row, (key,))]


def verb_of(row: Row) -> str:
    """The verb of a fact, in the form that its modality and the number of its subject ask for."""
    kind, modality = row["type"], row.get("modality") or "actual"
    if kind == "office":
        return _STATUS.get(row["status"], "is")
    if kind == "appointment":
        return _CHANGES[row["change"]]
    telling = TELLINGS.get(kind, Telling(""))
    one, many = _act(row) if kind == "event" else telling.verb
    plural = len(_values(row.get(telling.subject))) > 1
    if modality == "actual":
        return many if plural else one
    if many == "be" and modality == "denied":
        return "are not" if plural else "is not"
    spoken = "do not" if plural and modality == "denied" else _SPOKEN[modality]
    return f"{spoken} {many}"


def _act(row: Row) -> tuple[str, str]:
    """The verb of an act, for one and for many."""
    root = str(row.get("plover") or "")
    particle = f" {_PARTICLES[root]}" if root in _PARTICLES and row.get("target") else ""
    return f"{root.lower()}s{particle}", f"{root.lower()}{particle}"


def _joined(values: list[Any]) -> Iterator[Part]:
    """Values with commas between them and "and" before the last."""
    for i, value in enumerate(values):
        if i:
            yield " and " if i == len(values) - 1 else ", "
        yield value if isinstance(value, Mapping) else str(value)


def _amount(row: Row) -> str:
    """The number of a measure with its sign and unit."""
    sign = {"increase": "+", "decrease": "−"}.get(row.get("direction") or "", "")
    value, unit = row["value"], row.get("unit") or ""
    number = "–".join(_digits(n) for n in (value, row.get("upper")) if n is not None)
    return f"{sign}{number} {unit}".strip()


def _digits(value: float) -> str:
    number = f"{value:,}" if isinstance(value, int) or float(value) != int(value) else f"{int(value):,}"
    return number.lstrip("-")


def tell(row: Row) -> list[Part]:
    """A fact as a sentence without its full stop: words, and the entities between them."""
    if row["type"] == "measure":
        about = list(_joined(_values(row.get("about"))))
        return [f"{row['metric']} of " if about else str(row["metric"]), *about, f": {_amount(row)}"]
    telling = TELLINGS.get(row["type"])
    if telling is None:
        return [str(row["type"])]
    told: list[Part] = [*_joined(_values(row.get(telling.subject))), f" {verb_of(row)}"]
    for preposition, keys in telling.rest:
        values = next((v for key in keys if (v := _values(row.get(key)))), [])
        if not values:
            continue
        if preposition == "on a" and str(values[0])[0] in "aeiou":
            preposition = "on an"
        if keys == ("name",):
            values = [f"“{value}”" for value in values]
        told += [f" {preposition} ".replace("  ", " "), *_joined(values)]
    return told


def role_values(row: Row) -> Iterator[tuple[str, list[Part]]]:
    """The roles of a fact that have values, in the order of the row; its type and evidence are not among them."""
    for key, value in row.items():
        if key in ("type", "evidence") or not (values := _values(value)):
            continue
        if row["type"] == "measure" and key == "value":
            values = [_amount(row)]
        elif row["type"] == "measure" and key in ("unit", "direction", "upper"):
            continue
        yield key, [v if isinstance(v, Mapping) else str(v) for v in values]
