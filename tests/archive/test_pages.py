"""No page shows other facts than the graph beside it, and none is written over a page that is somebody else's."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app

type Kg = Callable[..., Result]

TEXT = "Prime Minister Ana Zupan of Slovenia arrived in Vienna on March 4, 2024, for an official visit."
PAGE = f"<!DOCTYPE html><html><head><title>Zupan</title></head><body><article><p>{TEXT} {TEXT} {TEXT}</p></article>"


@pytest.fixture
def kg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kg:
    """`kg` run in a folder with the article visit.txt."""
    monkeypatch.chdir(tmp_path)
    Path("visit.txt").write_text(TEXT, encoding="utf-8")
    return lambda *arguments: CliRunner().invoke(app, arguments)


def test_a_page_of_an_earlier_graph_is_taken_away(kg: Kg) -> None:
    kg("build", "visit.txt")
    result = kg("build", "visit.txt", "--no-page", "--date", "2024-03-05")
    assert result.exit_code == 0
    assert result.stderr == "kg: visit: its page showed an earlier graph, and is taken away\n"
    assert [path.name for path in Path("out").iterdir()] == ["visit.ttl"]


@pytest.mark.parametrize("options", [(), ("--rebuild",), ("--format", "trig")])
def test_a_page_of_the_same_graph_stays(kg: Kg, options: tuple[str, ...]) -> None:
    kg("build", "visit.txt")
    before = Path("out/visit.html").read_bytes()
    assert "page" not in kg("build", "visit.txt", "--no-page", *options).stderr
    assert Path("out/visit.html").read_bytes() == before


def test_an_earlier_graph_in_another_format_is_told(kg: Kg) -> None:
    kg("build", "visit.txt", "--format", "ttl", "--format", "trig")
    assert "earlier" not in kg("build", "visit.txt", "--format", "nt").stderr
    result = kg("build", "visit.txt", "--format", "trig", "--date", "2024-03-05")
    assert result.exit_code == 0
    told = "is of an earlier version; build it, too, or take it away"
    assert result.stderr.splitlines() == [f"kg: visit: {path} {told}" for path in ("out/visit.ttl", "out/visit.nt")]


def test_a_page_that_is_none_of_ours_stays(kg: Kg) -> None:
    Path("visit.html").write_text(PAGE, encoding="utf-8")
    result = kg("build", "visit.html", "--out", ".")
    assert result.exit_code == 1
    assert "kg: visit: failed: visit.html is there, and no page of ours; choose another --out\n" in result.stderr
    assert not Path("visit.ttl").exists()
    assert kg("build", "visit.html", "--out", ".", "--no-page").exit_code == 0
    assert kg("view", "visit.ttl").exit_code == 2
    assert Path("visit.html").read_text(encoding="utf-8") == PAGE


def test_our_own_page_is_no_article(kg: Kg) -> None:
    kg("build", "visit.txt")
    result = kg("build", "out/visit.html", "--out", "again")
    assert result.exit_code == 2
    assert result.stderr == "kg: out/visit.html: is a page that kg made of a graph; give the article\n"
