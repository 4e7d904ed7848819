"""Examples out of a real graph: an individual of each class, a triple of each property, an answer to each question."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from kg.docs.reading import Said, anchor, curie
from kg.queries import questions, sparql
from kg.queries.parameters import Parameter, parameters
from kg.rdf.formats import serialize
from kg.rdf.namespaces import KG, RDF
from kg.store import select

__all__ = ["Question", "asked", "individual", "triple"]

_ROWS = 5
"""So many rows of an answer are shown."""
_LONG = 120
"""Longer text in an answer is cut, in characters."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that stands ready: its name, the question, its parameters, its SPARQL, and how it is answered."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    sparql: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: int


def asked(store: ox.Store) -> list[Question]:
    """The questions that stand ready, with what a graph answers to each."""
    return [_answered(store, name, question) for name, question in questions().items()]


def _answered(store: ox.Store, name: str, question: str) -> Question:
    text = sparql(name)
    solutions = select(store, text)
    columns = tuple(variable.value for variable in solutions.variables)
    rows = [tuple(_shown(value) for value in solution) for solution in solutions]
    return Question(
        name=name,
        question=question,
        parameters=tuple(parameters(text).values()),
        sparql=text.partition("\n")[2],
        columns=columns,
        rows=tuple(rows[:_ROWS]),
        more=max(0, len(rows) - _ROWS),
    )


def _shown(term: object) -> str:
    text = curie(term.value) if isinstance(term, ox.NamedNode) else str(getattr(term, "value", ""))
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"


def individual(store: ox.Store, class_: str) -> str:
    """What a graph says of an individual of a class, as Turtle without prefixes; empty where it has none."""
    nodes = {quad.subject for quad in store.quads_for_pattern(None, RDF.term("type"), ox.NamedNode(class_))}
    if not nodes:
        return ""
    # the one with the most to say, an article's whole text left out
    found = {node: [q for q in store.quads_for_pattern(node, None, None) if not _is_long(q)] for node in nodes}
    best = min(nodes, key=lambda node: (-len({quad.predicate for quad in found[node]}), str(node)))
    return _turtle(found[best])


def triple(store: ox.Store, world: Said, property_: str) -> str:
    """A triple with a property as Turtle: of a graph, else of the ontology's own data; empty where there is none."""
    quads = list(store.quads_for_pattern(None, ox.NamedNode(property_), None))
    if quads:
        return _turtle([min(quads, key=str)])
    for subject, said in world.items():
        if property_ in said and not subject.startswith(KG):
            value = said[property_][0]
            shown = curie(value) if value.startswith("http") else f'"{value}"'
            return f"{curie(subject)} :{anchor(property_)} {shown} ."
    return ""


def _is_long(quad: ox.Quad) -> bool:
    return isinstance(quad.object, ox.Literal) and len(quad.object.value) > 3 * _LONG


def _turtle(quads: list[ox.Quad]) -> str:
    lines = serialize(quads, "turtle").decode().splitlines()
    return "\n".join(line.replace("\t", "    ") for line in lines if not line.startswith("@prefix")).strip()
