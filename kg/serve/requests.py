"""What requests bring: bodies within their limit, parameters, a token."""

from __future__ import annotations

import hmac
from urllib.parse import parse_qsl

from starlette.requests import Request

from kg.serve.limits import Limits, Refused

__all__ = ["Parameters", "authorised", "body_of", "media_of", "parameters_in"]

type Parameters = dict[str, list[str]]
"""The values of parameters by name; what is not there has none."""


async def body_of(request: Request, limits: Limits) -> bytes:
    """What a client sends. Raises Refused where it is larger than the limit, without reading more of it."""
    told = request.headers.get("content-length", "")
    size, parts = 0, []
    if not (told.isdigit() and int(told) > limits.body):
        async for part in request.stream():
            size += len(part)
            if size > limits.body:
                break
            parts.append(part)
        else:
            return b"".join(parts)
    raise Refused(413, f"more than {limits.body} bytes are not taken; send less at once")


def media_of(request: Request) -> str:
    """The media type of what a client sends, without its parameters; "" where it tells none."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def parameters_in(encoded: str) -> Parameters:
    """The parameters in a query string or a form. Raises Refused where they are not UTF-8, or too many."""
    found: Parameters = {}
    try:
        for key, value in parse_qsl(encoded, keep_blank_values=True, errors="strict", max_num_fields=1000):
            found.setdefault(key, []).append(value)
    except ValueError as error:
        raise Refused(
            400, f"these parameters cannot be read ({error}); encode them in UTF-8 and percent signs"
        ) from error
    return found


def authorised(request: Request, token: str | None) -> None:
    """Raises Refused where nobody may write (no token), or this client may not."""
    if token is None:
        raise Refused(403, "this server only reads; its owner may start it with --writable")
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), token.encode()):
        raise Refused(401, "only who has the token may write; send it as: Authorization: Bearer TOKEN")
