"""The editor for queries in a real browser: it works, and turns to nobody but its own server."""

from collections.abc import Iterator

import httpx
import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")


@pytest.fixture
def tab(browser: "playwright.Browser", asking: httpx.Client) -> Iterator["playwright.Page"]:
    """A tab; afterwards nothing was asked of others, and nothing went wrong."""
    requests: list[str] = []
    troubles: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=str(asking.base_url))
    tab = context.new_page()
    tab.on("request", lambda request: requests.append(request.url))
    tab.on("console", lambda message: troubles.append(message.text))
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    yield tab
    own = (str(asking.base_url), "data:", "blob:")
    assert requests and [url for url in requests if not url.startswith(own)] == []
    told = ("status of 400", "query: not valid SPARQL")  # by the browser and the editor, of a fault in a query
    assert [trouble for trouble in troubles if not any(words in trouble for words in told)] == []
    context.close()


def cells(tab: "playwright.Page") -> str:
    tab.locator(".yasr_results tbody tr").first.wait_for()
    return tab.locator(".yasr_results tbody").inner_text()


def test_the_first_query_is_answered(tab: "playwright.Page") -> None:
    tab.goto("query")
    assert tab.locator(".CodeMirror-gutters").count() and not tab.locator(".parseErrorIcon").count()
    tab.locator(".yasqe_queryButton").first.click()
    assert "Ana Zupan" in cells(tab) and "Karl Wieser" in cells(tab)


def test_a_question_that_stands_ready(tab: "playwright.Page") -> None:
    tab.goto("query")
    tab.locator("#questions").select_option("visits")
    assert "Vienna" in cells(tab)
    assert "Who visited or will visit which place" in tab.locator(".CodeMirror-code:visible").inner_text()


def test_what_somebody_types(tab: "playwright.Page") -> None:
    tab.goto("query")
    code = tab.locator(".CodeMirror:visible")
    code.click()
    tab.keyboard.press("Control+A")
    tab.keyboard.insert_text("SELECT ?body { ?who :memberOf ?body . ?body a :RegionalBody }")
    tab.keyboard.press("Control+Enter")
    assert "alpine-league" in cells(tab)
    tab.keyboard.press("Control+Space")  # where other editors look prefixes and terms up in the web
    tab.wait_for_timeout(300)


def test_a_fault_is_told(tab: "playwright.Page") -> None:
    tab.goto("query")
    tab.evaluate("() => { yasgui.getTab().setQuery('SELECT * { ?a nothing:b ?c }'); yasgui.getTab().query() }")
    tab.locator(".yasr_results", has_text="not valid SPARQL").wait_for()


def test_from_the_page_to_the_editor_and_from_a_thing_to_another(tab: "playwright.Page") -> None:
    tab.goto("")
    tab.locator("a", has_text="Ask").click()
    tab.locator(".yasqe").first.wait_for()
    tab.goto("id/country/slovenia")
    tab.locator("a", has_text="Alpine League").first.click()
    assert tab.locator("h1").inner_text() == "Alpine League"
    assert tab.locator("blockquote").count() > 0
