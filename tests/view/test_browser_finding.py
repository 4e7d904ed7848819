"""Finding: search, filters, the timeline, and the address that keeps it all."""

import pytest
from alps import FORUM, VIENNA, ZUPAN


def facts_listed(page):
    page.locator("#tab-facts").click()
    return page.locator("#facts tbody .telling").all_inner_texts()


def names_drawn(page):
    return set(page.evaluate("[...shown.nodes]"))


@pytest.mark.parametrize(("typed", "label"), [("zup", "Ana Zupan"), ("AUSTRIAN", "Austria"), ("forum", "Alpine Forum"),
                                              ("osterr", "Austria")])  # fmt: skip
def test_search_finds_labels_and_aliases(page, typed, label):
    page.locator("#search").press_sequentially(typed)
    assert page.locator("#found [role=option]").first.is_visible()
    page.keyboard.press("Enter")
    assert page.locator("#card h2").inner_text().strip() == label
    assert not page.locator("#found").is_visible()


def test_search_says_when_there_is_nothing(page):
    page.locator("#search").fill("Atlantis")
    assert page.locator("#found").inner_text() == "No such name"


def test_the_legend_names_the_classes_and_hides_them(page):
    legend = page.locator("#legend button")
    assert [" ".join(text.split()) for text in legend.all_inner_texts()] == [
        "People 2", "Countries 3", "Bodies 1", "Places 2", "Sectors 3",
    ]  # fmt: skip
    legend.filter(has_text="Sectors").click()
    assert "sector/rail" not in names_drawn(page)
    assert "hide=Sector" in page.url
    legend.filter(has_text="Sectors").click()
    assert "sector/rail" in names_drawn(page)


@pytest.mark.parametrize(
    ("facet", "value", "told"),
    [
        ("Kind of fact", "Visits", ["Ana Zupan visits Vienna", "Karl Wieser visits Hungary"]),
        ("Modality", "denied", ["Slovenia is not former member of Alpine Forum"]),
        ("Sector", "rail", ["Slovenia and Austria will cooperate in rail"]),
        ("Publisher", "Danube Post", ["Karl Wieser visits Hungary", "Hungary accuses Austria"]),
        ("Article", "Budapest hosted", ["Karl Wieser visits Hungary", "Hungary accuses Austria"]),
    ],
)
def test_a_filter_leaves_the_facts_that_it_names(both, facet, value, told):
    both.locator("#filters summary").click()
    group = both.get_by_role("group", name=facet)
    group.get_by_role("checkbox", name=value).check()
    assert both.locator("#filtering").inner_text() == "1"
    assert f"Showing {len(told)} of 14 facts" in both.locator("#rest").inner_text()
    both.keyboard.press("Escape")
    assert facts_listed(both) == told
    drawn = names_drawn(both)
    both.locator("#reset").click()
    assert drawn < names_drawn(both)
    assert len(facts_listed(both)) == 14


def test_filters_work_together_and_count_what_they_would_leave(both):
    both.locator("#filters summary").click()
    both.get_by_role("checkbox", name="Meetings").check()
    both.get_by_role("checkbox", name="Visits").check()
    counts = both.get_by_role("group", name="Publisher").locator("label").all_inner_texts()
    assert counts == ["Alpine Courier\n3", "Danube Post\n1"]
    both.get_by_role("checkbox", name="Alpine Courier").check()
    assert both.locator("#filtering").inner_text() == "2"
    assert len(facts_listed(both)) == 3


def test_the_least_confidence(page):
    page.locator("#filters summary").click()
    page.get_by_label("Least confidence").fill("0.9")
    assert facts_listed(page) == ["Ana Zupan is prime minister of Slovenia"]
    assert "sure=0.9" in page.url


def test_the_timeline_leaves_the_facts_of_a_time(both):
    bars = both.locator("#timeline .bars")
    box = bars.bounding_box()
    both.mouse.move(box["x"] + box["width"] - 3, box["y"] + 20)
    both.mouse.down()
    both.mouse.move(box["x"] + box["width"] - 6, box["y"] + 20)
    both.mouse.up()
    assert "from=2024-12-01" not in both.url
    assert both.locator("#timeline .days").inner_text() == "1 May 2024 – 31 May 2024 only"
    assert facts_listed(both) == ["Karl Wieser visits Hungary", "Hungary accuses Austria"]
    both.get_by_role("button", name="All time").click()
    assert len(facts_listed(both)) == 14


def test_the_timeline_by_keyboard(both):
    both.get_by_role("slider", name="To", exact=True).focus()
    both.keyboard.press("Home")
    assert both.locator("#timeline .days").inner_text() == "1 January 2023 – 31 January 2023 only"
    assert facts_listed(both) == ["Austria, Slovenia and Hungary meet at Alpine Forum"]


def test_a_view_can_be_shared_and_left_again(page, picture, view):
    page.get_by_role("button", name="Sectors").click()
    picture.click(picture.spot(VIENNA))
    page.locator("#tab-facts").click()
    address = page.url.split("#")[1]
    page.go_back()
    page.go_back()
    assert not page.locator("#card").is_visible()
    page.go_back()
    assert "sector/rail" in names_drawn(page)
    page.evaluate("fragment => { location.hash = fragment }", address)
    page.reload()
    page.wait_for_selector("body.ready")
    assert "Vienna" in page.locator("#card h2").inner_text()
    assert page.locator("#facts").is_visible()
    assert "sector/rail" not in names_drawn(page)
    page.locator("#reset").click()
    assert page.url.split("#")[1] == "tab=facts"


def test_where_the_picture_was_moved_to_is_kept(page):
    page.locator("#zoom-in").click()
    page.mouse.move(300, 500)
    page.mouse.down()
    page.mouse.move(340, 460, steps=4)
    page.mouse.up()
    there = page.evaluate("[network.getViewPosition(), network.getScale()]")
    assert "view=" in page.url
    page.reload()
    page.wait_for_selector("body.ready")
    position, scale = page.evaluate("[network.getViewPosition(), network.getScale()]")
    assert scale == pytest.approx(there[1], abs=0.01)
    assert position == pytest.approx(there[0], abs=2)


def test_the_table_is_sorted_and_filtered(page):
    page.locator("#tab-facts").click()
    head = page.locator("#facts th").filter(has_text="When")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    dates = page.locator("#facts tbody td:nth-child(3)").all_inner_texts()
    assert dates[0] == "2023"
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    page.locator("#find").fill("zupan SLOVENIA")
    assert facts_listed(page) == ["Ana Zupan is prime minister of Slovenia", "Ana Zupan visits Vienna"]
    assert "find=zupan" in page.url


def test_what_is_chosen_is_drawn_whatever_the_filters(page):
    page.evaluate("go({ kind: ['visit'] })")
    assert FORUM not in names_drawn(page)
    page.evaluate(f"choose('node:{FORUM}')")
    assert FORUM in names_drawn(page)
    assert "2 facts that the filters leave out" in page.locator("#card").inner_text()
    assert ZUPAN in names_drawn(page)
