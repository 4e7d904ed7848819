"""The project's files: style, types, sizes, pins, and what a wheel ships."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a module of this Python in the project's folder."""
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)


@pytest.mark.parametrize("command", ["ruff check --output-format concise", "ruff format --check", "mypy"])
def test_the_code_is_clean(command: str):
    done = run(*command.split())
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("folder", "most"), [("kg", 250), ("ontology/sources", 250), ("tests", 300)])
def test_no_file_is_long(folder: str, most: int):
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / folder).rglob("*.py")}
    assert lines
    assert {str(path.relative_to(ROOT)): n for path, n in lines.items() if n > most} == {}


def name_of(requirement: str) -> str:
    """The name of a package in a requirement, as the index normalises it: "Foo.Bar>=1" gives foo-bar."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


def test_the_lock_holds_pins_and_hashes_alone():
    pins = [line for line in LOCK.splitlines() if not line.startswith(("#", "    --hash=sha256:"))]
    assert [line for line in pins if not re.fullmatch(r"[a-z0-9-]+==[\w.]+(?: ; [^\\]+)? \\", line)] == []
    assert not re.search(r"://|\\\n(?!    --hash)", LOCK)


def test_the_lock_pins_every_dependency():
    project = PROJECT["project"]
    groups = (*project["optional-dependencies"].values(), *PROJECT["dependency-groups"].values())
    wanted = {name_of(requirement) for group in (project["dependencies"], *groups) for requirement in group}
    assert wanted - set(re.findall(r"^([\w.-]+)==", LOCK, re.MULTILINE)) == set()


def test_a_wheel_ships_the_ontology_and_all_assets(tmp_path: Path):
    done = run("hatchling", "build", "--target", "wheel", "--directory", str(tmp_path))
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("communique-*.whl")
    with zipfile.ZipFile(wheel) as files:
        shipped = {name for name in files.namelist() if name.startswith("kg/")}
    assets = sorted((ROOT / "kg").glob("*/assets"))
    assert len(assets) > 1
    packages = [(ROOT / "ontology", "kg/ontology"), *((folder, f"kg/{folder.parent.name}/assets") for folder in assets)]
    for folder, package in packages:
        data = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        wanted = {name for name in data if not name.startswith("sources/")}
        assert wanted
        assert {f"{package}/{name}" for name in wanted} <= shipped
    assert not {name for name in shipped if "sources/" in name or name.endswith((".pyc", ".psv"))}
    assert {"kg/py.typed", "kg/cli/__init__.py"} <= shipped


def test_every_entry_point_can_be_loaded():
    from importlib.metadata import EntryPoint

    points = [*PROJECT["project"]["scripts"].values(), *PROJECT["project"]["entry-points"]["spacy_factories"].values()]
    assert all(callable(EntryPoint("", value, "").load()) for value in points)
