"""What follows from a graph and the axioms of the ontology: its closure under the rules of OWL 2 RL, on request.

A visit is then also a `:Happening`, a `sem:Event` and a `schema:TravelAction`, its visitor is its `sem:hasActor`, and
who `:met` somebody was met by them. Each named graph is closed by itself, so that the work grows with the number of
articles and an article that is built again takes its inferences along. These lie in a graph of their own, which is
named for that of the article ("…#inferred") and says whence it comes (`prov:wasDerivedFrom`). The names of a thing,
which `owl:sameAs` joins, are each other's in both directions and through all steps; what is said of the thing is not
repeated under each of them (the rules eq-rep-*), since every answer would then come several times.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.bridge import node_of, term_of
from kg.rdf.namespaces import OWL, PROV, RDF, RDFS
from kg.store import quads_of

__all__ = ["closed", "ground_of", "inferred", "inferred_graph", "reasoner"]

type Triples = set[ox.Triple]

_ONTOLOGY = Path(__file__).parents[1] / "ontology" / "communique.ttl"
_SAME, _TYPE = OWL.term("sameAs"), RDF.term("type")
_SUFFIX = "#inferred"
_OF_ALL = {OWL.term("Thing"), RDFS.term("Resource"), RDFS.term("Literal"), OWL.term("NamedIndividual")}


def closed(quads: Iterable[ox.Quad], axioms: Iterable[Path] = ()) -> ox.Store:
    """A store with quads and all that follows from them; see `inferred`."""
    said = list(quads)
    store = ox.Store()
    store.extend(said)
    store.extend(inferred(said, axioms))
    return store


def inferred(quads: Iterable[ox.Quad], axioms: Iterable[Path] = ()) -> Iterator[ox.Quad]:
    """What follows from each graph and the axioms of the ontology, and of further files, sorted.

    What follows from a named graph lies in one named for it, what follows from the default graph there. Nothing is told
    that the graph says itself, and nothing of the axioms alone. A graph of inferences is no ground for more.

    Raises KgError where the reasoner is not installed, or a file of axioms cannot be read.
    """
    graphs: defaultdict[ox.NamedNode | ox.BlankNode | ox.DefaultGraph, Triples] = defaultdict(set)
    for quad in quads:
        if not isinstance(quad.object, ox.Triple):  # triple terms are beyond OWL
            graphs[quad.graph_name].add(quad.triple)
    grounds = _axioms((_ONTOLOGY, *axioms))
    for name in sorted(graphs, key=str):
        follows = sorted(_follows(graphs[name], grounds), key=str)
        if not isinstance(name, ox.NamedNode):
            yield from (ox.Quad(t.subject, t.predicate, t.object, name) for t in follows)
        elif ground_of(name) == name:
            home = inferred_graph(name)
            yield ox.Quad(home, _TYPE, PROV.term("Entity"), home)
            yield ox.Quad(home, PROV.term("wasDerivedFrom"), name, home)
            yield from (ox.Quad(t.subject, t.predicate, t.object, home) for t in follows)


def inferred_graph(name: ox.NamedNode) -> ox.NamedNode:
    """The named graph of what follows from a named graph."""
    return ox.NamedNode(f"{name.value}{_SUFFIX}")


def ground_of(name: ox.NamedNode) -> ox.NamedNode:
    """The named graph from which follows what another tells; that graph itself if nothing in it follows."""
    return ox.NamedNode(name.value.removesuffix(_SUFFIX))


def _follows(said: Triples, axioms: frozenset[ox.Triple]) -> Iterator[ox.Triple]:
    names = {triple for triple in said if triple.predicate == _SAME}
    terms = {triple.subject for triple in axioms}
    things = {term for triple in said for term in (triple.subject, triple.object)} - terms
    for triple in (_closure({*said, *axioms} - names) | _closure(names)) - said:
        trivial = triple.subject == triple.object or triple.predicate == _TYPE and triple.object in _OF_ALL
        if not trivial and triple.subject in things:
            yield triple


def _closure(triples: Triples) -> Triples:
    """The closure of triples under the rules of OWL 2 RL, by the reasoner Reasonable (G. Fierro, BSD)."""
    one = reasoner()
    one.from_graph([tuple(map(node_of, triple)) for triple in triples])
    return {ox.Triple(*map(term_of, triple)) for triple in one.reason()}  # type: ignore[arg-type]


def reasoner() -> Any:
    """A new reasoner. Raises KgError where none is installed."""
    try:
        import reasonable
    except ImportError as error:
        raise KgError("--infer: the reasoner is not installed; pip install 'communique[infer]'") from error
    return reasonable.PyReasoner()


@lru_cache(maxsize=4)
def _axioms(paths: tuple[Path, ...]) -> frozenset[ox.Triple]:
    return frozenset(quad.triple for path in paths for quad in quads_of(path))
