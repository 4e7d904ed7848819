"""`kg check`: whether a graph is right."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.output import emit
from kg.rdf.check import check as checked

__all__ = ["check"]


def check(
    graph: Annotated[Path, typer.Argument(help="A file that `kg build` wrote, or the folder of a store.")],
) -> None:
    """Check that a graph has the right shape, contradicts no axiom, and that its words stand at their offsets.

    Ends with status 1 where it finds a fault.

    Example: kg check out/visit.ttl
    """
    report = checked(graph)
    emit(f"{v.check}: {v.node or graph}: {v.message}" for v in report.violations)
    number = len(report.violations)
    emit([f"{graph}: " + ("conforms" if report.conforms else f"{number} fault{'s' * (number > 1)}")])
    raise typer.Exit(0 if report.conforms else 1)
