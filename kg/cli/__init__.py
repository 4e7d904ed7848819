"""The command line: `kg COMMAND`, one module a command.

Nothing here imports spaCy, rdflib or Rich before a command needs it, so that a graph is asked at once.
"""

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kg.cli.build import build
from kg.cli.check import check
from kg.cli.docs import docs
from kg.cli.eval import evaluate
from kg.cli.export import export
from kg.cli.facts import facts
from kg.cli.load import load
from kg.cli.push import push
from kg.cli.query import Query, query
from kg.cli.report import report
from kg.cli.serve import serve
from kg.cli.view import view
from kg.errors import KgError

__all__ = ["app", "main"]


class _Commands(TyperGroup):
    """The commands; what a user can mend is told in one line, and ends with status 2."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KgError as error:
            typer.echo(f"kg: {' '.join(str(error).split())}", err=True)
            raise typer.Exit(2) from error


app = typer.Typer(
    cls=_Commands,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
for command in (build, load, facts, query, check, view, export, report, push, docs, serve):
    app.command(cls=Query if command is query else None)(command)
app.command("eval")(evaluate)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"kg {version('communique')}")
        raise typer.Exit


@app.callback()
def kg(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Turn news of diplomacy into a knowledge graph, and ask it."""


def main() -> None:
    """Run the command that the arguments name."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by who started this
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))
    app()
