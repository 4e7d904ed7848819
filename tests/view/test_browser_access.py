"""For everybody: the keyboard alone, screen readers, small screens, the dark, paper."""

import pytest
from alps import ARTICLE, LATER_ARTICLE, ROWS_OF_BOTH, ZUPAN

from kg.view.page import page_of_rows

STATES = [
    "", f"#choice=node:{ZUPAN}", "#tab=facts", "#tab=names", "#kind=visit&hide=Place", "#open=budapest-4e5f6a7b",
]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("fragment", STATES)
def test_axe_finds_nothing_serious(both, grave, scheme, fragment):
    both.emulate_media(color_scheme=scheme)
    both.evaluate("fragment => { location.hash = fragment }", fragment or "#tab=text")
    both.locator("#filters summary").click()
    assert grave(both) == []


def test_the_picture_by_keyboard(page):
    page.locator("#network").focus()
    page.keyboard.press("Home")
    first = page.evaluate("pointed[1]")
    assert page.locator("#said").inner_text().startswith(page.evaluate("nodesById.get(pointed[1]).name"))
    seen = {first}
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp") * 4:
        page.keyboard.press(key)
        seen.add(page.evaluate("pointed[1]"))
    assert len(seen) > 3
    at = page.evaluate("pointed[1]")
    page.keyboard.press("Enter")
    assert page.evaluate("state.choice") == f"node:{at}"
    page.keyboard.press("Escape")
    assert page.evaluate("state.choice") == ""


def test_zooming_and_moving_by_keyboard(page):
    page.locator("#network").focus()
    before = page.evaluate("eye()")
    page.keyboard.press("+")
    page.keyboard.press("Shift+ArrowRight")
    after = page.evaluate("eye()")
    assert after["scale"] > before["scale"]
    assert after["middle"]["x"] > before["middle"]["x"]
    page.keyboard.press("0")
    assert page.evaluate("eye()")["scale"] == pytest.approx(before["scale"])


def test_the_text_by_keyboard(page):
    page.locator("#text .mark").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#card h2").inner_text() == "In this sentence"
    page.keyboard.press("Escape")
    assert not page.locator("#card").is_visible()


def test_the_tabs_by_keyboard(page):
    page.locator("#tab-text").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#facts tbody tr").count() == 12
    page.keyboard.press("ArrowRight")
    assert page.locator("#names li").count() == 11


def test_every_control_is_reached_by_tab_and_seen(both):
    reached, focus_hidden = set(), []
    for _ in range(60):
        both.keyboard.press("Tab")
        name, ring = both.evaluate(
            "() => { const e = document.activeElement; const style = getComputedStyle(e);"
            "const name = e === document.body ? 'body' : e.id || e.textContent.trim().slice(0, 20);"
            "return [name, style.outlineStyle !== 'none']; }"
        )
        reached.add(name)
        if not ring and name not in ("body",):
            focus_hidden.append(name)
    assert {"search", "Filters", "Save", "reset", "network", "zoom-in", "tab-text"} <= reached
    assert focus_hidden == []


def test_menus_open_and_close_by_keyboard(page):
    page.locator("#save summary").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("button", name="Graph as Turtle").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("button", name="Graph as Turtle").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Save"


@pytest.mark.parametrize("fragment", STATES)
def test_it_fits_a_phone(view, fragment):
    page = view(page_of_rows(ROWS_OF_BOTH, [ARTICLE, LATER_ARTICLE]), fragment)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.locator("#filters summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_the_dark_page_draws_a_dark_picture(page):
    light = page.evaluate("inks.ink")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("ink => inks.ink !== ink", arg=light)
    assert page.evaluate("inks.ink") == page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()"
    )


def test_paper_shows_the_picture_and_the_text_in_inks_of_paper(page):
    page.emulate_media(color_scheme="dark")
    before = page.evaluate("eye()")
    page.emulate_media(media="print", color_scheme="dark")
    drawn = page.locator("#paper svg")
    drawn.wait_for()
    assert {"Ana Zupan", "Alpine Forum"} <= set(drawn.locator("text").all_text_contents())
    assert drawn.locator("rect").get_attribute("fill") == "#fdfcfa"
    assert page.locator("#text article").is_visible()
    assert not page.locator("#search").is_visible()
    assert not page.locator("#timeline").is_visible()
    assert page.pdf().startswith(b"%PDF")
    page.emulate_media(media="screen", color_scheme="dark")
    drawn.wait_for(state="detached")
    page.wait_for_function("before => Math.abs(eye().scale - before.scale) < 0.01", arg=before)
    assert page.evaluate("eye().middle") == pytest.approx(before["middle"], abs=1)
