"""Articles out of any bytes, and graphs out of these: what is fuzzed, the same for atheris and for Hypothesis."""

import io
from collections.abc import Iterable, Iterator

import pyoxigraph as ox
import rdflib

from kg.articles.forms import FORMS, reader
from kg.articles.naming import digest
from kg.articles.records import Record
from kg.articles.stream import article_of
from kg.build import readings
from kg.errors import KgError
from kg.model import Article
from kg.rdf.check import offsets
from kg.rdf.formats import FORMATS, serialize
from kg.rdf.write import to_quads
from kg.store import EXTENSIONS

__all__ = ["conforms", "read"]

assert set(FORMS) >= {"text", "jsonl", "csv", "feed", "html"}
_TEXT = {"string", "langString"}  # types whose values may be anything


def read(form: str, data: bytes) -> Iterator[Article]:
    """The articles in bytes of a form: those that are none raise nothing but KgError, which is the point."""
    try:
        for one in reader(form)(io.BytesIO(data), f"fuzz.{form}", {}):
            if isinstance(one, Record):
                try:
                    yield article_of(one, digest(data.hex()), {}, prose=False)
                except KgError as error:
                    assert "\n" not in str(error)
    except KgError as error:
        assert str(error)


def conforms(articles: Iterable[Article]) -> int:
    """Build the graph of each article; fail unless all words are in their place, and it is the same in every format."""
    number = 0
    for reading in readings(articles):
        number += 1
        quads = set(to_quads([reading]))
        for name, (extension, *_) in FORMATS.items():
            syntax = EXTENSIONS[extension]
            there = set(ox.parse(serialize(quads, name), syntax))
            wanted = quads if syntax.supports_datasets else {quad.triple for quad in quads}
            assert there == wanted or {getattr(one, "triple", one) for one in there} == wanted, (name, reading.article)
        assert list(_ill_typed(quads)) == [], reading.article
        store = ox.Store()
        store.extend(quads)
        assert list(offsets(store)) == [], reading.article
    return number


def _ill_typed(quads: Iterable[ox.Quad]) -> Iterator[str]:
    """The literals whose value is none of their type."""
    for one in {quad.object for quad in quads if isinstance(quad.object, ox.Literal)}:
        type_ = one.datatype.value
        if type_.rpartition("#")[2] not in _TEXT and rdflib.Literal(one.value, datatype=type_).ill_typed:
            yield str(one)
