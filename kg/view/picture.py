"""How a network looks: the data that vis-network draws, made with pyvis.

Colours are those of Okabe and Ito (2008, "Color Universal Design"), which colour-blind readers tell apart; each class
also has a shape of its own. The line tells the modality.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.view.layout import LABEL_WIDTH

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["CLASSES", "Look", "picture"]


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
_OTHER = Look("Other", "Others", "dot", "#999999", "#555555")
_LINES: dict[str, dict[str, Any]] = {
    "actual": {"dashes": False},
    "planned": {"dashes": [9, 6]},
    "proposed": {"dashes": [2, 6]},
    "denied": {"dashes": [12, 4, 2, 4]},
}
_OPTIONS = {
    "autoResize": True,
    "physics": {"enabled": False},
    "interaction": {
        "hover": True, "hoverConnectedEdges": False, "selectConnectedEdges": False, "tooltipDelay": 150,
        "keyboard": {"enabled": True, "bindToWindow": False, "autoFocus": False},
    },
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "widthConstraint": {"maximum": LABEL_WIDTH}},
    "edges": {"width": 1.4, "selectionWidth": 1.6, "hoverWidth": 0.6, "arrowStrikethrough": False,
              "widthConstraint": {"maximum": LABEL_WIDTH}},
}  # fmt: skip


def picture(graph: nx.MultiDiGraph) -> dict[str, Any]:
    """What vis-network needs to draw a network: "nodes", "edges" and "options", all plain JSON values.

    Besides what vis-network reads, a node has `kind`, `type` and `facts`, an edge `type`, `facts` and `modality`.
    """
    from pyvis.edge import Edge
    from pyvis.network import Network
    from pyvis.node import Node

    looks = {look.type: look for look in CLASSES}
    drawing = Network(directed=True)
    drawing.set_options(json.dumps(_OPTIONS))
    # pyvis' own add_node and add_edge search all that is there already: quadratic, so its lists are filled directly.
    for iri, node in graph.nodes(data=True):
        look = looks.get(node["type"], _OTHER)
        tie = node["kind"] == "tie"
        drawing.nodes.append(
            Node(
                iri,
                "box" if tie else look.shape,
                _drawable(node["label"]),
                color={} if tie else _colour(look),
                x=node["x"], y=node["y"], size=node["size"],
                kind=node["kind"], type=node["type"], facts=node["facts"],
            ).options
        )  # fmt: skip
    together = Counter(frozenset(pair) for pair in graph.edges())
    drawn: Counter[frozenset[str]] = Counter()
    for source, target, key, edge in graph.edges(keys=True, data=True):
        pair = frozenset((source, target))
        drawing.edges.append(
            Edge(
                source,
                target,
                id=f"{source} {key} {target}",
                label=_drawable(edge["label"]),
                arrows=_arrows(edge),
                smooth=_bend(drawn[pair], together[pair], source < target),
                type=edge["type"], facts=edge["facts"], modality=edge["modality"],
                **_LINES[edge["modality"]],
            ).options
        )  # fmt: skip
        drawn[pair] += 1
    nodes, edges, _, _, _, options = drawing.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def _colour(look: Look) -> dict[str, Any]:
    """The colours of a class, the same when a node is chosen."""
    colours = {"background": look.colour, "border": look.outline}
    return {**colours, "highlight": colours, "hover": colours}


def _arrows(edge: dict[str, Any]) -> dict[str, Any]:
    """An arrow at the end of a directed edge, a bar across what is denied."""
    return {
        "to": {"enabled": edge["directed"], "scaleFactor": 0.6},
        "middle": {"enabled": edge["modality"] == "denied", "type": "bar", "scaleFactor": 0.8},
    }


def _bend(number: int, count: int, forth: bool) -> dict[str, Any]:
    """The edges of a pair of nodes bend away from each other; one alone is straight.

    `forth` tells their directions apart: what bends clockwise one way would meet what does so the other way.
    """
    offset = (number - (count - 1) / 2) * (1 if forth else -1)
    if offset == 0:
        return {"enabled": False}
    return {
        "enabled": True,
        "type": "curvedCW" if offset > 0 else "curvedCCW",
        "roundness": round(0.28 * abs(offset), 2),
    }


def _drawable(label: str) -> str:
    """A label without control characters: those of direction would reorder what stands around it."""
    return "".join(c for c in label if unicodedata.category(c) not in ("Cc", "Cf"))
