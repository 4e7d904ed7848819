"""Files in all formats hold the same graph, and the same bytes each time."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import KgError
from kg.facts import facts
from kg.model import Reading
from kg.rdf.formats import FORMATS, serialize, write_files
from kg.rdf.namespaces import BASE, KG
from kg.rdf.write import to_dataset, to_quads
from kg.store import open_graph

RDFLIB = {"turtle": "turtle", "trig": "trig", "ntriples": "nt11", "nquads": "nquads", "jsonld": "json-ld",
          "rdfxml": "xml"}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_a_dataset_of_rdflib_gives_the_same_bytes_as_its_quads(name: str, reading: Reading) -> None:
    assert serialize(to_dataset([reading]), name) == serialize(to_quads([reading]), name)


@pytest.mark.parametrize("name", FORMATS)
def test_rdflib_and_oxigraph_read_the_same_graph(name: str, reading: Reading, tmp_path: Path) -> None:
    expected = {quad.triple for quad in to_quads([reading])}
    (path,) = write_files(to_quads([reading]), tmp_path / "graph", [name])
    assert {quad.triple for quad in ox.parse(path=str(path))} == expected
    graph = rdflib.Dataset(default_union=True).parse(path, format=RDFLIB[name])
    assert len(set(graph.triples((None, None, None)))) == len(expected)


@pytest.mark.parametrize("name", FORMATS)
def test_all_formats_give_the_same_rows(name: str, reading: Reading, tmp_path: Path) -> None:
    turtle, other = (write_files(to_quads([reading]), tmp_path / n, [n])[0] for n in ("turtle", name))
    assert list(facts(open_graph(other))) == list(facts(open_graph(turtle)))


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_of_the_quads_does_not_matter(name: str, reading: Reading) -> None:
    quads = list(to_quads([reading]))
    assert serialize(quads[::-1] + quads[:5], name) == serialize(quads, name)


def test_turtle_declares_the_prefixes_that_it_uses_and_no_others() -> None:
    one, kind = ox.NamedNode(f"{BASE}person/ana-zupan"), ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    day = ox.Literal("2024-05-16", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date"))
    quads = [ox.Quad(one, kind, KG.term("Person")), ox.Quad(one, KG.term("date"), day)]
    text = serialize(quads, "turtle").decode()
    assert re.findall(r"@prefix (\w*):", text) == ["", "person", "rdf", "xsd"]
    assert set(ox.parse(text, format=ox.RdfFormat.TURTLE)) == set(quads)


@pytest.mark.parametrize("tool", ["rapper", "serdi"])
def test_other_tools_count_the_same_triples(tool: str, reading: Reading, turtle: Path) -> None:
    if not shutil.which(tool):
        pytest.skip(f"{tool} is not installed (apt install {'raptor2-utils' if tool == 'rapper' else tool})")
    options = ["-q", "-i", "turtle"] if tool == "rapper" else []
    run = subprocess.run([tool, *options, str(turtle)], capture_output=True, text=True, check=True)
    lines = {line for line in run.stdout.splitlines() if line}
    assert len(lines) == len({quad.triple for quad in to_quads([reading])})


WRITE = """
import runpy, sys
from kg.model import Article, Reading
from kg.rdf.formats import FORMATS, serialize
from kg.rdf.write import to_quads
given = runpy.run_path(sys.argv[1])
reading = Reading(Article(given["TEXT"], "zupan"), given["ENTITIES"], given["DATES"], given["FACTS"])
for name in FORMATS:
    sys.stdout.buffer.write(serialize(to_quads([reading]), name))
"""


def test_the_same_bytes_in_every_process() -> None:
    tests = Path(__file__).parents[1]
    runs = {
        subprocess.run(
            [sys.executable, "-c", WRITE, str(tests / "conftest.py")],
            cwd=tests.parent, capture_output=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(runs) == 1


HARD = [
    'a "quoted"\nline\twith \\ backslash', "\N{DOVE OF PEACE} – é", "<tag> & ]]>", "  spaces  ", "}\n@prefix x",
    "a\r\nb\rc", "\x85\u2028\u2029", "\ufeff\xa0\xad", "''\"\"\"", "",
]  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_literals_that_are_hard_to_write(name: str, tmp_path: Path) -> None:
    subject, predicate = ox.NamedNode("https://example.org/s"), ox.NamedNode("https://example.org/p")
    quads = [ox.Quad(subject, predicate, ox.Literal(value), ox.NamedNode("https://example.org/g")) for value in HARD]
    (path,) = write_files(quads, tmp_path / "hard", [name])
    assert {quad.object.value for quad in ox.parse(path=str(path))} == set(HARD)
    graph = rdflib.Dataset(default_union=True).parse(path, format=RDFLIB[name])
    assert {str(value) for _, _, value in graph.triples((None, None, None))} == set(HARD)


@pytest.mark.parametrize("name", FORMATS)
def test_control_characters_never_make_a_file_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    subject, predicate = ox.NamedNode("https://example.org/s"), ox.NamedNode("https://example.org/p")
    text = "form\x0cfeed \x01 \x0b \x7f"
    (path,) = write_files([ox.Quad(subject, predicate, ox.Literal(text))], tmp_path / "control", [name])
    graph = rdflib.Dataset(default_union=True).parse(path, format=RDFLIB[name])
    (read,) = (str(value) for _, _, value in graph.triples((None, None, None)))
    assert read == (text if name != "rdfxml" else "form\ufffdfeed \ufffd \ufffd \x7f")


def test_bad_requests(reading: Reading, tmp_path: Path) -> None:
    with pytest.raises(KgError, match="hdt: no such format"):
        serialize(to_quads([reading]), "hdt")
    with pytest.raises(KgError, match="cannot be written"):
        write_files(to_quads([reading]), tmp_path / "missing" / "graph", ["turtle"])
    assert not list(tmp_path.rglob("*.part"))
