"""Offices that appointments imply."""

import pytest

from kg.model import Office

A, B = "Ana Ruiz", "Ola Berg"

# The text, of 17 May 2024; person, title, owner and status of each office in it.
INCUMBENTS = [
    ("Ana Ruiz was sworn in as president of Peru.", [(A, "president", "Peru", "current")]),
    ("Ana Ruiz will be sworn in as president of Peru in June.", [(A, "president", "Peru", "future")]),
    ("Parliament elected Ana Ruiz as prime minister of Peru.", [(A, "prime minister", "Peru", "current")]),
    ("Peruvian Foreign Minister Ana Ruiz was dismissed on Monday.", [(A, "foreign minister", "Peru", "former")]),
    ("Ana Ruiz succeeded Ola Berg as prime minister of Norway.",
     [(A, "prime minister", "Norway", "current"), (B, "prime minister", "Norway", "former")]),
    # not yet over, or not sure
    ("Peruvian Foreign Minister Ana Ruiz will step down in June.", [(A, "foreign minister", "Peru", "current")]),
    ("The party nominated Ana Ruiz for president of Peru.", []),
    ("Peruvian President Ana Ruiz was re-elected in May.", [(A, "president", "Peru", "current")]),
    ("Ana Ruiz was appointed energy minister.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), INCUMBENTS)
def test_offices_that_appointments_imply(read, text, expected):
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    told = [(names[f.person], f.title, names[f.of], f.status) for f in result.facts if isinstance(f, Office)]
    assert sorted(told) == sorted(expected)
