"""What counts as right when found rows are measured against gold: tables of (gold, row, right) for every type."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError
from kg.eval.errors import errors
from kg.eval.figures import Count, Share, bands, counts, links, macro_f1, slots, total
from kg.eval.found import files_of, headed_article, rows_of_file
from kg.eval.gold import SCORED, Row, read_gold
from kg.eval.outcomes import Outcome, compare
from kg.eval.resolving import kin_of
from kg.lexicon import load_lexicon

ZUPAN, WIESER, SLOVENIA, AUSTRIA, VIENNA, LEAGUE, COURIER = "p1", "p2", "c1", "c2", "v", "b", "o"
ENTITIES = [
    {"id": ZUPAN, "type": "Person", "name": "Ana Zupan", "aliases": ["Prime Minister Zupan", "Zupan"]},
    {"id": WIESER, "type": "Person", "name": "Karl Wieser", "aliases": ["Wieser"], "wikidata": None},
    {"id": SLOVENIA, "type": "Country", "name": "Slovenia", "aliases": ["Slovenian"], "wikidata": "Q215"},
    {"id": AUSTRIA, "type": "Country", "name": "Austria", "aliases": ["Vienna"], "wikidata": "Q40"},
    {"id": VIENNA, "type": "Place", "name": "Vienna", "aliases": []},
    {"id": LEAGUE, "type": "RegionalBody", "name": "Alpine League", "aliases": ["the League"]},
    {"id": COURIER, "type": "Organization", "name": "Alpine Courier", "aliases": []},
    {"id": "s:rail", "type": "Sector", "name": "rail", "aliases": []},
]
KIN = kin_of(load_lexicon().sectors)
SENTENCE = "“Our neighbours never blocked the railway,” said Zupan."


def outcomes(facts: Iterable[Row], rows: Iterable[Row], folder: Path) -> list[Outcome]:
    (folder / "alps.json").write_text(json.dumps({"entities": ENTITIES, "facts": list(facts)}), encoding="utf-8")
    (gold,) = read_gold(folder)
    return list(compare(gold, rows, KIN))


def office(person: str, title: str, of: str | None = None, **rest: Any) -> Row:
    return {"type": "office", "person": person, "title": title, "of": of, **rest}


def change(person: str, title: str, how: str) -> Row:
    return {"type": "appointment", "person": person, "title": title, "of": None, "change": how}


def visit(visitor: str, destination: str | None, country: str | None = None, **rest: Any) -> Row:
    return {"type": "visit", "visitor": visitor, "destination": destination, "country": country, **rest}


def meeting(*participants: str, **rest: Any) -> Row:
    return {"type": "meeting", "participants": list(participants), **rest}


def cooperation(sector: str | None, *parties: str, **rest: Any) -> Row:
    return {"type": "cooperation", "parties": list(parties), "sector": sector, **rest}


def agreement(evidence: Any, *parties: str) -> Row:
    return {"type": "agreement", "parties": list(parties), "kind": "treaty", "evidence": evidence}


def statement(speaker: str, evidence: Any) -> Row:
    return {"type": "statement", "speaker": speaker, "mode": "direct", "evidence": evidence}


def member(who: str, body: str, role: str) -> Row:
    return {"type": "membership", "member": who, "body": body, "role": role}


def measure(value: Any, unit: str | None, *about: str, metric: str = "trade") -> Row:
    return {"type": "measure", "metric": metric, "about": list(about), "value": value, "unit": unit}


def act(actor: str, plover: str, target: str | None) -> Row:
    return {"type": "event", "actor": actor, "plover": plover, "target": target}


PM = office(ZUPAN, "prime minister", SLOVENIA)
TO_VIENNA = visit(ZUPAN, VIENNA, AUSTRIA)
TRADE = measure(250, "USD", SLOVENIA, AUSTRIA)
SIGNED = "Slovenia and Austria signed a treaty on rail"
BOTH = ("Slovenia", "Austria")
CASES: list[tuple[Row, Row, bool]] = [
    (PM, office("Ana Zupan", "prime minister", "Slovenia", status="former"), True),
    (PM, office("ZUPAN’s", "the Prime Minister", "Slovenian"), True),
    (PM, office("Zupan", "premier", "Slovenia"), True),
    (PM, office("Zupan", "deputy prime minister", "Slovenia"), True),  # two words of three
    (PM, office("Zupan", "minister of trade", "Slovenia"), False),  # one of three
    (PM, office("Zupan", "prime minister", "Austria"), False),
    (PM, office("Zupan", "prime minister"), False),
    (PM, office("Matej Kos", "prime minister", "Slovenia"), False),
    (office(ZUPAN, "vice president"), office("Zupan", "deputy president", "Austria"), True),  # the gold says no `of`
    (office(ZUPAN, "foreign minister"), office("Zupan", "minister of foreign affairs"), True),
    (office(ZUPAN, "spokesperson"), office("Zupan", "spokeswoman"), True),
    (office(ZUPAN, "ceo"), office("Zupan", "chief executive officer"), True),
    (change(ZUPAN, "chair", "start"), change("Zupan", "chairwoman", "start"), True),
    (change(ZUPAN, "chair", "start"), change("Zupan", "chair", "end"), False),
    (TO_VIENNA, visit("Zupan", "Vienna", None, date="2024"), True),
    (TO_VIENNA, visit("Zupan", "Graz", "Austria"), True),
    (TO_VIENNA, visit("Zupan", "Austria"), True),
    (TO_VIENNA, visit("Zupan", "Graz"), False),
    (TO_VIENNA, visit("Wieser", "Vienna", "Austria"), False),
    (visit(ZUPAN, None), visit("Zupan", None), False),  # no place is no place to agree on
    (meeting(ZUPAN, WIESER), meeting("Wieser", "Ana Zupan", kind="call"), True),
    (meeting(ZUPAN, WIESER), meeting("Wieser", "Zupan", "Matej Kos", "Eva Novak"), True),  # half are shared
    (meeting(ZUPAN, WIESER), meeting("Wieser", "Zupan", "Matej Kos", "Eva Novak", "Jan Hus"), False),
    (meeting(ZUPAN, WIESER), meeting("Zupan"), False),  # half, but one alone
    (meeting(ZUPAN, WIESER, AUSTRIA), meeting("Zupan", "Wieser"), True),
    (cooperation("s:rail", SLOVENIA, AUSTRIA), cooperation("rail", *BOTH), True),
    (cooperation("rail", SLOVENIA, AUSTRIA), cooperation("s:transport", *BOTH), True),
    (cooperation("transport", SLOVENIA, AUSTRIA), cooperation("rail", *BOTH), True),
    (cooperation("aviation", SLOVENIA, AUSTRIA), cooperation("rail", *BOTH), False),
    (cooperation(None, SLOVENIA, AUSTRIA), cooperation(None, *BOTH), True),
    (cooperation(None, SLOVENIA, AUSTRIA), cooperation("rail", *BOTH), False),
    (cooperation(None, LEAGUE), cooperation(None, "League"), True),
    (agreement(SIGNED, SLOVENIA, AUSTRIA), agreement({"text": "signed a treaty"}, *BOTH), True),
    (agreement(SIGNED, SLOVENIA, AUSTRIA), agreement("Both sides agreed at last", *BOTH), False),
    (agreement(SIGNED, SLOVENIA, AUSTRIA), agreement(SIGNED, "Slovenia", "Alpine League"), False),
    (statement(ZUPAN, SENTENCE), statement("Zupan", {"text": SENTENCE}), True),
    (statement(ZUPAN, SENTENCE), statement("Zupan", {"text": "Our neighbours never"}), True),
    (statement(ZUPAN, SENTENCE), statement("Zupan", {"text": "Our borders are open"}), False),
    (statement(ZUPAN, SENTENCE), statement("Wieser", {"text": SENTENCE}), False),
    (member(SLOVENIA, LEAGUE, "chair"), member("Slovenia", "Alpine League", "chair"), True),
    (member(SLOVENIA, LEAGUE, "chair"), member("Slovenia", "Alpine League", "member"), False),
    (member(SLOVENIA, LEAGUE, "chair"), member("Slovenia", "Alpine Courier", "chair"), False),
    (TRADE, measure(252.5, "usd", "Austria", metric="exports"), True),  # one in a hundred off
    (TRADE, measure("250", "USD", *BOTH), True),
    (TRADE, measure(253, "USD", "Austria"), False),
    (TRADE, measure("many", "USD", "Austria"), False),
    (TRADE, measure(250, "EUR", "Austria"), False),
    (TRADE, measure(250, "USD", "Alpine League"), False),
    (measure(-3, None), measure(-3, "", "Austria"), True),  # about nothing that the gold names
    (act(ZUPAN, "SUPPORT", WIESER), act("Zupan", "SUPPORT", "Wieser"), True),
    (act(ZUPAN, "SUPPORT", None), act("Zupan", "SUPPORT", None), True),
    (act(ZUPAN, "SUPPORT", WIESER), act("Wieser", "SUPPORT", "Zupan"), False),
    (act(ZUPAN, "SUPPORT", WIESER), act("Zupan", "SUPPORT", "Austria"), False),
    (act(ZUPAN, "SUPPORT", WIESER), act("Zupan", "ACCUSE", "Wieser"), False),
]


@pytest.mark.parametrize(("gold", "row", "right"), CASES)
def test_what_is_right(gold: Row, row: Row, right: bool, tmp_path: Path) -> None:
    assert counts(outcomes([gold], [row], tmp_path))[gold["type"]] == Count(gold=1, found=1, right=int(right))


def test_every_type_has_cases() -> None:
    assert {gold["type"] for gold, _, right in CASES if right} == set(SCORED) - {"entity"}
    assert {gold["type"] for gold, _, right in CASES if not right} == set(SCORED) - {"entity"}


def entity(label: str, class_: str, *labels: str, same_as: Iterable[str] = ()) -> Row:
    return {"type": "entity", "label": label, "class": class_, "labels": list(labels), "sameAs": list(same_as)}


FOUND = [
    ([entity("Ana Zupan", "Person")], 1, 1),
    ([entity("A. Zupan", "Person", "Prime Minister Zupan")], 1, 1),
    ([entity("Ana Zupan", "Organization")], 1, 0),
    ([entity("Ana Zupan", "Person"), entity("Zupan", "Person")], 2, 1),  # one entity twice
    ([entity("Matej Kos", "Person")], 1, 0),
    ([entity("Vienna", "Place"), entity("Vienna", "Country")], 2, 2),  # the class tells the two apart
    ([entity("rail", "Sector"), entity("Forum", "Event")], 0, 0),
]


@pytest.mark.parametrize(("rows", "found", "right"), FOUND)
def test_entities(rows: list[Row], found: int, right: int, tmp_path: Path) -> None:
    assert counts(outcomes([], rows, tmp_path))["entity"] == Count(gold=7, found=found, right=right)


def test_an_entity_inside_a_row_is_known_by_any_of_its_names(tmp_path: Path) -> None:
    row = office("", "prime minister") | {"person": entity("A. Z.", "Person", "Zupan"), "of": entity("SI", "Country")}
    assert counts(outcomes([office(ZUPAN, "prime minister")], [row], tmp_path))["office"].right == 1
    assert counts(outcomes([PM], [row], tmp_path))["office"].right == 0


def test_links(tmp_path: Path) -> None:
    rows = [
        entity("Slovenia", "Country", same_as=["https://sws.geonames.org/1/", "http://www.wikidata.org/entity/Q215"]),
        entity("Austria", "Country", same_as=["http://www.wikidata.org/entity/xQ40"]),
        entity("Karl Wieser", "Person", same_as=["http://www.wikidata.org/entity/Q1"]),
    ]
    assert links(outcomes([], rows, tmp_path)) == Share(right=1, of=2)


def test_each_fact_of_the_gold_takes_the_row_that_is_most_alike(tmp_path: Path) -> None:
    gold = [meeting(ZUPAN, WIESER, AUSTRIA, date="2024"), meeting(ZUPAN, WIESER, date="2023")]
    rows = [meeting("Zupan", "Wieser", date="2023"), meeting("Zupan", "Wieser", "Austria", date="2024")]
    result = outcomes(gold, [*rows, rows[0]], tmp_path)
    assert counts(result)["meeting"] == Count(gold=2, found=3, right=2)
    assert slots(result)["meeting", "date"] == Share(2, 2)


def test_a_row_is_right_for_one_fact_of_the_gold(tmp_path: Path) -> None:
    result = outcomes([meeting(ZUPAN, WIESER)] * 2, [meeting("Zupan", "Wieser")], tmp_path)
    assert counts(result)["meeting"] == Count(gold=2, found=1, right=1)


SLOTS = [
    (PM | {"status": "acting"}, office("Zupan", "premier", "Slovenia", status="current"), {"status": False}),
    (
        TO_VIENNA | {"date": 2024, "kind": "state", "modality": "planned"},
        visit("Zupan", "Vienna", date="2024", kind="state", modality="actual"),
        {"date": True, "kind": True, "modality": False},
    ),
    (
        meeting(ZUPAN, WIESER, place=VIENNA, date=None, kind="call"),
        meeting("Zupan", "Wieser", place=entity("Vienna", "Place"), kind="call"),
        {"date": True, "kind": True, "modality": True, "place": True},
    ),
    (cooperation(None, LEAGUE, modality="actual"), cooperation(None, "Alpine League"), {"modality": False}),
    (TRADE, measure(250, "USD", "Austria") | {"period": "2023"}, {"direction": True, "period": False}),
]


@pytest.mark.parametrize(("gold", "row", "same"), SLOTS)
def test_slots_of_right_facts(gold: Row, row: Row, same: dict[str, bool], tmp_path: Path) -> None:
    found = slots(outcomes([gold], [row], tmp_path))
    assert found == {(gold["type"], slot): Share(int(right), 1) for slot, right in same.items()}
    assert slots(outcomes([gold], [], tmp_path)) == {}


def test_bands_of_confidence(tmp_path: Path) -> None:
    gold = [act(ZUPAN, "SUPPORT", WIESER), act(WIESER, "SUPPORT", ZUPAN)]
    right, wrong = act("Zupan", "SUPPORT", "Wieser"), act("Zupan", "ACCUSE", "Wieser")
    rows = [right | {"confidence": 0.9}, *(wrong | {"confidence": c} for c in (1, 0.89, 0.8, 0.7, 0.69, 0))]
    assert bands(outcomes(gold, [*rows, entity("Ana Zupan", "Person")], tmp_path)) == {
        "≥ 0.9": Share(1, 2), "0.8–0.9": Share(0, 2), "0.7–0.8": Share(0, 1), "< 0.7": Share(0, 2),
    }  # fmt: skip
    assert bands(outcomes(gold, [right], tmp_path))["none given"] == Share(1, 1)


def test_figures() -> None:
    some = [Count(gold=4, found=2, right=1), Count(gold=0, found=2, right=0), Count(gold=1, found=0, right=0)]
    assert (some[0].precision, some[0].recall, some[0].f1) == (0.5, 0.25, pytest.approx(1 / 3))
    assert [(c.precision, c.recall, c.f1) for c in some[1:]] == [(0, 0, 0)] * 2
    assert total(some) == Count(gold=5, found=4, right=1)
    assert macro_f1(some) == pytest.approx(1 / 6)  # over the two types that the gold has
    assert macro_f1([]) == 0


def test_errors_are_told_by_names(tmp_path: Path) -> None:
    gold = [meeting(ZUPAN, WIESER, place=VIENNA, event=None, evidence="They\nmet")]
    row = visit("Zupan", "Graz", rule="visit/go", confidence=0.9, evidence={"text": "Zupan went to Graz", "start": 3})
    told = [e for e in errors(outcomes(gold, [row], tmp_path)) if e.type != "entity"]
    assert [(e.article, e.fault, e.type, e.says, e.words) for e in told] == [
        ("alps", "spurious", "visit", {"visitor": "Zupan", "destination": "Graz"}, "Zupan went to Graz"),
        ("alps", "missed", "meeting", {"participants": "Ana Zupan; Karl Wieser", "place": "Vienna"}, "They met"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("# title: Zupan Abroad\n# date: 2024-03-05\n# source: x\n\nZupan\nmet.\n", ("Zupan Abroad", "2024-03-05")),
        ("# title: Zupan Abroad\n# date: unknown (spring)\n\nZupan\nmet.\n", ("Zupan Abroad", None)),
        ("---\ntitle: Zupan Abroad\n---\nZupan\nmet.\n", ("Zupan Abroad", None)),
        ("Zupan\nmet.\n", (None, None)),
    ],
)
def test_heads_of_articles(text: str, about: tuple[str | None, str | None], tmp_path: Path) -> None:
    (tmp_path / "zupan.txt").write_text(text, encoding="utf-8")
    article = headed_article(tmp_path / "zupan.txt")
    assert (article.title, article.date, article.text, article.name) == (*about, "Zupan\nmet.\n", "zupan")


def test_rows_go_before_graphs(tmp_path: Path, turtle: Path) -> None:
    (tmp_path / "zupan.ttl").write_bytes(turtle.read_bytes())
    (tmp_path / "other.trig").touch()
    assert rows_of_file(tmp_path / "zupan.ttl") == rows_of_file(turtle) != []
    (tmp_path / "zupan.jsonl").write_text('{"type": "date"}\n\n', encoding="utf-8")
    files = files_of(tmp_path, ["zupan", "other", "none"], (".jsonl", ".ttl", ".trig"))
    assert files == {"zupan": tmp_path / "zupan.jsonl", "other": tmp_path / "other.trig"}
    assert rows_of_file(files["zupan"]) == [{"type": "date"}]
    with pytest.raises(KgError, match="no file for any article"):
        files_of(tmp_path, ["none"], (".jsonl",))
