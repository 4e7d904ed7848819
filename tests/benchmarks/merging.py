"""How the cost of keeping an article in a store grows with the articles that are there.

    python tests/benchmarks/merging.py FOLDER [NUMBER [STEP]]

Variants (`varied.py`) of the folder's articles are built once, and put into a store as `kg build` does it. Then the
same are put there as other articles, again and again, until there are NUMBER (20,000): all of them tell of the same
people and states. After each STEP (2,000) it prints the processor's time for each, beside what pyoxigraph takes to load
the same into a store that knows of no names, and how large ours is.
"""

import sys
from collections.abc import Iterator
from itertools import batched, count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import pyoxigraph as ox
from stores import OWN
from varied import varied

from kg.archive.outputs import AT_ONCE
from kg.archive.stage import Options, Stage
from kg.archive.workers import batches
from kg.articles import read_article
from kg.rdf.folder import keep_built
from kg.rdf.iris import graph_iri
from kg.rdf.namespaces import BASE

VARIANTS = 480
SIZE = 360_000  # bytes of a graph


def built(folder: Path) -> Iterator[tuple[ox.NamedNode, bytes]]:
    """The graphs of the variants, and the same as those of other articles, without end."""
    stage = Stage(Options(quads=True))
    articles = varied([read_article(path) for path in sorted(folder.glob("*.txt"))], VARIANTS)
    outcomes = [outcome for batch in batches(articles) for outcome in stage(batch)]  # type: ignore[arg-type]
    for copy in count():
        for outcome in outcomes:
            name = f"{graph_iri(outcome.article, BASE)}-{copy}"
            lines = outcome.quads.decode().splitlines(keepends=True)
            yield ox.NamedNode(name), "".join(OWN.sub(rf"\g<0>-{copy}", line) for line in lines).encode()


def main(folder: str, number: str = "20000", step: str = "2000") -> None:
    """Print the figures."""
    found = built(Path(folder))
    with TemporaryDirectory() as below:
        ours, bare = Path(below) / "ours", Path(below) / "bare"
        for done in range(int(step), int(number) + 1, int(step)):
            seconds = dict.fromkeys((keep_built, load), 0.0)
            for graphs in batched(islice(found, int(step)), AT_ONCE // SIZE):
                for put, store in ((keep_built, ours), (load, bare)):
                    start = process_time()
                    put(dict(graphs), store)
                    seconds[put] += process_time() - start
            mine, least = (1000 * value / int(step) for value in seconds.values())
            size = sum(path.stat().st_size for path in ours.iterdir()) / 2**20
            print(
                f"{done:6,} articles: {mine:5.1f} ms an article, pyoxigraph alone {least:5.1f} ms: "
                f"{mine / least:.2f} times; {size:,.0f} MB",
                flush=True,
            )


def load(graphs: dict[ox.NamedNode, bytes], path: Path) -> None:
    """What there is to do at least."""
    store = ox.Store(str(path))
    store.bulk_load(b"".join(graphs.values()), format=ox.RdfFormat.N_QUADS)
    store.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
