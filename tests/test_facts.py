"""The rows of a graph are what the reading said."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError
from kg.facts import TYPES, facts
from kg.model import Reading
from kg.store import open_graph

KEYS = {
    "entity": "iri label labels class sameAs mentions",
    "date": "text start end value dateType",
    "office": "person title of status evidence",
    "visit": "visitor destination country date kind modality evidence",
    "meeting": "participants place date kind event modality evidence",
    "cooperation": "parties sector modality evidence",
    "agreement": "parties kind name sector date modality evidence",
    "statement": "speaker mode evidence",
    "membership": "member body role date modality evidence",
    "measure": "metric about value unit direction period evidence",
    "appointment": "person title of change date evidence",
    "event": "actor plover target modality evidence",
}


def plain(value: Any) -> Any:
    """A value with entities by their labels, evidence by its words."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return value["label"] if "label" in value else value["text"]
    return value


ROWS = [
    ("office", {"person": "Ana Zupan", "title": "prime minister", "of": "Slovenia", "status": "current",
                "evidence": "Prime Minister Ana Zupan of Slovenia", "rule": "title-before-name", "confidence": 0.9,
                "asserter": None}),
    ("visit", {"visitor": "Ana Zupan", "destination": "Vienna", "country": "Austria", "date": "2024-03-04",
               "kind": "official", "modality": "actual"}),
    ("meeting", {"participants": ["Ana Zupan", "Karl Wieser"], "place": "Vienna", "date": "2024-03", "kind": "summit",
                 "event": "Forum of the Alps", "modality": "actual"}),
    ("cooperation", {"parties": ["Austria", "Slovenia"], "sector": "tourism", "modality": "planned",
                     "asserter": "Ana Zupan"}),
    ("cooperation", {"parties": ["Austria", "Slovenia"], "sector": "rail", "modality": "planned", "asserter": None}),
    ("agreement", {"parties": ["Austria", "Slovenia"], "kind": "memorandum", "name": "memorandum on energy",
                   "sector": ["energy", "tourism"], "date": None, "modality": "actual"}),
    ("statement", {"speaker": "Ana Zupan", "mode": "direct",
                   "evidence": "“Our neighbours never blocked the railway,” Zupan said."}),
    ("membership", {"member": "Slovenia", "body": "Alpine League", "role": "member", "date": "2004",
                    "modality": "actual"}),
    ("membership", {"role": "former member", "date": None, "modality": "denied"}),
    ("measure", {"metric": "trade", "about": ["Austria", "Slovenia"], "value": 12.5, "unit": "%",
                 "direction": "increase", "period": "2023-01/2023-06"}),
    ("appointment", {"person": "Matej Kos", "title": "finance minister", "of": "Slovenia", "change": "start",
                     "date": None}),
    ("event", {"actor": "Ana Zupan", "plover": "SUPPORT", "target": "Karl Wieser", "modality": "actual",
               "evidence": "Zupan praised Wieser", "confidence": 0.9}),
    ("date", {"text": "March 4", "start": 69, "end": 76, "value": "2024-03-04", "dateType": "DATE"}),
    ("date", {"text": "between January and June 2023", "value": None, "dateType": "DURATION"}),
]  # fmt: skip


@pytest.fixture(scope="module")
def rows(turtle: Path) -> list[dict[str, Any]]:
    return list(facts(open_graph(turtle)))


@pytest.mark.parametrize(("type_", "expected"), ROWS)
def test_rows(rows: list[dict[str, Any]], type_: str, expected: dict[str, Any]) -> None:
    found = [{key: plain(row[key]) for key in expected} for row in rows if row["type"] == type_]
    assert expected in found


@pytest.mark.parametrize("type_", TYPES)
def test_every_type_has_its_keys_and_can_be_asked_for_alone(
    rows: list[dict[str, Any]], turtle: Path, type_: str
) -> None:
    alone = list(facts(open_graph(turtle), type_))
    assert alone == [row for row in rows if row["type"] == type_]
    assert alone
    for row in alone:
        assert {"type", *KEYS[type_].split()} <= set(row)


def test_as_many_rows_as_facts(rows: list[dict[str, Any]], reading: Reading) -> None:
    told = [row for row in rows if row["type"] not in ("entity", "date")]
    assert len(told) == len(reading.facts) - 1  # two of them say the same
    assert len([row for row in rows if row["type"] == "date"]) == len(reading.dates)


def test_entities(rows: list[dict[str, Any]], reading: Reading) -> None:
    found = {row["iri"]: row for row in rows if row["type"] == "entity"}
    for entity in reading.entities:
        row = found[entity.iri]
        assert (row["label"], row["class"]) == (entity.name, entity.type)
        assert (row["labels"], row["sameAs"]) == (sorted(entity.labels), sorted(entity.same_as))
        assert [(m["start"], m["end"]) for m in row["mentions"]] == [(m.start, m.end) for m in entity.mentions]


def test_entities_inside_rows_have_no_mentions(rows: list[dict[str, Any]]) -> None:
    (visit,) = (row for row in rows if row["type"] == "visit")
    assert set(visit["visitor"]) == {"iri", "label", "labels", "class", "sameAs"}


def test_evidence_is_in_the_text(rows: list[dict[str, Any]], reading: Reading) -> None:
    for row in rows:
        if "evidence" in row:
            evidence = row["evidence"]
            assert reading.article.text[evidence["start"] : evidence["end"]] == evidence["text"]


def test_an_unknown_type(turtle: Path) -> None:
    with pytest.raises(KgError, match="treaty: no such type of fact; choose one of entity, date, office"):
        list(facts(open_graph(turtle), "treaty"))


def test_reading_a_graph_needs_neither_rdflib_nor_spacy() -> None:
    code = "import sys, kg.facts; print({'rdflib', 'spacy', 'pyshacl'} & set(sys.modules))"
    root = Path(__file__).parents[1]
    assert subprocess.check_output([sys.executable, "-c", code], text=True, cwd=root).strip() == "set()"
