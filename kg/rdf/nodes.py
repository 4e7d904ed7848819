"""Facts as nodes: a class, participants in named roles, time, modality, evidence, rule and confidence."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import get_args

import pyoxigraph as ox

from kg.model import (
    Act,
    Agreement,
    Appointment,
    Cooperation,
    EntityType,
    Fact,
    Measure,
    Meeting,
    Membership,
    Office,
    Passage,
    Statement,
    Visit,
)
from kg.rdf.iris import event_iri, fact_iri, passage_iri
from kg.rdf.namespaces import KG, PROV, RDF
from kg.rdf.terms import Triple, decimal, iri, text, times

__all__ = ["CLASSES", "ENTITY_FIELDS", "PROPERTIES", "counts", "entities_of", "fact_triples", "passages_of"]

CLASSES: dict[type[Fact], str] = {
    Office: "Tenure",
    Visit: "Visit",
    Meeting: "Meeting",
    Cooperation: "Cooperation",
    Agreement: "Agreement",
    Statement: "Statement",
    Membership: "Membership",
    Measure: "Measurement",
    Appointment: "Appointment",
    Act: "Act",
}
"""The class of each type of fact in the ontology."""

ENTITY_FIELDS = frozenset({
    "visitor", "destination", "country", "participants", "place", "event", "parties", "sector", "sectors", "speaker",
    "member", "body", "about", "person", "of", "actor", "target", "asserter",
})  # fmt: skip
"""The fields that hold IRIs of entities, one or several."""

_ROWS: dict[type[Fact], str] = {Office: "office", Measure: "measure", Act: "event"}
PROPERTIES = {
    "participants": "participant",
    "parties": "party",
    "sectors": "sector",
    "asserter": "assertedBy",
    "upper": "upperValue",
    "modality": "hasModality",
}
"""The properties of fields that are not called like them."""
_TIMES = frozenset({"date", "period"})
_NOT_SAID = frozenset({"evidence", "confidence"})


def fact_triples(facts: Iterable[Fact], article: str, base: str) -> Iterator[Triple]:
    """The nodes of the facts of an article. Facts with the same content are one node with several evidences.

    The surest of them, or the first of these in the text, gives the node its evidence, rule, confidence and
    asserter; the passages of the others are its further evidence. Of nodes that would all be one event
    (`event_iri`) the surest is it, which other articles tell of, too; the others stay the article's own.
    """
    same: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        same[fact_iri(fact, _kind(fact), article, base)].append(fact)
    events: set[str] = set()
    groups = {key: sorted(group, key=_surest) for key, group in same.items()}
    for key, (best, *others) in sorted(groups.items(), key=lambda pair: (*_surest(pair[1][0]), pair[0])):
        event = event_iri(best, _kind(best), base)
        node = iri(key if event is None or event in events else event)
        events.add(node.value)
        yield from _described(node, best, article)
        for passage in sorted({f.evidence for f in others} - {best.evidence}):
            yield node, KG.term("furtherEvidence"), iri(passage_iri(article, passage))


def _kind(fact: Fact) -> str:
    return CLASSES[type(fact)].lower()


def _surest(fact: Fact) -> tuple[float, Passage, str, str]:
    return -fact.confidence, fact.evidence, fact.rule, fact.asserter or ""


def _described(node: ox.NamedNode, fact: Fact, article: str) -> Iterator[Triple]:
    yield node, RDF.term("type"), KG.term(CLASSES[type(fact)])
    yield node, KG.term("evidence"), iri(passage_iri(article, fact.evidence))
    yield node, PROV.term("wasDerivedFrom"), iri(article)
    yield node, KG.term("confidence"), decimal(fact.confidence)
    for field in fields(fact):
        if field.name not in _NOT_SAID:
            yield from _said(node, fact, field.name, getattr(fact, field.name), article)


def _said(node: ox.NamedNode, fact: Fact, field: str, value: object, article: str) -> Iterator[Triple]:
    """The triples of one field of a fact."""
    if value is None or value == "":
        return
    term = KG.term("holder" if field == "person" and isinstance(fact, Office) else PROPERTIES.get(field, field))
    if field in ENTITY_FIELDS:
        for one in (value,) if isinstance(value, str) else value:  # type: ignore[attr-defined]
            yield node, term, iri(one)
    elif field in _TIMES:
        yield from times(node, str(value))
    elif field == "modality":
        yield node, term, KG.term(str(value))
    elif field in ("value", "upper"):
        yield node, term, decimal(value)  # type: ignore[arg-type]
    elif isinstance(value, Passage):
        yield node, term, iri(passage_iri(article, value))
    elif field == "kind" and isinstance(fact, Act):
        yield node, RDF.term("type"), iri(str(value))
    else:
        yield node, term, text(str(value))


def entities_of(facts: Iterable[Fact]) -> Iterator[str]:
    """The IRIs of the entities that facts speak of, in their order, with repetitions."""
    for fact in facts:
        for field in fields(fact):
            value = getattr(fact, field.name)
            if field.name in ENTITY_FIELDS and value:
                yield from (value,) if isinstance(value, str) else value


def passages_of(facts: Iterable[Fact]) -> Iterator[Passage]:
    """The passages that facts lead to."""
    for fact in facts:
        yield fact.evidence
        if isinstance(fact, Statement) and fact.content is not None:
            yield fact.content


def counts(quads: Iterable[ox.Quad]) -> tuple[Counter[str], Counter[str]]:
    """How many facts and how many entities of each type a graph has; facts by the types of the rows of `kg facts`."""
    type_of = RDF.term("type")
    types = Counter(quad.object for quad in quads if quad.predicate == type_of)
    facts = {_ROWS.get(type_, CLASSES[type_].lower()): types[KG.term(CLASSES[type_])] for type_ in CLASSES}
    entities = {type_: types[KG.term(type_)] for type_ in get_args(EntityType)}
    return +Counter(facts), +Counter(entities)
