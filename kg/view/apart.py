"""Moving what overlaps apart: the boxes of nodes with their labels, the labels of edges, and edges off nodes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    type Array = NDArray[np.float64]
    type Pair = tuple[int, int]

__all__ = ["GAP", "box_of", "push_apart"]

_LETTER, _LINE, GAP = 7.5, 17.0, 9.0
"""Pixels: the mean width of a letter, the height of a label's line, the room around a box."""
_WRAP = 150.0
"""Pixels: labels that are wider are broken into lines."""


def box_of(label: str, size: float) -> tuple[float, float]:
    """Half the width and height of the box of a node and the label under or beside it."""
    width = len(label) * _LETTER
    return max(min(width, _WRAP) / 2, size) + GAP, size + -(-width // _WRAP) * _LINE / 2 + GAP


def push_apart(spots: Array, half: Array, labels: Mapping[Pair, int], edges: NDArray[np.int_], pushes: int) -> None:
    """Move the spots, in place, until no two boxes overlap and none of `edges` runs through a node.

    The boxes are those of the nodes and, in the middle between two, those of the labels of edges.
    """
    import numpy as np

    count, pairs = len(spots), list(labels)
    middles = np.vstack([np.eye(count), np.zeros((len(pairs), count))])
    for i, pair in enumerate(pairs, start=count):
        middles[i, list(pair)] = 0.5
    extents = [(min(length * _LETTER, _WRAP) / 2 + 4, _LINE / 2 + 2) for length in labels.values()]
    half = np.vstack([half, *extents])
    reach = half[:, None, :] + half[None, :, :]
    order = np.arange(len(half))
    one_side = np.sign(order[:, None] - order[None, :])[..., None]
    for _ in range(pushes):
        boxes = middles @ spots
        apart = boxes[:, None, :] - boxes[None, :, :]
        overlap = reach - np.abs(apart)
        hit = (overlap > 0.5).all(axis=2)
        hit[count:, count:] = False  # labels of edges may meet: a crossing cannot be pushed away
        np.fill_diagonal(hit, False)
        across = overlap[..., 0] < overlap[..., 1]
        push = np.stack([hit & across, hit & ~across], axis=2) * overlap
        push *= np.where(apart == 0, one_side, np.sign(apart))
        aside = _off_edges(spots, half[:count, 1], edges) if len(edges) else np.zeros_like(spots)
        if not hit.any() and not aside.any():
            return
        spots += middles.T @ push.sum(axis=1) * 0.25 + aside


def _off_edges(spots: Array, room: Array, edges: NDArray[np.int_]) -> Array:
    """How each spot is to move so that edges leave nodes `room`: nodes one way, the ends of the edge the other."""
    import numpy as np

    start, end = spots[edges[:, 0]], spots[edges[:, 1]]
    along = end - start
    square = np.maximum((along**2).sum(axis=1), 1.0)
    from_start = spots[None, :, :] - start[:, None, :]
    part = (from_start * along[:, None, :]).sum(axis=2) / square[:, None]
    away = from_start - part[..., None] * along[:, None, :]
    distance = np.hypot(away[..., 0], away[..., 1])
    near = (part > 0) & (part < 1) & (distance < room)
    near[np.arange(len(edges))[:, None], edges] = False
    side = np.where(distance[..., None] > 0, away, along[:, None, ::-1] * (1, -1))
    side /= np.maximum(np.hypot(side[..., 0], side[..., 1]), 1e-9)[..., None]
    push = side * (near * (room - distance) * 0.12)[..., None]
    moved: Array = push.sum(axis=0)
    for ends in edges.T:
        np.subtract.at(moved, ends, push.sum(axis=1) / 2)
    return moved
