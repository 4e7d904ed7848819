"""From articles to what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kg.archive.outputs import Outputs
from kg.archive.report import Entry
from kg.archive.stage import Outcome
from kg.articles import Skipped
from kg.model import Article
from kg.rdf.iris import graph_iri

__all__ = ["Work", "archive"]

type Work = Callable[[Iterable[Article | Entry]], Iterator[Entry | Outcome]]
"""What puts the outcome of each article in its place: `kg.archive.workers.in_this_process` or its like."""


def archive(
    found: Iterable[Article | Skipped], work: Work, outputs: Outputs, base: str, *, rebuild: bool = False
) -> Iterator[Entry]:
    """Build what is found and is not there yet, and keep it; what became of each, in the order in which it is found.

    With `rebuild` what is there is built again, too. Raises KgError where something cannot be kept.
    """
    try:
        for one in work(_planned(found, outputs, base, rebuild)):
            yield one if isinstance(one, Entry) else _kept(one, outputs)
    finally:
        outputs.flush()


def _planned(
    found: Iterable[Article | Skipped], outputs: Outputs, base: str, rebuild: bool
) -> Iterator[Article | Entry]:
    """Articles that are to be built; of the others, what became of them."""
    graphs: dict[str, str] = {}
    for one in found:
        if isinstance(one, Skipped):
            yield Entry(one.source, "skipped", one.reason)
            continue
        first = graphs.setdefault(graph_iri(one, base).rpartition("-")[2], one.name)
        if first != one.name:
            yield Entry(one.name, "skipped", f"has the address of {first}, which was taken", size=len(one.text))
        elif not rebuild and (files := outputs.holding(one)) is not None:
            yield Entry(one.name, "unchanged", files=files, size=len(one.text))
        elif obstacle := outputs.obstacle(one):
            yield Entry(one.name, "failed", obstacle, size=len(one.text))
        else:
            yield one


def _kept(outcome: Outcome, outputs: Outputs) -> Entry:
    article = outcome.article
    if outcome.failed:
        return Entry(article.name, "failed", outcome.failed, size=len(article.text))
    earlier = (f"{path} is of an earlier version; build it, too, or take it away" for path in outputs.earlier(article))
    dropped = ("its page showed an earlier graph, and is taken away",) if outputs.drop_page(article) else ()
    return Entry(
        article.name,
        "built",
        "in place of an earlier version" if outputs.replaces(article) else "",
        files=outputs.write(outcome),
        facts=outcome.facts,
        entities=outcome.entities,
        warnings=(*outcome.warnings, *dropped, *earlier),
        rejected=outcome.rejected,
        size=len(article.text),
    )
