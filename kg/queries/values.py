"""What the values of parameters mean: the terms of a graph that have a name, and times."""

import re
import unicodedata
from datetime import date
from difflib import get_close_matches

import pyoxigraph as ox

from kg.errors import KgError
from kg.rdf.namespaces import PREFIXES
from kg.store import select

__all__ = ["terms_named", "time_named"]

type Terms = list[ox.NamedNode | ox.Literal]

_TIME = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


def terms_named(store: ox.Store, kind: str, name: str) -> Terms:
    """The individuals of a class (`:Country`), or the values of a property (`dc:publisher`), that have a name.

    Case and accents do not matter. Individuals go by their labels; where none fits by their other names in the texts,
    or by their IRI, in full or with a prefix. Raises KgError, which suggests near names, where the graph has none.
    """
    wanted, iri = _folded(name), _in_full(name)
    shown: dict[str, str] = {}
    for query in _queries(kind):
        found: set[ox.NamedNode | ox.Literal] = set()
        for term, called in select(store, query):
            assert isinstance(term, ox.NamedNode | ox.Literal) and isinstance(called, ox.Literal)
            shown.setdefault(_folded(called.value), called.value)
            if _folded(called.value) == wanted or isinstance(term, ox.NamedNode) and term.value == iri:
                found.add(term)
        if found:
            return sorted(found, key=str)
    near = get_close_matches(wanted, sorted(shown)) or sorted(other for other in shown if wanted and wanted in other)
    if near:
        remedy = f"did you mean {' or '.join(shown[one] for one in near[:3])}?"
    else:
        remedy = f"it has {', '.join(sorted(shown.values())[:5]) or 'none'}{' …' * (len(shown) > 5)}"
    raise KgError(f"the graph has no such {_word(kind)}; {remedy}")


def time_named(value: str) -> ox.Literal:
    """A day, month or year (YYYY-MM-DD, YYYY-MM, YYYY) as a plain string. Raises KgError for anything else."""
    try:
        if not _TIME.fullmatch(value):
            raise ValueError
        date.fromisoformat(value + "0000-01-01"[len(value) :])
    except ValueError as error:
        raise KgError("no day, month or year; write it like 2024-05-17, 2024-05 or 2024") from error
    return ox.Literal(value)


def _queries(kind: str) -> tuple[str, ...]:
    """The queries for terms of a kind and their names: the names that go before others first."""
    if kind.partition(":")[2][:1].islower():
        return (f"SELECT DISTINCT ?term (STR(?term) AS ?name) {{ ?s {kind} ?term }}",)
    class_ = "" if kind == ":Entity" else f"?term a {kind} ."
    return tuple(
        f"SELECT DISTINCT ?term ?name {{ {class_} ?term {path} ?name }}"
        for path in ("rdfs:label|skos:notation", ":surfaceForm")
    )


def _folded(name: str) -> str:
    """A name without case, accents and runs of spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())


def _in_full(name: str) -> str:
    """An IRI without its prefix; anything else as it is."""
    prefix, colon, local = name.partition(":")
    return f"{PREFIXES[prefix]}{local}" if colon and prefix in PREFIXES else name


def _word(kind: str) -> str:
    """What people call a class or a property: ":RegionalBody" is a "regional body"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.partition(":")[2]).lower()
