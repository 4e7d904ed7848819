"""What a name means in a graph, and what is a time."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.queries.values import terms_named, time_named
from kg.store import open_graph

UNKNOWN = [
    (":Country", "Austia", "no such country; did you mean Austria"),
    (":Country", "Wieser", "no such country; it has Austria, Austrian, Slovenia"),
    (":RegionalBody", "League", "no such regional body; did you mean Alpine League?"),
    ("dc:publisher", "Courier", "no such publisher; did you mean Alpine Courier?"),
    (":nonesuch", "x", "no such nonesuch; it has none"),
]


@pytest.mark.parametrize(("kind", "name", "message"), UNKNOWN)
def test_what_the_graph_does_not_name(turtle: Path, kind: str, name: str, message: str) -> None:
    with pytest.raises(KgError) as error:
        terms_named(open_graph(turtle), kind, name)
    assert message in str(error.value)


def test_a_label_goes_before_other_names() -> None:
    store = ox.Store()
    store.update(
        "PREFIX : <https://w3id.org/communique/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
        " INSERT DATA { <urn:a> a :Person ; rdfs:label 'Kos' ; :surfaceForm 'Kos' ."
        " <urn:b> a :Person ; rdfs:label 'Matej Kos' ; :surfaceForm 'Kos', 'Matej' ."
        " <urn:c> a :Person ; rdfs:label 'Matej Oblak' ; :surfaceForm 'Matej' }"
    )
    assert [term.value for term in terms_named(store, ":Person", "KOS")] == ["urn:a"]
    assert [term.value for term in terms_named(store, ":Person", "matej")] == ["urn:b", "urn:c"]


@pytest.mark.parametrize(
    "value", ["2024-13", "2024-02-30", "24", "2024-5", "last week", "2024-05-17T00:00", "0000", ""]
)
def test_no_times(value: str) -> None:
    with pytest.raises(KgError, match="write it like 2024-05-17"):
        time_named(value)


@pytest.mark.parametrize("value", ["2024", "2024-02", "2024-02-29", "0001-01-01"])
def test_times(value: str) -> None:
    assert time_named(value) == ox.Literal(value)
