"""Graphs in a store on disk are replaced whole, and nothing else is touched."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.rdf import folder
from kg.rdf.articles import Graphs
from kg.rdf.folder import keep, read_folder

P = ox.NamedNode("urn:p")


def graph(name: str, *values: str | ox.NamedNode | ox.BlankNode) -> Graphs:
    node = ox.NamedNode(f"urn:{name}")
    terms = [ox.Literal(value) if isinstance(value, str) else value for value in values]
    return {node: {ox.Quad(node, P, term, node) for term in terms}}


def held(path: Path) -> set[str]:
    return {f"{q.graph_name.value} {q.object.value}" for q in read_folder(path)}


def names(graphs: list[ox.NamedNode]) -> list[str]:
    return [name.value for name in graphs]


def test_a_graph_takes_the_place_of_its_name(tmp_path: Path) -> None:
    store = tmp_path / "new" / "store"
    assert names(keep(graph("a", "1", "2") | graph("b", "1"), store)) == ["urn:a", "urn:b"]
    assert names(keep(graph("a", "2", "3") | graph("c", "4"), store)) == ["urn:a", "urn:c"]
    assert held(store) == {"urn:a 2", "urn:a 3", "urn:b 1", "urn:c 4"}
    assert names(keep(graph("a", "2", "3") | graph("b", "1"), store)) == []
    assert names(keep(graph("a", "2") | graph("b", "1"), store)) == ["urn:a"]
    assert held(store) == {"urn:a 2", "urn:b 1", "urn:c 4"}


def test_numbers_in_another_form_are_no_change(tmp_path: Path) -> None:
    number = ox.Literal("01", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#nonNegativeInteger"))
    quad = ox.Quad(ox.NamedNode("urn:a"), P, number, ox.NamedNode("urn:g"))
    graphs = {ox.NamedNode("urn:g"): {quad}}
    assert len(keep(graphs, tmp_path / "store")) == 1
    assert keep(graphs, tmp_path / "store") == []


def test_blank_nodes_are_replaced_too(tmp_path: Path) -> None:
    for label in ("x", "y"):
        keep(graph("a", ox.BlankNode(label)), tmp_path / "store")
        assert len(held(tmp_path / "store")) == 1


def test_any_text_is_replaced_as_it_is(tmp_path: Path) -> None:
    texts = [
        "\\u0022 } } ; DROP ALL # ", '\\"" } ; CLEAR ALL #', "\\", "\\\\", '"""', "'''",
        "\\U00000022", "\0\1\x7f\x85\u2028",
        "\r\n\t\b\f", "\ue000\ufffe\U0001f600", "}", "#", "", "<urn:a> { ?s ?p ?o }", "é", "e\u0301",
    ]  # fmt: skip
    store = tmp_path / "store"
    keep(graph("a", "before") | graph("b", "1"), store)
    keep(graph("a", *texts), store)
    assert held(store) == {*(f"urn:a {text}" for text in texts), "urn:b 1"}


def test_many_graphs_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(graph("old", "1"), tmp_path / "store")
    many = {name: quads for n in range(40) for name, quads in graph(f"g{n}", *map(str, range(300))).items()}
    assert sum(map(len, many.values())) > folder._MANY
    assert len(keep(many, tmp_path / "store")) == 40
    assert len(held(tmp_path / "store")) == 12_001


def test_what_is_open_stays_as_it_is(tmp_path: Path) -> None:
    keep(graph("a", "1"), tmp_path / "store")
    opened = read_folder(tmp_path / "store")
    keep(graph("a", "2") | graph("b", "1"), tmp_path / "store")
    assert [q.object.value for q in opened] == ["1"]
    assert held(tmp_path / "store") == {"urn:a 2", "urn:b 1"}


def test_a_store_that_is_read_only_is_read(tmp_path: Path) -> None:
    keep(graph("a", "1"), tmp_path / "store")
    for path in (tmp_path / "store").iterdir():
        path.chmod(0o444)
    (tmp_path / "store").chmod(0o555)
    try:
        assert held(tmp_path / "store") == {"urn:a 1"}
    finally:
        (tmp_path / "store").chmod(0o755)


def test_faults(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "CURRENT").write_text("MANIFEST-000001\n", encoding="utf-8")
    for path in ("file", "file/store", "broken"):
        with pytest.raises(KgError, match="not a store that can be used") as error:
            keep(graph("a", "1"), tmp_path / path)
        assert "\n" not in str(error.value)
    with pytest.raises(KgError, match="not a store that can be used"):
        read_folder(tmp_path / "broken")
