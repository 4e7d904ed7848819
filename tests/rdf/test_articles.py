"""What a file says is told apart by its articles."""

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.model import Reading
from kg.rdf.articles import graphs_of
from kg.rdf.formats import FORMATS, serialize
from kg.rdf.write import to_quads


@pytest.fixture
def readings(reading: Reading) -> list[Reading]:
    """Two articles: the second has one fact less, and a person of its own."""
    article = replace(reading.article, name="later", url=None, text=f"{reading.article.text}More is not known.\n")
    person = replace(
        reading.entities[1], iri=f"{reading.entities[1].iri}-novak", name="Ana Novak", labels=("Ana Novak",)
    )
    return [reading, Reading(article, (*reading.entities, person), reading.dates, reading.facts[1:])]


def graphs(quads: set[ox.Quad]) -> dict[ox.NamedNode, set[ox.Quad]]:
    return {name: {q for q in quads if q.graph_name == name} for name in {q.graph_name for q in quads}}


@pytest.mark.parametrize(
    ("format", "suffix"),
    [(format, suffixes[0]) for format, suffixes in FORMATS.items()],
)
def test_merged_articles_come_apart_again(readings: list[Reading], tmp_path: Path, format: str, suffix: str) -> None:
    path = tmp_path / f"both{suffix}"
    path.write_bytes(serialize(to_quads(readings), format))
    expected = graphs(set(to_quads(readings)))
    assert len(expected) == 2
    assert graphs_of(path) == expected


def test_all_that_an_only_article_comes_with_is_its_own(turtle: Path, tmp_path: Path) -> None:
    path = tmp_path / "more.ttl"
    path.write_text(f"{turtle.read_text(encoding='utf-8')}\n<urn:a> <urn:b> <urn:c> .\n", encoding="utf-8")
    (before,), (after,) = graphs_of(turtle).items(), graphs_of(path).items()
    assert after[0] == before[0]
    assert {str(q.triple) for q in after[1] - before[1]} == {"<urn:a> <urn:b> <urn:c>"}


def test_what_is_of_no_article_lies_in_a_graph_named_for_the_file(readings: list[Reading], tmp_path: Path) -> None:
    path = tmp_path / "my notes.ttl"
    note = ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal("c"))
    path.write_bytes(serialize([note], "turtle"))
    (alone,) = graphs_of(path).items()
    assert alone == (ox.NamedNode(path.as_uri()), {ox.Quad(*note.triple, ox.NamedNode(path.as_uri()))})
    path.write_bytes(serialize([note, *to_quads(readings)], "turtle"))
    assert graphs_of(path) == {**graphs(set(to_quads(readings))), alone[0]: alone[1]}


def test_named_graphs_stay_beside_what_is_in_none(reading: Reading, tmp_path: Path) -> None:
    path = tmp_path / "mixed.nq"
    path.write_text('<urn:a> <urn:b> "c" <urn:g> .\n<urn:a> <urn:b> "d" _:g .\n', encoding="utf-8")
    with path.open("ab") as file:
        file.write(serialize(to_quads([reading]), "ntriples"))
    found = graphs_of(path)
    home = next(to_quads([reading])).graph_name
    assert {name: len(quads) for name, quads in found.items() if name != home} == {ox.NamedNode("urn:g"): 1}
    assert len(found[home]) == len(set(to_quads([reading]))) + 1
