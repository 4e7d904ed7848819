"""Meetings and visits that a sentence tells again without their verb."""

import pytest

from kg.model import Meeting, Visit

A, B, C = "Ana Ruiz", "Ola Berg", "Mia Kask"
MON, TUE = "2024-05-13", "2024-05-14"

# The text, in an article of Friday 17 May 2024; participants, place and date of each meeting.
MEETINGS = [
    ("Ana Ruiz met Prime Minister Ola Berg on Monday and Chancellor Mia Kask on Tuesday.",
     [({A, B}, None, MON), ({A, C}, None, TUE)]),
    ("Ana Ruiz held talks with Ola Berg in Oslo on Monday and with Mia Kask in Lima a day later.",
     [({A, B}, "Oslo", MON), ({A, C}, "Lima", TUE)]),
    ("Ana Ruiz was received by Ola Berg in Oslo on Monday and by Mia Kask in Lima on Tuesday.",
     [({A, B}, "Oslo", MON), ({A, C}, "Lima", TUE)]),
    ("Ana Ruiz met Ola Berg in Oslo on Monday and Mia Kask the following day.",
     [({A, B}, "Oslo", MON), ({A, C}, None, TUE)]),
    # one meeting, or another verb
    ("Ana Ruiz met Ola Berg and Mia Kask in Oslo on Tuesday.", [({A, B, C}, "Oslo", TUE)]),
    ("Ana Ruiz met Ola Berg in Oslo on Monday and left on Tuesday.", [({A, B}, "Oslo", MON)]),
]  # fmt: skip

# The text; visitor, destination and date of each visit.
VISITS = [
    ("Ana Ruiz visited Oslo on Monday and Nairobi on Tuesday.", [(A, "Oslo", MON), (A, "Nairobi", TUE)]),
    ("Ana Ruiz will travel to Oslo on May 20 and to Nairobi on May 23.",
     [(A, "Oslo", "2024-05-20"), (A, "Nairobi", "2024-05-23")]),
    ("Ana Ruiz visited Oslo and Nairobi on Monday.", [(A, "Oslo", MON), (A, "Nairobi", MON)]),
    ("Ana Ruiz visited Oslo on Monday, and Nairobi welcomed the news on Tuesday.", [(A, "Oslo", MON)]),
]  # fmt: skip


def _named(result, kind):
    names = {e.iri: e.name for e in result.entities}
    return names, [f for f in result.facts if isinstance(f, kind)]


@pytest.mark.parametrize(("text", "expected"), MEETINGS)
def test_meetings(read, text, expected):
    names, facts = _named(read(text), Meeting)
    rows = [({names[p] for p in f.participants}, f.place and names[f.place], f.date) for f in facts]
    assert sorted(rows, key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize(("text", "expected"), VISITS)
def test_visits(read, text, expected):
    names, facts = _named(read(text), Visit)
    assert sorted((names[f.visitor], names[f.destination], f.date) for f in facts) == sorted(expected)
