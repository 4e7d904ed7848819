"""What asks too much is cut off with its reason, while others go on."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from served import client

CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
PATH = "SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>|^!<urn:x>)* ?b . ?b (!<urn:x>|^!<urn:x>)* ?c . ?c (!<urn:y>)+ ?d }"
ROWS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
GROWS = "SELECT (GROUP_CONCAT(?text) AS ?all) { ?a nif:isString ?text . ?d ?e ?f . ?g ?h ?i }"
SORTS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . BIND(RAND() AS ?r) } ORDER BY ?r LIMIT 1"
EASY = {"query": "ASK { ?a :met ?b }"}


@pytest.fixture(scope="module")
def hurried(store: Path) -> Iterator[httpx.Client]:
    """A client of a server that has little time."""
    with client(store, "--timeout", 1, "--max-rows", 1000, "--max-body", 0.5, "--workers", 4) as asking:
        yield asking


HOSTILE = [
    ({"query": CROSS}, 503, "not answered within 1 seconds; narrow the query"),
    ({"query": PATH}, 503, "not answered within 1 seconds; narrow the query"),
    ({"query": SORTS}, 503, "not answered with"),  # in time, or with the memory that there is
    ({"query": ROWS}, 422, "the answer has more than 1000 rows; narrow the query, or ask for parts by LIMIT"),
    (
        {"query": f"CONSTRUCT {{ ?a :term ?text }} {{ {{ {ROWS} }} BIND(CONCAT(STR(?f), STR(?i)) AS ?text) }}"},
        422,
        "the answer has more than 1000 rows",
    ),
    ({"query": "ASK {}" + " " * 600_000}, 413, "more than 524288 bytes are not taken; send less at once"),
    ({"query": "'SERVICEa:" * 30_000}, 503, "not answered within 1 seconds"),
    ({"query": "ASK " + "{" * 400_000}, None, ""),
    ({"query": "ASK { FILTER(" + "(" * 200_000 + "1" + ")" * 200_000 + ") }"}, None, ""),
]


@pytest.mark.parametrize(("form", "status", "reason"), HOSTILE)
def test_hostile_queries_are_cut_off(hurried: httpx.Client, form: dict[str, str], status: int, reason: str) -> None:
    found = hurried.post("/sparql", data=form)
    assert status is None or found.status_code == status
    assert found.text.startswith(reason) and found.text.count("\n") == 1
    assert hurried.get("/sparql", params=EASY).json()["boolean"] is True


def test_others_go_on_meanwhile(hurried: httpx.Client) -> None:
    with ThreadPoolExecutor() as threads:
        hostile = [threads.submit(hurried.post, "/sparql", data={"query": CROSS}) for _ in range(3)]
        answered = 0
        while not all(one.done() for one in hostile):
            assert hurried.get("/sparql", params=EASY).json()["boolean"] is True
            answered += 1
        assert [one.result().status_code for one in hostile] == [503] * 3
    assert answered > 3


def test_who_waits_too_long_for_a_turn_is_told(store: Path) -> None:
    with client(store, "--timeout", 1, "--workers", 1) as asking, ThreadPoolExecutor() as threads:
        found = [threads.submit(asking.post, "/sparql", data={"query": CROSS}) for _ in range(3)]
        told = sorted(one.result().text for one in found)
        assert told[0].startswith("not answered within 1 seconds")
        assert told[-1].startswith("the server is busy with other queries; try again later")
        assert asking.get("/sparql", params=EASY).json()["boolean"] is True


@pytest.mark.parametrize("query", [GROWS, SORTS])
def test_memory_is_bounded(store: Path, query: str) -> None:
    with client(store, "--timeout", 40, "--max-memory", 128) as asking:
        found = asking.post("/sparql", data={"query": query})
        assert found.status_code == 503
        assert found.text == "not answered with 128 MB of memory; narrow the query, or order less\n"
        assert asking.get("/sparql", params=EASY).json()["boolean"] is True


def test_a_large_answer_is_refused(store: Path) -> None:
    with client(store, "--max-rows", 10_000_000) as asking:
        found = asking.post("/sparql", data={"query": ROWS})
        assert (found.status_code, found.text[:30]) == (422, "the answer has more than 64 MB")
        assert asking.get("/sparql", params=EASY).json()["boolean"] is True


# Texts that look like the end of a row, in one format or the other.
TEXTS = '"a\\n\\nb" "},{" "<result>" "}},{\\"" "\\t" "\\r\\n" "{}" UNDEF'
LIMIT = 12


@pytest.fixture(scope="module")
def narrow(store: Path) -> Iterator[httpx.Client]:
    """A client of a server that gives twelve rows."""
    with client(store, "--max-rows", LIMIT) as asking:
        yield asking


@pytest.mark.parametrize("rows", [0, 1, LIMIT - 1, LIMIT, LIMIT + 1, LIMIT + 2, 10 * LIMIT])
@pytest.mark.parametrize("accept", ["application/sparql-results+json", "application/xml", "text/csv",
                                    "text/tab-separated-values"])  # fmt: skip
@pytest.mark.parametrize("pattern", [f"VALUES ?text {{ {TEXTS} }}", 'BIND("a" AS ?text)', ""])
def test_rows_are_counted_exactly(narrow: httpx.Client, rows: int, accept: str, pattern: str) -> None:
    numbers = " ".join(map(str, range(rows)))
    asked = f"SELECT ?text {{ VALUES ?n {{ {numbers} }} {pattern} }}"
    if "VALUES ?text" in pattern:
        asked = f"SELECT ?text {{ VALUES ?n {{ {' '.join(map(str, range(20)))} }} {pattern} }} LIMIT {rows}"
    found = narrow.get("/sparql", params={"query": asked}, headers={"Accept": accept})
    assert found.status_code == (422 if rows > LIMIT else 200), found.text
    if accept == "application/sparql-results+json" and rows <= LIMIT:
        assert len(found.json()["results"]["bindings"]) == rows
    if rows > LIMIT:
        assert found.text == "the answer has more than 12 rows; narrow the query, or ask for parts by LIMIT\n"
