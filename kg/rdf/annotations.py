"""The evidence of shortcuts as RDF 1.2 annotations, and back.

In RDF 1.1 a shortcut such as `:met` is described by a statement node with its subject, predicate and object. In RDF 1.2
the same node reifies the triple, and leads straight to what it comes from: the fact, the passages that say it, and the
article. SPARQL 1.2 then asks for all of it beside the triple:

    SELECT ?who ?whom ?words { ?who :met ?whom {| prov:wasDerivedFrom/nif:anchorOf ?words |} }

Sources: W3C, RDF 1.2 Concepts and SPARQL 1.2 Query Language (2025).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.rdf.namespaces import KG, PROV, RDF

__all__ = ["annotated", "is_annotated", "reified"]

type Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
type Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph

_TYPE, _REIFIES, _STATEMENT = RDF.term("type"), RDF.term("reifies"), RDF.term("Statement")
_PARTS = tuple(RDF.term(name) for name in ("subject", "predicate", "object"))
_DERIVED = PROV.term("wasDerivedFrom")
_EVIDENCE = (KG.term("evidence"), KG.term("furtherEvidence"))


def is_annotated(quads: Iterable[ox.Quad]) -> bool:
    """Whether triple terms stand in some quad, which only RDF 1.2 has."""
    return any(isinstance(quad.object, ox.Triple) for quad in quads)


def annotated(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Quads whose statement nodes reify their triples as RDF 1.2 has it, and lead to the passages and the article."""
    said = list(quads)
    parts, sources = _statements(said), _sources(said)
    for quad in said:
        node, graph = quad.subject, quad.graph_name
        if (node, graph) not in parts:
            yield quad
        elif quad.predicate == _PARTS[0]:
            yield ox.Quad(node, _REIFIES, parts[node, graph], graph)
        elif quad.predicate not in (*_PARTS, _TYPE):
            yield quad
            if quad.predicate == _DERIVED:
                yield from (ox.Quad(node, _DERIVED, source, graph) for source in sources[quad.object, graph])


def reified(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Quads without triple terms: what reifies a triple is a statement node of RDF 1.1, and leads to its fact alone."""
    said = list(quads)
    reifiers = {(q.subject, q.graph_name) for q in said if q.predicate == _REIFIES and isinstance(q.object, ox.Triple)}
    facts = {(q.subject, q.graph_name) for q in said if q.predicate in _EVIDENCE}
    for quad in said:
        node, graph = quad.subject, quad.graph_name
        if isinstance(quad.object, ox.Triple):
            if quad.predicate == _REIFIES:
                yield ox.Quad(node, _TYPE, _STATEMENT, graph)
                yield from (ox.Quad(node, *part, graph) for part in zip(_PARTS, quad.object, strict=True))
        elif (node, graph) not in reifiers or quad.predicate != _DERIVED or (quad.object, graph) in facts:
            yield quad


def _statements(quads: Iterable[ox.Quad]) -> dict[tuple[Node, Graph], ox.Triple]:
    """The triple of each statement node that has all its parts, by the node and its graph."""
    found: defaultdict[tuple[Node, Graph], dict[ox.NamedNode, Node]] = defaultdict(dict)
    for quad in quads:
        if quad.predicate in _PARTS:
            found[quad.subject, quad.graph_name][quad.predicate] = quad.object
    return {
        key: ox.Triple(*(parts[name] for name in _PARTS))  # type: ignore[arg-type]
        for key, parts in found.items()
        if len(parts) == len(_PARTS)
    }


def _sources(quads: Iterable[ox.Quad]) -> defaultdict[tuple[Node, Graph], list[ox.NamedNode]]:
    """The passages and the articles that each fact comes from."""
    found: defaultdict[tuple[Node, Graph], list[ox.NamedNode]] = defaultdict(list)
    for quad in quads:
        if quad.predicate in (_DERIVED, *_EVIDENCE) and isinstance(quad.object, ox.NamedNode):
            found[quad.subject, quad.graph_name].append(quad.object)
    return found
