"""`kg export`: the network of a graph for other programs, and its facts as nanopublications."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.arguments import Graph, keep_apart
from kg.cli.output import emit
from kg.errors import KgError
from kg.files import make_folder, write_all
from kg.store import open_graph

__all__ = ["export"]

_FORMATS = ("graphml", "gexf", "csv", "kuzu", "nanopub")


def export(
    graph: Graph,
    format: Annotated[str, typer.Option(help=f"{', '.join(_FORMATS)}.", metavar="NAME")] = "graphml",
    out: Annotated[
        Path | None,
        typer.Option(help="The file, for csv and kuzu the folder; by itself beside the graph.", metavar="PATH"),
    ] = None,
) -> None:
    """Write who has to do with whom as a property graph: GraphML (yEd, Cytoscape), GEXF (Gephi), or tables.

    Nodes are people, countries, bodies …, and facts that more than two of them share; a fact of two is an edge, with
    its dates, modality, confidence and words. csv is nodes.csv and edges.csv with the headers of Neo4j's import:
    neo4j-admin database import full --nodes nodes.csv --relationships edges.csv. kuzu is schema.cypher and the CSV
    files that it loads, for Ladybug and Kùzu: lbug news.lbug < schema.cypher, where the files are.

    nanopub is TriG with a nanopublication of each fact: what it says, the words and the article that say it.

    Example: kg export out/visit.ttl --format gexf --out visit.gexf
    """
    if format not in _FORMATS:
        raise KgError(f"{format}: no such format for a network; choose one of {', '.join(_FORMATS)}")
    keep_apart(out, "--out", graph)
    if format == "nanopub":
        from kg.rdf.formats import serialize
        from kg.rdf.nanopubs import nanopublications

        path = out or graph.resolve().with_suffix(".nanopubs.trig")
        emit(map(str, write_all({path: serialize(nanopublications(open_graph(graph)), "trig")})))
        return
    from kg.view.exports import gexf, graphml, plain
    from kg.view.network import network
    from kg.view.tables import csv_files, kuzu_files

    found = plain(network(open_graph(graph)))
    beside = graph.resolve()
    if format in ("csv", "kuzu"):
        folder = out or graph.with_name(f"{beside.stem}-{format}")
        make_folder(folder)
        tables = csv_files(found) if format == "csv" else kuzu_files(found)
        files = {folder / name: data for name, data in tables.items()}
    else:
        path = out or beside.with_suffix(f".{format}")
        files = {path: graphml(found) if format == "graphml" else gexf(found)}
    emit(map(str, write_all(files)))
