"""What the modules of the forms hand on: an article's text and what is known of it, as the source has it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

__all__ = ["FIELDS", "Reader", "Record", "Skipped", "tidy_fields"]

FIELDS = ("text", "title", "date", "publisher", "url", "author", "id")
"""What may be known of an article, by the names that fields have unless others are given."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source, or one article in it, that gives no article: where it stands, and why, in one line."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """An article as it stands in a source.

    `where` names it for people ("news.jsonl:3"). `about` holds title, publisher, date, url and author as they are
    written there. `key` tells it from the others in its source: its id, or its number; it is empty where the source
    is one article.
    """

    where: str
    text: str
    about: Mapping[str, str] = field(default_factory=dict)
    key: str = ""


type Reader = Callable[[BinaryIO, str, Mapping[str, str]], Iterator[Record | Skipped]]
"""How a form is read: from an open file, the name of the source, and the names of its fields by ours.

A reader holds little of the file at a time, skips what is broken in one article and raises KgError for the file's.
"""


def tidy_fields(values: Mapping[str, object], fields: Mapping[str, str]) -> dict[str, str]:
    """The fields that we know, of a record with any: text, numbers as text, lists joined; the rest is left out."""
    found = ((ours, _words(values.get(fields.get(ours, ours)))) for ours in FIELDS)
    return {ours: words for ours, words in found if words}


def _words(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(_words, value)))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return "" if value is None or isinstance(value, bool | dict | bytes) else str(value)  # days and times
    return str(value)
