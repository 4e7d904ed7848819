"""The page of an archive: pictures and tables, which need no network and no script."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.report.charts import bars, heat
from kg.report.figures import Grid
from kg.report.page import report
from kg.store import open_graph

pytest.importorskip("matplotlib", reason="matplotlib is not installed (pip install 'communique[report]')")

GRID = Grid(("Ana & <Co>", "$x_1$"), ("2024-01", "2024-02"), ((1, 0), (3, 2)))


@pytest.fixture(scope="module")
def html(turtle: Path) -> str:
    return report(turtle, "Alpine <news>")


@pytest.mark.parametrize("draw", [bars, heat])
def test_pictures_hold_names_as_they_are_and_no_styles(draw) -> None:
    svg = draw(GRID, "one")
    assert ">Ana &amp; &lt;Co&gt;</text>" in svg and ">$x_1$</text>" in svg
    assert not re.search("style|<metadata|font-family|#1d2126", svg)
    ids, used = (set(re.findall(pattern, svg)) for pattern in (r'\bid="([^"]+)"', r'(?:href="|url\()#([^")]+)'))
    assert used <= ids
    assert all(name.startswith("one-") for name in ids)


@pytest.mark.parametrize("draw", [bars, heat])
def test_pictures_have_the_same_bytes_again(draw) -> None:
    assert draw(GRID, "one") == draw(GRID, "one")


def test_one_square_for_each_number_that_is_none_of_zero() -> None:
    assert len(re.findall(r"<text[^>]*>\d</text>", heat(GRID, "one"))) == 3


def test_the_page_has_each_figure_as_picture_and_table(html: str) -> None:
    assert "<title>Alpine &lt;news&gt; · Communiqué</title>" in html
    assert html.count("<svg") == 5 and html.count("<table") == 6
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    text = " ".join(re.sub("<[^>]*>", " ", html).split())
    assert "Ana Zupan Person 5 4" in text
    assert "<script" not in html


def test_the_same_bytes_again(html: str, turtle: Path) -> None:
    assert report(open_graph(turtle), "Alpine <news>") == html


def test_an_empty_graph_has_a_page() -> None:
    assert report(ox.Store()).count("Nothing of it is told.") == 6


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(view, grave, html: str, scheme: str) -> None:
    page = view(html)
    page.emulate_media(color_scheme=scheme)
    for details in page.locator("details").all():
        details.evaluate("element => { element.open = true }")
    assert grave(page) == []
    ink = "element => getComputedStyle(element).fill"
    assert page.locator("#leaders text").first.evaluate(ink) == page.evaluate("getComputedStyle(document.body).color")


def test_it_fits_a_phone(view, html: str) -> None:
    page = view(html)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
