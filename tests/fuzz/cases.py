"""Articles out of any bytes: what is fuzzed, the same for atheris and for Hypothesis."""

import io
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.articles.forms import FORMS, reader
from kg.articles.naming import digest
from kg.articles.records import Record
from kg.articles.stream import article_of
from kg.build import readings
from kg.errors import KgError
from kg.model import Article
from kg.rdf.check import offsets
from kg.rdf.formats import serialize
from kg.rdf.write import to_quads

__all__ = ["conforms", "read"]


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
    """Build the graph of each article; fail unless it parses again in every format, with all words in their place."""
    number = 0
    for reading in readings(articles):
        number += 1
        quads = set(to_quads([reading]))
        triples = {quad.triple for quad in quads}
        for format_, syntax in (("turtle", ox.RdfFormat.TURTLE), ("rdfxml", ox.RdfFormat.RDF_XML)):
            assert {q.triple for q in ox.parse(serialize(quads, format_), syntax)} == triples, reading.article
        for format_, syntax in (("nquads", ox.RdfFormat.N_QUADS), ("jsonld", ox.RdfFormat.JSON_LD)):
            assert set(ox.parse(serialize(quads, format_), syntax)) == quads, reading.article
        store = ox.Store()
        store.extend(quads)
        assert list(offsets(store)) == [], reading.article
    return number


assert set(FORMS) >= {"text", "jsonl", "csv", "feed", "html"}
