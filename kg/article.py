"""Articles from files and from standard input.

An article is plain English text. It may begin with a front matter, which says where it comes from:

    ---
    title: President Ends Visit
    publisher: The Daily News
    date: 2024-05-17
    url: https://news.example/visit
    ---
    The text begins here …

The text is what follows it, with each line's end made a line feed. UTF-8 (with or without a byte order mark), UTF-16
with a byte order mark, and Windows-1252 (the printable part of Latin-1 is the same) are understood.
"""

from __future__ import annotations

import re
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping
from datetime import date as Date
from pathlib import Path

from kg.errors import KgError
from kg.model import Article

__all__ = ["MAX_LENGTH", "read_article"]

MAX_LENGTH = 1_000_000
"""The longest text that is read, in characters; spaCy's parser takes no longer one."""

_FIELDS = ("title", "publisher", "date", "url")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_HTML = re.compile(r"\s*<(!doctype|html|\?xml)", re.IGNORECASE)
# About a quarter of the words in English prose are one of these; in other languages hardly any word is.
_FUNCTION_WORDS = frozenset({"the", "of", "and", "to", "that", "with", "for", "by", "from", "has"})


def read_article(
    source: str | Path,
    *,
    title: str | None = None,
    publisher: str | None = None,
    date: str | None = None,
    url: str | None = None,
) -> Article:
    """Read the article in a file, or on standard input if `source` is "-".

    What is given here goes before what the front matter says; `date` is the day of publication as YYYY-MM-DD.
    Raises KgError where there is no such file, or it is not a readable English text.
    """
    name = "standard input" if str(source) == "-" else str(source)
    text = _decode(_read(source, name), name)
    fields, text = _split(text.replace("\r\n", "\n").replace("\r", "\n"), name)
    fields |= {k: v for k, v in zip(_FIELDS, (title, publisher, date, url), strict=True) if v is not None}
    _check_text(text, name)
    _check_date(fields.get("date"), name)
    stem = "article" if str(source) == "-" else Path(source).stem
    return Article(text, stem, **{field: fields.get(field) or None for field in _FIELDS})


def _read(source: str | Path, name: str) -> bytes:
    limit = 4 * MAX_LENGTH  # no encoding of ours takes more than four bytes for a character
    try:
        if str(source) == "-":
            return sys.stdin.buffer.read(limit + 1)
        with Path(source).open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError as error:
        raise KgError(f"{name}: no such file; check the path") from error
    except IsADirectoryError as error:
        raise KgError(f"{name}: is a folder; give the files in it, such as {Path(name) / '*.txt'}") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = getattr(error, "strerror", None) or error
        raise KgError(f"{name}: cannot be read ({reason}); check the path and its permissions") from error


def _decode(data: bytes, name: str) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encoding = "utf-16"
    elif b"\0" in data:
        raise KgError(f"{name}: is binary, not text; save the article as plain text in UTF-8")
    else:
        encoding = "utf-8-sig" if _is_utf8(data, name) else "cp1252"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise KgError(
            f"{name}: is not text in UTF-8, UTF-16 or Latin-1 (byte {error.start}); save it as plain text in UTF-8"
        ) from error
    if "\0" in text or len(_CONTROL.findall(text)) > len(text) / 100:
        raise KgError(f"{name}: is binary, not text; save the article as plain text in UTF-8")
    return text


def _is_utf8(data: bytes, name: str) -> bool:
    """Whether bytes are UTF-8. What nearly is, is not taken for another encoding: its words would turn to garbage."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", errors="replace")
        broken = text.count("\N{REPLACEMENT CHARACTER}")
        if sum(not c.isascii() for c in text) > 2 * broken:
            raise KgError(
                f"{name}: is broken UTF-8 (byte {error.start}); save it again as plain text in UTF-8"
            ) from error
        return False
    return True


def _split(text: str, name: str) -> tuple[dict[str, str], str]:
    """The fields of the front matter, and the text behind it."""
    head, *lines = text.split("\n")
    if head.rstrip() != "---":
        return {}, text
    ends = (number for number, line in enumerate(lines) if line.rstrip() == "---")
    end = next(ends, None)
    if end is None:
        raise KgError(f"{name}: its front matter does not end; put a line `---` behind it")
    return dict(_fields(lines[:end], name)), "\n".join(lines[end + 1 :])


def _fields(lines: list[str], name: str) -> Mapping[str, str]:
    fields = {}
    for number, line in enumerate(lines, start=2):
        key, colon, value = line.partition(":")
        if not line.strip() or line.startswith("#"):
            continue
        if not colon:
            raise KgError(f"{name}: line {number} of its front matter is not `name: value`; mend it or take it out")
        value = value.strip()
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
        fields[key.strip().lower()] = value[1:-1] if quoted else value
    return fields


def _check_text(text: str, name: str) -> None:
    if not text.strip():
        raise KgError(f"{name}: is empty; give a file with an article's text")
    if len(text) > MAX_LENGTH:
        raise KgError(f"{name}: is longer than {MAX_LENGTH:,} characters; split it into its articles")
    if _HTML.match(text):
        raise KgError(f"{name}: is HTML or XML; give the article's text alone")
    if language := _foreign(text):
        raise KgError(f"{name}: seems to be written in {language!r}, not in English; give an English article")


def _foreign(text: str) -> str | None:
    """The ISO 639-1 code of the text's language if that is not English, and there is enough text to tell."""
    words = re.findall(r"\w+", text.lower())
    if sum(map(len, words)) < 80 or sum(w in _FUNCTION_WORDS for w in words) >= len(words) / 15:
        return None
    import py3langid  # its model takes half a second to load; plain English needs none

    language = str(py3langid.classify(text)[0])
    return None if language == "en" else language


def _check_date(date: str | None, name: str) -> None:
    if not date:
        return
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", date, re.ASCII):
            raise ValueError
        Date.fromisoformat(date)
    except ValueError as error:
        raise KgError(f"{name}: its date {date!r} is not a day; write it like 2024-05-17") from error
