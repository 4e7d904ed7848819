"""Who chairs a body, hands the chair on, or hosts its meetings, and which body is meant where it is not named there."""

import pytest

ASEAN, APEC, SCO = (
    "Association of Southeast Asian Nations",
    "Asia-Pacific Economic Cooperation",
    "Shanghai Cooperation Organisation",
)
AU, COUNCIL, OTS, PIF = (
    "African Union",
    "United Nations Security Council",
    "Organization of Turkic States",
    "Pacific Islands Forum",
)

# The text, of 17 May 2024; member, body, role, date and modality of each membership in it.
CHAIRS = [
    ("Peru is at the helm of ASEAN.", [("Peru", ASEAN, "chair", None, "actual")]),
    ("Peru takes the helm of ASEAN in January.", [("Peru", ASEAN, "chair", "2025-01", "planned")]),
    ("Peru's stewardship of ASEAN was praised.", [("Peru", ASEAN, "chair", None, "actual")]),
    ("Norway's assumption of the ASEAN presidency was welcomed.", [("Norway", ASEAN, "chair", None, "actual")]),
    ("Norway's chairmanship in the SCO ends in July.", [("Norway", SCO, "chair", "2024-07", "planned")]),
    # the chair goes on to another
    ("Norway will take over the ASEAN chairmanship from Peru in January.",
     [("Norway", ASEAN, "chair", "2025-01", "planned"), ("Peru", ASEAN, "chair", "2025-01", "planned")]),
    ("Peru handed the gavel of ASEAN to Norway on Friday.",
     [("Peru", ASEAN, "chair", "2024-05-17", "actual"), ("Norway", ASEAN, "chair", "2024-05-17", "actual")]),
    ("The presidency of the AU passed from Chad to Angola.",
     [("Chad", AU, "chair", None, "actual"), ("Angola", AU, "chair", None, "actual")]),
    # the body stands for one named before
    ("The African Union (AU) met. Chad holds the rotating chair of the continental body.",
     [("Chad", AU, "chair", None, "actual")]),
    ("The Security Council voted. Malta, which presides over the 15-member council in May, spoke.",
     [("Malta", COUNCIL, "chair", "2024-05", "actual")]),
    ("The Pacific Islands Forum met. Tonga chairs the Forum this year.", [("Tonga", PIF, "chair", "2024", "actual")]),
    ("The OTS and its OTS Commission met. Peru left the grouping in January.",
     [("Peru", OTS, "former member", "2024-01", "actual")]),
    ("ASEAN met. Norway will be in the chair from January.", [("Norway", ASEAN, "chair", None, "planned")]),
    ("Norwegian Prime Minister Ola Berg assumed the chairmanship of ASEAN, taking over from Peru's President Ana Ruiz.",
     [("Norway", ASEAN, "chair", None, "actual"), ("Peru", ASEAN, "chair", None, "actual")]),
    # hosts
    ("ASEAN grew. Norwegian Prime Minister Ola Berg, the summit's host, spoke.",
     [("Norway", ASEAN, "host", None, "actual")]),
    ("Peru plays host to the APEC summit this week.", [("Peru", APEC, "host", "2024-05", "actual")]),
    ("Bishkek in Kyrgyzstan was the venue of the SCO summit.", [("Kyrgyzstan", SCO, "host", None, "actual")]),
    ("Peru will stage the next APEC summit.", [("Peru", APEC, "host", None, "planned")]),
    ("Peru's hosting of the APEC summit was praised.", [("Peru", APEC, "host", None, "actual")]),
    ("Norway met Chad at the summit of the OTS. Peru will host the next informal summit.",
     [("Peru", OTS, "host", None, "planned")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHAIRS)
def test_chairs_and_hosts(memberships_in, text, expected):
    assert sorted(memberships_in(text), key=repr) == sorted(expected, key=repr)


ABSENT = [
    "The EU met. Ana Ruiz chairs the council in Lima, Peru.",
    "NATO met. The chair of the association, Peru's Ana Ruiz, spoke.",
    "Peru took the chair by the window at the EU office.",
    "Norway handed a letter to Peru, the EU said.",
    "Norway's leadership was passed over, NATO said.",
    "The presidency of Peru passed from Ana Ruiz to Ola Berg, the EU said.",
    "Peru staged a protest at the EU.",
    "The EU paid. The climate summit in Peru was a success.",
    "Peru was the venue of the match, the EU said.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_chair_or_host(memberships_in, text):
    assert memberships_in(text) == []
