"""Requests per second of `kg serve` beside those of Oxigraph's own server, over the same store, with the same queries.

    python tests/benchmarks/serve.py GRAPH [SECONDS] [PAIRS]

wrk asks over 32 connections, once all the questions that stand ready in turn, once for the names of one thing; no
server keeps answers. Both have the triples of all articles merged in one graph, so that their answers are the same.
The runs of both alternate. A response other than 200, or a broken connection, is told.
"""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import quote

import httpx
import pyoxigraph as ox

from kg.queries import questions, sparql
from kg.rdf.folder import keep
from kg.store import open_graph

BIN = Path(sys.executable).parent
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
NAMES = f"SELECT ?name {{ <https://w3id.org/communique/id/country/kazakhstan> <{LABEL}> ?name }}"
GRAPH = ox.NamedNode("urn:x:all")
SETS = {"the questions": [sparql(name) for name in questions()], "names": [NAMES]}
# What wrk runs: the next query each time.
SCRIPT = """
local paths = {{ {paths} }}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], {{ ["Accept"] = "application/sparql-results+json" }})
end
"""


@contextmanager
def running(port: int, *command: object) -> Iterator[None]:
    """A server that is up."""
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                httpx.get(f"http://127.0.0.1:{port}/", timeout=60)
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait()


def asked(url: str, queries: list[str], seconds: int, folder: Path) -> tuple[float, str]:
    """Requests per second, and what went wrong."""
    script = folder / "ask.lua"
    path = url.partition("127.0.0.1")[2].partition("/")[2]
    paths = ", ".join(f'"/{path}?query={quote(query)}"' for query in queries)
    script.write_text(SCRIPT.format(paths=paths))
    command = ["wrk", "-t2", "-c32", f"-d{seconds}s", "--timeout", "30s", "-s", str(script), url]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    wrong = re.findall(r"Socket errors.*|Non-2xx.*", told)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]), "; ".join(wrong)


def main(graph: str, seconds: str = "30", pairs: str = "3") -> None:
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for name in ("ours", "theirs"):
            triples = {ox.Quad(q.subject, q.predicate, q.object, GRAPH) for q in open_graph(graph)}
            keep({GRAPH: triples}, folder / name)
        theirs = (BIN / "oxigraph", "serve", "--location", folder / "theirs", "--bind", "127.0.0.1:7879",
                  "--union-default-graph")  # fmt: skip
        ours = (BIN / "kg", "serve", folder / "ours", "--port", 7880)
        for title, queries in SETS.items():
            ratios = []
            for _ in range(int(pairs)):
                with running(7879, *theirs):
                    rate, wrong = asked("http://127.0.0.1:7879/query", queries, int(seconds), folder)
                with running(7880, *ours):
                    our_rate, our_wrong = asked("http://127.0.0.1:7880/sparql", queries, int(seconds), folder)
                ratios.append(our_rate / rate)
                print(
                    f"{title}: oxigraph serve {rate:.1f}/s {wrong}, kg serve {our_rate:.1f}/s {our_wrong}", flush=True
                )
            print(f"{title}: ratio {median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")


if __name__ == "__main__":
    main(*sys.argv[1:])
