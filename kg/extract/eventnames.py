"""Whom the name of an event names: "the Asean-US Summit"."""

from collections.abc import Iterable, Mapping

from spacy.tokens import Doc

from kg.lexicon import Thing
from kg.model import EntityType

__all__ = ["named_in"]


def named_in(doc: Doc, event: str, types: Iterable[EntityType], things: Mapping[str, Thing]) -> tuple[str, ...]:
    """The entities of some types in the name of an event, in its order, if the article names them elsewhere."""
    wanted = set(types)
    words = f" {doc._.entities[event].name} ".replace("-", " ").replace("–", " ").lower()
    entities = (e for e in doc._.entities.values() if e.type in wanted)
    names = (
        (e.iri, label) for e in entities for label in e.labels if not _is_capital(label, things.get(e.iri), things)
    )
    places = ((words.find(f" {label} ".lower()), -len(label), iri) for iri, label in names)
    found, covered = [], 0
    for at, length, iri in sorted(p for p in places if p[0] >= 0):
        if at >= covered:
            found.append(iri)
            covered = at - length
    return tuple(dict.fromkeys(found))


def _is_capital(label: str, country: Thing | None, things: Mapping[str, Thing]) -> bool:
    """Whether a country is called by its capital: a conference that is named for that only takes place there."""
    capital = things.get(country.capital) if country and country.capital else None
    return country is not None and capital is not None and label in capital.names and label not in country.names
