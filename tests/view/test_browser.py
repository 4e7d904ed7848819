"""The page in a real browser, opened from disk."""

import shutil
from pathlib import Path

import pytest
from conftest import ARTICLE, TEXT, entity, iri

from kg.view.page import page_of_rows

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as p:
        arguments = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
        try:
            launched = p.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        except playwright.Error as error:
            pytest.skip(f"no browser: install chromium, or run playwright install chromium ({error.message[:60]})")
        yield launched
        launched.close()


@pytest.fixture
def view(browser, tmp_path):
    """Opens a page of rows and articles from disk; afterwards nothing was asked of a network, nothing went wrong."""
    requests, troubles = [], []
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    tab = context.new_page()
    tab.on("request", lambda request: requests.append(request.url))
    tab.on("console", lambda message: troubles.append(message.text))
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    tab.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))

    def open_page(rows, articles):
        file: Path = tmp_path / "page.html"
        file.write_text(page_of_rows(rows, articles), encoding="utf-8")
        tab.goto(file.as_uri())
        tab.wait_for_selector("body.ready")
        return tab

    yield open_page
    assert requests == [(tmp_path / "page.html").as_uri()]
    assert troubles == []
    context.close()


@pytest.fixture
def page(view, rows, articles):
    return view(rows, articles)


def click_on_canvas(page, place):
    """Click where vis-network draws a place of the canvas, given as a script."""
    spot = page.evaluate(f"drawing.canvasToDOM({place})")
    page.locator("#network canvas").click(position=spot)


def click_node(page, node):
    click_on_canvas(page, f"drawing.getPosition({node!r})")


def lit(page):
    return "".join(page.locator("#text .lit").all_text_contents())


def test_the_article_can_be_read(page):
    assert page.title() == "Zupan in Vienna · Communiqué"
    assert page.locator("#masthead").inner_text().split("\n") == [
        "Alpine Courier · 5 March 2024 · original", "Zupan in Vienna",
    ]  # fmt: skip
    page.evaluate("document.querySelectorAll('#text .mark').forEach(mark => mark.remove())")
    assert page.locator("#text p").all_text_contents() == TEXT.split("\n")
    assert "Ms. Zupan" in page.locator(".mention").all_text_contents()


def test_the_legend_names_the_classes_and_hides_them(page):
    legend = page.locator("#legend button")
    assert legend.all_inner_texts() == ["People\n2", "Countries\n3", "Bodies\n1", "Places\n2", "Sectors\n3"]
    legend.filter(has_text="Sectors").click()
    assert page.evaluate(f"nodes.get({iri('rail')!r}).hidden")
    assert "hide=Sector" in page.url
    legend.filter(has_text="Sectors").click()
    assert not page.evaluate(f"nodes.get({iri('rail')!r}).hidden")


@pytest.mark.parametrize(("typed", "label"), [("zup", "Ana Zupan"), ("AUSTRIAN", "Austria"), ("forum", "Alpine Forum")])
def test_search_finds_labels_and_aliases(page, typed, label):
    page.locator("#search").press_sequentially(typed)
    assert page.locator("#found [role=option]").first.is_visible()
    page.keyboard.press("Enter")
    assert page.locator("#card h2").inner_text().strip() == label
    assert not page.locator("#found").is_visible()


def test_search_says_when_there_is_nothing(page):
    page.locator("#search").fill("Atlantis")
    assert page.locator("#found").inner_text() == "No such name"


def test_a_click_on_a_node_tells_its_facts(page):
    click_node(page, iri("zupan"))
    card = page.locator("#card")
    assert "Ana Zupan" in card.locator("h2").inner_text()
    told = card.locator(".telling").all_inner_texts()
    assert {"Ana Zupan visits Vienna", "Ana Zupan is prime minister of Slovenia", "Ana Zupan says"} <= set(told)
    assert "Ana Zupan of Slovenia arrived in Vienna on March 4 for an official visit" in lit(page)
    card.locator("blockquote a", has_text="Our neighbours").click()
    assert lit(page) == "“Our neighbours never blocked the railway,” Zupan said."
    card.get_by_label("Close").click()
    assert not card.is_visible()
    assert lit(page) == ""


def test_a_click_on_an_edge_tells_its_facts(page):
    ends = [f"drawing.getPosition({iri(key)!r})" for key in ("slovenia", "forum")]
    click_on_canvas(page, f"(([a, b]) => ({{x: a.x * .6 + b.x * .4, y: a.y * .6 + b.y * .4}}))([{', '.join(ends)}])")
    assert page.locator("#card .telling").all_inner_texts() == ["Slovenia is not former member of Alpine Forum"]
    assert page.locator("#card .chip").all_inner_texts() == ["denied"]
    assert lit(page) == "Slovenia did not leave the Alpine Forum"


def test_facts_of_the_same_words_are_told_together(page):
    page.evaluate("choose('node:' + data.nodes.find(node => node.type === 'cooperation').id)")
    assert page.locator("#card .telling").all_inner_texts() == [
        "Slovenia and Austria will cooperate in tourism and rail",
        "Slovenia and Austria may cooperate in energy",
    ]


def test_a_click_on_a_sentence_tells_its_facts(page):
    page.get_by_text("praised").click()
    assert page.locator("#card .telling").all_inner_texts() == ["Ana Zupan supports Karl Wieser"]
    assert page.locator("#text .sentence.chosen").inner_text().startswith("Ms. Zupan praised Wieser.")


def test_the_keyboard_is_enough(page):
    page.locator("#text .mark").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#card h2").inner_text() == "In this sentence"
    page.keyboard.press("Escape")
    assert not page.locator("#card").is_visible()
    page.locator("#tab-text").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#facts tbody tr").count() == 12
    page.keyboard.press("ArrowRight")
    assert page.locator("#names li").count() == 11


def test_a_view_can_be_shared_and_left_again(page):
    click_node(page, iri("vienna"))
    address = page.url
    page.go_back()
    assert not page.locator("#card").is_visible()
    page.evaluate(f"location.hash = {address.split('#')[1]!r}")
    assert "Vienna" in page.locator("#card h2").inner_text()


def test_links_lead_out_safely(page):
    page.evaluate(f"choose('node:{iri('slovenia')}')")
    links = page.locator("#card a.outward")
    assert links.all_inner_texts() == ["Wikidata", "GeoNames"]
    assert {link.get_attribute("rel") for link in links.all()} == {"noopener noreferrer"}


def test_it_fits_a_phone_and_the_dark(page):
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    for tab in ("facts", "names"):
        page.locator(f"#tab-{tab}").click()
        assert page.evaluate("document.documentElement.scrollWidth") == 360


HOSTILE = (
    "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> \"'`${alert(3)}` {{ 7*7 }} "
    "\u202egnorw\u202c \u2028 <svg onload=alert(4)> Mallory said."
)


def test_hostile_text_stays_text(view):
    name = "<img src=x onerror=alert(5)>\u202e"
    mallory = {**entity("zupan"), "label": name, "labels": [name, "Mallory", "</title><script>alert(6)</script>"],
               "sameAs": ["javascript:alert(7)", "https://example.org/\"onclick=alert(8)"]}  # fmt: skip
    start = HOSTILE.index("Mallory")
    evidence = {"text": HOSTILE, "start": 0, "end": len(HOSTILE)}
    page = view(
        [
            {"type": "entity", **mallory, "mentions": [{"start": start, "end": start + 7}]},
            {"type": "statement", "speaker": mallory, "mode": HOSTILE, "evidence": evidence},
            {"type": HOSTILE, "modality": "actual", "evidence": evidence},
        ],
        [{**ARTICLE, "title": HOSTILE, "publisher": HOSTILE, "url": "javascript:alert(9)", "text": HOSTILE}],
    )
    click_node(page, mallory["iri"])
    assert name in page.locator("#card h2").text_content()
    page.locator("#search").fill("</title>")
    for tab in ("facts", "names", "text"):
        page.locator(f"#tab-{tab}").click()
    page.locator("#text .mark").first.click()
    page.locator("summary").first.click()
    assert page.locator("img, main script, svg[onload], a[href^=javascript]").count() == 0
    assert HOSTILE in page.locator("#text").text_content()
