"""The schemes of concepts: sectors and kinds of office, with the words that name them and their matches elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from kg.docs.reading import Link, Said, anchor, curie, values
from kg.rdf.namespaces import SKOS

__all__ = ["Concept", "scheme"]

_MATCHES = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch")


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept, the words that name it in news, what it matches elsewhere (how, where), and those below it."""

    iri: str
    anchor: str
    label: str
    definition: str
    words: tuple[str, ...]
    matches: tuple[tuple[str, Link], ...]
    narrower: tuple[Concept, ...]


def scheme(said: Said, iri: str) -> tuple[Concept, ...]:
    """The concepts at the top of a scheme, in its order."""
    return tuple(_concept(said, top) for top in values(said, iri, SKOS + "hasTopConcept"))


def _concept(said: Said, iri: str) -> Concept:
    below = (one for one in said if iri in values(said, one, SKOS + "broader"))
    return Concept(
        iri=iri,
        anchor=anchor(iri),
        label=" ".join(values(said, iri, SKOS + "prefLabel")),
        definition=" ".join(values(said, iri, SKOS + "definition")),
        words=tuple(sorted(values(said, iri, SKOS + "altLabel"), key=str.lower)),
        matches=tuple(
            (name.removesuffix("Match"), Link(curie(other), other))
            for name in _MATCHES
            for other in values(said, iri, SKOS + name)
        ),
        narrower=tuple(_concept(said, one) for one in below),
    )
