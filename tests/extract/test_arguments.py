"""The arguments of a verb: who does it, by whom it is done, to whom."""

import pytest

from kg.extract import arguments

# The sentence, a word of it, and the heads of the phrases that are the answer.
SUBJECTS = [
    ("Ana met Ola.", "met", ["Ana"]),
    ("Ola was met by Ana.", "met", ["Ana"]),
    ("The deal was signed.", "signed", []),
    ("The deal signed by Ana was short.", "signed", ["Ana"]),
    ("The deal was drafted and signed by Ana.", "signed", ["Ana"]),
    # a verb joined to another
    ("Ana came and met Ola.", "met", ["Ana"]),
    ("Ana arrived, rested and met Ola.", "met", ["Ana"]),
    ("Mia said that Norway had left and urged Peru to wait.", "urged", ["Mia"]),  # by its tense
    ("Mia said that Norway had left and urged Peru to wait.", "left", ["Norway"]),
    # who is to do it
    ("Ana wants to meet Ola.", "meet", ["Ana"]),
    ("Ana asked Ola to come.", "come", ["Ola"]),
    ("Ana promised to come.", "come", ["Ana"]),
    ("Ana called on Ola to come.", "come", ["Ola"]),
    ("Ana sent an invitation to Ola to come.", "come", ["Ola"]),
    ("Minister Ana extended an invitation to Minister Ola to come on a date to be agreed.", "come", ["Ola"]),
    ("Ana Ruiz extended to Ola Berg an invitation to visit Lima.", "visit", ["Berg"]),
    ("Ana conveyed an invitation from the king to Ola to visit Madrid.", "visit", ["Ola"]),
    ("Peru's commitment to Norway to help is firm.", "help", ["Peru"]),
    ("They discussed ways to help.", "help", ["They"]),
    ("Ana used the day to meet Ola.", "meet", ["Ana"]),
    ("Ana is ready to visit Oslo.", "visit", ["Ana"]),
    ("Ana gave Ola a chance to speak.", "gave", ["Ana"]),
    ("Ana accepted the king's invitation to visit Oslo.", "visit", ["Ana"]),
    ("Ana came to Oslo hours after landing in Lima.", "landing", ["Ana"]),
    # the parse takes it for an apposition
    ("In a call with Peruvian President Ana Ruiz, Norwegian Premier Ola Berg praised Peru.", "praised", ["Berg"]),
    # nouns and their clauses
    ("Ana, who met Ola, left.", "met", ["Ana"]),
    ("Ministers attending the talks left.", "attending", ["Ministers"]),
    ("Ana's plan to visit Oslo failed.", "visit", ["Ana"]),
    ("Ana has a plan to visit Oslo.", "visit", ["Ana"]),
    # clauses that hang on the main one
    ("Ana left, adding a word.", "adding", ["Ana"]),
    ("Ana succeeded in signing the pact.", "signing", ["Ana"]),
    ("They quoted Ana as saying nothing.", "saying", ["Ana"]),
    ("Ola accused Ana of saying nothing.", "saying", ["Ana"]),
    ("Ola praised Ana for saying nothing.", "saying", ["Ana"]),
    ("Ola used words for saying nothing.", "saying", ["Ola"]),
    ("Ola condemned a Peruvian decision to leave.", "leave", ["Peruvian"]),
    ("Ola has a new plan to leave.", "leave", ["Ola"]),
    ("It rained.", "rained", ["It"]),
]
OBJECTS = [
    ("Ana met Ola.", "met", ["Ola"]),
    ("Ola was met by Ana.", "met", ["Ola"]),
    ("The deal signed by Ana was short.", "signed", ["deal"]),
    ("The deal was drafted and signed.", "signed", ["deal"]),
    ("The deal that Ana signed was short.", "signed", ["deal"]),
    ("Ana welcomed and praised the deal.", "welcomed", ["deal"]),
    ("Ana welcomed and praised the deal.", "praised", ["deal"]),
    ("Ana slept.", "slept", []),
    ("Ana spoke and Ola left.", "spoke", []),
    ("Ana spoke of Oslo.", "spoke", []),
]
AGENTS = [
    ("The deal was signed by Ana.", "signed", ["Ana"]),
    ("The deal signed by Ana was short.", "signed", ["Ana"]),
    ("Ana signed the deal.", "signed", []),
]


@pytest.mark.parametrize(
    ("question", "text", "word", "expected"),
    [
        (question, *row)
        for question, rows in (("subjects", SUBJECTS), ("objects", OBJECTS), ("agents", AGENTS))
        for row in rows
    ],
)
def test_heads_around_a_verb(token_of, question, text, word, expected):
    assert [t.text for t in getattr(arguments, question)(token_of(text, word))] == expected
