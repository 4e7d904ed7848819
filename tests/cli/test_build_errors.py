"""What can be wrong with what `kg build` is given is told in one line, with the remedy, before anything is written."""

import re
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from typer.testing import Result

type Kg = Callable[..., Result]

GERMAN = (
    "Die slowenische Ministerpräsidentin traf am Montag in Wien ein. Sie sprach mit dem Kanzler über die Eisenbahn, "
    "und beide Seiten wollen im Tourismus zusammenarbeiten.\n"
)
ARTICLES = [
    (None, "no such file"),
    (b"", "is empty"),
    (b" \n\n", "is empty"),
    (b"---\ntitle: Nothing\n---\n", "is empty"),
    (bytes(range(256)) * 4, "is binary"),
    (b"\x89PNG\r\n\x1a\n" + b"\x01\x02\x03\x04" * 50, "is binary"),
    ("“We met in Ljubljana at noon,” said Zupan – “".encode()[:-1], "broken UTF-8"),
    (b"Zupan \x81\x8d met Wieser", "not text in UTF-8"),
    (GERMAN.encode(), "seems to be written in 'de'"),
    (b"<!DOCTYPE html><p>Zupan met Wieser.</p>", "is HTML"),
    (b"---\ntitle: Zupan\nZupan met Wieser.\n", "front matter does not end"),
    (b"---\ndate: 5 March\n---\nZupan met Wieser.\n", "is not a day"),
]


def one_line(result: Result) -> str:
    """The message of a command that failed in the right way."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert re.fullmatch(r"kg: .+: .+[;:] .+\n", result.stderr), result.stderr
    return result.stderr


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(("content", "message"), ARTICLES)
def test_articles_that_cannot_be_read(kg: Kg, tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "bad.txt"
    if content is not None:
        path.write_bytes(content)
    told = one_line(kg("build", path, "--out", tmp_path / "out"))
    assert message in told
    assert str(path) in told
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig"])
def test_articles_in_other_encodings(kg: Kg, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "café.txt"
    path.write_bytes("Prime Minister Ana Zupan of Slovenia met André Lefèvre.\n".encode(encoding))
    assert kg("build", path, "--out", tmp_path, "--quiet").exit_code == 0
    assert "André Lefèvre" in (tmp_path / "café.ttl").read_text(encoding="utf-8")


def test_a_source_that_is_not_there_stops_all(kg: Kg, source: Path, tmp_path: Path) -> None:
    told = one_line(kg("build", source, tmp_path / "none.txt", "--out", tmp_path / "out"))
    assert "none.txt: no such file" in told
    assert not (tmp_path / "out").exists()


def test_articles_that_are_none_are_skipped(kg: Kg, source: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "german.txt").write_bytes(GERMAN.encode())
    (tmp_path / "same").mkdir()
    (tmp_path / "same" / "zupan.md").write_bytes(source.read_bytes())
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "zupan.md").write_text("Ana Zupan met Karl Wieser.\n", encoding="utf-8")
    sources = [tmp_path / name for name in ("empty.txt", "german.txt", "same/zupan.md", "other/zupan.md")]
    result = kg("build", source, *sources, "--out", tmp_path / "out")
    assert result.exit_code == 1
    reasons = ["is empty", "seems to be written in 'de'", "same as", "would be called zupan"]
    for line, path, reason in zip(result.stderr.splitlines()[-4:], sources, reasons, strict=True):
        assert re.fullmatch(rf"kg: {path}: skipped: .*{reason}.*", line), line
    assert result.stdout.splitlines()[-1] == "1 built, 4 skipped"
    assert written(tmp_path / "out") == ["zupan.html", "zupan.ttl"]


LEXICONS = [
    (None, "cannot read this lexicon"),
    ("a b c", "not valid Turtle"),
    ("<https://example.org/x> <https://example.org/p> .", "not valid Turtle"),
]


@pytest.mark.parametrize(("content", "message"), LEXICONS)
def test_bad_lexicons(kg: Kg, source: Path, tmp_path: Path, content: str | None, message: str) -> None:
    lexicon = tmp_path / "mine.ttl"
    if content is not None:
        lexicon.write_text(content, encoding="utf-8")
    told = one_line(kg("build", source, "--lexicon", lexicon, "--out", tmp_path / "out"))
    assert message in told
    assert str(lexicon) in told
    assert not (tmp_path / "out").exists()


OPTIONS = [
    (("--date", "2024-02-30"), "'2024-02-30' is not a day"),
    (("--date", "yesterday"), "'yesterday' is not a day"),
    (("--format", "hdt"), "hdt: no such format; choose one of turtle, trig"),
    (("--base", "news"), "news: no base for IRIs"),
    (("--base", "https://example.org/a b/"), "no base for IRIs"),
    (("--model", "en_no_such_model"), "`python -m spacy download en_no_such_model`"),
]


@pytest.mark.parametrize(("options", "message"), OPTIONS)
def test_bad_options(kg: Kg, source: Path, tmp_path: Path, options: tuple[str, ...], message: str) -> None:
    assert message in one_line(kg("build", source, *options, "--out", tmp_path / "out"))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_model_that_cannot_parse(kg: Kg, source: Path, tmp_path: Path, language: str) -> None:
    spacy.blank(language).to_disk(tmp_path / "blank")
    told = one_line(kg("build", source, "--model", tmp_path / "blank", "--out", tmp_path / "out"))
    assert "not an English spaCy model with a parser" in told


def test_one_title_for_several_articles(kg: Kg, source: Path, tmp_path: Path) -> None:
    assert "there are several articles" in one_line(kg("build", source, source, "--title", "Zupan Abroad"))


@pytest.mark.parametrize("arguments", [("build",), ("build", "a.txt", "--no-such-option"), ("no-such-command",)])
def test_wrong_usage(kg: Kg, arguments: tuple[str, ...]) -> None:
    result = kg(*arguments)
    assert result.exit_code == 2
    assert "Usage: " in result.stderr


def test_a_file_where_the_folder_should_be(kg: Kg, source: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    assert "no folder to write to (is a file)" in one_line(kg("build", source, "--out", tmp_path / "out"))
    assert "no folder to write to" in one_line(kg("build", source, "--out", tmp_path / "out" / "below"))
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder in which nobody can write")
def test_a_folder_that_cannot_be_written(kg: Kg, source: Path) -> None:
    assert "/proc/self/zupan.html: cannot be written" in one_line(kg("build", source, "--out", "/proc/self"))


def test_where_one_file_cannot_be_written_none_is(kg: Kg, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "zupan.html").mkdir(parents=True)
    (out / "zupan.ttl").write_text("before", encoding="utf-8")
    assert "zupan.html: cannot be written (is a folder)" in one_line(kg("build", source, "--out", out))
    assert written(out) == ["zupan.ttl"]
    assert (out / "zupan.ttl").read_text(encoding="utf-8") == "before"


def test_ray_that_is_not_installed(kg: Kg, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    assert "communique[ray]" in one_line(kg("build", source, "--out", tmp_path / "out", "--ray", "auto"))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("127.0.0.1:{port}", "nobody answers there"),
        ("127.0.0.1:123456", "nobody answers there"),
        ("ray://127.0.0.1:{port}", "no address of a Ray cluster"),
        ("somewhere", "no address of a Ray cluster"),
        ("", "no address of a Ray cluster"),
    ],
)
def test_clusters_that_are_not_there(kg: Kg, source: Path, tmp_path: Path, address: str, message: str) -> None:
    pytest.importorskip("ray.data", reason="Ray is not installed: pip install 'communique[ray]'")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]  # free again below
    told = one_line(kg("build", source, "--out", tmp_path / "out", "--ray", address.format(port=port)))
    assert message in told
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["view", "export", "report"])
def test_no_graph_is_written_over(kg: Kg, turtle: Path, command: str) -> None:
    before = turtle.read_bytes()
    told = one_line(kg(command, turtle, "--out", turtle.parent / "." / turtle.name))
    assert "is what is to be read; choose another --out" in told
    assert turtle.read_bytes() == before


def test_no_article_is_written_over_by_the_report(kg: Kg, source: Path, tmp_path: Path) -> None:
    before = source.read_bytes()
    assert "choose another --report" in one_line(kg("build", source, "--report", source, "--out", tmp_path / "out"))
    assert source.read_bytes() == before
