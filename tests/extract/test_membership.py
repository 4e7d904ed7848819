"""Memberships: who is what to which body."""

import pytest

from kg.model import Membership

ASEAN, EU, NATO = "Association of Southeast Asian Nations", "European Union", "North Atlantic Treaty Organization"

# The text; member, body, role and modality of each membership in it.
MEMBERSHIPS = [
    ("Estonia joined NATO in 2004.", [("Estonia", NATO, "member", "actual")]),
    ("Estonia is a member of the EU.", [("Estonia", EU, "member", "actual")]),
    ("Estonia and Malta are members of the EU.",
     [("Estonia", EU, "member", "actual"), ("Malta", EU, "member", "actual")]),
    ("ASEAN member Laos voted.", [("Laos", ASEAN, "member", "actual")]),
    ("Laos, a member of ASEAN, voted.", [("Laos", ASEAN, "member", "actual")]),
    ("Peru wants to join the EU.", [("Peru", EU, "candidate", "proposed")]),
    ("Britain left the EU.", [("United Kingdom", EU, "former member", "actual")]),
    ("Estonia will take the presidency of the EU in July.", [("Estonia", EU, "chair", "planned")]),
    ("Laos chairs ASEAN.", [("Laos", ASEAN, "chair", "actual")]),
    ("As chair of ASEAN, Laos spoke first.", [("Laos", ASEAN, "chair", "actual")]),
    ("Malta hosted the EU summit.", [("Malta", EU, "host", "actual")]),
    ("The EU summit in Malta was long.", [("Malta", EU, "host", "actual")]),
    ("Peru is an observer at ASEAN.", [("Peru", ASEAN, "observer", "actual")]),
    ("Peru became a dialogue partner of ASEAN.", [("Peru", ASEAN, "partner", "actual")]),
    ("Peru's bid for EU membership failed.", [("Peru", EU, "candidate", "actual")]),
    ("Norway is not a member of the EU.", [("Norway", EU, "member", "denied")]),
    ("Norway was a founding member of NATO.", [("Norway", NATO, "founder", "actual")]),
    ("The ASEAN nations Laos and Brunei agreed.",
     [("Laos", ASEAN, "member", "actual"), ("Brunei", ASEAN, "member", "actual")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEMBERSHIPS)
def test_memberships(read, text, expected):
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    rows = [(names[f.member], names[f.body], f.role, f.modality) for f in result.facts if isinstance(f, Membership)]
    assert sorted(rows) == sorted(expected)


ABSENT = [
    "Ana Ruiz joined the talks.",
    "Peru joined Estonia in the vote.",
    "Estonia left the room.",
    "Peru trades with the EU.",
    "EU officials spoke in Estonia.",
    "A member of parliament spoke in Peru.",
    "Estonia hosted the ministers.",
    "The chair of the committee visited Laos.",
    "NATO troops left Estonia.",
    "Norwegian nationals may work in the EU.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_membership(read, text):
    assert not [f for f in read(text).facts if isinstance(f, Membership)]
