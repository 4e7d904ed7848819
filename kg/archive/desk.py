"""Where batches wait until they are built, and the actor that builds them; what kills an actor is told as failed.

Both are classes that `kg.archive.cluster` runs as actors of Ray. The desk lies beside the process that reads articles.
Since it holds a batch until its outcomes have come, a batch is built again wherever Ray has it done once more.
"""

from __future__ import annotations

import asyncio
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from kg.archive.stage import DIED, Options, Outcome, Stage
from kg.errors import KgError
from kg.model import Article

__all__ = ["Builder", "Desk", "numbers"]


@dataclass(slots=True)
class _Batch:
    """Articles, how often they were begun, the one that is built alone, and those with which an actor has died."""

    articles: Sequence[Article]
    begun: int = 0
    alone: int | None = None
    deadly: set[int] = field(default_factory=set)


class Desk:
    """Batches by their numbers, which count from 0."""

    def __init__(self) -> None:
        self._batches: dict[int, _Batch] = {}
        self._number, self._ended = 0, False
        self._news = asyncio.Condition()

    async def put(self, articles: Sequence[Article]) -> None:
        """Take the next batch."""
        async with self._news:
            self._batches[self._number] = _Batch(articles)
            self._number += 1
            self._news.notify_all()

    async def end(self) -> None:
        """There will be no more."""
        async with self._news:
            self._ended = True
            self._news.notify_all()

    async def has(self, number: int) -> bool:
        """Whether there is a batch of that number, or was; waits until it is known."""
        async with self._news:
            await self._news.wait_for(lambda: number < self._number or self._ended)
            return number < self._number

    async def begin(self, number: int) -> tuple[Sequence[Article], bool, frozenset[int]]:
        """The articles of a batch, whether to build each alone, and those that are not to be built.

        Whoever began it before has died: not of an article that was built alone and came to its end.
        """
        batch = self._batches.get(number, _Batch(()))  # one that is done may be asked for once more, for nobody
        if batch.alone is not None:
            batch.deadly.add(batch.alone)
        batch.begun, batch.alone = batch.begun + 1, None
        return batch.articles, batch.begun > 1, frozenset(batch.deadly)

    async def alone(self, number: int, article: int | None) -> None:
        """An article of a batch is built alone now, or None any more."""
        if number in self._batches:
            self._batches[number].alone = article

    async def drop(self, number: int) -> None:
        """Forget a batch, whose outcomes have come."""
        self._batches.pop(number, None)


def numbers(desk: Any) -> Iterator[int]:
    """The numbers of batches, as they come to a desk, until there are no more."""
    import ray

    for number in count():
        if not ray.get(desk.has.remote(number)):
            return
        yield number


class Builder:
    """The stage as an actor: call it with the number of a batch on a desk for what each of its articles gives.

    Raises KgError where the stage cannot be loaded, or is not what is expected by its digest.
    """

    def __init__(self, options: Options, by: str, desk: Any) -> None:
        self._stage, self._desk = Stage(options), desk
        if self._stage.by != by:
            raise KgError(f"{platform.node()}: has another kg, spaCy or model; install the same on all machines")

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        import numpy as np
        import ray

        number = int(row["number"][0])
        articles, again, deadly = ray.get(self._desk.begin.remote(number))
        built = np.empty(1, dtype=object)
        built[0] = list(self._one_by_one(number, articles, deadly)) if again else self._stage(articles)
        return {"number": [number], "outcomes": built}

    def _one_by_one(self, number: int, articles: Sequence[Article], deadly: frozenset[int]) -> Iterator[Outcome]:
        import ray

        for index, article in enumerate(articles):
            if index in deadly:
                yield Outcome(article, failed=DIED)
            else:
                ray.get(self._desk.alone.remote(number, index))
                yield from self._stage([article])
        ray.get(self._desk.alone.remote(number, None))
