"""CSV and its kin: a header with the names of the fields, and an article a row."""

import csv
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from contextlib import suppress
from io import TextIOWrapper
from typing import BinaryIO, TextIO

from kg.articles.cleaning import MAX_LENGTH
from kg.articles.jsonl import record
from kg.articles.records import Record, Skipped
from kg.errors import KgError

__all__ = ["read"]

_LONGEST = 16 * MAX_LENGTH  # characters of a field, or of a line: what an unclosed quotation mark may take up
_DELIMITERS = ",;\t|"


def read(file: BinaryIO, name: str, fields: Mapping[str, str]) -> Iterator[Record | Skipped]:
    """The articles in the rows of a file, one row held at a time.

    Commas, semicolons, tabs or bars part the fields, whichever the header has most of. The text is in UTF-8, or in
    UTF-16 with a byte order mark. Raises KgError where there is no header, and where rows can be told no more.
    """
    csv.field_size_limit(_LONGEST)
    text = _decoded(file)
    try:
        header = _first(text, name)
        rows = csv.reader(_lines(text, header), delimiter=max(_DELIMITERS, key=header.count))
        columns = [column.strip() for column in next(rows, [])]
        for number, row in enumerate(filter(None, rows), start=1):
            yield _record(dict(zip(columns, row, strict=False)), f"{name}, row {number}", fields, number)
    except (csv.Error, UnicodeError) as error:
        raise KgError(
            f"{name}: cannot be read on as CSV ({error}); look for a quotation mark that is not closed"
        ) from error
    finally:
        with suppress(ValueError):
            text.detach()  # the file is not ours to close


def _decoded(file: BinaryIO) -> TextIOWrapper:
    """The file as text, in which each byte that is none is a lone surrogate."""
    mark = getattr(file, "peek", lambda _: b"")(2)[:2]
    encoding = "utf-16" if mark in (BOM_UTF16_LE, BOM_UTF16_BE) else "utf-8-sig"
    return TextIOWrapper(file, encoding, errors="surrogateescape", newline="")


def _first(text: TextIO, name: str) -> str:
    header = text.readline(_LONGEST)
    if not header.strip() or "\0" in header or len(header) == _LONGEST:
        raise KgError(f"{name}: has no header; give the names of its fields in the first line")
    return header


def _lines(text: TextIO, header: str) -> Iterator[str]:
    yield header
    while line := text.readline(_LONGEST):
        if len(line) == _LONGEST:
            raise csv.Error(f"a line longer than {_LONGEST:,} characters")
        yield line


def _record(values: Mapping[str, str], where: str, fields: Mapping[str, str], number: int) -> Record | Skipped:
    if any("\udc80" <= c <= "\udcff" for value in values.values() if not value.isascii() for c in value):
        return Skipped(where, "is not UTF-8; save the file as CSV in UTF-8")
    return record(values, where, fields, number)
