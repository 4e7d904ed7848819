"""The network of a graph as tables for property graphs: CSV for Neo4j, and CSV with a schema for Ladybug and Kùzu.

Both have the same labels and types, so that the same Cypher asks both: nodes are labelled with their class (`Person`,
`Country` …), or with `Fact` where they stand for facts that more than two share; relationships are of the type of
their facts (`VISIT`, `MEETING` …). Only `EVENT` is `ACT` for Kùzu, which would take it for the label `Event`. See
`kg.view.exports.plain` for what they have.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["csv_files", "kuzu_files"]

_NODE = {
    "label": "string", "kind": "string", "class": "string", "labels": "string", "same_as": "string",
    "x": "float", "y": "float", "size": "float", "facts": "int",
}  # fmt: skip
_EDGE = {
    "label": "string", "fact": "string", "directed": "boolean", "modality": "string", "facts": "int",
    "dates": "string", "confidence": "float", "words": "string",
}  # fmt: skip
"""The columns and their types, in Neo4j's words."""
_KUZU = {"string": "STRING", "float": "DOUBLE", "int": "INT64", "boolean": "BOOLEAN"}
_TYPES = {"EVENT": "ACT"}
_COPY = "header=true, parallel=false"


def csv_files(graph: nx.MultiDiGraph) -> dict[str, bytes]:
    """A network from `plain` as "nodes.csv" and "edges.csv", with the headers of neo4j-admin's import.

    igraph and others take them, too: the first column of nodes is their id, the first two of edges their ends.
    """
    nodes = ((key, _label(node), *_values(node, _NODE)) for key, node in graph.nodes(data=True))
    edges = ((*ends, _type(edge), *_values(edge, _EDGE)) for *ends, edge in graph.edges(data=True))
    return {
        "nodes.csv": _csv((":ID", ":LABEL", *_typed(_NODE)), nodes),
        "edges.csv": _csv((":START_ID", ":END_ID", ":TYPE", *_typed(_EDGE)), edges),
    }


def kuzu_files(graph: nx.MultiDiGraph) -> dict[str, bytes]:
    """A network from `plain` as "schema.cypher" and the CSV files that it loads, which lie beside it.

    A table of nodes for each label; a table of relationships for each type, from and to the labels that it joins, with
    a file for each pair of these. Run it where the files are.
    """
    nodes: defaultdict[str, list[Sequence[Any]]] = defaultdict(list)
    for key, node in graph.nodes(data=True):
        nodes[_label(node)].append((key, *_values(node, _NODE)))
    edges: defaultdict[str, defaultdict[tuple[str, str], list[Sequence[Any]]]] = defaultdict(lambda: defaultdict(list))
    for source, target, edge in graph.edges(data=True):
        ends = _label(graph.nodes[source]), _label(graph.nodes[target])
        edges[_TYPES.get(_type(edge), _type(edge))][ends].append((source, target, *_values(edge, _EDGE)))
    files = {f"{label}.csv": _csv(("id", *_NODE), rows) for label, rows in sorted(nodes.items())}
    for type_, pairs in sorted(edges.items()):
        for (source, target), rows in sorted(pairs.items()):
            files[f"{type_}-{source}-{target}.csv"] = _csv(("from", "to", *_EDGE), rows)
    schema = [*_node_tables(sorted(nodes)), *_edge_tables({type_: sorted(edges[type_]) for type_ in sorted(edges)})]
    return {"schema.cypher": "".join(f"{statement};\n" for statement in schema).encode(), **files}


def _node_tables(labels: Sequence[str]) -> Iterator[str]:
    columns = ", ".join(("id STRING PRIMARY KEY", *_declared(_NODE)))
    for label in labels:
        yield f"CREATE NODE TABLE {label}({columns})"
        yield f"COPY {label} FROM '{label}.csv' ({_COPY})"


def _edge_tables(pairs: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[str]:
    for type_, ends in pairs.items():
        joined = (f"FROM {source} TO {target}" for source, target in ends)
        yield f"CREATE REL TABLE {type_}({', '.join((*joined, *_declared(_EDGE)))})"
        for source, target in ends:
            yield f"COPY {type_} FROM '{type_}-{source}-{target}.csv' (from='{source}', to='{target}', {_COPY})"


def _label(node: Mapping[str, Any]) -> str:
    return "Fact" if node["kind"] == "tie" else str(node["class"])


def _type(edge: Mapping[str, Any]) -> str:
    return str(edge["fact"]).upper()


def _typed(columns: Mapping[str, str]) -> Iterator[str]:
    """Columns as Neo4j declares them: strings are what it takes by itself."""
    for name, type_ in columns.items():
        yield name if type_ == "string" else f"{name}:{type_}"


def _declared(columns: Mapping[str, str]) -> Iterator[str]:
    """Columns as Kùzu declares them."""
    for name, type_ in columns.items():
        yield f"{name} {_KUZU[type_]}"


def _values(attributes: Mapping[str, Any], columns: Iterable[str]) -> Iterator[Any]:
    for name in columns:
        value = attributes[name]
        yield str(value).lower() if isinstance(value, bool) else value


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return file.getvalue().encode()
