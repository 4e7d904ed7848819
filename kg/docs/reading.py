"""What the files of the ontology say, by subject: what the chapters of the reference are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.rdf.namespaces import BASE, KG, PREFIXES, RDF, RDFS

__all__ = ["ONTOLOGY", "Link", "Said", "curie", "link", "read", "values"]

ONTOLOGY = Path(__file__).parents[1] / "ontology"

type Said = dict[str, dict[str, list[str]]]
"""The values of each property, by the subject's IRI and the property's; in the order of the files, IRIs as they are."""

_NAMESPACES = sorted(
    {**PREFIXES, "medtop": "http://cv.iptc.org/newscodes/mediatopic/"}.items(),
    key=lambda pair: (-len(pair[1]), pair[0]),
)


@dataclass(frozen=True, slots=True)
class Link:
    """Something to go to: how it is called, and its anchor on the page ("#Visit") or its address elsewhere."""

    name: str
    href: str


def read(*paths: Path) -> Said:
    """What files of Turtle say."""
    said: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in paths:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            said[_name(quad.subject)][quad.predicate.value].append(_name(quad.object))
    return {subject: dict(properties) for subject, properties in said.items()}


def _name(term: object) -> str:
    return str(getattr(term, "value", term))


def values(said: Said, subject: str, term: str) -> list[str]:
    """The values that a subject has for one of our own properties, or one given by its IRI."""
    return said.get(subject, {}).get(term if ":" in term else KG + term, [])


def curie(iri: str) -> str:
    """An IRI with a prefix, where there is one."""
    for prefix, namespace in _NAMESPACES:
        if iri.startswith(namespace) and "/" not in iri[len(namespace) :]:
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def link(iri: str, known: Iterable[str]) -> Link:
    """Where a term is told of: on the page, if it is among those that are known, else at its own address."""
    if iri in known:
        return Link(curie(iri), f"#{anchor(iri)}")
    return Link(curie(iri), iri)


def anchor(iri: str) -> str:
    """The anchor of a term: the fragment of its IRI, and for an individual its path ("sector/tourism")."""
    return iri.removeprefix(KG).removeprefix(BASE)


def label(said: Said, iri: str) -> str:
    """What a term is called."""
    return next(iter(values(said, iri, RDFS + "label")), curie(iri))


def kinds(said: Said, iri: str) -> list[str]:
    """The types of a term, with prefixes."""
    return [curie(type_) for type_ in values(said, iri, RDF + "type")]
