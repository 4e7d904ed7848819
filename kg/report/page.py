"""The report as HTML: each figure as a picture and as a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kg.report import figures
from kg.report.charts import bars, heat
from kg.report.figures import Grid
from kg.report.reading import Archive, read
from kg.store import Graph
from kg.view.document import LOOK, document

__all__ = ["report"]

_ASSETS = Path(__file__).with_name("assets")


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the report: its anchor, its heading, what it shows, how that is counted and drawn."""

    anchor: str
    heading: str
    about: str
    count: Callable[[Archive], Grid]
    draw: Callable[[Grid, str], str]


_PARTS = (
    _Part("kinds", "What is told", "Facts of each kind, and how real they are.", figures.by_kind, bars),
    _Part("leaders", "Who is most active", "People by what they do, as far as it is so.", figures.leaders, bars),
    _Part(
        "pairs",
        "Which countries have to do with each other",
        "Visits, meetings, agreements, cooperation and acts of two countries, by month; people stand for the country in"
        " which they hold an office.",
        figures.pairs,
        heat,
    ),
    _Part(
        "sectors",
        "Sectors over time",
        "Cooperation and agreements that are, are planned or are proposed.",
        figures.sectors,
        heat,
    ),
    _Part("citing", "Who cites whom", "Statements of each speaker, by the publisher.", figures.citing, heat),
)


def report(graph: Graph, title: str = "Archive") -> str:
    """The text of an HTML file that needs nothing else. Raises KgError where the graph cannot be read."""
    from markupsafe import Markup

    archive = read(graph)
    parts = []
    for part in _PARTS:
        grid = part.count(archive)
        picture = part.draw(grid, part.anchor) if grid.rows and grid.columns else ""
        parts.append({"part": part, "grid": grid, "picture": Markup(picture)})
    months = sorted(month for month in archive.articles.values() if month)
    return document(
        _ASSETS / "report.html",
        [LOOK, _ASSETS / "report.css"],
        title=title,
        overview=figures.overview(archive),
        first=months[0] if months else "",
        last=months[-1] if months else "",
        parts=parts,
        central=figures.central(archive),
    )
