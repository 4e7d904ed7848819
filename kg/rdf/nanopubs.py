"""Facts as nanopublications: each by itself in four graphs, with what it says, whence that is, and what it is itself.

The assertion holds the fact, the names of those of whom it speaks, and the shortcuts that are derived from it. The
provenance leads to the passages with their words, to the article, and to who says it. They are neither signed nor
trusty: who publishes them does that, say by the package nanopub (`np sign`).
Source: Nanopublication Guidelines (Concept Web Alliance, 2013), https://nanopub.net/guidelines/working_draft/
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.rdf.annotations import reified
from kg.rdf.namespaces import DC, DCTERMS, KG, NIF, PROV, RDF, RDFS, SCHEMA, Namespace
from kg.store import select

__all__ = ["nanopublications"]

type Triples = dict[ox.Triple, None]
"""Triples in their order, each once."""

_NP = Namespace("http://www.nanopub.org/nschema#")
_INTRODUCES = Namespace("http://purl.org/nanopub/x/").term("introduces")
_TYPE, _DERIVED, _ATTRIBUTED = RDF.term("type"), PROV.term("wasDerivedFrom"), PROV.term("wasAttributedTo")
_BY = KG.term("assertedBy")
_WORDS = (KG.term("evidence"), KG.term("furtherEvidence"), KG.term("content"))
_NOT_ASSERTED = {*_WORDS, _BY, _DERIVED, KG.term("rule"), KG.term("confidence")}
_OF_PASSAGE = tuple(NIF.term(name) for name in ("anchorOf", "beginIndex", "endIndex", "referenceContext"))
_OF_ARTICLE = (DCTERMS.term("title"), DC.term("publisher"), DCTERMS.term("issued"), SCHEMA.term("url"))
_PARTS = tuple(RDF.term(name) for name in ("subject", "predicate", "object"))
_MAKER = ox.NamedNode(KG.removesuffix("#"))


def nanopublications(store: ox.Store) -> Iterator[ox.Quad]:
    """The quads of a nanopublication of each fact in a store, in the order of the facts' IRIs.

    That of a fact `…/visit/1a2b` is `…/visit/1a2b/nanopub`, and its graphs are this with `#Head`, `#assertion`,
    `#provenance` and `#pubinfo`.
    """
    plain = ox.Store()
    plain.extend(ox.Quad(*quad.triple) for quad in reified(store))
    facts = {row["fact"] for row in select(plain, "SELECT ?fact { ?fact :evidence ?words ; :rule ?rule }")}
    for fact in sorted((fact for fact in facts if isinstance(fact, ox.NamedNode)), key=str):
        yield from _nanopublication(plain, fact)


def _nanopublication(store: ox.Store, fact: ox.NamedNode) -> Iterator[ox.Quad]:
    name = f"{fact.value}/nanopub"
    head, assertion, provenance, pubinfo = (
        ox.NamedNode(f"{name}#{part}") for part in ("Head", "assertion", "provenance", "pubinfo")
    )
    node = ox.NamedNode(name)
    yield ox.Quad(node, _TYPE, _NP.term("Nanopublication"), head)
    yield ox.Quad(node, _NP.term("hasAssertion"), assertion, head)
    yield ox.Quad(node, _NP.term("hasProvenance"), provenance, head)
    yield ox.Quad(node, _NP.term("hasPublicationInfo"), pubinfo, head)
    yield from (ox.Quad(t.subject, t.predicate, t.object, assertion) for t in _asserted(store, fact))
    yield from (ox.Quad(t.subject, t.predicate, t.object, provenance) for t in _provenance(store, fact, assertion))
    yield ox.Quad(node, _INTRODUCES, fact, pubinfo)
    yield ox.Quad(node, DCTERMS.term("creator"), _MAKER, pubinfo)


def _said(store: ox.Store, node: object, *properties: ox.NamedNode) -> Iterator[ox.Triple]:
    """What a store says of a node, by some properties or all."""
    if isinstance(node, ox.NamedNode):
        for property_ in properties or (None,):
            yield from (quad.triple for quad in store.quads_for_pattern(node, property_, None))


def _asserted(store: ox.Store, fact: ox.NamedNode) -> Triples:
    said: Triples = {triple: None for triple in _said(store, fact) if triple.predicate not in _NOT_ASSERTED}
    for triple in list(said):
        if triple.predicate != _TYPE:
            said |= dict.fromkeys(_said(store, triple.object, _TYPE, RDFS.term("label")))
    for quad in store.quads_for_pattern(None, _DERIVED, fact):
        parts = [next(_said(store, quad.subject, part), None) for part in _PARTS]
        if all(parts):
            subject, predicate, value = (part.object for part in parts if part)
            said[ox.Triple(subject, predicate, value)] = None  # type: ignore[arg-type]
    return said


def _provenance(store: ox.Store, fact: ox.NamedNode, assertion: ox.NamedNode) -> Triples:
    found: Triples = {}
    for triple in _said(store, fact, _DERIVED, *_WORDS):
        found[ox.Triple(assertion, _DERIVED, triple.object)] = None
        about = _OF_ARTICLE if triple.predicate == _DERIVED else _OF_PASSAGE
        found |= dict.fromkeys(_said(store, triple.object, *about))
    for triple in _said(store, fact, _BY):
        found[ox.Triple(assertion, _ATTRIBUTED, triple.object)] = None
        found |= dict.fromkeys(_said(store, triple.object, _TYPE, RDFS.term("label")))
    return found | dict.fromkeys(_said(store, fact, KG.term("rule"), KG.term("confidence")))
