"""The bar of a long run: how far it is, how fast, and how long it still takes."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

__all__ = ["meter", "size_of"]


@contextmanager
def meter(doing: str, total: int | None, quiet: bool = False) -> Iterator[Callable[[int], None]]:
    """A bar on standard error while the block runs; call what is given with the size of each article done.

    `total` is the sum of their sizes, about, or None where it is not known. Nothing is shown where standard error is no
    terminal.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda size: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn

    told = TextColumn("{task.fields[articles]} articles, {task.fields[rate]:.1f}/s")
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), told)
    left = TimeRemainingColumn(elapsed_when_finished=True)
    with Progress(*columns, left, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=total, articles=0, rate=0.0)
        start, number = monotonic(), 0

        def advance(size: int) -> None:
            nonlocal number
            number += 1
            bar.update(task, advance=size, articles=number, rate=number / max(monotonic() - start, 0.001))

        yield advance


def size_of(sources: list[str]) -> int | None:
    """The bytes of all files of sources, near enough to the characters of their articles; None where one is no file."""
    from kg.articles.sources import Place, places

    if any(source == "-" or "://" in source for source in sources):
        return None
    found = (Path(one.source) for source in sources for one in places(source) if isinstance(one, Place))
    return sum(path.stat().st_size for path in found if path.is_file())
