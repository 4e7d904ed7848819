"""Changes to a store that is served: functions that run in a process of their own, one at a time."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError
from kg.queries.network import refuse_network_update
from kg.rdf.folder import writing
from kg.rdf.namespaces import PREFIXES
from kg.serve.limits import Refused

__all__ = ["clear", "put", "update"]

type Name = ox.NamedNode | ox.DefaultGraph

_UNFIT = "not triples in Turtle, N-Triples, JSON-LD or RDF/XML"


def update(folder: Path, sparql: str) -> None:
    """Run a SPARQL update, whole or not at all. Raises KgError where it is wrong or asks a network."""
    refuse_network_update(sparql)
    with writing(folder) as store:
        try:
            store.update(sparql, prefixes=PREFIXES)
        except (SyntaxError, ValueError) as error:
            raise KgError(f"update: not valid SPARQL ({' '.join(str(error).split())}); mend it there") from error


def put(folder: Path, name: str | None, data: bytes, media: str, merge: bool) -> bool:
    """Put triples in the place of a graph (None: the default graph), or add them to it; returns whether it is new.

    Raises KgError where the data are not what their media type says, Refused where that is none of triples.
    """
    format_ = ox.RdfFormat.from_media_type(media)
    if format_ is None:
        raise Refused(415, f"{media or 'no Content-Type'}: {_UNFIT}")
    node = _node(name)
    try:
        statements = ox.parse(data, format=format_, base_iri=name, without_named_graphs=True)
        triples = [ox.Triple(s.subject, s.predicate, s.object) for s in statements]
    except (SyntaxError, ValueError) as error:
        raise KgError(f"{name or 'default'}: {_UNFIT} ({' '.join(str(error).split())}); mend them") from error
    with writing(folder) as store:
        new = isinstance(node, ox.NamedNode) and not store.contains_named_graph(node)
        if merge:
            store.extend(ox.Quad(t.subject, t.predicate, t.object, node) for t in triples)
            store.add_graph(node)
        else:
            text = (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").decode()
            store.update(_replacing(node, text))
    return new


def _replacing(node: Name, triples: str) -> str:
    """The update, which is one transaction, that puts triples in the place of a graph."""
    if isinstance(node, ox.DefaultGraph):
        return f"DROP DEFAULT ; INSERT DATA {{ {triples} }}"
    return f"DROP SILENT GRAPH {node} ; CREATE GRAPH {node} ; INSERT DATA {{ GRAPH {node} {{ {triples} }} }}"


def clear(folder: Path, name: str | None) -> None:
    """Take a graph away, or empty the default graph. Raises Refused where there is none of that name."""
    node = _node(name)
    with writing(folder) as store:
        if isinstance(node, ox.DefaultGraph):
            store.clear_graph(node)
        elif store.contains_named_graph(node):
            store.remove_graph(node)
        else:
            raise Refused(404, f"{name}: no such graph")


def _node(name: str | None) -> Name:
    try:
        return ox.DefaultGraph() if name is None else ox.NamedNode(name)
    except ValueError as error:
        raise KgError(f"{name}: not the IRI of a graph ({error}); give an absolute one") from error
