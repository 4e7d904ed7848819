"""SPARQL that asks a network: refused before it is run, since a graph's own answer never needs one.

Oxigraph would follow SERVICE clauses and LOAD (which also reads files) by itself. What is looked for here is the
clause with all that belongs to it by SPARQL's grammar, wherever it stands: a scanner that skipped comments, strings
and IRIs could be led to skip too much, as `<` is also an operator and words need no space between them. So a whole
clause in a comment or in a string is refused as well; names with these words in them are not.
"""

import re

from kg.errors import KgError

__all__ = ["refuse_network", "refuse_network_update"]

# SPARQL 1.1, 19.8: white space and comments, an IRI, a variable or prefixed name, and whether other names end here.
_GAP = r"(?:[ \t\r\n]++|#[^\r\n]*+)*+"
_IRI = r"<[^>]*>"
_NAME = r"(?:[?$]|[^\s<>{}#:\"']*:)(?:\\.|[^\s<>{}#;\\])*"
_OTHER_NAME = r"[?$]\w+|:[\w.-]+"
_WHERE = rf"{_GAP}(?:SILENT{_GAP})?(?:{_IRI}|{_NAME}){_GAP}"
_SERVICE = rf"SERVICE{_WHERE}\{{"
_LOAD = rf"LOAD{_WHERE}(?:;|INTO|$)"


def _asked_by(clause: str) -> re.Pattern[str]:
    return re.compile(rf"{_OTHER_NAME}|({clause})", re.ASCII | re.IGNORECASE)


_QUERY, _UPDATE = _asked_by(_SERVICE), _asked_by(f"{_SERVICE}|{_LOAD}")


def refuse_network(query: str) -> None:
    """Raises KgError where a query has a SERVICE clause."""
    if "service" in query.lower() and any(found[1] for found in _QUERY.finditer(query)):
        raise KgError("query: SERVICE would ask another server, and nothing here asks a network; take the clause out")


def refuse_network_update(update: str) -> None:
    """Raises KgError where an update has a SERVICE clause or loads an address."""
    if any(found[1] for found in _UPDATE.finditer(update)):
        raise KgError(
            "update: SERVICE and LOAD would ask another server, and nothing here asks a network; send the data itself"
        )
