"""The names beside a common noun."""

import pytest

from kg.extract.beside import named_beside

# The sentence, the noun, and the names beside it.
BESIDE = [
    ("The capital, Lima, voted.", "capital", ["Lima"]),
    ("Norway, the country of fjords, voted.", "country", ["Norway"]),
    ("Her counterpart Ola Berg voted.", "counterpart", ["Ola Berg"]),
    ("Ana met the president of Norway, Ola Berg, in Oslo.", "president", ["Ola Berg"]),
    ("Ana met the ambassador of Norway to Peru, Ola Berg, in Oslo.", "ambassador", ["Ola Berg"]),
    ("Ana will meet her counterparts, Ola Berg and Mia Kask, on Friday.", "counterparts", ["Ola Berg", "Mia Kask"]),
    ("A delegation of Norway led by Ola Berg left.", "delegation", ["Ola Berg"]),
    ("Three states: Norway, Peru and Chile voted.", "states", ["Norway", "Peru", "Chile"]),
    ("Ana met leaders, including Ola Berg.", "leaders", ["Ola Berg"]),
    # others, not whom the noun stands for
    ("Ana met the president of Norway, Ola Berg said.", "president", []),
    ("In the city of Lima, Ana Ruiz voted.", "city", []),
    ("A delegation led by the army left.", "delegation", []),
    ("The president of Norway voted.", "president", []),
]


@pytest.mark.parametrize(("text", "word", "expected"), BESIDE)
def test_named_beside(parse, text, word, expected):
    doc = parse(text)
    noun = next(t for t in doc if t.text == word)
    assert [doc._.entities[iri].name for iri in named_beside(noun)] == expected
