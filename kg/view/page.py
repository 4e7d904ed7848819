"""The graph as one HTML file to read: the network, and the articles' text beside it.

What comes from an article or a graph lies in the file as JSON, and the script puts it on the page as text only; see
`kg.view.document`. The graph itself lies there as Turtle, compressed (a tenth of its size): the page gives it back as
a file.
"""

from __future__ import annotations

import base64
import gzip
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.view.content import base_of, content
from kg.view.document import LOOK, document, json_data
from kg.view.network import network_of_rows
from kg.view.picture import CLASSES, OTHER, picture
from kg.view.telling import Row

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["page", "page_of_rows"]

_ASSETS = Path(__file__).with_name("assets")
_SCRIPTS = (
    "data", "elements", "state", "dates", "sieve", "shapes", "labels", "places", "scene", "picture", "keyboard",
    "sentences", "text", "card", "table", "names", "search", "filters", "timeline", "turtle", "save", "main",
)  # fmt: skip


def page(store: Store, editor: str | None = None) -> str:
    """The page of all articles in a store: the text of an HTML file that needs nothing else.

    `editor` is the address of an editor for queries, where the page is on a server that has one.
    """
    from kg.facts import facts
    from kg.rdf.annotations import reified
    from kg.rdf.formats import serialize
    from kg.view.sources import articles

    found = articles(store)
    return page_of_rows(list(facts(store)), found, serialize(reified(store), "turtle", **_base(found)), editor)


def page_of_rows(rows: Sequence[Row], articles: Sequence[Row], turtle: bytes = b"", editor: str | None = None) -> str:
    """The page of rows of facts (`kg.facts.facts`), their articles (see `kg.view.content`) and their Turtle."""
    graph = network_of_rows(rows)
    scripts = [_vis_network(), "\n".join(["'use strict';", *(_script(name) for name in _SCRIPTS)])]
    data = {
        "classes": [look._asdict() for look in (*CLASSES, OTHER)],
        **content(graph, articles),
        **picture(graph, base_of(articles)),
    }
    return document(
        _ASSETS / "page.html",
        [LOOK, _ASSETS / "page.css"],
        scripts,
        title=_title(data["articles"]),
        data=json_data(data),
        turtle=base64.b64encode(gzip.compress(turtle, mtime=0)).decode(),
        editor=editor,
    )


def _base(articles: Sequence[Row]) -> dict[str, str]:
    base = base_of(articles)
    return {"base": base} if base else {}


def _title(articles: Sequence[Row]) -> str:
    return articles[0]["heading"] if len(articles) == 1 else f"{len(articles)} articles"


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
