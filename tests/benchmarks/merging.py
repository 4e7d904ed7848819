"""How the cost of keeping an article in a store grows with the articles that are there.

    python tests/benchmarks/merging.py FOLDER [NUMBER [STEP]]

Variants (`varied.py`) of the folder's articles are built once, and put into a store as `kg build` does it. Then the
same are put there as other articles, again and again, until there are NUMBER (20,000): all of them tell of the same
people and states. After each STEP (2,000) it prints how long these took, and how large the store is.
"""

import sys
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from stores import OWN
from varied import varied

from kg.archive.fingerprint import builder
from kg.archive.outputs import Outputs
from kg.archive.stage import Options, Outcome, Stage
from kg.archive.workers import batches
from kg.articles import read_article

VARIANTS = 480


def outcomes(folder: Path) -> Iterator[Outcome]:
    """What the variants gave, and the same as other articles, without end."""
    stage = Stage(Options(quads=True))
    articles = varied([read_article(path) for path in sorted(folder.glob("*.txt"))], VARIANTS)
    found = [outcome for batch in batches(articles) for outcome in stage(batch)]  # type: ignore[arg-type]
    for copy in count():
        for outcome in found:
            lines = outcome.quads.decode().splitlines(keepends=True)
            yield Outcome(outcome.article, quads="".join(OWN.sub(rf"\g<0>-{copy}", line) for line in lines).encode())


def main(folder: str, number: str = "20000", step: str = "2000") -> None:
    """Print the figures."""
    found = outcomes(Path(folder))
    with TemporaryDirectory() as below:
        store = Path(below) / "store"
        outputs = Outputs(Options(quads=True), builder(), None, store)
        for done in range(int(step), int(number) + 1, int(step)):
            wall = work = 0.0
            for outcome in islice(found, int(step)):
                start, processor = perf_counter(), process_time()
                outputs.write(outcome)
                wall, work = wall + perf_counter() - start, work + process_time() - processor
            size = sum(path.stat().st_size for path in store.iterdir()) / 2**20
            wall, work = (1000 * seconds / int(step) for seconds in (wall, work))
            print(
                f"{done:6,} articles: {wall:5.1f} ms an article, processor {work:5.1f} ms; {size:,.0f} MB", flush=True
            )


if __name__ == "__main__":
    main(*sys.argv[1:])
