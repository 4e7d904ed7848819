"""`kg eval` measures rows, graphs or articles against gold, as a table, JSON or CSV."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from kg.facts import facts

type Kg = Callable[..., Result]

GOLD = {
    "entities": [
        {"id": "e1", "type": "Person", "name": "Ana Zupan", "aliases": ["Zupan"]},
        {"id": "e2", "type": "Person", "name": "Karl Wieser", "aliases": ["Wieser"]},
        {"id": "e3", "type": "Country", "name": "Austria", "aliases": ["Austrian"], "wikidata": "Q40"},
        {"id": "e4", "type": "Place", "name": "Vienna"},
        {"id": "e5", "type": "Country", "name": "Slovenia", "wikidata": "Q215"},
    ],
    "facts": [
        {"type": "visit", "visitor": "e1", "destination": "e4", "country": "e3", "date": "2024-03-04",
         "kind": "official", "modality": "actual", "evidence": "Ana Zupan of Slovenia arrived in Vienna"},
        {"type": "meeting", "participants": ["e1", "e2"], "place": "e4", "date": None, "kind": "bilateral",
         "modality": "actual", "evidence": "She met Austrian Chancellor Karl Wieser"},
        {"type": "office", "person": "e1", "title": "president", "of": "e5", "status": "current",
         "evidence": "Zupan said"},
    ],
}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "zupan.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder


@pytest.fixture
def graphs(tmp_path: Path, turtle: Path) -> Path:
    folder = tmp_path / "graphs"
    folder.mkdir()
    (folder / "zupan.ttl").write_bytes(turtle.read_bytes())
    return folder


def report(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_graphs_and_rows_score_the_same(kg: Kg, gold: Path, graphs: Path, turtle: Path, tmp_path: Path) -> None:
    rows = tmp_path / "rows"
    rows.mkdir()
    lines = [json.dumps(row) + "\n" for row in facts(turtle)]
    (rows / "zupan.jsonl").write_text("".join(lines), encoding="utf-8")
    result = report(kg("eval", gold, graphs, "--confidence"))
    assert result == report(kg("eval", gold, rows, "--confidence"))
    assert result["articles"] == 1
    assert result["rows"]["visit"] == {"gold": 1, "found": 1, "right": 1, "precision": 1, "recall": 1, "f1": 1}
    found = sum(json.loads(line)["type"] not in ("entity", "date") for line in lines)
    assert result["rows"]["all facts"] == {
        "gold": 3, "found": found, "right": 2, "precision": 2 / found, "recall": 2 / 3, "f1": 4 / (3 + found),
    }  # fmt: skip
    assert result["macroF1"] == pytest.approx(2 / 3)
    assert result["links"] == {"right": 1, "of": 2}  # the graph knows Slovenia's item, not Austria's
    assert result["slots"]["visit.date"] == {"right": 1, "of": 1}
    assert result["slots"]["meeting.kind"] == {"right": 0, "of": 1}
    assert sum(band["of"] for band in result["confidence"].values()) == found
    assert "errors" not in result


def test_articles_are_read_with_their_head(kg: Kg, gold: Path, source: Path, tmp_path: Path) -> None:
    head = "# title: Zupan Abroad\n# date: 2024-03-05\n\n"
    source.write_text(head + source.read_text(encoding="utf-8"), encoding="utf-8")
    result = kg("eval", gold, "--articles", tmp_path, "--errors")
    assert result.stderr == ""
    told = report(result)
    assert {kind: told["rows"][kind]["right"] for kind in ("visit", "meeting", "office")} == {
        "visit": 1, "meeting": 1, "office": 0,
    }  # fmt: skip
    assert told["slots"]["visit.date"] == {"right": 1, "of": 1}  # "on Monday" is a day by the article's date
    assert {
        "article": "zupan",
        "fault": "missed",
        "type": "office",
        "says": {"person": "Ana Zupan", "title": "president", "of": "Slovenia", "status": "current"},
        "words": "Zupan said",
    } in told["errors"]


def test_an_article_without_a_date_is_warned_of(kg: Kg, gold: Path, source: Path, tmp_path: Path) -> None:
    assert "kg: zupan: no date given" in kg("eval", gold, "--articles", tmp_path).stderr


def test_words_of_a_lexicon_count(kg: Kg, gold: Path, tmp_path: Path) -> None:
    lexicon = tmp_path / "mine.ttl"
    lexicon.write_text(
        "@prefix : <https://w3id.org/communique/ontology#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<https://example.org/falconry> a :Sector ; skos:notation "falconry" ; skos:prefLabel "falconry"@en ;\n'
        "    skos:broader <https://w3id.org/communique/id/sector/sport> .\n",
        encoding="utf-8",
    )
    fact = {"type": "cooperation", "parties": ["e3", "e5"], "sector": "s:sport"}
    (gold / "zupan.json").write_text(json.dumps(GOLD | {"facts": [fact]}), encoding="utf-8")
    (tmp_path / "zupan.txt").write_text("Slovenia and Austria will cooperate in falconry.\n", encoding="utf-8")
    told = report(kg("eval", gold, "--articles", tmp_path, "--lexicon", lexicon))
    assert told["rows"]["cooperation"]["right"] == 1


def test_an_article_without_rows_counts_as_empty(kg: Kg, gold: Path, graphs: Path) -> None:
    (gold / "kos.json").write_text(json.dumps(GOLD), encoding="utf-8")
    result = kg("eval", gold, graphs)
    assert result.stderr == "kg: kos: nothing found for this article; counted as empty\n"
    told = report(result)
    assert (told["articles"], told["rows"]["visit"]["gold"], told["rows"]["visit"]["right"]) == (2, 2, 1)


def test_one_type(kg: Kg, gold: Path, graphs: Path) -> None:
    assert set(report(kg("eval", gold, graphs, "--type", "visit"))["rows"]) == {"visit"}


def rows_of(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_csv_is_one_table(kg: Kg, gold: Path, graphs: Path) -> None:
    options = ("eval", gold, graphs, "--format", "csv")
    scores = {row.pop("row"): row for row in rows_of(kg(*options))}
    assert scores["meeting"] == {
        "gold": "1", "found": "1", "right": "1", "precision": "1.000", "recall": "1.000", "F1": "1.000",
    }  # fmt: skip
    assert {row["confidence"] for row in rows_of(kg(*options, "--confidence"))} > {"≥ 0.9", "< 0.7"}
    missed = [row for row in rows_of(kg(*options, "--errors")) if row["fault"] == "missed"]
    assert [row["says"] for row in missed] == ["person Ana Zupan, title president, of Slovenia, status current"]


def test_tables(kg: Kg, gold: Path, graphs: Path) -> None:
    out = kg("eval", gold, graphs, "--format", "table", "--errors", "--confidence").stdout
    assert "1 article\n" in "\n".join(map(str.strip, out.split("\n"))) + "\n"
    for words in ("all facts", "macro F1 of the facts 0.667", "links right 1/2", "0.8–0.9", "spurious", "president"):
        assert words in out
    one = kg("eval", gold, graphs, "--format", "table", "--type", "visit").stdout
    assert "macro" not in one and "links" not in one and "all facts" not in one


OPTIONS = [
    (("--type", "date"), "date: no such type of row is measured; choose one of entity, office"),
    (("--format", "xls"), "xls: no such format for scores; choose one of table, json, csv"),
    (("--format", "csv", "--errors", "--confidence"), "--errors, --confidence: csv is one table"),
    (("--articles", "."), "FOUND, --articles: give one of the two"),
    (("--lexicon", "none.ttl"), "none.ttl: cannot read this lexicon"),
]


@pytest.mark.parametrize(("options", "message"), OPTIONS)
def test_bad_options(kg: Kg, gold: Path, graphs: Path, options: tuple[str, ...], message: str) -> None:
    assert_told(kg("eval", gold, graphs, *options), message)


def assert_told(result: Result, message: str) -> None:
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.startswith("kg: ") and result.stderr.count("\n") == 1


def test_folders_that_are_not_there(kg: Kg, gold: Path, graphs: Path, tmp_path: Path) -> None:
    assert_told(kg("eval", tmp_path / "none", graphs), f"{tmp_path / 'none'}: no such folder; give one that holds")
    assert_told(kg("eval", graphs, graphs), f"{graphs}: no gold in this folder")
    assert_told(
        kg("eval", gold, tmp_path / "none"), f"{tmp_path / 'none'}: no such folder; give one with a file NAME.j"
    )
    assert_told(kg("eval", gold, tmp_path), f"{tmp_path}: no file for any article that the gold names")
    assert_told(kg("eval", gold, "--articles", graphs), f"{graphs}: no file for any article that the gold names")
    assert_told(kg("eval", gold), "FOUND, --articles: give one of the two")


BAD_GOLD = [
    ('{"entities": [],\n "facts": [}', ":2: not valid JSON"),
    ("[]", 'no list of objects "entities"'),
    ('{"entities": [], "facts": [1]}', 'no list of objects "facts"'),
    ('{"entities": [{"id": "e1", "type": "Person"}], "facts": []}', ': entities[0]: this entity has no "name"'),
    ('{"entities": [{"id": "e1", "type": "Town", "name": "Graz"}], "facts": []}', "no such type (Town); choose one of"),
    ('{"entities": [], "facts": [{"type": "visits"}]}', "facts[0]: no such type (visits); choose one of office, visit"),
    ('{"entities": [], "facts": [{"type": "visit"}]}', 'facts[0]: this visit has no "visitor"'),
    ('{"entities": [], "facts": [{"type": "visit", "visitor": "e9"}]}', "facts[0]: no entity has the id 'e9'"),
    ('{"entities": [], "facts": [{"type": "meeting", "participants": ["e9"]}]}', "facts[0]: no entity has the id 'e9'"),
]


@pytest.mark.parametrize(("content", "message"), BAD_GOLD)
def test_bad_gold(kg: Kg, gold: Path, graphs: Path, content: str, message: str) -> None:
    (gold / "zupan.json").write_text(content, encoding="utf-8")
    result = kg("eval", gold, graphs)
    assert_told(result, message)
    assert f"{gold / 'zupan.json'}:" in result.stderr


BAD_ROWS = [
    ('{"type": "date"}\n{"type": ', ":2: not valid JSON"),
    ("[]", ":1: no row of a known type (None); choose one of entity"),
    ('{"type": "trip"}', ":1: no row of a known type (trip)"),
    ('{"type": "visit", "visitor": ["Zupan"]}', ':1: "visitor" is no entity'),
    ('{"type": "meeting", "participants": "Zupan"}', ':1: "participants" is no list of entities'),
]


@pytest.mark.parametrize(("content", "message"), BAD_ROWS)
def test_bad_rows(kg: Kg, gold: Path, graphs: Path, content: str, message: str) -> None:
    (graphs / "zupan.jsonl").write_text(content, encoding="utf-8")  # goes before zupan.ttl
    assert_told(kg("eval", gold, graphs), f"{graphs / 'zupan.jsonl'}{message}")


def test_graphs_are_measured_without_spacy(gold: Path, graphs: Path) -> None:
    code = (
        "import sys; from kg.cli import app; app(sys.argv[1:], standalone_mode=False)\n"
        "print(*sorted({'rdflib', 'rich', 'spacy'} & set(sys.modules)), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "eval", str(gold), str(graphs)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == ""
