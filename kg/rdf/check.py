"""Whether a graph is right: its words stand at their offsets, its shape is SHACL's, and it contradicts no axiom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.rdf.annotations import reified
from kg.rdf.iris import slug
from kg.rdf.namespaces import KG
from kg.store import open_graph, select

if TYPE_CHECKING:
    import rdflib

__all__ = ["Report", "Violation", "check", "offsets"]

ONTOLOGY = Path(__file__).parents[1] / "ontology"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong with one node: `check` is "offsets", "shape" or "consistency"; `node` is its IRI, or empty."""

    check: str
    node: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in a graph, sorted."""

    conforms: bool
    violations: tuple[Violation, ...]


def check(path: Path) -> Report:
    """Check the graph in a file. Raises KgError where it cannot be read."""
    store = open_graph(Path(path))
    found = {*offsets(store), *_empty(store), *_accounts(store), *_labels(store)}
    graph = _rdflib(store)
    found.update(_shapes(graph))
    found.update(_consistency(graph))
    return Report(not found, tuple(sorted(found)))


def _empty(store: ox.Store) -> Iterator[Violation]:
    if next(select(store, "SELECT ?article { ?article a :Article } LIMIT 1"), None) is None:
        yield Violation("shape", "", "the graph holds no article; build one with `kg build`")


def offsets(store: ox.Store) -> Iterator[Violation]:
    """Passages whose words are not those of the article's text at their offsets."""
    passages = """SELECT ?p ?start ?end ?words ?text
        { ?p nif:anchorOf ?words ; nif:beginIndex ?start ; nif:endIndex ?end .
          ?p nif:referenceContext/nif:isString ?text }"""
    for row in select(store, passages):
        node, start, end, words, text = (getattr(term, "value", "") for term in row)
        if start.isdigit() and end.isdigit() and (there := text[int(start) : int(end)]) != words:
            yield Violation("offsets", node, f"says {words!r}, but the text has {there!r} there")


def _accounts(store: ox.Store) -> Iterator[Violation]:
    """Facts that have more values of what an article says once than there are articles that tell of them."""
    counted = """SELECT ?fact ?property (COUNT(DISTINCT ?value) AS ?values) (COUNT(DISTINCT ?article) AS ?articles)
        { VALUES ?property { :evidence :rule :confidence :assertedBy :kind :destination :place :event :name }
          ?fact :rule ?any ; ?property ?value ; prov:wasDerivedFrom ?article . ?article a :Article }
        GROUP BY ?fact ?property HAVING (COUNT(DISTINCT ?value) > COUNT(DISTINCT ?article))"""
    for row in select(store, counted):
        node, term, values, articles = (getattr(one, "value", "") for one in row)
        told = "one article tells" if articles == "1" else f"{articles} articles tell"
        yield Violation("shape", node, f"has {values} values of :{term.removeprefix(KG)}, but {told} of it")


def _labels(store: ox.Store) -> Iterator[Violation]:
    """Entities with several labels that are not the same but for capitals, accents and signs."""
    labels: defaultdict[str, set[str]] = defaultdict(set)
    classes = ":Person :Country :Place :RegionalBody :Organization :Event :Sector"
    for row in select(
        store, f"SELECT ?one ?label {{ VALUES ?class {{ {classes} }} ?one a ?class ; rdfs:label ?label }}"
    ):
        node, label = (getattr(one, "value", "") for one in row)
        labels[node].add(slug(label) or label)
    for node in sorted(node for node, spellings in labels.items() if len(spellings) > 1):
        yield Violation("shape", node, "needs exactly one label, or several spellings of one")


def _rdflib(store: ox.Store) -> rdflib.Graph:
    """The merged graph for rdflib."""
    import rdflib

    # rdflib knows no triple terms
    lines = ox.serialize({quad.triple for quad in reified(store)}, format=ox.RdfFormat.N_TRIPLES)
    return rdflib.Graph(bind_namespaces="none").parse(data=lines, format="nt11")


def _shapes(graph: rdflib.Graph) -> Iterator[Violation]:
    import pyshacl
    import rdflib

    shapes = rdflib.Graph(bind_namespaces="none").parse(ONTOLOGY / "shapes.ttl")
    conforms, results, _ = pyshacl.validate(graph, shacl_graph=shapes, inplace=True, meta_shacl=False)
    if conforms:
        return
    sh = rdflib.SH
    for result in results.subjects(rdflib.RDF.type, sh.ValidationResult):
        if results.value(result, sh.detail) is None and (None, sh.detail, result) in results:
            continue
        message, value = results.value(result, sh.resultMessage), results.value(result, sh.value)
        told = f" (has {value})" if value is not None else ""
        yield Violation("shape", str(results.value(result, sh.focusNode)), f"{message}{told}")


def _consistency(graph: rdflib.Graph) -> Iterator[Violation]:
    """What the closure under the rules of OWL 2 RL finds contradictory in a graph and the ontology together."""
    import owlrl  # type: ignore[import-untyped]
    import rdflib
    from owlrl.OWLRL import OWLRL_Semantics  # type: ignore[import-untyped]

    axioms = rdflib.Graph(bind_namespaces="none").parse(ONTOLOGY / "communique.ttl")
    closed = rdflib.Graph(bind_namespaces="none")
    for subject, predicate, value in chain(graph, axioms):
        # Of literals only those of our own properties have axioms; the rest would cost time for nothing.
        if not isinstance(value, rdflib.Literal) or str(predicate).startswith(KG):
            closed.add((subject, predicate, value))
    owlrl.DeductiveClosure(OWLRL_Semantics).expand(closed)
    error = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    for message in closed.objects(None, error):
        yield Violation("consistency", "", str(message))
