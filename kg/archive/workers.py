"""Articles built in batches by one process or several: in their order, and never many at a time."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import lru_cache
from multiprocessing import get_context, parent_process

from kg.archive.report import Entry
from kg.archive.stage import DIED, Options, Outcome, Stage
from kg.model import Article

__all__ = ["ONE_THREAD", "Item", "articles_of", "batches", "in_processes", "in_this_process", "joined"]

_ARTICLES, _CHARACTERS, _ITEMS = 16, 100_000, 512
"""The most articles of a batch, their characters unless one has more, and articles together with what is no work."""

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
"""The environment in which a process computes with one thread, so that several do not get into each other's way."""

type Item = Article | Entry


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items in batches of about the same work; an entry is none, and only keeps its place."""
    batch: list[Item] = []
    articles = characters = 0
    for item in items:
        batch.append(item)
        if isinstance(item, Article):
            articles, characters = articles + 1, characters + len(item.text)
        if articles >= _ARTICLES or characters >= _CHARACTERS or len(batch) >= _ITEMS:
            yield batch
            batch, articles, characters = [], 0, 0
    if batch:
        yield batch


def articles_of(batch: Iterable[Item]) -> list[Article]:
    """The articles among the items of a batch."""
    return [item for item in batch if isinstance(item, Article)]


def joined(batch: Iterable[Item], outcomes: Iterable[Outcome]) -> Iterator[Entry | Outcome]:
    """A batch with the outcome of each article in its place."""
    rest = iter(outcomes)
    return (next(rest) if isinstance(item, Article) else item for item in batch)


def in_this_process(items: Iterable[Item], options: Options) -> Iterator[Entry | Outcome]:
    """Items with the outcome of each article in its place; the model is loaded when the first is built."""
    for batch in batches(items):
        articles = articles_of(batch)
        yield from joined(batch, _build(options, articles) if articles else ())


def in_processes(items: Iterable[Item], options: Options, jobs: int) -> Iterator[Entry | Outcome]:
    """The same by several processes, each with the model. No more than two batches for each process are under way.

    Where a process dies, its articles are built again one by one, and the one with which it dies once more has failed.
    """
    waiting: deque[tuple[list[Item], Future[list[Outcome]] | None]] = deque()
    with _Processes(options, jobs) as processes:
        for batch in batches(items):
            articles = articles_of(batch)
            waiting.append((batch, processes.submit(articles) if articles else None))
            if len(waiting) > 2 * jobs:
                yield from _done(processes, *waiting.popleft())
        while waiting:
            yield from _done(processes, *waiting.popleft())


def _done(processes: _Processes, batch: list[Item], future: Future[list[Outcome]] | None) -> Iterator[Entry | Outcome]:
    return joined(batch, processes.result(articles_of(batch), future) if future else ())


class _Processes:
    """A pool that is started anew where one of its processes dies."""

    def __init__(self, options: Options, jobs: int) -> None:
        self._options, self._jobs = options, jobs
        self._pool = _pool(jobs)

    def __enter__(self) -> _Processes:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def submit(self, articles: Sequence[Article]) -> Future[list[Outcome]]:
        with _one_thread_each():  # processes start when they are needed
            try:
                return self._pool.submit(_build, self._options, articles)
            except BrokenProcessPool:
                self._pool = _pool(self._jobs)
                return self._pool.submit(_build, self._options, articles)

    def result(self, articles: Sequence[Article], future: Future[list[Outcome]]) -> list[Outcome]:
        try:
            return future.result()
        except BrokenProcessPool:
            return list(self._one_by_one(articles))

    def _one_by_one(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        pool = _pool(1)  # apart from the others, which may die of another article meanwhile
        try:
            for article in articles:
                try:
                    with _one_thread_each():
                        yield from pool.submit(_build, self._options, [article]).result()
                except BrokenProcessPool:
                    yield Outcome(article, failed=DIED)
                    pool = _pool(1)
        finally:
            pool.shutdown()


def _pool(jobs: int) -> ProcessPoolExecutor:
    # A process of its own, not a copy of this one, whose threads would not be copied.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    """Have this process end when the one that started it does, however that is."""
    parent = parent_process()
    assert parent is not None

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """New processes compute with one thread each."""
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ |= ONE_THREAD
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def _build(options: Options, articles: Sequence[Article]) -> list[Outcome]:
    return _stage(options)(articles)


@lru_cache(maxsize=1)
def _stage(options: Options) -> Callable[[Sequence[Article]], list[Outcome]]:
    return Stage(options)
