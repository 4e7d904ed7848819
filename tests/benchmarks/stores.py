"""How long stores take to load a million triples, and to answer our questions on a hundred thousand.

    python tests/benchmarks/stores.py GRAPH … [--pairs N]

GRAPH are files with named graphs that `kg build` wrote (TriG, N-Quads). They are repeated, as other articles that tell
of the same people, countries and bodies, until there are enough. `theirs` is pyoxigraph's own bulk load, in a process
of its own like `kg load`; then rdflib in memory, which answers beside pyoxigraph, as `kg query` asks it, in this one.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import pyoxigraph as ox
import rdflib
from pairs import alternate
from speed import process

from kg.queries import questions, sparql
from kg.store import open_graph, quads_of, select

MANY, SOME = 1_000_000, 100_000
THEIRS = """
import sys, pyoxigraph as ox
store = ox.Store(sys.argv[1])
store.bulk_load(path=sys.argv[2], format=ox.RdfFormat.N_QUADS)
store.flush()
"""
# What belongs to one article: it, its graph, its passages and its facts; not whom it names.
OWN = re.compile(
    r"(?<=/communique/id/)(?:article|graph(?!/identities)|act|agreement|appointment|cooperation|measurement|meeting|membership"
    r"|statement|tenure|visit)/[^>#]+"
)


def repeated(graphs: list[Path]) -> Iterator[str]:
    """Lines of N-Quads without end: the graphs, then the same of other articles, and so on."""
    lines = [f"{quad} .\n" for graph in graphs for quad in quads_of(graph)]
    for copy in count():
        yield from (OWN.sub(rf"\g<0>-{copy}", line) for line in lines)


def load(file: Path, folder: Path, pairs: int) -> None:
    """Print how long a file takes to load by `kg load`, and by pyoxigraph alone."""
    stores = count()
    kg = str(Path(sys.executable).with_name("kg"))

    def ours() -> float:
        return process(kg, "load", str(file), "--store", str(folder / f"ours{next(stores)}"), "--quiet")[0]

    def theirs() -> float:
        return process(sys.executable, "-c", THEIRS, str(folder / f"theirs{next(stores)}"), str(file))[0]

    print(f"loading {MANY:,} quads:", alternate(ours, theirs, pairs))


def ask(file: Path, pairs: int) -> None:
    """Print how long each question takes, asked in turn of pyoxigraph and of rdflib, and all of them together."""
    store = open_graph(file)
    graph = rdflib.Graph(bind_namespaces="none").parse(file, format="nt")
    print(f"asking {len(graph):,} triples:{'':<16}ours   rdflib   ratio  rows (milliseconds, medians of {pairs})")
    total = [0.0, 0.0]
    for name in questions():
        query = sparql(name)
        rows = len(list(select(store, query)))
        assert rows == len(list(graph.query(query))), name
        taken = [
            (seconds(lambda q=query: list(select(store, q))), seconds(lambda q=query: list(graph.query(q))))
            for _ in range(pairs)
        ]
        one, other = (median(times) for times in zip(*taken, strict=True))
        total = [total[0] + one, total[1] + other]
        print(f"  {name:<34}{1000 * one:8.1f}{1000 * other:9.1f}{other / one:8.1f}{rows:7,}")
    print(f"  {'all':<34}{1000 * total[0]:8.1f}{1000 * total[1]:9.1f}{total[1] / total[0]:8.1f}")


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("graphs", nargs="+", type=Path)
    parser.add_argument("--pairs", type=int, default=5)
    given = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        with (folder / "many.nq").open("w", encoding="utf-8") as file:
            file.writelines(islice(repeated(given.graphs), MANY))
        with (folder / "some.nt").open("w", encoding="utf-8") as file:
            triples = dict.fromkeys(str(quad.triple) for quad in some(given.graphs))
            file.writelines(f"{triple} .\n" for triple in triples)
        ask(folder / "some.nt", given.pairs)
        load(folder / "many.nq", folder, given.pairs)


def some(graphs: list[Path]) -> Iterator[ox.Quad]:
    """The quads of as many repeated graphs as have so many triples when merged."""
    seen: set[ox.Triple] = set()
    for quad in ox.parse("".join(islice(repeated(graphs), 2 * SOME)), format=ox.RdfFormat.N_QUADS):
        if len(seen) == SOME:
            return
        seen.add(quad.triple)
        yield quad


if __name__ == "__main__":
    main()
