"""What commands print: lines for other programs, tables for a terminal, progress while one waits."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from kg.errors import KgError

__all__ = ["emit", "on_terminal", "progress", "table"]


def on_terminal() -> bool:
    """Whether somebody reads what is printed, not another program."""
    return sys.stdout.isatty()


def emit(lines: Iterable[str] | bytes) -> None:
    """Print lines (or bytes as they are) in UTF-8 whatever the locale: files that hold them are read anywhere.

    Raises KgError where they cannot be written.
    """
    pieces = [lines] if isinstance(lines, bytes) else (f"{line}\n".encode() for line in lines)
    out = sys.stdout.buffer
    for piece in pieces:
        with _writing():
            out.write(piece)
    with _writing():
        out.flush()  # here, where a reader that has gone away is dealt with


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # where what is left goes when Python ends
        raise KgError(f"standard output: cannot be written ({error.strerror or error}); give it more room") from error


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], title: str | None = None) -> None:
    """Print a table as wide as the terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(*columns, title=title, title_justify="left", title_style="bold")
    for row in rows:
        grid.add_row(*(Text(_printable(cell)) for cell in row))
    Console().print(grid)


def _printable(cell: str) -> str:
    """Text without what would move a terminal's cursor."""
    return "".join(c if c.isprintable() else " " for c in cell)


@contextmanager
def progress(doing: str, total: int, quiet: bool = False) -> Iterator[Callable[[], None]]:
    """A bar on standard error while the block runs; call what is given once for each of the `total` things done."""
    if quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=total)
        yield lambda: bar.advance(task)
