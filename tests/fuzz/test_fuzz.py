"""Any text, any front matter, any HTML: an error of ours, or a graph that is right; a fixed number of cases."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kg.build import readings
from kg.model import Article
from kg.rdf.check import check
from kg.rdf.formats import serialize
from kg.rdf.write import to_quads
from tests.fuzz.cases import conforms, read
from tests.fuzz.strategies import FILES, HTML, TEXTS

CASES = int(os.environ.get("KG_FUZZ_CASES", "200"))
_BATCH = 50
ANY = settings(
    max_examples=CASES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
MANY = settings(
    ANY, max_examples=max(1, CASES // _BATCH), phases=[Phase.generate]
)  # each is a batch, too long to shrink


@MANY
@given(texts=st.lists(TEXTS, min_size=_BATCH, max_size=_BATCH))
def test_any_text_and_front_matter(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    _check([one for text in texts for one in read("text", _bytes(text))], tmp_path_factory.mktemp("graph"))


@MANY
@given(files=st.lists(FILES, min_size=_BATCH, max_size=_BATCH))
def test_any_page_and_record(files: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory) -> None:
    found = [one for form, text in files for one in read(form, _bytes(text))]
    assert found
    _check(found, tmp_path_factory.mktemp("graph"))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _check(found: list[Article], folder: Path) -> None:
    """All graphs in every format, and one of them in full, which takes a second."""
    assert conforms(found) == len(found)
    if found:
        path = folder / "graph.ttl"
        most = max(found, key=lambda one: len(set(one.text[:3_000].split())))
        path.write_bytes(serialize(to_quads(readings([most])), "turtle"))
        assert check(path).violations == ()


@ANY
@given(HTML)
def test_any_page(html: str) -> None:
    list(read("html", _bytes(html)))


@ANY
@given(st.sampled_from(["text", "jsonl", "csv", "feed", "html", "parquet"]), st.binary(max_size=300))
def test_any_bytes(form: str, data: bytes) -> None:
    list(read(form, data))


def test_the_fuzz_target() -> None:
    pytest.importorskip("atheris")
    command = [sys.executable, "-m", "tests.fuzz.articles", "-runs=3000", "-seed=1", "-max_len=400", "-timeout=10"]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Done 3000 runs" in done.stderr
