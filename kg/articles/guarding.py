"""Connections for fetching: to public addresses alone, and for a limited time in all.

A name is resolved here and the connection made to the address that was checked, so that a name which means another
address a moment later (DNS rebinding) leads nowhere.
"""

import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

import httpcore

__all__ = ["Guarded", "is_public"]

_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet; an IPv6 address that means an IPv4 one is judged by that."""
    ip = ip_address(address)
    return all(part.is_global and not part.is_multicast for part in _meanings(ip))


def _meanings(ip: IPv4Address | IPv6Address) -> Iterator[IPv4Address | IPv6Address]:
    if isinstance(ip, IPv4Address):
        yield ip
    elif ip.ipv4_mapped is not None:
        yield ip.ipv4_mapped
    else:
        yield ip
        yield from filter(None, (ip.sixtofour, *(ip.teredo or ())))
        if ip in _NAT64:
            yield IPv4Address(int(ip) & 0xFFFFFFFF)


class Guarded(httpcore.NetworkBackend):
    """Connects to public addresses alone, unless private ones are allowed, until `seconds` have passed.

    Raises httpcore.ConnectError for an address that is not allowed and httpcore.ReadTimeout when the time is over.
    """

    def __init__(self, seconds: float, allow_private: bool = False) -> None:
        self._end = time.monotonic() + seconds
        self._allow_private = allow_private

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        fault: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._addresses(host, port):
            try:
                stream = httpcore.SyncBackend().connect_tcp(
                    address, port, _left(self._end, timeout), local_address, socket_options
                )
                return _Timed(stream, self._end)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                fault = error
        raise fault

    def _addresses(self, host: str, port: int) -> list[str]:
        """The addresses of a host that may be connected to, in the resolver's order."""
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} cannot be resolved ({error})") from error
        found = list(dict.fromkeys(str(info[4][0]) for info in infos))
        allowed = found if self._allow_private else list(filter(is_public, found))
        if found and not allowed:
            raise httpcore.ConnectError(f"{host} is no public address ({found[0]}); --allow-private allows it")
        return allowed


class _Timed(httpcore.NetworkStream):
    """A connection that ends at a time, however slowly the other side sends."""

    def __init__(self, stream: httpcore.NetworkStream, end: float) -> None:
        self._stream = stream
        self._end = end

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._end, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._end, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, _left(self._end, timeout))
        return _Timed(stream, self._end)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(end: float, timeout: float | None) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("it takes too long")
    return left if timeout is None else min(left, timeout)
