"""`kg report`: what an archive tells over time."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.arguments import Graph, keep_apart
from kg.cli.output import emit
from kg.files import write_all

__all__ = ["report"]


def report(
    graph: Graph,
    out: Annotated[Path, typer.Option(help="The file to write.", metavar="FILE")] = Path("report.html"),
    title: Annotated[
        str | None, typer.Option(help="The heading; by itself the graph's name.", metavar="TEXT", show_default=False)
    ] = None,
) -> None:
    """Write a page of figures over an archive: who is active, which countries and sectors, who cites whom.

    Example: kg report news --out report.html --title "Alpine news"
    """
    from kg.report.page import report as page
    from kg.store import open_graph

    keep_apart(out, "--out", graph)
    text = page(open_graph(graph), title or graph.resolve().stem)
    emit(map(str, write_all({out: text.encode()})))
