"""`kg query`: SPARQL over a graph."""

from typing import Annotated

import pyoxigraph as ox
import typer

from kg.cli.arguments import Graph
from kg.cli.output import emit, on_terminal, table
from kg.cli.parameters import Query, given
from kg.errors import KgError
from kg.queries import questions, sparql
from kg.queries.parameters import narrowed, parameters
from kg.rdf.formats import serialize
from kg.rdf.namespaces import PREFIXES
from kg.store import open_graph
from kg.store import query as ask

__all__ = ["Query", "answer", "query"]

type Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

_RESULTS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}


def query(
    context: typer.Context,
    graph: Graph,
    query: Annotated[
        str | None,
        typer.Argument(help="A query's name, a file (.rq) or SPARQL; without one, lists the names and their options."),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            help="table, csv, tsv, json, xml or turtle; by itself a table on a terminal, else csv.", metavar="NAME"
        ),
    ] = None,
    infer: Annotated[
        bool, typer.Option("--infer", help="Also ask what follows from the graph and the ontology (OWL 2 RL).")
    ] = False,
) -> None:
    """Ask a graph by SPARQL; the usual prefixes need not be declared.

    What CONSTRUCT and DESCRIBE give is Turtle. A query with a name can be narrowed by options of its own, which
    `kg query GRAPH NAME --help` lists: names of people, countries … as the graph has them, and times.

    Example: kg query out/visit.ttl 'SELECT ?who ?whom { ?who :met ?whom }'

    Example: kg query news visits --country Kazakhstan --since 2024-01

    Example: kg query news --infer 'SELECT ?event ?who { ?event a sem:Event ; sem:hasActor ?who }'
    """
    store = open_graph(graph)
    if query is None:
        _list()
        return
    if infer:
        from kg.rdf.inference import closed

        store = closed(store)
    result = ask(store, narrowed(sparql(query), given(context), store))
    if isinstance(result, ox.QuerySolutions) and (format == "table" or format is None and on_terminal()):
        columns = [variable.value for variable in result.variables]
        table(columns, _rows(result))
    else:
        emit(answer(result, format or ("turtle" if isinstance(result, ox.QueryTriples) else "csv")))


def answer(result: Answer, format: str) -> bytes:
    """The answer to a query as a file: in "csv", "tsv", "json" or "xml"; that to CONSTRUCT in "turtle".

    Raises KgError where such an answer has no such format.
    """
    choices = ["turtle"] if isinstance(result, ox.QueryTriples) else list(_RESULTS)
    if format not in choices:
        raise KgError(f"{format}: no such format for what this query gives; choose one of {', '.join(choices)}")
    try:
        if isinstance(result, ox.QueryTriples):
            return serialize((ox.Quad(t.subject, t.predicate, t.object) for t in result), "turtle")
        data = result.serialize(format=_RESULTS[format]) or b""
    except (OSError, RuntimeError) as error:
        raise _not_answered(error) from error
    return data if data.endswith(b"\n") else data + b"\n"


def _rows(solutions: ox.QuerySolutions) -> list[list[str]]:
    try:
        return [[_told(term) for term in solution] for solution in solutions]
    except (OSError, RuntimeError) as error:
        raise _not_answered(error) from error


def _not_answered(error: Exception) -> KgError:
    """Such as where the files of a store were taken away meanwhile."""
    return KgError(f"query: cannot be answered ({error}); mend it there")


def _told(term: object) -> str:
    """A term as a reader likes to see it: IRIs with a prefix, values bare."""
    if not isinstance(term, ox.NamedNode):
        return str(getattr(term, "value", term or ""))
    prefix, namespace = max(PREFIXES.items(), key=lambda p: len(p[1]) if term.value.startswith(p[1]) else 0)
    local = term.value.removeprefix(namespace)
    return f"{prefix}:{local}" if local != term.value and "/" not in local else term.value


def _list() -> None:
    named = questions()
    rows = [(name, named[name], " ".join(f"--{key}" for key in parameters(sparql(name)))) for name in named]
    if on_terminal():
        table(("name", "question", "options"), rows)
    else:
        emit("\t".join(row) for row in rows)
