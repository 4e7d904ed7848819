"""Processes that run functions for the server: started when they are needed, replaced when they were ended."""

from __future__ import annotations

import asyncio
import pickle
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable

from kg.errors import KgError
from kg.serve.limits import MEGA, Limits, Refused
from kg.serve.worker import HEAD, NO_MEMORY, Failed, message

__all__ = ["Pool"]


class Pool:
    """At most `size` processes. Each runs one function at a time, within the limits of time and memory."""

    def __init__(self, limits: Limits, size: int) -> None:
        self._limits = limits
        self._turns = asyncio.Semaphore(size)
        self._idle: list[Process] = []
        self._all: set[Process] = set()
        self._starting: set[asyncio.Task[None]] = set()

    async def run[*P, T](self, function: Callable[[*P], T], *arguments: *P) -> T:
        """What a function of a module gives for arguments, all of which can be pickled.

        Raises the KgError that it raised, and Refused where it came to a limit or had to wait too long for its turn.
        """
        try:
            async with asyncio.timeout(self._limits.seconds):
                await self._turns.acquire()
        except TimeoutError as error:
            raise Refused(503, "the server is busy with other queries; try again later") from error
        try:
            return await self._run(function, arguments)
        finally:
            self._turns.release()

    async def _run[T](self, function: Callable[..., T], arguments: tuple[object, ...]) -> T:
        process = self._idle.pop() if self._idle else await self._start()
        try:
            assert process.stdin and process.stdout
            process.stdin.write(message((self._limits.seconds, function, arguments)))
            await process.stdin.drain()
            length = int.from_bytes(await process.stdout.readexactly(HEAD))
            outcome = pickle.loads(await process.stdout.readexactly(length))
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise self._told(await self._ended(process)) from error
        except asyncio.CancelledError as error:  # nobody waits for the answer any more
            process.kill()
            await self._ended(process)
            raise Refused(503, "the server is stopping") from error
        self._idle.append(process)
        if isinstance(outcome, KgError | Failed):
            raise outcome
        return outcome  # type: ignore[no-any-return]

    def _told(self, status: int) -> Exception:
        if status == -signal.SIGALRM:
            return Refused(503, f"not answered within {self._limits.seconds:g} seconds; narrow the query")
        if status in (NO_MEMORY, -signal.SIGABRT, -signal.SIGKILL, -signal.SIGSEGV):
            most = self._limits.memory // MEGA
            return Refused(503, f"not answered with {most} MB of memory; narrow the query, or order less")
        return Failed(f"the process ended with status {status}")

    async def _start(self) -> Process:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "kg.serve.worker", stdin=PIPE, stdout=PIPE, start_new_session=True, limit=MEGA
        )
        self._all.add(process)
        return process

    async def _ended(self, process: Process) -> int:
        """The status of a process that has ended; another one takes its place."""
        self._all.discard(process)
        task = asyncio.create_task(self.ready())
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)
        return await process.wait()

    async def ready(self) -> None:
        """Have a process that waits for work."""
        if not self._idle:
            self._idle.append(await self._start())

    async def close(self) -> None:
        """End all processes."""
        for task in self._starting:
            task.cancel()
        for process in self._all:
            if process.returncode is None:
                process.kill()
            await process.wait()
