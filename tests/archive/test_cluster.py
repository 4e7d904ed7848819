"""A Ray cluster gives the same as one process, though a machine of it is lost, and goes on where an article kills."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import psutil
import pytest

from kg.archive import cluster as clusters
from kg.archive import workers
from kg.archive.cluster import on_cluster
from kg.archive.desk import Builder
from kg.archive.report import Entry
from kg.errors import KgError
from kg.model import Article
from kg.rdf.folder import read_folder

ray = pytest.importorskip("ray", reason="Ray is not installed: pip install 'communique[ray]'")
pytest.importorskip("ray.data", reason="Ray Data is not installed: pip install 'communique[ray]'")

type Run = Callable[..., list[Entry]]
type Stream = Callable[..., Iterator[Entry]]

NODE = {"num_cpus": 1, "object_store_memory": 100 * 2**20}
QUICK = {"health_check_period_ms": 500, "health_check_failure_threshold": 3, "health_check_initial_delay_ms": 1000}
LEXICON = """
@prefix : <https://w3id.org/communique/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix country: <https://w3id.org/communique/id/country/> .
<https://example.org/alpine-league> a :RegionalBody ; rdfs:label "Alpine League"@en ; :hasMember country:austria .
"""


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A cluster of one node on this machine, to which others can be added."""
    from ray.cluster_utils import Cluster

    head = {**NODE, "include_dashboard": False, "_system_config": QUICK}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        cluster = Cluster(initialize_head=True, head_node_args=head)
        yield cluster
        cluster.shutdown()


@pytest.fixture
def archive_of_forty(tmp_path: Path) -> Path:
    """Forty articles of who met whom, where and when."""
    people = ("Ana Zupan", "Karl Wieser", "Matej Kos", "Lena Huber", "Ivo Perko", "Nadia Brenner", "Tomaž Vidic")
    offices = ("Prime Minister", "Foreign Minister", "President", "Transport Minister")
    countries = ("Slovenia", "Austria", "Croatia", "Hungary", "Italy")
    towns = ("Vienna", "Rome", "Zagreb")
    sectors = ("tourism", "energy", "agriculture", "trade")
    lines = []
    for number in range(40):
        one, other = people[number % 7], people[(number * 3 + 1) % 7]
        office, country = offices[number % 4], countries[number % 5]
        text = (
            f"{office} {one} of {country} arrived in {towns[number % 3]} on March {number % 28 + 1}, 2024. "
            f"There the guest met {other}, and the two sides will cooperate in {sectors[number % 4]}. "
            f"“The railway of number {number} is open,” {one} said. {country} joined the Alpine League in 2004."
        )
        lines.append(json.dumps({"id": f"visit-{number}", "text": text, "date": "2024-04-01"}))
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def state(folder: Path) -> tuple[dict[str, bytes], list[str]]:
    """All files, and the quads of the store."""
    files = {path.name: path.read_bytes() for path in (folder / "out").iterdir()}
    return files, sorted(map(str, read_folder(folder / "store")))


def builds(node: Any) -> bool:
    """Whether one of a node's processes is the stage."""
    raylet = psutil.Process(node.all_processes["raylet"][0].process.pid)
    return any("MapWorker" in " ".join(process.cmdline()) for process in raylet.children(recursive=True))


def test_the_same_though_a_node_is_lost(
    cluster: Any, archive_of_forty: Path, run: Run, stream: Stream, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lexicon = tmp_path / "league.ttl"
    lexicon.write_text(LEXICON, encoding="utf-8")
    whole = run(archive_of_forty, into=tmp_path / "whole", lexicon=(lexicon,))
    assert b"https://example.org/alpine-league" in (tmp_path / "whole" / "out" / "news-visit-0.ttl").read_bytes()

    monkeypatch.setattr(workers, "_ARTICLES", 4)  # ten batches, of which six may be under way
    node = cluster.add_node(**NODE)
    entries = []
    for entry in stream(
        archive_of_forty, partial(on_cluster, address=cluster.address), into=tmp_path / "part", lexicon=(lexicon,)
    ):
        entries.append(entry)
        if len(entries) == 1:
            deadline = time.monotonic() + 120
            while not builds(node) and time.monotonic() < deadline:
                time.sleep(0.1)
            assert builds(node)
            cluster.remove_node(node, allow_graceful=False)
    assert [(e.article, e.status, e.facts) for e in entries] == [(e.article, e.status, e.facts) for e in whole]
    assert state(tmp_path / "part") == state(tmp_path / "whole")
    assert not ray.is_initialized()


class Deadly(Builder):
    """A stage whose process dies of an article, as for want of memory."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        stage: Any = self._stage

        def build(articles: Sequence[Article]) -> Any:
            if any("deadly" in article.text for article in articles):
                os.kill(os.getpid(), signal.SIGKILL)
            return stage(articles)

        self._stage = build  # type: ignore[assignment]


def test_an_article_of_which_actors_die_fails_alone(
    cluster: Any, news: Path, stream: Stream, monkeypatch: pytest.MonkeyPatch
) -> None:
    (news / "2a.txt").write_text("Ana Zupan met Karl Wieser at the deadly sins of Vienna.\n", encoding="utf-8")
    ray.cloudpickle.register_pickle_by_value(sys.modules[__name__])
    monkeypatch.setattr(clusters, "Builder", Deadly)
    entries = list(stream(news, partial(on_cluster, address=cluster.address, jobs=1)))
    assert [(e.article, e.status) for e in entries if e.status != "built"] == [("2a", "failed")]
    assert "its process died" in entries[3].reason
    assert len(entries) == 6


def test_machines_with_another_version(
    cluster: Any, news: Path, stream: Stream, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "builder", lambda *_: "another")
    with pytest.raises(KgError, match=r"^[\d.]+:\d+: the cluster failed: .+: has another kg"):
        list(stream(news, partial(on_cluster, address=cluster.address)))
