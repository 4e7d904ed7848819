"""The classes and properties of the ontology, each with all that the files say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.docs.reading import Link, Said, anchor, kinds, label, link, values
from kg.rdf.namespaces import KG, OWL, RDFS
from kg.rdf.shortcuts import RULES

__all__ = ["Branch", "Term", "branches", "terms"]

_KINDS = {
    "owl:Class": "class",
    "owl:ObjectProperty": "object property",
    "owl:DatatypeProperty": "datatype property",
    "owl:AnnotationProperty": "annotation property",
    "owl:NamedIndividual": "individual",
}
_TRAITS = {
    "owl:SymmetricProperty": "symmetric",
    "owl:FunctionalProperty": "functional: one value at most",
    "owl:TransitiveProperty": "transitive",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A term: its IRI, the anchor of its entry, what it is called and means, and the terms that it goes with.

    `facts` are pairs of what is said ("super class", "domain" …) and to where it leads; `rule` is the SPARQL that
    derives it, for a shortcut.
    """

    iri: str
    anchor: str
    kind: str
    label: str
    comment: str
    facts: tuple[tuple[str, tuple[Link, ...]], ...]
    notes: tuple[tuple[str, str], ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A term and those below it."""

    term: Term
    below: tuple[Branch, ...]


def terms(said: Said) -> dict[str, Term]:
    """Our own terms by IRI, in the order of the files."""
    own = {
        iri: kind
        for iri in said
        if iri.startswith(KG)
        for kind in [next((_KINDS[type_] for type_ in kinds(said, iri) if type_ in _KINDS), "")]
        if kind
    }
    rules = _rules()
    return {
        iri: Term(
            iri=iri,
            anchor=anchor(iri),
            kind=kind,
            label=label(said, iri),
            comment=" ".join(values(said, iri, RDFS + "comment")),
            facts=tuple((name, links) for name, links in _facts(said, iri, own) if links),
            notes=tuple(_notes(said, iri)),
            rule=rules.get(anchor(iri), ""),
        )
        for iri, kind in own.items()
    }


def branches(all_terms: dict[str, Term], said: Said, roots: Iterable[str]) -> tuple[Branch, ...]:
    """The trees of classes below some, which are given by their IRIs."""
    return tuple(
        Branch(all_terms[root], branches(all_terms, said, _below(said, root, all_terms))) for root in sorted(roots)
    )


def _facts(said: Said, iri: str, own: dict[str, str]) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """What the axioms say of a term, and what others say by it."""
    above = [*values(said, iri, RDFS + "subClassOf"), *values(said, iri, RDFS + "subPropertyOf")]
    yield "broader", _links((one for one in above if one in own), own)
    yield "narrower", _links(_below(said, iri, own), own)
    yield "also", _links((one for one in above if one not in own), own)
    yield "domain", _links(values(said, iri, RDFS + "domain"), own)
    yield "range", _links(values(said, iri, RDFS + "range"), own)
    yield "inverse", _links(values(said, iri, OWL + "inverseOf"), own)
    yield "properties", _links((one for one in own if iri in values(said, one, RDFS + "domain")), own)
    yield "value of", _links((one for one in own if iri in values(said, one, RDFS + "range")), own)
    disjoint = [
        *values(said, iri, OWL + "disjointWith"),
        *(o for o in own if iri in values(said, o, OWL + "disjointWith")),
    ]
    yield "never also", _links(dict.fromkeys(disjoint), own)
    individuals = (one for one in own if own[one] == "individual" and f"{iri}" in values(said, one, _TYPE))
    yield "individuals", _links(individuals, own)


_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def _notes(said: Said, iri: str) -> Iterator[tuple[str, str]]:
    for type_ in kinds(said, iri):
        if type_ in _TRAITS:
            yield "is", _TRAITS[type_]
    for name, shown in (("plover", "PLOVER"), ("cameo", "CAMEO")):
        if found := values(said, iri, name):
            yield shown, ", ".join(found)


def _links(iris: Iterable[str], own: Iterable[str]) -> tuple[Link, ...]:
    return tuple(link(iri, own) for iri in iris)


def _below(said: Said, iri: str, own: Iterable[str]) -> list[str]:
    return [
        one
        for one in own
        if iri in values(said, one, RDFS + "subClassOf") or iri in values(said, one, RDFS + "subPropertyOf")
    ]


def _rules() -> dict[str, str]:
    """The SPARQL of the rules by the name of the shortcut that each derives."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(RULES.glob("*.rq")))
    return {found[1]: text for text in texts if (found := re.search(r"CONSTRUCT \{\s*\?\w+ :(\w+) ", text))}
