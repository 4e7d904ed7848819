"""`kg view` writes the page of a graph and says where."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

type Kg = Callable[..., Result]


def test_the_page_lies_beside_the_graph(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    graph.write_bytes(turtle.read_bytes())
    result = kg("view", graph)
    assert (result.exit_code, result.stdout) == (0, f"{tmp_path / 'graph.html'}\n")
    assert "Our neighbours never blocked the railway" in (tmp_path / "graph.html").read_text(encoding="utf-8")


def test_another_place(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    assert kg("view", turtle, "--out", tmp_path / "page.html").stdout == f"{tmp_path / 'page.html'}\n"
    assert (tmp_path / "page.html").stat().st_size > 0


@pytest.mark.parametrize("out", ["none/page.html", "."])
def test_a_place_that_cannot_be_written(kg: Kg, turtle: Path, tmp_path: Path, out: str) -> None:
    result = kg("view", turtle, "--out", tmp_path / out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "cannot be written" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_it_opens_in_the_browser(kg: Kg, turtle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", f"sh -c 'echo %s > {tmp_path / 'opened'}'")
    page = tmp_path / "page.html"
    kg("view", turtle, "--out", page, "--open")
    assert (tmp_path / "opened").read_text(encoding="utf-8").strip() == page.as_uri()
