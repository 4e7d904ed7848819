"""What an endpoint tells of itself: SPARQL 1.1 Service Description."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.rdf.formats import serialize
from kg.rdf.namespaces import RDF, RDFS, Namespace
from kg.serve.answers import Answer
from kg.serve.limits import Limits
from kg.serve.negotiation import GRAPHS, chosen
from kg.serve.snapshot import Snapshot, opened

__all__ = ["description"]

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")
_FORMATS = Namespace("http://www.w3.org/ns/formats/")
_RESULTS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples",
    "RDF_XML", "JSON-LD", "TriG", "N-Quads",
)  # fmt: skip
_INPUTS = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")


def description(snapshot: Snapshot, endpoint: str, writable: bool, accept: str, limits: Limits) -> Answer:
    """The description of the endpoint at an address, with the named graphs that it has. It has no blank nodes."""
    media = chosen(accept, list(GRAPHS))
    return Answer(media, serialize(_said(opened(snapshot, limits), endpoint, writable), GRAPHS[media]))


def _said(store: ox.Store, endpoint: str, writable: bool) -> Iterator[ox.Quad]:
    service, dataset, default = (ox.NamedNode(f"{endpoint}#{part}") for part in ("service", "dataset", "default"))
    type_ = RDF.term("type")
    yield ox.Quad(service, type_, SD.term("Service"))
    yield ox.Quad(service, SD.term("endpoint"), ox.NamedNode(endpoint))
    yield ox.Quad(service, RDFS.term("label"), ox.Literal("A graph of news of diplomacy", language="en"))
    for language in ("SPARQL11Query", *(["SPARQL11Update"] if writable else [])):
        yield ox.Quad(service, SD.term("supportedLanguage"), SD.term(language))
    yield ox.Quad(service, SD.term("feature"), SD.term("UnionDefaultGraph"))
    for name in _RESULTS:
        yield ox.Quad(service, SD.term("resultFormat"), _FORMATS.term(name))
    for name in _INPUTS if writable else ():
        yield ox.Quad(service, SD.term("inputFormat"), _FORMATS.term(name))
    yield ox.Quad(service, SD.term("defaultDataset"), dataset)
    yield ox.Quad(dataset, type_, SD.term("Dataset"))
    yield ox.Quad(dataset, SD.term("defaultGraph"), default)
    yield ox.Quad(default, type_, SD.term("Graph"))
    triples = ox.Literal(sum(1 for _ in store.quads_for_pattern(None, None, None, ox.DefaultGraph())))
    yield ox.Quad(default, VOID.term("triples"), triples)
    for number, graph in enumerate(sorted(store.named_graphs(), key=str)):
        named = ox.NamedNode(f"{endpoint}#graph-{number}")
        yield ox.Quad(dataset, SD.term("namedGraph"), named)
        yield ox.Quad(named, type_, SD.term("NamedGraph"))
        if isinstance(graph, ox.NamedNode):
            yield ox.Quad(named, SD.term("name"), graph)
