"""`kg docs`: the reference of the ontology."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import emit
from kg.files import make_folder, write_all

__all__ = ["docs"]


def docs(
    graph: Annotated[
        Path | None,
        typer.Argument(help="A graph to take the examples from; by itself that of a short article.", metavar="[GRAPH]"),
    ] = None,
    out: Annotated[Path, typer.Option(help="The folder for the files.", metavar="FOLDER")] = Path("docs"),
) -> None:
    """Write the reference of the ontology: classes, properties, sectors, offices, events and questions, as HTML.

    One page, index.html, that needs no network; beside it lie the files of Turtle that it tells of.

    Example: kg docs --out docs
    """
    from kg.docs.page import FILES, example_graph, reference
    from kg.docs.reading import ONTOLOGY
    from kg.store import open_graph

    page = reference(open_graph(graph) if graph else example_graph())
    make_folder(out)
    turtle = {out / name: (ONTOLOGY / name).read_bytes() for name in FILES}
    emit(map(str, write_all({out / "index.html": page.encode(), **turtle})))
