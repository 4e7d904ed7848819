"""A run that is killed at any moment is taken up by the next, which leaves the same as one that nobody disturbed."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import psutil
import pytest

from kg.rdf.folder import read_folder

KG = (sys.executable, "-c", "from kg.cli import main; main()", "build")
KILLS = 20


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A hundred articles in one file, of people of whom some say more than others."""
    offices = ("", "Foreign Minister ", "Austrian Chancellor ")
    lines = []
    for number in range(100):
        who = f"{offices[number % 3]}Lena Huber{number % 7 * 'x'}"
        where = ("", " of Slovenia")[number % 3 == 1]
        lines.append(
            f'{{"id": "{number}", "text": "{who}{where} arrived in Vienna on March {number % 28 + 1}, 2024."}}'
        )
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def command(source: Path, into: Path, *options: str) -> list[str]:
    outputs = ["--out", str(into / "out"), "--store", str(into / "store")]
    return [*KG, str(source), *outputs, "--no-page", "--quiet", *options]


def state(folder: Path) -> tuple[dict[str, bytes], list[str]]:
    files = {str(path.relative_to(folder)): path.read_bytes() for path in (folder / "out").rglob("*") if path.is_file()}
    return files, sorted(map(str, read_folder(folder / "store")))


def test_killed_again_and_again(many: Path, tmp_path: Path) -> None:
    start = time.monotonic()
    subprocess.run(command(many, tmp_path / "whole"), check=True)
    took = time.monotonic() - start
    random, broken, killed = Random(1), tmp_path / "broken", 0
    for number in range(KILLS):
        options = ("--jobs", "2") if number % 5 == 0 else ("--rebuild",) if number % 2 else ()
        process = subprocess.Popen(command(many, broken, *options))
        time.sleep(random.uniform(0.3, 1) * took)
        workers = psutil.Process(process.pid).children() if process.poll() is None else []
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        assert not psutil.wait_procs(workers, timeout=20)[1], "its processes end with it"
    assert killed > 0
    subprocess.run(command(many, broken), check=True)
    assert state(broken) == state(tmp_path / "whole")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs limits for processes")
def test_a_full_disk_leaves_what_was_there(many: Path, tmp_path: Path) -> None:
    source = tmp_path / "visit.txt"
    source.write_text("Ana Zupan met Karl Wieser.\n", encoding="utf-8")
    build = [*KG, str(source), "--out", str(tmp_path / "out"), "--quiet"]
    subprocess.run(build, check=True)
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    source.write_text("Ana Zupan met Karl Wieser in Vienna.\n", encoding="utf-8")

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = subprocess.run(build, preexec_fn=small, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
