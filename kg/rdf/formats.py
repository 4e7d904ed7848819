"""Graphs as files in the usual formats: the same graph gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from kg.errors import KgError
from kg.files import write_all
from kg.rdf.annotations import is_annotated
from kg.rdf.bridge import from_rdflib
from kg.rdf.namespaces import BASE, prefixes

if TYPE_CHECKING:
    import rdflib

__all__ = ["FORMATS", "check_annotations", "format_named", "serialize", "write_files"]

FORMATS: dict[str, tuple[str, ...]] = {
    "turtle": (".ttl",),
    "trig": (".trig",),
    "ntriples": (".nt",),
    "nquads": (".nq",),
    "jsonld": (".jsonld", ".json"),
    "rdfxml": (".rdf", ".xml"),
}
"""The formats and their extensions, the usual one first."""

_OXIGRAPH = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
# XML 1.0, 2.2: control characters may not stand in a document at all. One character for one keeps all offsets.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def format_named(name: str) -> str:
    """The key in FORMATS for a format's name or extension ("turtle", "ttl" or ".ttl"). Raises KgError for others."""
    for format_, extensions in FORMATS.items():
        if name.lower() == format_ or f".{name.lower().removeprefix('.')}" in extensions:
            return format_
    raise KgError(f"{name}: no such format; choose one of {', '.join(FORMATS)}")


def check_annotations(format: str) -> None:
    """Raise KgError where a key of FORMATS is of a format that cannot hold the annotations of RDF 1.2."""
    if format == "jsonld":
        raise KgError("jsonld: cannot hold the annotations of RDF 1.2; choose another --format")


def serialize(dataset: rdflib.Dataset | Iterable[ox.Quad], format: str, base: str = BASE) -> bytes:
    """A dataset in one of FORMATS, sorted. A format without named graphs holds them merged, each triple once.

    `base` is the IRI below which the facts lie, for the prefixes.

    Raises KgError where there is no such format, or it cannot hold the triple terms of RDF 1.2.
    """
    format = format_named(format)
    target = _OXIGRAPH[format]
    quads = list(_quads(dataset))
    if is_annotated(quads):
        check_annotations(format)
    # RDF/XML has no CURIEs, and the serializer abbreviates properties by itself.
    statements: list[ox.Quad] | list[ox.Triple]
    if target.supports_datasets:
        statements = sorted(set(quads), key=lambda q: (str(q.graph_name), *_key(q)))
    else:
        statements = sorted({q.triple for q in quads}, key=_key)
    names = None if format in ("ntriples", "nquads") else _used(prefixes(base), statements)
    data = ox.serialize(statements, format=target, prefixes=names)
    assert data is not None
    if format == "rdfxml":
        return _as_xml(data)
    return _in_paragraphs(data) if format in ("turtle", "trig") else data


def _as_xml(document: bytes) -> bytes:
    """RDF/XML whose text a parser gives back: 2.11 of XML 1.0 would make each bare CR a line feed."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", document.decode()).replace("\r", "&#13;").encode()


def _in_paragraphs(turtle: bytes) -> bytes:
    """Turtle with its prefixes sorted and a blank line before each subject; line breaks in text are escaped there."""
    head, body = [], []
    for line in turtle.decode().removesuffix("\n").split("\n"):
        if line.startswith("@prefix"):
            head.append(line)
        else:
            body.append(line if line[:1] in ("\t", "}") or line.startswith("  ") else f"\n{line}")
    return "\n".join([*sorted(head), *body, ""]).encode()


def _used(names: dict[str, str], statements: Iterable[ox.Quad] | Iterable[ox.Triple]) -> dict[str, str]:
    """The prefixes that some IRI can be written with."""
    terms = {term for statement in statements for term in statement}
    types = {term.datatype for term in terms if isinstance(term, ox.Literal)}
    iris = (term.value for term in terms | types if isinstance(term, ox.NamedNode))
    namespaces = {iri[: max(iri.rfind("/"), iri.rfind("#")) + 1] for iri in iris}
    return {name: namespace for name, namespace in names.items() if namespace in namespaces}


def _quads(dataset: rdflib.Dataset | Iterable[ox.Quad]) -> Iterable[ox.Quad]:
    return from_rdflib(cast("rdflib.Dataset", dataset)) if hasattr(dataset, "quads") else dataset


def _key(statement: ox.Quad | ox.Triple) -> tuple[str, bool, str, str]:
    """By subject, its type first, then by property and value."""
    predicate = statement.predicate.value
    return str(statement.subject), predicate != _TYPE, predicate, str(statement.object)


def write_files(
    dataset: rdflib.Dataset | Iterable[ox.Quad], stem: Path, formats: Iterable[str], base: str = BASE
) -> list[Path]:
    """Write a dataset to `stem` with the extension of each format; returns the files.

    Raises KgError where a file cannot be written; no file is left half-written.
    """
    quads = list(_quads(dataset))
    return write_all({stem.with_name(stem.name + FORMATS[name][0]): serialize(quads, name, base) for name in formats})
