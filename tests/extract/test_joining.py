"""What is joined to a phrase."""

import pytest

from kg.extract.joining import joined

# The sentence, the head of a phrase, and the heads of it and of what is joined to it.
JOINED = [
    ("Ana met Ola, Mia and Eva.", "Ola", ["Ola", "Mia", "Eva"]),
    ("Ana and Ola met Mia.", "Ana", ["Ana", "Ola"]),
    ("Peru, Norway and Chile voted.", "Peru", ["Peru", "Norway", "Chile"]),
    ("Ana and Ola met Mia.", "Ola", ["Ola"]),  # what stands before is not joined to it
    ("Ana met Ola.", "Ola", ["Ola"]),
    # the parse hangs the first name, or what stands behind a name in commas, elsewhere
    ("Trade Minister Ana Ruiz and Energy Minister Ola Berg met.", "Berg", ["Ruiz", "Berg"]),
    ("The minister, Ana Ruiz, and her counterpart, Ola Berg, met.", "minister", ["minister", "counterpart"]),
    ("Ana Ruiz, a lawyer and writer, met Ola.", "Ruiz", ["Ruiz"]),
]


@pytest.mark.parametrize(("text", "word", "expected"), JOINED)
def test_joined(parse, text, word, expected):
    assert [t.text for t in joined([next(t for t in parse(text) if t.text == word)])] == expected
