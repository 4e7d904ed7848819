"""Which of several people with one name an article means: as far as it says so, by what they hold an office of."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from kg.model import Appointment, Entity, Fact, Office, Reading
from kg.rdf.iris import local_name

__all__ = ["SIGN", "qualified"]

SIGN = "_"
"""Stands in the IRI of a person between the name and what the person holds an office of; no name has it."""

_ORDER = ("country", "body", "organization")


def qualified(reading: Reading) -> Reading:
    """A reading in which the IRI of a person whom the lexicon does not know says whose office the person holds.

    "person/ana-zupan" of Slovenia is "person/ana-zupan_slovenia": another article's Ana Zupan of Austria is not the
    same, one of Slovenia is. Where an article tells of several, a country goes before a body, that before others.
    """
    people = {e.iri for e in reading.entities if e.type == "Person" and not e.same_as and "/person/" in e.iri}
    owners: dict[str, set[str]] = {}
    for fact in reading.facts:
        if isinstance(fact, Office | Appointment) and fact.of and fact.person in people:
            owners.setdefault(fact.person, set()).add(fact.of)
    names = {person: f"{person}{SIGN}{local_name(min(found, key=_rank))}" for person, found in owners.items()}
    if not names:
        return reading
    return replace(
        reading,
        entities=tuple(_renamed(entity, names) for entity in reading.entities),
        facts=tuple(_renamed(fact, names) for fact in reading.facts),
    )


def _renamed[T: (Entity, Fact)](one: T, names: Mapping[str, str]) -> T:
    return replace(one, **dict(_changes(one, names)))


def _changes(one: Entity | Fact, names: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    for field in fields(one):
        value = getattr(one, field.name)
        if isinstance(value, str) and value in names:
            yield field.name, names[value]
        elif isinstance(value, tuple) and any(isinstance(v, str) and v in names for v in value):
            yield field.name, tuple(names.get(v, v) if isinstance(v, str) else v for v in value)


def _rank(owner: str) -> tuple[int, str]:
    kind = owner.rsplit("/", 2)[-2] if owner.count("/") > 1 else ""
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER), owner
