"""Saved pages and feeds: the article's text without what stands around it, and what the page tells about it."""

from pathlib import Path

import pytest

from kg.articles import Skipped, articles
from kg.articles.pages import text_of_fragment
from kg.model import Article

PARAGRAPHS = (
    "Prime Minister Ana Zupan of Slovenia met Chancellor Karl Wieser in Vienna on Monday, and the two agreed to rebuild"
    " the railway over the Alps by 2030.",
    "“Our neighbours never blocked the railway,” Zupan told reporters after the talks, which had lasted for two hours"
    " and touched on trade as well.",
    "Wieser will visit Ljubljana in May. The Alpine League holds its next summit there, and its members want to sign a"
    " memorandum on energy.",
)
TEXT = "\n\n".join(PARAGRAPHS)
HEAD = """<title>Zupan in Vienna | Alpine Courier</title><meta property="og:title" content="Zupan in Vienna">
<meta property="og:site_name" content="Alpine Courier"><meta name="author" content="Mira Holm">
<meta property="article:published_time" content="2024-03-05T23:30:00+01:00">
<link rel="canonical" href="https://courier.example/zupan">"""
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
AROUND = """<nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
{}<aside><h3><a href="/1">Storm over Graz</a></h3><h3><a href="/2">Cup final</a></h3></aside>
<footer>© Alpine Courier. All rights reserved. <a href="/imprint">Imprint</a></footer>"""


def page(body: str, head: str = HEAD) -> str:
    return f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def read(path: Path, data: str | bytes, **options: object) -> list[Article | Skipped]:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(articles([str(path)], **options))  # type: ignore[arg-type]


def one(path: Path, data: str | bytes, **options: object) -> Article | Skipped:
    (found,) = read(path, data, **options)
    return found


def told(found: Article | Skipped) -> str:
    assert isinstance(found, Skipped), found
    return found.reason


WHOLE = page(AROUND.format(f"<article><h1>Zupan in Vienna</h1>{BODY}</article>"))
ARTICLE = Article(
    TEXT, "visit", "Zupan in Vienna", "Alpine Courier", "2024-03-05", "https://courier.example/zupan", "Mira Holm"
)


@pytest.mark.parametrize("name", ["visit.html", "visit.htm", "visit.HTML"])
def test_a_page(tmp_path: Path, name: str) -> None:
    assert one(tmp_path / name, WHOLE) == ARTICLE


def test_what_is_given_goes_before(tmp_path: Path) -> None:
    found = one(tmp_path / "visit.html", WHOLE, date="2024-03-06", url="https://news.example/1")
    assert isinstance(found, Article)
    assert (found.date, found.url, found.title) == ("2024-03-06", "https://news.example/1", "Zupan in Vienna")


ENCODED = [
    (WHOLE.replace("utf-8", "windows-1252"), "cp1252"),
    (WHOLE.replace("utf-8", "iso-8859-1"), "cp1252"),  # which browsers read so
    (WHOLE, "utf-8-sig"),
    (WHOLE, "utf-16"),
    (WHOLE.replace('<meta charset="utf-8">', ""), "utf-8"),
    (WHOLE.replace("utf-8", "rot13"), "utf-8"),
]


@pytest.mark.parametrize(("html", "encoding"), ENCODED)
def test_charsets(tmp_path: Path, html: str, encoding: str) -> None:
    found = one(tmp_path / "visit.html", html.replace("©", "").encode(encoding))
    assert isinstance(found, Article)
    assert found.text == TEXT


CARDS = "".join(
    f"<article><h2><a href='/{n}'>Leaders meet in Vienna, day {n}</a></h2><p>They spoke of trade.</p></article>"
    for n in range(3, 20)
)
GERMAN = (
    "<p>Die slowenische Ministerpräsidentin traf am Montag in Wien ein und sprach dort mit dem Kanzler über die neue"
    " Eisenbahn, und beide Seiten wollen in Zukunft im Tourismus und in der Energie zusammenarbeiten, wie sie nach dem"
    " Gespräch vor der Presse erklärten, das zwei Stunden gedauert hatte.</p>"
)
NO_ARTICLES = [
    (page(CARDS), "is a list of articles (17 headlines)"),
    (page(f"<article>{GERMAN}</article>"), "seems to be written in 'de'"),
    (page("<article><p>Read more.</p></article>"), "no article is found"),
    (page("<script>document.write('x')</script>"), "no article is found"),
    ("", "is no page"),
    ("\0\0\0", "is no page"),
    ("{}", "is no page"),
    (b"x" * 8_000_001, "is longer than 8,000,000 bytes"),
    (page("<div>" * 100_000 + BODY), "no article is found"),
    (
        page("".join(f"<h2><a href='/{n}'>Weather in town {n}</a></h2><p>Sun.</p>" for n in range(200))),
        "list of articles",
    ),
]


@pytest.mark.parametrize(("html", "reason"), NO_ARTICLES, ids=range(len(NO_ARTICLES)))
def test_pages_without_an_article(tmp_path: Path, html: str | bytes, reason: str) -> None:
    assert reason in told(one(tmp_path / "visit.html", html))


RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Alpine Courier</title>{}</channel></rss>"""
ITEM = """<item><title>Zupan in Vienna</title><link>https://courier.example/zupan</link><guid>courier-17</guid>
<dc:creator>Mira Holm</dc:creator><pubDate>Tue, 05 Mar 2024 23:30:00 -0500</pubDate>
<description>Zupan met Wieser.</description><content:encoded><![CDATA[{}]]></content:encoded></item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Alpine Courier</title><entry><id>courier-17</id>
<title>Zupan in Vienna</title><link href="https://courier.example/zupan"/><author><name>Mira Holm</name></author>
<published>2024-03-05T23:30:00-05:00</published><content type="html">{}</content></entry></feed>"""
ENTRY = Article(
    TEXT,
    "news-courier-17",
    "Zupan in Vienna",
    "Alpine Courier",
    "2024-03-05",
    "https://courier.example/zupan",
    "Mira Holm",
)


def test_rss(tmp_path: Path) -> None:
    assert one(tmp_path / "news.rss", RSS.format(ITEM.format(BODY))) == ENTRY


def test_atom(tmp_path: Path) -> None:
    escaped = BODY.replace("<", "&lt;")
    assert one(tmp_path / "news.atom", ATOM.format(escaped)) == ENTRY


def test_a_teaser_is_skipped_with_the_address_of_its_page(tmp_path: Path) -> None:
    teaser, whole = read(tmp_path / "news.xml", RSS.format(ITEM.format("Zupan met Wieser.") + ITEM.format(BODY)))
    assert told(teaser) == "holds no whole text, only a teaser; give the page, https://courier.example/zupan"
    assert whole == ENTRY


LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
NO_FEEDS = [
    ("<x/>", "is no RSS or Atom feed"),
    ("", "is no RSS or Atom feed"),
    (page(BODY), "is no RSS or Atom feed"),
    (f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>' + RSS.format("&l9;"), "defines entities"),
    (f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>{RSS.format("&l9;")}'.encode("utf-16"), "defines entities"),
    ('<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + RSS.format("&x;"), "defines entities"),
    (b" " * 16_000_001, "is longer than"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), NO_FEEDS, ids=range(len(NO_FEEDS)))
def test_no_feeds(tmp_path: Path, data: str | bytes, reason: str) -> None:
    assert reason in told(one(tmp_path / "news.xml", data))


FRAGMENTS = [
    ("<p>One <b>two</b>.</p><p>Three<br>four &amp; five</p>", "One two.\n\nThree\n\nfour & five"),
    ("one &amp;\ntwo", "one &\n\ntwo"),
    ("one <script>alert(1)</script><!-- no --><style>p {}</style>two", "one two"),
    ("<ul><li>one<li>two</ul>three", "one\n\ntwo\n\nthree"),
    ("", ""),
    ("<", "<"),
    ("<!-- -->", ""),
    ("<p>Zupan\x07 met<script>x</script> her&#1;<!-- x --> here</p>", "Zupan\x07 met her\x01 here"),
]


@pytest.mark.parametrize(("html", "text"), FRAGMENTS)
def test_fragments(html: str, text: str) -> None:
    assert text_of_fragment(html) == text
