"""Any text, any front matter, any HTML: an error of ours, or a graph that is right; a fixed number of cases."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
_PROSE = st.lists(st.one_of(_WORDS, st.text(max_size=6)), min_size=5, max_size=60).map(" ".join)
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
@given(st.lists(_TEXTS, min_size=_BATCH, max_size=_BATCH))
def test_any_text_and_front_matter(texts: list[str]) -> None:
    found = [one for text in texts for one in read("text", text.encode("utf-8", "surrogatepass"))]
    assert conforms(found) == len(found)


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
