"""What a reading says, as RDF."""

import re
from dataclasses import replace

import pyoxigraph as ox
import pytest
import rdflib

from kg.model import Article, Passage, Reading, TimeExpression
from kg.rdf.terms import time
from kg.rdf.write import to_dataset, to_quads

KG = "https://w3id.org/communique/ontology#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
XSD = "http://www.w3.org/2001/XMLSchema#"


def graph_of(*readings: Reading) -> ox.Store:
    store = ox.Store()
    store.extend(to_quads(readings))
    return store


def objects(store: ox.Store, subject: ox.NamedNode, name: str) -> list[str]:
    predicate = ox.NamedNode(name if name.startswith("http") else KG + name)
    return sorted(q.object.value for q in store.quads_for_pattern(subject, predicate, None))


def nodes(store: ox.Store, class_: str) -> list[ox.NamedNode]:
    type_ = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    return [q.subject for q in store.quads_for_pattern(None, type_, ox.NamedNode(KG + class_))]


def test_offsets_give_the_words(reading: Reading) -> None:
    store = graph_of(reading)
    passages = nodes(store, "Passage")
    assert len(passages) > 20
    for passage in passages:
        (start,), (end,), (words,) = (objects(store, passage, NIF + p) for p in ("beginIndex", "endIndex", "anchorOf"))
        assert reading.article.text[int(start) : int(end)] == words
        assert passage.value.endswith(f"#char={start},{end}")


def test_no_blank_nodes_and_ascii_iris(reading: Reading) -> None:
    for quad in to_quads([reading]):
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            assert not isinstance(term, ox.BlankNode)
            assert not isinstance(term, ox.NamedNode) or term.value.isascii()


def test_what_is_known_of_the_article(reading: Reading) -> None:
    store = graph_of(reading)
    (article,) = nodes(store, "Article")
    about = ("http://purl.org/dc/elements/1.1/creator", "http://purl.org/dc/elements/1.1/publisher")
    assert [objects(store, article, name) for name in about] == [["Mira Holm"], ["Alpine Courier"]]


def test_every_fact_leads_to_its_words(reading: Reading) -> None:
    store = graph_of(reading)
    facts = {q.subject for q in store.quads_for_pattern(None, ox.NamedNode(KG + "rule"), None)}
    assert len(facts) == len(reading.facts) - 1  # two of them say the same
    for fact in facts:
        assert len(objects(store, fact, "evidence")) == 1
        assert objects(store, fact, "http://www.w3.org/ns/prov#wasDerivedFrom")


def test_a_fact_told_twice_is_one_node_with_the_surest_evidence(reading: Reading) -> None:
    store = graph_of(reading)
    (act,) = nodes(store, "Support")
    assert objects(store, act, "confidence") == ["0.9"]
    (first,), (second,) = objects(store, act, "evidence"), objects(store, act, "furtherEvidence")
    assert [objects(store, ox.NamedNode(p), NIF + "anchorOf") for p in (first, second)] == [
        ["Zupan praised Wieser"], ["Zupan again praised Wieser"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        ("2024-05-16", "date"), ("2024-05", "gYearMonth"), ("2024", "gYear"), ("2024-Q1", "string"),
        ("FUTURE_REF", "string"),
    ],
)  # fmt: skip
def test_dates_stay_as_partial_as_they_are(value: str, datatype: str) -> None:
    assert time(value) == ox.Literal(value, datatype=ox.NamedNode(XSD + datatype))


def test_intervals_keep_their_text_and_have_ends(reading: Reading) -> None:
    store = graph_of(reading)
    (measurement,) = nodes(store, "Measurement")
    assert objects(store, measurement, "date") == []
    assert objects(store, measurement, "interval") == ["2023-01/2023-06"]
    assert objects(store, measurement, "startDate") == ["2023-01"]
    assert objects(store, measurement, "endDate") == ["2023-06"]


def test_a_graph_for_each_article(reading: Reading) -> None:
    other = replace(reading, article=replace(reading.article, url=None))
    dataset = to_dataset([reading, other])
    graphs = {str(g.identifier) for g in dataset.graphs() if len(g)} - {"urn:x-rdflib:default"}
    assert len(graphs) == 2
    assert all(
        re.fullmatch(r"https://w3id.org/communique/id/graph/(zupan-in-vienna|news-example-e)-[0-9a-f]{12}", g)
        for g in graphs
    )
    zupan = rdflib.URIRef("https://w3id.org/communique/id/person/ana-zupan")
    assert len(list(dataset.triples((zupan, rdflib.RDF.type, None)))) == 1, "the default graph is the union"


def test_new_individuals_lie_below_the_base(reading: Reading) -> None:
    subjects = {quad.subject.value for quad in to_quads([reading], "https://example.org/")}
    theirs = {s for s in subjects if not s.startswith("https://example.org/")}
    assert {entity.iri for entity in reading.entities} <= theirs
    assert all(s.split("/")[4] == "id" for s in theirs)
    assert not any("/article/" in s or "/visit/" in s for s in theirs)


def test_an_entity_that_is_only_in_a_fact_is_described(reading: Reading) -> None:
    store = graph_of(reading)
    rail = ox.NamedNode("https://w3id.org/communique/id/sector/rail")
    assert rail in nodes(store, "Sector")
    assert objects(store, rail, "http://www.w3.org/2004/02/skos/core#notation") == ["rail"]


def test_nothing_is_said_of_what_is_not_known() -> None:
    times = (TimeExpression(Passage(0, 4), None, "DATE"),)
    store = graph_of(Reading(Article("Soon."), (), times, ()))
    (article,) = nodes(store, "Article")
    for name in ("http://purl.org/dc/terms/title", "http://purl.org/dc/terms/issued", "https://schema.org/url"):
        assert objects(store, article, name) == []
    assert objects(store, article, NIF + "isString") == ["Soon."]
    (expression,) = nodes(store, "TimeExpression")
    assert objects(store, expression, "timexValue") == []
