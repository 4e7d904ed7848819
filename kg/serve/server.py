"""The server: it listens until it is asked to stop."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.errors import KgError
from kg.serve.service import Options, Service

__all__ = ["serve"]

_GRACE = 3
"""Seconds for requests that are being answered when the server is asked to stop."""


def serve(path: Path, host: str, port: int, options: Options, ready: Callable[[str], None]) -> None:
    """Serve a graph until SIGINT or SIGTERM; `ready` is told the address as soon as it listens there.

    Port 0 is any that is free. Raises KgError where the graph cannot be read, or the address not be listened at.
    """
    try:
        import uvicorn

        from kg.serve.app import application
    except ImportError as error:
        raise KgError(
            f"serve: needs packages that are not installed ({error}); pip install 'communique[serve]'"
        ) from error
    with _listening(host, port) as listener, TemporaryDirectory(prefix="kg-serve-") as scratch:
        service = Service(path, options, Path(scratch))
        config = uvicorn.Config(
            application(service), log_level="warning", access_log=False, server_header=False,
            timeout_graceful_shutdown=_GRACE,
        )  # fmt: skip
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: sys.exit(0))  # once uvicorn has stopped well it raises the signal again
        name, number, *_ = listener.getsockname()
        ready(f"http://{f'[{name}]' if ':' in name else name}:{number}/")
        uvicorn.Server(config).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=2048)
    except (OSError, OverflowError) as error:
        number = getattr(error, "errno", None) or 0
        reason = os.strerror(number) if number > 0 else getattr(error, "strerror", None) or error
        raise KgError(f"{host}:{port}: cannot listen there ({reason}); choose another --port or --host") from error
