"""Oxigraph stores on disk: opened to read, and changed one whole graph after the other.

While a program writes to a store, its files change one by one: who opened it then would see parts of two states. So a
reader holds Oxigraph's own lock (`LOCK`, a POSIX lock of the process) while it opens a store; what it has opened stays
as it is. Nobody holds the lock for longer than it takes to open a store or to replace graphs in it.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.articles import Graphs, graphs_of_nquads
from kg.rdf.identities import (
    Touched,
    as_written,
    is_identities,
    names_in,
    names_of,
    notes,
    replacement,
    settle,
)
from kg.rdf.inference import ground_of, inferred_graph
from kg.rdf.renaming import followed, renamed

__all__ = ["keep", "keep_built", "read_folder", "writing"]

_PATIENCE = 2.0
"""Seconds to wait for the lock."""
_MANY = 10_000
"""So many quads are written faster as new files of the store than through its log."""
_MANY_ARTICLES = 8
"""So many articles have more quads than that."""


def read_folder(path: Path) -> ox.Store:
    """The store in a folder, read-only, as it is now. Raises KgError where it holds none, or one that is being written.

    Give up the store that you write to before you read it in the same process, which has but one lock on it.
    """
    if not (path / "CURRENT").exists():
        raise KgError(f"{path}: this folder holds no store; give a file such as {path / 'article.ttl'}")
    with _faults(path):
        return _patiently(path, lambda: _read(path))


def keep(graphs: Graphs, path: Path) -> list[ox.NamedNode]:
    """Put named graphs into the store in a folder, which is made if need be; returns those that were not so before.

    Each takes the place of the graph of its name; all others stay untouched, except what followed from a graph that is
    replaced, and whom bare names mean (`kg.rdf.identities`, whose graph is nobody else's). A graph is replaced in one
    transaction, so that a crash leaves the old one or the new one. Raises KgError where somebody else writes to the
    store, or it cannot be written.
    """
    _make(path)
    with writing(path) as store:
        changed, touched, replaced = _put(store, graphs)
        settle(store, touched, replaced)
    return changed


def keep_built(articles: Mapping[ox.NamedNode, bytes], path: Path) -> None:
    """Put the graphs of articles into the store in a folder as `keep` does, much faster where they are new there.

    They are given by their names as N-Quads, together with what follows from each, and with the notes of the names in
    it (`kg.rdf.identities.noted`).
    """
    _make(path)
    with writing(path) as store:
        there = [name for name in articles if any(map(store.contains_named_graph, (name, inferred_graph(name))))]
        _, touched, replaced = _put(store, graphs_of_nquads(b"".join(articles[name] for name in there)))
        new = [name for name in articles if name not in there]
        load = store.bulk_load if len(new) > _MANY_ARTICLES else store.load  # either is one transaction
        load(b"".join(articles[name] for name in new), format=ox.RdfFormat.N_QUADS)
        for name in new:
            for bare in names_of(store, name):
                touched[bare].add(name)
        settle(store, touched, replaced)


@contextmanager
def writing(path: Path) -> Iterator[ox.Store]:
    """A store that is there, to be changed while the block runs; nobody else writes to it or opens it meanwhile.

    Raises KgError where somebody else writes to it, or it cannot be written.
    """
    with _faults(path):
        store = _patiently(path, lambda: ox.Store(str(path)))
        yield store
        store.flush()


def _make(path: Path) -> None:
    if path.is_dir() and not (path / "CURRENT").exists() and any(path.iterdir()):
        raise KgError(f"{path}: this folder holds other files and no store; choose another --store")
    with _faults(path):
        path.mkdir(parents=True, exist_ok=True)


def _put(store: ox.Store, graphs: Graphs) -> tuple[list[ox.NamedNode], Touched, set[ox.NamedNode]]:
    """Put graphs into a store; which of them are changed, and what there is to settle."""
    graphs = {name: quads for name, quads in graphs.items() if not is_identities(name)}
    there = {name for name in graphs if store.contains_named_graph(name)}
    other = {name for name, quads in graphs.items() if name not in there or not _holds(store, name, quads)}
    changed = [name for name in graphs if name in other or ground_of(name) in other]
    touched: Touched = defaultdict(set)
    replaced: set[ox.NamedNode] = set()
    new: list[ox.Quad] = []
    for name in changed:
        names = names_in(graphs[name]) if ground_of(name) == name else {}
        for bare in names:
            touched[bare].add(name)
        if name in there:
            before = names_of(store, name)
            replaced |= before.keys()
            noted = notes({**{bare: set() for bare in before}, **names})
            store.update(replacement(name, graphs[name], noted, stale=inferred_graph(name) not in graphs))
        else:
            new += (*graphs[name], *notes(names))
    (store.bulk_extend if len(new) > _MANY else store.extend)(new)  # either is one transaction
    return changed, touched, replaced


def _holds(store: ox.Store, name: ox.NamedNode, quads: set[ox.Quad]) -> bool:
    """Whether a graph is just this; compared as a store keeps it, which writes numbers in their canonical form."""
    kept = ox.Store()
    kept.extend(quads)
    there, ground = set(store.quads_for_pattern(None, None, None, name)), ground_of(name)
    if set(kept) == there:
        return True
    names = as_written(store, ground)
    if name == ground:
        return set(kept) == renamed(there, names, name)
    return set(kept) == set(followed(there, store.quads_for_pattern(None, None, None, ground), names, ground))


def _read(path: Path) -> ox.Store:
    """Open a store while nobody writes to it. Raises BlockingIOError where somebody does."""
    try:
        import fcntl
    except ImportError:  # Windows lets nobody open a file that is locked
        return ox.Store.read_only(str(path))
    with (path / "LOCK").open("rb") as lock:
        fcntl.lockf(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        return ox.Store.read_only(str(path))


def _patiently(path: Path, opened: Callable[[], ox.Store]) -> ox.Store:
    """What `opened` gives, once nobody else has the store locked."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            return opened()
        except OSError as error:
            if not (isinstance(error, BlockingIOError) or "lock" in str(error)):
                raise
            if time.monotonic() > end:
                raise KgError(f"{path}: another program is writing to this store; try again when it is done") from error
        time.sleep(0.01)


@contextmanager
def _faults(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:
        reason = " ".join(str(getattr(error, "strerror", None) or error).split())
        raise KgError(f"{path}: not a store that can be used ({reason}); give another folder") from error
