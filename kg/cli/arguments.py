"""Arguments that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["Graph"]

Graph = Annotated[Path, typer.Argument(help="A file that `kg build` wrote, or the folder of a store.")]
