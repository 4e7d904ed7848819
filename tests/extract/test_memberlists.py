"""The members that a text lists behind a body's name or says to be its members."""

import pytest

from kg.model import Membership

ASEAN = "Association of Southeast Asian Nations"

# The text, of 17 May 2024; member, body, role, date and modality of each membership in it.
LISTS = [
    ("ASEAN (Laos, Brunei and Malaysia) met.",
     [(c, ASEAN, "member", None, "actual") for c in ("Brunei", "Laos", "Malaysia")]),
    ("The Quad - Japan, India, Australia and the United States - met.",
     [(c, "Quad", "member", None, "actual") for c in ("Australia", "India", "Japan", "United States")]),
    ("The Quad, a grouping of Japan, India and Australia, met.",
     [(c, "Quad", "member", None, "actual") for c in ("Australia", "India", "Japan")]),
    ("The Quad is made up of Japan and India.",
     [("Japan", "Quad", "member", None, "actual"), ("India", "Quad", "member", None, "actual")]),
    ("Norway praised Japan, India and Australia. The Quad is a mechanism between the three countries.",
     [(c, "Quad", "member", None, "actual") for c in ("Australia", "India", "Japan")]),
]  # fmt: skip


def _label(iri):
    """The name in the IRI of a country that the text does not name."""
    return iri.rsplit("/", 1)[-1].title()


def _rows(result):
    names = {e.iri: e.name for e in result.entities}
    facts = [f for f in result.facts if isinstance(f, Membership)]
    return [(names.get(f.member, _label(f.member)), names[f.body], f.role, f.date, f.modality) for f in facts]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists(read, text, expected):
    assert sorted(_rows(read(text)), key=repr) == sorted(expected, key=repr)
