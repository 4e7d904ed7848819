"""README shows what really happens: its commands, its Python and its lexicon are run."""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as somebody has it who follows README."""
    path = tmp_path_factory.mktemp("readme")
    (path / "seeds").symlink_to(ROOT / "seeds")
    (lexicon,) = (text for language, text in BLOCKS if language == "turtle")
    (path / "mine.ttl").write_text(lexicon, encoding="utf-8")
    return path


def commands() -> list[tuple[str, str]]:
    """The commands of README in their order, and what it shows them to print."""
    text = "".join(text for language, text in BLOCKS if language == "console")
    shown = re.findall(r"^\$ (.*\n(?:> .*\n)*)((?:(?!\$ ).*\n)*)", text, re.MULTILINE)
    return [(re.sub(r"^> ", "", command, flags=re.MULTILINE), output) for command, output in shown]


def test_commands_print_what_is_shown(folder: Path):
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    shown = commands()
    assert len(shown) > 5
    for command, output in shown:
        done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, ""), command
        assert doctest.OutputChecker().check_output(output, done.stdout, doctest.ELLIPSIS), f"{command}\n{done.stdout}"


@pytest.mark.parametrize("example", [text for language, text in BLOCKS if language == "pycon"])
def test_python_gives_what_is_shown(example: str, folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(folder)
    told: list[str] = []
    test = doctest.DocTestParser().get_doctest(example, {}, "README.md", "README.md", 0)
    doctest.DocTestRunner().run(test, out=told.append)
    assert told == []


def test_links_lead_to_files():
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_tour_names_every_part():
    """The table of modules misses no folder and no file at the top of the package."""
    parts = {path.name for path in (ROOT / "kg").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert {part for part in parts - {"__init__.py"} if f"kg/{part}" not in README} == set()
