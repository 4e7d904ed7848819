"""The parameters of a query, which its file declares in comments, so that it is plain SPARQL for every engine:

    # $COUNTRY (:Country) the state that is visited
    #   ?visit :country ?COUNTRY .

is the option `--country`: its value is the name of a country, and the lines that stand deeper take part in the query
only if it is given, with the variable bound by VALUES. In parentheses stands what a value is:

- a class (`:Country`, or `:Entity` for any): the name of an individual, or its IRI;
- a property (`dc:publisher`): one of its values in the graph;
- `time`: a day, month or year.

What somebody gives never becomes part of a query: only terms that the graph has do, and times that have been read.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import KgError
from kg.queries.values import terms_named, time_named

__all__ = ["Parameter", "narrowed", "parameters"]

_DECLARED = re.compile(r"^ *# \$([A-Z]+) \(([\w:]+)\) (.+)\n((?: *#   .*\n)+)", re.MULTILINE)
_MARK = re.compile(r"^( *)#", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: its `name` ("country"), what a value is (`kind`), what it means, and its part of the query."""

    name: str
    kind: str
    meaning: str
    pattern: str


def parameters(sparql: str) -> dict[str, Parameter]:
    """The parameters that a query declares, by name."""
    return {
        name.lower(): Parameter(name.lower(), kind, meaning.strip(), _MARK.sub(r"\1", lines))
        for name, kind, meaning, lines in _DECLARED.findall(sparql)
    }


def narrowed(sparql: str, given: Mapping[str, str], store: ox.Store) -> str:
    """The query with the parameters that are given, by the names in a graph of what their values mean.

    Raises KgError where the query has no such parameter, or the graph nothing of that name.
    """
    declared = parameters(sparql)
    for name in given:
        if name not in declared:
            remedy = f"choose one of {', '.join(declared)}" if declared else "ask without one"
            raise KgError(f"--{name}: this query has no such parameter; {remedy}")
    terms = {name: _terms(declared[name], value, store) for name, value in given.items()}

    def part(found: re.Match[str]) -> str:
        name = found[1].lower()
        if name not in terms:
            return found[0]
        return f"VALUES ?{found[1]} {{ {' '.join(map(str, terms[name]))} }}\n{declared[name].pattern}"

    return _DECLARED.sub(part, sparql)


def _terms(parameter: Parameter, value: str, store: ox.Store) -> Sequence[ox.NamedNode | ox.Literal]:
    try:
        return [time_named(value)] if parameter.kind == "time" else terms_named(store, parameter.kind, value)
    except KgError as error:
        raise KgError(f"--{parameter.name} {value}: {error}") from error
