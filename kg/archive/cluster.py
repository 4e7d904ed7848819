"""Articles built by a Ray cluster, on as many machines as it has: in their order, and never many at a time.

The stage is an actor of Ray Data, which starts as many as there are cores, feeds them, and starts those anew that die
or whose machine is lost. Articles come from a generator in this process, where no source of Ray Data can read, since
each runs in a process of its own. So batches wait on a desk, an actor beside this process, and only their numbers go
through Ray Data: its source waits at the desk for the next, and who gets it takes the batch from the desk. Thus no more
is under way than was put there, and what a lost machine held is made again from a number.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from importlib import import_module
from typing import Any

from kg.archive.connection import connected
from kg.archive.desk import Builder, Desk, numbers
from kg.archive.fingerprint import builder
from kg.archive.report import Entry
from kg.archive.stage import Options, Outcome
from kg.archive.workers import ONE_THREAD, Item, articles_of, batches, joined

__all__ = ["on_cluster"]

_UNDER_WAY = 3
"""So many batches for each actor: one that it builds, one that waits for it, one whose turn to be kept has not come."""


def on_cluster(
    items: Iterable[Item], options: Options, address: str, jobs: int | None = None
) -> Iterator[Entry | Outcome]:
    """Items with the outcome of each article in its place, built by the Ray cluster whose head has that address.

    This machine must be one of the cluster. `jobs` actors build, or as many as the cluster has cores now. An article
    with which two of them die, the second time alone, has failed; the others of its batch are built again.

    Raises KgError where Ray is not installed, the cluster cannot be reached, or its machines cannot build.
    """
    waiting: deque[list[Item]] = deque()
    with connected(address, options) as (ray, sent):
        here = {"ray.io/node-id": ray.get_runtime_context().get_node_id()}
        desk = ray.remote(num_cpus=0, label_selector=here)(Desk).remote()
        cores = [int(node["Resources"].get("CPU", 0)) for node in ray.nodes() if node["Alive"]]
        jobs = jobs or max(sum(cores), 1)
        by = builder(options.lexicon, options.model, options.base) + options.shape
        with closing(_built(desk, (sent, by, desk), jobs, _share(cores, jobs), here)) as built:
            for batch in batches(items):
                if articles := articles_of(batch):
                    ray.get(desk.put.remote(articles))
                waiting.append(batch)
                if len(waiting) > _UNDER_WAY * jobs:
                    yield from _done(waiting.popleft(), built)
            ray.get(desk.end.remote())
            while waiting:
                yield from _done(waiting.popleft(), built)


def _done(batch: list[Item], built: Iterator[list[Outcome]]) -> Iterator[Entry | Outcome]:
    return joined(batch, next(built) if articles_of(batch) else ())


def _share(cores: list[int], jobs: int) -> float:
    """The part of a core that Ray counts for an actor, so that all have room when the biggest machine is lost.

    They would otherwise wait for it, and with them what they had begun.
    """
    left = sum(cores) - max(cores, default=0)
    return min(0.5, left * 10_000 // jobs / 10_000) if left else 0.5  # Ray counts in ten-thousandths


def _built(
    desk: Any, stage: tuple[Any, ...], jobs: int, share: float, here: dict[str, str]
) -> Generator[list[Outcome]]:
    """What the articles of each batch on a desk give, in their order; nothing starts before it is asked for."""
    data: Any = import_module("ray.data")
    context = data.DataContext.get_current()
    context.enable_progress_bars = False
    context.target_max_block_size = 1  # bytes: each number goes on by itself, at once
    context.execution_options.preserve_order = True
    context.op_resource_reservation_enabled = False  # the desk bounds what is under way; a small store must not stop it
    found = data.from_items([{"number": -1}]).map_batches(
        _numbers, fn_args=(desk,), batch_size=None, num_cpus=0, label_selector=here
    )
    done = found.map_batches(
        Builder,
        fn_constructor_args=stage,
        batch_size=None,
        compute=data.ActorPoolStrategy(size=jobs),
        num_cpus=share,
        runtime_env={"env_vars": ONE_THREAD},
    )
    for rows in done.iter_batches(batch_size=None, prefetch_batches=0):
        desk.drop.remote(int(rows["number"][0]))
        yield rows["outcomes"][0]
        del rows  # Ray keeps what we hold


def _numbers(_: object, desk: Any) -> Iterator[dict[str, list[int]]]:
    return ({"number": [number]} for number in numbers(desk))
