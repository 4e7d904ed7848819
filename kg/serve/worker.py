"""The process that runs functions for the server, one after the other, until the server goes away.

The system itself ends it: by an alarm where a function takes too long, and by refusing it memory beyond a bound
(`kg.serve.memory`). So nothing that a query does can keep it from being cut off. `kg.serve.pool` tells by how it ended
what went wrong.

A message is a pickled object behind its length, 8 bytes, big-endian: (seconds, function, arguments) comes in, what
the function gave or the KgError that it raised goes out.
"""

import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO

from kg.errors import KgError

__all__ = ["HEAD", "NO_MEMORY", "Failed", "message"]

HEAD = 8
"""Bytes of a message's length."""
NO_MEMORY = 77
"""The status with which a process ends whose memory ran out."""


class Failed(Exception):
    """A function failed in a way that is our fault; its traceback is in the log."""


def message(content: Any) -> bytes:
    """A message that holds an object."""
    data = pickle.dumps(content)
    return len(data).to_bytes(HEAD) + data


def work(inbox: BinaryIO, outbox: BinaryIO) -> None:
    """Do what the messages say until they end."""
    while head := inbox.read(HEAD):
        seconds, function, arguments = pickle.loads(inbox.read(int.from_bytes(head)))
        signal.setitimer(signal.ITIMER_REAL, seconds)
        outcome = message(_outcome(function, arguments))
        signal.setitimer(signal.ITIMER_REAL, 0)
        outbox.write(outcome)
        outbox.flush()


def _outcome(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    try:
        return function(*arguments)
    except KgError as error:
        return error
    except MemoryError:
        sys.exit(NO_MEMORY)
    except Exception:
        traceback.print_exc()
        return Failed()


def main() -> None:
    """Work on the messages on standard input; answers go to standard output, and nothing else does."""
    outbox = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # which ends the process, whatever it does
    import kg.serve.answers  # noqa: F401  while no client waits

    with suppress(BrokenPipeError):
        work(sys.stdin.buffer, outbox)


if __name__ == "__main__":
    # pickle looks names up in the module of that name, of which `python -m` would make a second one.
    from kg.serve.worker import main as start

    start()
