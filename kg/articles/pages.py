"""Web pages: the article in one, by trafilatura, without what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from kg.articles.cleaning import MAX_LENGTH
from kg.articles.records import Record
from kg.errors import KgError

__all__ = ["article_of_page", "decoded_page", "is_our_file", "is_ours", "read", "text_of_fragment"]

_LONGEST = 8 * MAX_LENGTH  # bytes
_LEAST = 40  # words of an article
_HEADLINES = 6  # headlines that lead elsewhere, from which a page is a list of articles
_LINKED_HEADLINES = "//a//*[self::h1 or self::h2 or self::h3] | //*[self::h1 or self::h2 or self::h3]//a"
_BLOCKS = frozenset(
    ["p", "div", "br", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "ul", "ol", "section", "article"]
)
_LEFT_OUT = frozenset(["script", "style", "figure", "iframe"])
_PARAGRAPH = 25  # words of a paragraph of an article
_HEAD = 40_000  # characters, in which a page's title is, even a long one
_OURS = re.compile(r"<!doctype html>\s*<html lang=\"en\">\s*<head>.{,30000}· Communiqué</title>", re.DOTALL)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)|<\?xml[^>]{0,100}encoding=["']([\w-]+)""", re.I)
_CHARSETS = re.compile(r"(?i)(utf-?(8|16)|us-ascii|ascii|latin-?1|iso-?8859-\d+|windows-125\d|cp125\d|koi8-[ru])$")


def read(file: BinaryIO, name: str, fields: Mapping[str, str]) -> Iterator[Record]:
    """The one article in a saved page; `fields` changes nothing. Raises KgError where there is none."""
    yield article_of_page(decoded_page(file.read(_LONGEST + 1), name), name)


def decoded_page(data: bytes, name: str, charset: str = "") -> str:
    """A page's text, in the charset that its server names, or its own first lines do, or UTF-8.

    Raises KgError where it is too long.
    """
    if len(data) > _LONGEST:
        raise KgError(f"{name}: is longer than {_LONGEST:,} bytes; save the article's text alone")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        charset = "utf-16"
    elif not _CHARSETS.match(charset):
        found = _CHARSET.search(data[:2048])
        charset = (found[1] or found[2]).decode() if found else ""
    if not _CHARSETS.match(charset):
        charset = "utf-8"
    if re.match("(?i)iso-?8859-1$|latin-?1$|(us-)?ascii$", charset):
        charset = "cp1252"  # as browsers do
    return data.decode(charset, errors="replace")


def is_ours(html: str) -> bool:
    """Whether a page is one that this program made (`kg.view`), and so no article."""
    return _OURS.match(html) is not None


def is_our_file(path: Path) -> bool:
    """Whether there is such a page in a file."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return is_ours(file.read(_HEAD))
    except OSError:
        return False


def article_of_page(html: str, name: str, url: str = "") -> Record:
    """The article in a page that lay at `url`. Raises KgError where there is none, or a list of them."""
    from trafilatura import bare_extraction, load_html

    if is_ours(html):
        raise KgError(f"{name}: is a page that kg made of a graph; give the article")
    tree = load_html(html)
    if tree is None:
        raise KgError(f"{name}: is no page in HTML; save the article's text as a .txt file")
    headlines = len(tree.xpath(_LINKED_HEADLINES))
    found: Any = bare_extraction(
        tree,
        url=url or None,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        # Only dates that the page marks as such; and none depends on the day on which it is read.
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2100-01-01"},
    )
    lines = (found.text or "").split("\n") if found else []
    paragraphs = [line for line in lines if line.strip() and line != found.title]
    text = "\n\n".join(paragraphs)
    if len(text.split()) < _LEAST:
        raise KgError(f"{name}: no article is found in this page; save its text as a .txt file")
    if headlines >= _HEADLINES and sum(len(p.split()) >= _PARAGRAPH for p in paragraphs) < headlines / 2:
        raise KgError(f"{name}: is a list of articles ({headlines} headlines); give the articles' own pages")
    about = {"title": found.title, "date": found.date, "author": found.author, "publisher": found.sitename}
    known = {key: value for key, value in {**about, "url": url or found.url}.items() if value}
    return Record(name, text, known)


def text_of_fragment(html: str) -> str:
    """The text of a piece of HTML that is an article as a whole, as feeds hold them: its paragraphs."""
    from lxml.etree import LxmlError, iterwalk
    from lxml.html import fragment_fromstring

    try:
        tree = fragment_fromstring(html, create_parent="div")
    except (LxmlError, ValueError, AssertionError):
        return ""
    parts: list[str] = []
    walk = iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        parts += ["\n"] if node.tag in _BLOCKS else []
        if event != "start":
            parts.append(node.tail or "")
        elif node.tag in _LEFT_OUT:
            walk.skip_subtree()
        else:
            parts.append(node.text or "")
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n\n".join(filter(None, lines))
