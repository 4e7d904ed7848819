"""What lies at an address on the web: within limits of time and size, and from public addresses alone.

Each redirection is followed here, so that every address is checked. Proxies are not asked, which would resolve names
themselves.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING

from kg.articles.cleaning import MAX_LENGTH
from kg.errors import KgError

if TYPE_CHECKING:
    import httpcore
    import httpx

__all__ = ["Fetched", "fetch"]

_LONGEST = 8 * MAX_LENGTH  # bytes, as sent and as unpacked
_SECONDS = 30.0  # in all
_HOPS = 5
_HEADERS = (
    ("User-Agent", "communique"),
    ("Accept", "text/html, application/xhtml+xml, */*;q=0.5"),
    ("Accept-Encoding", "gzip"),
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was found: the address that answered in the end, its media type and charset ("" if not told), the bytes."""

    url: str
    media: str
    charset: str
    data: bytes


def fetch(url: str, allow_private: bool = False, seconds: float = _SECONDS) -> Fetched:
    """Fetch what lies at an http or https address.

    Raises KgError where it cannot be had: the address is private (unless that is allowed) or no such, the answer is
    an error, longer than 8 MB, packed more than once, or takes longer than `seconds` in all.
    """
    import httpcore
    import httpx

    from kg.articles.guarding import Guarded

    try:
        with httpcore.ConnectionPool(network_backend=Guarded(seconds, allow_private)) as pool:
            at = httpx.URL(url)
            for _ in range(_HOPS):
                found = _get(pool, at, url)
                if isinstance(found, Fetched):
                    return found
                at = found
    except httpx.InvalidURL as error:
        raise KgError(f"{url}: no address that can be fetched ({error}); check it") from error
    except httpcore.TimeoutException as error:
        raise KgError(f"{url}: takes longer than {seconds:g} seconds; try again, or save the page") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise KgError(f"{url}: cannot be fetched ({error}); check the address") from error
    raise KgError(f"{url}: leads on and on, {_HOPS} times; give the address where it ends")


def _get(pool: httpcore.ConnectionPool, at: httpx.URL, url: str) -> Fetched | httpx.URL:
    """What lies at an address, or the address that it redirects to; `url` is what was asked for."""
    import httpcore
    import httpx

    if at.scheme not in ("http", "https") or not at.host or at.userinfo:
        raise KgError(
            f"{url}: leads to {at.copy_with(userinfo=b'')}; only http and https without a password are fetched"
        )
    target = httpcore.URL(scheme=at.raw_scheme, host=at.raw_host, port=at.port, target=at.raw_path)
    with pool.stream("GET", target, headers=_HEADERS) as answer:
        headers = httpx.Headers(answer.headers)
        if answer.status in (301, 302, 303, 307, 308) and "location" in headers:
            return at.join(headers["location"])
        if answer.status != 200:
            raise KgError(f"{url}: the server answers with status {answer.status}; check the address")
        data = _unpacked(answer.iter_stream(), headers.get("content-encoding", "identity").strip().lower(), url)
    media = Message()
    media["content-type"] = headers.get("content-type", "")
    return Fetched(str(at), media.get_content_type(), str(media.get_param("charset") or ""), data)


def _unpacked(chunks: Iterable[bytes], packing: str, url: str) -> bytes:
    """The bytes that are sent, unpacked as far as they are allowed to be."""
    if packing not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise KgError(f"{url}: is packed in a way that was not asked for ({packing[:40]}); save the page")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if packing not in ("identity", "") else None
    data = bytearray()
    sent = 0
    for chunk in chunks:
        sent += len(chunk)
        try:
            data += unpack.decompress(chunk, _LONGEST + 1 - len(data)) if unpack else chunk
        except zlib.error as error:
            raise KgError(f"{url}: is packed, and cannot be unpacked ({error}); save the page") from error
        if max(sent, len(data)) > _LONGEST:
            raise KgError(f"{url}: is longer than {_LONGEST:,} bytes; save the article's text alone")
    if unpack and not unpack.eof:
        raise KgError(f"{url}: ends before its end; try again, or save the page")
    return bytes(data)
