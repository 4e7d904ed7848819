"""Plain English text, one article a file.

It may begin with a front matter, which says where it comes from:

    ---
    title: President Ends Visit
    publisher: The Daily News
    author: Mira Holm
    date: 2024-05-17
    url: https://news.example/visit
    ---
    The text begins here …

The text is what follows it, with each line's end made a line feed. UTF-8 (with or without a byte order mark), UTF-16
with a byte order mark, and Windows-1252 (the printable part of Latin-1 is the same) are understood.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from kg.articles.cleaning import MAX_LENGTH
from kg.articles.records import Record
from kg.errors import KgError

__all__ = ["decoded", "read"]

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_HTML = re.compile(r"\s*<(!doctype|html|\?xml)", re.IGNORECASE)
_JSON = re.compile(r'\s*(\{\s*"|\[\s*\{)')
_PACKED = (b"\x1f\x8b", b"PK\x03\x04", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")  # gzip, zip, bzip2, xz, zstd


def read(file: BinaryIO, name: str, fields: Mapping[str, str]) -> Iterator[Record]:
    """The one article in a file; `fields` changes nothing. Raises KgError where it is no text."""
    data = file.read(4 * MAX_LENGTH + 1)  # no encoding of ours takes more than four bytes for a character
    text = decoded(data, name)
    if _HTML.match(text):
        raise KgError(f"{name}: is HTML or XML; read it with `--input html` or `--input feed`, or name it so")
    if _JSON.match(text):
        raise KgError(f"{name}: is JSON; give one article a line and read it with `--input jsonl`, or name it .jsonl")
    about, text = _split(text.replace("\r\n", "\n").replace("\r", "\n"), name)
    yield Record(name, text, about)


def decoded(data: bytes, name: str) -> str:
    """The text of bytes. Raises KgError where they are none."""
    if data.startswith(_PACKED):
        raise KgError(f"{name}: is packed; unpack it first")
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
