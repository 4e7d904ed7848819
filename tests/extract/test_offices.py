"""Offices that the text gives people, with owner and status."""

import pytest

from kg.model import Office

OFFICES = [
    ("Kazakh President Kassym-Jomart Tokayev spoke.", "Kassym-Jomart Tokayev", "president", "Kazakhstan", "current"),
    ("Norway's Prime Minister Ola Berg spoke.", "Ola Berg", "prime minister", "Norway", "current"),
    ("Ola Berg, the prime minister of Norway, spoke.", "Ola Berg", "prime minister", "Norway", "current"),
    ("Ola Berg, Minister of Foreign Affairs of the Republic of Estonia, spoke.",
     "Ola Berg", "foreign minister", "Estonia", "current"),
    ("Former Peruvian President Ola Berg spoke.", "Ola Berg", "president", "Peru", "former"),
    ("The acting president of Peru, Ola Berg, spoke.", "Ola Berg", "president", "Peru", "acting"),
    ("Chile's Deputy Prime Minister Ola Berg spoke.", "Ola Berg", "deputy prime minister", "Chile", "current"),
    ("Chilean Energy Minister Ola Berg spoke.", "Ola Berg", "energy minister", "Chile", "current"),
    ("NATO Secretary-General Ola Berg spoke.", "Ola Berg", "secretary-general", "North Atlantic Treaty Organization",
     "current"),
    ("Ola Berg is the president of Peru.", "Ola Berg", "president", "Peru", "current"),
    ("Ola Berg, who is the foreign minister of Peru, spoke.", "Ola Berg", "foreign minister", "Peru", "current"),
    ("The governor of the Bank of Chile, Ola Berg, spoke.", "Ola Berg", "governor", "Bank of Chile", "current"),
    ("Estonian ambassador Ola Berg spoke.", "Ola Berg", "ambassador", "Estonia", "current"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "person", "title", "of", "status"), OFFICES)
def test_offices(read, text, person, title, of, status):
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    rows = [(names[f.person], f.title, names.get(f.of), f.status) for f in result.facts if isinstance(f, Office)]
    assert rows == [(person, title, of, status)]


@pytest.mark.parametrize(
    "text",
    [
        "The president's office said that Ola Berg had left.",
        "Ola Berg met the president of Peru.",
        "Ola Berg is not the president of Peru.",
        "Ministers from Chile and Peru met Ola Berg.",
    ],
)
def test_no_office(read, text):
    assert not [f for f in read(text).facts if isinstance(f, Office)]


def test_an_office_told_twice_is_one_fact(read):
    result = read("Chilean President Ola Berg spoke. President Berg left. The Chilean president smiled.")
    assert len([f for f in result.facts if isinstance(f, Office)]) == 1
