"""Namesakes stay apart, and a bare name means the only person who has it, in whatever order articles come."""

from itertools import permutations
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.archive.people import qualified
from kg.model import Article, Entity, Fact, Office, Passage, Reading, Visit
from kg.rdf import folder
from kg.rdf.annotations import annotated, is_annotated, reified
from kg.rdf.articles import Graphs, graphs_of_quads
from kg.rdf.folder import keep, keep_built, read_folder
from kg.rdf.identities import is_identities, noted
from kg.rdf.inference import inferred
from kg.rdf.write import to_quads

ID = "https://w3id.org/communique/id/"
ANA = f"{ID}person/ana-zupan"
HERE = {"evidence": Passage(0, 9), "rule": "x"}


def reading(name: str, *of: str, date: str = "2024-03-04") -> Reading:
    """An article that tells of a visit of Ana Zupan's, and of what she holds an office of."""
    offices = (Office(person=ANA, title="minister", of=ID + owner, **HERE) for owner in of)
    visit = Visit(visitor=ANA, destination=None, country=f"{ID}country/italy", date=date, **HERE)
    facts: tuple[Fact, ...] = (*offices, visit)
    person = Entity(ANA, "Person", "Ana Zupan", mentions=(Passage(0, 9),))
    return qualified(Reading(Article(f"Ana Zupan ({name}).", name), (person,), (), facts))


def graphs(*readings: Reading) -> Graphs:
    return graphs_of_quads(to_quads(readings))


BARE, SLOVENE, AUSTRIAN, OTHER = (
    reading("bare"), reading("slovene", "country/slovenia"), reading("austrian", "country/austria"),
    reading("other", "body/alpine-league", "country/slovenia"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("of", "name"),
    [
        ((), "ana-zupan"),
        (("country/slovenia",), "ana-zupan_slovenia"),
        (("organization/alpine-rail", "country/slovenia"), "ana-zupan_slovenia"),
        (("organization/alpine-rail", "body/alpine-league"), "ana-zupan_alpine-league"),
        (("country/slovenia", "country/austria"), "ana-zupan_austria"),
    ],
)
def test_the_iri_of_a_person_says_whose_office_it_is(of: tuple[str, ...], name: str) -> None:
    found = reading("a", *of)
    assert found.entities[0].iri == f"{ID}person/{name}"
    assert {fact.visitor for fact in found.facts if isinstance(fact, Visit)} == {found.entities[0].iri}


def test_known_people_keep_their_iris() -> None:
    person = Entity(ANA, "Person", "Ana Zupan", same_as=("http://www.wikidata.org/entity/Q1",))
    office = Office(person=ANA, title="minister", of=f"{ID}country/slovenia", **HERE)
    known = Reading(Article("Ana Zupan."), (person,), (), (office,))
    assert qualified(known) == known


def people(store: ox.Store) -> dict[str, str]:
    """Whom each article names."""
    found = (q for q in store.quads_for_pattern(None, None, ox.NamedNode(KG + "Person"), None))
    return {q.graph_name.value.split("/")[-1].split("-")[0]: q.subject.value.split("/")[-1] for q in found}  # type: ignore[union-attr]


KG = "https://w3id.org/communique/ontology#"
STORES = [
    ((BARE,), {"bare": "ana-zupan"}),
    ((BARE, SLOVENE), {"bare": "ana-zupan_slovenia", "slovene": "ana-zupan_slovenia"}),
    (
        (BARE, SLOVENE, OTHER),
        {"bare": "ana-zupan_slovenia", "slovene": "ana-zupan_slovenia", "other": "ana-zupan_slovenia"},
    ),
    ((BARE, SLOVENE, AUSTRIAN),
     {"bare": "ana-zupan", "slovene": "ana-zupan_slovenia", "austrian": "ana-zupan_austria"}),
]  # fmt: skip


def built(*readings: Reading) -> dict[ox.NamedNode, bytes]:
    """What articles give when they are built."""
    return {name: noted(list(quads)) for name, quads in graphs(*readings).items()}


@pytest.mark.parametrize(("readings", "expected"), STORES)
def test_whom_a_bare_name_means(readings: tuple[Reading, ...], expected: dict[str, str], tmp_path: Path) -> None:
    dumps = set()
    for number, order in enumerate(permutations(readings)):
        path = tmp_path / str(number)
        for one in order:
            keep(graphs(one), path)
        assert people(read_folder(path)) == expected
        assert all(keep(graphs(one), path) == [] for one in order), "what is there is there"
        dumps.add("\n".join(sorted(map(str, read_folder(path)))))
    keep(graphs(*readings), tmp_path / "together")
    keep_built(built(*readings), tmp_path / "built")
    for _ in range(2):  # new, and there already
        for one in readings:
            keep_built(built(one), tmp_path / "one by one")
    for name in ("together", "built", "one by one"):
        dumps.add("\n".join(sorted(map(str, read_folder(tmp_path / name)))))
    assert len(dumps) == 1
    assert "pending" not in dumps.pop()


def test_events_follow_the_people(tmp_path: Path) -> None:
    keep(graphs(BARE, SLOVENE), tmp_path / "store")
    assert len(visits(tmp_path / "store")) == 1
    keep(graphs(AUSTRIAN), tmp_path / "store")
    assert len(visits(tmp_path / "store")) == 3, "of namesakes, and of nobody knows which"


def visits(path: Path) -> set[object]:
    return {q.subject for q in read_folder(path).quads_for_pattern(None, None, ox.NamedNode(KG + "Visit"), None)}


@pytest.mark.parametrize("names", [(BARE, SLOVENE), (BARE, SLOVENE, AUSTRIAN)])
def test_what_follows_is_told_of_whom_the_name_means(names: tuple[Reading, ...], tmp_path: Path) -> None:
    pytest.importorskip("reasonable", reason="the reasoner is not installed (pip install 'communique[infer]')")
    for number, order in enumerate(permutations(names)):
        store, other = tmp_path / str(number), tmp_path / f"{number}, built"
        wholes = [[*quads, *inferred(quads)] for quads in (list(to_quads([one])) for one in order)]
        for quads in wholes:
            keep(graphs_of_quads(quads), store)
            keep_built({quads[0].graph_name: noted(quads)}, other)  # type: ignore[dict-item]
        found = [q for q in read_folder(store) if not is_identities(q.graph_name)]  # type: ignore[arg-type]
        assert {q for q in found if q.graph_name.value.endswith("#inferred")} == set(inferred(found))  # type: ignore[union-attr]
        assert set(read_folder(other)) == set(read_folder(store))
        assert all(keep(graphs_of_quads(quads), store) == [] for quads in wholes), "what is there is there"


def test_annotations_are_of_whom_the_name_means(tmp_path: Path) -> None:
    wholes = [graphs_of_quads(annotated(to_quads([one]))) for one in (BARE, SLOVENE)]
    for whole in wholes:
        keep(whole, tmp_path / "store")
    found = [q for q in read_folder(tmp_path / "store") if not is_identities(q.graph_name)]  # type: ignore[arg-type]
    assert is_annotated(found)
    assert set(annotated(reified(found))) == set(found)
    assert {q for q in found if isinstance(q.object, ox.Triple) and q.object.subject.value == ANA} == set()  # type: ignore[union-attr]
    keep(graphs(BARE, SLOVENE), tmp_path / "plain")
    assert set(reified(found)) == {q for q in read_folder(tmp_path / "plain") if not is_identities(q.graph_name)}  # type: ignore[arg-type]
    assert all(keep(whole, tmp_path / "store") == [] for whole in wholes), "what is there is there"


def test_a_namesake_who_goes_away(tmp_path: Path) -> None:
    alone, store = tmp_path / "alone", tmp_path / "store"
    keep(graphs(BARE, SLOVENE, reading("austrian")), alone)
    keep(graphs(BARE, SLOVENE, AUSTRIAN), store)
    keep(graphs(reading("austrian")), store)
    assert set(read_folder(store)) == set(read_folder(alone))
    keep(graphs(reading("slovene"), AUSTRIAN), store)
    assert people(read_folder(store)) == dict.fromkeys(("bare", "slovene", "austrian"), "ana-zupan_austria")


def test_what_a_crash_left_is_settled_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(graphs(BARE), tmp_path / "store")
    with monkeypatch.context() as broken:
        broken.setattr(folder, "settle", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            keep(graphs(SLOVENE), tmp_path / "store")
    keep({}, tmp_path / "store")
    keep(graphs(BARE, SLOVENE), tmp_path / "whole")
    assert set(read_folder(tmp_path / "store")) == set(read_folder(tmp_path / "whole"))
