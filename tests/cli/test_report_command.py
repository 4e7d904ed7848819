"""`kg report`."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

type Kg = Callable[..., Result]


def test_a_page_of_an_archive(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="matplotlib is not installed (pip install 'communique[report]')")
    out = tmp_path / "report.html"
    result = kg("report", turtle, "--out", out)
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{out}\n", "")
    assert "<title>zupan-in-vienna · Communiqué</title>" in out.read_text(encoding="utf-8")
    kg("report", turtle, "--out", out, "--title", "Alpine news")
    assert "<h1>Alpine news</h1>" in out.read_text(encoding="utf-8")


def test_without_matplotlib_the_remedy_is_told(kg: Kg, turtle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    result = kg("report", turtle)
    assert result.exit_code == 2
    assert result.stderr == "kg: kg report: matplotlib is not installed; pip install 'communique[report]'\n"


def test_where_nothing_can_be_written(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    result = kg("report", turtle, "--out", tmp_path / "no" / "report.html")
    assert result.exit_code == 2
    assert "report.html: cannot be written" in result.stderr
