"""The application: which address leads where, and how faults are told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.errors import KgError
from kg.serve.graphstore import GraphStore
from kg.serve.limits import Refused
from kg.serve.pages import ASSETS, Made, Ontology, Things, asking, reference, start
from kg.serve.protocol import Endpoint
from kg.serve.service import Service

__all__ = ["application"]


def application(service: Service) -> Starlette:
    """The ASGI application that serves a graph."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(service.watch())
        await service.readers.ready()
        yield
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
        await service.close()

    cors = Middleware(
        CORSMiddleware, allow_origins=service.options.cors, allow_methods=["*"], allow_headers=["*"], max_age=600
    )
    return Starlette(
        routes=[
            Route("/", Made(service, start).__call__),
            Route("/query", asking),
            Route("/ontology", Ontology(service, Made(service, reference)).__call__),
            Route("/id/{path:path}", Things(service).__call__),
            Mount("/assets", StaticFiles(directory=ASSETS)),
            Route("/sparql", Endpoint(service).__call__, methods=["GET", "POST"]),
            Route("/store", GraphStore(service).__call__, methods=["GET", "PUT", "POST", "DELETE"]),
        ],
        middleware=[cors] if service.options.cors else [],
        exception_handlers={KgError: _told},
        lifespan=lifespan,
    )


async def _told(request: Request, error: Exception) -> Response:
    """A fault of what a client sent, in one line. The connection ends where more of it may come."""
    status = error.status if isinstance(error, Refused) else 400
    headers = {"connection": "close"} if status == 413 else {}
    if status == 401:
        headers["www-authenticate"] = "Bearer"
    return PlainTextResponse(f"{' '.join(str(error).split())}\n", status, headers)
