"""Acts whose target stands elsewhere: in the clause of a condition, or with the words that are answered."""

import pytest

from kg.model import Act

# The text; actor, root, target and modality of each act in it.
ACTS = [
    # who has to do something lest it happens
    ("Kenya threatened to close the border unless Uganda freed the fishermen.",
     [("Kenya", "THREATEN", "Uganda", "actual")]),
    ("Peru threatened to invade Chile.", [("Peru", "THREATEN", "Chile", "actual")]),
    ("Peru threatened Norway with tariffs if Chile left the bloc.", [("Peru", "THREATEN", "Norway", "actual")]),
    # whose words are answered
    ("Peru accused Norwegian trawlers of fishing in its waters. Oslo dismissed the charge.",
     [("Peru", "ACCUSE", "Norway", "actual"), ("Norway", "REJECT", "Peru", "actual")]),
    ("Peru urged Norway to leave. Norway denied the claim.",
     [("Peru", "REQUEST", "Norway", "actual"), ("Norway", "REJECT", "Peru", "actual")]),
    ("Peru accused Norway of fraud. Chile dismissed the charge.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Peru accused Norway of fraud. Norway dismissed its minister.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Norway denied the claim.", []),
    # whose things fly, sail and fish
    ("Peruvian jets bombed Chile.", [("Peru", "ASSAULT", "Chile", "actual")]),
    ("A Peruvian vessel rammed a Chilean boat.", [("Peru", "ASSAULT", "Chile", "actual")]),
    ("Peru suspended the treaty to punish Norway for backing Chile.",
     [("Peru", "SANCTION", "Norway", "actual"), ("Norway", "SUPPORT", "Chile", "actual")]),
    # beside a participle
    ("Kenya lifted the sanctions imposed on Uganda in May.", [("Kenya", "CONCEDE", "Uganda", "actual")]),
    # in what, where, and along what it is done
    ("Five Norwegian soldiers were killed in a Peruvian airstrike.", [("Peru", "ASSAULT", "Norway", "actual")]),
    ("Five Norwegian soldiers were killed in Peru.", []),
    ("Peru bombed a depot in Chad.", [("Peru", "ASSAULT", "Chad", "actual")]),
    ("Peru deployed 2,000 troops along its border with Chile.", [("Peru", "MOBILIZE", "Chile", "actual")]),
    ("Peru sent 40 tonnes of relief supplies to Norway.", [("Peru", "AID", "Norway", "actual")]),
    # a judgement that is denied leaves what it judges
    ("Norway did not condemn Peru's invasion of Chile.",
     [("Norway", "ACCUSE", "Peru", "denied"), ("Peru", "ASSAULT", "Chile", "actual")]),
    # bad words
    ("Peru called Norway's move illegal.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Peru branded Norway's claim a provocation.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Peru called Norway a close friend.", []),
    ("Norway came under fire from Peru over the arrests.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Norway came under fire from Peru.", [("Peru", "ASSAULT", "Norway", "actual")]),
    ("Peru's premier rapped Norway.", [("Peru", "ACCUSE", "Norway", "actual")]),
    # idioms
    ("Peru demanded Norway's withdrawal from Chad.", [("Peru", "REQUEST", "Norway", "actual")]),
    ("Peru vowed to retaliate against Norway.", [("Peru", "THREATEN", "Norway", "actual")]),
    ("Peru stands in solidarity with Norway.", [("Peru", "SUPPORT", "Norway", "actual")]),
    ("Peru blocked Norway's bid.", [("Peru", "REJECT", "Norway", "actual")]),
    ("Peru blocked the road to Norway.", []),
    ("Peru will help Norway train pilots.", [("Peru", "AID", "Norway", "planned")]),
    ("Peru forgave Norway's debt.", [("Peru", "AID", "Norway", "actual")]),
    ("Peru closed its airspace to Norwegian planes.", [("Peru", "COERCE", "Norway", "actual")]),
    ("Peru holds Norway responsible for the spill.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Peru took Norway to task over fish.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Peru took Norway to court.", []),
    ("Peru brushed aside criticism from Norway.", [("Peru", "REJECT", "Norway", "actual")]),
    ("Peru wants Norway to open its ports.", [("Peru", "REQUEST", "Norway", "actual")]),
    ("Peru wants fish.", []),
    ("Norway promised Peru $15 million.", [("Norway", "AID", "Peru", "planned")]),
    ("Norway promised Peru that it would help.", [("Norway", "AGREE", "Peru", "actual")]),
    ("Peru is lobbying Norway for a visa.", [("Peru", "REQUEST", "Norway", "actual")]),
    ("Peru lobbied for Norway.", [("Peru", "SUPPORT", "Norway", "actual")]),
    ("Peru recalled its ambassador to punish Norway.", [("Peru", "SANCTION", "Norway", "actual")]),
    ("Norway extended emergency credit to Peru.", [("Norway", "AID", "Peru", "actual")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_acts(read, text, expected):
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    acts = [f for f in result.facts if isinstance(f, Act)]
    assert sorted((names[f.actor], f.plover, names[f.target], f.modality) for f in acts) == sorted(expected)
