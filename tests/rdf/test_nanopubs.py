"""Each fact is a nanopublication."""

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.rdf.annotations import annotated
from kg.rdf.formats import serialize
from kg.rdf.nanopubs import nanopublications
from kg.store import open_graph, query

NP = "PREFIX np: <http://www.nanopub.org/nschema#>"


@pytest.fixture(scope="module")
def quads(turtle: Path) -> list[ox.Quad]:
    return list(nanopublications(open_graph(turtle)))


def test_one_for_each_fact_in_four_graphs(quads: list[ox.Quad], turtle: Path) -> None:
    graphs: dict[str, set[str]] = {}
    for quad in quads:
        name, _, part = quad.graph_name.value.partition("#")
        graphs.setdefault(name, set()).add(part)
    facts = {row["fact"].value for row in query(turtle, "SELECT ?fact { ?fact :evidence ?words }")}
    assert len(facts) > 10
    assert set(graphs) == {f"{fact}/nanopub" for fact in facts}
    assert all(parts == {"Head", "assertion", "provenance", "pubinfo"} for parts in graphs.values())


ASKED = [
    ("assertion", "?visit a :Visit ; :visitor person:ana-zupan ; :date '2024-03-04'^^xsd:date ; :hasModality :actual"),
    ("assertion", "?visit :visitor ?who . ?who a :Person ; rdfs:label 'Ana Zupan'@en ; :visited place:vienna"),
    ("assertion", "?meeting a :Meeting . person:ana-zupan :met person:karl-wieser"),
    ("assertion", "?act a :Act, :Support"),
    ("provenance", "?assertion prov:wasDerivedFrom ?passage . ?passage nif:anchorOf 'Zupan again praised Wieser'"),
    ("provenance", "?assertion prov:wasDerivedFrom ?a . ?a dcterms:title 'Zupan in Vienna' ; dc:publisher ?publisher"),
    ("provenance", "?assertion prov:wasAttributedTo person:ana-zupan . ?fact :rule 'cooperate' ; :confidence 0.8"),
    ("pubinfo", "?np <http://purl.org/nanopub/x/introduces> ?fact"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "pattern"), ASKED)
def test_what_stands_where(quads: list[ox.Quad], part: str, pattern: str) -> None:
    store = ox.Store()
    store.extend(quads)
    where = {"assertion": "hasAssertion", "provenance": "hasProvenance", "pubinfo": "hasPublicationInfo"}[part]
    assert query(store, f"{NP} ASK {{ ?publication np:{where} ?graph . GRAPH ?graph {{ {pattern} }} }}")


def test_no_assertion_holds_words_or_rules(quads: list[ox.Quad]) -> None:
    asserted = {q.predicate.value.rsplit("#")[-1] for q in quads if q.graph_name.value.endswith("#assertion")}
    assert "visitor" in asserted
    assert not asserted & {"evidence", "rule", "confidence", "anchorOf", "isString"}


def test_their_own_checker_takes_each(quads: list[ox.Quad]) -> None:
    nanopub = pytest.importorskip("nanopub", reason="nanopub is not installed (pip install nanopub)")
    names = sorted({quad.graph_name.value.partition("#")[0] for quad in quads})
    for name in names:
        own = [quad for quad in quads if quad.graph_name.value.partition("#")[0] == name]
        dataset = rdflib.Dataset()
        dataset.parse(data=serialize(own, "trig"), format="trig")
        assert nanopub.Nanopub(rdf=dataset, conf=nanopub.NanopubConf()).is_valid, name


def test_of_an_annotated_graph_they_are_the_same(quads: list[ox.Quad], turtle: Path) -> None:
    store = ox.Store()
    store.extend(annotated(open_graph(turtle)))
    assert set(nanopublications(store)) == set(quads)
