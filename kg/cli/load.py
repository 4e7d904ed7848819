"""`kg load`: graphs from files into a store."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import emit, progress
from kg.rdf.articles import graphs_of
from kg.rdf.folder import keep

__all__ = ["load"]


def load(
    graphs: Annotated[
        list[Path], typer.Argument(help="Files with graphs, or the folders of other stores.", metavar="GRAPH")
    ],
    store: Annotated[Path, typer.Option(help="The folder of the Oxigraph store; made if need be.", metavar="FOLDER")],
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Load graphs into an Oxigraph store on disk, one named graph for each article.

    A named graph takes the place of the one of its name; all others stay as they are, and what is there already is
    not written again. The articles of a file without named graphs (Turtle, N-Triples, RDF/XML) are told apart; what
    belongs to no article lies in a graph named for the file. Ask the store like a file: kg query FOLDER.

    Example: kg load graphs/*.trig --store news
    """
    keep({}, store)  # so that a fault in it is told before the work
    with progress("Loading", len(graphs), quiet) as advance:
        for path in graphs:
            found = graphs_of(path)
            changed = keep(found, store)
            advance()
            if not quiet:
                kept = len(found) - len(changed)
                already = f", {kept} there already" if kept else ""
                emit([f"{path}: {len(changed)} graph{'s' * (len(changed) != 1)} loaded{already}"])
