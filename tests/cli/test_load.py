"""`kg load` and `kg build --store` keep a store on disk, which the other commands read like a file."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import Result

from kg.model import Reading
from kg.rdf.formats import FORMATS, serialize
from kg.rdf.write import to_quads
from kg.store import open_graph

type Kg = Callable[..., Result]


def named(store: Path) -> dict[str, int]:
    """The graphs of the articles of a store, and their sizes."""
    opened = ox.Store.read_only(str(store))
    graphs = (g for g in opened.named_graphs() if not str(g).endswith("/identities>"))
    return {g.value: len(list(opened.quads_for_pattern(None, None, None, g))) for g in graphs}


def test_it_says_what_it_loads(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    store = tmp_path / "news" / "store"
    assert kg("load", turtle, "--store", store).stdout == f"{turtle}: 1 graph loaded\n"
    assert kg("load", turtle, "--store", store).stdout == f"{turtle}: 0 graphs loaded, 1 there already\n"
    assert kg("load", turtle, "--store", store, "--quiet").output == ""
    assert [g.rpartition("/")[2].rpartition("-")[0] for g in named(store)] == ["news-example-e"]


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_gives_the_same_store(kg: Kg, reading: Reading, tmp_path: Path, format: str) -> None:
    path = tmp_path / f"graph{FORMATS[format][0]}"
    path.write_bytes(serialize(to_quads([reading]), format))
    assert kg("load", path, "--store", tmp_path / "store").exit_code == 0
    quads = ox.Store()
    quads.extend(to_quads([reading]))
    assert set(ox.Store.read_only(str(tmp_path / "store"))) == set(quads)


COMMANDS = [
    ("facts",),
    ("facts", "--format", "csv"),
    ("query", "visits", "--country", "Austria"),
    ("query", "evidence", "--format", "json"),
    ("query", "CONSTRUCT { ?a :met ?b } WHERE { ?a :met ?b }"),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_store_answers_like_the_file(kg: Kg, turtle: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    kg("load", turtle, "--store", tmp_path / "store")
    answers = [kg(command[0], graph, *command[1:]) for graph in (turtle, tmp_path / "store")]
    assert answers[0].stdout.count("\n") > 0
    assert [a.exit_code for a in answers] == [0, 0]
    assert answers[1].stdout == answers[0].stdout


def test_check_and_view_of_a_store(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    kg("load", turtle, "--store", store)
    checked = {str(graph): kg("check", graph) for graph in (turtle, store)}
    file, folder = (result.stdout.replace(graph, "GRAPH") for graph, result in checked.items())
    assert folder == file
    assert kg("view", store).stdout == f"{tmp_path / 'store.html'}\n"
    assert kg("view", turtle, "--out", tmp_path / "file.html").exit_code == 0
    assert (tmp_path / "store.html").read_bytes() == (tmp_path / "file.html").read_bytes()


def test_view_of_the_folder_where_one_is(kg: Kg, turtle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kg("load", turtle, "--store", tmp_path / "store")
    monkeypatch.chdir(tmp_path / "store")
    assert kg("view", ".").stdout == f"{tmp_path / 'store.html'}\n"


def test_build_into_a_store(kg: Kg, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = kg("build", source, "--store", "store", "--date", "2024-03-05", "--title", "Zupan Abroad")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("store\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["store", "zupan.txt"]
    first = named(tmp_path / "store")
    assert kg("build", source, "--store", "store", "--date", "2024-03-05", "--out", "files").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "files").iterdir()) == ["zupan.html", "zupan.ttl"]
    second = named(tmp_path / "store")
    assert list(first) == list(second)
    assert [second[graph] for graph in first] == [size - 1 for size in first.values()]  # no title any more
    assert kg("facts", "store").stdout == kg("facts", "files/zupan.ttl").stdout


def test_build_in_a_format_writes_files_too(
    kg: Kg, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kg("build", source, "--store", "store", "--format", "nt", "--quiet").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["zupan.html", "zupan.nt"]


@pytest.mark.parametrize("command", ["load", "build"])
def test_a_folder_of_other_files_is_left_alone(
    kg: Kg, turtle: Path, source: Path, tmp_path: Path, command: str
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "letter.txt").write_text("Dear Ana", encoding="utf-8")
    result = kg(command, turtle if command == "load" else source, "--store", folder, "--quiet")
    assert result.exit_code == 2
    assert "holds other files and no store; choose another --store" in result.stderr
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_a_fault_in_a_graph_leaves_the_store(kg: Kg, turtle: Path, tmp_path: Path) -> None:
    kg("load", turtle, "--store", tmp_path / "store")
    before = named(tmp_path / "store")
    broken = tmp_path / "broken.trig"
    broken.write_text("<urn:g> { <urn:a> <urn:b> 'c' . } <urn:h> { <urn:a>", encoding="utf-8")
    result = kg("load", broken, "--store", tmp_path / "store")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"kg: {broken}: not valid TriG")
    assert named(tmp_path / "store") == before


HOLD = "import sys, pyoxigraph; store = pyoxigraph.Store(sys.argv[1]); print('open', flush=True); sys.stdin.read()"


@pytest.fixture
def held(kg: Kg, turtle: Path, tmp_path: Path) -> Iterator[Path]:
    """A store that another process has open for writing."""
    store = tmp_path / "store"
    kg("load", turtle, "--store", store)
    with subprocess.Popen([sys.executable, "-c", HOLD, store], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline() == b"open\n"
        yield store
        other.communicate()


@pytest.mark.parametrize("command", [("load",), ("query", "visits"), ("facts",), ("view",), ("check",), ("export",)])
def test_who_writes_to_a_store_has_it_alone(kg: Kg, held: Path, turtle: Path, command: tuple[str, ...]) -> None:
    where = [turtle, "--store", held] if command == ("load",) else [held]
    result = kg(command[0], *where, *command[1:])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"kg: {held}: another program is writing to this store; try again when it is done\n"


P = ox.NamedNode("urn:p")
LOADS = """
import sys, time
from pathlib import Path
from kg.rdf.articles import graphs_of
from kg.rdf.folder import keep
print("begin", flush=True)
while True:
    for path in sys.argv[2:]:
        keep(graphs_of(Path(path)), Path(sys.argv[1]))
        time.sleep(0.05)
"""


def test_killed_while_it_writes(kg: Kg, reading: Reading, tmp_path: Path) -> None:
    """Whenever the writer dies, the graph is the one or the other, whole; and readers see nothing else meanwhile."""
    graph = next(to_quads([reading])).graph_name
    versions: list[tuple[Path, set[ox.Quad]]] = []
    for name in ("one", "two"):
        more = (ox.Quad(ox.NamedNode(f"urn:{name}:{n}"), P, ox.Literal(name), graph) for n in range(300))
        path = tmp_path / f"{name}.nq"
        path.write_bytes(serialize([*to_quads([reading]), *more], "nquads"))
        versions.append((path, set(open_graph(path))))
    store = tmp_path / "store"
    kg("load", versions[0][0], "--store", store)
    for round_ in range(4):
        writer = subprocess.Popen(
            [sys.executable, "-c", LOADS, store, *(path for path, _ in versions)], stdout=subprocess.PIPE
        )
        assert writer.stdout is not None and writer.stdout.readline() == b"begin\n"
        for _ in range(5 + round_):
            assert set(open_graph(store)) in [quads for _, quads in versions]
        os.kill(writer.pid, signal.SIGKILL)
        writer.communicate()
        assert set(open_graph(store)) in [quads for _, quads in versions]
