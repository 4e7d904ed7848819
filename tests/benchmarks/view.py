"""How long the page of a large graph takes to be built, to open, to search and to be filtered.

    python tests/benchmarks/view.py [EDGES …]

The graphs are random but shaped as news is: few names have most of the facts (Zipf's law), and most facts join names of
one neighbourhood; three facts to a name, ten to an article. Building is told in seconds of the processor. The page is
opened from disk in headless chromium; what it answers is measured inside it: its work, and until that is drawn.
"""

import random
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from kg.rdf.namespaces import BASE
from kg.view.page import page_of_rows

type Row = dict[str, Any]

CLASSES = ("Person", "Country", "RegionalBody", "Organization", "Place", "Event")
NEIGHBOURHOOD = 60
FACTS_OF_ARTICLE = 10
SENTENCE = "The delegation of one side received that of the other side on the day before. "

# What a reader does, each followed by the next frame that is drawn.
ANSWERS = {
    "search": "() => { input.value = 'person 12'; complete(); }",
    "choose": "() => choose('node:person/0')",
    "filter": "() => go({ kind: ['visit'], choice: '' })",
    "brush": "() => adjust({ from: '2021-03-01', to: '2021-09-30' })",
    "hide a class": "() => go({ hide: ['Place'] })",
    "table": "() => go({ tab: 'facts' })",
    "find in table": "() => adjust({ find: 'person 12' })",
    "reset": "() => reset()",
    "show all": "() => go({ all: '1' })",
    "filter all": "() => go({ kind: ['visit'] })",
}
MEASURED = """action => new Promise(done => {
    const start = performance.now();
    action();
    const worked = performance.now() - start;
    requestAnimationFrame(() => requestAnimationFrame(() => done([worked, performance.now() - start])));
})"""


def graph(edges: int) -> tuple[list[Row], list[Row]]:
    """The rows of facts and the articles of a graph with about so many edges."""
    chance = random.Random(7)
    names = max(edges // 3, 10)
    articles = [
        {
            "iri": f"{BASE}article/{i}", "title": f"Article {i}", "publisher": f"Courier {i % 20}",
            "date": f"{2020 + i % 5}-{1 + i % 12:02}-15", "url": None, "text": SENTENCE * FACTS_OF_ARTICLE,
        }
        for i in range(edges // FACTS_OF_ARTICLE + 1)
    ]  # fmt: skip
    pairs = (pair(names, chance) for _ in range(edges))
    return [fact(i, *ends, articles[i // FACTS_OF_ARTICLE]) for i, ends in enumerate(pairs)], articles


def pair(names: int, chance: random.Random) -> tuple[int, int]:
    """Two names that have a fact in common."""
    one = int(names ** chance.random()) * 7919 % names  # the well known live apart from each other
    if chance.random() < 0.1:
        return one, chance.randrange(names)
    return one, min(one - one % NEIGHBOURHOOD + chance.randrange(NEIGHBOURHOOD), names - 1)


def entity(i: int) -> Row:
    kind = CLASSES[i % len(CLASSES)]
    return {"iri": f"{BASE}{kind.lower()}/{i}", "label": f"{kind} {i}", "labels": [], "class": kind, "sameAs": []}


def fact(i: int, one: int, other: int, article: Row) -> Row:
    start = i % FACTS_OF_ARTICLE * len(SENTENCE)
    said = {"text": SENTENCE[:-2], "start": start, "end": start + len(SENTENCE) - 2, "article": article["iri"]}
    known = {"date": None, "modality": "actual", "evidence": said, "rule": "by/chance", "confidence": i % 5 / 10 + 0.5}
    if i % 2:
        return {"type": "visit", "visitor": entity(one), "destination": entity(other), "country": None, **known}
    return {"type": "meeting", "participants": [entity(one), entity(other)], "place": None, "event": None, **known}


def measure(browser: Browser, edges: int, folder: Path) -> None:
    rows, articles = graph(edges)
    start = process_time()
    html = page_of_rows(rows, articles)
    built = process_time() - start
    file = folder / f"{edges}.html"
    file.write_text(html, encoding="utf-8")
    tab = browser.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    start = perf_counter()
    tab.goto(file.as_uri())
    tab.wait_for_selector("body.ready")
    tab.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    opened = perf_counter() - start
    nodes, lines = tab.evaluate("[data.nodes.length, data.edges.length]")
    print(f"{nodes} nodes, {lines} edges: built in {built:.1f} s, {len(html) / 1e6:.1f} MB, opened in {opened:.2f} s")
    for name, action in ANSWERS.items():
        worked, drawn = tab.evaluate(f"({MEASURED})({action})")
        print(f"  {name:<14}{worked:7.0f} ms, drawn after {drawn:5.0f} ms")
    tab.close()


def main(*sizes: str) -> None:
    """Print the figures."""
    page_of_rows(*graph(10))  # what is imported is not counted
    with TemporaryDirectory() as folder, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for size in sizes or ("1000", "10000", "35000", "50000"):
            measure(browser, int(size), Path(folder))
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
