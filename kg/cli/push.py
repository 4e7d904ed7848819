"""`kg push`: graphs from files into a triple store that somebody runs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.output import emit, progress
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.rdf.push import Key

__all__ = ["push"]


def push(
    graphs: Annotated[list[Path], typer.Argument(help="Files with graphs, or the folders of stores.", metavar="GRAPH")],
    to: Annotated[str, typer.Option(help="The address of the store's Graph Store Protocol.", metavar="URL")],
    auth: Annotated[
        str | None,
        typer.Option(help="User and password, for Basic or Digest.", metavar="USER:PASSWORD", envvar="KG_AUTH"),
    ] = None,
    token: Annotated[
        str | None, typer.Option(help="A bearer token, instead.", metavar="TOKEN", envvar="KG_TOKEN")
    ] = None,
    timeout: Annotated[float, typer.Option(help="Seconds to wait for an answer.", min=0.001)] = 60.0,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="List what would be sent, and send nothing.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Send graphs to a triple store by the SPARQL 1.1 Graph Store Protocol, one named graph for each article.

    Each is one PUT, which puts it in the place of the graph of its name: what is sent again changes nothing. Faults
    that may pass (no connection, 429, 5xx) are tried again after growing pauses. In Fuseki the address ends with
    /DATASET/data, in GraphDB with /repositories/NAME/rdf-graphs/service, in Oxigraph with /store, in Virtuoso with
    /sparql-graph-crud-auth.

    Example: kg push graphs/*.trig --to http://localhost:3030/news/data --auth admin:secret
    """
    from kg.rdf.articles import graphs_of
    from kg.rdf.push import address
    from kg.rdf.push import push as send

    key = _key(auth, token)
    with progress("Sending", len(graphs), quiet) as advance:
        for path in graphs:
            found = graphs_of(path)
            if dry_run:
                emit(
                    f"PUT {address(to, name)} ({_counted(len(found[name]), 'triple')})"
                    for name in sorted(found, key=str)
                )
                continue
            sent = sum(1 for _ in send(found, to, key, timeout))
            advance()
            if not quiet:
                emit([f"{path}: {_counted(sent, 'graph')} sent"])


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _key(auth: str | None, token: str | None) -> "Key":
    from kg.rdf.push import Key

    user, colon, password = (auth or "").partition(":")
    if auth and not colon:
        raise KgError("--auth: no password; write it USER:PASSWORD")
    return Key(user if auth else None, password, token)
