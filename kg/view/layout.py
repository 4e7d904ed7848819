"""Where the nodes of a network stand: positions computed once, the same for the same network.

Force-directed (Fruchterman and Reingold 1991, as networkx's `spring_layout` does it), then moved apart until no label,
be it of a node or of an edge, covers another.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["LABEL_WIDTH", "place"]

_SEED = 7
_SPREAD = 86.0
"""Pixels of canvas for each node's share of the width: the area grows with the number of nodes."""
_ASPECT = (1.1, 0.9)
"""Labels are wider than high, and so is the picture."""
_LETTER, _LINE, _GAP = 8.0, 18.0, 5.0
"""Pixels: the mean width of a letter, the height of a label's line, the room around a box."""
LABEL_WIDTH = 140
"""Pixels: labels that are longer are broken into lines."""
_NEAR = 12
"""How many names before and after are looked at for a neighbour in the text."""
_PUSHES = 300


def place(graph: nx.MultiDiGraph) -> None:
    """Give each node of a network whole numbers `x` and `y`, in pixels of the canvas, the middle being 0, 0.

    Reads `label`, `size` and `mentions` of the nodes and `label` of the edges. Entities without an edge stand by
    what the text names near them.
    """
    import networkx as nx
    import numpy as np

    if not graph:
        return
    count = len(graph)
    found = nx.spring_layout(_springs(graph), seed=_SEED, iterations=300, k=2.2 / count**0.5, method="force")
    spots = np.array([found[node] for node in graph]) * _SPREAD * count**0.5 * _ASPECT
    _push_apart(spots, *_boxes(graph))
    spots -= (spots.max(axis=0) + spots.min(axis=0)) / 2
    for node, (x, y) in zip(graph, spots.tolist(), strict=True):
        graph.nodes[node].update(x=round(x), y=round(y))


def _springs(graph: nx.MultiDiGraph) -> nx.Graph:
    """What pulls on what: the edges, and weakly what ties single nodes and separate parts to the rest."""
    import networkx as nx

    springs = nx.Graph()
    springs.add_nodes_from(graph)
    springs.add_edges_from(graph.edges(), weight=1.0)
    springs.add_edges_from(_nearest_in_text(graph), weight=0.5)
    middle = max(springs, key=lambda node: springs.degree(node))
    parts = [part for part in nx.connected_components(springs) if middle not in part]
    springs.add_edges_from([(middle, next(node for node in graph if node in part)) for part in parts], weight=0.2)
    return springs


def _boxes(graph: nx.MultiDiGraph) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """The boxes that are to be kept apart: one for each node with its label, one for each pair's edge labels.

    Returns the matrix that gives the middles of the boxes from the spots of the nodes, what is to be added to those,
    and half the width and height of each box.
    """
    import numpy as np

    labels: dict[tuple[str, str], list[str]] = {}
    for source, target, label in graph.edges(data="label"):
        if label:
            labels.setdefault((min(source, target), max(source, target)), []).append(label)
    position = {node: i for i, node in enumerate(graph)}
    middles = np.vstack([np.eye(len(graph)), np.zeros((len(labels), len(graph)))])
    shift = np.zeros((len(middles), 2))
    half = np.zeros((len(middles), 2))
    for i, node in enumerate(graph.nodes.values()):
        width, height = _extent(node["label"])
        half[i] = max(width / 2, node["size"]) + _GAP, node["size"] + height / 2 + _GAP
        shift[i, 1] = height / 2  # the label hangs below
    for i, (pair, names) in enumerate(labels.items(), start=len(graph)):
        middles[i, [position[node] for node in pair]] = 0.5
        extents = [_extent(name) for name in names]
        half[i] = max(width for width, _ in extents) / 2 + _GAP, sum(height for _, height in extents) / 2
    return middles, shift, half


def _extent(label: str) -> tuple[float, float]:
    """The width and the height of a label, broken into lines."""
    width = len(label) * _LETTER
    return min(width, LABEL_WIDTH), -(-width // LABEL_WIDTH) * _LINE


def _push_apart(
    spots: NDArray[np.float64], middles: NDArray[np.float64], shift: NDArray[np.float64], half: NDArray[np.float64]
) -> None:
    """Move the spots, in place, until no two boxes overlap: each pair along the axis where it does so least."""
    import numpy as np

    reach = half[:, None, :] + half[None, :, :]
    order = np.arange(len(half))
    one_side = np.sign(order[:, None] - order[None, :])[..., None]
    for _ in range(_PUSHES):
        boxes = middles @ spots + shift
        apart = boxes[:, None, :] - boxes[None, :, :]
        overlap = reach - np.abs(apart)
        hit = (overlap > 0.5).all(axis=2)
        hit[len(spots) :, len(spots) :] = False  # labels of edges may meet: a crossing cannot be pushed away
        np.fill_diagonal(hit, False)
        if not hit.any():
            return
        across = overlap[..., 0] < overlap[..., 1]
        push = np.stack([hit & across, hit & ~across], axis=2) * overlap
        push *= np.where(apart == 0, one_side, np.sign(apart))
        spots += middles.T @ push.sum(axis=1) * 0.25


def _nearest_in_text(graph: nx.MultiDiGraph) -> Iterator[tuple[str, str]]:
    """For each entity without an edge, a pair of it and the entity with one that the text names nearest to it."""
    named = sorted((start, iri) for iri, node in graph.nodes(data=True) for start, _ in node.get("mentions", ()))
    for i, (start, iri) in enumerate(named):
        if graph.degree(iri):
            continue
        near = [other for other in named[max(0, i - _NEAR) : i + _NEAR] if graph.degree(other[1])]
        if near:
            yield iri, min(near, key=lambda other: (abs(other[0] - start), other))[1]
