"""How long it takes to infer what follows from articles, and to report on an archive of many.

    python tests/benchmarks/report.py GRAPH … [--articles N …]

GRAPH are files with named graphs that `kg build` wrote (TriG, N-Quads). Inferring is timed beside the closure by owlrl
of the first article alone. For the report they are repeated as `stores.py` does it, until there are enough articles.
"""

import argparse
from itertools import islice
from pathlib import Path
from time import process_time

import owlrl
import pyoxigraph as ox
import rdflib
from owlrl.OWLRL import OWLRL_Semantics
from stores import repeated

from kg.rdf.inference import inferred
from kg.report.page import report
from kg.store import quads_of

ONTOLOGY = Path(__file__).parents[2] / "ontology" / "communique.ttl"


def infer(graphs: list[Path]) -> None:
    """Print how long it takes, by the article."""
    quads = [quad for path in graphs for quad in quads_of(path)]
    articles = len({quad.graph_name for quad in quads})
    list(inferred(quads[:9]))  # what is loaded once
    start = process_time()
    found = len(list(inferred(quads)))
    ours = (process_time() - start) / articles
    one = rdflib.Graph(bind_namespaces="none").parse(ONTOLOGY)
    first = ox.serialize(
        (q.triple for q in quads if q.graph_name == quads[0].graph_name), format=ox.RdfFormat.N_TRIPLES
    )
    one.parse(data=first, format="nt11")
    start = process_time()
    owlrl.DeductiveClosure(OWLRL_Semantics).expand(one)
    theirs = process_time() - start
    print(f"{articles} articles, {len(quads):,} quads: {found:,} follow; {ours:.2f} s an article, owlrl {theirs:.2f} s")


def reports(graphs: list[Path], articles: int) -> None:
    """Print how long the report on so many articles takes."""
    quads = [quad for path in graphs for quad in quads_of(path)]
    copies = articles // len({quad.graph_name for quad in quads})
    store = ox.Store()
    store.bulk_load("".join(islice(repeated(graphs), copies * len(quads))).encode(), format=ox.RdfFormat.N_QUADS)
    start = process_time()
    page = report(store)
    print(f"{articles:,} articles, {len(store):,} quads: {process_time() - start:.1f} s, {len(page) // 1024} kB")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("graphs", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 4_000])
    given = parser.parse_args()
    infer(given.graphs)
    report(given.graphs[0])  # loads matplotlib
    for number in given.articles:
        reports(given.graphs, number)


if __name__ == "__main__":
    main()
