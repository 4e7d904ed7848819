"""What two articles tell is one event where they agree on who, what, when and how real; else it is two."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.facts import facts
from kg.model import Agreement, Appointment, Article, Cooperation, Entity, Fact, Meeting, Membership, Passage, Reading
from kg.model import Visit as V
from kg.rdf.articles import graphs_of
from kg.rdf.check import check
from kg.rdf.formats import serialize
from kg.rdf.write import to_quads
from kg.store import select

ID = "https://w3id.org/communique/id/"
ANA, KARL, AUSTRIA, VIENNA, LINZ, ENERGY, LEAGUE = (
    ID + path
    for path in (
        "person/ana-zupan", "person/karl-wieser", "country/austria", "place/vienna", "place/linz", "sector/energy",
        "body/alpine-league",
    )
)  # fmt: skip
HERE = {"evidence": Passage(0, 9), "rule": "arrive"}
VISIT = V(visitor=ANA, destination=VIENNA, country=AUSTRIA, date="2024-03-04", kind="official", **HERE)
MEETING = Meeting(participants=(ANA, KARL), place=VIENNA, date="2024-03-04", **HERE)
DEAL = Agreement(parties=(ANA, KARL), kind="treaty", name="treaty on power", sectors=(ENERGY,), date="2024-03", **HERE)
POST = Appointment(person=ANA, title="envoy", of=AUSTRIA, change="start", date="2024", **HERE)
MEMBER = Membership(member=AUSTRIA, body=LEAGUE, role="member", date="2004", **HERE)

TOLD_TWICE = [
    (VISIT, {}, 1),
    (VISIT, {"kind": "unspecified", "destination": LINZ, "rule": "visit", "confidence": 0.5, "asserter": KARL}, 1),
    (VISIT, {"destination": None}, 1),
    (VISIT, {"visitor": KARL}, 2),
    (VISIT, {"date": "2024-03-05"}, 2),
    (VISIT, {"date": "2024-03"}, 2),
    (VISIT, {"country": ID + "country/italy"}, 2),
    (VISIT, {"modality": "planned"}, 2),
    (replace(VISIT, date=None), {}, 2),
    (replace(VISIT, date="2024"), {}, 2),
    (replace(VISIT, date="FUTURE_REF"), {}, 2),
    (replace(VISIT, date="2024-03-04/2024-03-06"), {}, 1),
    (MEETING, {"participants": (KARL, ANA), "kind": "summit", "place": None}, 1),
    (MEETING, {"kind": "call"}, 2),
    (MEETING, {"participants": (ANA, AUSTRIA)}, 2),
    (DEAL, {"name": "power treaty"}, 1),
    (DEAL, {"kind": "memorandum"}, 2),
    (DEAL, {"sectors": (ID + "sector/tourism",)}, 2),
    (replace(DEAL, sectors=()), {"name": "power treaty"}, 2),
    (replace(DEAL, sectors=()), {}, 1),
    (POST, {}, 1),
    (POST, {"change": "end"}, 2),
    (MEMBER, {}, 1),
    (MEMBER, {"date": None}, 2),
    (Cooperation(parties=(ANA, KARL), sector=ENERGY, **HERE), {}, 2),
]


def reading(name: str, *told: Fact) -> Reading:
    names = {"person": "Person", "country": "Country", "place": "Place", "sector": "Sector", "body": "RegionalBody"}
    entities = (
        Entity(iri, names[iri.split("/")[-2]], iri.rsplit("/", 1)[-1].title(), mentions=(Passage(0, 9),))  # type: ignore[arg-type]
        for iri in (ANA, KARL, AUSTRIA, VIENNA, LINZ, ENERGY, LEAGUE, ID + "country/italy", ID + "sector/tourism")
    )
    return Reading(Article(f"Ana Zupan arrived ({name}).", name), tuple(entities), (), told)


def store_of(*readings: Reading) -> ox.Store:
    store = ox.Store()
    store.extend(to_quads(readings))
    return store


def events(store: ox.Store) -> dict[str, int]:
    """The facts of a graph, with the number of articles that tell of each."""
    query = """SELECT ?fact (COUNT(DISTINCT ?article) AS ?n) (COUNT(DISTINCT ?words) AS ?m)
        { ?fact :rule ?rule ; :evidence ?words ; prov:wasDerivedFrom ?article . ?article a :Article } GROUP BY ?fact"""
    found = [[getattr(term, "value", "") for term in row] for row in select(store, query)]
    assert all(articles == words for _, articles, words in found)
    return {fact: int(articles) for fact, articles, _ in found}


@pytest.mark.parametrize(("fact", "change", "number"), TOLD_TWICE)
def test_events_of_two_articles(fact: Fact, change: dict[str, object], number: int) -> None:
    other = replace(fact, **change)
    store = store_of(reading("a", fact), reading("b", other))
    assert sorted(events(store).values()) == ([2] if number == 1 else [1, 1])
    alone = [row for name, one in (("a", fact), ("b", other)) for row in facts(store_of(reading(name, one)))]
    told = [row for row in facts(store) if row["type"] not in ("entity", "date")]
    assert told == [row for row in alone if row["type"] not in ("entity", "date")], "each says what it said alone"


def test_events_of_one_article_stay_apart() -> None:
    """Which of them another article means is not known: it is taken to mean the surest."""
    unsure = replace(VISIT, destination=LINZ, confidence=0.4)
    store = store_of(reading("a", unsure, VISIT), reading("b", VISIT))
    assert sorted(events(store).values()) == [1, 2]
    assert len([row for row in facts(store) if row["type"] == "visit"]) == 3


def test_the_order_of_articles_is_nothing() -> None:
    readings = [reading("a", VISIT, MEETING), reading("b", MEETING), reading("c", replace(VISIT, kind="state"))]
    assert set(store_of(*readings)) == set(store_of(*reversed(readings)))


@pytest.mark.parametrize("format_", ["turtle", "trig"])
def test_what_articles_disagree_on_stays(tmp_path: Path, format_: str) -> None:
    readings = [reading("a", VISIT), reading("b", replace(VISIT, kind="working", destination=LINZ, confidence=0.5))]
    path = tmp_path / f"both.{ {'turtle': 'ttl', 'trig': 'trig'}[format_] }"
    path.write_bytes(serialize(to_quads(readings), format_))
    assert check(path).violations == ()
    kinds = [(row["kind"], row["evidence"]["article"][-10:-9]) for row in facts(path, "visit")]
    assert len(kinds) == 2
    if format_ == "trig":
        assert [kind for kind, _ in kinds] == ["official", "working"]
    apart = graphs_of(path)
    derived = ox.NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom")
    assert [_articles(quads, derived) for quads in apart.values()] == [1, 1]


def _articles(quads: Iterable[ox.Quad], derived: ox.NamedNode) -> int:
    return len({q.object for q in quads if q.predicate == derived and "/article/" in str(q.object)})
