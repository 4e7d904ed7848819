"""Terms and statements between pyoxigraph, which writes and asks, and rdflib, which users of Python know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    import rdflib

__all__ = ["from_rdflib", "node_of", "term_of", "to_rdflib"]

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def to_rdflib(quads: Iterable[ox.Quad], dataset: rdflib.Dataset) -> None:
    """Add quads to a dataset, each literal as it is written."""
    import rdflib

    graphs: dict[str, rdflib.Graph] = {}
    for quad in quads:
        name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
        graph = graphs.get(name)
        if graph is None:
            graph = graphs[name] = dataset.graph(rdflib.URIRef(name)) if name else dataset.default_graph
        graph.add((node_of(quad.subject), node_of(quad.predicate), node_of(quad.object)))


def node_of(term: object) -> rdflib.term.Node:
    """A term of pyoxigraph as rdflib's. Raises TypeError for a triple term, which rdflib does not know."""
    import rdflib

    match term:
        case ox.Literal():
            if term.language:
                return rdflib.Literal(term.value, lang=term.language)
            datatype = None if term.datatype.value == _STRING else rdflib.URIRef(term.datatype.value)
            return rdflib.Literal(term.value, datatype=datatype, normalize=False)
        case ox.BlankNode():
            return rdflib.BNode(term.value)
        case ox.NamedNode():
            return rdflib.URIRef(term.value)
    raise TypeError(f"{term}: not a term that rdflib knows")


def from_rdflib(dataset: rdflib.Dataset) -> Iterator[ox.Quad]:
    """The quads of a dataset."""
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    for subject, predicate, value, name in dataset.quads((None, None, None, None)):
        subject_, predicate_ = term_of(subject), term_of(predicate)
        graph = ox.DefaultGraph() if name in (None, DATASET_DEFAULT_GRAPH_ID) else term_of(name)
        assert not isinstance(subject_, ox.Literal)
        assert isinstance(predicate_, ox.NamedNode)
        assert not isinstance(graph, ox.Literal)
        yield ox.Quad(subject_, predicate_, term_of(value), graph)


def term_of(node: object) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """A term of rdflib as pyoxigraph's."""
    import rdflib

    match node:
        case rdflib.Literal(language=str() as language):
            return ox.Literal(str(node), language=language)
        case rdflib.Literal(datatype=str() as datatype):
            return ox.Literal(str(node), datatype=ox.NamedNode(str(datatype)))
        case rdflib.Literal():
            return ox.Literal(str(node))
        case rdflib.BNode():
            return ox.BlankNode(str(node))
    return ox.NamedNode(str(node))
