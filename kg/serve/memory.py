"""The memory that a process may take to find an answer, where the system can see to that (Linux)."""

from contextlib import suppress
from pathlib import Path

__all__ = ["bound", "unbound"]


def bound(size: int) -> None:
    """Take no more memory than a number of bytes beyond what is taken now: who asks for more gets none.

    What counts are data: the addresses that a store's threads set aside are many times what they use.
    """
    with suppress(OSError, ValueError):
        pages = int(Path("/proc/self/statm").read_text().split()[5])
        _limit(pages, size)


def unbound() -> None:
    """Take what there is."""
    _limit(0, -1)


def _limit(pages: int, size: int) -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (hard if size < 0 else pages * resource.getpagesize() + size, hard))
