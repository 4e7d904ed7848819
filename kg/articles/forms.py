"""The forms in which articles come, told by a file's ending or a page's type; each is read by a module of its own."""

from importlib import import_module
from pathlib import Path
from typing import cast

from kg.articles.records import Reader
from kg.errors import KgError

__all__ = ["FORMS", "form_of_file", "form_of_type", "is_form", "reader"]

_FEEDS = ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml")
FORMS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "text": ("plain", (".txt", ".text", ".md"), ("text/plain", "text/markdown")),
    "jsonl": ("jsonl", (".jsonl", ".ndjson"), ("application/jsonl", "application/x-ndjson")),
    "csv": ("tables", (".csv", ".tsv"), ("text/csv", "text/tab-separated-values")),
    "parquet": ("parquet", (".parquet",), ("application/vnd.apache.parquet",)),
    "feed": ("feeds", (".rss", ".atom", ".xml"), _FEEDS),
    "html": ("pages", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml")),
}
"""The module, the endings and the media types of each form."""


def form_of_file(path: Path) -> str:
    """The form of a file; one with an ending that no form has is taken for text."""
    suffix = path.suffix.lower()
    return next((form for form, (_, suffixes, _) in FORMS.items() if suffix in suffixes), "text")


def form_of_type(media: str) -> str | None:
    """The form of what is served as a media type, such as "text/html; charset=utf-8"; None where there is none."""
    plain = media.partition(";")[0].strip().lower()
    return next((form for form, (_, _, types) in FORMS.items() if plain in types), None)


def is_form(path: Path) -> bool:
    """Whether a file's ending is that of a form."""
    return any(path.suffix.lower() in suffixes for _, suffixes, _ in FORMS.values())


def reader(form: str) -> Reader:
    """How a form is read. Raises KgError where there is no such form."""
    if form not in FORMS:
        raise KgError(f"{form}: no such form of input; choose one of {', '.join(FORMS)}")
    return cast(Reader, import_module(f"kg.articles.{FORMS[form][0]}").read)
