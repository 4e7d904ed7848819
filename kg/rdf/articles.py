"""Which named graph the statements of a file belong to: each article has one, which says what the article says."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from kg.rdf.namespaces import KG, NIF, PROV, RDF
from kg.store import quads_of

__all__ = ["Graphs", "graphs_of", "graphs_of_nquads", "graphs_of_quads"]

type Graphs = dict[ox.NamedNode, set[ox.Quad]]
"""The quads of named graphs by the graph's name."""

type Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
type Homes = defaultdict[Node, set[ox.NamedNode]]

_TYPE, _DERIVED, _CONTEXT = RDF.term("type"), PROV.term("wasDerivedFrom"), NIF.term("referenceContext")
_PARTS = tuple(RDF.term(name) for name in ("subject", "predicate", "object"))
_REIFIES = RDF.term("reifies")


def graphs_of(path: Path) -> Graphs:
    """The named graphs of a file or of a store's folder.

    Named graphs (TriG, N-Quads, JSON-LD) stay as they are. Of what is in none (Turtle, N-Triples, RDF/XML) each article
    gets its own: its passages and facts, the shortcuts derived from these, and all that is said of the entities
    that they speak of, which may lie in several. What belongs to no article lies in a graph named for the file.

    Raises KgError where the file cannot be read.
    """
    named: list[ox.Quad] = []
    unnamed: list[ox.Quad] = []
    for quad in quads_of(path):
        (named if isinstance(quad.graph_name, ox.NamedNode) else unnamed).append(quad)
    return graphs_of_quads(chain(named, _named(unnamed, ox.NamedNode(path.resolve().as_uri()))))


def graphs_of_quads(quads: Iterable[ox.Quad]) -> Graphs:
    """The named graphs of quads that all are in one."""
    graphs: Graphs = defaultdict(set)
    for quad in quads:
        graphs[cast("ox.NamedNode", quad.graph_name)].add(quad)
    return dict(graphs)


def graphs_of_nquads(data: bytes) -> Graphs:
    """The named graphs of N-Quads that all are in one."""
    return graphs_of_quads(cast("Iterable[ox.Quad]", ox.parse(data, format=ox.RdfFormat.N_QUADS)))


def _named(quads: list[ox.Quad], rest: ox.NamedNode) -> Iterator[ox.Quad]:
    """The quads in the graphs of their articles; those of no article in the graph `rest`."""
    names = _names(quads)
    if len(names) < 2:
        home = next(iter(names.values()), rest)
        yield from (ox.Quad(q.subject, q.predicate, q.object, home) for q in quads)
        return
    homes = _homes(quads, names)
    derived = _shortcuts(quads, homes)
    for q in quads:
        both = homes.get(q.subject, set()) & homes.get(q.object, set())  # which passage of an event is whose
        for home in derived.get(q.triple) or both or homes.get(q.subject) or {rest}:
            yield ox.Quad(q.subject, q.predicate, q.object, home)


def _names(quads: Iterable[ox.Quad]) -> dict[Node, ox.NamedNode]:
    """The graph that says of itself that it comes from an article, by the article."""
    articles = {q.subject for q in quads if q.predicate == _TYPE and q.object == KG.term("Article")}
    graphs = {q.subject for q in quads if q.predicate == _TYPE and q.object == PROV.term("Entity")}
    return {
        q.object: q.subject
        for q in quads
        if q.predicate == _DERIVED
        if q.object in articles and q.subject in graphs and isinstance(q.subject, ox.NamedNode)
    }


def _homes(quads: Iterable[ox.Quad], names: dict[Node, ox.NamedNode]) -> Homes:
    """The graphs of each node: passages, facts and statements name their article, and speak of entities."""
    homes: Homes = defaultdict(set)
    for article, name in names.items():
        homes[article] = homes[name] = {name}
    for _ in range(2):  # facts come from articles, statements of shortcuts from facts
        for q in quads:
            if q.predicate in (_DERIVED, _CONTEXT) and q.object in homes:
                homes[q.subject] |= homes[q.object]
    telling = set(homes)
    for q in quads:
        if q.subject in telling and q.object not in telling:
            homes[q.object] |= homes[q.subject]
    return homes


def _shortcuts(quads: Iterable[ox.Quad], homes: Homes) -> dict[ox.Triple, set[ox.NamedNode]]:
    """The graphs of the triples that statements (`rdf:Statement`, or in RDF 1.2 what `rdf:reifies` them) are about."""
    parts: defaultdict[Node, dict[ox.NamedNode, Node]] = defaultdict(dict)
    for q in quads:
        if q.predicate in _PARTS:
            parts[q.subject][q.predicate] = q.object
    graphs: defaultdict[ox.Triple, set[ox.NamedNode]] = defaultdict(set)
    for statement, said in parts.items():
        if len(said) == len(_PARTS) and statement in homes:
            subject, predicate, object_ = (said[part] for part in _PARTS)
            graphs[ox.Triple(subject, predicate, object_)] |= homes[statement]  # type: ignore[arg-type]
    for q in quads:
        if q.predicate == _REIFIES and isinstance(q.object, ox.Triple) and q.subject in homes:
            graphs[q.object] |= homes[q.subject]
    return graphs
