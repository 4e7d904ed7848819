"""The graph as one HTML file to read: the network, and the article's text beside it.

The file holds everything that it needs and asks no network for anything. What comes from an article or a graph is
data, never markup: it lies in the file as JSON in which no tag can begin or end, the script puts it on the page as
text only, and the Content-Security-Policy runs no other script than those in the file, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Container, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.view.network import network_of_rows
from kg.view.picture import CLASSES, picture
from kg.view.telling import Part, Row, role_values, tell

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["page", "page_of_rows"]

_ASSETS = Path(__file__).with_name("assets")
_SCRIPTS = ("data", "state", "network", "text", "panel", "tables", "search", "main")
_LINKS = {"www.wikidata.org": "Wikidata", "sws.geonames.org": "GeoNames"}
_NOT_IN_ROLES = {"modality", "confidence", "rule"}


def page(store: Store) -> str:
    """The page of all articles in a store: the text of an HTML file that needs nothing else."""
    from kg.facts import facts
    from kg.view.sources import articles

    return page_of_rows(list(facts(store)), articles(store))


def page_of_rows(rows: Sequence[Row], articles: Sequence[Row]) -> str:
    """The page of rows of facts (`kg.facts.facts`) and their articles.

    An article is a dict with "text" and, as far as known, "title", "publisher", "date" (ISO) and "url".
    """
    import jinja2
    from markupsafe import Markup

    graph = network_of_rows(rows)
    style = (_ASSETS / "page.css").read_text(encoding="utf-8")
    scripts = [_vis_network(), "\n".join(["'use strict';", *(_script(name) for name in _SCRIPTS)])]
    data = {
        "articles": [_article(article) for article in articles],
        "classes": [look._asdict() for look in CLASSES],
        "entities": {
            iri: _entity(iri, node, articles) for iri, node in graph.nodes(data=True) if node["kind"] == "entity"
        },
        "facts": [_fact(row, articles) for row in graph.graph["facts"]],
        **picture(graph),
    }
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_ASSETS), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("page.html").render(
        title=_title(articles),
        style=Markup(style),
        scripts=[Markup(script) for script in scripts],
        data=Markup(_json(data)),
        script_hashes=[_hash(script) for script in scripts],
        style_hash=_hash(style),
    )


def _title(articles: Sequence[Row]) -> str:
    titles = [article["title"] for article in articles if article.get("title")]
    return titles[0] if len(titles) == 1 else f"{len(articles)} articles" if len(articles) > 1 else "Knowledge graph"


def _article(article: Row) -> dict[str, Any]:
    known = {key: article.get(key) for key in ("title", "publisher", "date", "url", "text")}
    return {**known, "url": _safe_link(known["url"])}


def _where(articles: Sequence[Row], start: int, end: int, words: Container[str]) -> list[int] | None:
    """A passage as [article, start, end]: the article is the first that has one of these words there."""
    found = (number for number, article in enumerate(articles) if article["text"][start:end] in words)
    number = next(found, None)
    return None if number is None else [number, start, end]


def _entity(iri: str, node: dict[str, Any], articles: Sequence[Row]) -> dict[str, Any]:
    names = {node["label"], *node["labels"]}
    return {
        "label": node["label"],
        "type": node["type"],
        "labels": [label for label in node["labels"] if label != node["label"]],
        "links": [[_link_name(link), link] for link in (iri, *node["same_as"]) if link != iri and _safe_link(link)],
        "mentions": [w for start, end in node["mentions"] if (w := _where(articles, start, end, names))],
        "facts": node["facts"],
    }


def _fact(row: Row, articles: Sequence[Row]) -> dict[str, Any]:
    evidence = row.get("evidence")
    return {
        "type": row["type"],
        "told": [_part(part) for part in tell(row)],
        "roles": [[key, [_part(v) for v in values]] for key, values in role_values(row) if key not in _NOT_IN_ROLES],
        "modality": row.get("modality") or "actual",
        "date": row.get("date") or row.get("period"),
        "confidence": row.get("confidence"),
        "rule": row.get("rule"),
        "evidence": _where(articles, evidence["start"], evidence["end"], [evidence["text"]]) if evidence else None,
        "words": evidence["text"] if evidence else None,
    }


def _part(part: Part) -> str | dict[str, str]:
    """Words as they are, an entity as {"entity": its IRI}."""
    return part if isinstance(part, str) else {"entity": part["iri"]}


def _safe_link(link: str | None) -> str | None:
    return link if link and re.match(r"https?://[^\s<>\"]+$", link) else None


def _link_name(link: str) -> str:
    host = link.split("/")[2]
    return _LINKS.get(host, host)


def _json(data: Any) -> str:
    """JSON in which no HTML tag, comment or entity can begin."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _hash(text: str) -> str:
    """The source expression of a Content-Security-Policy that allows this script or style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _script(name: str) -> str:
    return (_ASSETS / f"{name}.js").read_text(encoding="utf-8")


@cache
def _vis_network() -> str:
    """The script of vis-network (Apache 2.0 or MIT; the licence stands at its head) as pyvis carries it."""
    from importlib.util import find_spec

    spec = find_spec("pyvis")
    assert spec and spec.submodule_search_locations
    newest = max(Path(spec.submodule_search_locations[0]).glob("lib/vis-*/vis-network.min.js"))
    return newest.read_text(encoding="utf-8")
