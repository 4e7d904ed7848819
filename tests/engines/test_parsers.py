"""Parsers that are not ours read our files, and count what we wrote."""

import subprocess
from pathlib import Path

import httpx
import pytest
import rdflib
import servers
from engines import node
from graphs import Data

STATEMENTS = {".ttl": "triples", ".nt": "triples", ".trig": "quads", ".nq": "quads"}


def expected(data: Data, extension: str) -> int:
    """The triples of the merged graph; where there are named graphs those of each."""
    if STATEMENTS[extension] == "triples":
        return data.triples
    return sum(len(quads) for quads in data.graphs.values())


def lines(*command: object) -> list[str]:
    """What a command prints that must end well."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return [*done.stdout.splitlines(), *done.stderr.splitlines()]


@pytest.mark.parametrize(("syntax", "extension"), [("turtle", ".ttl"), ("ntriples", ".nt"), ("rdfxml", ".rdf")])
def test_rapper_counts(data: Data, syntax: str, extension: str) -> None:
    rapper = servers.command("rapper", "raptor2-utils")
    told = lines(rapper, "--count", "--input", syntax, data.file(extension))
    assert f"rapper: Parsing returned {data.triples} triples" in told


@pytest.mark.parametrize("extension", STATEMENTS)
def test_serdi_counts(data: Data, extension: str) -> None:
    """As many lines of N-Quads come out as there are statements, and the same, where both write them alike."""
    serdi = servers.command("serdi", "serdi")
    syntax = {".ttl": "turtle", ".nt": "ntriples", ".trig": "trig", ".nq": "nquads"}[extension]
    found = lines(serdi, "-i", syntax, "-o", "nquads", data.file(extension))
    assert len(set(found)) == expected(data, extension)
    written = ".nt" if STATEMENTS[extension] == "triples" else ".nq"
    assert set(found) == set(data.file(written).read_text("utf-8").splitlines())


@pytest.mark.parametrize("extension", STATEMENTS)
def test_n3_counts(data: Data, extension: str) -> None:
    with node(data.file(extension)) as (count, _):
        assert count == expected(data, extension)


@pytest.mark.parametrize("extension", [*STATEMENTS, ".jsonld", ".rdf"])
def test_rdflib_counts(data: Data, extension: str) -> None:
    graph = rdflib.Dataset(default_union=True).parse(data.file(extension))
    assert len({(s, p, o) for s, p, o, _ in graph.quads()}) == data.triples


def test_virtuoso_loads_files(data: Data, tmp_path: Path) -> None:
    """By its bulk loader, with the named graphs, as README has it."""
    isql = servers.command("isql-vt", "virtuoso-opensource-7-bin")
    (tmp_path / "news.nq").write_bytes(data.file(".nq").read_bytes())
    with servers.virtuoso(tmp_path) as server:
        load = f"ld_dir('{tmp_path}', '*.nq', ''); rdf_loader_run(); checkpoint;"
        lines(isql, f"127.0.0.1:{server.sql}", "dba", "dba", f"exec={load}")
        for name, quads in data.graphs.items():
            count = f"SELECT (COUNT(*) AS ?n) {{ GRAPH {name} {{ ?s ?p ?o }} }}"
            told = httpx.get(server.sparql, params={"query": count}, headers={"Accept": "text/csv"}).text
            assert told.split() == ['"n"', str(len(quads))]
