"""`kg check`: whether a graph is right."""

import typer

from kg.cli.arguments import Graph
from kg.cli.output import emit
from kg.rdf.check import check as checked

__all__ = ["check"]


def check(graph: Graph) -> None:
    """Check that a graph has the right shape, contradicts no axiom, and that its words stand at their offsets.

    Ends with status 1 where it finds a fault.

    Example: kg check out/visit.ttl
    """
    report = checked(graph)
    emit(f"{v.check}: {v.node or graph}: {v.message}" for v in report.violations)
    number = len(report.violations)
    emit([f"{graph}: " + ("conforms" if report.conforms else f"{number} fault{'s' * (number > 1)}")])
    raise typer.Exit(0 if report.conforms else 1)
