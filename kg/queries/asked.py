"""Which triples of a graph a query can ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.rdf.namespaces import PREFIXES

__all__ = ["predicates"]

# rdflib takes but one prefix for a namespace, and two of ours are of one.
_APART = {prefix: f"urn:x-prefix:{prefix}#" for prefix in PREFIXES}


def predicates(query: str) -> frozenset[str] | None:
    """The IRIs of the predicates that a query asks for; None where it may ask for any, or for graphs by name.

    Told from its algebra, as rdflib has it. What rdflib cannot read, such as SPARQL 1.2, may ask for any.
    """
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        algebra = translateQuery(parseQuery(query), initNs=_APART).algebra
        found = {None} if algebra.name == "DescribeQuery" or algebra.datasetClause else set(_predicates(algebra))
    except Exception:  # rdflib raises many kinds; who runs the query tells what is wrong with it
        return None
    return None if None in found else frozenset(map(_whole, filter(None, found)))


def _predicates(part: Any) -> Iterator[str | None]:
    """The predicates of a part of an algebra; None for any."""
    from rdflib.plugins.sparql.parserutils import CompValue

    if isinstance(part, CompValue):
        if part.name == "Graph":
            yield None
        for name, value in part.items():
            if name == "triples":
                for _, predicate, _ in value:
                    yield from _of(predicate)
            elif name != "template":  # of CONSTRUCT: what is made, not what is asked for
                yield from _predicates(value)
    elif isinstance(part, list | tuple | set):
        for one in part:
            yield from _predicates(one)


def _of(predicate: Any) -> Iterator[str | None]:
    """The predicates of a property path."""
    from rdflib import URIRef
    from rdflib.paths import AlternativePath, InvPath, MulPath, SequencePath

    match predicate:
        case URIRef():
            yield str(predicate)
        case InvPath():
            yield from _of(predicate.arg)
        case MulPath() if not predicate.zero:  # a path of no steps leads from anything to itself
            yield from _of(predicate.path)
        case SequencePath() | AlternativePath():
            for step in predicate.args:
                yield from _of(step)
        case _:
            yield None


def _whole(iri: str) -> str:
    prefix, mark, name = iri.removeprefix("urn:x-prefix:").partition("#")
    return PREFIXES[prefix] + name if mark and iri.startswith("urn:x-prefix:") else iri
