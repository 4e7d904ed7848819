"""The command as a process of its own: what it loads, how it ends."""

import os
import pty
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KG = (sys.executable, "-c", "from kg.cli import main; main()")
LOADED = """
import sys
from kg.cli import app
app(sys.argv[1:], standalone_mode=False)
print(*sorted({"networkx", "pyshacl", "rdflib", "rich", "spacy"} & set(sys.modules)), file=sys.stderr)
"""


def stderr_of(*command: object) -> str:
    return subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True, check=True).stderr.strip()


@pytest.mark.parametrize("arguments", [(), ("--type", "visit"), ("--format", "csv")])
def test_facts_load_only_the_store(turtle: Path, arguments: tuple[str, ...]) -> None:
    assert stderr_of(sys.executable, "-c", LOADED, "facts", turtle, *arguments) == ""


@pytest.mark.parametrize("query", ["visits", "CONSTRUCT WHERE { ?a :met ?b }"])
def test_queries_load_only_the_store(turtle: Path, query: str) -> None:
    assert stderr_of(sys.executable, "-c", LOADED, "query", turtle, query) == ""


def test_other_commands_need_no_spacy(turtle: Path, tmp_path: Path) -> None:
    page = stderr_of(sys.executable, "-c", LOADED, "view", turtle, "--out", tmp_path / "page.html")
    assert "spacy" not in page and "rdflib" not in page
    assert "spacy" not in stderr_of(sys.executable, "-c", LOADED, "check", turtle)


def test_the_package_loads_little() -> None:
    code = "import kg, sys; print(*sorted({'rdflib', 'spacy', 'typer'} & set(sys.modules)), file=sys.stderr)"
    assert stderr_of(sys.executable, "-c", code) == ""


def test_version() -> None:
    out = subprocess.run([*KG, "--version"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert out.startswith("kg ")
    assert out[3].isdigit()


def on_a_terminal(*arguments: object, status: int = 0) -> str:
    """All that a command prints where a person reads it."""
    ours, theirs = pty.openpty()
    wide = {**os.environ, "COLUMNS": "250"}
    process = subprocess.Popen([*KG, *map(str, arguments)], cwd=ROOT, stdout=theirs, stderr=theirs, env=wide)
    os.close(theirs)
    shown = b""
    with suppress(OSError):  # Linux's way to say that nobody holds the other end any more
        while data := os.read(ours, 65536):
            shown += data
    os.close(ours)
    assert process.wait() == status
    return shown.decode()


def test_a_person_gets_tables(turtle: Path) -> None:
    assert "visit (1)" in on_a_terminal("facts", turtle)
    assert "person:ana-zupan" in on_a_terminal("query", turtle, "SELECT ?who { ?who :met ?whom }")
    assert "visits" in on_a_terminal("query", turtle)


def test_a_person_sees_progress_unless_it_is_unwanted(tmp_path: Path) -> None:
    source = tmp_path / "zupan.txt"
    source.write_text("Ana Zupan met Karl Wieser.\n", encoding="utf-8")
    assert re.search(r"Reading.*0 articles", on_a_terminal("build", source, "--out", tmp_path))
    assert on_a_terminal("build", source, "--out", tmp_path, "--quiet", "--rebuild") == ""


def test_a_person_gets_a_summary_of_several(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for number in range(3):
        (news / f"{number}.txt").write_text(f"Ana Zupan visited Vienna in {2000 + number}.\n", encoding="utf-8")
    (news / "empty.txt").write_bytes(b"")
    on_a_terminal("build", news / "0.txt", "--out", tmp_path / "out")
    printed = on_a_terminal("build", news, "--out", tmp_path / "out", status=1)
    shown = re.sub(r"(\s|[─-╿]|\x1b\[[\d;]*m)+", " ", printed)
    assert re.search(r"empty\.txt skipped is empty;", shown)
    assert "built unchanged skipped failed 2 1 1 0 " in shown
    assert re.search(r"facts number visit 2 ", shown)
    quiet = on_a_terminal("build", news, "--out", tmp_path / "out", "--quiet", status=1)
    assert re.fullmatch(r"kg: \S+empty\.txt: skipped: is empty;.*\s*", quiet)


def test_a_reader_that_goes_away(turtle: Path, tmp_path: Path) -> None:
    """More than fits into the pipe, and a single line that does."""
    for arguments in (("facts", turtle), ("facts", turtle, "--type", "visit"), ("query", turtle, "evidence")):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run([*KG, *map(str, arguments)], cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True)
        os.close(writing)
        assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [("facts",), ("facts", "--format", "csv"), ("query", "visits")])
def test_standard_output_that_is_full(turtle: Path, arguments: tuple[str, ...]) -> None:
    name, *options = arguments
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*KG, name, str(turtle), *options], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True
        )
    told = "kg: standard output: cannot be written (No space left on device); give it more room\n"
    assert (done.returncode, done.stderr) == (2, told)


def test_streams_that_are_closed(turtle: Path) -> None:
    code = "import os, sys; [os.close(fd) for fd in (0, 1)]; os.execv(sys.executable, sys.argv[1:])"
    closed = [sys.executable, "-c", code, *KG]
    facts = subprocess.run([*closed, "facts", turtle], cwd=ROOT, stderr=subprocess.PIPE, text=True)
    assert (facts.returncode, facts.stderr) == (0, "")
    build = subprocess.run([*closed, "build", "-"], cwd=ROOT, stderr=subprocess.PIPE, text=True)
    assert (build.returncode, build.stderr) == (2, "kg: standard input: is empty; give a file with an article's text\n")


def test_text_is_utf_8_whatever_the_locale(turtle: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run([*KG, "facts", str(turtle)], cwd=ROOT, capture_output=True, check=True, env=environment)
    assert "\N{DOVE OF PEACE}" in done.stdout.decode() or "“Our neighbours" in done.stdout.decode()


def test_an_interrupt_leaves_nothing_half_written(tmp_path: Path) -> None:
    sources = [tmp_path / f"{number}.txt" for number in range(200)]
    for source in sources:
        source.write_text("Prime Minister Ana Zupan of Slovenia met Karl Wieser in Vienna.\n" * 50, encoding="utf-8")
    out = tmp_path / "out"
    process = subprocess.Popen(
        [*KG, "build", *map(str, sources), "--out", str(out)], cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    while process.poll() is None and not list(out.glob("*.html")):
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    assert (process.communicate()[1], process.returncode) == ("", 130)
    graphs, pages = ({path.stem for path in out.glob(pattern)} for pattern in ("*.ttl", "*.html"))
    assert graphs == pages
    assert len(graphs) < len(sources)
    assert not list(out.glob("*.part"))
