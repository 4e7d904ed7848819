"""What titles, pairs and pronouns stand for."""

import pytest

from kg.extract.doc import mention_at

FIRST = "Chilean President Ola Berg met Peruvian Foreign Minister Ana Ruiz in Lima. "

PHRASES = [
    (FIRST + "The Chilean president spoke.", "president", ["Ola Berg"]),
    (FIRST + "The foreign minister spoke.", "minister", ["Ana Ruiz"]),
    (FIRST + "The two countries agreed.", "countries", ["Chile", "Peru"]),
    (FIRST + "Both sides agreed.", "sides", ["Chile", "Peru"]),
    (FIRST + "The two leaders agreed.", "leaders", ["Ola Berg", "Ana Ruiz"]),
    (FIRST + "He thanked the hosts.", "He", ["Ola Berg"]),
    ("Mrs Ana Ruiz met Ola Berg. She thanked him.", "She", ["Ana Ruiz"]),
    ("Estonia joined NATO. The country has since grown.", "country", ["Estonia"]),
    ("Estonia joined NATO. The alliance has since grown.", "alliance", ["North Atlantic Treaty Organization"]),
    ("“I will come,” said Ola Berg.", "I", ["Ola Berg"]),
    (FIRST + "Norwegian officials listened.", "officials", ["Norway"]),
]


@pytest.mark.parametrize(("text", "word", "expected"), PHRASES)
def test_phrases(parse, text, word, expected):
    doc = parse(text)
    token = [t for t in doc if t.text == word][-1]
    mention = mention_at(token)
    assert mention is not None
    assert [doc._.entities[iri].name for iri in mention.iris] == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It rained. He left.", "He"),
        ("The two countries agreed.", "countries"),
        ("The president of a chess club spoke.", "president"),
        ("Estonia stood on the side of the road.", "side"),
    ],
)
def test_what_stays_open(parse, text, word):
    assert mention_at([t for t in parse(text) if t.text == word][-1]) is None
