"""A page in a real browser, opened from disk."""

import shutil
from pathlib import Path

import pytest
from alps import ARTICLE, LATER_ARTICLE, ROWS, ROWS_OF_BOTH

from kg.view.page import page_of_rows


@pytest.fixture(scope="session")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as p:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        try:
            launched = p.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        except playwright.Error as error:
            pytest.skip(f"no browser: install chromium, or run playwright install chromium ({error.message[:60]})")
        yield launched
        launched.close()


@pytest.fixture
def view(browser, tmp_path):
    """Opens a page, given as HTML, from disk; afterwards nothing was asked of a network, nothing went wrong."""
    requests, troubles = [], []
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    tab = context.new_page()
    tab.on("request", lambda request: requests.append(request.url))
    tab.on("console", lambda message: troubles.append(message.text))
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    tab.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
    file: Path = tmp_path / "page.html"

    def open_page(html, fragment=""):
        file.write_text(html, encoding="utf-8")
        tab.goto(file.as_uri() + fragment)
        tab.wait_for_selector("body.ready")
        return tab

    yield open_page
    assert [url for url in requests if not url.startswith(file.as_uri())] == []
    assert troubles == []
    context.close()


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
