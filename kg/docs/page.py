"""The reference as HTML: what its chapters hold, and in which order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.docs.constraints import constraints
from kg.docs.examples import asked, individual, triple
from kg.docs.frames import frames
from kg.docs.reading import ONTOLOGY, Link, Said, kinds, label, read, values
from kg.docs.schemes import scheme
from kg.docs.vocabulary import Branch, Term, branches, terms
from kg.rdf.namespaces import BASE, DCTERMS, KG, RDF, RDFS
from kg.view.document import LOOK, document, json_data

__all__ = ["FILES", "example_graph", "reference"]

FILES = ("communique.ttl", "shapes.ttl", "sectors.ttl", "offices.ttl", "events.ttl", "measures.ttl")
"""The files of the ontology that the reference tells of, and leads to."""

_ASSETS = Path(__file__).with_name("assets")
_EXAMPLE = Path(__file__).with_name("example.txt")
_CLASSES = {
    "Things that have names": ("Entity",),
    "Facts": ("Fact",),
    "Articles and modality": ("Article", "Passage", "Modality"),
    "Words": ("LexicalEntry",),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Terms that are told of together."""

    name: str
    terms: tuple[Term, ...]


def example_graph() -> ox.Store:
    """The graph of a short article that has something of everything, for the examples."""
    from kg.articles import read_article
    from kg.build import readings
    from kg.rdf.write import to_quads

    store = ox.Store()
    store.extend(to_quads(readings([read_article(_EXAMPLE)])))
    return store


def reference(examples: ox.Store) -> str:
    """The text of the HTML file, with examples out of a graph."""
    files = {path: read(path) for path in sorted(ONTOLOGY.glob("*.ttl")) if path.name != "shapes.ttl"}
    said = read(*sorted(files, key=lambda path: (path.name != "communique.ttl", path.name)))
    own = terms(said)
    trees = {name: branches(own, said, [KG + root for root in roots]) for name, roots in _CLASSES.items()}
    groups = [Group(name, tuple(_flat(tree))) for name, tree in trees.items()]
    sectors, offices = scheme(said, BASE + "sectors"), scheme(said, BASE + "offices")
    questions = asked(examples)
    evoking = frames(said)
    index = [
        *((term.label, term.kind, term.anchor) for term in own.values()),
        *((one.label, "sector", one.anchor) for one in _all(sectors)),
        *((one.label, "kind of office", one.anchor) for one in _all(offices)),
        *((one.question, "question", f"question-{one.name}") for one in questions),
    ]
    return document(
        _ASSETS / "reference.html",
        [LOOK, _ASSETS / "reference.css"],
        [(_ASSETS / "search.js").read_text(encoding="utf-8")],
        title="Ontology",
        index=json_data(index),
        about=_head(said, KG.removesuffix("#")),
        trees=trees,
        classes=groups,
        properties=_properties(own, groups),
        constraints=constraints(read(ONTOLOGY / "shapes.ttl"), set(own)),
        frames={iri: evoking[iri] for iri in own if iri in evoking},
        terms=own,
        sectors=sectors,
        offices=offices,
        questions=questions,
        files=[_file(path.name, one, own) for path, one in files.items()],
        individual=lambda iri: individual(examples, iri),
        triple=lambda iri: triple(examples, said, iri),
    )


def _flat(trees: tuple[Branch, ...]) -> list[Term]:
    """The terms of trees, each once, the narrower behind the broader."""
    found: dict[str, Term] = {}
    for branch in trees:
        found |= {term.iri: term for term in (branch.term, *_flat(branch.below)) if term.iri not in found}
    return list(found.values())


def _all(concepts: Any) -> list[Any]:
    return [one for concept in concepts for one in (concept, *_all(concept.narrower))]


def _properties(own: dict[str, Term], classes: list[Group]) -> list[Group]:
    """The properties: of facts, shortcuts, of texts, of the world, of words."""
    facts, texts = ({term.iri for term in group.terms} for group in classes[1:3])
    groups: dict[str, list[Term]] = {
        name: [] for name in ("Of facts", "Shortcuts", "Of articles and passages", "Of the world", "Of words")
    }
    for term in own.values():
        domain = {KG + link.name.removeprefix(":") for name, links in term.facts if name == "domain" for link in links}
        if term.kind == "annotation property":
            groups["Of words"].append(term)
        elif term.kind.endswith("property"):
            name = "Of facts" if domain & facts else "Of articles and passages" if domain & texts else "Of the world"
            groups["Shortcuts" if term.rule else name].append(term)
    return [Group(name, tuple(some)) for name, some in groups.items() if some]


def _file(name: str, said: Said, own: dict[str, Term]) -> dict[str, Any]:
    """What a file of the ontology holds: what its head says, and how many individuals of which classes."""
    (head,) = (iri for iri in said if "owl:Ontology" in kinds(said, iri))
    counts = Counter(type_ for iri in said for type_ in values(said, iri, RDF + "type") if type_.startswith(KG))
    holds = [(Link(own[class_].label, f"#{own[class_].anchor}"), number) for class_, number in counts.items()]
    return {"name": name, "beside": name in FILES, "holds": holds, **_head(said, head)}


def _head(said: Said, iri: str) -> dict[str, Any]:
    return {
        "label": label(said, iri),
        "comment": " ".join(values(said, iri, RDFS + "comment")),
        "licences": values(said, iri, DCTERMS + "license"),
        "sources": values(said, iri, DCTERMS + "source"),
    }
