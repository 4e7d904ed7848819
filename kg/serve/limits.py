"""What a client may ask for, and how it is told that it asked for more."""

from dataclasses import dataclass

from kg.errors import KgError

__all__ = ["Limits", "Refused"]

MEGA = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one query.

    `seconds` to wait for its turn, and again to answer it; `rows` (or triples) of its answer; bytes of what a client
    sends (`body`), of an answer (`answer`), and of memory to find it with (`memory`).
    """

    seconds: float = 30
    rows: int = 100_000
    body: int = 4 * MEGA
    answer: int = 64 * MEGA
    memory: int = 1024 * MEGA


class Refused(KgError):
    """A request that is not answered: the status of HTTP, and why."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(status, reason)
        self.status, self.reason = status, reason

    def __str__(self) -> str:
        return self.reason
