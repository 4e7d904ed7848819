"""Stable IRIs: the same content has the same IRI in every run. All are ASCII."""

import hashlib
import re
import unicodedata
from dataclasses import fields
from decimal import Decimal
from urllib.parse import quote

from kg.model import Agreement, Appointment, Article, Fact, Meeting, Membership, Passage, Statement, Visit

__all__ = [
    "article_iri", "ascii_iri", "digest", "event_iri", "fact_iri", "graph_iri", "local_name", "number", "passage_iri",
    "slug",
]  # fmt: skip

_NOT_CONTENT = {"rule", "confidence", "asserter", "evidence"}
_DAY = r"\d{4}-\d\d(-\d\d)?"
_DAYS = re.compile(rf"{_DAY}(/{_DAY})?")
_YEARS = re.compile(rf"\d{{4}}|{_DAYS.pattern}")


def slug(text: str) -> str:
    """Lower-case ASCII words with hyphens between them: "São Tomé" gives "sao-tome"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-")


def digest(*parts: str, length: int = 8) -> str:
    """The first hexadecimal digits of the SHA-256 of the parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:length]


def article_iri(article: Article, base: str) -> str:
    """The IRI of an article: its name and a hash of its text."""
    return f"{base}article/{slug(article.name) or 'article'}-{digest(article.text)}"


def graph_iri(article: Article, base: str) -> str:
    """The IRI of the named graph that holds what an article says; it stays when the article's text changes.

    An article is the same if its address is. Without one it is the same if its name, publisher and date are, as far
    as they are known; one of which nothing is known (standard input) if its text is.
    """
    if article.url:
        address = re.sub(r"^[a-z]+://|/?(#.*)?$", "", article.url, flags=re.IGNORECASE)
        return f"{base}graph/{slug(address) or 'article'}-{digest(address, length=12)}"
    about = (article.publisher or "", article.date or "")
    nameless = article.name == Article.__dataclass_fields__["name"].default and not any(about)
    key = (article.text,) if nameless else (article.name, *about)
    return f"{base}graph/{slug(article.name) or 'article'}-{digest(*key, length=12)}"


def passage_iri(article: str, passage: Passage) -> str:
    """The IRI of a passage by its offsets, as RFC 5147 writes a range of characters."""
    return f"{article}#char={passage.start},{passage.end}"


def fact_iri(fact: Fact, kind: str, article: str, base: str) -> str:
    """The IRI of a fact of a kind ("visit" …): by its content and its article, wherever the article says it.

    A statement is what its passage says, so that every statement has an IRI of its own.
    """
    # A number that is no range has the IRI that it had when there were none.
    told = {f.name: getattr(fact, f.name) for f in fields(fact) if f.name not in _NOT_CONTENT}
    content = [f"{name}={_key(value)}" for name, value in told.items() if name != "upper" or value is not None]
    if isinstance(fact, Statement):
        content.append(f"evidence={_key(fact.evidence)}")
    return f"{base}{kind}/{digest(kind, article, *content, length=12)}"


def event_iri(fact: Fact, kind: str, base: str) -> str | None:
    """The IRI that an event has in all articles that tell of it: by who took part, what it was, when, and how real.

    An event is told by its date, to the month at least, and for what changes once in a year to the year; None is
    given where it is not known. Articles may differ in the rest: where exactly one went, how official it was.
    """
    key: tuple[object, ...]
    match fact:
        case Visit(date=str(day)) if _DAYS.fullmatch(day):
            key = (fact.visitor, fact.country or fact.destination, day, fact.modality)
        case Meeting(date=str(day)) if _DAYS.fullmatch(day):
            apart = fact.kind if fact.kind in ("call", "interview") else None
            key = (fact.participants, apart, day, fact.modality)
        case Agreement(date=str(day)) if _DAYS.fullmatch(day):
            about = fact.sectors or slug(fact.name or "")
            key = (fact.parties, fact.kind, about, day, fact.modality)
        case Appointment(date=str(day)) if _YEARS.fullmatch(day):
            key = (fact.person, fact.title, fact.of, fact.change, day)
        case Membership(date=str(day)) if _YEARS.fullmatch(day):
            key = (fact.member, fact.body, fact.role, day, fact.modality)
        case _:
            return None
    return f"{base}{kind}/{digest(kind, *map(_key, key), length=12)}"


def _key(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(sorted(map(_key, value)))
    if isinstance(value, Decimal):
        return number(value)
    return repr(value)


def number(value: Decimal) -> str:
    """A decimal number in plain digits, as short as it can be: 1E+3 gives "1000", 1.50 gives "1.5"."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def ascii_iri(iri: str) -> str:
    """An IRI as a URI: what is not ASCII, or may not stand in an IRI, is percent-encoded."""
    return quote(iri, safe="%/:=&?~#+!$,;'@()*")


def local_name(iri: str) -> str:
    """The last part of an IRI."""
    return iri.rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1]
