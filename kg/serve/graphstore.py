"""The SPARQL 1.1 Graph Store HTTP Protocol: a graph is read, put, added to and deleted by its name."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from kg.serve.answers import graph
from kg.serve.changes import clear, put
from kg.serve.limits import Refused
from kg.serve.protocol import respond
from kg.serve.requests import authorised, body_of, media_of, parameters_in
from kg.serve.service import Service

__all__ = ["GraphStore"]


@dataclass(frozen=True, slots=True)
class GraphStore:
    """Answers requests for `?graph=IRI` and `?default`, which is the graph without a name alone."""

    service: Service

    async def __call__(self, request: Request) -> Response:
        """Answer a request. Raises Refused and KgError, which are told with their status."""
        service, name = self.service, _named(request)
        if request.method in ("GET", "HEAD"):
            accept, limits = request.headers.get("accept", ""), service.options.limits
            return respond(await service.readers.run(graph, service.snapshot, name, accept, limits))
        authorised(request, service.options.token)
        status = 204
        if request.method == "DELETE":
            await service.writer.run(clear, service.path, name)
        else:
            media, data = media_of(request), await body_of(request, service.options.limits)
            new = await service.writer.run(put, service.path, name, data, media, request.method == "POST")
            status = 201 if new else 204
        await service.follow(ox.DefaultGraph() if name is None else ox.NamedNode(name))
        return Response(status_code=status)


def _named(request: Request) -> str | None:
    """The name of the graph that is meant; None is the default graph."""
    parameters = parameters_in(request.url.query)
    graphs = parameters.get("graph", [])
    if ("default" in parameters) == bool(graphs) or len(graphs) > 1:
        raise Refused(400, "say which graph is meant: ?graph=IRI or ?default")
    return graphs[0] if graphs else None
