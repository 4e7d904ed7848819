"""The rows of a graph: what it says, one dict a fact, read back by the queries in `ontology/queries/facts/`.

The variables of a query are the keys of its rows, in their order; `?iri` tells the rows apart, and `?article`, since an
event of which two articles tell has two rows, one for what each says. An entity inside a row is a dict with iri, label,
labels, class and sameAs; evidence has text, start and end (characters of the article's text, end exclusive) and the
article's IRI; what the graph does not say is None.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import KgError
from kg.store import Graph, select, store_of

__all__ = ["TYPES", "facts"]

type Row = dict[str, Any]

TYPES = (
    "entity", "date", "office", "visit", "meeting", "cooperation", "agreement", "statement", "membership", "measure",
    "appointment", "event",
)  # fmt: skip
"""The types of rows, in the order in which they are told."""

_QUERIES = Path(__file__).parent / "ontology" / "queries" / "facts"
_LISTS = {
    "meeting": {"participants"},
    "cooperation": {"parties"},
    "agreement": {"parties", "sector"},
    "measure": {"about"},
}
_EVIDENCE = ("text", "start", "end", "article")
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_DECIMAL = "http://www.w3.org/2001/XMLSchema#decimal"


def facts(graph: Graph, type: str | None = None) -> Iterator[Row]:
    """The rows of a graph, or those of one type, in the order of the text.

        for row in kg.facts("out/visit.ttl", "visit"):
            print(row["visitor"]["label"], row["date"], row["evidence"]["text"])

    Raises KgError where there is no such type of row, or the graph cannot be read.
    """
    if type is not None and type not in TYPES:
        raise KgError(f"{type}: no such type of fact; choose one of {', '.join(TYPES)}")
    store = store_of(graph)
    entities = _entities(store)
    for kind in TYPES if type is None else (type,):
        if kind == "entity":
            yield from sorted(entities.values(), key=_place)
        elif kind == "date":
            yield from _dates(store)
        else:
            yield from _facts(store, kind, entities)


@cache
def _sparql(kind: str) -> str:
    return (_QUERIES / f"{kind}.rq").read_text(encoding="utf-8")


@cache
def _sparql_of_accounts(kind: str) -> str:
    """The query of a kind, asked of each named graph by itself."""
    return re.sub(r"WHERE \{(.*)\}\s*$", r"WHERE { GRAPH ?account {\1} }", _sparql(kind), flags=re.DOTALL)


def _grouped(store: ox.Store, kind: str) -> list[tuple[str, dict[str, set[Any]]]]:
    """The values that each ?iri has for the keys of a query, by article: several may tell of one event.

    In named graphs it is clear what each of them says of it. Where they are merged, each says all.
    """
    groups: dict[tuple[str, str], dict[str, set[Any]]] = {}
    for sparql in _queries(store, kind):
        found: dict[tuple[str, str], dict[str, set[Any]]] = {}
        _collect(select(store, sparql), found)
        groups |= found
    return [(iri, group) for (iri, _), group in groups.items()]


def _queries(store: ox.Store, kind: str) -> Iterator[str]:
    """What to ask for the rows of a kind: first, if need be, of all graphs merged, then of each by itself."""
    named = next(store.named_graphs(), None) is not None
    if not named or next(store.quads_for_pattern(None, None, None, ox.DefaultGraph()), None):
        yield _sparql(kind)
    if named:
        yield _sparql_of_accounts(kind)


def _collect(solutions: ox.QuerySolutions, groups: dict[tuple[str, str], dict[str, set[Any]]]) -> None:
    keys = [variable.value for variable in solutions.variables if variable.value != "iri"]
    for solution in solutions:
        about = _iri(solution), str(solution["article"])
        group = groups.setdefault(about, {key: set() for key in keys})
        for key in keys:
            if solution[key] is not None:
                group[key].add(solution[key])


def _iri(solution: ox.QuerySolution) -> str:
    node = solution["iri"]
    assert isinstance(node, ox.NamedNode)
    return node.value


def _entities(store: ox.Store) -> dict[str, Row]:
    """The rows of all entities by IRI."""
    groups: dict[str, dict[str, set[Any]]] = {}
    for solution in chain.from_iterable(select(store, sparql) for sparql in _queries(store, "entity")):
        group = groups.setdefault(_iri(solution), defaultdict(set))
        for key in ("label", "labels", "class", "sameAs"):
            if solution[key] is not None:
                group[key].add(_value(solution[key], {}))
        if solution["start"] is not None:
            group["mentions"].add(tuple(_value(solution[key], {}) for key in ("article", "start", "end")))
    return {
        iri: {
            "type": "entity",
            "iri": iri,
            "label": min(group["label"], default=iri),
            "labels": sorted(group["labels"]),
            "class": min(group["class"]),
            "sameAs": sorted(group["sameAs"]),
            "mentions": [{"start": start, "end": end, "article": a} for a, start, end in sorted(group["mentions"])],
        }
        for iri, group in groups.items()
    }


def _place(row: Row) -> tuple[str, int, str]:
    """Where a row stands: the article and offset of its first passage, then its IRI."""
    first = row.get("evidence") or next(iter(row.get("mentions", ())), None) or {"article": "~", "start": 0}
    return first["article"], first["start"], row.get("iri", "")


def _dates(store: ox.Store) -> Iterator[Row]:
    groups = _grouped(store, "date")
    rows = [{"type": "date", **{key: _single(values) for key, values in group.items()}} for _, group in groups]
    yield from sorted(rows, key=lambda row: (row["article"], row["start"], row["end"]))


def _facts(store: ox.Store, kind: str, entities: dict[str, Row]) -> Iterator[Row]:
    rows = [(iri, _fact(kind, group, entities)) for iri, group in _grouped(store, kind)]
    yield from (row for _, row in sorted(rows, key=lambda pair: (*_place(pair[1])[:2], pair[0])))


def _fact(kind: str, group: dict[str, set[Any]], entities: dict[str, Row]) -> Row:
    row: Row = {"type": kind}
    for key, values in group.items():
        if key in _EVIDENCE:
            continue
        found = sorted((_value(value, entities) for value in values), key=_order)
        row[key] = found if key in _LISTS.get(kind, ()) else found[0] if found else None
    row["evidence"] = {key: _single(group[key]) for key in _EVIDENCE}
    for key in ("rule", "confidence", "asserter"):  # behind the keys that make the fact
        row[key] = row.pop(key)
    return row


def _single(values: set[Any]) -> Any:
    return min((_value(value, {}) for value in values), default=None, key=str)


def _order(value: Any) -> str:
    return f"{value['label']} {value['iri']}" if isinstance(value, dict) else str(value)


def _value(term: Any, entities: dict[str, Row]) -> Any:
    """A term as it stands in a row: an entity, a number or a string."""
    if isinstance(term, ox.NamedNode):
        entity = entities.get(term.value)
        return {k: v for k, v in entity.items() if k not in ("type", "mentions")} if entity else term.value
    if term.datatype.value == _INTEGER:
        return int(term.value)
    if term.datatype.value == _DECIMAL:
        number = float(term.value)
        return int(number) if number.is_integer() else number
    return term.value
