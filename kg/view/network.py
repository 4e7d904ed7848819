"""The facts of a graph as a networkx MultiDiGraph, with a place for every node.

Nodes are entities, and *ties*: small nodes for the facts that more than two entities share, one for each kind of
fact and set of parties, so that a cooperation in ten sectors is one node with ten lines. A fact between two
entities is an edge; a fact about one entity (a statement, a number) is kept on its node.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kg.view.layout import place
from kg.view.telling import TELLINGS, Row, parties, topics, verb_of

if TYPE_CHECKING:
    import networkx as nx
    from pyoxigraph import Store

__all__ = ["network", "network_of_rows"]

_STRENGTH = ("actual", "planned", "proposed", "denied")
"""A line that stands for several facts shows the first of these that one of them has."""


def network(store: Store) -> nx.MultiDiGraph:
    """The network of all facts in a store. See `network_of_rows`."""
    from kg.facts import facts

    return network_of_rows(facts(store))


def network_of_rows(rows: Iterable[Row]) -> nx.MultiDiGraph:
    """The network of rows of facts.

    `graph.graph["facts"]` is the list of rows that are neither entities nor dates, their sectors as entities; `facts`
    on a node or an edge are positions in it. Every node has `kind` ("entity" or "tie"), `type`, `label`, `facts`,
    `size` (radius) and `x`, `y` (pixels of the canvas). Entities are keyed by IRI; their `type` is their class, and
    they also have `labels`, `same_as` and `mentions` (pairs of offsets). The `type` of ties and edges is that of
    their facts; they have `modality`, edges also `label` and `directed`.
    """
    import networkx as nx

    rows = list(rows)
    graph = nx.MultiDiGraph()
    for row in rows:
        if row["type"] == "entity":
            _add_entity(graph, row)
    sectors = {row["iri"].rsplit("/", 1)[-1]: row for row in rows if row.get("class") == "Sector"}
    facts = [_with_sectors(row, sectors) for row in rows if row["type"] not in ("entity", "date")]
    graph.graph["facts"] = facts
    ties = {_tie_of(row) for row in facts if len(_entities(row)) > 2}
    for index, row in enumerate(facts):
        for iri, entity in _entities(row).items():
            if iri not in graph:
                _add_entity(graph, entity)
            graph.nodes[iri]["facts"].append(index)
        if _tie_of(row) in ties:
            _draw_tie(graph, index, row)
        elif len(_entities(row)) == 2:
            _draw_edge(graph, index, row)
    for node in graph.nodes.values():
        weight = len(node["facts"]) + len(node.get("mentions", ())) / 2
        node["size"] = 5.0 if node["kind"] == "tie" else round(min(9 + 3.2 * weight**0.5, 34), 1)
    place(graph)
    return graph


def _entities(row: Row) -> dict[str, Row]:
    """The parties of a fact, then its topics, by IRI."""
    return {entity["iri"]: entity for entity in (*parties(row), *topics(row))}


def _add_entity(graph: nx.MultiDiGraph, row: Row) -> None:
    graph.add_node(
        row["iri"], kind="entity", type=row["class"], label=row["label"], labels=tuple(row.get("labels") or ()),
        same_as=tuple(row.get("sameAs") or ()), facts=[],
        mentions=tuple((m["start"], m["end"]) for m in row.get("mentions") or ()),
    )  # fmt: skip


def _with_sectors(row: Row, sectors: dict[str, Row]) -> Row:
    """The row with its sectors as entities instead of ids, where they are among the entities."""
    value = row.get("sector")
    if not value:
        return row
    return {**row, "sector": [sectors.get(i, i) for i in ([value] if isinstance(value, str) else value)]}


def _tie_of(row: Row) -> str:
    """The key of the tie that a fact would belong to: its type, its name and its parties."""
    return " ".join([row["type"], row.get("name") or "", *sorted(entity["iri"] for entity in parties(row))])


def _draw_tie(graph: nx.MultiDiGraph, index: int, row: Row) -> None:
    tie = _tie_of(row)
    if tie not in graph:
        label = row.get("name") or row["kind"] if row["type"] == "agreement" else row["type"]
        graph.add_node(tie, kind="tie", type=row["type"], label=label, facts=[], modality="denied")
    _note(graph.nodes[tie], index, row)
    ends = parties(row)
    for entity in ends:
        _note(_edge(graph, entity["iri"], tie, "party", row), index, row)
    for entity in topics(row):
        _note(_edge(graph, tie, entity["iri"], "topic", row), index, row)


def _draw_edge(graph: nx.MultiDiGraph, index: int, row: Row) -> None:
    telling = TELLINGS[row["type"]]
    source, target = sorted(_entities(row)) if telling.mutual else _entities(row)
    label, modality = _label(row), row.get("modality") or "actual"
    key = f"{row['type']} {label} {modality}"
    _note(_edge(graph, source, target, key, row, label=label, directed=not telling.mutual), index, row)


def _edge(
    graph: nx.MultiDiGraph, source: str, target: str, key: str, row: Row, *, label: str = "", directed: bool = False
) -> dict[str, Any]:
    """The attributes of an edge, which is made if it is not there."""
    if not graph.has_edge(source, target, key):
        graph.add_edge(
            source, target, key=key, type=row["type"], label=label, directed=directed, facts=[], modality="denied"
        )
    attributes: dict[str, Any] = graph.edges[source, target, key]
    return attributes


def _note(attributes: dict[str, Any], index: int, row: Row) -> None:
    """Add a fact to what a tie or an edge stands for."""
    attributes["facts"].append(index)
    attributes["modality"] = min(attributes["modality"], row.get("modality") or "actual", key=_STRENGTH.index)


def _label(row: Row) -> str:
    """What an edge of this fact says."""
    match row["type"]:
        case "office" | "appointment":
            return f"{verb_of(row)} {row['title']}".removeprefix("is ")
        case "membership":
            return f"{verb_of(row)} {row['role']}".removeprefix("is ")
        case "measure":
            return str(row["metric"])
        case "agreement":
            return str(row["kind"])
        case _:
            return verb_of(row)
