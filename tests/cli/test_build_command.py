"""`kg build` writes the files that it is asked for, whole, and says what it wrote."""

import re
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import Result

from kg.facts import facts
from kg.rdf.formats import FORMATS
from kg.store import open_graph, query

type Kg = Callable[..., Result]


def test_a_graph_and_a_page(kg: Kg, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "graphs"
    result = kg("build", source, "--date", "2024-03-05", "--title", "Zupan Abroad", "--out", out)
    assert (result.exit_code, result.stderr) == (0, "")
    assert sorted(path.name for path in out.iterdir()) == ["zupan.html", "zupan.ttl"]
    rows = list(facts(out / "zupan.ttl"))
    visit = next(row for row in rows if row["type"] == "visit")
    assert (visit["visitor"]["label"], visit["destination"]["label"]) == ("Ana Zupan", "Vienna")
    assert "Zupan Abroad" in (out / "zupan.html").read_text(encoding="utf-8")
    told = [row for row in rows if row["type"] not in ("date", "entity")]
    assert f"{out / 'zupan.ttl'} {out / 'zupan.html'}\n" in result.stdout
    assert f"{len(told)} facts: " in result.stdout
    assert "visit 1" in result.stdout
    assert re.search(r"\d+ entities: .*Person 2", result.stdout)


def test_quiet(kg: Kg, source: Path, tmp_path: Path) -> None:
    result = kg("build", source, "--date", "2024-03-05", "--out", tmp_path, "--quiet")
    assert (result.exit_code, result.output) == (0, "")
    assert (tmp_path / "zupan.ttl").exists()


def test_the_folder_is_out_by_itself(kg: Kg, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert kg("build", "zupan.txt", "--quiet").exit_code == 0
    assert (tmp_path / "out" / "zupan.ttl").exists()


def test_every_format(kg: Kg, source: Path, tmp_path: Path) -> None:
    options = [word for name in FORMATS for word in ("--format", name)]
    assert kg("build", source, "--out", tmp_path, "--quiet", *options).exit_code == 0
    rows = [list(facts(tmp_path / f"zupan{extensions[0]}")) for extensions in FORMATS.values()]
    assert rows[0]
    assert all(other == rows[0] for other in rows)


def test_a_format_by_its_extension(kg: Kg, source: Path, tmp_path: Path) -> None:
    assert kg("build", source, "--out", tmp_path, "--quiet", "--format", "nt").exit_code == 0
    assert {path.suffix for path in tmp_path.iterdir()} == {".txt", ".nt", ".html"}


def test_several_articles_with_their_front_matter(kg: Kg, tmp_path: Path) -> None:
    sources = [tmp_path / f"{name}.txt" for name in ("one", "two")]
    for source in sources:
        source.write_text(f"---\ntitle: Number {source.stem}\n---\nAna Zupan visited Vienna.\n", encoding="utf-8")
    assert kg("build", *sources, "--out", tmp_path, "--publisher", "Alpine Courier").exit_code == 0
    for source in sources:
        store = open_graph(source.with_suffix(".ttl"))
        (row,) = query(store, "SELECT ?title ?who { ?a dcterms:title ?title ; dc:publisher ?who }")
        assert [term.value for term in row] == [f"Number {source.stem}", "Alpine Courier"]


def test_standard_input(kg: Kg, source: Path, tmp_path: Path) -> None:
    result = kg("build", "-", "--out", tmp_path, stdin=source.read_bytes())
    assert result.exit_code == 0
    assert any(row["type"] == "visit" for row in facts(tmp_path / "article.ttl"))


def test_another_base(kg: Kg, source: Path, tmp_path: Path) -> None:
    assert kg("build", source, "--out", tmp_path, "--base", "https://example.org/news/").exit_code == 0
    (row,) = query(tmp_path / "zupan.ttl", "SELECT ?visit { ?visit a :Visit }")
    assert row["visit"].value.startswith("https://example.org/news/visit/")


def test_a_lexicon_adds_words(kg: Kg, tmp_path: Path) -> None:
    source = tmp_path / "forum.txt"
    source.write_text("Slovenia and Austria will cooperate in falconry.\n", encoding="utf-8")
    lexicon = tmp_path / "mine.ttl"
    lexicon.write_text(
        "@prefix : <https://w3id.org/communique/ontology#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<https://w3id.org/communique/id/sector/falconry> a :Sector ; skos:notation "falconry" ;\n'
        '    skos:prefLabel "falconry"@en .\n',
        encoding="utf-8",
    )
    assert kg("build", source, "--out", tmp_path, "--lexicon", lexicon).exit_code == 0
    assert [row["sector"] for row in facts(tmp_path / "forum.ttl", "cooperation")] == ["falconry"]


def test_explain_lists_what_was_rejected(kg: Kg, tmp_path: Path) -> None:
    source = tmp_path / "vague.txt"
    source.write_text("Prime Minister Ana Zupan of Slovenia arrived early. Nobody met.\n", encoding="utf-8")
    result = kg("build", source, "--out", tmp_path, "--explain", "--quiet")
    rejected = [line.split("\t") for line in result.stdout.splitlines()]
    assert ["arrived", "visit/arrive", "no destination"] in rejected


def test_a_relative_date_needs_the_articles(kg: Kg, source: Path, tmp_path: Path) -> None:
    result = kg("build", source, "--out", tmp_path, "--quiet")
    assert result.exit_code == 0
    assert re.fullmatch(r"kg: zupan: no date given: .*--date YYYY-MM-DD\n", result.stderr)
    assert (tmp_path / "zupan.ttl").exists()


def test_the_page_is_that_of_the_graph(kg: Kg, source: Path, tmp_path: Path) -> None:
    kg("build", source, "--out", tmp_path, "--quiet")
    kg("view", tmp_path / "zupan.ttl", "--out", tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == (tmp_path / "zupan.html").read_bytes()


def test_the_same_bytes_again(kg: Kg, source: Path, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        kg("build", source, "--out", tmp_path / folder, "--format", "trig", "--format", "turtle", "--quiet")
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert len(files) == 3
    for name in files:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_what_it_writes_conforms(kg: Kg, source: Path, tmp_path: Path) -> None:
    kg("build", source, "--out", tmp_path, "--quiet")
    assert kg("check", tmp_path / "zupan.ttl").stdout == f"{tmp_path / 'zupan.ttl'}: conforms\n"
    assert any(ox.parse(path=str(tmp_path / "zupan.ttl")))


INFERRED = "SELECT ?name { ?event a sem:Event ; sem:hasActor/rdfs:label ?name } ORDER BY ?name"


def names(store: Path) -> set[str]:
    return {row["name"].value for row in query(store, INFERRED)}


def graphs(store: Path) -> list[str]:
    """The names of the graphs that articles gave."""
    names = sorted(graph.value for graph in open_graph(store).named_graphs())
    return [name for name in names if not name.endswith("/identities")]


def test_what_follows_lies_in_a_graph_of_its_own(kg: Kg, source: Path, tmp_path: Path) -> None:
    pytest.importorskip("reasonable", reason="the reasoner is not installed (pip install 'communique[infer]')")
    options = ("--quiet", "--out", tmp_path / "out", "--format", "trig", "--store", tmp_path / "news")
    assert kg("build", source, "--infer", *options).exit_code == 0
    assert names(tmp_path / "news") == names(tmp_path / "out" / "zupan.trig") == {"Ana Zupan", "Karl Wieser"}
    assert [name.endswith("#inferred") for name in graphs(tmp_path / "news")] == [False, True]
    assert kg("check", tmp_path / "out" / "zupan.trig").exit_code == 0
    rows = list(facts(tmp_path / "news"))
    assert kg("build", source, *options).exit_code == 0  # built again, since another graph is wanted
    assert names(tmp_path / "news") == names(tmp_path / "out" / "zupan.trig") == set()
    assert len(graphs(tmp_path / "news")) == 1
    assert list(facts(tmp_path / "news")) == rows


def test_axioms_of_a_lexicon_are_heeded(kg: Kg, source: Path, tmp_path: Path) -> None:
    pytest.importorskip("reasonable", reason="the reasoner is not installed (pip install 'communique[infer]')")
    lexicon = tmp_path / "mine.ttl"
    lexicon.write_text(
        "@prefix : <https://w3id.org/communique/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        ":Visit rdfs:subClassOf <https://example.org/Travel> .",
        encoding="utf-8",
    )
    assert kg("build", source, "--infer", "--lexicon", lexicon, "--out", tmp_path, "--quiet").exit_code == 0
    assert query(tmp_path / "zupan.ttl", "ASK { ?visit a :Visit, <https://example.org/Travel> }")


def test_shortcuts_are_annotated(kg: Kg, source: Path, tmp_path: Path) -> None:
    formats = [word for name in FORMATS if name != "jsonld" for word in ("--format", name)]
    assert kg("build", source, "--rdf12", "--out", tmp_path, "--quiet", *formats).exit_code == 0
    asked = """SELECT ?words {
        person:ana-zupan_slovenia :met person:karl-wieser_austria {| prov:wasDerivedFrom/nif:anchorOf ?words |} }"""
    for path in (tmp_path / f"zupan{FORMATS[name][0]}" for name in FORMATS if name != "jsonld"):
        assert [row["words"].value for row in query(path, asked)] == ["She met Austrian Chancellor Karl Wieser"], path
        assert kg("check", path).exit_code == 0


def test_json_ld_has_no_annotations(kg: Kg, source: Path, tmp_path: Path) -> None:
    result = kg("build", source, "--rdf12", "--format", "jsonld", "--out", tmp_path)
    assert result.exit_code == 2
    assert result.stderr == "kg: jsonld: cannot hold the annotations of RDF 1.2; choose another --format\n"
