"""What follows from a graph: classes, properties and names above those that it says."""

from collections.abc import Iterable
from pathlib import Path

import owlrl
import pyoxigraph as ox
import pytest
import rdflib
from owlrl.OWLRL import OWLRL_Semantics

from kg.articles import read_article
from kg.build import readings
from kg.errors import KgError
from kg.facts import facts
from kg.model import Reading
from kg.rdf.check import check
from kg.rdf.formats import serialize
from kg.rdf.inference import closed, inferred
from kg.rdf.write import to_quads
from kg.store import query

pytest.importorskip("reasonable", reason="the reasoner is not installed (pip install 'communique[infer]')")

ONTOLOGY = Path(__file__).parents[2] / "ontology" / "communique.ttl"
OWL = "http://www.w3.org/2002/07/owl#"
HEAD = """@prefix : <https://w3id.org/communique/ontology#> . @prefix x: <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""


@pytest.fixture(scope="module")
def quads(reading: Reading) -> list[ox.Quad]:
    return list(to_quads([reading]))


def turtle(text: str) -> list[ox.Quad]:
    return [ox.Quad(q.subject, q.predicate, q.object) for q in ox.parse(HEAD + text, format=ox.RdfFormat.TURTLE)]


@pytest.mark.parametrize(
    "follows",
    [
        "?visit a :Visit, :Happening, :Fact, sem:Event, schema:TravelAction, prov:Entity",
        "person:ana-zupan a :Party, :Entity, schema:Person, foaf:Person, sem:Actor",
        "?act a :Support, :Act, schema:Action",
        "?article a schema:NewsArticle, prov:Entity ; dcterms:identifier 'zupan-in-vienna'",
        "?visit :visitor ?who ; sem:hasActor ?who ; sem:hasPlace ?where . ?who a :Person . ?where a schema:Country",
        "?passage itsrdf:taIdentRef place:vienna",
        "?tenure :holder ?who ; org:member ?who ; org:organization country:slovenia",
        "?fact :evidence ?passage ; prov:wasDerivedFrom ?passage, ?article . ?article a :Article",
        "country:slovenia :memberOf ?body ; org:memberOf ?body . ?body org:hasMember country:slovenia",
        "wd:Q215 owl:sameAs country:slovenia",
        "place:vienna schema:alternateName 'VIENNA'",
    ],
)
def test_what_follows_is_found_and_was_not_said(quads: list[ox.Quad], follows: str) -> None:
    said = ox.Store()
    said.extend(quads)
    assert query(closed(quads), f"ASK {{ {follows} }}")
    assert not query(said, f"ASK {{ {follows} }}")


@pytest.mark.parametrize(
    ("said", "follows"),
    [
        ("x:a :met x:b .", "x:b :met x:a ."),
        ("x:a owl:sameAs x:b . x:c owl:sameAs x:b .", "x:a owl:sameAs x:c . x:b owl:sameAs x:c ."),
        ("x:a a x:Ambush . x:Ambush rdfs:subClassOf :Assault .", "x:a a :Assault, :Happening ."),
        ("x:a x:hailed x:b . x:hailed owl:inverseOf x:hailedBy .", "x:b x:hailedBy x:a ."),
        ("x:a x:in x:b . x:b x:in x:c . x:in a owl:TransitiveProperty .", "x:a x:in x:c ."),
    ],
)
def test_rules_of_owl(said: str, follows: str) -> None:
    found = {quad.triple for quad in inferred(turtle(said))}
    assert {quad.triple for quad in turtle(follows)} <= found


def test_axioms_from_files(tmp_path: Path) -> None:
    mine = tmp_path / "mine.ttl"
    mine.write_text(HEAD + "x:Ambush rdfs:subClassOf :Assault .", encoding="utf-8")
    said = turtle("x:a a x:Ambush .")
    wanted = {quad.triple for quad in turtle("x:a a :Assault .")}
    assert wanted <= {quad.triple for quad in inferred(said, [mine])}
    assert not wanted & {quad.triple for quad in inferred(said)}


def theirs(triples: Iterable[ox.Triple]) -> set[ox.Triple]:
    """The closure as owlrl computes it."""
    graph = rdflib.Graph(bind_namespaces="none")
    graph.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt11")
    owlrl.DeductiveClosure(OWLRL_Semantics).expand(graph)
    # owlrl has literals for subjects on its way, which no file can hold
    for triple in list(graph):
        if isinstance(triple[0], rdflib.Literal):
            graph.remove(triple)
    lines = graph.serialize(format="nt", encoding="utf-8")
    return {quad.triple for quad in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)}


def test_another_reasoner_finds_the_same(quads: list[ox.Quad]) -> None:
    """Without the names of things, under each of which OWL would repeat all."""
    said = {quad.triple for quad in quads if quad.predicate.value != OWL + "sameAs"}
    axioms = {quad.triple for quad in ox.parse(path=str(ONTOLOGY))}
    terms = {triple.subject for triple in axioms}
    things = {term for triple in said for term in (triple.subject, triple.object)} - terms
    found = {quad.triple for quad in inferred(ox.Quad(*triple) for triple in said)}
    wanted = {
        triple
        for triple in theirs(said | axioms) - said
        if triple.subject in things and triple.subject != triple.object
        if OWL not in str(triple) and "rdf-schema#Resource" not in str(triple.object)
    }
    assert len(found) > 100
    assert found == wanted


def test_each_article_is_closed_by_itself_and_names_its_ground(quads: list[ox.Quad]) -> None:
    (name,) = {quad.graph_name for quad in quads}
    found = list(inferred(quads))
    (home,) = {quad.graph_name for quad in found}
    assert home.value == f"{name.value}#inferred"
    assert ox.Quad(home, ox.NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom"), name, home) in found
    other = ox.NamedNode("https://example.org/other")
    both = list(inferred([*quads, *(ox.Quad(*quad.triple, other) for quad in quads)]))
    assert len(both) == 2 * len(found)
    assert set(found) <= set(both)


def test_closing_each_article_closes_them_all() -> None:
    sources = sorted((ONTOLOGY.parents[1] / "notebooks" / "articles").glob("*.txt"))
    quads = list(to_quads(readings(map(read_article, sources))))
    apart = {quad.triple for quad in inferred(quads) if not quad.subject.value.endswith("#inferred")}
    said = {quad.triple for quad in quads}
    together = {quad.triple for quad in inferred(ox.Quad(*triple) for triple in said)}
    assert len({quad.graph_name for quad in quads}) == len(sources) > 5
    assert apart - said == together


def test_a_second_time_nothing_more_follows(quads: list[ox.Quad]) -> None:
    found = list(inferred(quads))
    assert list(inferred([*found, *quads])) == found
    merged = [ox.Quad(*quad.triple) for quad in (*quads, *found)]
    assert list(inferred(merged)) == []


def test_rows_stay_and_the_graph_conforms(quads: list[ox.Quad], tmp_path: Path) -> None:
    said = ox.Store()
    said.extend(quads)
    assert list(facts(closed(quads))) == list(facts(said))
    for extension in ("ttl", "trig"):
        path = tmp_path / f"closed.{extension}"
        path.write_bytes(serialize(closed(quads), extension))
        assert check(path).violations == ()


def test_without_the_reasoner_the_remedy_is_told(quads: list[ox.Quad], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "reasonable", None)
    with pytest.raises(KgError, match=r"communique\[infer\]"):
        list(inferred(quads))
