"""From readings to RDF: one named graph for each article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.model import Reading
from kg.rdf.bridge import to_rdflib
from kg.rdf.describe import article_triples, entity_triples, named_by_iri, passage_triples, time_triples
from kg.rdf.iris import article_iri, graph_iri
from kg.rdf.namespaces import BASE, prefixes
from kg.rdf.nodes import entities_of, fact_triples, passages_of
from kg.rdf.shortcuts import shortcuts
from kg.rdf.terms import Triple, iri

if TYPE_CHECKING:
    import rdflib

__all__ = ["to_dataset", "to_quads"]


def to_dataset(readings: Iterable[Reading], base: str = BASE) -> rdflib.Dataset:
    """What readings say as an rdflib Dataset, whose default graph is the union of one named graph for each article.

    New individuals (articles, passages, facts) lie below `base`; entities keep the IRIs that they have.
    """
    import rdflib
    from rdflib.namespace import NamespaceManager

    dataset = rdflib.Dataset(default_union=True)
    dataset.namespace_manager = NamespaceManager(dataset, bind_namespaces="none")
    for prefix, namespace in prefixes(base).items():
        dataset.bind(prefix, namespace, override=True, replace=True)
    to_rdflib(to_quads(readings, base), dataset)
    return dataset


def to_quads(readings: Iterable[Reading], base: str = BASE) -> Iterator[ox.Quad]:
    """What readings say as pyoxigraph quads, each once in the graph of its article, with the shortcuts."""
    for reading in readings:
        graph = iri(graph_iri(reading.article, base))
        said = dict.fromkeys(_triples(reading, base))  # once each, in their order
        derived = sorted((triple for triple in set(shortcuts(said)) if triple not in said), key=str)
        yield from (ox.Quad(*triple, graph) for triple in chain(said, derived))


def _triples(reading: Reading, base: str) -> Iterator[Triple]:
    article, node = reading.article, article_iri(reading.article, base)
    known = {entity.iri for entity in reading.entities}
    others = (named_by_iri(one) for one in dict.fromkeys(entities_of(reading.facts)) if one not in known)
    entities = [*reading.entities, *others]
    yield from article_triples(article, node, graph_iri(article, base), reading.fingerprint)
    for entity in entities:
        yield from entity_triples(entity, node)
    yield from fact_triples(reading.facts, node, base)
    for expression in reading.dates:
        yield from time_triples(expression, node)
    passages = chain(
        passages_of(reading.facts), (e.passage for e in reading.dates), (m for e in entities for m in e.mentions)
    )
    yield from passage_triples(passages, article, node)
