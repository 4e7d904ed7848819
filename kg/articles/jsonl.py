"""JSON Lines: an article a line, an object with its fields."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from kg.articles.cleaning import MAX_LENGTH
from kg.articles.records import Record, Skipped, tidy_fields

__all__ = ["read"]

_LONGEST = 8 * MAX_LENGTH  # bytes of a line: JSON may write a letter of two bytes in six


def read(file: BinaryIO, name: str, fields: Mapping[str, str]) -> Iterator[Record | Skipped]:
    """The articles in the lines of a file, one line held at a time; a line that is broken or too long is skipped."""
    for number, line in enumerate(_lines(file), start=1):
        where = f"{name}:{number}"
        if line is None:
            yield Skipped(where, f"is a line longer than {_LONGEST:,} bytes; give an article a line")
        elif line.strip():
            yield _record(line, where, fields, number)


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is too long to be held."""
    while line := file.readline(_LONGEST + 1):
        if len(line) <= _LONGEST:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(_LONGEST)
        yield None


def _record(line: bytes, where: str, fields: Mapping[str, str], number: int) -> Record | Skipped:
    try:
        values: Any = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # ValueError: no UTF-8, no JSON, a number too long
        return Skipped(where, f"not valid JSON in UTF-8 ({str(error)[:100]}); mend the line")
    if not isinstance(values, dict):
        return Skipped(where, "not a JSON object; give one with the article's fields")
    return record(values, where, fields, number)


def record(values: Mapping[str, object], where: str, fields: Mapping[str, str], number: int) -> Record | Skipped:
    """The article in named values, known by its id or else by its number among the others."""
    found = tidy_fields(values, fields)
    key, text = found.pop("id", "") or f"{number:04}", found.pop("text", "")
    if not text:
        named = fields.get("text", "text")
        there = " ".join(", ".join(sorted(values))[:200].split())
        return Skipped(where, f"no text in its field {named!r}; it has {there or 'none'}: name it by --field text=NAME")
    return Record(where, text, found, key)
