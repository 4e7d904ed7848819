"""How a network looks: the data that vis-network draws, made with pyvis.

Colours are those of Okabe and Ito (2008, "Color Universal Design"), which colour-blind readers tell apart; each class
also has a shape of its own. The line tells the modality.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["CLASSES", "OTHER", "Look", "picture"]


class Look(NamedTuple):
    """How a class of entities is drawn: a shape of vis-network, and colours of its area and its outline."""

    type: str
    plural: str
    shape: str
    colour: str
    outline: str


CLASSES = (
    Look("Person", "People", "dot", "#E69F00", "#9A6A00"),
    Look("Country", "Countries", "square", "#0072B2", "#004C77"),
    Look("RegionalBody", "Bodies", "hexagon", "#56B4E9", "#1F78AB"),
    Look("Organization", "Organisations", "diamond", "#CC79A7", "#8F3F6B"),
    Look("Place", "Places", "triangleDown", "#009E73", "#00664A"),
    Look("Sector", "Sectors", "star", "#F0E442", "#8A8000"),
    Look("Event", "Events", "triangle", "#D55E00", "#8C3E00"),
)
OTHER = Look("Other", "Others", "dot", "#999999", "#555555")
"""How a class that is not among CLASSES is drawn."""
_DASHES = {"planned": [9, 6], "proposed": [2, 6], "denied": [12, 4, 2, 4]}
_OPTIONS = {
    "autoResize": True,
    "physics": {"enabled": False},
    "interaction": {"hover": True, "hoverConnectedEdges": False, "selectConnectedEdges": False, "tooltipDelay": 250},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 1.5, "chosen": False},
    "edges": {
        "width": 1.4, "chosen": False, "smooth": False,
        "arrows": {"to": {"scaleFactor": 0.6}}, "arrowStrikethrough": False,
    },
}  # fmt: skip


def picture(graph: nx.MultiDiGraph, base: str = "") -> dict[str, Any]:
    """What vis-network needs to draw a network: "nodes", "edges" and "options", all plain JSON values.

    The ids are the keys of the network without `base`. An edge, and a node of `kind` "tie", also have `type`, `facts`
    and `modality`. Labels are not drawn by vis-network: `name` is that of a node or an edge.
    """
    from pyvis.edge import Edge
    from pyvis.network import Network
    from pyvis.node import Node

    looks = {look.type: look for look in CLASSES}
    drawing = Network(directed=True)
    options = {**_OPTIONS, "groups": {look.type: _group(look) for look in (*CLASSES, OTHER)}}
    drawing.set_options(json.dumps(options))
    # pyvis' own add_node and add_edge search all that is there already: quadratic, so its lists are filled directly.
    for iri, node in graph.nodes(data=True):
        tie = node["kind"] == "tie"
        look = looks.get(node["type"], OTHER)
        more = {key: node[key] for key in ("kind", "type", "facts", "modality")} if tie else {"group": look.type}
        place = {key: node[key] for key in ("x", "y", "size")}
        shape = "dot" if tie else look.shape
        drawing.nodes.append(Node(iri.replace(base, ""), shape, None, name=_drawable(node["label"]), **place, **more))
    together = Counter(frozenset(pair) for pair in graph.edges())
    drawn: Counter[frozenset[str]] = Counter()
    for source, target, key, edge in graph.edges(keys=True, data=True):
        pair = frozenset((source, target))
        drawing.edges.append(
            Edge(
                source.replace(base, ""), target.replace(base, ""), directed=edge["directed"],
                id=f"{source} {key} {target}".replace(base, ""), name=_drawable(edge["label"]),
                **_bend(drawn[pair], together[pair], source < target), **_line(edge["modality"]),
                type=edge["type"], facts=edge["facts"],
            )
        )  # fmt: skip
        drawn[pair] += 1
    nodes, edges, _, _, _, options_json = drawing.get_network_data()
    return {
        "nodes": [{k: v for k, v in node.options.items() if v is not None} for node in nodes],
        "edges": [edge.options for edge in edges],
        "options": json.loads(options_json),
    }


def _group(look: Look) -> dict[str, Any]:
    return {"shape": look.shape, "color": {"background": look.colour, "border": look.outline}}


def _line(modality: str) -> dict[str, Any]:
    return {"modality": modality, **({"dashes": _DASHES[modality]} if modality in _DASHES else {})}


def _bend(number: int, count: int, forth: bool) -> dict[str, Any]:
    """The edges of a pair of nodes bend away from each other; one alone is straight.

    `forth` tells their directions apart: what bends clockwise one way would meet what does so the other way.
    """
    offset = (number - (count - 1) / 2) * (1 if forth else -1)
    if offset == 0:
        return {}
    kind = "curvedCW" if offset > 0 else "curvedCCW"
    return {"smooth": {"enabled": True, "type": kind, "roundness": round(0.28 * abs(offset), 2)}}


def _drawable(label: str) -> str:
    """A label without control characters: those of direction would reorder what stands around it."""
    return "".join(c for c in label if unicodedata.category(c) not in ("Cc", "Cf"))
