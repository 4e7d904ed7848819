"""Named graphs to any triple store, by the SPARQL 1.1 Graph Store HTTP Protocol.

Each graph is one PUT (4.2 and 5.3 of the protocol, with the graph's name in the query), which puts it in the place of
the one of its name: what is sent again changes nothing, so whatever failed can be tried again.
"""

import socket
import ssl
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
import pyoxigraph as ox
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    wait_exponential,
    wait_random,
)

from kg.errors import KgError
from kg.rdf.articles import Graphs

__all__ = ["Key", "address", "push"]

_TRIES = 6
_BACKOFF = wait_exponential(multiplier=0.5, max=30) + wait_random(0, 0.5)
"""Seconds between tries: 0.5, 1, 2, 4 … and up to half a second, so that many who wait do not come back at once."""
_CONNECT = 10.0
"""Seconds to wait at most for a connection."""
_LONGEST = 120.0
"""Seconds to wait at most where the server says how long it wants (Retry-After)."""
_REMEDIES = {
    401: "give --auth USER:PASSWORD or --token TOKEN, or mend it",
    403: "give the --auth or --token of somebody who may",
    404: "check the address in --to, with the name of the dataset or repository",
    405: "give the address of the Graph Store Protocol in --to, not that of queries, and see that it may be written",
    413: "raise the server's limit",
}


@dataclass(frozen=True, slots=True)
class Key:
    """What lets one in: a user with a password, or a bearer token; none of them where nothing is needed."""

    user: str | None = None
    password: str = field(default="", repr=False)
    token: str | None = field(default=None, repr=False)


class _Later(KgError):
    """A fault that may pass; `after` is how many seconds the server wants to be left alone, if it says so."""

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after


class _Asked(httpx.Auth):
    """Basic or Digest, whichever the server asks for, so that no password is sent in the open unasked."""

    def __init__(self, key: Key) -> None:
        self._user, self._password = key.user or "", key.password
        self._auth: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._auth is None:
            response = yield request
            if response.status_code != 401:
                return
            digest = "digest" in response.headers.get("WWW-Authenticate", "").lower()
            self._auth = (httpx.DigestAuth if digest else httpx.BasicAuth)(self._user, self._password)
        yield from self._auth.auth_flow(request)


def address(to: str, graph: ox.NamedNode) -> httpx.URL:
    """The address of a named graph at a Graph Store Protocol endpoint. Raises KgError where `to` is no HTTP address."""
    return _checked(to).copy_with(userinfo=b"", fragment=None).copy_add_param("graph", graph.value)


def _checked(to: str) -> httpx.URL:
    try:
        url = httpx.URL(to)
    except httpx.InvalidURL as error:
        raise KgError(f"{to}: not an address ({error}); mend --to") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise KgError(f"{to}: not an address; give --to one that begins with http:// or https://")
    return url


def push(graphs: Graphs, to: str, key: Key | None = None, timeout: float = 60.0) -> Iterator[ox.NamedNode]:
    """Put named graphs where `to` leads, one request each; yields the name of each once it is there.

    Faults of the connection and of the server (429, 5xx) are tried again, after growing pauses. A user and password in
    the address do as well as those of a key. `timeout` is in seconds, of each step of a request.

    Raises KgError where the server cannot be reached, refuses, or stays at fault; what has been put is there.
    """
    given = key or Key()
    url = _checked(to)
    if given.user is None and url.userinfo:
        given = Key(url.username, url.password, given.token)
    headers = {"Authorization": f"Bearer {given.token}"} if given.token else {}
    auth = _Asked(given) if given.user is not None and not given.token else None
    retrying = Retrying(
        retry=retry_if_exception_type(_Later), wait=_pause, stop=stop_after_attempt(_TRIES), reraise=True
    )
    patience = httpx.Timeout(timeout, connect=min(timeout, _CONNECT))
    with httpx.Client(headers=headers, auth=auth, timeout=patience) as client:
        for name in sorted(graphs, key=str):
            # Every N-Triples document is Turtle, which all servers must read.
            lines = sorted(f"{quad.triple} .\n" for quad in graphs[name])
            retrying(_put, client, address(to, name), "".join(lines).encode())
            yield name


def _put(client: httpx.Client, url: httpx.URL, turtle: bytes) -> None:
    """One PUT. Raises _Later for faults that may pass, KgError for others."""
    where = str(url.copy_with(query=None))
    try:
        response = client.put(url, content=turtle, headers={"Content-Type": "text/turtle"})
    except httpx.TransportError as error:
        raise _unreached(where, error) from error
    if response.is_success:
        return
    if response.has_redirect_location:  # followed, a PUT may become a GET, and a password go elsewhere
        raise KgError(f"{where}: has moved; give --to {response.headers['Location'].partition('?')[0]}")
    status = f"{response.status_code} {response.reason_phrase}".strip()
    told = " ".join(response.text.split())[:200] if _is_text(response) else ""
    message = f"{where}: refused a graph ({status}{f': {told}' if told else ''})"
    if response.status_code == 429 or response.is_server_error and response.status_code != 501:
        raise _Later(f"{message}; try again later", _after(response.headers.get("Retry-After", "")))
    raise KgError(f"{message}; {_REMEDIES.get(response.status_code, 'check the address in --to')}")


def _unreached(where: str, error: httpx.TransportError) -> KgError:
    """What to tell of a connection that failed; _Later if it may work another time."""
    reasons = list(_causes(error))
    if isinstance(error, httpx.TimeoutException):
        return _Later(f"{where}: no answer in time; check the address, or raise --timeout")
    if any(isinstance(reason, ssl.SSLCertVerificationError) for reason in reasons):
        remedy = "name a file with the certificate of who signed it in the variable SSL_CERT_FILE"
        return KgError(f"{where}: its certificate is not trusted ({error}); {remedy}")
    if any(isinstance(reason, ssl.SSLError) for reason in reasons):
        return KgError(f"{where}: speaks no TLS that we do ({error}); check whether it is http:// or https://")
    for reason in reasons:
        if isinstance(reason, socket.gaierror) and reason.errno != socket.EAI_AGAIN:
            return KgError(f"{where}: no such host ({reason.strerror}); check the address in --to")
    return _Later(f"{where}: cannot be reached ({error or type(error).__name__}); check the address, and that it runs")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _is_text(response: httpx.Response) -> bool:
    kind: str = response.headers.get("Content-Type", "")
    return any(kind.startswith(text) for text in ("text/plain", "application/json", "application/problem"))


def _pause(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, _Later) and error.after is not None:
        return min(error.after, _LONGEST)
    return _BACKOFF(state)


def _after(told: str) -> float | None:
    """The seconds of a Retry-After (RFC 9110, 10.2.3): a number, or a date."""
    if told.isascii() and told.isdigit():
        return float(told)
    try:
        return max(0.0, (parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None
