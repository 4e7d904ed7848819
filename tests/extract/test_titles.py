"""Titles of office as phrases: what they name, whose they are, and where they end."""

import pytest

TITLES = [
    # text, the title's words, its name, its owner, its status
    ("The president of Peru spoke.", "president of Peru", "president", "Peru", "current"),
    ("The Peruvian president spoke.", "Peruvian president", "president", "Peru", "current"),
    ("Peru's president spoke.", "Peru's president", "president", "Peru", "current"),
    ("Peru’s newly appointed foreign minister spoke.", "Peru’s newly appointed foreign minister",
     "foreign minister", "Peru", "current"),
    ("The deputy prime minister of Peru spoke.", "deputy prime minister of Peru", "deputy prime minister", "Peru",
     "current"),
    ("The First Deputy Foreign Minister of Peru spoke.", "First Deputy Foreign Minister of Peru",
     "first deputy foreign minister", "Peru", "current"),
    ("The Minister of Energy and Mines of Peru spoke.", "Minister of Energy and Mines of Peru",
     "minister of energy and mines", "Peru", "current"),
    ("The minister for trade of Peru spoke.", "minister for trade of Peru", "minister of trade", "Peru", "current"),
    ("The trade minister of Peru spoke.", "trade minister of Peru", "trade minister", "Peru", "current"),
    ("The chief adviser of Peru spoke.", "chief adviser of Peru", "chief adviser", "Peru", "current"),
    ("The former Peruvian ambassador to Kenya left.", "former Peruvian ambassador to Kenya", "ambassador", "Peru",
     "former"),
    ("The president-elect of Peru spoke.", "president-elect of Peru", "president", "Peru", "future"),
    ("The caretaker prime minister of Peru spoke.", "caretaker prime minister of Peru", "prime minister", "Peru",
     "acting"),
    ("The chairman of the Harbour Bank spoke.", "chairman of the Harbour Bank", "chair", "Harbour Bank", "current"),
    ("The president spoke.", "president", "president", None, "current"),
    ("A professor at the University of Nairobi spoke.", "professor at the University of Nairobi", "professor",
     "University of Nairobi", "current"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name", "of", "status"), TITLES)
def test_titles(parse, text, words, name, of, status):
    doc = parse(text)
    (title,) = doc._.titles
    entity = doc._.entities.get(title.of)
    found = (doc[title.start : title.end].text, title.name, entity and entity.name, title.status)
    assert found == (words, name, of, status)


@pytest.mark.parametrize(
    "text",
    [
        "The President Hotel opened.",
        "The president’s office opened.",
        "The presidential race began.",
        "The United Nations Secretary-General's Fund for Harbours grew.",
        "They head north.",
    ],
)
def test_what_is_no_title(parse, text):
    assert not [t for t in parse(text)._.titles if t.name in ("president", "head") and t.holder]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("He is an analyst at the British think tank Harbour Institute.", "Harbour Institute"),
        ("She is director of the Kenya-based Harbour Institute.", "Harbour Institute"),
        ("He is a spokesman for Peru's Harbour Bank.", "Harbour Bank"),
        ("She is the ambassador of Peru in Nairobi.", "Peru"),
        ("The World Bank’s director for Kenya spoke.", "World Bank"),
    ],
)
def test_an_organisation_comes_before_the_country_that_it_is_of(parse, text, owner):
    doc = parse(text)
    (title,) = doc._.titles
    assert doc._.entities[title.of].name == owner
