"""From a place to the records there: a file is opened, an address fetched, and read in its form."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import urlsplit

from kg.articles.forms import form_of_file, form_of_type, reader
from kg.articles.records import Record, Skipped
from kg.articles.sources import Place, is_url
from kg.errors import KgError

__all__ = ["records"]


def records(
    place: Place, form: str | None, fields: Mapping[str, str], allow_private: bool
) -> Iterator[Record | Skipped]:
    """What is at a place, in a form (None: that of its ending, or of its media type).

    Raises KgError where it cannot be opened or fetched, or is not in that form.
    """
    if is_url(place.source):
        yield from _fetched(place.source, form, fields, allow_private)
        return
    where = "standard input" if place.source == "-" else place.source
    with _opened(place.source, where) as file:
        yield from reader(form or form_of_file(Path(place.source)))(file, where, fields)


def _fetched(url: str, form: str | None, fields: Mapping[str, str], allow_private: bool) -> Iterator[Record | Skipped]:
    from kg.articles.fetching import fetch
    from kg.articles.pages import article_of_page, decoded_page

    found = fetch(url, allow_private)
    form = form or form_of_type(found.media) or _form_of_path(found.url)
    if form is None:
        raise KgError(f"{url}: is of the type {found.media}, no form of article; say which it is by --input")
    if form == "html":
        yield article_of_page(decoded_page(found.data, url, found.charset), url, found.url)
        return
    for one in reader(form)(BytesIO(found.data), url, fields):
        if isinstance(one, Record) and not one.key:
            one = replace(one, about={"url": found.url, **one.about})
        yield one


def _form_of_path(url: str) -> str | None:
    path = PurePosixPath(urlsplit(url).path)
    form = form_of_file(Path(path))
    return form if form != "text" or path.suffix == ".txt" else None


@contextmanager
def _opened(source: str, where: str) -> Iterator[BinaryIO]:
    try:
        if source == "-":
            yield sys.stdin.buffer
            return
        with Path(source).open("rb") as file:
            yield file
    except OSError as error:
        reason = error.strerror or error
        raise KgError(f"{where}: cannot be read ({reason}); check the path and its permissions") from error
