"""The way to a Ray cluster: what is sent there, and nothing of Ray's on the user's terminal or the network at large."""

from __future__ import annotations

import logging
import os
import shutil
import socket
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kg.archive.stage import Options
from kg.errors import KgError

__all__ = ["connected"]

_SECONDS = 5
"""So long a cluster may take to answer at all."""

_ENVIRONMENT = {
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing is told to Ray's makers
    "RAY_ENABLE_AUTO_CONNECT": "0",  # nothing is joined but what the user names
    "RAY_gcs_server_port_wait_time_s": "1",  # where somebody else answers, one try of 40 seconds, not twenty
    "RAY_BACKEND_LOG_LEVEL": "fatal",  # of Ray's core
    "RAY_DEDUP_LOGS_SKIP_REGEX": ".",  # of the cluster's machines
}
"""What Ray reads when it is imported."""


@contextmanager
def connected(address: str, options: Options) -> Iterator[tuple[Any, Options]]:
    """Ray, connected to the cluster at an address, and options that hold there: the files in them are sent along.

    Raises KgError where Ray is not installed, the cluster cannot be reached, or fails in the block.
    """
    os.environ |= _ENVIRONMENT
    try:
        ray: Any = import_module("ray")
        import_module("ray.data")
    except ImportError as error:
        raise KgError("--ray: needs Ray; pip install 'communique[ray]'") from error
    _check(address)
    _keep_from_terminal()
    with TemporaryDirectory() as folder:
        sent = _copied(options, Path(folder))
        environment = {"working_dir": folder} if sent != options else None
        try:
            with _silence():
                ray.init(address, runtime_env=environment, log_to_driver=False, logging_level="CRITICAL")
        except Exception as error:  # of many kinds, among them a bare one
            raise KgError(f"{address}: cannot be joined ({_told(error)}); see README on Ray clusters") from error
        try:
            yield ray, sent
        except (ray.exceptions.RayError, ray.data.exceptions.SystemException) as error:
            raise KgError(f"{address}: the cluster failed: {_told(error)}") from error
        finally:
            ray.shutdown()


def _check(address: str) -> None:
    """Raise KgError where nobody answers at an address; Ray would wait for minutes."""
    host, _, port = address.rpartition(":")
    if address == "auto":
        return
    if not host or "/" in host or not port.isdecimal():
        raise KgError(
            f"--ray {address}: no address of a Ray cluster; give that of its head, like 10.0.0.1:6379,"
            " or auto on a machine of the cluster"
        )
    try:
        socket.create_connection((host.strip("[]"), int(port)), _SECONDS).close()
    except (OSError, OverflowError) as error:
        raise KgError(f"--ray {address}: nobody answers there ({error}); start one with ray start --head") from error


def _copied(options: Options, folder: Path) -> Options:
    """Options whose files lie in a folder, by their paths in it."""
    lexicon = [Path("lexicon", str(number), path.name) for number, path in enumerate(options.lexicon)]
    for path, copy in zip(options.lexicon, lexicon, strict=True):
        (folder / copy).parent.mkdir(parents=True)
        shutil.copyfile(path, folder / copy)
    model = options.model
    if model is not None and Path(model).is_dir():
        shutil.copytree(model, folder / "model")
        model = "model"
    return replace(options, lexicon=tuple(lexicon), model=model)


def _keep_from_terminal() -> None:
    """Ray's messages go to its own files alone; what becomes of articles is told by us."""
    warnings.filterwarnings("ignore", module=r"ray\.")
    for handler in logging.getLogger("ray.data").handlers:
        if isinstance(handler, logging.StreamHandler):
            handler.setLevel(logging.CRITICAL + 1)


@contextmanager
def _silence() -> Iterator[None]:
    """Nothing goes to standard error, to which Ray's core writes while it tries to connect."""
    kept = os.dup(2)
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _told(error: BaseException) -> str:
    """The last line of an error, where those of Ray say what went wrong."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines[-1] if lines else type(error).__name__).removeprefix("kg.errors.KgError: ")[:300]
