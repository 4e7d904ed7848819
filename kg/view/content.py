"""What the page tells, as plain JSON values: its articles, its entities and its facts.

IRIs below the base of the graph are shortened by it; passages are [article, start, end], the article by its number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.view.telling import Part, Row, role_values, tell

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["base_of", "content", "safe_link"]

_LINKS = {"www.wikidata.org": "Wikidata", "sws.geonames.org": "GeoNames"}
_NOT_IN_ROLES = {"modality", "confidence", "rule"}
_FIRST_WORDS = re.compile(r"\s*(\S.{0,70}(?:\S(?=\s|$)|$))", re.DOTALL)


def base_of(articles: Sequence[Row]) -> str:
    """The IRI below which a graph's facts lie, as the IRIs of its articles show it; "" where there are none."""
    return next((article["iri"].rpartition("article/")[0] for article in articles if article.get("iri")), "")


def content(graph: nx.MultiDiGraph, articles: Sequence[Row]) -> dict[str, Any]:
    """The "articles", "entities" (by IRI) and "facts" of a page, for the network that was made of its rows.

    An article is a dict with "iri" and "text" and, as far as known, "title", "publisher", "date" (ISO) and "url". Facts
    whose evidence is not where they say that it is bring their own "words".
    """
    base = base_of(articles)
    number = {article.get("iri"): i for i, article in enumerate(articles)}
    entities = ((iri, node) for iri, node in graph.nodes(data=True) if node["kind"] == "entity")
    return {
        "articles": [_article(article, base) for article in articles],
        "entities": {iri.removeprefix(base): _entity(iri, node, number) for iri, node in entities},
        "facts": [_fact(row, articles, number, base) for row in graph.graph["facts"]],
    }


def safe_link(link: str | None) -> str | None:
    """The link, if it leads into the web and holds nothing that could end an attribute."""
    return link if link and re.match(r"https?://[^\s<>\"]+$", link) else None


def _article(article: Row, base: str) -> dict[str, Any]:
    known = {key: article.get(key) for key in ("title", "publisher", "date", "text")}
    return {
        "name": (article.get("iri") or "article").removeprefix(f"{base}article/"),
        **known,
        "heading": known["title"] or _first_words(article["text"]),
        "url": safe_link(article.get("url")),
    }


def _first_words(text: str) -> str:
    """What stands for the title of an article without one."""
    found = _FIRST_WORDS.match(text)
    words = " ".join(found[1].split()) if found else ""
    return f"{words} …" if found and found.end() < len(text.rstrip()) else words or "An empty article"


def _entity(iri: str, node: Mapping[str, Any], number: Mapping[str | None, int]) -> dict[str, Any]:
    links = [(iri, link) for link in node["same_as"] if link != iri and safe_link(link)]
    return {
        "label": node["label"],
        "type": node["type"],
        "labels": [label for label in node["labels"] if label != node["label"]],
        "links": [[_link_name(link), link] for _, link in links],
        "mentions": [[number[article], start, end] for article, start, end in node["mentions"] if article in number],
        "facts": node["facts"],
    }


def _link_name(link: str) -> str:
    host = link.split("/")[2]
    return _LINKS.get(host, host)


def _fact(row: Row, articles: Sequence[Row], number: Mapping[str | None, int], base: str) -> dict[str, Any]:
    """What there is to tell of a fact; what is not known is left out."""
    said = row.get("evidence") or {}
    article = number.get(said.get("article"))
    found = article is not None and articles[article]["text"][said["start"] : said["end"]] == said["text"]
    roles = [[key, [_part(v, base) for v in values]] for key, values in role_values(row) if key not in _NOT_IN_ROLES]
    told = {
        "type": row["type"],
        "told": [_part(part, base) for part in tell(row)],
        "roles": roles,
        "modality": row.get("modality") or "actual",
        "date": row.get("date") or row.get("period"),
        "confidence": row.get("confidence"),
        "rule": row.get("rule"),
        "article": article,
        "evidence": [article, said["start"], said["end"]] if found else None,
        "words": None if found else said.get("text"),
    }
    return {key: value for key, value in told.items() if value is not None}


def _part(part: Part, base: str) -> str | dict[str, str]:
    """Words as they are, an entity as {"entity": its IRI}."""
    return part if isinstance(part, str) else {"entity": part["iri"].removeprefix(base)}
