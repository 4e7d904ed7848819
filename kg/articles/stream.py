"""Many articles from many sources, one after the other: each once, with a name of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.articles.cleaning import check_day, clean_about, text_of
from kg.articles.forms import reader
from kg.articles.naming import digest, name_of_record
from kg.articles.opening import records
from kg.articles.prose import check_english, check_prose
from kg.articles.records import FIELDS, Record, Skipped
from kg.articles.sources import Place, check_source, places
from kg.errors import KgError
from kg.model import Article

__all__ = ["article_of", "articles", "read_article"]


def articles(
    sources: Iterable[str],
    *,
    form: str | None = None,
    fields: Mapping[str, str] | None = None,
    title: str | None = None,
    publisher: str | None = None,
    date: str | None = None,
    url: str | None = None,
    author: str | None = None,
    allow_private: bool = False,
) -> Iterator[Article | Skipped]:
    """The articles of sources in their order, read as they are asked for; in place of each that is none, why.

    A source is a file, a folder (all articles below it, in the order of their paths), a pattern such as "news/*.txt",
    "-" for standard input, or an address on the web, which may be private only where that is allowed. The form of a
    file is told by its ending unless `form` is given, one of `kg.articles.forms.FORMS`. `fields` names the fields of
    records, by ours: {"text": "body"}. What is given of the title, publisher, date (YYYY-MM-DD), url and author goes
    before what the source says.

    Articles have different names, which serve as paths below a folder ("2024/05/visit"): of two that would have the
    same, the later is skipped. Little is held of a file at a time, and of articles read no more than their names.

    Raises KgError at once where a source is not there, or something given is wrong; later nothing is raised for what
    is wrong with an article.
    """
    given = _given(title=title, publisher=publisher, date=date, url=url, author=author)
    names = _names(fields or {})
    if form is not None:
        reader(form)
    sources = list(sources)
    for source in sources:
        check_source(source)
    found = (place for source in sources for place in places(source, everything=form is not None))
    return _apart(one for place in found for one in _read(place, form, names, given, allow_private))


def read_article(
    source: str | Path,
    *,
    title: str | None = None,
    publisher: str | None = None,
    date: str | None = None,
    url: str | None = None,
    author: str | None = None,
) -> Article:
    """Read the one article in a file or at an address on the web, or on standard input if `source` is "-".

    What is given here goes before what the source says; `date` is the day of publication as YYYY-MM-DD.
    Raises KgError where there is no such file, or it is not a readable English text, or holds several.
    """
    given = _given(title=title, publisher=publisher, date=date, url=url, author=author)
    check_source(str(source))
    if Path(source).is_dir():
        raise KgError(f"{source}: is a folder; give the files in it, such as {Path(source) / '*.txt'}")
    place = next(places(str(source)))
    assert isinstance(place, Place)
    found = records(place, None, {}, allow_private=False)
    one, other = next(found, None), next(found, None)
    if one is None or other is not None:
        raise KgError(f"{source}: holds {'several articles' if one else 'no article'}; give a file with one")
    if isinstance(one, Skipped):
        raise KgError(f"{one.source}: {one.reason}")
    return article_of(one, place.name, given, prose=False)


def _given(**about: str | None) -> dict[str, str]:
    if about["date"]:
        check_day(about["date"], "--date")
    return {key: value for key, value in about.items() if value is not None}


def _names(fields: Mapping[str, str]) -> Mapping[str, str]:
    if unknown := fields.keys() - set(FIELDS):
        raise KgError(f"--field {min(unknown)}: no such field of articles; choose one of {', '.join(FIELDS)}")
    return fields


def _read(
    place: Place | Skipped, form: str | None, fields: Mapping[str, str], given: Mapping[str, str], allow_private: bool
) -> Iterator[tuple[str, str, Article | Skipped]]:
    """The articles at a place, each with the place and where in it it stands; a fault ends it with what is wrong."""
    if isinstance(place, Skipped):
        yield place.source, place.source, place
        return
    try:
        for one in records(place, form, fields, allow_private):
            if isinstance(one, Skipped):
                yield place.source, one.source, one
                continue
            try:
                yield place.source, one.where, article_of(one, place.name, given, prose=True)
            except KgError as error:
                yield place.source, one.where, _skipped(one.where, error)
    except KgError as error:
        yield place.source, place.source, _skipped(place.source, error)
    except Exception as error:  # whatever the libraries of a form make of it, the articles elsewhere are read
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        yield place.source, place.source, Skipped(place.source, f"cannot be read ({reason}); please tell us of it")


def article_of(record: Record, name: str, given: Mapping[str, str], prose: bool) -> Article:
    """The article of a record. Raises KgError where it is none that can be read."""
    text = text_of(record.text, record.where)
    if prose:
        check_prose(text, record.where)
    check_english(text, record.where)
    return Article(text, name_of_record(name, record.key), **clean_about({**record.about, **given}, record.where))


def _apart(found: Iterable[tuple[str, str, Article | Skipped]]) -> Iterator[Article | Skipped]:
    """The articles whose names none before them has; `found` has the source and the place in it of each."""
    seen: dict[str, tuple[str, str]] = {}
    for source, where, one in found:
        if not isinstance(one, Article):
            yield one
            continue
        text = digest(one.text, 16)
        before, first = seen.get(one.name, ("", ""))
        if not before:
            seen[one.name] = text, source
            yield one
        elif before == text:
            yield Skipped(where, f"same as the article {one.name} of {first}")
        else:
            yield Skipped(where, f"would be called {one.name} like another article, of {first}; rename one of the two")


def _skipped(where: str, error: KgError) -> Skipped:
    return Skipped(where, " ".join(str(error).removeprefix(f"{where}: ").split()))
