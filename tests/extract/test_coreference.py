"""What titles, pairs and pronouns stand for."""

import pytest

from kg.extract.doc import mention_at

FIRST = "Chilean President Ola Berg met Peruvian Foreign Minister Ana Ruiz in Lima. "

PHRASES = [
    (FIRST + "The Chilean president spoke.", "president", ["Ola Berg"]),
    (FIRST + "The foreign minister spoke.", "minister", ["Ana Ruiz"]),
    (FIRST + "The two countries agreed.", "countries", ["Chile", "Peru"]),
    (FIRST + "Estonia and Chile have a treaty. Berg met Ruiz. The two sides agreed.", "sides", ["Chile", "Peru"]),
    ("Chile and Peru are neighbours. Ana Ruiz discussed it with Ola Berg when they met.", "they",
     ["Ana Ruiz", "Ola Berg"]),
    (FIRST + "Both sides agreed.", "sides", ["Chile", "Peru"]),
    (FIRST + "The two leaders agreed.", "leaders", ["Ola Berg", "Ana Ruiz"]),
    (FIRST + "He thanked the hosts.", "He", ["Ola Berg"]),
    ("Mrs Ana Ruiz met Ola Berg. She thanked him.", "She", ["Ana Ruiz"]),
    ("Estonia joined NATO. The country has since grown.", "country", ["Estonia"]),
    ("Estonia joined NATO. The alliance has since grown.", "alliance", ["North Atlantic Treaty Organization"]),
    ("“I will come,” said Ola Berg.", "I", ["Ola Berg"]),
    (FIRST + "Norwegian officials listened.", "officials", ["Norway"]),
    (FIRST + "The Norwegian team listened.", "team", ["Norway"]),
    # gender: by the word beside a name, by the title, by the given name
    ("Mr Paul Marsh met Mrs Kim Lund. He left.", "He", ["Paul Marsh"]),
    ("Chairman Kim Lund met Chairwoman Robin Moss. He left.", "He", ["Kim Lund"]),
    ("Queen Kim Lund met Paul Marsh. She left.", "She", ["Kim Lund"]),
    ("Ana Ruiz met Omar Vega. He left.", "He", ["Omar Vega"]),
    ("Omar Vega met Ana Ruiz. She left.", "She", ["Ana Ruiz"]),
    # not whom the pronoun's own clause names
    ("Omar Vega met Paul Marsh. He said that Vega would stay.", "He", ["Paul Marsh"]),
    ("Omar Vega met Paul Marsh. “Omar Vega will stay,” he said.", "he", ["Paul Marsh"]),
    ("Omar Vega met Paul Marsh. When Vega left, he waved.", "he", ["Omar Vega"]),
    ("Paul Marsh said the issue was raised. Omar Vega's last trip was in 2017, when he came alone.", "he",
     ["Omar Vega"]),
    # who said something before says more
    ("Omar Vega said Paul Marsh had won. He added that all was well.", "He", ["Omar Vega"]),
    ("Paul Marsh waited. A spokesman, Omar Vega, said all was well. He added that all was ready.", "He", ["Omar Vega"]),
    # a bare title is that of whom the article is about
    ("Chilean President Omar Vega arrived. Vega met Lima's mayor. Vega saw Peruvian President Ana Ruiz. It rained."
     " The president left.", "president", ["Omar Vega"]),
    # an owned title is not that of another country's
    (FIRST + "The Chilean foreign minister spoke.", "minister", ["Chile"]),
    # who had an office is not who has it
    ("Chile's former president Ana Ruiz met Chilean President Ola Berg. The former president spoke.", "president",
     ["Ana Ruiz"]),
    # a country told by its region or kind
    ("Kenya sold tea to Norway. Norway was glad. The East African country sold more.", "country", ["Kenya"]),
    ("Kenya sold tea to Fiji. Kenya was glad. The island nation wants more.", "nation", ["Fiji"]),
    ("Laos and Fiji met. Fiji was glad. The landlocked Southeast Asian country was not.", "country", ["Laos"]),
    ("Austria met Norway. Norway was glad. The Alpine country was not.", "country", ["Austria"]),
    ("Egypt and Morocco met. Egypt was glad. The kingdom was not.", "kingdom", ["Morocco"]),
    ("The Horn of Africa country thanked Norway, Somalia's minister said.", "country", ["Somalia"]),
    # a secretary is no minister
    ("Philippine Foreign Secretary Ola Berg met Peruvian Foreign Minister Ana Ruiz. The foreign minister spoke.",
     "minister", ["Ana Ruiz"]),
    ("Peruvian Foreign Minister Ana Ruiz met Foreign Secretary Ola Berg of India. The Foreign Secretary spoke.",
     "Secretary", ["Ola Berg"]),
    # leaders
    (FIRST + "The leaders agreed.", "leaders", ["Ola Berg", "Ana Ruiz"]),
    (FIRST + "The Chilean leader spoke.", "leader", ["Ola Berg"]),
    ("President Ola Berg of Chile met President Ana Ruiz of Peru. The leaders of Chile and Peru spoke.", "leaders",
     ["Ola Berg", "Ana Ruiz"]),
    ("President Ola Berg of Chile met President Ana Ruiz of Peru. The Peruvian and Chilean presidents spoke.",
     "presidents", ["Ana Ruiz", "Ola Berg"]),
    # whose the government is
    ("Chile and Peru met. Chile was glad. The government spoke.", "government", ["Chile"]),
    ("Chile and Peru met. Chile was glad. A government spokesman spoke.", "spokesman", ["Chile"]),
    # a body by the last word of its name
    ("The European Commission met Chile. The Commission spoke.", "Commission", ["European Commission"]),
    # they
    ("Ola Berg and Ana Ruiz met. They agreed.", "They", ["Ola Berg", "Ana Ruiz"]),
    ("Chile and Peru met. They agreed.", "They", ["Chile", "Peru"]),
    (FIRST + "The two countries agreed. They signed a treaty.", "They", ["Chile", "Peru"]),
]  # fmt: skip


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
        ("The Chilean football team spoke.", "team"),
        ("Chile's national squad spoke.", "squad"),
        ("Estonia stood on the side of the road.", "side"),
        ("Estonian business leaders stood by.", "leaders"),
        ("The government of the club spoke.", "government"),
        ("Mrs Ana Ruiz arrived. He left.", "He"),
        ("Ola Berg met Ana Ruiz. They were told so.", "They"),
        ("Estonia and Norway met. “They agree,” a visitor said.", "They"),
        ("Estonian Foreign Minister Ola Berg spoke.", "Minister"),
        ("Kenya met Norway. Norway was glad. The Southeast Asian country was not.", "country"),
        ("Kenya met Norway. Norway was glad. The European country that joined was not.", "country"),
        ("Kenya met Norway. Norway was glad. The largest country was not.", "country"),
        ("Kenya met Norway. Norway was glad. The other nation was not.", "nation"),
        ("Ola Berg met Peruvian Foreign Minister Ana Ruiz. The Foreign Secretary spoke.", "Secretary"),
        ("Ola Berg met Ana Ruiz. Omar Vega was there. The leaders agreed.", "leaders"),
        (FIRST + "The leaders of the clubs agreed.", "leaders"),
        (FIRST + "The local leaders agreed.", "leaders"),
    ],
)
def test_what_stays_open(parse, text, word):
    assert mention_at([t for t in parse(text) if t.text == word][-1]) is None
