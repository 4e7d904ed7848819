"""What `kg build` tells of its articles: each as it comes to other programs, a summary to a person."""

from collections.abc import Iterable, Mapping

import typer

from kg.archive.report import STATUSES, Entry, Totals
from kg.cli.output import emit, on_terminal, table
from kg.errors import KgError

__all__ = ["Teller"]

_MANY = 20
"""So many articles that are no graphs, or have warnings, are told one by one on a terminal."""


class Teller:
    """Tells of the articles of a run: call `tell` with each, and `end` when it is over.

    Another program gets every line at once. On a terminal, where a bar moves meanwhile, all waits for the end, and of
    several articles a table tells what became of them and what facts they gave.
    """

    def __init__(self, quiet: bool, explain: bool) -> None:
        self._quiet, self._explain = quiet, explain
        self._totals = Totals()
        self._waiting: list[Entry] = []
        self._at_once = not on_terminal()
        self._last: Entry | None = None

    def tell(self, entry: Entry) -> None:
        self._totals.add(entry)
        self._last = entry
        if self._at_once and not self._only_fault():
            self._told(entry)
        elif not self._waiting or len(self._waiting) <= _MANY and (self._explain or _troubles(entry)):
            self._waiting.append(entry)

    def _only_fault(self) -> bool:
        return self._totals.articles.total() == self._totals.articles["skipped"] == 1

    def end(self) -> int:
        """Tell what waits, and the totals; returns the exit status. Raises KgError where an only article is none."""
        if self._only_fault() and self._last:
            raise KgError(f"{self._last.article}: {self._last.reason}")
        number = self._totals.articles.total()
        if number > 1 and not self._at_once and not self._quiet:
            self._tables()
            return self._totals.status
        for entry in self._waiting:
            self._told(entry)
        if not self._quiet and (number != 1 or not self._totals.articles["built"]):
            emit([str(self._totals)])
        return self._totals.status

    def _tables(self) -> None:
        for entry in self._waiting if self._explain else ():
            _explain(entry)
        troubles = [(entry.article, *trouble) for entry in self._waiting for trouble in _troubles(entry)]
        if troubles:
            table(("article", "", "why"), troubles[:_MANY])
        if len(self._waiting) > _MANY:
            emit(["… and more, which --report lists"])
        table(STATUSES, [[str(self._totals.articles[status]) for status in STATUSES]], "articles")
        if self._totals.facts:
            table(("facts", "number"), [(name, str(number)) for name, number in self._totals.facts.most_common()])

    def _told(self, entry: Entry) -> None:
        for warning in entry.warnings:
            typer.echo(f"kg: {entry.article}: {warning}", err=True)
        if entry.status in ("skipped", "failed"):
            typer.echo(f"kg: {entry.article}: {entry.status}: {entry.reason}", err=True)
        elif entry.status == "built" and not self._quiet:
            emit(_lines(entry))
        if self._explain and entry.status == "built":
            _explain(entry)


def _troubles(entry: Entry) -> list[tuple[str, str]]:
    """What is to be told of an article to who sees no more than the totals."""
    faults = [(entry.status, entry.reason)] if entry.status in ("skipped", "failed") else []
    return [*faults, *(("warning", warning) for warning in entry.warnings)]


def _lines(entry: Entry) -> Iterable[str]:
    yield " ".join(map(str, entry.files))
    yield f"  {sum(entry.facts.values())} facts: {_counts(entry.facts)}"
    yield f"  {sum(entry.entities.values())} entities: {_counts(entry.entities)}"


def _counts(counter: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counter.items()) or "none"


def _explain(entry: Entry) -> None:
    if on_terminal():
        table(("words", "rule", "reason"), entry.rejected, f"{entry.article}: rejected")
    else:
        emit("\t".join(" ".join(cell.split()) for cell in row) for row in entry.rejected)
