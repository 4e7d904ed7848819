"""Offices that are told otherwise than by a title beside a name: by verbs, by "its president is X", by a term as …"""

import pytest

from kg.model import Office

A, B = "Ana Ruiz", "Ola Berg"
NATO = "North Atlantic Treaty Organization"

# The text, of 17 May 2024; person, title, owner and status of each office in it.
HEADS = [
    ("Ola Berg, who heads the World Bank, spoke.", [(B, "head", "World Bank", "current")]),
    ("Ana Ruiz, who chairs the Arctic Council, spoke.", [(A, "chair", "Arctic Council", "current")]),
    ("Ana Ruiz has headed the World Bank since 2020.", [(A, "head", "World Bank", "current")]),
    ("Ana Ruiz will head the World Bank.", [(A, "head", "World Bank", "future")]),
    ("Ana Ruiz, who headed the World Bank until 2020, spoke.", [(A, "head", "World Bank", "former")]),
    ("The Lima Chamber of Commerce, chaired by Ana Ruiz, met.", [(A, "chair", "Lima Chamber of Commerce", "current")]),
    ("The Green Party, led by Ola Berg, met.", [(B, "leader", "Green Party", "current")]),
    ("Ana Ruiz, a former president of Peru, heads the World Bank.",
     [(A, "president", "Peru", "former"), (A, "head", "World Bank", "current")]),
    # the name behind the verb
    ("Peru's foreign minister is Ana Ruiz.", [(A, "foreign minister", "Peru", "current")]),
    # a term or a capacity
    ("In his capacity as president of Norway, Ola Berg spoke.", [(B, "president", "Norway", "current")]),
    # no longer
    ("Ola Berg, once Norway's envoy to Peru, spoke.", [(B, "envoy", "Norway", "former")]),
    # the country's, unless said otherwise
    ("Norway said National Security Adviser Ola Berg would come.", [(B, "security adviser", "Norway", "current")]),
    ("NATO boss Ola Berg spoke.", [(B, "chief", NATO, "current")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HEADS)
def test_offices_told_by_verbs(read, text, expected):
    assert sorted(_offices(read(text))) == sorted(expected)


ABSENT = [
    "Ola Berg leads Ana Ruiz in the polls.",
    "Ola Berg led a delegation to Peru.",
    "Ola Berg chaired the meeting of the EU.",
    "Ola Berg runs a shop in Peru. He heads home.",
    "Ola Berg could head the World Bank.",
    "Ola Berg does not head the World Bank.",
    "Ola Berg led the Green Party to victory.",
    "Peru heads the list of the World Bank.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_office_told_by_verbs(read, text):
    assert _offices(read(text)) == []


def _offices(result):
    names = {e.iri: e.name for e in result.entities}
    return [(names[f.person], f.title, names.get(f.of), f.status) for f in result.facts if isinstance(f, Office)]
