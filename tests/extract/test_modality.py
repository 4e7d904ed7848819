"""What governs a trigger and makes it a fact, a plan, a proposal, or denied."""

import pytest

from kg.extract.modality import modality
from kg.extract.modalwords import modality_words
from kg.lexicon import load_lexicon

# What the text makes of the event that the word tells.
ACTUAL = [
    ("Ana visited Oslo.", "visited"),
    ("Ana has visited Oslo.", "visited"),
    ("Ana is visiting Oslo.", "visiting"),
    ("Ana praised the visit.", "visit"),
    ("Ana said that she visited Oslo.", "visited"),
    ("After his visit, Ola will rest.", "visit"),
    ("Ana will rest because she visited Oslo.", "visited"),
    ("Ana, who visited Oslo, will speak.", "visited"),
    ("Ana hopes for peace and Ola visited Oslo.", "visited"),
    ("Ana managed to visit Oslo.", "visit"),
    ("Ana began to visit schools.", "visit"),
    ("Ana held talks in Oslo.", "talks"),
    ("Talks were opened in Oslo.", "Talks"),
    ("Ana proposed a plan during the visit.", "visit"),
    ("During the visit, Ana hoped for peace.", "visit"),
    ("Ana agreed at the meeting to wait.", "meeting"),
    ("Ola smiles when Ana visits Oslo.", "visits"),
    ("Ana will come at the invitation of Ola.", "invitation"),
    ("Ana signed the pact before flying to Oslo.", "flying"),
]
PLANNED = [
    ("Ana will visit Oslo.", "visit"),
    ("She'll visit Oslo.", "visit"),
    ("Ana is to visit Oslo.", "visit"),
    ("Ana will sign the pact before flying to Oslo.", "flying"),
    ("They wait until Ana visits Oslo.", "visits"),
    ("The palace announced that Ana would visit Oslo.", "visit"),
    ("Ola will speak when Ana visits Oslo.", "visits"),
    ("Ana is expected at the meeting.", "meeting"),
    ("Ana is going to visit Oslo.", "visit"),
    ("Ana plans to visit Oslo.", "visit"),
    ("Ana agreed to visit Oslo.", "visit"),
    ("Ana pledged to visit Oslo.", "visit"),
    ("Ana is expected to visit Oslo.", "visit"),
    ("Ana is scheduled to visit Oslo.", "visit"),
    ("Ana is due to visit Oslo.", "visit"),
    ("Ana has a plan to visit Oslo.", "visit"),
    ("Ana's decision to visit Oslo is firm.", "visit"),
    ("Ana spoke of her upcoming visit.", "visit"),
    ("The visit will take place in May.", "visit"),
    ("The talks will be held in Oslo.", "talks"),
    ("Ana will hold talks.", "talks"),
    ("Ana will hold a series of meetings.", "meetings"),
    ("Ana will visit Oslo and meet Ola.", "meet"),
    ("Ana is committed to visiting Oslo.", "visiting"),
    ("The deal to be signed is short.", "signed"),
    ("The trade deal between Peru and Chile, expected to be signed this week, was postponed.", "deal"),
]
PROPOSED = [
    ("The demand that Ana visit Oslo was repeated.", "visit"),
    ("Ola said that Ana would visit Oslo if she could.", "visit"),
    ("Ana may visit Oslo.", "visit"),
    ("Ana could visit Oslo.", "visit"),
    ("Ana should visit Oslo.", "visit"),
    ("Ana hopes to visit Oslo.", "visit"),
    ("Ana wants to visit Oslo.", "visit"),
    ("Ola invited Ana to visit Oslo.", "visit"),
    ("Ola called on Ana to visit Oslo.", "visit"),
    ("Ola urged Ana to visit Oslo.", "visit"),
    ("Ana is ready to visit Oslo.", "visit"),
    ("Ana proposed a visit.", "visit"),
    ("Ana called for talks.", "talks"),
    ("Ana's call for talks was heard.", "talks"),
    ("They discussed a visit.", "visit"),
    ("Ana is interested in a visit.", "visit"),
    ("A visit is possible.", "visit"),
    ("Ana spoke of a possible visit.", "visit"),
    ("Ola sent an invitation to visit Oslo.", "visit"),
    ("If Ana visits Oslo, Ola will smile.", "visits"),
    ("Ana will smile if she visits Oslo.", "visits"),
    ("Ana hopes that Ola will visit Oslo.", "visit"),  # the weaker counts
]
DENIED = [
    ("The visit has been delayed until June.", "visit"),
    ("The signing of the pact was put off.", "signing"),
    ("Oslo deferred the agreement with Lima.", "agreement"),
    ("Ana did not visit Oslo.", "visit"),
    ("Ana will not visit Oslo.", "visit"),
    ("Ana never visited Oslo.", "visited"),
    ("Ana has not yet visited Oslo.", "visited"),
    ("Ana refused to visit Oslo.", "visit"),
    ("Ana failed to visit Oslo.", "visit"),
    ("Ana cancelled the visit.", "visit"),
    ("The visit was cancelled.", "visit"),
    ("Ana postponed the visit.", "visit"),
    ("Ana ruled out a visit.", "visit"),
    ("Ana denied that she visited Oslo.", "visited"),
    ("Ana denied visiting Oslo.", "visiting"),
    ("Ana left without visiting Oslo.", "visiting"),
    ("Ana held no talks.", "talks"),
    ("No minister visited Oslo.", "visited"),
    ("Ana no longer visits Oslo.", "visits"),
    ("Ana suspended the talks.", "talks"),
    ("No talks were held.", "talks"),
    ("There was no visit.", "visit"),
    ("Ana has no plans to visit Oslo.", "visit"),
    ("Ana is unable to visit Oslo.", "visit"),
    ("Ana's refusal to visit Oslo was noted.", "visit"),
    ("Ana did not agree to visit Oslo.", "visit"),
]
ROWS = [
    (text, word, value)
    for value, rows in (("actual", ACTUAL), ("planned", PLANNED), ("proposed", PROPOSED), ("denied", DENIED))
    for text, word in rows
]


@pytest.fixture(scope="module")
def words():
    return modality_words(load_lexicon().modality_cues)


def _trigger(doc, word):
    return next(t for t in doc if t.text == word)


@pytest.mark.parametrize(("text", "word", "expected"), ROWS)
def test_modality(parse, words, text, word, expected):
    assert modality(_trigger(parse(text), word), words) == expected


def test_a_denial_that_is_denied_is_a_proposal(parse, words):
    assert modality(_trigger(parse("Ana did not rule out a visit."), "visit"), words) == "proposed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ola invited Ana.", "proposed"), ("Ola will invite Ana.", "proposed"), ("Ola did not invite Ana.", "denied")],
)
def test_what_a_trigger_implies_is_the_least(parse, words, text, expected):
    trigger = next(t for t in parse(text) if t.lemma_ == "invite")
    assert modality(trigger, words, default="proposed") == expected


def test_words_come_from_the_cues(words):
    assert words.auxiliaries["will"] == "planned"
    assert words.verbs["rule out"] == "denied"
    assert words.nouns["call for"] == "proposed"
    assert words.adjectives["upcoming"] == "planned"
    assert not {"say", "sign"} & {*words.verbs}
