"""A few small articles, and runs over them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from kg.archive.fingerprint import builder
from kg.archive.outputs import Outputs
from kg.archive.report import Entry
from kg.archive.run import archive
from kg.archive.stage import Options
from kg.archive.workers import in_processes, in_this_process
from kg.articles import articles

type Run = Callable[..., list[Entry]]

NAMES = ("Ana Zupan", "Karl Wieser", "Matej Kos", "Lena Huber", "Ivo Perko")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of five articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        text = f"Prime Minister {name} of Slovenia arrived in Vienna on March {number + 1}, 2024.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Build what a source holds into the folder "out" and the store "store", and give what became of each article."""

    def run(
        source: Path, *, jobs: int = 1, into: Path = tmp_path, page: bool = False, rebuild: bool = False
    ) -> list[Entry]:
        wanted = Options(formats=("turtle",), page=page, quads=True)
        outputs = Outputs(wanted, builder((), None, wanted.base), into / "out", into / "store")
        work = in_this_process if jobs == 1 else partial(in_processes, jobs=jobs)
        found = articles([str(source)])
        return list(archive(found, partial(work, options=wanted), outputs, wanted.base, rebuild=rebuild))

    return run
