"""Figures are counted right from the facts of an archive."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.rdf.inference import closed
from kg.report import figures
from kg.report.figures import Grid
from kg.report.reading import Archive, Told, read
from kg.store import open_graph

NAMES = {"ana": "Ana", "karl": "Karl", "si": "Slovenia", "at": "Austria", "it": "Italy", "eu": "Union", "rail": "rail"}
CLASSES = {"ana": "Person", "karl": "Person", "eu": "RegionalBody", "rail": "Sector"}
CLASSES |= dict.fromkeys(("si", "at", "it"), "Country")


def told(
    kind: str,
    *parties: str,
    month: str | None = "2024-01",
    by: str = "Courier",
    sectors: str = "",
    modality: str | None = "actual",
) -> Told:
    """A fact; its parties are written "role iri"."""
    pairs = tuple(sorted((party.split()[0], party.split()[1]) for party in parties))
    return Told(kind, "article", by, month, pairs, tuple(sectors.split()), modality)


FACTS = (
    told("Tenure", "holder ana", "of si", modality=None),
    told("Tenure", "holder karl", "of at", modality=None),
    told("Tenure", "holder karl", "of at", modality=None),
    told("Tenure", "holder karl", "of it", modality=None),
    told("Visit", "visitor ana", "country at"),
    told("Visit", "visitor karl", "country si", modality="planned"),
    told("Meeting", "participant ana", "participant karl", month="2024-03"),
    told("Meeting", "participant ana", "participant si"),
    told("Cooperation", "party si", "party at", sectors="rail", month="2024-03", modality="planned"),
    told("Cooperation", "party si", "party at", sectors="rail", modality="denied"),
    told("Agreement", "party si", "party at", sectors="rail", month=None),
    told("Statement", "speaker ana", modality=None),
    told("Statement", "speaker ana", modality=None, by="Daily"),
    told("Statement", "speaker karl", modality=None, by="Daily"),
    told("Statement", "speaker karl", modality=None),
    told("Statement", "speaker karl", modality=None),
    told("Act", "actor karl", "target ana", modality="denied"),
    told("Membership", "member si", "body eu"),
)
ARCHIVE = Archive(FACTS, {"article": "2024-01"}, NAMES, CLASSES)

DEEDS = ("Visit", "Meeting", "Agreement", "Cooperation", "Statement", "Act", "Appointment")
GRIDS = [
    (figures.leaders, ("Ana", "Karl"), DEEDS,
     ((1, 2, 0, 0, 2, 0, 0), (0, 1, 0, 0, 3, 0, 0))),
    (figures.pairs, ("Austria – Slovenia",), ("2024-01", "2024-02", "2024-03"), ((1, 0, 1),)),
    (figures.sectors, ("rail",), ("2024-03",), ((1,),)),
    (figures.citing, ("Karl", "Ana"), ("Courier", "Daily"), ((2, 1), (1, 1))),
]  # fmt: skip


@pytest.mark.parametrize(("figure", "rows", "columns", "numbers"), GRIDS, ids=lambda one: getattr(one, "__name__", ""))
def test_grids(figure, rows, columns, numbers) -> None:
    assert figure(ARCHIVE) == Grid(rows, columns, numbers)


def test_kinds_by_modality() -> None:
    grid = figures.by_kind(ARCHIVE)
    assert dict(zip(grid.rows, grid.numbers, strict=True)) == {
        "Visit": (1, 1, 0, 0), "Meeting": (2, 0, 0, 0), "Agreement": (1, 0, 0, 0), "Cooperation": (0, 1, 0, 1),
        "Statement": (5, 0, 0, 0), "Act": (0, 0, 0, 1), "Membership": (1, 0, 0, 0), "Tenure": (4, 0, 0, 0),
    }  # fmt: skip


def test_an_overview() -> None:
    wanted = {"articles": 1, "publishers": 2, "facts": 18, "people": 2, "countries": 3, "bodies": 1}
    assert figures.overview(ARCHIVE) == wanted


def test_who_is_in_the_middle() -> None:
    rows = figures.central(ARCHIVE)
    assert [(row.name, row.facts, row.ties) for row in rows][:2] == [("Ana", 4, 3), ("Austria", 4, 3)]
    assert rows[1].class_ == "Country"
    (slovenia,) = (row for row in rows if row.name == "Slovenia")
    assert slovenia.betweenness == pytest.approx(0.4)  # all ways to the Union, four of ten


def test_the_most_come_first_and_the_rest_is_left_out() -> None:
    assert figures.citing(ARCHIVE, most=1) == Grid(("Karl",), ("Courier",), ((2,),))


def test_an_empty_archive() -> None:
    empty = Archive((), {}, {}, {})
    for figure in (figures.leaders, figures.pairs, figures.sectors, figures.citing, figures.by_kind):
        assert figure(empty).rows == ()
    assert figures.central(empty) == []
    assert set(figures.overview(empty).values()) == {0}


def test_facts_are_read_from_a_graph(turtle: Path) -> None:
    archive = read(turtle)
    (visit,) = (fact for fact in archive.facts if fact.kind == "Visit")
    base = "https://w3id.org/communique/id/"
    assert (visit.publisher, visit.month, visit.modality) == ("Alpine Courier", "2024-03", "actual")
    assert visit.parties == (
        ("country", f"{base}country/austria"),
        ("destination", f"{base}place/vienna"),
        ("visitor", f"{base}person/ana-zupan"),
    )
    assert list(archive.articles.values()) == ["2024-03"]
    assert archive.countries() == {f"{base}person/ana-zupan": f"{base}country/slovenia"}
    (statement,) = (fact for fact in archive.facts if fact.kind == "Statement")
    assert (statement.month, statement.modality, statement.actual) == ("2024-03", None, True)
    (measure,) = (fact for fact in archive.facts if fact.kind == "Measurement")
    assert measure.month == "2023-01"


def test_what_follows_changes_no_number(turtle: Path) -> None:
    assert read(closed(open_graph(turtle))) == read(turtle)


def test_an_article_that_two_graphs_hold_is_counted_once(turtle: Path) -> None:
    store = ox.Store()
    for name in ("one", "two"):
        store.extend(ox.Quad(*q.triple, ox.NamedNode(f"https://example.org/{name}")) for q in open_graph(turtle))
    assert read(store) == read(turtle)
