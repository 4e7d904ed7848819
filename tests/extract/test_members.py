"""Members, observers and partners of bodies, told by more verbs and nouns than joining and leaving."""

import pytest

ASEAN, EU, NATO = "Association of Southeast Asian Nations", "European Union", "North Atlantic Treaty Organization"
OECD, OTS, SCO = (
    "Organisation for Economic Co-operation and Development",
    "Organization of Turkic States",
    "Shanghai Cooperation Organisation",
)
AFCFTA, COUNCIL, LEAGUE = "African Continental Free Trade Area", "United Nations Security Council", "Arab League"

# The text, of 17 May 2024; member, body, role, date and modality of each membership in it.
MEMBERS = [
    # observers and associates
    ("Chad takes part in the SCO as an observer.", [("Chad", SCO, "observer", None, "actual")]),
    ("Chile holds observer status at the Arab League.", [("Chile", LEAGUE, "observer", None, "actual")]),
    ("Hungary, an OTS observer, spoke.", [("Hungary", OTS, "observer", None, "actual")]),
    ("Chile, which participates as an observer in the OTS, spoke.", [("Chile", OTS, "observer", None, "actual")]),
    ("Peru attends the summits of the SCO as an observer.", [("Peru", SCO, "observer", None, "actual")]),
    ("Peru was granted associate membership of ASEAN.", [("Peru", ASEAN, "partner", None, "actual")]),
    ("ASEAN met in Lima. Chile and Norway, associate states all, attended.",
     [("Chile", ASEAN, "partner", None, "actual"), ("Norway", ASEAN, "partner", None, "actual")]),
    ("Japan and South Korea, ASEAN's dialogue partners, signed a pact.",
     [("Japan", ASEAN, "partner", None, "actual"), ("South Korea", ASEAN, "partner", None, "actual")]),
    # members
    ("Chad signed up to the AfCFTA in 2019.", [("Chad", AFCFTA, "member", "2019", "actual")]),
    ("Chad is a signatory to the AfCFTA.", [("Chad", AFCFTA, "member", None, "actual")]),
    ("Estonia's entry into NATO in 2004 was hailed.", [("Estonia", NATO, "member", "2004", "actual")]),
    ("The SCO formally inducted Iran as its ninth member.", [("Iran", SCO, "member", None, "actual")]),
    ("The summit of the SCO inducted Iran as its ninth member.", [("Iran", SCO, "member", None, "actual")]),
    ("Chile's return to the Arab League was welcomed.", [("Chile", LEAGUE, "member", None, "actual")]),
    ("The permanent members of the UN Security Council, including China and Russia, agreed.",
     [("China", COUNCIL, "member", None, "actual"), ("Russia", COUNCIL, "member", None, "actual")]),
    # seats
    ("Chad took its place at the Security Council.", [("Chad", COUNCIL, "member", None, "actual")]),
    ("Chad and Peru began their two-year terms on the Security Council in January.",
     [("Chad", COUNCIL, "member", "2024-01", "actual"), ("Peru", COUNCIL, "member", "2024-01", "actual")]),
    ("Chad currently sits on the Security Council.", [("Chad", COUNCIL, "member", None, "actual")]),
    ("Chad was elected a non-permanent member of the Security Council.", [("Chad", COUNCIL, "member", None, "actual")]),
    ("Chad won election to the Security Council.", [("Chad", COUNCIL, "member", None, "actual")]),
    ("Peru, whose term on the Security Council expired in December, spoke.",
     [("Peru", COUNCIL, "former member", "2023-12", "actual")]),
    ("Chad joined the Security Council. Peru, whose mandate expired in December, left New York.",
     [("Chad", COUNCIL, "member", None, "actual"), ("Peru", COUNCIL, "former member", "2023-12", "actual")]),
    ("Peru, a member of the Security Council through 2025, spoke.", [("Peru", COUNCIL, "member", "2025", "actual")]),
    ("Peru, Chile, Chad, Saudi Arabia and the United Arab Emirates were invited to become full members of ASEAN.",
     [(m, ASEAN, "candidate", None, "proposed")
      for m in ("Peru", "Chile", "Chad", "Saudi Arabia", "United Arab Emirates")]),
    # not yet
    ("Peru ran for a seat on the Security Council.", [("Peru", COUNCIL, "candidate", None, "proposed")]),
    ("Norway supported Chile's candidacy for a non-permanent seat on the Security Council.",
     [("Chile", COUNCIL, "candidate", None, "proposed")]),
    ("Peru's candidature for the Security Council was backed.", [("Peru", COUNCIL, "candidate", None, "actual")]),
    ("Serbia aims for EU membership by 2030.", [("Serbia", EU, "candidate", "2030", "planned")]),
    ("Peru is on track to become a member of the OECD.", [("Peru", OECD, "candidate", None, "proposed")]),
    ("The OECD has begun accession discussions with Peru.", [("Peru", OECD, "candidate", None, "actual")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEMBERS)
def test_members_observers_and_partners(memberships_in, text, expected):
    assert sorted(memberships_in(text), key=repr) == sorted(expected, key=repr)


ABSENT = [
    "Peru took its place in the queue, the EU said.",
    "The talks took place at the Security Council.",
    "Ana Ruiz of Peru served on the EU's panel of judges.",
    "Peru won the election, the EU said.",
    "Peru's election observers left the EU office.",
    "Chile's mandate is to advise the EU.",
    "The party of the EU's friends in Peru won.",
    "Peru is a party to the dispute, the EU said.",
    "Norway let in a goal, NATO said.",
    "Peru's return to growth pleased the EU.",
    "Peru observed elections as the EU watched.",
    "Chad's departure hall was closed, the AU said.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_member(memberships_in, text):
    assert memberships_in(text) == []
