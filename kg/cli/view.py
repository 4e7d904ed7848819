"""`kg view`: a graph as a page to look at."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.arguments import Graph, keep_apart
from kg.cli.output import emit
from kg.errors import KgError
from kg.files import write_all
from kg.store import open_graph

__all__ = ["view"]


def view(
    graph: Graph,
    out: Annotated[
        Path | None, typer.Option(help="The page's file; by itself beside the graph, as .html.", metavar="FILE")
    ] = None,
    open: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Write a graph as one HTML file that needs no network.

    Example: kg view out/visit.ttl --open
    """
    from kg.articles.pages import is_our_file
    from kg.view.page import page

    keep_apart(out, "--out", graph)
    target = out or graph.resolve().with_suffix(".html")
    if not out and target.is_file() and not is_our_file(target):
        raise KgError(f"{target}: is there, and no page of ours; say by --out where to write")
    (written,) = write_all({target: page(open_graph(graph)).encode()})
    emit([str(written)])
    if open:
        import webbrowser

        webbrowser.open(written.resolve().as_uri())
