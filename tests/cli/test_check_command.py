"""`kg check` reports faults and tells by its status whether there are any."""

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

type Kg = Callable[..., Result]


def test_a_right_graph(kg: Kg, turtle: Path) -> None:
    result = kg("check", turtle)
    assert (result.exit_code, result.stdout) == (0, f"{turtle}: conforms\n")


def test_a_wrong_graph(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    graph = tmp_path / "wrong.ttl"
    text = turtle.read_text(encoding="utf-8")
    graph.write_text(
        text.replace('anchorOf "March 4"', 'anchorOf "March 5"').replace(':kind "official"', ':kind "odd"')
    )
    result = kg("check", graph)
    assert result.exit_code == 1
    *faults, last = result.stdout.splitlines()
    assert [fault.split(":")[0] for fault in faults] == ["offsets", "shape"]
    assert "March 4" in faults[0]
    assert last == f"{graph}: 2 faults"
