"""Graphs from files, and SPARQL over them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.bridge import from_rdflib
from kg.rdf.namespaces import PREFIXES

if TYPE_CHECKING:
    import rdflib

__all__ = ["EXTENSIONS", "Graph", "open_graph", "query", "select", "store_of"]

type Graph = ox.Store | rdflib.Dataset | str | Path
"""A graph as somebody has it: opened, built by `kg.build`, or the path of a file."""

EXTENSIONS: dict[str, ox.RdfFormat] = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
}


def store_of(graph: Graph) -> ox.Store:
    """A store with a graph in it. Raises KgError as `open_graph` does."""
    if isinstance(graph, ox.Store):
        return graph
    if isinstance(graph, str | Path):
        return open_graph(graph)
    store = ox.Store()
    store.extend(from_rdflib(graph))
    return store


def open_graph(path: str | Path) -> ox.Store:
    """The graph in a file, by its extension, or in the folder of an Oxigraph store, which is opened read-only.

    Raises KgError where there is no such file, its extension is unknown, or it does not hold what that says.
    """
    path = Path(path)
    if not path.exists():
        raise KgError(f"{path}: no such graph; build one with `kg build ARTICLE`, or check the path")
    if path.is_dir():
        return _open_folder(path)
    format_ = EXTENSIONS.get(path.suffix.lower())
    if format_ is None:
        raise KgError(f"{path}: cannot tell the format of this graph; give a file in {', '.join(EXTENSIONS)}")
    store = ox.Store()
    try:
        store.bulk_load(path=str(path), format=format_)
    except (SyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise KgError(f"{path}: not valid {format_.name} ({reason}); mend it or build it again") from error
    except OSError as error:
        raise KgError(f"{path}: cannot be read ({error.strerror or error}); check the file's permissions") from error
    return store


def _open_folder(path: Path) -> ox.Store:
    if not (path / "CURRENT").exists():
        raise KgError(f"{path}: this folder holds no store; give a file such as {path / 'article.ttl'}")
    try:
        return ox.Store.read_only(str(path))
    except OSError as error:
        raise KgError(f"{path}: not a store that can be read ({error}); give a file with a graph") from error


def query(graph: Graph, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """The answer to a SPARQL query over all the graphs of a store; the usual prefixes need not be declared.

        for row in kg.query("out/visit.ttl", "SELECT ?who ?whom { ?who :met ?whom }"):
            print(row["who"], row["whom"])

    Raises KgError where the graph cannot be read or the query is not SPARQL.
    """
    store = store_of(graph)
    try:
        return store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=True)
    except (SyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise KgError(f"query: not valid SPARQL ({reason}); mend it there") from error


def select(store: ox.Store, sparql: str) -> ox.QuerySolutions:
    """The solutions of a SELECT query; see `query`. Raises KgError where it is another kind of query."""
    solutions = query(store, sparql)
    if not isinstance(solutions, ox.QuerySolutions):
        raise KgError("query: gives no table; ask by SELECT")
    return solutions
