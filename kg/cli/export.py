"""`kg export`: the network of a graph for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.arguments import Graph
from kg.cli.output import emit
from kg.errors import KgError
from kg.files import write_all
from kg.store import open_graph

__all__ = ["export"]

_FORMATS = ("graphml", "gexf", "csv")


def export(
    graph: Graph,
    format: Annotated[str, typer.Option(help=f"{', '.join(_FORMATS)}.", metavar="NAME")] = "graphml",
    out: Annotated[
        Path | None,
        typer.Option(help="The file, for csv the folder; by itself beside the graph.", metavar="PATH"),
    ] = None,
) -> None:
    """Write who has to do with whom as a property graph: GraphML (yEd, Cytoscape), GEXF (Gephi), or CSV (Neo4j).

    Nodes are people, countries, bodies …, and facts that more than two of them share; a fact of two is an edge, with
    its dates, modality, confidence and words. CSV is nodes.csv and edges.csv with the headers of Neo4j's import:
    neo4j-admin database import full --nodes nodes.csv --relationships edges.csv

    Example: kg export out/visit.ttl --format gexf --out visit.gexf
    """
    if format not in _FORMATS:
        raise KgError(f"{format}: no such format for a network; choose one of {', '.join(_FORMATS)}")
    from kg.view.exports import csv_files, gexf, graphml, plain
    from kg.view.network import network

    found = plain(network(open_graph(graph)))
    beside = graph.resolve()
    if format == "csv":
        folder = out or graph.with_name(f"{beside.stem}-csv")
        _make(folder)
        files = {folder / name: data for name, data in csv_files(found).items()}
    else:
        path = out or beside.with_suffix(f".{format}")
        files = {path: graphml(found) if format == "graphml" else gexf(found)}
    emit(map(str, write_all(files)))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KgError(f"{folder}: no folder to write to ({error.strerror or error}); choose another --out") from error
