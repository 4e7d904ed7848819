"""Shortcuts carry their evidence as RDF 1.2 annotations."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.facts import facts
from kg.model import Reading
from kg.rdf.annotations import annotated, is_annotated, reified
from kg.rdf.articles import graphs_of
from kg.rdf.check import check
from kg.rdf.folder import keep
from kg.rdf.formats import FORMATS, serialize
from kg.rdf.inference import inferred
from kg.rdf.write import to_quads
from kg.store import open_graph, select
from kg.view.page import page

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


@pytest.fixture(scope="module")
def quads(reading: Reading) -> list[ox.Quad]:
    return list(to_quads([reading]))


def store_of(quads: list[ox.Quad]) -> ox.Store:
    store = ox.Store()
    store.extend(quads)
    return store


ASKED = [
    (
        "?one :met ?other {| prov:wasDerivedFrom/nif:anchorOf ?words |} . ?one rdfs:label ?name",
        {(name, "She met Austrian Chancellor Karl Wieser") for name in ("Ana Zupan", "Karl Wieser")},
    ),
    (
        "<< ?one :memberOf ?body >> prov:wasDerivedFrom ?fact . ?fact :role ?name ; :evidence/nif:anchorOf ?words",
        {("member", "Slovenia joined the Alpine League in 2004")},
    ),
    (
        "?reifier rdf:reifies <<( ?one :actedTowards ?two )>> ; prov:wasDerivedFrom ?article, ?passage ."
        " ?article dcterms:title ?name . ?passage nif:anchorOf ?words",
        {("Zupan in Vienna", "Zupan praised Wieser"), ("Zupan in Vienna", "Zupan again praised Wieser")},
    ),
    (
        "?one :holdsOffice ?name ~ ?reifier . ?reifier prov:wasDerivedFrom/nif:anchorOf ?words",
        {("prime minister of Slovenia", "Prime Minister Ana Zupan of Slovenia")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "expected"), ASKED)
def test_evidence_is_asked_beside_the_triple(
    quads: list[ox.Quad], pattern: str, expected: set[tuple[str, str]]
) -> None:
    store = store_of(list(annotated(quads)))
    found = select(store, f"SELECT DISTINCT ?name ?words {{ {pattern} }}")
    assert {(row["name"].value, row["words"].value) for row in found} == expected


def test_every_shortcut_is_annotated_and_no_statement_node_is_left(quads: list[ox.Quad]) -> None:
    found = list(annotated(quads))
    statements = {q.subject for q in quads if q.object.value == RDF + "Statement"}
    assert len(statements) > 10
    assert {q.subject for q in found if isinstance(q.object, ox.Triple)} == statements
    parts = {RDF + name for name in ("subject", "predicate", "object")}
    assert not [q for q in found if q.predicate.value in parts]
    assert {q.object for q in found if isinstance(q.object, ox.Triple)} <= {q.triple for q in found}


def test_back_to_statement_nodes(quads: list[ox.Quad]) -> None:
    assert set(reified(annotated(quads))) == set(quads)
    assert set(reified(quads)) == set(quads)
    assert is_annotated(annotated(quads)) and not is_annotated(quads)


@pytest.mark.parametrize("format_", [name for name in FORMATS if name != "jsonld"])
def test_files_hold_them(quads: list[ox.Quad], format_: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{FORMATS[format_][0]}"
    path.write_bytes(serialize(annotated(quads), format_))
    assert {q.triple for q in open_graph(path)} == {q.triple for q in store_of(list(annotated(quads)))}
    assert path.read_bytes() == serialize(annotated(reversed(quads)), format_)


def test_json_ld_cannot(quads: list[ox.Quad]) -> None:
    with pytest.raises(KgError, match="jsonld: cannot hold"):
        serialize(annotated(quads), "jsonld")


def test_an_annotated_file_is_used_like_any_other(quads: list[ox.Quad], turtle: Path, tmp_path: Path) -> None:
    path = tmp_path / "annotated.ttl"
    path.write_bytes(serialize(annotated(quads), "turtle"))
    assert check(path).violations == ()
    assert list(facts(path)) == list(facts(turtle))
    assert page(open_graph(path)) == page(open_graph(turtle))
    assert list(inferred(open_graph(path))) != []


def test_a_wrong_annotation_is_found(quads: list[ox.Quad], tmp_path: Path) -> None:
    """Such as one that leads to no fact."""
    path = tmp_path / "wrong.ttl"
    wrong = ox.Quad(ox.NamedNode("https://example.org/r"), ox.NamedNode(RDF + "reifies"), quads[0].triple)
    path.write_bytes(serialize([*annotated(quads), wrong], "turtle"))
    assert [violation.node for violation in check(path).violations] == ["https://example.org/r"]


def test_articles_of_a_file_are_told_apart(reading: Reading, quads: list[ox.Quad], tmp_path: Path) -> None:
    from dataclasses import replace

    other = list(
        to_quads([replace(reading, article=replace(reading.article, name="again", url=None), facts=reading.facts[:3])])
    )
    path = tmp_path / "both.ttl"
    path.write_bytes(serialize(annotated([*quads, *other]), "turtle"))
    graphs = graphs_of(path)
    assert {name: {q for q in found if isinstance(q.object, ox.Triple)} for name, found in graphs.items()} == {
        name: {q for q in annotated(said) if isinstance(q.object, ox.Triple)}
        for name, said in ((quads[0].graph_name, quads), (other[0].graph_name, other))
    }
    assert len(keep(graphs, tmp_path / "store")) == 2
    assert keep(graphs_of(path), tmp_path / "store") == []
