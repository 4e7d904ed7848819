"""Interviews in print: whose words stand under a question without quotation marks."""

import pytest

from kg.extract.interviews import answers
from kg.model import Statement

LEAD = "Omar Vega, the foreign minister of Peru, gave an interview to our paper."
ASKED = """How are ties with Norway?

They are good. We trade much.

I hope for “more” of it.

What about visas?

We shall lift them.

Who will come?

I cannot tell.

The paper is printed in Lima."""
TALK = f"{LEAD}\n\n{ASKED}"
SAID = [
    "They are good.", "We trade much.", "I hope for “more” of it.", "We shall lift them.", "I cannot tell.",
]  # fmt: skip


def said(result, text):
    names = {e.iri: e.name for e in result.entities}
    facts = [f for f in result.facts if isinstance(f, Statement)]
    return [(names[f.speaker], f.mode, text[f.evidence.start : f.evidence.end]) for f in facts]


def test_answers_are_the_words_of_the_one_interviewed(read):
    assert said(read(TALK), TALK) == [("Omar Vega", "direct", words) for words in SAID]


def test_answers_may_have_labels(read):
    text = TALK
    for question, answer in (("How", "They"), ("What", "We shall"), ("Who", "I cannot")):
        text = text.replace(question, f"Q: {question}").replace(answer, f"A: {answer}")
    assert [speaker for speaker, _, _ in said(read(text), text)] == ["Omar Vega"] * len(SAID)
    text = text.replace("gave an interview to our paper", "came to Lima")
    assert [speaker for speaker, _, _ in said(read(text), text)] == ["Omar Vega"] * len(SAID)


def test_the_title_tells_which_of_two_is_interviewed(read):
    text = TALK.replace("our paper", "Ana Ruiz")
    assert said(read(text), text) == []
    assert len(said(read(text, title="“We trade much”: an interview with Omar Vega"), text)) == len(SAID)


NONE = [
    # it does not say that it is an interview
    TALK.replace("gave an interview to our paper", "came to Lima"),
    # nobody is named
    TALK.replace("Omar Vega, the", "The"),
    # an explainer: nobody says "I"
    LEAD + "\n\nWhat is it?\n\nIt is a plan.\n\nWho pays?\n\nThe state pays.\n\nWhen does it end?\n\nIt ends in May.",
    # too few questions
    TALK.replace("Who will come?\n\n", ""),
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_no_interview(read, text):
    assert said(read(text), text) == []


def test_an_answer_ends_with_the_next_question_and_the_last_with_the_first_person():
    stretches = [ASKED[start:end] for start, end in answers(ASKED)]
    assert stretches == [
        "They are good. We trade much.\n\nI hope for “more” of it.",
        "We shall lift them.",
        "I cannot tell.",
    ]


@pytest.mark.parametrize("text", ["", "?", "Why?\n" * 9, " " * 9000 + "\n?"])
def test_no_answers(text):
    assert answers(text) == []
