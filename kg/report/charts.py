"""Grids drawn as SVG by matplotlib, for a page: the same grid gives the same bytes.

The letters are the page's, and their colour is that of its text, by day and by night. What matplotlib writes as styles
stands as attributes, which a page allows that runs no styles but its own.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.report.figures import Grid

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["bars", "heat"]

_INK = "#1d2126"
_BLUE = "#2f7fb8"
_COLOURS = (_BLUE, "#d98a1f", "#2f9e77", "#b05fa0", "#8f9299", "#c8553d", "#7a6ccf", "#a0894a", "#4aa5b0", "#d17f9c")
_SETTINGS: dict[Any, Any] = {
    "axes.edgecolor": _INK,
    "axes.labelcolor": _INK,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "font.size": 9,
    "svg.fonttype": "none",
    "svg.hashsalt": "communique",
    "text.color": _INK,
    "text.parse_math": False,
    "xtick.color": _INK,
    "ytick.color": _INK,
}
_WIDTH = 8.4
"""In inches, of 72 units of the SVG."""
_XLINK = "{http://www.w3.org/1999/xlink}href"


def bars(grid: Grid, name: str) -> str:
    """A bar for each row, made of its numbers. `name` begins the identifiers in the SVG, which a page has but once."""

    _check()
    from matplotlib.ticker import MaxNLocator

    def draw(axes: Axes) -> None:
        left = [0] * len(grid.rows)
        shown = [i for i in range(len(grid.columns)) if any(row[i] for row in grid.numbers)]
        for i in shown:
            width = [row[i] for row in grid.numbers]
            axes.barh(range(len(grid.rows)), width, left=left, color=_COLOURS[i], label=grid.columns[i], height=0.7)
            left = [a + b for a, b in zip(left, width, strict=True)]
        axes.set_yticks(range(len(grid.rows)), grid.rows)
        axes.invert_yaxis()
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        if len(shown) > 1:
            axes.legend(
                frameon=False, loc="lower left", bbox_to_anchor=(0, 1), ncols=len(shown), fontsize=8, handlelength=1.2
            )

    return _svg(draw, name, 0.7 + 0.27 * len(grid.rows))


def heat(grid: Grid, name: str) -> str:
    """A square for each number, the darker the greater. `name` is that of `bars`."""
    _check()
    from matplotlib.patches import Rectangle

    most = max((number for row in grid.numbers for number in row), default=1) or 1

    def draw(axes: Axes) -> None:
        for y, row in enumerate(grid.numbers):
            for x, number in enumerate(row):
                if number:
                    axes.add_patch(
                        Rectangle((x - 0.47, y - 0.45), 0.94, 0.9, color=_BLUE, alpha=0.12 + 0.48 * number / most)
                    )
                    if len(row) <= 30:
                        axes.text(x, y, str(number), ha="center", va="center", fontsize=8)
        step = 1 + (len(grid.columns) - 1) // 24
        places = range(0, len(grid.columns), step)
        axes.set_xticks(places, grid.columns[::step], rotation=40, ha="right", rotation_mode="anchor")
        axes.set_yticks(range(len(grid.rows)), grid.rows)
        axes.set_xlim(-0.6, len(grid.columns) - 0.4)
        axes.set_ylim(len(grid.rows) - 0.4, -0.6)
        axes.tick_params(length=0)
        for spine in axes.spines.values():
            spine.set_visible(False)

    return _svg(draw, name, 1.0 + 0.27 * len(grid.rows))


def _svg(draw: Callable[[Axes], None], name: str, height: float) -> str:
    import matplotlib
    from matplotlib.figure import Figure

    file = io.BytesIO()
    with matplotlib.rc_context(_SETTINGS):
        figure = Figure(figsize=(_WIDTH, height), layout="constrained")
        draw(figure.subplots())
        figure.savefig(file, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return _for_page(file.getvalue(), name)


def _check() -> None:
    """Raise KgError where matplotlib is not installed."""
    try:
        import matplotlib  # noqa: F401
    except ImportError as error:
        raise KgError("kg report: matplotlib is not installed; pip install 'communique[report]'") from error


def _for_page(svg: bytes, name: str) -> str:
    """The SVG as part of a page: without styles, sizes and metadata, its identifiers beginning with a name."""
    from lxml import etree

    root = etree.fromstring(svg)
    for element in list(root.iter("{*}metadata", "{*}style")):
        element.getparent().remove(element)
    for element in root.iter():
        for style in filter(None, element.attrib.pop("style", "").split(";")):
            key, _, value = style.partition(":")
            if key.strip() != "font-family":
                element.set(key.strip(), value.strip().replace(_INK, "currentColor"))
        if "id" in element.attrib:
            element.set("id", f"{name}-{element.get('id')}")
        if _XLINK in element.attrib:
            element.set(_XLINK, f"#{name}-{element.get(_XLINK)[1:]}")
        if "clip-path" in element.attrib:
            element.set("clip-path", element.get("clip-path").replace("#", f"#{name}-"))
    for key in ("width", "height", "version"):
        root.attrib.pop(key, None)
    root.set("role", "presentation")
    return str(etree.tostring(root, encoding="unicode"))
