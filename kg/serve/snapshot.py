"""What is served: a graph as it was at one time, on disk, where many processes read it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

import pyoxigraph as ox

from kg.rdf.folder import read_folder
from kg.serve.limits import Limits
from kg.serve.memory import bound, unbound
from kg.store import quads_of

__all__ = ["Snapshot", "Stamp", "opened", "stamp_of", "take"]

type Stamp = tuple[tuple[str, int, int], ...]
"""Names, sizes and times of change of files: another one where a graph has been written to."""

_NOT_DATA = ("LOCK", "LOG", "OPTIONS")
"""Files that RocksDB touches although nothing is written."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The folder of a store that is open to be read, and the stamp of what it came from."""

    folder: Path
    stamp: Stamp


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
    """A snapshot of a store's folder, which is itself read, or of a file, which is loaded into a folder in `scratch`.

    Raises KgError where the graph cannot be read.
    """
    if path.is_dir():
        snapshot = Snapshot(path, stamp_of(path))
        read_folder(path)
        return snapshot
    quads = quads_of(path)
    first = next(quads, None)  # tells what is wrong with a file before its stamp is asked for
    snapshot = Snapshot(Path(mkdtemp(dir=scratch)), stamp_of(path))
    store = ox.Store(str(snapshot.folder))
    if first:
        store.add(first)
    store.bulk_extend(quads)
    store.flush()
    return snapshot


@lru_cache(maxsize=1)
def opened(snapshot: Snapshot, limits: Limits) -> ox.Store:
    """The store of a snapshot, for queries within limits of memory; it stays open until another one is asked for.

    Raises KgError where it cannot be opened.
    """
    unbound()  # RocksDB starts threads to open its files
    store = read_folder(snapshot.folder)
    bound(limits.memory)
    return store
