"""Questions to a parse: prepositions, owners, light verbs, negation, clauses."""

import pytest

from kg.extract import grammar

# The sentence, a word of it, and the heads of the phrases that are the answer.
POSSESSORS = [
    ("Iran's visit was short.", "visit", ["Iran"]),
    ("His visit was short.", "visit", ["His"]),
    ("Ana, whose visit was short, left.", "visit", ["Ana"]),
    ("The visit of Ana was short.", "visit", []),
]
MODIFIERS = [
    ("The Kazakh trade delegation left.", "delegation", ["Kazakh", "trade"]),
    ("The delegation left.", "delegation", []),
]


@pytest.mark.parametrize(
    ("question", "text", "word", "expected"),
    [
        (question, *row)
        for question, rows in (
            ("possessors", POSSESSORS), ("modifiers", MODIFIERS),
        )
        for row in rows
    ],
)  # fmt: skip
def test_heads_around_a_word(token_of, question, text, word, expected):
    assert [t.text for t in getattr(grammar, question)(token_of(text, word))] == expected


# The sentence, a word, prepositions, and the nouns that these tie to the word.
PREPOSITIONAL = [
    ("Ana met with Ola.", "met", {"with"}, ["Ola"]),
    ("Ana met with Ola.", "met", {"in", "at"}, []),
    ("In Oslo Ana met with Ola.", "met", {"with", "in"}, ["Oslo", "Ola"]),
    ("Ana left together with Ola.", "left", {"with"}, ["Ola"]),
    ("The city in which Ana met Ola is old.", "met", {"in"}, ["city"]),
    ("The deal was signed by Ana.", "signed", {"by"}, ["Ana"]),
    ("The visit to Oslo was short.", "visit", {"to"}, ["Oslo"]),
]


@pytest.mark.parametrize(("text", "word", "prepositions", "expected"), PREPOSITIONAL)
def test_prepositional(token_of, text, word, prepositions, expected):
    assert [t.text for t in grammar.prepositional(token_of(text, word), prepositions)] == expected


# The sentence, a noun, light verbs, and those that carry the noun.
CARRIERS = [
    ("Ana paid a visit to Oslo.", "visit", ["paid"]),
    ("Talks were held in Oslo.", "Talks", ["held"]),
    ("The talks held in Oslo were long.", "talks", ["held"]),
    ("The talks that Ana held in Oslo were long.", "talks", ["held"]),
    ("Ana left for talks held in Oslo.", "talks", ["held"]),
    ("Ana held a series of meetings.", "meetings", ["held"]),
    ("Ana held talks and a dinner.", "dinner", ["held"]),
    ("Ana praised the talks.", "talks", []),
    ("During the talks Ana slept.", "talks", []),
]


@pytest.mark.parametrize(("text", "word", "expected"), CARRIERS)
def test_carriers(token_of, text, word, expected):
    assert [t.text for t in grammar.carriers(token_of(text, word), {"pay", "hold"})] == expected


# Whether it is so of the word in the sentence.
PASSIVE = [
    ("The deal was signed.", "signed", True),
    ("The deal signed in May was short.", "signed", True),
    ("Ana signed the deal.", "signed", False),
    ("Ana has signed the deal.", "signed", False),
    ("Ministers signing the deal smiled.", "signing", False),
]
NEGATED = [
    ("Ana did not meet Ola.", "meet", True),
    ("Ana never met Ola.", "met", True),
    ("Ana no longer meets Ola.", "meets", True),
    ("Ana didn't meet Ola.", "meet", True),
    ("Ana held no talks.", "talks", True),
    ("Ana left without meeting Ola.", "meeting", True),
    ("Neither side met Ola.", "side", True),
    ("Ana met Ola.", "met", False),
    ("Ana met Ola, not Mia.", "met", False),
    ("Ana did not say that she met Ola.", "met", False),
]
CLAUSES = [
    ("Ana met Ola.", "met", True),
    ("Ana will meet Ola.", "will", False),
    ("The deal was signed.", "was", False),
    ("The signed deal is old.", "signed", False),
    ("The signed deal is old.", "is", True),
    ("Ana met Ola.", "Ola", False),
]


@pytest.mark.parametrize(
    ("question", "text", "word", "expected"),
    [
        (question, *row)
        for question, rows in (("is_passive", PASSIVE), ("negated", NEGATED), ("is_clause", CLAUSES))
        for row in rows
    ],
)
def test_is_it_so(token_of, question, text, word, expected):
    assert getattr(grammar, question)(token_of(text, word)) is expected


# The sentence, a word, and the one word that is the answer.
ONE = [
    ("climb", "Ana held a series of meetings.", "meetings", "series"),
    ("climb", "Ana promised $2 million in aid to Ola.", "aid", "million"),
    ("climb", "Ana sent letters in time.", "time", "time"),
    ("climb", "Ana held a number of rounds of talks.", "talks", "number"),
    ("climb", "Ana praised the leader of Peru.", "Peru", "Peru"),
    ("climb", "Ana held talks.", "talks", "talks"),
    ("antecedent", "Norway, which met Peru, left.", "which", "Norway"),
    ("antecedent", "Ana, who met Ola, left.", "who", "Ana"),
    ("antecedent", "Who met Ola?", "Who", "Who"),
    ("antecedent", "Ana met Ola.", "Ola", "Ola"),
]


@pytest.mark.parametrize(("question", "text", "word", "expected"), ONE)
def test_one_word(token_of, question, text, word, expected):
    assert getattr(grammar, question)(token_of(text, word)).text == expected


# The sentence, a word, and the clause that it stands in.
STRETCHES = [
    ("It rained when Ana met Ola.", "Ola", "when Ana met Ola"),
    ("Ana, who met Ola, left.", "Ola", "who met Ola"),
    ("Ana said that Ola left.", "left", "that Ola left"),
    ("Ana left.", "Ana", "Ana left."),
    ("A day in Oslo.", "Oslo", "A day in Oslo."),
]


@pytest.mark.parametrize(("text", "word", "expected"), STRETCHES)
def test_clause(token_of, text, word, expected):
    assert grammar.clause(token_of(text, word)).text == expected


def test_a_sentence_has_no_white_space_around_it(parse):
    doc = parse("Ana met Ola.\n\nMia left. \n")
    assert [grammar.sentence(s.root).text for s in doc.sents if not s.text.isspace()] == ["Ana met Ola.", "Mia left."]


def test_a_noun_is_carried_by_a_verb_that_a_preposition_ties_it_to(token_of):
    token = token_of("Ana is on a visit to Oslo.", "visit")
    assert [t.text for t in grammar.carriers(token, {"be"})] == ["is"]


def test_prepositions_within_a_chain(token_of):
    token = token_of("Ana came from behind the house.", "came")
    assert [t.text for t in grammar.prepositions(token)] == ["from", "behind"]


def test_children_keep_the_order_of_the_text(token_of):
    token = token_of("In May Ana met Ola in Oslo.", "met")
    assert [t.text for t in grammar.children(token, "prep", "nsubj", "dobj")] == ["In", "Ana", "Ola", "in"]
