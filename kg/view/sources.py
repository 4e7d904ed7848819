"""The articles of a graph, as the page shows them."""

from typing import Any

import pyoxigraph as ox

from kg.store import select

__all__ = ["articles"]

_QUERY = """
SELECT ?iri ?text ?title ?publisher ?date ?url {
    ?iri a :Article ; nif:isString ?text .
    OPTIONAL { ?iri dcterms:title ?title }
    OPTIONAL { ?iri dc:publisher ?publisher }
    OPTIONAL { ?iri dcterms:issued ?date }
    OPTIONAL { ?iri schema:url ?url }
} ORDER BY ?date ?title ?iri
"""


def articles(store: ox.Store) -> list[dict[str, Any]]:
    """The articles of a store, by date and title: "iri", "text", "title", "publisher", "date" and "url" (or None)."""
    solutions = select(store, _QUERY)
    keys = [variable.value for variable in solutions.variables]
    return [{key: getattr(row[key], "value", None) for key in keys} for row in solutions]
