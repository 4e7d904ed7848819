"""Many articles are read in a fixed order, each once under a name of its own; what is none is skipped with a reason."""

import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.articles import MAX_LENGTH, Skipped, articles
from kg.errors import KgError
from kg.model import Article

TEXT = "Prime Minister Ana Zupan of Slovenia met Karl Wieser in Vienna."


def write(folder: Path, **files: str) -> None:
    """Files by their paths, written with "__" for "/" and "_" for "."."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def names(*sources: object, **options: object) -> list[str]:
    return [one.name for one in articles(map(str, sources), **options) if isinstance(one, Article)]  # type: ignore[arg-type]


def skipped(*sources: object, **options: object) -> list[Skipped]:
    return [one for one in articles(map(str, sources), **options) if isinstance(one, Skipped)]  # type: ignore[arg-type]


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    write(tmp_path, b_txt=TEXT, a__z_txt=TEXT, a__b__c_md=TEXT, A_txt=TEXT, _hidden=TEXT)
    assert names(tmp_path) == ["A", "a/b/c", "a/z", "b"]
    assert names(tmp_path / "b.txt", tmp_path / "a") == ["b", "b/c", "z"]


def test_a_pattern_names_articles_below_its_folder(tmp_path: Path) -> None:
    write(tmp_path, news__one__visit_txt=TEXT, news__two__visit_txt=TEXT, news__two__other_md=TEXT)
    assert names(tmp_path / "news" / "*" / "*.txt") == ["one/visit", "two/visit"]
    assert names(tmp_path / "**" / "*.txt") == ["news/one/visit", "news/two/visit"]
    assert names(tmp_path / "news" / "two" / "[v]*.txt") == ["visit"]


def test_a_file_whose_name_looks_like_a_pattern(tmp_path: Path) -> None:
    (tmp_path / "visit[1].txt").write_text(TEXT, encoding="utf-8")
    assert names(tmp_path / "visit[1].txt") == ["visit[1]"]


def test_what_no_form_fits_is_skipped_in_folders(tmp_path: Path) -> None:
    write(tmp_path, photo_png="x", visit_txt=TEXT)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "circle").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == ["visit"]
    reasons = {Path(one.source).name: one.reason for one in skipped(tmp_path)}
    assert reasons.keys() == {"photo.png", "gone.txt", "pipe.txt"}
    assert "no known form" in reasons["photo.png"]
    assert "not a file" in reasons["gone.txt"]


def test_a_broken_article_stops_no_other(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, b_txt="", c_txt="---\ntitle: No end\n", d_txt=TEXT)
    assert names(tmp_path) == ["a", "d"]
    assert [one.reason.split(";")[0] for one in skipped(tmp_path)] == ["is empty", "its front matter does not end"]
    assert [one.source for one in skipped(tmp_path)] == [str(tmp_path / "b.txt"), str(tmp_path / "c.txt")]


def test_a_fault_of_a_library_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a_txt=TEXT, b_xml="<rss/>", c_txt=TEXT)
    monkeypatch.setitem(sys.modules, "feedparser", SimpleNamespace(parse=lambda *_, **__: [].pop()))
    assert names(tmp_path) == ["a", "c"]
    (one,) = skipped(tmp_path)
    assert one.reason == "cannot be read (IndexError: pop from empty list); please tell us of it"


def test_of_two_with_one_name_the_later_is_skipped(tmp_path: Path) -> None:
    write(tmp_path, a__visit_txt=TEXT, b__visit_txt=TEXT + " They spoke.", c__visit_md=TEXT)
    sources = [tmp_path / "a" / "visit.txt", tmp_path / "b" / "visit.txt", tmp_path / "c" / "visit.md"]
    assert names(*sources) == ["visit"]
    other, same = skipped(*sources)
    assert other.source == str(sources[1])
    assert other.reason == f"would be called visit like another article, of {sources[0]}; rename one of the two"
    assert same == Skipped(str(sources[2]), f"same as the article visit of {sources[0]}")


NO_ARTICLES = [
    ("Read more.", "is too short for an article (2 words)"),
    ("Vienna 12\nGraz 14\nLinz 11\nLjubljana 17\nMaribor 9\n" * 8, "is a list, not an article"),
    (
        "Die Ministerpräsidentin traf am Montag in Wien ein und sprach mit dem Kanzler über die neue Eisenbahn.",
        "written in 'de'",
    ),
    ("x" * (MAX_LENGTH + 1), "longer than 1,000,000 characters"),
]


@pytest.mark.parametrize(("text", "reason"), NO_ARTICLES)
def test_what_is_no_article_is_skipped(tmp_path: Path, text: str, reason: str) -> None:
    write(tmp_path, visit_txt=text)
    (one,) = skipped(tmp_path)
    assert reason in one.reason


def test_what_is_wrong_is_told_before_anything_is_read(tmp_path: Path) -> None:
    write(tmp_path, visit_txt=TEXT)
    for sources, options, message in [
        ([tmp_path, tmp_path / "none"], {}, "none: no such file"),
        ([tmp_path / "*.html"], {}, "no file fits this pattern"),
        ([tmp_path / "**x"], {}, "cannot be read"),
        (["ftp://news.example/visit.txt"], {}, "ftp addresses are not fetched"),
        ([tmp_path], {"date": "yesterday"}, "'yesterday' is not a day"),
        ([tmp_path], {"form": "docx"}, "docx: no such form"),
        ([tmp_path], {"fields": {"body": "text"}}, "--field body: no such field"),
    ]:
        with pytest.raises(KgError, match=message.replace("**", "..")):
            articles(map(str, sources), **options)  # type: ignore[arg-type]


def test_one_form_for_all(tmp_path: Path) -> None:
    write(tmp_path, records_data=json.dumps({"text": TEXT}), note="no JSON")
    assert names(tmp_path, form="jsonl") == ["records-0001"]
    (one,) = skipped(tmp_path, form="jsonl")
    assert (one.source, "not valid JSON" in one.reason) == (str(tmp_path / "note:1"), True)
