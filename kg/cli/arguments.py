"""Arguments that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

from kg.errors import KgError

__all__ = ["Graph", "keep_apart"]

Graph = Annotated[Path, typer.Argument(help="A file that `kg build` wrote, or the folder of a store.")]


def keep_apart(out: Path | None, option: str, *sources: str | Path) -> None:
    """Raise KgError where what is read would be written over."""
    if out is not None and out.exists() and any(Path(one).exists() and out.samefile(one) for one in sources):
        raise KgError(f"{out}: is what is to be read; choose another {option}")
