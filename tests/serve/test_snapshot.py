"""Copies of graphs: the default graph holds every triple once, and a copy follows its source."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.rdf.folder import keep, writing
from kg.serve.limits import Limits
from kg.serve.snapshot import Name, follow, opened, take

A, B, P = (ox.NamedNode(f"urn:x:{name}") for name in "abp")
ONE, TWO, THREE = (ox.Triple(A, P, ox.Literal(text)) for text in ("one", "two", "three"))

type Graphs = dict[Name, set[ox.Triple]]


def write(folder: Path, graphs: Graphs) -> None:
    """Make a store hold just these graphs."""
    with writing(folder) as store:
        store.clear()
        for name, triples in graphs.items():
            store.add_graph(name)
            store.extend(ox.Quad(t.subject, t.predicate, t.object, name) for t in triples)


def contents(store: ox.Store) -> Graphs:
    found: Graphs = {name: set() for name in store.named_graphs()}
    for quad in store:
        found.setdefault(quad.graph_name, set()).add(quad.triple)
    return found


def wanted(graphs: Graphs) -> Graphs:
    """What a copy of these graphs holds."""
    merged = {triple for triples in graphs.values() for triple in triples}
    named = {name: triples for name, triples in graphs.items() if name != ox.DefaultGraph()}
    return {**named, ox.DefaultGraph(): merged} if merged else named


CHANGES: list[tuple[Graphs, Graphs, Name]] = [
    ({A: {ONE}}, {A: {ONE}}, A),
    ({A: {ONE}}, {A: {TWO}}, A),
    ({A: {ONE}, B: {ONE, TWO}}, {A: {TWO}, B: {ONE, TWO}}, A),
    ({A: {ONE, THREE}, B: {ONE, TWO}}, {B: {ONE, TWO}}, A),
    ({B: {ONE}}, {A: {ONE, TWO}, B: {ONE}}, A),
    ({B: {ONE}}, {A: set(), B: {ONE}}, A),
    ({A: set(), B: {ONE}}, {B: {ONE}}, A),
    ({A: {ONE}, ox.DefaultGraph(): {ONE, TWO}}, {A: {ONE}, ox.DefaultGraph(): {THREE}}, ox.DefaultGraph()),
    ({A: {ONE}, ox.DefaultGraph(): {ONE, TWO}}, {A: {THREE}, ox.DefaultGraph(): {ONE, TWO}}, A),
    ({A: {ONE}}, {A: {ONE}, ox.DefaultGraph(): {ONE, TWO}}, ox.DefaultGraph()),
]


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize(("before", "after", "name"), CHANGES)
def test_a_copy_follows_its_source(tmp_path: Path, before: Graphs, after: Graphs, name: Name, known: bool) -> None:
    keep({}, tmp_path / "store")
    write(tmp_path / "store", before)
    copy = take(tmp_path / "store", tmp_path)
    assert contents(opened(copy, Limits())) == wanted(before)
    write(tmp_path / "store", after)
    later = follow(copy, tmp_path, name if known else None)
    assert contents(opened(later, Limits())) == wanted(after)
    assert (later.folder, later == copy) == (copy.folder, False)
    assert contents(opened(copy, Limits())) == wanted(after)  # who asks for the older one anew gets what there is


def test_a_file_is_copied_anew(tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    path.write_text(f"{ONE} {A} .\n{ONE} {B} .\n{TWO} .\n", encoding="utf-8")
    copy = take(path, tmp_path)
    assert contents(opened(copy, Limits())) == {A: {ONE}, B: {ONE}, ox.DefaultGraph(): {ONE, TWO}}
    path.write_text(f"{THREE} {A} .\n", encoding="utf-8")
    later = follow(copy, tmp_path)
    assert later.folder != copy.folder
    assert contents(opened(later, Limits())) == {A: {THREE}, ox.DefaultGraph(): {THREE}}
