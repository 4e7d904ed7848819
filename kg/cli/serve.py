"""`kg serve`: a graph on the web."""

from typing import Annotated

import typer

from kg.cli.arguments import Graph
from kg.cli.output import emit
from kg.errors import KgError

__all__ = ["serve"]

_LIMITS = "Limits"
_WRITING = "Writing"


def serve(
    graph: Graph,
    host: Annotated[str, typer.Option(help="The address to listen at; 0.0.0.0 for all.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port; 0 for any that is free.", min=0, max=65535)] = 8000,
    cors: Annotated[
        list[str] | None, typer.Option(help="An origin whose pages may ask, or *.", metavar="ORIGIN")
    ] = None,
    writable: Annotated[
        bool, typer.Option("--writable", help="Let those who have the token write.", rich_help_panel=_WRITING)
    ] = False,
    token: Annotated[
        str | None,
        typer.Option(help="The token; better in KG_TOKEN.", envvar="KG_TOKEN", rich_help_panel=_WRITING),
    ] = None,
    timeout: Annotated[float, typer.Option(help="Seconds for a query.", min=0.01, rich_help_panel=_LIMITS)] = 30,
    max_rows: Annotated[int, typer.Option(help="Rows of an answer.", min=1, rich_help_panel=_LIMITS)] = 100_000,
    max_body: Annotated[float, typer.Option(help="MB of a request.", min=0, rich_help_panel=_LIMITS)] = 4,
    max_memory: Annotated[int, typer.Option(help="MB to find an answer.", min=128, rich_help_panel=_LIMITS)] = 1024,
    workers: Annotated[
        int | None,
        typer.Option(help="Queries at a time; by itself twice the processors.", min=1, rich_help_panel=_LIMITS),
    ] = None,
) -> None:
    """Serve a graph: its page at /, an editor for queries at /query, SPARQL at /sparql, and pages of all it names.

    Pages, Turtle, JSON-LD and N-Triples of what has an IRI are at /id/…, named graphs at /store?graph=IRI. A folder
    or file that is written to meanwhile is served anew within a second. Nobody writes through the server unless with
    --writable and a token: then by SPARQL updates and the Graph Store Protocol. It runs until Ctrl-C.

    Example: kg serve news --port 8000

    Example: KG_TOKEN=... kg serve news --writable
    """
    if writable and not token:
        raise KgError("--writable: needs a token; give one in the environment variable KG_TOKEN, or with --token")
    if writable and not graph.is_dir():
        raise KgError(f"{graph}: only a store's folder can be written; make one by `kg load {graph} --store FOLDER`")
    from kg.serve.limits import MEGA, Limits
    from kg.serve.server import serve as start
    from kg.serve.service import Options

    limits = Limits(timeout, max_rows, int(max_body * MEGA), memory=max_memory * MEGA)
    usual = Options()
    start(
        graph,
        host,
        port,
        Options(limits, workers or usual.workers, tuple(cors or ()), token if writable else None),
        lambda address: emit([f"{graph} at {address}"]),
    )
