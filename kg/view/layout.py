"""Where the nodes of a network stand: positions computed once, the same for the same network.

Force-directed (Fruchterman and Reingold 1991, as networkx's `spring_layout` does it), then moved apart until no label
covers another. A large network is first parted into communities (Blondel et al. 2008, networkx's
`louvain_communities`): each is arranged by itself, then they are arranged among each other as if each were one node.
So what is related stands together, and the work grows with the number of nodes, not with its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kg.view.apart import GAP, box_of, push_apart

if TYPE_CHECKING:
    import networkx as nx

    from kg.view.apart import Array, Pair

__all__ = ["place"]

_SEED = 7
_WHOLE, _PART = 160, 80
"""So many nodes are arranged at once; more are parted into communities, and those into parts of so many."""
_LARGE, _CORE = 1000, 200
"""Of more than so many nodes, this many of the largest are arranged together: the page begins with them."""
_LABELLED = 80
"""So many nodes keep room for all their labels; the labels of more are shown where there is room."""
_SLACK = 1.5
"""How much wider the picture is to begin with than its boxes would need side by side."""
_ASPECT, _STRETCH = (1.15, 0.87), (0.75, 1.4)
"""The picture is wider than high; how much the axes of an arrangement may be stretched to that."""
_NEAR = 12
"""How many names before and after are looked at for a neighbour in the text."""
_WITH_LABELS, _WITHOUT = (120, 200), (60, 40)
"""How often the springs pull, and how often what overlaps is moved at most: with labels, and without."""


def place(graph: nx.MultiDiGraph) -> None:
    """Give each node of a network whole numbers `x` and `y`, in pixels of the canvas, the middle being 0, 0.

    Reads `label`, `size` and `mentions` of the nodes and `label` of the edges. Entities without an edge stand by
    what the text names near them.
    """
    import networkx as nx
    import numpy as np

    if not graph:
        return
    # Whole numbers have an order that no hash seed changes.
    springs = nx.convert_node_labels_to_integers(_springs(graph))
    labelled = len(graph) <= _LABELLED
    half = np.array([box_of(node["label"] if labelled else "", node["size"]) for node in graph.nodes.values()])
    number = {node: i for i, node in enumerate(graph)}
    labels: dict[tuple[int, int], int] = {}
    for source, target, label in graph.edges(data="label"):
        pair = min(number[source], number[target]), max(number[source], number[target])
        labels[pair] = max(labels.get(pair, 0), len(label))
    spots = _arrange(springs, half, {pair: length for pair, length in labels.items() if length} if labelled else {})
    spots -= (spots.max(axis=0) + spots.min(axis=0)) / 2
    for node, (x, y) in zip(graph.nodes.values(), spots.tolist(), strict=True):
        node.update(x=round(x), y=round(y))


def _springs(graph: nx.MultiDiGraph) -> nx.Graph:
    """What pulls on what: the edges, and what ties single nodes and separate parts to the rest."""
    import networkx as nx

    springs = nx.Graph()
    springs.add_nodes_from(graph)
    springs.add_edges_from(graph.edges())
    springs.remove_edges_from(list(nx.selfloop_edges(springs)))
    springs.add_edges_from(list(_nearest_in_text(graph, springs)), weight=0.7)
    middle = max(springs, key=springs.degree)
    parts = {node: i for i, part in enumerate(nx.connected_components(springs)) for node in part}
    first = {parts[node]: node for node in reversed(list(springs))}  # of each part the node that comes first
    springs.add_edges_from([(middle, node) for part, node in first.items() if part != parts[middle]], weight=0.3)
    return springs


def _nearest_in_text(graph: nx.MultiDiGraph, springs: nx.Graph) -> Iterator[tuple[str, str]]:
    """For each entity without an edge, a pair of it and the entity with one that the text names nearest to it."""
    named = sorted((*mention, iri) for iri, node in graph.nodes(data=True) for mention in node.get("mentions", ()))
    found: dict[str, tuple[int, str]] = {}
    for i, (article, start, _, iri) in enumerate(named):
        if not springs.degree(iri):
            for there, at, _, other in named[max(0, i - _NEAR) : i + _NEAR]:
                if there == article and springs.degree(other):
                    found[iri] = min(found.get(iri, (10**9, "")), (abs(at - start), other))
    for iri, (_, other) in found.items():
        yield iri, other


def _arrange(springs: nx.Graph, half: Array, labels: Mapping[Pair, int]) -> Array:
    """The spots of the nodes 0, 1, 2 … whose boxes have these half extents; `labels`: the lengths of edges' labels."""
    import networkx as nx
    import numpy as np

    count = len(springs)
    if count <= _WHOLE:
        return _arrange_whole(springs, half, labels)
    core = np.argsort(-half[:, 1], kind="stable")[:_CORE].tolist() if count > _LARGE else []
    rest = springs.subgraph(set(springs) - set(core))
    groups = [sorted(group) for group in nx.community.louvain_communities(rest, seed=_SEED)]
    groups = [core] * bool(core) + [group[i : i + _PART] for group in groups for i in range(0, len(group), _PART)]
    home = {node: i for i, group in enumerate(groups) for node in group}
    spots, extents = np.zeros((count, 2)), np.zeros((len(groups), 2))
    for i, group in enumerate(groups):
        inner = nx.convert_node_labels_to_integers(springs.subgraph(group), ordering="sorted")
        spots[group] = found = _arrange_whole(inner, half[group], {})
        extents[i] = (np.abs(found) + half[group]).max(axis=0) + GAP
    outer = nx.Graph()
    outer.add_nodes_from(range(len(groups)))
    for source, target in springs.edges():
        pair = home[source], home[target]
        if pair[0] != pair[1]:
            outer.add_edge(*pair, weight=1 + outer.get_edge_data(*pair, {"weight": 0})["weight"])
    middles = _arrange_whole(outer, extents, {}) if len(groups) <= _WHOLE else _arrange(outer, extents, {})
    return spots + middles[[home[node] for node in range(count)]]


def _arrange_whole(springs: nx.Graph, half: Array, labels: Mapping[Pair, int]) -> Array:
    """As `_arrange`, all nodes at once; the middle of their spots is 0, 0."""
    import networkx as nx
    import numpy as np

    count = len(springs)
    steps, pushes = _WITH_LABELS if labels else _WITHOUT
    found = nx.spring_layout(springs, seed=_SEED, iterations=steps, k=2.2 / count**0.5, method="force")
    spots = np.array([found[node] for node in range(count)])
    spots *= np.sqrt((half[:, 0] * half[:, 1]).sum()) * _SLACK
    spots = _lie_down(spots)
    edges = np.array(springs.edges() if labels else [], dtype=int).reshape(-1, 2)
    push_apart(spots, half, labels, edges, pushes)
    spots -= (spots.max(axis=0) + spots.min(axis=0)) / 2
    return spots


def _lie_down(spots: Array) -> Array:
    """The spots turned so that they spread widest from left to right, and stretched a little to the picture's shape."""
    import numpy as np

    if len(spots) < 3:
        return spots
    _, axes = np.linalg.eigh(np.cov((spots - spots.mean(axis=0)).T))
    axes = axes[:, ::-1] * np.sign(axes[0, ::-1] + 1e-12)  # the widest first, whatever sign it was found with
    turned: Array = (spots - spots.mean(axis=0)) @ axes
    spread = np.maximum(turned.std(axis=0), 1e-9)
    stretched: Array = turned * np.clip(_ASPECT / spread * np.sqrt(spread.prod()), *_STRETCH)
    return stretched
