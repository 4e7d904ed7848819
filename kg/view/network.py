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
_SMALLEST, _GROWTH, _TIE = 7.0, 23.0, 6.0
"""Radii in pixels: that of an entity of no importance, what the most important has more, that of a tie."""


def network(store: Store) -> nx.MultiDiGraph:
    """The network of all facts in a store. See `network_of_rows`."""
    from kg.facts import facts

    return network_of_rows(facts(store))


def network_of_rows(rows: Iterable[Row]) -> nx.MultiDiGraph:
    """The network of rows of facts.

    `graph.graph["facts"]` is the list of rows that are neither entities nor dates, their sectors as entities; `facts`
    on a node or an edge are positions in it. Every node has `kind` ("entity" or "tie"), `type`, `label`, `facts`,
    `size` (radius) and `x`, `y` (pixels of the canvas). Entities are keyed by IRI; their `type` is their class, and
    they also have `labels`, `same_as` and `mentions` (article's IRI, start, end). The `type` of ties and edges is that
    of their facts; they have `modality`, edges also `label` and `directed`.
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
    _size(graph)
    place(graph)
    return graph


def _size(graph: nx.MultiDiGraph) -> None:
    """Give each node its `size`: the area of an entity grows with its facts and mentions."""
    weights = {iri: len(n["facts"]) + len(n["mentions"]) / 2 for iri, n in graph.nodes(data=True) if "mentions" in n}
    most = max(40.0, *weights.values()) if weights else 1.0
    for iri, node in graph.nodes(data=True):
        node["size"] = round(_SMALLEST + _GROWTH * (weights[iri] / most) ** 0.5, 1) if iri in weights else _TIE


def _entities(row: Row) -> dict[str, Row]:
    """The parties of a fact, then its topics, by IRI."""
    return {entity["iri"]: entity for entity in (*parties(row), *topics(row))}


def _add_entity(graph: nx.MultiDiGraph, row: Row) -> None:
    graph.add_node(
        row["iri"], kind="entity", type=row["class"], label=row["label"], labels=tuple(row.get("labels") or ()),
        same_as=tuple(row.get("sameAs") or ()), facts=[],
        mentions=tuple((m["article"], m["start"], m["end"]) for m in row.get("mentions") or ()),
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
            return _short(f"{verb_of(row)} {row['title']}")
        case "membership":
            return _short(f"{verb_of(row)} {row['role']}")
        case "measure":
            return str(row["metric"])
        case "agreement":
            return str(row["kind"])
        case _:
            return verb_of(row)


def _short(told: str) -> str:
    """What somebody is, without the "is"."""
    return told if told.startswith("is not ") else told.removeprefix("is ")
