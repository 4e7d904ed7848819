"""Turtle as the lexicon reads it: the values of each subject by property."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from kg.errors import KgError

__all__ = ["KG", "Node", "read_nodes"]

KG = "https://w3id.org/communique/ontology#"
PREFIXES = {
    "kg": KG,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "owl": "http://www.w3.org/2002/07/owl#",
}
_LONGEST = 8_000_000  # bytes of a file: many times what all of ours have together
_LONGEST_WORD = 1_000  # characters
_LABELS = ("rdfs:label", "skos:prefLabel", "skos:altLabel")


class Node:
    """The values that one subject has, by the short name of the property ("skos:altLabel")."""

    __slots__ = ("iri", "values")

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self.values: dict[str, list[str]] = defaultdict(list)

    def all(self, *properties: str) -> tuple[str, ...]:
        found = [v for p in properties if p in self.values for v in sorted(self.values[p])]
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)

    def one(self, name: str) -> str | None:
        found = self.values.get(name)
        return min(found) if found else None

    def ending(self, suffix: str) -> MappingProxyType[str, tuple[str, ...]]:
        """The values of `kg:visitorAt`, `kg:destinationAt` …, by "visitor", "destination" …"""
        found = {p[3 : -len(suffix)]: self.all(p) for p in sorted(self.values) if p[:3] == "kg:" and p.endswith(suffix)}
        return MappingProxyType(found)


def read_nodes(paths: Iterable[Path]) -> dict[str, Node]:
    """All that Turtle files say of their IRIs, by IRI.

    Raises KgError where one is missing, too long or not Turtle, or gives a word that is none.
    """
    nodes: dict[str, Node] = {}
    short: dict[str, str] = {}
    for path in paths:
        for subject, predicate, obj in _triples(path):
            node = nodes.get(subject)
            if node is None:
                node = nodes[subject] = Node(subject)
            name = short.get(predicate)
            if name is None:
                name = short[predicate] = _short(predicate)
            if (not obj.strip() or len(obj) > _LONGEST_WORD) and (name in _LABELS or name.startswith("kg:")):
                told = f"longer than {_LONGEST_WORD:,} characters" if obj.strip() else "empty"
                raise KgError(f"{path}: {subject} has a {name} that is {told}; take it out, or give the word")
            node.values[name].append(obj)
    return nodes


def _triples(path: Path) -> Iterator[tuple[str, str, str]]:
    try:
        if not path.is_file() and path.exists():
            raise KgError(f"{path}: cannot read this lexicon (is no file); give a Turtle file")
        if path.stat().st_size > _LONGEST:
            raise KgError(f"{path}: is longer than {_LONGEST:,} bytes; leave out what no article here speaks of")
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject.value, quad.predicate.value, str(getattr(quad.object, "value", quad.object))
    except OSError as error:
        raise KgError(f"{path}: cannot read this lexicon ({error.strerror or error}); give a Turtle file") from error
    except (SyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise KgError(f"{path}: not valid Turtle ({reason}); mend it, or check it with `rapper -i turtle`") from error


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
