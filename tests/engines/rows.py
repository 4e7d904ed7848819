"""Answers of engines as sets of rows that can be compared, whichever engine gave them, in which format and order."""

from decimal import Decimal

import pyoxigraph as ox

__all__ = ["Rows", "rows"]

type Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

type Rows = frozenset[tuple[tuple[str, Term], ...]]
"""Rows as pairs of a variable and its value, by variable; a variable without a value has no pair."""

XSD = "http://www.w3.org/2001/XMLSchema#"
INTEGERS = {
    f"{XSD}{name}" for name in ("integer", "nonNegativeInteger", "positiveInteger", "long", "int", "short", "byte")
}


def rows(results: bytes, format: ox.QueryResultsFormat = ox.QueryResultsFormat.JSON) -> Rows:
    """The rows of SPARQL results."""
    solutions = ox.parse_query_results(results, format=format)
    assert isinstance(solutions, ox.QuerySolutions)
    names = sorted(variable.value for variable in solutions.variables)
    return frozenset(tuple((name, _value(row[name])) for name in names if row[name] is not None) for row in solutions)


def _value(term: Term) -> Term:
    """A term, but numbers as one of the terms that denote the same value.

    XML Schema 1.1 part 2, 3.3.3 and 3.4: "0.80" and "0.8" are the same decimal; the types derived from integer
    restrict which integers they hold, and a value of theirs is the integer itself. RDF 1.1 Concepts, 3.3: literals
    with different lexical forms can denote the same value. Some stores keep the value, some what was written.
    """
    if not isinstance(term, ox.Literal):
        return term
    if term.datatype.value in INTEGERS:
        return ox.Literal(str(int(term.value)), datatype=ox.NamedNode(f"{XSD}integer"))
    if term.datatype.value == f"{XSD}decimal":
        return ox.Literal(f"{Decimal(term.value).normalize():f}", datatype=term.datatype)
    return term
