"""A right graph passes the check; each kind of fault is found."""

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.rdf.check import check

FAULTS = [
    (":hasModality :planned", ":hasModality :likely", "shape", "one modality"),
    (':kind "official"', ':kind "secret"', "shape", "official, state, working"),
    (':kind "official"', ':kind "official" , "state"', "shape", "has 2 values of :kind, but one article tells of it"),
    (':rule "arrive"', ':rule "arrive" , "land"', "shape", "has 2 values of :rule"),
    (":destination place:vienna", ":destination place:vienna , country:austria", "shape", ":destination"),
    (':rule "arrive" ;', "", "shape", "rule that found it"),
    (":confidence 0.9", ":confidence 1.5", "shape", "confidence from 0 to 1"),
    (":confidence 0.9 ;", "", "shape", "confidence from 0 to 1"),
    (":visitor person:ana-zupan", ":visitor sector:energy", "shape", "visitor"),
    (":sector sector:rail", ":sector country:austria", "shape", "sector"),
    ('rdfs:label "Slovenia"@en', 'rdfs:label "Slovenia"@en , "Carniola"@en', "shape", "exactly one label"),
    ('rdfs:label "Slovenia"@en', 'rdfs:label "Slovenia"', "shape", "exactly one label"),
    (':date "2024-03-04"^^xsd:date', ":date 5", "shape", "date must be"),
    (':timexType "DURATION"', ':timexType "SPAN"', "shape", "timexType"),
    ('nif:anchorOf "March 4"', 'nif:anchorOf "March 5"', "offsets", "March 4"),
    ('nif:anchorOf "March 4"', 'nif:anchorOf ""', "shape", "words"),
    ('nif:endIndex "76"', 'nif:endIndex "60"', "shape", "before its end"),
    ('nif:isString "VIENNA', 'nif:isString " VIENNA', "offsets", "but the text has"),
    ("a :Person", "a :Person , :Country", "consistency", "Disjoint classes"),
    (":memberOf body:alpine-league", ":memberOf :actual", "consistency", "Disjoint classes"),
    ("person:ana-zupan a :Person", 'person:ana-zupan a :Person ; :metric "x"', "consistency", "Disjoint classes"),
]


def test_a_right_graph_passes(turtle: Path) -> None:
    report = check(turtle)
    assert report.conforms, report.violations
    assert report.violations == ()


@pytest.mark.parametrize(("right", "wrong", "kind", "message"), FAULTS)
def test_faults_are_found(turtle: Path, tmp_path: Path, right: str, wrong: str, kind: str, message: str) -> None:
    text = turtle.read_text(encoding="utf-8")
    assert right in text
    path = tmp_path / "wrong.ttl"
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    report = check(path)
    assert not report.conforms
    assert any(v.check == kind and message in v.message for v in report.violations), report.violations


def test_a_graph_without_an_article_is_not_right(tmp_path: Path) -> None:
    path = tmp_path / "empty.ttl"
    path.write_text("", encoding="utf-8")
    assert [v.message for v in check(path).violations] == ["the graph holds no article; build one with `kg build`"]


def test_what_is_no_graph_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="no such graph"):
        check(tmp_path / "none.ttl")
