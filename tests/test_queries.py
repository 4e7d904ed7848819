"""Questions are narrowed by the parameters that their files declare."""

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import KgError
from kg.queries import questions, sparql
from kg.queries.parameters import narrowed, parameters
from kg.store import open_graph, select


@pytest.fixture(scope="module")
def store(turtle: Path) -> ox.Store:
    return open_graph(turtle)


def rows(store: ox.Store, name: str, **given: str) -> int:
    return len(list(select(store, narrowed(sparql(name), given, store))))


FOUND = [
    ("agreements", "party", "Slovenia", 4), ("agreements", "party", "Vienna", 0),
    ("agreements", "sector", "Tourism", 4), ("agreements", "sector", "energy", 4),
    ("appointments", "person", "matej kos", 1), ("appointments", "person", "Ana Zupan", 0),
    ("appointments", "of", "Slovenia", 1), ("appointments", "of", "Austria", 0),
    ("articles", "publisher", "ALPINE COURIER", 1), ("articles", "about", "Vienna", 1),
    ("articles", "about", "rail", 0),
    ("articles", "since", "2024-03-05", 1), ("articles", "since", "2024-03-06", 0),
    ("articles", "until", "2024", 1), ("articles", "until", "2024-02", 0),
    ("cooperation-by-sector", "party", "austria", 3), ("cooperation-by-sector", "sector", "rail", 1),
    ("events", "actor", "Ana Zupan", 1), ("events", "actor", "Karl Wieser", 0), ("events", "target", "Karl Wieser", 1),
    ("events", "plover", "support", 1),
    ("measures", "about", "Slovenia", 2), ("measures", "metric", "Trade", 2),
    ("measures", "since", "2023-06", 2), ("measures", "since", "2023-07", 0), ("measures", "since", "2023-06-30", 2),
    ("measures", "until", "2023-01-01", 2), ("measures", "until", "2022-12-31", 0), ("measures", "until", "2022", 0),
    ("meetings", "person", "Ana Zupan", 1), ("meetings", "person", "Matej Kos", 0), ("meetings", "place", "Vienna", 1),
    ("meetings", "since", "2024-03-31", 1), ("meetings", "since", "2024-04", 0), ("meetings", "until", "2024-03-01", 1),
    ("memberships", "member", "Slovenia", 2), ("memberships", "body", "Alpine League", 2),
    ("memberships", "until", "2004-05", 1), ("memberships", "until", "2003", 0), ("memberships", "since", "2004", 1),
    ("offices", "person", "Ana Zupan", 1), ("offices", "of", "Slovenia", 1), ("offices", "since", "2024-03", 1),
    ("offices", "until", "2023", 0),
    ("planned-and-denied", "asserter", "Ana Zupan", 1), ("planned-and-denied", "about", "Alpine League", 1),
    ("statements", "person", "ana zupan", 1), ("statements", "person", "Karl Wieser", 0),
    ("statements", "since", "2025", 0),
    ("statements", "until", "2024-03", 1), ("evidence", "about", "Matej Kos", 1),
    ("visits", "country", "AUSTRIA", 1), ("visits", "country", "Austrian", 1), ("visits", "country", "Slovenia", 0),
    ("visits", "country", "country:austria", 1), ("visits", "place", "  vienna ", 1),
    ("visits", "country", "https://w3id.org/communique/id/country/austria", 1),
    ("visits", "person", "Ána Župan", 1), ("visits", "person", "Karl Wieser", 0),
    ("visits", "since", "2024", 1), ("visits", "since", "2024-03-04", 1), ("visits", "since", "2024-03-05", 0),
    ("visits", "until", "2024-03-04", 1), ("visits", "until", "2024-03-03", 0),
    ("who-met-in-which-office", "person", "Karl Wieser", 1), ("who-met-in-which-office", "person", "Matej Kos", 0),
    *((name, "publisher", "alpine courier", None) for name in (
        "agreements", "appointments", "cooperation-by-sector", "events", "evidence", "measures", "meetings",
        "memberships", "offices", "planned-and-denied", "statements", "visits")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "parameter", "value", "expected"), FOUND)
def test_rows_of_a_narrowed_question(
    store: ox.Store, name: str, parameter: str, value: str, expected: int | None
) -> None:
    assert rows(store, name, **{parameter: value}) == (rows(store, name) if expected is None else expected)


@pytest.fixture(scope="module")
def theirs(turtle: Path) -> rdflib.Graph:
    return rdflib.Graph(bind_namespaces="none").parse(turtle)


@pytest.mark.parametrize(
    ("name", "parameter", "value"), {(name, key): (name, key, value) for name, key, value, _ in FOUND}.values()
)
def test_narrowed_questions_are_plain_sparql(
    store: ox.Store, theirs: rdflib.Graph, name: str, parameter: str, value: str
) -> None:
    asked = narrowed(sparql(name), {parameter: value}, store)
    assert len(list(theirs.query(asked))) == len(list(select(store, asked)))


DATED = {
    "agreements": "Agreement",
    "appointments": "Appointment",
    "cooperation-by-sector": "Cooperation",
    "events": "Act",
    "measures": "Measurement",
    "meetings": "Meeting",
    "memberships": "Membership",
    "planned-and-denied": "Cooperation",
    "visits": "Visit",
}


@pytest.mark.parametrize(("name", "class_"), DATED.items())
def test_facts_of_every_kind_have_their_time(turtle: Path, name: str, class_: str) -> None:
    store = open_graph(turtle)
    store.update(
        f"""PREFIX : <https://w3id.org/communique/ontology#>
        DELETE {{ ?fact ?time ?old }} INSERT {{ ?fact :date "1999-05-17" }}
        WHERE {{ ?fact a :{class_} OPTIONAL {{ ?fact ?time ?old
            FILTER(?time IN (:date, :interval, :startDate, :endDate)) }} }}"""
    )
    assert rows(store, name, since="1999-05-17", until="1999-05-17") > 0
    assert rows(store, name, until="1999-05-16") == rows(store, name, since="1999-05-18", until="1999-06") == 0


def test_every_parameter_of_every_question_is_asked_above() -> None:
    declared = {(name, parameter) for name in questions() for parameter in parameters(sparql(name))}
    asked = {(name, parameter) for name, parameter, *_ in FOUND}
    assert declared == asked | {(name, time) for name in DATED for time in ("since", "until")}


def test_parameters_go_together(store: ox.Store) -> None:
    assert rows(store, "visits", person="Ana Zupan", country="Austria", since="2024-01", until="2024") == 1
    assert rows(store, "visits", person="Ana Zupan", country="Slovenia") == 0


@pytest.mark.parametrize(
    ("value", "since", "until", "found"),
    [
        ("2024-Q1", "2024", "2024-01", True),
        ("2024-W05", "2024-01", "2024-12", True),
        ("FUTURE_REF", "2024", None, False),
        ("FUTURE_REF", None, "2024", False),
        ("2024", "2024-05-17", "2024-05-17", True),
        ("2023", "2024-05-17", None, False),
        ("2025", None, "2024-05-17", False),
    ],
)
def test_times_are_compared_as_far_as_both_are_known(
    value: str, since: str | None, until: str | None, found: bool
) -> None:
    store = ox.Store()
    store.update(
        "PREFIX : <https://w3id.org/communique/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
        " INSERT DATA { <urn:v> a :Visit ; :visitor <urn:z> ; :kind 'official' ; :hasModality :actual ; :date "
        f"'{value}' . <urn:z> rdfs:label 'Ana Zupan' }}"
    )
    given = {"since": since, "until": until}
    assert rows(store, "visits", **{name: time for name, time in given.items() if time}) == found


HOSTILE = [
    'x" } } ; DROP ALL #',
    "Austria> } UNION { ?visit ?p ?o } #",
    "\\u0022 } #",
    "Austria' OR 1=1",
    "}\n# $COUNTRY (:Country) all\n#   ?visit ?p ?COUNTRY .\n",
    "?country",
    "*",
    "",
]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(("name", "parameter"), [("visits", "country"), ("visits", "since"), ("articles", "publisher")])
def test_values_are_names_and_nothing_else(store: ox.Store, name: str, parameter: str, value: str) -> None:
    with pytest.raises(KgError):
        narrowed(sparql(name), {parameter: value}, store)


def test_names_in_the_graph_are_no_sparql_either() -> None:
    name = 'Courier" } ; DROP ALL # \\u0022 \n\\'
    store = ox.Store()
    node, publisher = ox.NamedNode("urn:a"), ox.NamedNode("http://purl.org/dc/elements/1.1/publisher")
    article = ox.NamedNode("https://w3id.org/communique/ontology#Article")
    type_ = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    store.extend([ox.Quad(node, type_, article), ox.Quad(node, publisher, ox.Literal(name))])
    (row,) = select(store, narrowed(sparql("articles"), {"publisher": name}, store))
    assert row["publisher"].value == name


def test_no_such_parameter(store: ox.Store) -> None:
    with pytest.raises(KgError, match="--colour: this query has no such parameter; choose one of person, country"):
        narrowed(sparql("visits"), {"colour": "red"}, store)
    with pytest.raises(KgError, match="ask without one"):
        narrowed("ASK {}", {"colour": "red"}, store)
