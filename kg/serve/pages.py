"""What a browser shows: the page of all articles, the editor for queries, the reference of the ontology, things."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from kg.queries import questions, sparql
from kg.rdf.namespaces import KG, RDFS
from kg.serve.answers import Answer, as_graph
from kg.serve.limits import Limits
from kg.serve.negotiation import GRAPHS, chosen
from kg.serve.protocol import respond
from kg.serve.service import Service
from kg.serve.snapshot import Snapshot
from kg.serve.things import described, thing
from kg.store import open_graph
from kg.view.document import LOOK, document, json_data

__all__ = ["ASSETS", "Made", "Ontology", "Things", "asking", "reference", "start"]

ASSETS = Path(__file__).with_name("assets")
_ONTOLOGY = Path(__file__).parents[1] / "ontology" / "communique.ttl"
_FILES = {".html": "text/html", ".ttl": "text/turtle", ".jsonld": "application/ld+json", ".nt": "application/n-triples"}
_NAMES = (
    ("Turtle", "text/turtle", ".ttl"),
    ("JSON-LD", "application/ld+json", ".jsonld"),
    ("N-Triples", "application/n-triples", ".nt"),
)
# The server knows the usual prefixes; the editor underlines what does not declare them.
_FIRST = f"""PREFIX : <{KG}>
PREFIX rdfs: <{RDFS}>

# Who met whom?
SELECT ?one ?other WHERE {{
  ?a :met ?b . ?a rdfs:label ?one . ?b rdfs:label ?other
}} LIMIT 100
"""
# The editor sets styles of its own, and keeps icons as data; it may ask this server alone.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def start(snapshot: Snapshot) -> bytes:
    """The page that `kg view` makes, with a link to the editor."""
    from kg.view.page import page

    return page(open_graph(snapshot.source), editor="query").encode()


def reference(snapshot: Snapshot) -> bytes:
    """The reference of the ontology that `kg docs` makes."""
    from kg.docs.page import reference

    return reference(open_graph(snapshot.source)).encode()


def _vocabulary(accept: str, limits: Limits) -> Answer:
    """The classes and properties of the ontology as a graph."""
    return as_graph((quad.triple for quad in ox.parse(path=str(_ONTOLOGY))), accept, limits)


def _thing_page(snapshot: Snapshot, path: str, root: str, limits: Limits) -> bytes:
    told = thing(snapshot, path, root, limits)
    styles = [LOOK, ASSETS / "thing.css"]
    return document(ASSETS / "thing.html", styles, thing=told, path=path, root=root, formats=_NAMES).encode()


def _editor() -> bytes:
    """The editor for queries, with the questions that stand ready."""
    asked = [{"name": name, "question": text, "sparql": sparql(name)} for name, text in questions().items()]
    data = json_data({"questions": asked, "first": _FIRST})
    return document(ASSETS / "query.html", [], questions=asked, data=data).encode()


def _shown(request: Request, html: bytes, **headers: str) -> Response:
    """The response with an HTML file; one that the client has already is not sent again."""
    tag = f'"{hashlib.sha256(html).hexdigest()[:16]}"'
    told = {"content-type": "text/html; charset=utf-8", "etag": tag, "cache-control": "no-cache", "vary": "Accept"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={**told, **headers})
    return Response(html, headers={**told, **headers})


class Made:
    """Answers with a page that is made of a whole snapshot, once for each, by a process of its own."""

    def __init__(self, service: Service, make: Callable[[Snapshot], bytes]) -> None:
        self._service, self._make = service, make
        self._kept: tuple[Snapshot, bytes] | None = None
        self._making = asyncio.Lock()

    async def __call__(self, request: Request) -> Response:
        """Answer a request."""
        async with self._making:
            snapshot = self._service.snapshot
            if self._kept is None or self._kept[0] != snapshot:
                self._kept = (snapshot, await self._service.painter.run(self._make, snapshot))
            return _shown(request, self._kept[1])


@dataclass(frozen=True, slots=True)
class Things:
    """Answers for the IRIs of things, and for their files in one format.

    An IRI is that of the thing, and what is sent describes it: Content-Location says where this description lies
    ("Cool URIs for the Semantic Web", 4.1, with content negotiation).
    """

    service: Service

    async def __call__(self, request: Request) -> Response:
        """Answer a request. Raises Refused, which is told with its status."""
        service, path = self.service, request.path_params["path"]
        accept, extension = request.headers.get("accept", ""), Path(path).suffix
        if extension in _FILES:
            accept, path = _FILES[extension], path.removesuffix(extension)
        limits, readers = service.options.limits, service.readers
        headers = {"link": f'<{path.rpartition("/")[2]}.ttl>; rel="alternate"; type="text/turtle"'}
        media = chosen(accept, [*GRAPHS, "text/html"])
        if media != "text/html":
            answer = await readers.run(described, service.snapshot, path, accept, limits)
            return respond(answer, **headers)
        root = "../" * (request.url.path.count("/") - 1)
        return _shown(request, await readers.run(_thing_page, service.snapshot, path, root, limits), **headers)


@dataclass(frozen=True, slots=True)
class Ontology:
    """Answers for the terms of the ontology, all of which lie at one address: the reference, or the graph."""

    service: Service
    page: Made

    async def __call__(self, request: Request) -> Response:
        """Answer a request. Raises Refused, which is told with its status."""
        accept = request.headers.get("accept", "")
        if chosen(accept, [*GRAPHS, "text/html"]) == "text/html":
            return await self.page(request)
        return respond(await self.service.readers.run(_vocabulary, accept, self.service.options.limits))


async def asking(request: Request) -> Response:
    """Answer with the editor for queries."""
    return _shown(request, _editor(), **{"content-security-policy": _POLICY})
