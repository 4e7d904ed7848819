"""RSS and Atom: the entries of a feed that hold their whole text."""

from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import Any, BinaryIO

from kg.articles.cleaning import MAX_LENGTH
from kg.articles.pages import text_of_fragment
from kg.articles.records import Record, Skipped
from kg.errors import KgError

__all__ = ["read"]

_LONGEST = 16 * MAX_LENGTH  # bytes
_LEAST = 60  # words of a whole text; what is shorter is a teaser


def read(file: BinaryIO, name: str, fields: Mapping[str, str]) -> Iterator[Record | Skipped]:
    """The articles in a feed's entries; `fields` changes nothing. Raises KgError where it is no feed."""
    data = file.read(_LONGEST + 1)
    if len(data) > _LONGEST:
        raise KgError(f"{name}: is longer than {_LONGEST:,} bytes; split it into its articles")
    if b"<!ENTITY" in data.replace(b"\0", b""):  # in UTF-16 too; what entities stand for may be of any length
        raise KgError(f"{name}: defines entities, as no feed does; take its DTD out")
    import feedparser  # type: ignore[import-untyped]

    feed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version"):
        raise KgError(f"{name}: is no RSS or Atom feed; give one, or a page as .html")
    publisher = _words(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, start=1):
        yield _record(entry, publisher, f"{name}, entry {number}", number)


def _record(entry: Any, publisher: str, where: str, number: int) -> Record | Skipped:
    parts = [part.get("value", "") for part in entry.get("content", ())] or [entry.get("summary", "")]
    text = max(map(text_of_fragment, parts), key=len, default="")
    link = _words(entry.get("link"))
    if len(text.split()) < _LEAST:
        return Skipped(where, f"holds no whole text, only a teaser; give the page{f', {link}' if link else ''}")
    about = {
        "title": _words(entry.get("title")),
        "publisher": publisher,
        "date": _day(entry),
        "url": link,
        "author": _words(entry.get("author")),
    }
    return Record(where, text, about, _words(entry.get("id")) or link or f"{number:04}")


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""


def _day(entry: Any) -> str:
    """The day at the place where the entry was published, or else in UTC; "" where it is not said."""
    written = _words(entry.get("published")) or _words(entry.get("updated"))
    if written[:4].isdigit():
        return written
    try:
        return parsedate_to_datetime(written[:100]).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        parsed = entry.get("published_parsed") or entry.get("updated_parsed")
        return f"{parsed[0]:04}-{parsed[1]:02}-{parsed[2]:02}" if parsed else ""
