"""Shortcuts such as `:met`: derived from the nodes of actual facts by the rules in `ontology/rules/`."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.rdf.namespaces import PREFIXES
from kg.rdf.terms import Triple

__all__ = ["RULES", "shortcuts"]

RULES = Path(__file__).parents[1] / "ontology" / "rules"


def shortcuts(triples: Iterable[Triple]) -> Iterator[Triple]:
    """What the rules derive from a graph: each shortcut, and a statement of it that leads to the fact behind it."""
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in triples)
    for rule in _rules():
        derived = store.query(rule, prefixes=PREFIXES)
        assert isinstance(derived, ox.QueryTriples), "a rule is a CONSTRUCT query"
        yield from ((t.subject, t.predicate, t.object) for t in derived)


@cache
def _rules() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted(RULES.glob("*.rq")))
