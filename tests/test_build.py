"""`kg.build` for Python: an article in, an rdflib Dataset out."""

from pathlib import Path

import pytest
import rdflib

import kg
from kg.build import built, readings
from kg.model import Article
from kg.rdf.formats import serialize

TEXT = (
    "Prime Minister Ana Zupan of Slovenia arrived in Vienna on Monday for an official visit."
    " She met Austrian Chancellor Karl Wieser.\n"
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "zupan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_dataset_with_the_graph_of_the_article(source: Path) -> None:
    graph = kg.build(
        source, title="Zupan Abroad", publisher="Alpine Courier", date="2024-03-05", url="https://a.example/1"
    )
    assert isinstance(graph, rdflib.Dataset)
    (row,) = graph.query("SELECT ?who { ?who :met person:karl-wieser_austria }")
    assert str(row.who).endswith("/person/ana-zupan_slovenia")
    (about,) = graph.query(
        "SELECT ?title ?publisher ?date ?url"
        " { ?a dcterms:title ?title ; dc:publisher ?publisher ; dcterms:issued ?date ; schema:url ?url }"
    )
    assert [str(value) for value in about] == ["Zupan Abroad", "Alpine Courier", "2024-03-05", "https://a.example/1"]
    names = {str(context.identifier) for context in graph.graphs() if len(context)}
    assert len(names) == 1
    assert next(iter(names)).startswith("https://w3id.org/communique/id/graph/a-example-1-")


def test_its_facts_and_answers_without_a_file(source: Path) -> None:
    graph = kg.build(str(source))
    (visit,) = kg.facts(graph, "visit")
    assert (visit["visitor"]["label"], visit["kind"]) == ("Ana Zupan", "official")
    assert [row["who"].value[-18:] for row in kg.query(graph, "SELECT ?who { ?who :visited place:vienna }")] == [
        "ana-zupan_slovenia"
    ]
    assert callable(kg.build)  # still the function, after the module of its name has been used


def test_the_dataset_and_the_file_are_the_same(source: Path, tmp_path: Path) -> None:
    (reading,) = readings([Article(TEXT, "zupan")])
    (tmp_path / "zupan.ttl").write_bytes(built(reading).files[".ttl"])
    assert serialize(kg.build(source), "turtle") == (tmp_path / "zupan.ttl").read_bytes()
    assert list(kg.facts(kg.build(source))) == list(kg.facts(tmp_path / "zupan.ttl"))


def test_a_lexicon_and_a_base(source: Path, tmp_path: Path) -> None:
    lexicon = tmp_path / "mine.ttl"
    lexicon.write_text(
        "@prefix : <https://w3id.org/communique/ontology#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        '<https://example.org/zupan> a :Person ; rdfs:label "Ana Zupan"@en .\n',
        encoding="utf-8",
    )
    (visit,) = kg.facts(kg.build(source, lexicon=lexicon, base="https://example.org/id/"), "visit")
    assert visit["visitor"]["iri"] == "https://example.org/zupan"
    assert visit["evidence"]["article"].startswith("https://example.org/id/article/zupan-")


def test_errors_have_one_root(tmp_path: Path) -> None:
    for wrong in (lambda: kg.build(tmp_path / "none.txt"), lambda: list(kg.facts(tmp_path / "none.ttl"))):
        with pytest.raises(kg.KgError, match="no such"):
            wrong()
