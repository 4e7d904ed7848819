"""The real command, called as a user calls it; in this process, so that the model is loaded once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app

TEXT = (
    "Prime Minister Ana Zupan of Slovenia arrived in Vienna on Monday for an official visit. She met Austrian"
    " Chancellor Karl Wieser, and the two countries will cooperate in tourism.\n"
    "“Our neighbours never blocked the railway,” said Zupan.\n"
)


@pytest.fixture(scope="session")
def kg() -> Callable[..., Result]:
    """`kg("facts", path)` runs `kg facts path`; `stdin` is what it reads on standard input."""

    def run(*arguments: object, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)

    return run


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """An article's file."""
    path = tmp_path / "zupan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path
