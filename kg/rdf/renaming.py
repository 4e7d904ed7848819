"""The graph of an article with other IRIs for some people, as if it had been written with them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

import pyoxigraph as ox

from kg.model import Agreement, Appointment, Fact, Meeting, Membership, Passage, Visit
from kg.rdf.annotations import annotated, is_annotated, reified
from kg.rdf.iris import event_iri
from kg.rdf.namespaces import KG, RDF
from kg.rdf.nodes import CLASSES, PROPERTIES
from kg.rdf.shortcuts import shortcuts
from kg.rdf.terms import Triple

__all__ = ["followed", "renamed"]

type Names = Mapping[ox.NamedNode, ox.NamedNode]
"""Nodes, and what they are called instead."""
type About = Mapping[str, set[Any]]
"""The values of a fact's properties, by their names in our vocabulary; its classes by "type"."""

_TYPE, _STATEMENT = RDF.term("type"), RDF.term("Statement")
_EVENTS: tuple[type[Fact], ...] = (Visit, Meeting, Agreement, Appointment, Membership)
_LISTS = {"participants", "parties", "sectors"}


def renamed(quads: Iterable[ox.Quad], names: Names, graph: ox.NamedNode) -> set[ox.Quad]:
    """The quads of the named graph of an article with some nodes renamed, none to one that is there.

    What depends on the names is made anew: the IRIs of events of which other articles may tell, and the shortcuts.
    """
    quads = list(quads)
    if is_annotated(quads):
        return set(annotated(renamed(reified(quads), names, graph)))
    said = _without_shortcuts(quads)
    triples = list(_triples(said, _nodes(said, names, graph)))
    return {ox.Quad(*triple, graph) for triple in (*triples, *shortcuts(triples))}


def followed(
    follows: Iterable[ox.Quad], quads: Iterable[ox.Quad], names: Names, graph: ox.NamedNode
) -> Iterator[ox.Quad]:
    """What follows from the named graph of an article, as it follows when that is renamed."""
    follows = list(follows)
    triples = _triples(follows, _nodes(quads, names, graph))
    return (ox.Quad(*triple, quad.graph_name) for triple, quad in zip(triples, follows, strict=True))


def _nodes(quads: Iterable[ox.Quad], names: Names, graph: ox.NamedNode) -> dict[Any, Any]:
    """The nodes that are renamed, with those whose IRIs depend on them."""
    base = graph.value.rpartition("graph/")[0]
    new: dict[Any, Any] = dict(names)
    for node, about in _facts(quads).items():
        if _iri(about, base) == node.value:  # else it is the article's own
            other = {name: {new.get(value, value) for value in values} for name, values in about.items()}
            new[node] = ox.NamedNode(_iri(other, base) or node.value)
    return new


def _triples(quads: Iterable[ox.Quad], new: Mapping[Any, Any]) -> Iterator[Triple]:
    return ((new.get(q.subject, q.subject), q.predicate, new.get(q.object, q.object)) for q in quads)


def _without_shortcuts(quads: list[ox.Quad]) -> list[ox.Quad]:
    """The quads of a graph but for what the rules derive: statements, and what they state."""
    statements = {q.subject for q in quads if q.predicate == _TYPE and q.object == _STATEMENT}
    parts: defaultdict[Any, dict[str, Any]] = defaultdict(dict)
    for q in quads:
        if q.subject in statements:
            parts[q.subject][q.predicate.value.removeprefix(RDF)] = q.object
    stated = {(said.get("subject"), said.get("predicate"), said.get("object")) for said in parts.values()}
    return [q for q in quads if q.subject not in statements and (q.subject, q.predicate, q.object) not in stated]


def _facts(quads: Iterable[ox.Quad]) -> dict[Any, About]:
    about: defaultdict[Any, defaultdict[str, set[Any]]] = defaultdict(lambda: defaultdict(set))
    for q in quads:
        if q.predicate == _TYPE or q.predicate.value.startswith(KG):
            about[q.subject][q.predicate.value.removeprefix(RDF).removeprefix(KG)].add(q.object)
    return {node: said for node, said in about.items() if "rule" in said}


def _iri(about: About, base: str) -> str | None:
    """The IRI of an event, from what the graph says of it; None of what is no event of several articles."""
    classes = {term.value.removeprefix(KG) for term in about["type"]}
    event = next((one for one in _EVENTS if CLASSES[one] in classes), None)
    if event is None:
        return None
    said = {field.name: _value(field.name, about) for field in fields(event)}
    said |= {"evidence": Passage(0, 0), "rule": "", "date": _value("date", about) or _value("interval", about)}
    return event_iri(event(**said), CLASSES[event].lower(), base)


def _value(field: str, about: About) -> Any:
    values = tuple(term.value.removeprefix(KG) for term in about.get(PROPERTIES.get(field, field), ()))
    return values if field in _LISTS else next(iter(values), None)
