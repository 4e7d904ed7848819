"""A page in a real browser, opened from disk."""

import pytest
from alps import ARTICLE, LATER_ARTICLE, ROWS, ROWS_OF_BOTH

from kg.view.page import page_of_rows


@pytest.fixture
def page(view):
    """The page of one article."""
    return view(page_of_rows(ROWS, [ARTICLE]))


@pytest.fixture
def both(view):
    """The page of two articles."""
    return view(page_of_rows(ROWS_OF_BOTH, [ARTICLE, LATER_ARTICLE]))


class Picture:
    """What a reader does with the picture of a page."""

    def __init__(self, tab):
        self.tab = tab

    def spot(self, node):
        """Where a node is seen, in pixels of the picture."""
        return self.tab.evaluate("id => network.canvasToDOM(spots.get(id))", node)

    def click(self, spot):
        self.tab.locator("#network canvas").click(position=spot)

    def names(self):
        """The names that are drawn, as labels of nodes and edges."""
        return {" ".join(label["lines"]) for label in self.tab.evaluate("marks(false).labels")}


@pytest.fixture
def picture(page):
    return Picture(page)
