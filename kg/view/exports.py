"""The network of a graph as files for other programs: GraphML and GEXF.

Entities are nodes, and so are facts that more than two of them share; a fact of two is an edge (see
`kg.view.network`). Every value is a string, a number or a truth value, as GraphML and GEXF want it; several texts in
one are divided by "; ". The same network gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.view.picture import CLASSES, OTHER

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["gexf", "graphml", "plain"]

# XML 1.0, 2.2: these may not stand in a document at all.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TODAY = re.compile(r' lastmodifieddate="[^"]*"')
_COLOURS = {look.type: tuple(bytes.fromhex(look.colour[1:])) for look in (*CLASSES, OTHER)}
_TIE = tuple(bytes.fromhex(OTHER.outline[1:]))


def plain(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """A network with what other programs show: the edges' keys are "e0", "e1" … in their order.

    Nodes have `label`, `kind` ("entity" or "tie"), `class` (of a tie: the type of its facts), `labels`, `same_as`,
    `x`, `y` and `size` (pixels), and `facts` (their number). Edges have `label`, `fact` (its type), `directed`,
    `modality`, `facts`, `dates`, `confidence` (the highest) and `words` (the evidence).
    """
    import networkx as nx

    facts = network.graph["facts"]
    graph = nx.MultiDiGraph()
    for key, node in network.nodes(data=True):
        graph.add_node(
            _text(key), label=_text(node["label"]), kind=node["kind"], **{"class": node["type"]},
            labels=_joined(node.get("labels", ())), same_as=_joined(node.get("same_as", ())),
            x=float(node["x"]), y=float(node["y"]), size=float(node["size"]), facts=len(node["facts"]),
        )  # fmt: skip
    for number, (source, target, edge) in enumerate(network.edges(data=True)):
        rows = [facts[index] for index in edge["facts"]]
        graph.add_edge(
            _text(source), _text(target), key=f"e{number}", label=edge["label"] or edge["type"], fact=edge["type"],
            directed=edge["directed"], modality=edge["modality"], facts=len(rows),
            dates=_joined(sorted({row.get("date") or row.get("period") or "" for row in rows} - {""})),
            confidence=float(max(row["confidence"] for row in rows)),
            words=_joined(dict.fromkeys((row.get("evidence") or {}).get("text") or "" for row in rows)),
        )  # fmt: skip
    return graph


def graphml(graph: nx.MultiDiGraph) -> bytes:
    """A network from `plain` as GraphML, for yEd, Gephi, Cytoscape, igraph."""
    import networkx as nx

    return _document(nx.generate_graphml(graph, named_key_ids=True))


def gexf(graph: nx.MultiDiGraph) -> bytes:
    """A network from `plain` as GEXF 1.2 for Gephi, with the places, sizes and colours of the page."""
    import networkx as nx

    shown = nx.MultiDiGraph()
    for key, node in graph.nodes(data=True):
        red, green, blue = _TIE if node["kind"] == "tie" else _COLOURS.get(node["class"], _COLOURS["Other"])
        viz = {
            "color": {"r": red, "g": green, "b": blue, "a": 1.0},
            "position": {"x": node["x"], "y": -node["y"], "z": 0.0},  # Gephi's ordinate points upwards
            "size": node["size"],
        }
        shown.add_node(key, viz=viz, **{name: node[name] for name in node if name not in ("x", "y", "size")})
    for source, target, key, edge in graph.edges(keys=True, data=True):
        shown.add_edge(source, target, key, id=key, **edge)
    return _TODAY.sub("", _document(nx.generate_gexf(shown)).decode(), count=1).encode()


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(map(_text, texts))


def _text(text: str) -> str:
    """Text that may stand in XML; line breaks, which attributes lose, as spaces."""
    return " ".join(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text).split())


def _document(lines: Iterable[str]) -> bytes:
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n").encode()
