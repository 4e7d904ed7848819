"""Any text, any front matter, any HTML: an error of ours, or a graph that is right; a fixed number of cases."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.build import readings
from kg.rdf.check import check
from kg.rdf.formats import serialize
from kg.rdf.write import to_quads
from tests.fuzz.cases import conforms, read

CASES = int(os.environ.get("KG_FUZZ_CASES", "400"))
_WORDS = st.sampled_from(
    [
        *[
            "Prime",
            "Minister",
            "Ana",
            "Zupan",
            "of",
            "Slovenia",
            "met",
            "Karl",
            "Wieser",
            "in",
            "Vienna",
            ".",
            ",",
            "said",
            "that",
            "visited",
            "will",
            "sign",
            "a",
            "President",
        ],
        *[
            "memorandum",
            "on",
            "energy",
            "with",
            "Austria",
            "and",
            "the",
            "European",
            "Union",
            "March",
            "4",
            "2024",
            "12.50",
            "not",
            "denied",
            "We",
            "he",
            "they",
            "5",
            "%",
        ],
        *[
            "“",
            "”",
            '"',
            "'",
            "(",
            ")",
            "–",
            "…",
            "\u202e",
            "\x1b",
            "é",
            "王",
            "☃",
            "<b>",
            "</b>",
            "\\",
            "{{",
            "}}",
            "#",
            "@prefix",
            "?x",
            "http://x.example/y",
            "$",
        ],
        "\n",
        "\n\n",
    ]
)
_SENTENCES = st.sampled_from(
    [
        "Prime Minister Ana Zupan of Slovenia arrived in Vienna on March 4 for an official visit.",
        "“We will sign a memorandum on energy with the European Union,” said Austrian Chancellor Karl Wieser.",
        "She met the president of Croatia, and the two countries agreed to cooperate in tourism, trade and rail.",
        "Trade between Slovenia and Austria rose by 12.50% to $3.2 billion in 2023, the ministry told reporters.",
        "Matej Kos was appointed as the foreign minister of Slovenia; he did not visit Hungary in May 2024.",
    ]
)
_MANGLED = st.builds(
    lambda text, at, sign: text[:at] + sign + text[at:], _SENTENCES, st.integers(0, 100), st.text(max_size=3)
)
_PROSE = st.lists(st.one_of(_SENTENCES, _MANGLED, _WORDS, st.text(max_size=6)), min_size=3, max_size=12).map(" ".join)
_FIELD = st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=40)
_HEAD = st.dictionaries(st.sampled_from(["title", "publisher", "url", "author", "date", "x"]), _FIELD, max_size=4)
_TEXTS = st.builds(
    lambda head, text: "".join(["---\n", *(f"{k}: {v}\n" for k, v in head.items()), "---\n"] if head else []) + text,
    _HEAD,
    _PROSE,
)
_TAGS = st.sampled_from(["<p>", "</p>", "<div>", "<article>", "<h2><a href=x>", "<script>", "<!--", "&#0;", "<td", ">"])
_HTML = st.lists(st.one_of(_TAGS, _PROSE), max_size=8).map(lambda parts: f"<html><body>{''.join(parts)}</body></html>")
_BATCH = 50
ANY = settings(
    max_examples=CASES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
MANY = settings(ANY, max_examples=max(1, CASES // _BATCH))  # each is a batch


@MANY
@given(texts=st.lists(_TEXTS, min_size=_BATCH, max_size=_BATCH))
def test_any_text_and_front_matter(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    found = [one for text in texts for one in read("text", text.encode("utf-8", "surrogatepass"))]
    assert conforms(found) == len(found)
    if found:  # one of them in full, which takes a second
        path = tmp_path_factory.mktemp("graph") / "graph.ttl"
        path.write_bytes(
            serialize(to_quads(readings([max(found, key=lambda one: len(set(one.text.split())))])), "turtle")
        )
        assert check(path).violations == ()


@ANY
@given(_HTML)
def test_any_page(html: str) -> None:
    list(read("html", html.encode("utf-8", "surrogatepass")))


@ANY
@given(st.sampled_from(["text", "jsonl", "csv", "feed", "html", "parquet"]), st.binary(max_size=300))
def test_any_bytes(form: str, data: bytes) -> None:
    list(read(form, data))


def test_the_fuzz_target() -> None:
    pytest.importorskip("atheris")
    command = [sys.executable, "-m", "tests.fuzz.articles", "-runs=3000", "-seed=1", "-max_len=400"]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Done 3000 runs" in done.stderr
