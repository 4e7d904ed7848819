"""`kg facts`: what a graph says, row by row."""

import csv
import io
import json
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Annotated, Any

import typer

from kg.cli.arguments import Graph
from kg.cli.output import emit, on_terminal, table
from kg.errors import KgError
from kg.facts import facts as rows_of
from kg.store import open_graph

__all__ = ["facts", "flat"]

type Row = dict[str, Any]

# What a table on a terminal has no room for.
_NOT_SHOWN = {"type", "iri", "sameAs", "mentions", "start", "end", "article", "rule", "confidence"}


def facts(
    graph: Graph,
    type: Annotated[str | None, typer.Option(help="Only these rows: office, visit, meeting …", metavar="NAME")] = None,
    format: Annotated[
        str | None,
        typer.Option(help="jsonl, table or csv; by itself a table on a terminal, else jsonl.", metavar="NAME"),
    ] = None,
) -> None:
    """List the facts of a graph, each with the words that say it.

    Example: kg facts out/visit.ttl --type statement
    """
    name = format or ("table" if on_terminal() else "jsonl")
    if name not in _WRITERS:
        raise KgError(f"{name}: no such format for rows; choose one of {', '.join(_WRITERS)}")
    _WRITERS[name](rows_of(open_graph(graph), type))


def flat(row: Row) -> dict[str, str]:
    """A row as a line of a table: entities by their labels, lists with semicolons, evidence by its words."""
    line: dict[str, str] = {}
    for key, value in row.items():
        if key == "evidence":
            line |= {"evidence": value["text"], **{k: _cell(value[k]) for k in ("start", "end", "article")}}
        else:
            line[key] = _cell(value)
    return line


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case list():
            return "; ".join(map(_cell, value))
        case {"label": label}:
            return str(label)
        case {"start": start, "end": end}:
            return f"{start}-{end}"
    return str(value)


def _jsonl(rows: Iterable[Row]) -> None:
    emit(json.dumps(row, ensure_ascii=False) for row in rows)


def _csv(rows: Iterable[Row]) -> None:
    lines = list(map(flat, rows))
    columns = dict.fromkeys(key for line in lines for key in line)
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(columns), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    emit(file.getvalue().encode())


def _table(rows: Iterable[Row]) -> None:
    for kind, group in groupby(rows, key=lambda row: row["type"]):
        lines = list(map(flat, group))
        columns = [key for key in lines[0] if key not in _NOT_SHOWN]
        filled = [key for key in columns if any(line[key] for line in lines)]
        table(filled, ([line[key] for key in filled] for line in lines), f"{kind} ({len(lines)})")


_WRITERS: dict[str, Callable[[Iterable[Row]], None]] = {"jsonl": _jsonl, "table": _table, "csv": _csv}
