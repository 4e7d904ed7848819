"""What is served: a copy of a graph on disk, as it was at one time, where many processes read it.

In the copy the default graph holds the triples of all graphs, each once. Oxigraph's union of graphs gives a triple once
for every graph that has it, so that a query over several articles would give the same row many times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path
from tempfile import mkdtemp

import pyoxigraph as ox

from kg.rdf.folder import read_folder, writing
from kg.serve.limits import Limits
from kg.serve.memory import bound, unbound
from kg.store import quads_of

__all__ = ["Name", "Snapshot", "Stamp", "follow", "opened", "stamp_of", "take"]

type Stamp = tuple[tuple[str, int, int], ...]
"""Names, sizes and times of change of files: another one where a graph has been written to."""
type Name = ox.NamedNode | ox.BlankNode | ox.DefaultGraph

_NOT_DATA = ("LOCK", "LOG", "OPTIONS")
"""Files that RocksDB touches although nothing is written."""
_MANY = 50_000
"""So many changes are made faster in a new copy."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The copy of a graph: where it came from, where it lies, the stamp of its source, and how often it was changed."""

    source: Path
    folder: Path
    stamp: Stamp
    number: int = 0


def stamp_of(path: Path) -> Stamp:
    """The stamp of a file, or of a store's folder. Raises OSError where there is none."""
    files = path.iterdir() if path.is_dir() else [path]
    found = []
    for file in files:
        if not file.name.startswith(_NOT_DATA):
            about = file.stat()
            found.append((file.name, about.st_size, about.st_mtime_ns))
    return tuple(sorted(found))


def take(path: Path, scratch: Path) -> Snapshot:
    """A copy of the graph in a file or a store's folder, in a new folder in `scratch`.

    Raises KgError where the graph cannot be read.
    """
    quads: Iterator[ox.Quad] = quads_of(path)
    first = next(quads, None)  # tells what is wrong with a file before its stamp is asked for
    snapshot = Snapshot(path, Path(mkdtemp(dir=scratch)), stamp_of(path))
    store = ox.Store(str(snapshot.folder))
    store.bulk_extend(_with_merged(chain([first] if first else [], quads)))
    if path.is_dir():
        for name in read_folder(path).named_graphs():
            store.add_graph(name)  # one without triples is a graph, too
    store.flush()
    return snapshot


def follow(snapshot: Snapshot, scratch: Path, name: Name | None = None) -> Snapshot:
    """The copy with what has changed in its source since: in all graphs, or in one of which that is known.

    Raises KgError where the source cannot be read.
    """
    if not snapshot.source.is_dir():
        return take(snapshot.source, scratch)
    stamp = snapshot.stamp if name else stamp_of(snapshot.source)
    source, kept = read_folder(snapshot.source), read_folder(snapshot.folder)
    new = {quad for quad in _with_merged(source.quads_for_pattern(None, None, None, name)) if quad not in kept}
    old = _gone(source, kept, name)
    if len(new) + len(old) > _MANY:
        return take(snapshot.source, scratch)
    names, before = set(source.named_graphs()), set(kept.named_graphs())
    with writing(snapshot.folder) as store:
        for quad in old:
            store.remove(quad)
        store.extend(new)
        for graph in before - names:
            store.remove_graph(graph)
        for graph in names - before:
            store.add_graph(graph)
    return replace(snapshot, stamp=stamp, number=snapshot.number + 1)


def _gone(source: ox.Store, kept: ox.Store, name: Name | None) -> set[ox.Quad]:
    """What a copy has, and its source no more."""
    there = kept.quads_for_pattern(None, None, None, name)
    gone = {quad for quad in there if not isinstance(quad.graph_name, ox.DefaultGraph) and quad not in source}
    named = isinstance(name, ox.NamedNode)
    merged = map(_merged, gone) if named else kept.quads_for_pattern(None, None, None, ox.DefaultGraph())
    return gone | {quad for quad in merged if not _anywhere(source, quad)}


def _anywhere(store: ox.Store, quad: ox.Quad) -> bool:
    return next(store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None), None) is not None


def _merged(quad: ox.Quad) -> ox.Quad:
    return ox.Quad(quad.subject, quad.predicate, quad.object)


def _with_merged(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Quads, and each again in the default graph."""
    for quad in quads:
        yield quad
        if not isinstance(quad.graph_name, ox.DefaultGraph):
            yield _merged(quad)


@lru_cache(maxsize=1)
def opened(snapshot: Snapshot, limits: Limits) -> ox.Store:
    """The store of a snapshot, for queries within limits of memory; it stays open until another one is asked for.

    Raises KgError where it cannot be opened.
    """
    unbound()  # RocksDB starts threads to open its files
    store = read_folder(snapshot.folder)
    bound(limits.memory)
    return store
