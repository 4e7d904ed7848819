"""RDF terms for the values of the model: text, names, numbers, times."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import pyoxigraph as ox

from kg.rdf.iris import ascii_iri, number
from kg.rdf.namespaces import KG, XSD

__all__ = ["Triple", "decimal", "iri", "link", "name", "text", "time", "times", "whole"]

type Term = ox.NamedNode | ox.Literal
type Triple = tuple[ox.NamedNode, ox.NamedNode, Term]

_PARTS = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "date"),
    (re.compile(r"\d{4}-\d\d"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
)


@lru_cache(maxsize=4096)
def iri(value: str) -> ox.NamedNode:
    """The node of an IRI, percent-encoded where it is not ASCII."""
    return ox.NamedNode(ascii_iri(value))


def text(value: str) -> ox.Literal:
    """A plain string."""
    return ox.Literal(value)


def name(value: str) -> ox.Literal:
    """A name in English."""
    return ox.Literal(value, language="en")


def link(value: str) -> ox.Literal:
    """An address on the web, percent-encoded where it is not ASCII."""
    return ox.Literal(ascii_iri(value), datatype=XSD.term("anyURI"))


def whole(value: int) -> ox.Literal:
    """A number that counts something, as NIF types its offsets."""
    return ox.Literal(str(value), datatype=XSD.term("nonNegativeInteger"))


def decimal(value: Decimal | float) -> ox.Literal:
    """A decimal number."""
    return ox.Literal(number(Decimal(str(value))), datatype=XSD.term("decimal"))


def time(value: str) -> ox.Literal:
    """A day, month or year with its XSD type; anything else ("2024-Q1", "FUTURE_REF") as a string."""
    for pattern, datatype in _PARTS:
        if pattern.fullmatch(value):
            return ox.Literal(value, datatype=XSD.term(datatype))
    return text(value)


def times(subject: ox.NamedNode, value: str) -> Iterator[Triple]:
    """When something is: `:date`; of an interval `:interval` with its own text, `:startDate` and `:endDate`."""
    start, slash, end = value.partition("/")
    if not slash:
        yield subject, KG.term("date"), time(value)
        return
    yield subject, KG.term("interval"), text(value)
    for key, part in (("startDate", start), ("endDate", end)):
        if part not in ("", ".."):
            yield subject, KG.term(key), time(part)
