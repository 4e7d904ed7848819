"""What is there is left alone, what has changed takes its place, what is broken stops nothing."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pyoxigraph as ox
import pytest

from kg.archive.report import Entry
from kg.rdf.folder import read_folder

type Run = Callable[..., list[Entry]]


def statuses(entries: list[Entry]) -> str:
    """The first letters of what became of each: built, unchanged, skipped, failed."""
    return "".join(entry.status[0] for entry in entries)


def state(folder: Path) -> tuple[dict[str, bytes], list[str]]:
    """All files, and the quads of the store."""
    files = {str(path.relative_to(folder)): path.read_bytes() for path in sorted((folder / "out").rglob("*.*"))}
    return files, sorted(map(str, read_folder(folder / "store")))


def test_what_is_there_is_left_alone(run: Run, news: Path, tmp_path: Path) -> None:
    assert statuses(run(news)) == "bbbbb"
    files, quads = state(tmp_path)
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}
    assert statuses(run(news)) == "uuuuu"
    assert state(tmp_path) == (files, quads)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()} == times
    assert statuses(run(news, rebuild=True)) == "bbbbb"
    assert state(tmp_path) == (files, quads)


def test_a_changed_article_takes_the_place_of_the_old_one(run: Run, news: Path, tmp_path: Path) -> None:
    run(news)
    before = len(list(read_folder(tmp_path / "store").named_graphs()))
    (news / "2.txt").write_text("Prime Minister Matej Kos of Slovenia met Karl Wieser.\n", encoding="utf-8")
    entries = run(news)
    assert statuses(entries) == "uubuu"
    assert entries[2].reason == "in place of an earlier version"
    store = read_folder(tmp_path / "store")
    texts = store.query("SELECT ?text { GRAPH ?g { ?a nif:isString ?text } }", prefixes={"nif": NIF})
    assert isinstance(texts, ox.QuerySolutions)
    assert [row["text"].value for row in texts if "Kos" in row["text"].value] == [(news / "2.txt").read_text()]
    assert len(list(store.named_graphs())) == before


NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"


@pytest.mark.parametrize("lost", ["out/3.ttl", "out/3.html", "store"])
def test_what_is_lost_is_built_again(run: Run, news: Path, tmp_path: Path, lost: str) -> None:
    run(news, page=True)
    before = state(tmp_path)
    if lost == "store":
        for path in (tmp_path / "store").iterdir():
            path.unlink()
    else:
        (tmp_path / lost).unlink()
    assert statuses(run(news, page=True)) == ("bbbbb" if lost == "store" else "uuubu")
    assert state(tmp_path) == before


def test_two_articles_with_one_address(run: Run, tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "text": "Ana Zupan met Karl Wieser.", "url": "https://news.example/1"}',
        '{"id": "b", "text": "Ana Zupan met Karl Wieser on Monday.", "url": "http://news.example/1/"}',
        "{",
        '{"id": "c", "text": "Ana Zupan met Karl Wieser.", "url": "https://news.example/2"}',
    ]
    source = tmp_path / "news.jsonl"
    source.write_text("\n".join(lines), encoding="utf-8")
    entries = run(source)
    assert statuses(entries) == "bssb"
    assert "which was taken" in entries[1].reason


def test_the_same_from_any_number_of_processes(run: Run, news: Path, tmp_path: Path) -> None:
    for number in range(5, 60):
        (news / f"{number:02}.txt").write_text(f"Ana Zupan met Karl Wieser in {1950 + number}.\n", encoding="utf-8")
    (news / "07.txt").write_bytes(b"")
    states = []
    for jobs in (1, 3):
        entries = run(news, jobs=jobs, into=tmp_path / str(jobs))
        assert statuses(entries).count("b") == 59
        states.append((state(tmp_path / str(jobs)), [(e.article, e.status) for e in entries]))
    assert states[0] == states[1]


def test_a_process_that_dies_is_replaced(run: Run, news: Path, tmp_path: Path) -> None:
    def kill_one() -> None:
        workers: list[psutil.Process] = []
        while len(workers) < 2:
            time.sleep(0.05)
            workers = [p for p in psutil.Process().children() if "spawn_main" in " ".join(p.cmdline())]
        os.kill(workers[0].pid, signal.SIGKILL)

    from threading import Thread

    thread = Thread(target=kill_one, daemon=True)
    thread.start()
    for number in range(5, 40):
        (news / f"{number:02}.txt").write_text(f"Ana Zupan met Karl Wieser in {1950 + number}.\n", encoding="utf-8")
    entries = run(news, jobs=2)
    thread.join(timeout=1)
    assert not thread.is_alive()
    assert statuses(entries) == "b" * 40


def test_words_that_come_again_in_a_later_batch(news: Path, run: Run) -> None:
    """What is remembered of a word outlives the batch in which it stood first."""
    for number in range(5, 50):
        text = f"Slovenia's zupanizings of {number} Karlovniks were met by Wieser's friendliest haymakings.\n"
        (news / f"{number:02}.txt").write_text(text, encoding="utf-8")
    assert statuses(run(news)) == "b" * 50
