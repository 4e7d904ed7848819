"""A fingerprint changes with whatever would change the graph."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.archive.fingerprint import builder, fingerprint
from kg.errors import KgError
from kg.model import Article

ARTICLE = Article("Some text.", "news", date="2024-03-05")


@pytest.mark.parametrize(
    "other",
    [
        replace(ARTICLE, text="Some text"),
        replace(ARTICLE, title=""),
        replace(ARTICLE, title="2024-03-05", date=None),
        replace(ARTICLE, author="Ana Zupan"),
        replace(ARTICLE, url="https://news.example/"),
    ],
)
def test_articles(other: Article) -> None:
    assert fingerprint(ARTICLE, "x") != fingerprint(other, "x")
    assert fingerprint(other, "x") == fingerprint(replace(other), "x") != fingerprint(other, "y")


def test_builders(tmp_path: Path) -> None:
    words, model = tmp_path / "mine.ttl", tmp_path / "model"
    model.mkdir()
    found = {builder(), builder(base="https://example.org/"), builder(model="en_core_web_sm")}
    for text in ("<urn:a> <urn:b> <urn:c> .", "<urn:a> <urn:b> <urn:d> ."):
        words.write_text(text, encoding="utf-8")
        (model / "meta.json").write_text(text, encoding="utf-8")
        found |= {builder([words]), builder(model=str(model))}
    assert len(found) == 7
    assert builder() in found
    with pytest.raises(KgError, match="cannot read this lexicon"):
        builder([tmp_path / "none.ttl"])
