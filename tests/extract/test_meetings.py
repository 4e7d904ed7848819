"""Meetings: who meets whom, in which form, and how sure it is."""

import pytest

from kg.model import Meeting

A, B, C = "Ana Ruiz", "Ola Berg", "Mia Kask"

# The sentence; participants, kind and modality of each meeting in it.
MEETINGS = [
    ("President Ana Ruiz met Prime Minister Ola Berg in Lima.", [({A, B}, "bilateral", "actual")]),
    ("President Ana Ruiz met with Ola Berg.", [({A, B}, "bilateral", "actual")]),
    ("Ana Ruiz and Ola Berg met in Nairobi.", [({A, B}, "bilateral", "actual")]),
    ("Ana Ruiz will hold talks with Ola Berg on Friday.", [({A, B}, "bilateral", "planned")]),
    ("Talks between Ana Ruiz and Ola Berg were held in Lima.", [({A, B}, "bilateral", "actual")]),
    ("At a meeting with Ola Berg, Ana Ruiz praised the pact.", [({A, B}, "bilateral", "actual")]),
    ("Ana Ruiz spoke with Ola Berg by phone on Monday.", [({A, B}, "call", "actual")]),
    ("Ana Ruiz held a phone call with Ola Berg.", [({A, B}, "call", "actual")]),
    ("Ana Ruiz was received by Ola Berg in Lima.", [({A, B}, "bilateral", "actual")]),
    ("Ana Ruiz hopes to meet Ola Berg.", [({A, B}, "bilateral", "proposed")]),
    ("Ana Ruiz did not meet Ola Berg.", [({A, B}, "bilateral", "denied")]),
    ("Ana Ruiz said in an interview with The Lima Times that talks would go on.",
     [({A, "Lima Times"}, "interview", "actual")]),
    ("“We are ready,” Ana Ruiz told the BBC.", [({A, "BBC"}, "interview", "actual")]),
    ("Ana Ruiz held separate talks with Ola Berg and Mia Kask.",
     [({A, B}, "bilateral", "actual"), ({A, C}, "bilateral", "actual")]),
    ("Ana Ruiz discussed fish quotas with Ola Berg.", [({A, B}, "bilateral", "actual")]),
    ("Ana Ruiz called on Ola Berg in Lima.", [({A, B}, "bilateral", "actual")]),
    ("Norway and Estonia held talks on fisheries.", [({"Norway", "Estonia"}, "bilateral", "actual")]),
    ("Ana Ruiz also met her Estonian counterpart.", [({A, "Estonia"}, "bilateral", "actual")]),
    ("Ana Ruiz met Ola Berg. The meeting between Ana Ruiz and Ola Berg took place in Lima.",
     [({A, B}, "bilateral", "actual")]),
    ("Ana Ruiz, who met Ola Berg in May, smiled.", [({A, B}, "bilateral", "actual")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEETINGS)
def test_meetings(read, text, expected):
    result = read(text)
    names = {e.iri: e.labels[0] if e.type == "Organization" else e.name for e in result.entities}
    rows = [
        ({names[p].removeprefix("The ") for p in f.participants}, f.kind, f.modality)
        for f in result.facts if isinstance(f, Meeting)
    ]  # fmt: skip
    assert sorted(rows, key=repr) == sorted(expected, key=repr)


ABSENT = [
    "Ana Ruiz met the deadline.",
    "Ana Ruiz called on Peru to act.",
    "Ana Ruiz told Ola Berg a story.",
    "Ana Ruiz welcomed the talks.",
    "The ministers of many states met.",
    "The meeting was short.",
    "Ana Ruiz writes for The Lima Times.",
    "An APEC meeting in Chile was dull, Ana Ruiz said.",
    "Ana Ruiz spoke to reporters.",
    "Norway has welcomed 3,000 Estonians.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_meeting(read, text):
    assert not [f for f in read(text).facts if isinstance(f, Meeting)]


def test_a_summit_is_one_meeting_for_all_who_attend(read):
    result = read("Ana Ruiz attended the Pacific Summit in Lima. Ola Berg addressed the Pacific Summit, too.")
    names = {e.iri: e.name for e in result.entities}
    (meeting,) = [f for f in result.facts if isinstance(f, Meeting)]
    assert {names[p] for p in meeting.participants} == {A, B}
    assert meeting.kind == "summit"
    assert meeting.event is not None
    assert names[meeting.event] == "Pacific Summit"


def test_place(read):
    result = read("Ana Ruiz met Ola Berg in Nairobi.")
    (meeting,) = [f for f in result.facts if isinstance(f, Meeting)]
    assert meeting.place is not None
    assert meeting.place.endswith("/place/nairobi")
