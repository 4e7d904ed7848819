"""Text as it may stand in a graph: line feeds, no control characters, not too long; days as ISO has them."""

import re
from collections.abc import Mapping
from datetime import date as Date
from email.utils import parsedate_to_datetime

from kg.errors import KgError

__all__ = ["MAX_LENGTH", "check_day", "day", "meta", "text_of"]

MAX_LENGTH = 1_000_000
"""The longest text that is read, in characters; spaCy's parser takes no longer one."""

_ABOUT = ("title", "publisher", "date", "url", "author")
_LONGEST_WORD = 2_000  # characters; addresses on the web are the longest
_FEW = 1_000  # signs that cost little
_SIGNS = re.compile(r"[^\w\s]")
_MAX_META = 2_000  # characters of a title, an address
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# What no XML document may hold (XML 1.0, 2.2), and so no graph in RDF/XML: control characters, lone surrogates.
_NOT_XML = re.compile("[^\t\n\x20-\x7e\x80-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_META_NOISE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]+")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:.*)?", re.ASCII | re.DOTALL)


def text_of(raw: str, name: str) -> str:
    """A text with line feeds at the ends of its lines, and U+FFFD for each character that XML cannot hold.

    Every character stands for one, but for a carriage return before a line feed. Raises KgError where the text is
    binary, too long, or has no words.
    """
    if len(raw) > 2 * MAX_LENGTH:  # before any work
        raise KgError(f"{name}: is longer than {MAX_LENGTH:,} characters; split it into its articles")
    text = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\v", "\n")
    if "\0" in text or len(_CONTROL.findall(text)) > len(text) / 100:
        raise KgError(f"{name}: is binary, not text; save the article as plain text in UTF-8")
    if not text.strip():
        raise KgError(f"{name}: is empty; give a file with an article's text")
    if len(text) > MAX_LENGTH:
        raise KgError(f"{name}: is longer than {MAX_LENGTH:,} characters; split it into its articles")
    _check_words(text, name)
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _check_words(text: str, name: str) -> None:
    """Raise KgError for what is no prose, and costs a tokenizer time that grows with the square of its length."""
    if (longest := max(map(len, text.split()))) > _LONGEST_WORD:
        raise KgError(f"{name}: holds {longest:,} characters without a space; it is no prose in English")
    signs = len(_SIGNS.findall(text))
    if signs > _FEW and signs > 2 * sum(map(str.isalnum, text)):
        raise KgError(f"{name}: holds more punctuation than letters; it is no prose in English")


def meta(value: str) -> str:
    """A title, name or address on one line, without what moves a cursor or turns the direction of writing."""
    return " ".join(_META_NOISE.sub(" ", value[:_MAX_META]).split())


def check_day(day: str, name: str) -> None:
    """Raise KgError where a day is not written YYYY-MM-DD, or there is none such."""
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", day, re.ASCII):
            raise ValueError
        Date.fromisoformat(day)
    except ValueError as error:
        raise KgError(f"{name}: its date {day[:40]!r} is not a day; write it like 2024-05-17") from error


def day(written: str, name: str) -> str:
    """The day of a date as records and feeds write it: ISO 8601 with or without a time, or RFC 5322, as at its place.

    Raises KgError for any other: "05/06/2024" is a day in May or in June.
    """
    found = _DAY.fullmatch(written.strip())
    if found is None:
        try:
            return parsedate_to_datetime(written[:100]).date().isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            pass
    text = found[1] if found else written.strip()
    check_day(text, name)
    return text


def clean_about(about: Mapping[str, str], name: str) -> dict[str, str]:
    """What is known of an article, as a graph may hold it; what is empty, or nothing of ours, is left out."""
    cleaned = {key: meta(about.get(key, "")) for key in _ABOUT}
    if cleaned.get("date"):
        cleaned["date"] = day(cleaned["date"], name)
    return {key: value for key, value in cleaned.items() if value}
