"""Visits: who travels where, of which kind, and how sure it is."""

import pytest

from kg.model import Rejected, Visit

# The sentence; visitor, destination, country, kind, modality of each visit in it.
VISITS = [
    ("Norwegian Prime Minister Ola Berg arrived in Lima on Monday.",
     [("Ola Berg", "Lima", "Peru", "unspecified", "actual")]),
    ("Norwegian Prime Minister Ola Berg arrived in Lima on Monday for an official visit.",
     [("Ola Berg", "Lima", "Peru", "official", "actual")]),
    ("Ola Berg will fly to Ottawa next week.", [("Ola Berg", "Ottawa", "Canada", "unspecified", "planned")]),
    ("President Ana Ruiz paid a state visit to Japan in May.", [("Ana Ruiz", "Japan", "Japan", "state", "actual")]),
    ("President Ana Ruiz visited Chile and Peru last week.",
     [("Ana Ruiz", "Chile", "Chile", "unspecified", "actual"), ("Ana Ruiz", "Peru", "Peru", "unspecified", "actual")]),
    ("Lima was visited by Ola Berg in 2019.", [("Ola Berg", "Lima", "Peru", "unspecified", "actual")]),
    ("During his working visit to Kenya, Ola Berg opened a school.",
     [("Ola Berg", "Kenya", "Kenya", "working", "actual")]),
    ("President Ana Ruiz's trip to Nairobi was short.", [("Ana Ruiz", "Nairobi", "Kenya", "unspecified", "actual")]),
    ("Ana Ruiz plans to travel to Estonia.", [("Ana Ruiz", "Estonia", "Estonia", "unspecified", "planned")]),
    ("Ola Berg invited Ana Ruiz to visit Norway.", [("Ana Ruiz", "Norway", "Norway", "unspecified", "proposed")]),
    ("Ana Ruiz hopes to visit Brazil.", [("Ana Ruiz", "Brazil", "Brazil", "unspecified", "proposed")]),
    ("Ola Berg, who visited Kenya in March, spoke first.", [("Ola Berg", "Kenya", "Kenya", "unspecified", "actual")]),
    ("Ana Ruiz and Ola Berg travelled to Canada together.",
     [("Ana Ruiz", "Canada", "Canada", "unspecified", "actual"),
      ("Ola Berg", "Canada", "Canada", "unspecified", "actual")]),
    ("A Peruvian delegation visited Estonia.", [("Peru", "Estonia", "Estonia", "unspecified", "actual")]),
    ("Ana Ruiz will be in Nairobi on 3 June.", [("Ana Ruiz", "Nairobi", "Kenya", "unspecified", "planned")]),
    ("The mayor welcomed Ana Ruiz to Lima.", [("Ana Ruiz", "Lima", "Peru", "unspecified", "actual")]),
    ("Ana Ruiz never visited Peru.", [("Ana Ruiz", "Peru", "Peru", "unspecified", "denied")]),
    ("Ana Ruiz cancelled her visit to Peru.", [("Ana Ruiz", "Peru", "Peru", "unspecified", "denied")]),
    ("Ana Ruiz visited Japan. On her visit to Tokyo, Ana Ruiz spoke.",
     [("Ana Ruiz", "Tokyo", "Japan", "unspecified", "actual")]),
]  # fmt: skip


def _label(iri):
    """The name in the IRI of a country that the text does not name."""
    return iri.rsplit("/", 1)[-1].title()


@pytest.mark.parametrize(("text", "expected"), VISITS)
def test_visits(read, text, expected):
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    visits = [f for f in result.facts if isinstance(f, Visit)]
    countries = [f.country and names.get(f.country, _label(f.country)) for f in visits]
    rows = [
        (names[f.visitor], names[f.destination], country, f.kind, f.modality)
        for f, country in zip(visits, countries, strict=True)
    ]
    assert sorted(rows) == sorted(expected)


ABSENT = [
    "The ministers met in Lima.",
    "Ana Ruiz went to great lengths.",
    "Ana Ruiz attended a conference in Nairobi.",
    "Ana Ruiz was born in Peru.",
    "Exports to Japan arrived at a record.",
    "Ana Ruiz spoke about tourism to Kenya.",
    "Kenya hopes that many tourists visit.",
    "Ana Ruiz is in charge of the talks with Peru.",
    "Ana Ruiz will be in office until May.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_visit(read, text):
    assert not [f for f in read(text).facts if isinstance(f, Visit)]


def test_evidence_is_the_clause(read):
    text = "It rained, but President Ana Ruiz visited Kenya on Monday, and nobody minded."
    (visit,) = [f for f in read(text).facts if isinstance(f, Visit)]
    assert text[visit.evidence.start : visit.evidence.end] == "Ana Ruiz visited Kenya"
    assert visit.rule == "visit/visit"


def test_a_visit_without_a_destination_is_rejected_with_a_reason(read):
    rejected = [r for r in read("Ana Ruiz travelled all night.").rejected if r.rule.startswith("visit/")]
    assert [(r.rule, r.reason) for r in rejected] == [("visit/travel", "no destination")]
    assert all(isinstance(r, Rejected) for r in rejected)
