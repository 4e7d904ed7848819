"""`kg docs`."""

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Kg = Callable[..., Result]


def test_the_page_and_the_turtle_beside_it(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    result = kg("docs", turtle, "--out", tmp_path / "new" / "docs")
    assert (result.exit_code, result.stderr) == (0, "")
    files = [Path(line) for line in result.stdout.splitlines()]
    assert [path.name for path in files][:2] == ["index.html", "communique.ttl"]
    assert all(path.read_bytes() for path in files)
    assert "Karl Wieser" in files[0].read_text(encoding="utf-8")


def test_where_nothing_can_be_written(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = kg("docs", turtle, "--out", tmp_path / "file")
    assert result.exit_code == 2
    assert result.stderr == f"kg: {tmp_path / 'file'}: no folder to write to (File exists); choose another --out\n"
