"""What a graph says of one thing: all its triples, and what a page of it tells.

A thing is whatever has an IRI: a person, a country, a fact, an article. Functions run in the processes of a pool.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.rdf.namespaces import BASE, DCTERMS, KG, NIF, OWL, RDF, RDFS
from kg.serve.answers import Answer, as_graph
from kg.serve.limits import Limits, Refused
from kg.serve.snapshot import Snapshot, opened
from kg.store import select
from kg.view.content import safe_link

__all__ = ["Link", "Said", "Thing", "described", "iri_at", "thing"]

type Linker = Callable[..., Link]

MOST = 500
"""So many facts are told on one page."""
_LABELS = (RDFS.term("label"), DCTERMS.term("title"), DCTERMS.term("identifier"), NIF.term("anchorOf"))
_APART = {*_LABELS[:3], RDF.term("type"), OWL.term("sameAs"), KG.term("surfaceForm"), NIF.term("isString")}
# A fact with its words, and whom and what else it names.
_FACTS = """
SELECT DISTINCT ?fact ?class ?role ?modality ?words ?passage ?article ?title ?name ?issued WHERE {
  { SELECT DISTINCT ?fact ?role { ?fact ?role <IRI> } }
  ?fact a ?class ; :evidence ?passage .
  ?passage nif:anchorOf ?words ; nif:referenceContext ?article ; nif:beginIndex ?start .
  OPTIONAL { ?fact :hasModality ?modality }
  OPTIONAL { ?article dcterms:title ?title }
  OPTIONAL { ?article dcterms:identifier ?name }
  OPTIONAL { ?article dcterms:issued ?issued }
} ORDER BY DESC(?issued) ?article ?start ?fact ?role LIMIT MOST
"""
_OTHERS = """
SELECT DISTINCT ?fact ?role ?other ?label WHERE {
  { SELECT DISTINCT ?fact { ?fact ?any <IRI> ; :evidence [] } }
  ?fact ?role ?other . ?other rdfs:label ?label FILTER(?other != <IRI>)
} ORDER BY ?role ?label ?other
"""


@dataclass(frozen=True, slots=True)
class Link:
    """A value as a page shows it: where it leads, if anywhere, and what it is called there."""

    text: str
    href: str | None = None


@dataclass(slots=True)
class Said:
    """A fact that names the thing: what it is, in which roles, its words and the article, whom else it names."""

    fact: Link
    kind: str
    words: str
    anchor: str
    article: Link
    issued: str
    modality: str
    roles: list[str] = field(default_factory=list)
    others: dict[str, list[Link]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Thing:
    """What the page of a thing tells."""

    iri: str
    label: str
    types: list[Link]
    names: list[str]
    same: list[Link]
    text: str
    properties: dict[str, list[Link]]
    said: list[Said]
    more: bool


def iri_at(store: ox.Store, path: str) -> ox.NamedNode:
    """The IRI that is resolved at a path below /id/: in the project's own namespace, or in that of the graph.

    Raises Refused where the graph says nothing of it.
    """
    for base in (BASE, _base(store)):
        try:
            node = ox.NamedNode(base + path)
        except ValueError as error:
            raise Refused(404, f"{base}{path}: not an IRI ({error})") from error
        about = (store.quads_for_pattern(node, None, None), store.quads_for_pattern(None, None, node))
        if any(next(quads, None) for quads in about):
            return node
    raise Refused(404, f"{BASE}{path}: the graph says nothing of it")


def _base(store: ox.Store) -> str:
    """The IRI below which the facts of a graph lie, as one of its articles shows."""
    article = next(store.quads_for_pattern(None, RDF.term("type"), KG.term("Article")), None)
    return article.subject.value.rpartition("article/")[0] if article else BASE  # type: ignore[union-attr]


def described(snapshot: Snapshot, path: str, accept: str, limits: Limits) -> Answer:
    """All triples of the graph in which the thing at a path is subject or object."""
    store = opened(snapshot, limits)
    node = iri_at(store, path)
    quads = (*store.quads_for_pattern(node, None, None), *store.quads_for_pattern(None, None, node))
    return as_graph({quad.triple for quad in quads}, accept, limits)


def thing(snapshot: Snapshot, path: str, root: str, limits: Limits) -> Thing:
    """What the page of the thing at a path tells; `root` leads from there to the server's first page."""
    store = opened(snapshot, limits)
    node, base = iri_at(store, path), _base(store)
    values: dict[ox.NamedNode, list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]] = {}
    for quad in store.quads_for_pattern(node, None, None):
        if quad.object not in (found := values.setdefault(quad.predicate, [])):
            found.append(quad.object)

    def linked(term: object, label: str | None = None) -> Link:
        if not isinstance(term, ox.NamedNode):
            return Link(getattr(term, "value", str(term)))
        return Link(label or _called(store, term) or _local(term.value), _address(term.value, base, root))

    def all_of(predicate: ox.NamedNode) -> list[Link]:
        return sorted((linked(term) for term in values.get(predicate, ())), key=lambda link: link.text)

    said = _said(store, node, linked)
    types = all_of(RDF.term("type"))
    kind = next((link.text for link in types if (link.href or "").startswith(f"{root}ontology#")), "")
    return Thing(
        node.value,
        _called(store, node) or f"{kind} {_local(node.value)}".strip(),
        types,
        [link.text for link in all_of(KG.term("surfaceForm"))],
        [Link(link.href or "", link.href) for link in all_of(OWL.term("sameAs"))],
        next((link.text for link in all_of(NIF.term("isString"))), ""),
        {_words(key.value): all_of(key) for key in sorted(values, key=str) if key not in _APART},
        said,
        len(said) == MOST,
    )


def _said(store: ox.Store, node: ox.NamedNode, linked: Linker) -> list[Said]:
    facts: dict[str, Said] = {}
    query = _FACTS.replace("<IRI>", str(node)).replace("MOST", str(MOST))
    for row in select(store, query):
        fact, class_, role, modality, words, passage, article, title, name, issued = row
        if not (_value(class_).startswith(KG)):
            continue
        one = facts.get(_value(fact))
        if one is None:
            told = linked(article, _value(title) or _value(name) or None)
            one = facts[_value(fact)] = Said(
                linked(fact, _words(_value(class_))), _words(_value(class_)), _value(words),
                _value(passage).partition("#")[2], told, _value(issued), _words(_value(modality)),
            )  # fmt: skip
        if (called := _words(_value(role))) not in one.roles:
            one.roles.append(called)
    for fact, role, other, label in select(store, _OTHERS.replace("<IRI>", str(node))):
        if (found := facts.get(_value(fact))) and isinstance(other, ox.NamedNode):
            links = found.others.setdefault(_words(_value(role)), [])
            if all(link.href != linked(other, _value(label)).href for link in links):
                links.append(linked(other, _value(label)))
    return list(facts.values())


def _called(store: ox.Store, node: ox.NamedNode) -> str | None:
    """What a graph calls something: the first of its names of the kind that goes before others."""
    for predicate in _LABELS:
        found = [quad.object for quad in store.quads_for_pattern(node, predicate, None)]
        if names := sorted(term.value for term in found if isinstance(term, ox.Literal)):
            return names[0]
    return None


def _address(iri: str, base: str, root: str) -> str | None:
    """Where an IRI leads: to its page here, to its term of the ontology, or into the web."""
    for start in {base, BASE}:
        if iri.startswith(start):
            return f"{root}id/{iri.removeprefix(start)}"
    if iri.startswith(KG):
        return f"{root}ontology#{iri.removeprefix(KG)}"
    return safe_link(iri)


def _value(term: object) -> str:
    return str(getattr(term, "value", "")) if term is not None else ""


def _local(iri: str) -> str:
    return re.split(r"[/#]", iri.rstrip("/#"))[-1]


def _words(iri: str) -> str:
    """What people call a term: "…#hasModality" is "has modality"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", _local(iri)).lower()
