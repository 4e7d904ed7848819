"""The SPARQL 1.1 Protocol: queries, and updates where somebody may write, at one address."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.serve.answers import Answer, Question, answer
from kg.serve.changes import update
from kg.serve.description import description
from kg.serve.limits import Refused
from kg.serve.negotiation import GRAPHS, best
from kg.serve.requests import Parameters, authorised, body_of, media_of, parameters_in
from kg.serve.service import Service

__all__ = ["Endpoint", "respond"]

_FORM = "application/x-www-form-urlencoded"


def respond(answer: Answer, **headers: str) -> Response:
    """The response with an answer. What it is depends on what was accepted, as caches must know."""
    charset = "; charset=utf-8" if answer.media.startswith("text/") else ""
    return Response(answer.body, headers={"content-type": answer.media + charset, "vary": "Accept", **headers})


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Answers the requests of the protocol (2.1 query, 2.2 update)."""

    service: Service

    async def __call__(self, request: Request) -> Response:
        """Answer a request. Raises Refused and KgError, which are told with their status."""
        parameters = parameters_in(request.url.query)
        if request.method == "POST":
            return await self._posted(request, parameters)
        if "update" in parameters:
            raise Refused(405, "an update is sent by POST")
        if "query" in parameters:
            return await self._answered(request, parameters)
        accept = request.headers.get("accept", "")
        if best(accept, ["text/turtle", *GRAPHS, "text/html"]) == "text/html":
            return RedirectResponse("query", 303)
        here = str(request.url.replace(query="", fragment=""))
        service, options = self.service, self.service.options
        writable = options.token is not None
        return respond(await service.readers.run(description, service.snapshot, here, writable, accept, options.limits))

    async def _posted(self, request: Request, parameters: Parameters) -> Response:
        media = media_of(request)
        body = await body_of(request, self.service.options.limits)
        try:
            text = body.decode()
        except UnicodeDecodeError as error:
            raise Refused(400, f"not UTF-8 ({error}); send the query in UTF-8") from error
        match media:
            case "application/sparql-query":
                parameters["query"] = [text]
            case "application/sparql-update":
                parameters["update"] = [text]
            case str() if media == _FORM:
                parameters = parameters_in(text)
            case _:
                raise Refused(415, f"{media or 'no Content-Type'}: send {_FORM}, application/sparql-query or -update")
        if "update" in parameters:
            return await self._updated(request, parameters)
        return await self._answered(request, parameters)

    async def _answered(self, request: Request, parameters: Parameters) -> Response:
        default, named = parameters.get("default-graph-uri"), parameters.get("named-graph-uri")
        question = Question(
            _one(parameters, "query"),
            request.headers.get("accept", ""),
            None if default is None else tuple(default),
            None if named is None else tuple(named),
        )
        service = self.service
        return respond(await service.readers.run(answer, service.snapshot, question, service.options.limits))

    async def _updated(self, request: Request, parameters: Parameters) -> Response:
        authorised(request, self.service.options.token)
        if "query" in parameters or {"using-graph-uri", "using-named-graph-uri"} & set(parameters):
            raise Refused(400, "send an update alone, with its graphs in it (USING, WITH, GRAPH)")
        await self.service.writer.run(update, self.service.path, _one(parameters, "update"))
        await self.service.refresh()
        return Response(status_code=204)


def _one(parameters: Parameters, name: str) -> str:
    values = parameters.get(name, [])
    if len(values) != 1:
        raise Refused(400, f"{len(values)} parameters {name}; send one")
    return values[0]
