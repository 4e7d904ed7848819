"""A few small articles, and runs over them."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kg.archive.fingerprint import builder
from kg.archive.outputs import Outputs
from kg.archive.report import Entry
from kg.archive.run import archive
from kg.archive.stage import Options, Outcome
from kg.archive.workers import in_processes, in_this_process
from kg.articles import articles

type Run = Callable[..., list[Entry]]
type Stream = Callable[..., Iterator[Entry]]

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
def stream(tmp_path: Path) -> Stream:
    """Build what a source holds into the folder "out" and the store "store"; what became of each article, as it comes.

    `work` is `in_this_process` or its like.
    """

    def stream(
        source: Path,
        work: Callable[..., Iterator[Entry | Outcome]] = in_this_process,
        *,
        into: Path = tmp_path,
        page: bool = False,
        rebuild: bool = False,
        lexicon: tuple[Path, ...] = (),
    ) -> Iterator[Entry]:
        wanted = Options(lexicon, formats=("turtle",), page=page, quads=True)
        outputs = Outputs(wanted, builder(lexicon, None, wanted.base), into / "out", into / "store")
        return archive(articles([str(source)]), partial(work, options=wanted), outputs, wanted.base, rebuild=rebuild)

    return stream


@pytest.fixture
def run(stream: Stream) -> Run:
    """The same at once, by a number of processes."""

    def run(source: Path, *, jobs: int = 1, **options: Any) -> list[Entry]:
        work = in_this_process if jobs == 1 else partial(in_processes, jobs=jobs)
        return list(stream(source, work, **options))

    return run
