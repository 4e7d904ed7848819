"""Whatever stands in an input, what comes out is an error in one line, or a graph that is right in every format."""

import gzip
import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.articles import Skipped, articles, read_article
from kg.build import built, readings
from kg.errors import KgError
from kg.files import write_all
from kg.lexicon import load_lexicon
from kg.model import Article, Cooperation
from kg.rdf.check import check
from kg.rdf.formats import FORMATS

TEXT = "Prime Minister Ana Zupan of Slovenia met Karl Wieser in Vienna. "
ZIP = io.BytesIO()
with zipfile.ZipFile(ZIP, "w", zipfile.ZIP_DEFLATED) as packed:
    packed.writestr("visit.txt", bytes(10_000_000))

REFUSED: list[tuple[str, Callable[[], bytes], str]] = [
    ("visit.txt", lambda: b"Zupan met \0 Wieser in Vienna.", "is binary"),
    ("visit.txt", lambda: b"\x01\x02\x03 Zupan met Wieser.", "is binary"),
    ("visit.txt", lambda: b"x " * 50_000_000, "longer than 1,000,000"),
    ("visit.txt", lambda: gzip.compress(bytes(10_000_000)), "is packed"),
    ("visit.txt", ZIP.getvalue, "is packed"),
    ("visit.html", lambda: gzip.compress(bytes(10_000_000)), "no page"),
    ("visit.html", lambda: b"<div>" * 500_000, "is no page"),
    ("visit.jsonl", lambda: b"[" * 1_000_000, "not valid JSON"),
    ("visit.txt", lambda: b"(" * 100_000, "without a space"),
    ("visit.txt", lambda: "“ ".encode() * 10_000, "more punctuation"),
    ("visit.txt", lambda: b"Zupan met Wieser in Vienna. " + b"( " * 10_000, "more punctuation than letters"),
]


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_refused(tmp_path: Path, name: str, data: Callable[[], bytes], reason: str) -> None:
    (tmp_path / name).write_bytes(data())
    (one,) = articles([str(tmp_path / name)])
    assert isinstance(one, Skipped)
    assert reason in one.reason
    assert "\n" not in one.reason


READ = [
    TEXT * 4 + "\x1b[31mred\x1b[0m " + TEXT,
    TEXT + "\u202eesrever\u202c \u2066isolated\u2069 " + TEXT,
    TEXT + "\ufffe\uffff\x85\u2028\u2029\x7f " + TEXT * 4,
    TEXT + "“Zupan said so, and “ " * 1_000,
    TEXT + f"Zupan{' ' * 100_000}met{chr(9) * 100_000}Wieser{' ' * 9 + chr(10)}{(' ' + chr(10)) * 50_000}in Graz.",
    TEXT + f"Zupan met {'.' * 900}x{'!' * 90} Wieser in Graz. ",
    TEXT.strip(". ") + " and Zupan met Wieser in Graz" * 500 + ".",
    'Prime Minister Ana "}; DROP ALL; # Zupan of Slovenia met Karl <https://evil.example/> Wieser in Vienna.',
    'Prime Minister Ana Zupan\\""" . <a> <b> <c> met Karl Wieser\'s \\u0022 in Vienna.',
    "The <script>alert(1)</script> of Slovenia met Karl </script><img src=x onerror=alert(1)> in Vienna by the lake.",
    "President 王小明 of Slovenia met Ⅷ Мария — ☃ Ltd in Vienna on 31 February 9999.",
]


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graphs and pages of all texts that are read, in a folder: a number each, in every format."""
    folder = tmp_path_factory.mktemp("graphs")
    for number, text in enumerate(READ):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    found = [read_article(folder / f"{number}.txt", title=text[:200]) for number, text in enumerate(READ)]
    for number, reading in enumerate(readings(found)):
        for suffix, data in built(reading, FORMATS).files.items():
            (folder / f"{number}{suffix}").write_bytes(data)
    return folder


@pytest.mark.parametrize("number", range(len(READ)))
def test_what_is_read_is_right_in_every_format(graphs: Path, number: int) -> None:
    assert check(graphs / f"{number}.ttl").violations == ()
    triples = [
        {quad.triple for quad in ox.parse(path=str(graphs / f"{number}{suffixes[0]}"))} for suffixes in FORMATS.values()
    ]
    assert len(triples[0]) > 20
    assert all(other == triples[0] for other in triples)


def test_no_markup_of_an_article_comes_onto_its_page(graphs: Path) -> None:
    html = (graphs / "7.html").read_text(encoding="utf-8")
    assert "<script>alert" not in html
    assert "<img src=x" not in html


PATHS = ["../../etc/passwd", "/etc/passwd", "..", "a/../../b", "C:\\x", "x\0y", "\u202e", ".", "-rf", "x" * 5000]


def test_no_id_leads_out_of_the_folder(tmp_path: Path) -> None:
    lines = (json.dumps({"text": f"{TEXT} {number}", "id": key, "title": key}) for number, key in enumerate(PATHS))
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = [one for one in articles([str(tmp_path / "in.jsonl")]) if isinstance(one, Article)]
    assert len(found) == len(PATHS)
    out = tmp_path / "out"
    assert all((out / f"{one.name}.ttl").resolve().parent == out.resolve() for one in found)
    assert all(len(one.name.encode()) < 200 and one.name.isprintable() for one in found)


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    for name in ("visit.ttl", "visit.ttl.part"):
        mine.write_bytes(b"mine")
        out = tmp_path / f"out-{name}"
        out.mkdir()
        (out / name).symlink_to(mine)
        write_all({out / "visit.ttl": b"new"})
        assert (mine.read_bytes(), (out / "visit.ttl").read_bytes()) == (b"mine", b"new")
        assert not (out / "visit.ttl").is_symlink()


HEAD = "@prefix : <https://w3id.org/communique/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."
LEXICONS: list[tuple[Callable[[], str], str]] = [
    (lambda: '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>', "not valid Turtle"),  # Turtle has no entities
    (lambda: "<x:a> <x:b> " + "(" * 1_000_000, "not valid Turtle"),
    (lambda: "<x:a> <x:b> <x:c> .\n" * 500_000, "longer than 8,000,000 bytes"),
    (lambda: f'{HEAD} <x:a> a :Unit ; rdfs:label "{"pounds " * 100_000}" .', "longer than 1,000 characters"),
    (lambda: f'{HEAD} <x:a> a :Frame ; :verb "" .', "kg:verb that is empty"),
    (lambda: f'{HEAD} <x:a> a :Tenure ; :holder <x:b> ; :post <x:c> ; :of <x:d> ; :from "soon" .', "date 'soon'"),
]


@pytest.mark.parametrize(("text", "reason"), LEXICONS, ids=range(len(LEXICONS)))
def test_lexicons_that_are_refused(tmp_path: Path, text: Callable[[], str], reason: str) -> None:
    (tmp_path / "mine.ttl").write_text(text(), encoding="utf-8")
    with pytest.raises(KgError, match=reason):
        load_lexicon(tmp_path / "mine.ttl")


def test_lexicons_that_go_round_or_deep(tmp_path: Path) -> None:
    sectors = "".join(
        f'<x:{n}> a :Sector ; skos:prefLabel "zupaning{n}" ; skos:broader <x:{(n + 1) % 9}> .' for n in range(9)
    )
    offices = "".join(
        f'<x:o{n}> a :OfficeKind ; skos:prefLabel "grand zupan{n}" ; skos:broader <x:o{1 - n}> .' for n in range(2)
    )
    deep = f"<x:a> :verb {'(' * 50_000}{')' * 50_000} . :A rdfs:subClassOf :B . :B rdfs:subClassOf :A ."
    skos = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
    (tmp_path / "mine.ttl").write_text(f"{HEAD} {skos} {sectors} {deep} {offices}", encoding="utf-8")
    text = "Slovenia and Austria will cooperate in zupaning3. Grand Zupan1 Karl Wieser said so."
    article = Article(text, "forum")
    (reading,) = readings([article], lexicon=[tmp_path / "mine.ttl"])
    assert [fact.sector for fact in reading.facts if isinstance(fact, Cooperation)] == ["x:3"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with names")
def test_a_lexicon_that_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "mine.ttl")
    with pytest.raises(KgError, match="is no file"):
        load_lexicon(tmp_path / "mine.ttl")
