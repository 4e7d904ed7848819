"""Appointments: who takes, leaves or is proposed for which office."""

import pytest

from kg.model import Appointment

# The text; person, title, owner and change of each appointment in it.
APPOINTMENTS = [
    ("Ana Ruiz was elected president of Peru in May.", [("Ana Ruiz", "president", "Peru", "start")]),
    ("Parliament elected Ana Ruiz as prime minister of Peru.", [("Ana Ruiz", "prime minister", "Peru", "start")]),
    ("Ana Ruiz was appointed foreign minister of Peru.", [("Ana Ruiz", "foreign minister", "Peru", "start")]),
    ("Ana Ruiz was sworn in as president of Peru.", [("Ana Ruiz", "president", "Peru", "start")]),
    ("Ana Ruiz became prime minister of Peru in 2021.", [("Ana Ruiz", "prime minister", "Peru", "start")]),
    ("Ana Ruiz resigned as foreign minister of Peru.", [("Ana Ruiz", "foreign minister", "Peru", "end")]),
    ("Peruvian President Ana Ruiz resigned on Monday.", [("Ana Ruiz", "president", "Peru", "end")]),
    ("Peruvian President Ana Ruiz stepped down.", [("Ana Ruiz", "president", "Peru", "end")]),
    ("Peruvian Prime Minister Ana Ruiz was ousted.", [("Ana Ruiz", "prime minister", "Peru", "end")]),
    ("Peruvian President Ana Ruiz took office in July.", [("Ana Ruiz", "president", "Peru", "start")]),
    ("The party nominated Ana Ruiz as president of Peru.", [("Ana Ruiz", "president", "Peru", "proposed")]),
    ("The king named Ola Berg prime minister of Norway.", [("Ola Berg", "prime minister", "Norway", "start")]),
    ("Ola Berg, who was appointed ambassador to Peru, spoke.", [("Ola Berg", "ambassador", None, "start")]),
    ("Ana Ruiz could be appointed president of Peru.", [("Ana Ruiz", "president", "Peru", "proposed")]),
    ("Peruvian President Ana Ruiz returned to office in May.", [("Ana Ruiz", "president", "Peru", "start")]),
]


@pytest.mark.parametrize(("text", "expected"), APPOINTMENTS)
def test_appointments(read, text, expected):
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    rows = [(names[f.person], f.title, names.get(f.of), f.change) for f in result.facts if isinstance(f, Appointment)]
    assert rows == expected


ABSENT = [
    "Ana Ruiz was named in the report.",
    "Peru was elected to the council.",
    "Ana Ruiz was not elected president of Peru.",
    "Ana Ruiz became angry.",
    "The president fired a gun.",
    "Ana Ruiz succeeded in signing the pact.",
    "The minister resigned.",
    "Peruvian President Ana Ruiz replaced the lamp.",
    "Peruvian President Ana Ruiz appointed a committee.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_appointment(read, text):
    assert not [f for f in read(text).facts if isinstance(f, Appointment)]
