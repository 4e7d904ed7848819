"""The places of roles around verbs and nouns."""

import pytest

from kg.extract import roles
from kg.lexicon import load_lexicon

# The sentence, a verb, a place of it, and the heads of the phrases there.
AROUND_VERBS = [
    ("Ana met Ola.", "met", "subject", ["Ana"]),
    ("Ana met Ola.", "met", "object", ["Ola"]),
    ("Ola was met by Ana.", "met", "subject", ["Ana"]),
    ("Ola was met by Ana.", "met", "object", ["Ola"]),
    ("Ana granted Peru a loan.", "granted", "recipient", ["Peru"]),
    ("Ana granted a loan.", "granted", "recipient", []),
    ("Ana met Ola.", "met", "recipient", []),
    # a hyphened participle before a noun
    ("The Peruvian-backed plan failed.", "backed", "subject", ["Peruvian"]),
    ("The Peruvian-backed plan failed.", "backed", "object", ["plan"]),
    ("The signed plan failed.", "signed", "subject", []),
    ("The signed plan failed.", "signed", "object", []),
    # the noun of a verb
    ("Ana's signing of the deal pleased Ola.", "signing", "subject", ["Ana"]),
    ("Ana oversaw the signing of the deal.", "signing", "subject", ["Ana"]),
    # whose the noun is that a gerund explains
    ("Peru's commitment to joining the bloc is firm.", "joining", "subject", ["Peru"]),
    ("The role of Peru in founding the bloc is known.", "founding", "subject", ["Peru"]),
    # those in a clause that tells what is asked, what must be, what is done
    ("Ana demanded that Peru leave.", "demanded", "wished", ["Peru"]),
    ("Ana insisted a ship be freed.", "insisted", "wished", ["ship"]),
    ("Ana insisted that Peru left.", "insisted", "wished", []),
    ("Ana asked whether Peru would leave.", "asked", "wished", []),
    ("Ana said that Peru must leave.", "said", "obliged", ["Peru"]),
    ("Ana said that Peru had left.", "said", "obliged", []),
    ("Ana threatened to attack Ola.", "threatened", "deed", ["Ola"]),
    ("Ana threatened to impose tariffs on Peru.", "threatened", "deed", ["tariffs", "Peru"]),
    ("Ana gave money to help build a port.", "gave", "deed", ["port"]),
    ("Ana left, attacking Ola.", "left", "deed", []),
]


@pytest.fixture(scope="module")
def token_of(parse):
    """The first token of a text with this form."""
    return lambda text, word: next(t for t in parse(text) if t.text == word)


@pytest.mark.parametrize(("text", "word", "place", "expected"), AROUND_VERBS)
def test_around_verbs(token_of, text, word, place, expected):
    assert [t.text for t in roles.around_verb(token_of(text, word), place)] == expected


# The sentence, a noun, a place of it, and the heads of the phrases there.
AROUND_NOUNS = [
    ("Peru's visit was short.", "visit", "possessive", ["Peru"]),
    ("The visit was short.", "visit", "possessive", []),
    ("The Peruvian visit was short.", "visit", "modifier", ["Peruvian"]),
    ("Peru, a member of the bloc, voted.", "member", "apposition", ["Peru"]),
    ("Member states such as Peru voted.", "states", "apposition", ["Peru"]),
    ("A member of the bloc voted.", "member", "apposition", []),
]


@pytest.mark.parametrize(("text", "word", "place", "expected"), AROUND_NOUNS)
def test_around_nouns(token_of, text, word, place, expected):
    assert [t.text for t in roles.AROUND_NOUNS[place](token_of(text, word))] == expected


def test_modifiers_within_a_compound(token_of):
    found = roles.AROUND_NOUNS["modifier"](token_of("The Norwegian-Peruvian trade talks failed.", "talks"))
    assert {"Norwegian", "Peruvian", "trade"} <= {t.text for t in found}


# The sentence, a word, and who does or has what the word is part of.
CONTROLLERS = [
    ("Peru's commitment to enhancing ties is firm.", "ties", ["Peru"]),
    ("Peru discussed the growth of ties.", "ties", ["Peru"]),
    ("Peru stressed Norway's commitment to ties.", "ties", ["Norway"]),
    ("Ties grew.", "Ties", ["Ties"]),
]


@pytest.mark.parametrize(("text", "word", "expected"), CONTROLLERS)
def test_controllers(token_of, text, word, expected):
    assert [t.text for t in roles.controllers(token_of(text, word))] == expected


# The sentence, a noun, and who does what the noun is the circumstance of.
GOVERNORS = [
    ("Ana said a word during a visit.", "visit", ["Ana"]),
    ("During a visit, Ana said a word.", "visit", ["Ana"]),
    ("On her way back from a summit, Ana said a word.", "summit", ["Ana"]),
    ("As a member of the bloc, Peru voted.", "member", ["Peru"]),
    ("After a series of meetings, Ana left.", "meetings", ["Ana"]),
    ("At the talks, Ana was praised by Ola.", "talks", ["Ana"]),
    ("Ana praised the visit.", "visit", []),
    ("The visit was short.", "visit", []),
    ("Ana spoke about a visit.", "visit", []),
    ("Ana left without a visit.", "visit", []),
]


@pytest.mark.parametrize(("text", "word", "expected"), GOVERNORS)
def test_governors(token_of, text, word, expected):
    assert [t.text for t in roles.governors(token_of(text, word))] == expected


def test_governors_by_one_preposition(token_of):
    token = token_of("During a visit, Ana spoke.", "visit")
    assert not roles.governors(token, {"as"})
    assert [t.text for t in roles.governors(token, {"during"})] == ["Ana"]


# The sentence, a noun, prepositions, and the nouns that these tie to a noun between.
NESTED = [
    ("Ana held talks on trade with Peru.", "talks", {"with"}, ["Peru"]),
    ("Ana held talks with Peru.", "talks", {"with"}, []),
    ("Ana held talks on the future of Peru.", "talks", {"of"}, []),
]


@pytest.mark.parametrize(("text", "word", "prepositions", "expected"), NESTED)
def test_nested(token_of, text, word, prepositions, expected):
    assert [t.text for t in roles.nested(token_of(text, word), frozenset(prepositions))] == expected


def test_places_of_frames_are_known():
    """A place is one of those around verbs and nouns, or a preposition."""
    places = {p for f in load_lexicon().frames for found in f.roles.values() for p in found}
    assert places >= roles.PLACES
    assert all(p in roles.PLACES or (p.isalpha() and p.islower()) for p in places)
