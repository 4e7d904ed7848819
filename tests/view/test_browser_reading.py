"""Reading: the text beside the network, and what a click tells."""

import pytest
from alps import ARTICLE, AUSTRIA, FORUM, HUNGARY, SLOVENIA, TEXT, VIENNA, ZUPAN


def lit(page):
    return "".join(page.locator("#text .lit").all_text_contents())


def told(page):
    return page.locator("#card .telling").all_inner_texts()


def test_the_article_can_be_read(page):
    assert page.title() == "Zupan in Vienna · Communiqué"
    assert page.locator("#masthead .from").inner_text() == "Alpine Courier · 5 March 2024 · original"
    assert page.locator("#masthead h1").inner_text() == "Zupan in Vienna"
    page.evaluate("document.querySelectorAll('#text .mark').forEach(mark => mark.remove())")
    assert page.locator("#text p").all_text_contents() == TEXT.split("\n")
    assert "Ms. Zupan" in page.locator(".mention").all_text_contents()


def test_a_click_on_a_node_tells_its_facts(page, picture):
    picture.click(picture.spot(ZUPAN))
    card = page.locator("#card")
    assert "Ana Zupan" in card.locator("h2").inner_text()
    assert {"Ana Zupan visits Vienna", "Ana Zupan is prime minister of Slovenia", "Ana Zupan says"} <= set(told(page))
    assert "Ana Zupan of Slovenia arrived in Vienna on March 4 for an official visit" in lit(page)
    card.locator("blockquote a", has_text="Our neighbours").click()
    assert lit(page) == "“Our neighbours never blocked the railway,” Zupan said."
    card.get_by_label("Close").click()
    assert not card.is_visible()
    assert lit(page) == ""


def test_a_click_on_an_edge_tells_its_facts(page, picture):
    a, b = picture.spot(SLOVENIA), picture.spot(FORUM)
    picture.click({axis: a[axis] * 0.6 + b[axis] * 0.4 for axis in "xy"})
    assert told(page) == ["Slovenia is not former member of Alpine Forum"]
    assert page.locator("#card .chip").all_inner_texts() == ["denied"]
    assert lit(page) == "Slovenia did not leave the Alpine Forum"


def test_a_click_on_a_sentence_tells_its_facts_and_lights_them_in_the_picture(page, picture):
    page.get_by_text("praised").click()
    assert told(page) == ["Ana Zupan supports Karl Wieser"]
    assert page.locator("#text .sentence.chosen").inner_text().startswith("Ms. Zupan praised Wieser.")
    assert picture.names() == {"Ana Zupan", "Karl Wieser", "supports"}


def test_a_long_text_scrolls_to_what_is_chosen(page, picture):
    page.set_viewport_size({"width": 1280, "height": 420})
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")  # drawn anew
    picture.click(picture.spot(FORUM))
    page.wait_for_selector(".lit")
    page.wait_for_function(
        "() => { const box = document.querySelector('.lit').getBoundingClientRect();"
        "return box.top > document.querySelector('#text').getBoundingClientRect().top && box.bottom < innerHeight }"
    )


def test_facts_of_the_same_words_are_told_together(page):
    page.evaluate("choose('node:' + data.nodes.find(node => node.type === 'cooperation').id)")
    assert told(page) == [
        "Slovenia and Austria will cooperate in tourism and rail",
        "Slovenia and Austria may cooperate in energy",
    ]


def test_the_details_of_a_fact(page):
    page.get_by_text("arrived in").click()
    item = page.locator("#card .fact", has_text="visits Vienna")
    item.locator("summary").click()
    names, values = item.locator("dt").all_inner_texts(), item.locator("dd").all_inner_texts()
    assert dict(zip(names, values, strict=True)) == {
        "visitor": "Ana Zupan", "where": "Vienna", "country": "Austria", "when": "2024-03-04", "kind": "official",
        "modality": "actual", "confidence": "0.8", "rule": "visit/by-hand",
    }  # fmt: skip


def test_the_facts_in_the_words_of_a_statement_stand_below_it(view):
    from alps import ROWS, fact

    from kg.view.page import page_of_rows

    said = "Slovenia did not leave the Alpine Forum. Austria, Slovenia and Hungary met at the Alpine Forum in 2023."
    rows = [*ROWS, fact("statement", said, speaker="person/wieser", mode="indirect")]
    page = view(page_of_rows(rows, [ARTICLE]), "#choice=node:person/wieser")
    assert page.locator("#card .fact", has_text="Karl Wieser says").locator(".inside li").all_inner_texts() == [
        "Austria, Slovenia and Hungary meet at Alpine Forum", "Slovenia is not former member of Alpine Forum",
    ]  # fmt: skip


def test_links_lead_out_safely(page):
    page.evaluate(f"choose('node:{SLOVENIA}')")
    links = page.locator("#card .sub a.outward")
    assert links.all_inner_texts() == ["Wikidata", "GeoNames"]
    assert {link.get_attribute("rel") for link in links.all()} == {"noopener noreferrer"}
    page.evaluate(f"choose('node:{VIENNA}')")
    assert page.locator("#card .sub a").count() == 0


def test_several_articles_are_listed_and_opened(both):
    items = both.locator("#text .articles li")
    assert [item.split("\n")[0] for item in items.all_inner_texts()] == [
        "Zupan in Vienna", "Budapest hosted Karl Wieser on Monday. Hungary accused Österreich of …",
    ]  # fmt: skip
    assert both.locator("#masthead").inner_text() == "2 articles"
    items.nth(1).get_by_role("link").click()
    assert "open=budapest-4e5f6a7b" in both.url
    assert "Hungary accused" in both.locator("#text article").inner_text()
    both.get_by_label("Previous article").click()
    assert "Ms. Zupan praised" in both.locator("#text article").inner_text()
    both.get_by_role("link", name="All 2 articles").click()
    assert items.count() == 2


def test_the_only_article_that_a_filter_leaves_is_opened(both):
    both.evaluate("go({ article: ['budapest-4e5f6a7b'] })")
    assert "Hungary accused" in both.locator("#text article").inner_text()


def test_what_is_chosen_opens_the_article_that_tells_of_it(both):
    both.evaluate("choose('edge:' + data.edges.find(edge => edge.name === 'accuses').id)")
    assert lit(both) == "Hungary accused Österreich of delay"
    assert "said by Karl Wieser" in both.locator("#card .chips").inner_text()


@pytest.mark.parametrize("key", [SLOVENIA, AUSTRIA, HUNGARY])
def test_pointing_makes_the_neighbourhood_stand_out(page, picture, key):
    label = page.evaluate("id => nodesById.get(id).name", key)
    page.locator("#network canvas").hover(position=picture.spot(key))
    page.wait_for_function("() => pointed !== null")
    around = page.evaluate("() => [...near().nodes].map(id => nodesById.get(id).name)")
    assert label in around
    assert len(around) < page.evaluate("data.nodes.length")
    page.mouse.move(2, 2)
    page.wait_for_function("() => pointed === null")


def test_a_line_tells_its_facts_to_the_pointer(page, picture):
    a, b = picture.spot(SLOVENIA), picture.spot(FORUM)
    page.locator("#network canvas").hover(position={axis: a[axis] * 0.6 + b[axis] * 0.4 for axis in "xy"})
    page.locator(".vis-tooltip", has_text="Slovenia is not former member of Alpine Forum").wait_for()
