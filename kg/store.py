"""Graphs from files, and SPARQL over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import KgError
from kg.queries.asked import predicates
from kg.queries.network import refuse_network
from kg.rdf.bridge import from_rdflib
from kg.rdf.namespaces import PREFIXES

if TYPE_CHECKING:
    import rdflib

__all__ = ["EXTENSIONS", "Graph", "open_graph", "quads_of", "query", "select", "store_of"]

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
    if path.is_dir():
        from kg.rdf.folder import read_folder

        return read_folder(path)
    format_ = _format(path)
    store = ox.Store()
    with _parsing(path, format_):
        store.bulk_load(path=str(path), format=format_)
    return store


def quads_of(path: Path) -> Iterator[ox.Quad]:
    """The quads of a graph that `open_graph` would open, without a store of those in a file."""
    if path.is_dir():
        yield from open_graph(path)
        return
    format_ = _format(path)
    with _parsing(path, format_):
        yield from _as_quads(ox.parse(path=str(path), format=format_))


def _as_quads(statements: Iterable[ox.Quad | ox.Triple]) -> Iterator[ox.Quad]:
    for statement in statements:
        if isinstance(statement, ox.Quad):
            yield statement
        else:
            yield ox.Quad(statement.subject, statement.predicate, statement.object)


def _format(path: Path) -> ox.RdfFormat:
    if not path.exists():
        raise KgError(f"{path}: no such graph; build one with `kg build ARTICLE`, or check the path")
    if (format_ := EXTENSIONS.get(path.suffix.lower())) is None:
        raise KgError(f"{path}: cannot tell the format of this graph; give a file in {', '.join(EXTENSIONS)}")
    return format_


@contextmanager
def _parsing(path: Path, format_: ox.RdfFormat) -> Iterator[None]:
    try:
        yield
    except (SyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise KgError(f"{path}: not valid {format_.name} ({reason}); mend it or build it again") from error
    except OSError as error:
        raise KgError(f"{path}: cannot be read ({error.strerror or error}); check the file's permissions") from error


def query(
    graph: Graph,
    sparql: str,
    *,
    default_graphs: list[ox.NamedNode] | None = None,
    named_graphs: list[ox.NamedNode] | None = None,
    union: bool = True,
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """The answer to a SPARQL query over all the graphs of a store, merged; the usual prefixes need not be declared.

        for row in kg.query("out/visit.ttl", "SELECT ?who ?whom { ?who :met ?whom }"):
            print(row["who"], row["whom"])

    Where graphs are given, it is over these alone: those that GRAPH finds, and those that lie merged outside of it.
    Without `union`, and graphs, what lies outside of GRAPH is the default graph alone.

    Raises KgError where the graph cannot be read, or the query is not SPARQL or asks a network (SERVICE).
    """
    refuse_network(sparql)
    store = store_of(graph)
    if default_graphs is None and named_graphs is None:
        return _ask(_merged(store, sparql) if union else store, sparql)
    with _understood():
        return store.query(
            sparql, prefixes=PREFIXES, default_graph=list(default_graphs or ()), named_graphs=list(named_graphs or ())
        )


def select(store: ox.Store, sparql: str) -> ox.QuerySolutions:
    """The solutions of a SELECT query over the union of a store's graphs; the usual prefixes need not be declared.

    Nothing is copied, as `query` does, but a solution comes once for each graph that has the triples it rests on.
    Raises KgError where it is not SPARQL, or another kind of query.
    """
    solutions = _ask(store, sparql, union=True)
    if not isinstance(solutions, ox.QuerySolutions):
        raise KgError("query: gives no table; ask by SELECT")
    return solutions


def _ask(store: ox.Store, sparql: str, *, union: bool = False) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    with _understood():
        return store.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=union)


@contextmanager
def _understood() -> Iterator[None]:
    try:
        yield
    except (SyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise KgError(f"query: not valid SPARQL ({reason}); mend it there") from error


def _merged(store: ox.Store, sparql: str) -> ox.Store:
    """A store whose default graph has the triples of all its graphs that a query can ask for, each once.

    It is a copy, if need be: Oxigraph's own union of graphs has a triple once for every graph that it lies in, which
    multiplies the solutions.
    """
    if not any(store.named_graphs()):
        return store
    copy = ox.Store()
    if (asked := predicates(sparql)) is None:
        copy.bulk_extend(store)
        found: Iterable[ox.Quad] = (quad for quad in store if quad.graph_name != ox.DefaultGraph())
    else:
        found = (q for name in sorted(asked) for q in store.quads_for_pattern(None, ox.NamedNode(name), None, None))
    with _understood():  # a predicate may be no IRI
        copy.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in found)
    return copy
