"""JSON Lines give an article a line; what is wrong in a line costs no other."""

import json
from pathlib import Path

import pytest

from kg.articles import Skipped, articles
from kg.model import Article

TEXT = "Prime Minister Ana Zupan of Slovenia met Karl Wieser in Vienna."


def read(folder: Path, *lines: object, **options: object) -> list[Article | Skipped]:
    path = folder / "news.jsonl"
    path.write_text("".join(f"{one if isinstance(one, str) else json.dumps(one)}\n" for one in lines), encoding="utf-8")
    return list(articles([str(path)], **options))  # type: ignore[arg-type]


def test_fields(tmp_path: Path) -> None:
    line = {
        "id": 17, "text": TEXT, "title": " Zupan\nAbroad ", "date": "2024-03-05T23:30:00+02:00", "publisher": "Courier",
        "url": "https://news.example/1", "author": ["Mira Holm", None, "Jo Berg"], "section": {"name": "World"},
    }  # fmt: skip
    assert read(tmp_path, line) == [
        Article(
            TEXT, "news-17", "Zupan Abroad", "Courier", "2024-03-05", "https://news.example/1", "Mira Holm, Jo Berg"
        )
    ]


def test_fields_by_other_names(tmp_path: Path) -> None:
    fields = {"text": "body", "id": "guid", "title": "headline"}
    (one,) = read(tmp_path, {"body": TEXT, "guid": "x1", "headline": "Zupan", "title": "no"}, fields=fields)
    assert one == Article(TEXT, "news-x1", "Zupan")


def test_what_is_given_goes_before(tmp_path: Path) -> None:
    (one,) = read(tmp_path, {"text": TEXT, "publisher": "Courier", "date": "2024-03-05"}, publisher="Post")
    assert one == Article(TEXT, "news-0001", publisher="Post", date="2024-03-05")


IDS = [
    ("../../etc/passwd", "news-etc-passwd-"),
    ("/etc/passwd", "news-etc-passwd-"),
    ("a/b", "news-a-b-"),
    ("..", "news-article-"),
    ("x" * 300, f"news-{'x' * 120}-"),
    ("line\nbreak\0", "news-line-break-"),
    ("\u202egpj.exe", "news-gpj.exe-"),
]


@pytest.mark.parametrize(("key", "start"), IDS)
def test_an_id_leads_nowhere(tmp_path: Path, key: str, start: str) -> None:
    (one,) = read(tmp_path, {"text": TEXT, "id": key})
    assert isinstance(one, Article)
    assert one.name.startswith(start)
    assert len(one.name) == len(start) + 8


LINES = [
    ("{", "not valid JSON"),
    ("[" * 100_000, "not valid JSON"),
    ("[1]", "not a JSON object"),
    ('{"body": "x"}', "no text in its field 'text'; it has body: name it by --field text=NAME"),
    ('{"text": 1e400}', "is too short"),
    ('{"text": {"a": 1}}', "no text"),
    (f'{{"n": {"9" * 5000}}}', "not valid JSON"),
    (json.dumps({"text": TEXT, "date": "05/06/2024"}), "its date '05/06/2024' is not a day"),
    (json.dumps({"text": TEXT + "\0"}), "is binary"),
    (json.dumps({"text": "x" * 8_000_000}), "is a line longer than 8,000,000 bytes"),
    (json.dumps({"text": "x " * 1_000_000}), "is longer than 1,000,000 characters"),
]


@pytest.mark.parametrize(("line", "reason"), LINES, ids=[reason for _, reason in LINES])
def test_a_broken_line_costs_no_other(tmp_path: Path, line: str, reason: str) -> None:
    first, broken, last = read(tmp_path, {"text": TEXT}, line, {"text": TEXT})
    assert isinstance(broken, Skipped)
    assert (broken.source, reason in broken.reason) == (f"{tmp_path / 'news.jsonl'}:2", True), broken.reason
    assert [first, last] == [Article(TEXT, "news-0001"), Article(TEXT, "news-0003")]


def test_lone_surrogates_become_replacement_characters(tmp_path: Path) -> None:
    (one,) = read(tmp_path, '{"text": "Ana Zupan \\ud83d met \\udc00 Karl \\ud83d\\ude00.", "title": "\\ud83d Z"}')
    assert one == Article("Ana Zupan \ufffd met \ufffd Karl 😀.", "news-0001", "Z")


def test_an_id_twice(tmp_path: Path) -> None:
    one, two, three = read(tmp_path, *({"text": text, "id": 7} for text in (TEXT, TEXT + " They spoke.", TEXT)))
    assert isinstance(one, Article)
    assert isinstance(two, Skipped) and "would be called news-7" in two.reason
    assert isinstance(three, Skipped) and "same as the article news-7" in three.reason
