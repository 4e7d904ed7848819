"""The graph that a server serves, with the processes that answer for it: what all its routes share."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.errors import KgError
from kg.serve.limits import Limits
from kg.serve.pool import Pool
from kg.serve.snapshot import Name, follow, stamp_of, take

__all__ = ["Options", "Service"]

_PATIENCE = 300.0
"""Seconds for what no client can make larger: loading a file, making the page, writing."""
_PAUSE = 0.5
"""Seconds between looks at the files."""
_log = logging.getLogger("uvicorn.error")


@dataclass(frozen=True, slots=True)
class Options:
    """What somebody who serves a graph can choose. `token` lets those who have it write; without one nobody writes."""

    limits: Limits = field(default_factory=Limits)
    workers: int = 2 * (os.cpu_count() or 2)
    cors: tuple[str, ...] = ()
    token: str | None = None


class Service:
    """A graph that is served: `snapshot` is what it is now, `readers` answer queries over it.

    `scratch` is a folder in which files become stores.

    What changes the graph (`writer`) and what takes long (`maker` of snapshots, `painter` of pages) has a process of
    its own. Raises KgError where no graph can be read.
    """

    def __init__(self, path: Path, options: Options, scratch: Path) -> None:
        self.path, self.options, self._scratch = path, options, scratch
        self.snapshot = take(path, scratch)
        patient = replace(options.limits, seconds=_PATIENCE)
        self.readers = Pool(options.limits, options.workers)
        self.maker, self.painter, self.writer = (Pool(patient, 1) for _ in range(3))
        self._following = asyncio.Lock()

    async def watch(self) -> None:
        """Take a new snapshot whenever the files have changed."""
        while True:
            await asyncio.sleep(_PAUSE)
            try:
                await self.refresh()
            except Exception as error:  # the snapshot that is there is served on
                if (task := asyncio.current_task()) and task.cancelling():
                    return  # a pool tells so by an error
                _log.warning("%s: what is new is not served yet (%s)", self.path, error)

    async def refresh(self) -> None:
        """Follow the files if they have changed. Raises KgError where they cannot be read."""
        try:
            if stamp_of(self.path) == self.snapshot.stamp:
                return
        except OSError as error:
            raise KgError(f"{self.path}: gone ({error.strerror}); put it back") from error
        await self.follow(None)

    async def follow(self, name: Name | None) -> None:
        """Follow what was written to one graph, or to any."""
        async with self._following:
            old = self.snapshot
            self.snapshot = await self.maker.run(follow, old, self._scratch, name)
            if self.snapshot.folder != old.folder:
                # RocksDB has opened all files of a store; on POSIX they stay until those who have them open are done.
                await asyncio.to_thread(shutil.rmtree, old.folder, ignore_errors=True)

    async def close(self) -> None:
        """End the processes."""
        await asyncio.gather(*(pool.close() for pool in (self.readers, self.maker, self.painter, self.writer)))
