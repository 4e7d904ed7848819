"""A large graph starts with its most important part; the rest is a click away."""

from itertools import pairwise

import pytest
from alps import ARTICLE, crowd

from kg.view.page import page_of_rows

COUNTRIES, VISITORS = 30, 400


@pytest.fixture
def large(view):
    return view(page_of_rows(list(crowd(COUNTRIES, VISITORS)), [ARTICLE]))


def drawn(page):
    return page.evaluate("shown.nodes.size")


def test_the_most_important_come_first_and_the_page_says_so(large):
    assert drawn(large) == 200
    assert "the 200 most important of 430 names" in large.locator("#rest").inner_text()
    assert large.evaluate(f"[...Array({COUNTRIES}).keys()].every(i => shown.nodes.has('country/' + i))")


def test_the_rest_is_a_click_away_and_back(large):
    large.get_by_role("button", name="Show all names").click()
    assert drawn(large) == 430
    assert "all=1" in large.url
    large.get_by_role("button", name="Show the most important").click()
    assert drawn(large) == 200


def test_what_is_found_is_drawn_even_if_it_is_not_important(large):
    large.locator("#search").fill("Person 399")
    large.keyboard.press("Enter")
    assert large.evaluate("shown.nodes.has('person/399')")
    assert large.locator("#card .telling").all_inner_texts() == ["Person 399 visits Country 9"]


def test_long_lists_grow_when_asked(large):
    large.locator("#tab-facts").click()
    assert large.locator("#facts tbody .telling").count() == 100
    large.get_by_role("button", name="Show 100 more").click()
    assert large.locator("#facts tbody .telling").count() == 200
    large.locator("#tab-names").click()
    assert large.locator("#names li a").count() == 60 + COUNTRIES
    large.get_by_role("button", name="340 more").click()
    assert large.locator("#names li a").count() == 240 + COUNTRIES


def test_what_filters_leave_moves_together_in_its_old_order(large):
    whole = "Object.fromEntries(data.nodes.map(({ id, x, y }) => [id, [x, y]]))"
    before = large.evaluate(whole)
    large.evaluate("go({ hide: ['Person'], choice: 'node:country/3', view: '' })")
    places = large.evaluate("Object.fromEntries([...drawing().base].map(id => [id, spots.get(id)]))")
    for axis, i in (("x", 0), ("y", 1)):
        ordered = sorted(places, key=lambda key: (before[key][i], key))
        moved = [places[key][axis] for key in ordered]
        assert moved == sorted(moved)
        assert max(b - a for a, b in pairwise(moved)) <= 131
    assert max(abs(places[key]["x"] - before[key][0]) for key in places) > 0
