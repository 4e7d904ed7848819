"""Which form of an answer a client likes best (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyoxigraph as ox

from kg.serve.limits import Refused

__all__ = ["GRAPHS", "TABLES", "best", "chosen"]

TABLES: Mapping[str, ox.QueryResultsFormat] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/xml": ox.QueryResultsFormat.XML,
}
"""Media types of what SELECT and ASK give, the first by default."""

GRAPHS: Mapping[str, str] = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "application/trig": "trig",
    "application/n-quads": "nquads",
    "application/json": "jsonld",
    "application/xml": "rdfxml",
    "text/plain": "ntriples",
}
"""Media types of graphs and the names of their formats in `kg.rdf.formats`, the first by default."""


def chosen(accept: str, offered: Sequence[str]) -> str:
    """The media type among those offered that is accepted best. Raises Refused where none is."""
    media = best(accept, offered)
    if media is None:
        raise Refused(406, f"no such format for this; accept one of {', '.join(offered)}")
    return media


def best(accept: str, offered: Sequence[str]) -> str | None:
    """The media type among those offered that an Accept header likes best: of equals the first; None if it likes none.

    A more exact range goes before a general one, so that "text/*;q=0.5, text/csv" likes text/csv best.
    """
    ranges = [_range(part) for part in (accept.strip() or "*/*").split(",") if part.strip()]
    liking = {media: _quality(media, ranges) for media in offered}
    most = max(liking.values(), default=0.0)
    return next((media for media in offered if liking[media] == most), None) if most > 0 else None


def _range(part: str) -> tuple[str, float]:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = next((value[2:] for value in parameters if value.startswith("q=")), "1")
    try:
        return media, min(max(float(quality), 0.0), 1.0)
    except ValueError:
        return media, 0.0


def _quality(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    for wanted in (media, f"{media.partition('/')[0]}/*", "*/*"):
        found = [quality for range_, quality in ranges if range_ == wanted]
        if found:
            return max(found)
    return 0.0
