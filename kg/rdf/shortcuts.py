"""Shortcuts such as `:met`: derived from the nodes of actual facts by the rules in `ontology/rules/`."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.rdf.namespaces import PREFIXES, RDF
from kg.rdf.terms import Triple

__all__ = ["RULES", "shortcuts"]

RULES = Path(__file__).parents[1] / "ontology" / "rules"
_TYPE = RDF.term("type")


def shortcuts(triples: Iterable[Triple]) -> Iterator[Triple]:
    """What the rules derive from a graph: each shortcut, and a statement of it that leads to the fact behind it."""
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in triples if _asked(triple))
    for rule in _rules():
        derived = store.query(rule, prefixes=PREFIXES)
        assert isinstance(derived, ox.QueryTriples), "a rule is a CONSTRUCT query"
        yield from ((t.subject, t.predicate, t.object) for t in derived)


def _asked(triple: Triple) -> bool:
    """Whether a rule may ask for a triple: of most, no rule names the predicate, or the class."""
    term = triple[2] if triple[1] == _TYPE else triple[1]
    return term.value.rpartition("/")[2].rpartition("#")[2] in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(re.findall(r"\w+", " ".join(_rules())))


@cache
def _rules() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted(RULES.glob("*.rq")))
