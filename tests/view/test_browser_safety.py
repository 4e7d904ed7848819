"""Safety: text of an article never becomes markup or script."""

import pytest
from alps import ARTICLE, LATER_ARTICLE, ROWS_OF_BOTH, entity

from kg.view.page import page_of_rows

HOSTILE = (
    "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> \"'`${alert(3)}` {{ 7*7 }} "
    "\u202egnorw\u202c \u2028 <svg onload=alert(4)> Mallory said."
)
NAME = "<img src=x onerror=alert(5)>\u202e"
MALLORY = {
    **entity("person/zupan"), "label": NAME, "labels": [NAME, "Mallory", "</title><script>alert(6)</script>"],
    "sameAs": ["javascript:alert(7)", 'https://example.org/"onclick=alert(8)', "data:text/html,<script>alert(9)"],
}  # fmt: skip


@pytest.fixture
def hostile(view):
    start = HOSTILE.index("Mallory")
    evidence = {"text": HOSTILE, "start": 0, "end": len(HOSTILE), "article": ARTICLE["iri"]}
    bad = {**ARTICLE, "title": HOSTILE, "publisher": HOSTILE, "url": "javascript:alert(10)", "text": HOSTILE}
    rows = [
        {"type": "entity", **MALLORY, "mentions": [{"start": start, "end": start + 7, "article": ARTICLE["iri"]}]},
        {"type": "statement", "speaker": MALLORY, "mode": HOSTILE, "evidence": evidence, "rule": HOSTILE},
        {"type": HOSTILE, "modality": "actual", "evidence": evidence, "date": HOSTILE},
        {"type": "__proto__", "modality": "actual", "evidence": evidence, "confidence": 0.5},
    ]
    return view(page_of_rows(rows, [bad, {**LATER_ARTICLE, "publisher": "__proto__", "date": "constructor"}]))


def test_hostile_text_stays_text(hostile):
    page = hostile
    page.locator("#network canvas").hover(position=page.evaluate("network.canvasToDOM(spots.get('person/zupan'))"))
    page.locator(".vis-tooltip", has_text="onerror").wait_for()
    page.evaluate("choose('node:person/zupan')")
    assert NAME in page.locator("#card h2").text_content()
    page.locator("#search").fill("</title>")
    page.locator("#card summary").first.click()
    page.locator("#filters summary").click()
    for tab in ("facts", "names", "text"):
        page.locator(f"#tab-{tab}").click()
    page.locator("#text .mark").first.click()
    assert page.locator("img, main script, svg[onload], a[href^=javascript], a[href^=data], [onclick]").count() == 0
    assert HOSTILE in page.locator("#text").text_content()


def test_hostile_text_stays_text_in_files(hostile):
    import xml.etree.ElementTree as ET

    root = ET.fromstring(hostile.evaluate("viewAsSvg()"))
    assert not [element for element in root.iter() if element.tag.endswith(("script", "img"))]
    assert '""\'`' in hostile.evaluate("factsAsCsv()")


@pytest.mark.parametrize(
    "fragment",
    [
        "#choice=node:constructor", "#choice=edge:__proto__", "#choice=fact:length", "#choice=sentence:x", "#choice=x",
        "#choice=node:<img src=x onerror=alert(1)>&at=99&tab=nothing&open=toString&sort=__proto__&view=a,b,c",
        "#from=x&to=y&sure=z&kind=toString&hide=Nothing", "#at=constructor", "#%", "#=", "#view=1,2,-3",
    ],
)  # fmt: skip
def test_any_address_opens_the_page(view, fragment):
    page = view(page_of_rows(ROWS_OF_BOTH, [ARTICLE, LATER_ARTICLE]), fragment)
    assert page.locator("#network canvas").is_visible()
    page.locator("#reset").click()
    assert page.evaluate("shown.nodes.size") > 5


def test_the_policy_stops_what_is_not_of_the_page(browser, tmp_path):
    file = tmp_path / "page.html"
    html = page_of_rows(ROWS_OF_BOTH, [ARTICLE, LATER_ARTICLE])
    file.write_text(html.replace("</main>", "</main><script>document.title = 'broken'</script>"), encoding="utf-8")
    tab = browser.new_page()
    tab.goto(file.as_uri())
    tab.wait_for_selector("body.ready")
    assert tab.title() == "2 articles · Communiqué"
    tab.evaluate("setTimeout('document.title = \"broken\"', 0)")
    tab.evaluate("new Promise(done => setTimeout(done, 20))")
    assert tab.title() == "2 articles · Communiqué"
    tab.close()
