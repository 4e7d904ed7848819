"""Other acts of one party towards another, by PLOVER's roots."""

import pytest

from kg.model import Act

# The text; actor, root, target and modality of each act in it.
ACTS = [
    ("Ana Ruiz praised Norway.", [("Ana Ruiz", "SUPPORT", "Norway", "actual")]),
    ("Ana Ruiz praised Norway's reforms.", [("Ana Ruiz", "SUPPORT", "Norway", "actual")]),
    ("Peru condemned Norway.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Peru accused Norway of meddling.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Norway was criticised by Peru.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Peru imposed sanctions on Norway.", [("Peru", "SANCTION", "Norway", "actual")]),
    ("Peru will impose sanctions on Norway.", [("Peru", "SANCTION", "Norway", "planned")]),
    ("Peru invaded Norway.", [("Peru", "ASSAULT", "Norway", "actual")]),
    ("Peru's invasion of Norway was long ago.", [("Peru", "ASSAULT", "Norway", "actual")]),
    ("Ana Ruiz invited Ola Berg to Lima.", [("Ana Ruiz", "REQUEST", "Ola Berg", "actual")]),
    ("Ana Ruiz called on Norway to act.", [("Ana Ruiz", "REQUEST", "Norway", "actual")]),
    ("Peru expressed support for Norway.", [("Peru", "SUPPORT", "Norway", "actual")]),
    ("Peru has the full support of Norway.", [("Norway", "SUPPORT", "Peru", "actual")]),
    ("Peru sent weapons to Norway.", [("Peru", "AID", "Norway", "actual")]),
    ("Peru provided humanitarian aid to Norway.", [("Peru", "AID", "Norway", "actual")]),
    ("Peru has never condemned Norway.", [("Peru", "ACCUSE", "Norway", "denied")]),
    ("Peru condemned Norway's attack on Chile.",
     [("Norway", "ASSAULT", "Chile", "actual"), ("Peru", "ACCUSE", "Norway", "actual")]),
    ("Peru threatened Norway with tariffs.", [("Peru", "THREATEN", "Norway", "actual")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ACTS)
def test_acts(read, text, expected):
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    acts = [f for f in result.facts if isinstance(f, Act)]
    rows = [(names[f.actor], f.plover, f.target and names[f.target], f.modality) for f in acts]
    assert sorted(rows) == sorted(expected)


ABSENT = [
    "Ana Ruiz praised the weather.",
    "Critics condemned Norway.",
    "Ana Ruiz invited experts.",
    "The talks support peace.",
    "Ana Ruiz asked a question.",
    "Peru backed the invasion of Norway.",
    "The attack was condemned.",
    "Peru sent a delegation to Norway.",
    "Ana Ruiz called on Ola Berg in Lima.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_act(read, text):
    assert not [f for f in read(text).facts if isinstance(f, Act)]
