"""Offices that somebody takes or leaves by noun, in another's place, or that the text gives in passing."""

import pytest

from kg.model import Appointment

A, B, L = "Ana Ruiz", "Ola Berg", "Eva Lind"

# The text, of Friday 17 May 2024; person, title, owner, change and date of each appointment in it.
TAKEN = [
    ("The king congratulated Ana Ruiz on her election as president of Peru.",
     [(A, "president", "Peru", "start", None)]),
    ("Ola Berg congratulated Peruvian President Ana Ruiz on her re-election.",
     [(A, "president", "Peru", "start", None)]),
    ("Eva Lind's appointment of Ola Berg as Peru's energy minister was criticised.",
     [(B, "energy minister", "Peru", "start", None)]),
    ("Parliament debated Ola Berg's return as prime minister of Peru.",
     [(B, "prime minister", "Peru", "start", None)]),
    ("Ana Ruiz took the oath of office as president of Peru on Friday.",
     [(A, "president", "Peru", "start", "2024-05-17")]),
    ("Ana Ruiz was appointed Peru's ambassador to Norway in succession to Ola Berg.",
     [(A, "ambassador", "Peru", "start", None), (B, "ambassador", "Peru", "end", None)]),
    ("Ana Ruiz was named Peru's finance minister in place of Ola Berg.",
     [(A, "finance minister", "Peru", "start", None), (B, "finance minister", "Peru", "end", None)]),
    ("Ola Berg is to succeed Eva Lind as head of the World Bank in June.",
     [(B, "head", "World Bank", "start", "2024-06"), (L, "head", "World Bank", "end", "2024-06")]),
    ("Ola Berg, who became foreign minister of Norway in May after Eva Lind stepped aside, spoke.",
     [(B, "foreign minister", "Norway", "start", "2024-05"), (L, "foreign minister", "Norway", "end", None)]),
    ("President Ana Ruiz of Peru was elected to a second term in March.",
     [(A, "president", "Peru", "start", "2024-03")]),
    ("Ana Ruiz has been tipped to become Peru's next foreign minister.",
     [(A, "foreign minister", "Peru", "proposed", None)]),
    ("Ana Ruiz and Ola Berg are contending to take over from Peruvian President Eva Lind.",
     [(A, "president", "Peru", "proposed", None), (B, "president", "Peru", "proposed", None)]),
    ("The United Nations has reappointed Ana Ruiz as its special envoy for Peru.",
     [(A, "envoy", "United Nations", "start", None)]),
    # since when somebody has it
    ("Peru's Foreign Minister Ana Ruiz, in office since September, spoke.",
     [(A, "foreign minister", "Peru", "start", "2023-09")]),
    ("Peru's Foreign Minister Ana Ruiz, who has held the post since 2022, spoke.",
     [(A, "foreign minister", "Peru", "start", "2022")]),
    # left
    ("Peru's Foreign Minister Ana Ruiz quit on Monday.", [(A, "foreign minister", "Peru", "end", "2024-05-13")]),
    ("Ana Ruiz was relieved of her duties as Peru's finance minister.", [(A, "finance minister", "Peru", "end", None)]),
    ("Norway's finance minister, Ola Berg, handed in his resignation.",
     [(B, "finance minister", "Norway", "end", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TAKEN)
def test_offices_taken_and_left(read, text, expected):
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    rows = [
        (names[f.person], f.title, names.get(f.of), f.change, f.date)
        for f in result.facts
        if isinstance(f, Appointment)
    ]
    assert sorted(rows, key=repr) == sorted(expected, key=repr)


ABSENT = [
    "Peru's Energy Minister Ana Ruiz quit the party on Monday.",
    "Ana Ruiz approved the plan as prime minister of Peru.",
    "Peru's finance minister Ola Berg dropped a hint.",
    "Peru's Prime Minister Ola Berg, in Oslo since Monday, spoke.",
    "Peru elected to stay, Peru's Prime Minister Ola Berg said.",
    "Norway's Prime Minister Ola Berg assumed the chairmanship of the EU, taking over from Peru's President Ana Ruiz.",
    "Peru's Prime Minister Ola Berg sat in place of Ana Ruiz.",
    "Peru's President Ola Berg returned as planned.",
    "Ola Berg, who headed the World Bank until 2010, backed a plan to replace Ana Ruiz.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_office_taken(read, text):
    assert not [f for f in read(text).facts if isinstance(f, Appointment)]
