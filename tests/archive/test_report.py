"""The report of a run, as JSON."""

import json
from pathlib import Path

import pytest

from kg.archive.report import Entry, json_report
from kg.errors import KgError

ENTRIES = [
    Entry("a", "built", files=(Path("out/a.ttl"),), facts={"visit": 2}, entities={"Person": 1}, size=9),
    Entry("news.csv:2", "skipped", "is empty “–”"),
    Entry("b", "built", facts={"visit": 1, "act": 1}),
    Entry("c", "failed", "ValueError: x"),
]


def test_each_article_and_the_totals(tmp_path: Path) -> None:
    with json_report(tmp_path / "report.json") as report:
        for entry in ENTRIES:
            report.add(entry)
        assert not (tmp_path / "report.json").exists()
    told = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert told["articles"][:2] == [
        {
            "article": "a",
            "status": "built",
            "files": ["out/a.ttl"],
            "facts": {"visit": 2},
            "entities": {"Person": 1},
        },
        {"article": "news.csv:2", "status": "skipped", "reason": "is empty “–”"},
    ]
    assert told["totals"] == {"built": 2, "unchanged": 0, "skipped": 1, "failed": 1}
    assert told["facts"] == {"visit": 3, "act": 1}


def test_no_articles(tmp_path: Path) -> None:
    with json_report(tmp_path / "report.json"):
        pass
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["articles"] == []


def test_a_report_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text("before", encoding="utf-8")
    with pytest.raises(ValueError, match="broken"), json_report(tmp_path / "report.json") as report:
        report.add(ENTRIES[0])
        raise ValueError("broken")
    assert (tmp_path / "report.json").read_text(encoding="utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]
    with pytest.raises(KgError, match="choose another --report"), json_report(tmp_path / "no" / "report.json"):
        pass
    with pytest.raises(KgError, match="is a folder"), json_report(tmp_path):
        pytest.fail("is told before the work")
