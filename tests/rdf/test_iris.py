"""IRIs come from content."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kg.model import Article, Cooperation, Passage, Statement, Visit
from kg.rdf.iris import article_iri, ascii_iri, fact_iri, graph_iri, number, passage_iri, slug

BASE = "https://example.org/"
VISIT = Visit(visitor="v", destination="d", country=None, date="2024", evidence=Passage(0, 4), rule="arrive")
SPEECH = Statement(speaker="s", mode="direct", evidence=Passage(0, 4), rule="say")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("São Tomé & Príncipe", "sao-tome-principe"),
        ("Zupan in Vienna", "zupan-in-vienna"),
        ("  --  ", ""),
        ("北京", ""),
        ("a" * 90, "a" * 60),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("1.50", "1.5"), ("1E+3", "1000"), ("250000000", "250000000"), ("-0.10", "-0.1"), ("0.0", "0"), ("100", "100")],
)
def test_numbers(value: str, expected: str) -> None:
    assert number(Decimal(value)) == expected


def test_articles_are_told_apart_by_their_text() -> None:
    one, other = Article("Some text.", "news"), Article("Other text.", "news")
    assert article_iri(one, BASE) != article_iri(other, BASE)
    assert article_iri(one, BASE).startswith(f"{BASE}article/news-")
    assert article_iri(Article("Some text.", "新闻"), BASE).startswith(f"{BASE}article/article-")
    assert passage_iri("https://example.org/a", Passage(3, 9)) == "https://example.org/a#char=3,9"


NEWS = Article("Some text.", "news", publisher="Alpine Courier", date="2024-03-05")
ONLINE = replace(NEWS, url="https://news.example/2024/visit?id=1")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (NEWS, replace(NEWS, text="Other text.", title="Corrected"), True),
        (NEWS, replace(NEWS, name="visit"), False),
        (NEWS, replace(NEWS, date="2024-03-06"), False),
        (NEWS, replace(NEWS, publisher="Valley Post"), False),
        (NEWS, replace(NEWS, publisher="2024-03-05", date="Alpine Courier"), False),
        (NEWS, ONLINE, False),
        (ONLINE, replace(ONLINE, text="Other text.", name="feed-0007", publisher=None, date=None), True),
        (ONLINE, replace(ONLINE, url="HTTP://news.example/2024/visit?id=1#top"), True),
        (ONLINE, replace(ONLINE, url="https://news.example/2024/visit?id=2"), False),
        (Article("Some text."), Article("Other text."), False),
        (Article("Some text.", date="2024"), Article("Other text.", date="2024"), True),
        (Article("Some text.", "news"), Article("Other text.", "news"), True),
    ],
)
def test_a_graph_stays_while_its_article_does(one: Article, other: Article, same: bool) -> None:
    assert (graph_iri(one, BASE) == graph_iri(other, BASE)) is same


@pytest.mark.parametrize(
    ("article", "beginning"),
    [(NEWS, "news-"), (ONLINE, "news-example-2024-visit-id-1-"), (replace(NEWS, name="新闻"), "article-")],
)
def test_graphs_are_named_readably(article: Article, beginning: str) -> None:
    assert graph_iri(article, BASE).startswith(f"{BASE}graph/{beginning}")


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"rule": "land"}, True),
        ({"confidence": 0.1}, True),
        ({"asserter": "somebody"}, True),
        ({"evidence": Passage(5, 9)}, True),
        ({"date": "2025"}, False),
        ({"destination": None}, False),
        ({"modality": "denied"}, False),
    ],
)
def test_facts_are_known_by_their_content(change: dict[str, object], same: bool) -> None:
    one, other = (fact_iri(fact, "visit", "a", BASE) for fact in (VISIT, replace(VISIT, **change)))
    assert (one == other) is same


def test_parties_have_no_order() -> None:
    facts = (Cooperation(parties=p, sector=None, evidence=Passage(0, 4), rule="r") for p in (("a", "b"), ("b", "a")))
    assert len({fact_iri(fact, "cooperation", "a", BASE) for fact in facts}) == 1


def test_every_statement_has_an_iri_of_its_own() -> None:
    other = replace(SPEECH, evidence=Passage(5, 9))
    assert fact_iri(SPEECH, "statement", "a", BASE) != fact_iri(other, "statement", "a", BASE)


def test_iris_are_ascii() -> None:
    assert ascii_iri("https://example.org/é b<c>") == "https://example.org/%C3%A9%20b%3Cc%3E"
    assert ascii_iri("https://example.org/a#char=1,2") == "https://example.org/a#char=1,2"
