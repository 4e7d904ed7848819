"""Where graphs are kept: files in a folder, a store, or both; what is there already is told by its fingerprint."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.archive.fingerprint import fingerprint
from kg.archive.stage import Options, Outcome
from kg.articles.pages import is_our_file
from kg.errors import KgError
from kg.files import make_folder, write_all
from kg.model import Article
from kg.rdf.folder import keep, keep_built, read_folder
from kg.rdf.formats import FORMATS
from kg.rdf.iris import graph_iri
from kg.rdf.namespaces import KG

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["AT_ONCE", "Outputs"]

_PAGE = ".html"
_MARK = b"fingerprint"
"""Stands in all our graphs."""
AT_ONCE = 50_000_000
"""Bytes of graphs that are put into a store together: the more, the less often Oxigraph arranges its files anew."""


class Outputs:
    """The files and the store of one run. `folder` and `store` may be None; call `flush` at the end.

    Raises KgError where one of them cannot be used.
    """

    def __init__(self, options: Options, by: str, folder: Path | None, store: Path | None) -> None:
        self._by, self._base, self._folder, self._store = by, options.base, folder, store
        self._graphs = [FORMATS[name][0] for name in options.formats] if folder else []
        self._pages = [_PAGE] if folder and options.page else []
        self._waiting: dict[ox.NamedNode, bytes] = {}
        self._there: ox.Store | None = None
        if folder and folder.exists() and not folder.is_dir():
            raise KgError(f"{folder}: no folder to write to (is a file); choose another --out")
        if store:
            keep({}, store)  # so that a fault in it is told before the work
            self._there = read_folder(store)  # as it is before the run, in which no graph is written twice

    def holding(self, article: Article) -> tuple[Path, ...] | None:
        """Where an article's graph is, if all that is wanted of it is there just as it would be built again."""
        literal = fingerprint(article, self._by)
        graphs = [self._path(article, suffix) for suffix in self._graphs]
        pages = [self._path(article, suffix) for suffix in self._pages]
        if not all(map(is_our_file, pages)) or not all(literal.encode() in _read(path) for path in graphs):
            return None
        if self._there is not None and self._literal(article) != literal:
            return None
        return (*graphs, *pages, *([self._store] if self._store else ()))

    def obstacle(self, article: Article) -> str:
        """Why nothing can be written for an article: where its page would lie is another, perhaps its source."""
        others = (
            path for suffix in self._pages if (path := self._path(article, suffix)).is_file() and not is_our_file(path)
        )
        return next((f"{path} is there, and no page of ours; choose another --out" for path in others), "")

    def drop_page(self, article: Article) -> bool:
        """Take away the page of an earlier graph, where none is wanted of the new one; whether there was one.

        Call it before the new graph is written. Raises KgError where it cannot be taken away.
        """
        if self._folder is None or self._pages or not is_our_file(page := self._path(article, _PAGE)):
            return False
        literal = fingerprint(article, self._by).encode()
        if any(literal in _read(self._path(article, extensions[0])) for extensions in FORMATS.values()):
            return False  # it is of the same graph
        try:
            page.unlink()
        except OSError as error:
            raise KgError(f"{page}: shows an earlier graph ({error.strerror or error}); take it away") from error
        return True

    def earlier(self, article: Article) -> Iterator[Path]:
        """The graphs of an earlier version of an article, or of the program, in formats that are not wanted now."""
        literal = fingerprint(article, self._by).encode()
        for extensions in FORMATS.values() if self._folder else ():
            path = self._path(article, extensions[0])
            if extensions[0] not in self._graphs and _MARK in (data := _read(path)) and literal not in data:
                yield path

    def replaces(self, article: Article) -> bool:
        """Whether the store had a graph of an article before the run."""
        return self._literal(article) is not None

    def write(self, outcome: Outcome) -> tuple[Path, ...]:
        """Keep what an article gave; its graph may reach the store a little later, with others."""
        # The page goes first: where the graph of an article is, with its fingerprint, its page is, too.
        suffixes = sorted(outcome.files, key=lambda suffix: suffix not in self._pages)
        files = {self._path(outcome.article, suffix): outcome.files[suffix] for suffix in suffixes}
        for parent in {path.parent for path in files}:
            make_folder(parent)
        write_all(files)
        if self._store:
            self._waiting[self._name(outcome.article)] = outcome.quads
            if sum(map(len, self._waiting.values())) >= AT_ONCE:
                self.flush()
        written = [self._path(outcome.article, suffix) for suffix in (*self._graphs, *self._pages)]
        return (*written, *([self._store] if self._store else ()))

    def flush(self) -> None:
        """Put what still waits into the store."""
        if self._store and self._waiting:
            keep_built(self._waiting, self._store)
            self._waiting = {}

    def _path(self, article: Article, suffix: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{article.name}{suffix}"

    def _name(self, article: Article) -> ox.NamedNode:
        from kg.rdf.terms import iri

        return iri(graph_iri(article, self._base))

    def _literal(self, article: Article) -> str | None:
        """The fingerprint that the store had of an article before the run; "" of a graph without one."""
        if self._there is None:
            return None
        name = self._name(article)
        found = next(self._there.quads_for_pattern(name, KG.term("fingerprint"), None, name), None)
        if found is None:
            return "" if self._there.contains_named_graph(name) else None
        return str(getattr(found.object, "value", ""))


def _read(path: Path) -> bytes:
    """What a file holds; nothing where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
