"""Agreements: between whom, of which kind, called what, about what, and how sure it is."""

import pytest

from kg.model import Agreement

N, E, P, J = "Norway", "Estonia", "Peru", "Japan"
ASEAN = "Association of Southeast Asian Nations"

# The text; parties, kind, name, sectors and modality of each agreement in it.
AGREEMENTS = [
    ("Norway and Estonia signed an agreement on tourism.", [({N, E}, "agreement", None, ["tourism"], "actual")]),
    ("Norway and Estonia signed a memorandum of understanding on mining.",
     [({N, E}, "memorandum", None, ["mining"], "actual")]),
    ("A treaty was signed by Norway and Estonia.", [({N, E}, "treaty", None, [], "actual")]),
    ("Norway signed a free trade agreement with Peru.",
     [({N, P}, "agreement", "free trade agreement", ["trade"], "actual")]),
    ("Norway and Estonia adopted a joint declaration.",
     [({N, E}, "declaration", "joint declaration", [], "actual")]),
    ("Norway will sign a contract with Japan.", [({N, J}, "contract", None, [], "planned")]),
    ("Norway and Peru are expected to sign an agreement on fisheries.",
     [({N, P}, "agreement", None, ["fisheries"], "planned")]),
    ("Norway did not sign the agreement with Peru.", [({N, P}, "agreement", None, [], "denied")]),
    ("The agreement that Norway reached with Peru is old.", [({N, P}, "agreement", None, [], "actual")]),
    ("The agreement between Norway and Peru on energy is old.", [({N, P}, "agreement", None, ["energy"], "actual")]),
    ("Ministers from Norway and Peru signed a deal on aviation.",
     [({N, P}, "agreement", None, ["aviation"], "actual")]),
    ("Norway met Peru. The two countries signed a pact.", [({N, P}, "agreement", None, [], "actual")]),
    ("Norway and Peru discussed a bilateral agreement on education.",
     [({N, P}, "agreement", None, ["education"], "proposed")]),
    ("ASEAN adopted a declaration on culture.", [({ASEAN}, "declaration", None, ["culture"], "actual")]),
    ("Norway signed a loan agreement with Japan.", [({N, J}, "loan", "loan agreement", [], "actual")]),
    ("Norway and Japan approved an action plan.", [({N, J}, "plan", "action plan", [], "actual")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AGREEMENTS)
def test_agreements(read, text, expected):
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    rows = [
        ({names[p] for p in f.parties}, f.kind, f.name, [s.rsplit("/", 1)[-1] for s in f.sectors], f.modality)
        for f in result.facts if isinstance(f, Agreement)
    ]  # fmt: skip
    assert sorted(rows, key=repr) == sorted(expected, key=repr)


ABSENT = [
    "The agreement is good.",
    "Ana Ruiz signed a letter.",
    "Norway announced a plan.",
    "The firm signed a contract.",
    "Norway praised the agreement.",
    "There was broad agreement in Peru.",
    "An agreement signed by 35 states is old, Norway said.",
    "Norway made a statement about Peru.",
    "It is a great deal of money, Norway told Peru.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_agreement(read, text):
    assert not [f for f in read(text).facts if isinstance(f, Agreement)]


def test_a_deal_told_twice_is_one(read):
    text = "Norway and Peru signed an agreement on energy. The agreement between Norway and Peru is their first."
    (fact,) = [f for f in read(text).facts if isinstance(f, Agreement)]
    assert [s.rsplit("/", 1)[-1] for s in fact.sectors] == ["energy"]
