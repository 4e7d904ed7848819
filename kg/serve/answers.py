"""Answers to queries: functions that run in the processes of a pool, over a snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.folder import read_folder
from kg.rdf.formats import serialize
from kg.serve.limits import MEGA, Limits, Refused
from kg.serve.negotiation import GRAPHS, TABLES, chosen
from kg.serve.snapshot import Snapshot, opened
from kg.store import query

__all__ = ["Answer", "Question", "answer", "as_graph", "graph"]

# There are no more rows in a table than it has these marks, and this number.
_MARKS = {
    ox.QueryResultsFormat.JSON: (b"},{", 1),
    ox.QueryResultsFormat.XML: (b"<result>", 0),
    ox.QueryResultsFormat.CSV: (b"\n", -1),
    ox.QueryResultsFormat.TSV: (b"\n", -1),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as a client gets it."""

    media: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Question:
    """A query as a client sends it: `accept` is its header; of the IRIs of graphs, None means all there are."""

    sparql: str
    accept: str = "*/*"
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None


def answer(snapshot: Snapshot, question: Question, limits: Limits) -> Answer:
    """The answer to a query. Raises Refused where it is too large, KgError where the query is wrong."""
    try:
        result = _evaluated(snapshot, question, limits)
        if isinstance(result, ox.QueryTriples):
            return as_graph(result, question.accept, limits)
        media = chosen(question.accept, list(TABLES))
        format_ = TABLES[media]
        out = _Bounded(limits, *(() if isinstance(result, ox.QueryBoolean) else _MARKS[format_]))
        try:
            result.serialize(out, format=format_)
        except _TooMany:
            _count(_evaluated(snapshot, question, limits), limits)
            out = _Bounded(limits)  # a text looked like the end of a row
            again = _evaluated(snapshot, question, limits)
            assert isinstance(again, ox.QuerySolutions)
            again.serialize(out, format=format_)
        return Answer(media, out.getvalue())
    except (OSError, RuntimeError) as error:
        raise Refused(503, f"query: cannot be answered ({error}); try again") from error


def _evaluated(
    snapshot: Snapshot, question: Question, limits: Limits
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    named, default = _nodes(question.named_graphs), _nodes(question.default_graphs)
    return query(opened(snapshot, limits), question.sparql, default_graphs=default, named_graphs=named, union=False)


def _nodes(iris: Sequence[str] | None) -> list[ox.NamedNode] | None:
    return None if iris is None else [_node(iri) for iri in iris]


def _node(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise KgError(f"{iri}: not the IRI of a graph ({error}); give an absolute one") from error


def _count(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, limits: Limits) -> None:
    assert isinstance(result, ox.QuerySolutions)
    if sum(1 for _ in islice(result, limits.rows + 1)) > limits.rows:
        raise _too_many(limits)


def as_graph(triples: Iterable[ox.Triple], accept: str, limits: Limits) -> Answer:
    """Triples as a file. Raises Refused where there are too many."""
    media = chosen(accept, list(GRAPHS))
    found = list(islice(triples, limits.rows + 1))
    if len(found) > limits.rows:
        raise _too_many(limits)
    body = serialize((ox.Quad(t.subject, t.predicate, t.object) for t in found), GRAPHS[media])
    if len(body) > limits.answer:
        raise _too_large(limits)
    return Answer(media, body)


def graph(snapshot: Snapshot, name: str | None, accept: str, limits: Limits) -> Answer:
    """A named graph, or the default graph, whole. Raises Refused where there is no such graph.

    The default graph of a store is what lies in no named graph there; that of a file holds all of it.
    """
    alone = name is None and snapshot.source.is_dir()
    store = read_folder(snapshot.source) if alone else opened(snapshot, limits)
    node = ox.DefaultGraph() if name is None else _node(name)
    if isinstance(node, ox.NamedNode) and not store.contains_named_graph(node):
        raise Refused(404, f"{name}: no such graph")
    media = chosen(accept, list(GRAPHS))
    triples = (ox.Quad(q.subject, q.predicate, q.object) for q in store.quads_for_pattern(None, None, None, node))
    return Answer(media, serialize(triples, GRAPHS[media]))


class _TooMany(OSError):
    """There may be more rows than the limit."""


class _Bounded(BytesIO):
    """A file in memory that grows to a limit: of its size and, where a mark of rows is given, of these."""

    def __init__(self, limits: Limits, mark: bytes = b"", rows: int = 0) -> None:
        super().__init__()
        self._limits, self._mark, self._rows = limits, mark, rows
        self._end = b""

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        if self.tell() + len(data) > self._limits.answer:
            raise _too_large(self._limits)
        if self._mark:
            seen = self._end + data
            self._rows += seen.count(self._mark)
            self._end = seen[len(seen) - len(self._mark) + 1 :]
            if self._rows > self._limits.rows:
                raise _TooMany
        return super().write(data)


def _too_many(limits: Limits) -> Refused:
    return Refused(422, f"the answer has more than {limits.rows} rows; narrow the query, or ask for parts by LIMIT")


def _too_large(limits: Limits) -> Refused:
    return Refused(422, f"the answer has more than {limits.answer // MEGA} MB; narrow the query, or ask for parts")
