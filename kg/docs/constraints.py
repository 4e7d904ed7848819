"""What the SHACL shapes ask of the individuals of each class, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kg.docs.reading import Link, Said, label, link, values

__all__ = ["Constraint", "constraints"]

_SH = "http://www.w3.org/ns/shacl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


@dataclass(frozen=True, slots=True)
class Constraint:
    """What one property of a class must be: how many values, of which kind, and what is told where it is not so."""

    path: Link
    number: str
    kinds: tuple[Link, ...]
    words: tuple[str, ...]
    message: str


def constraints(shapes: Said, known: set[str]) -> dict[str, tuple[Constraint, ...]]:
    """The constraints on each class, by the class's IRI. `known` are the terms that the page has entries for."""
    found: defaultdict[str, list[Constraint]] = defaultdict(list)
    for shape in shapes:
        for class_ in values(shapes, shape, _SH + "targetClass"):
            for one in values(shapes, shape, _SH + "property"):
                found[class_].append(_constraint(shapes, one, known))
    return {class_: tuple(some) for class_, some in found.items()}


def _constraint(shapes: Said, one: str, known: set[str]) -> Constraint:
    (path,) = values(shapes, one, _SH + "path")
    return Constraint(
        path=link(path, known),
        number=_number(shapes, one),
        kinds=tuple(_kinds(shapes, one, known)),
        words=tuple(_words(shapes, one)),
        message=" ".join(values(shapes, one, _SH + "message")),
    )


def _number(shapes: Said, one: str) -> str:
    least = next(iter([*values(shapes, one, _SH + "minCount"), *values(shapes, one, _SH + "qualifiedMinCount")]), "0")
    most = next(iter(values(shapes, one, _SH + "maxCount")), "")
    if least == most:
        return least
    return f"{least} or {most}" if (least, most) == ("0", "1") else f"{least}–{most}" if most else f"{least} or more"


def _kinds(shapes: Said, one: str, known: set[str]) -> Iterator[Link]:
    """The classes and datatypes that values may have."""
    for property_ in ("class", "datatype"):
        yield from (link(kind, known) for kind in values(shapes, one, _SH + property_))
    for property_ in ("qualifiedValueShape", "node"):
        for other in values(shapes, one, _SH + property_):
            yield from _kinds(shapes, other, known)
    for head in values(shapes, one, _SH + "or"):
        for other in _members(shapes, head):
            yield from _kinds(shapes, other, known)


def _words(shapes: Said, one: str) -> Iterator[str]:
    """The very values that are allowed, and the pattern that text must have."""
    for head in values(shapes, one, _SH + "in"):
        yield from (label(shapes, word) for word in _members(shapes, head))
    yield from (f"pattern {pattern}" for pattern in values(shapes, one, _SH + "pattern"))


def _members(shapes: Said, head: str) -> Iterator[str]:
    """The members of an RDF list."""
    while head != _RDF + "nil":
        yield from values(shapes, head, _RDF + "first")
        (head,) = values(shapes, head, _RDF + "rest")
