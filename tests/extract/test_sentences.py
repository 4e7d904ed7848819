"""Where sentences begin, and that the parser keeps to it."""

import pytest

from kg.extract.sentences import sentence_starts, unwrapped

# A bar stands where each sentence but the first begins.
TEXTS = [
    "Ola Berg left. |Ana Ruiz stayed.",
    # titles, initials, abbreviations
    "Mr. Berg met Dr. Ruiz. |They talked.",
    "Gen. Ola Berg and Sen. Ana Ruiz met on Oct. 3 at No. 10. |It rained.",
    "Lt. Col. Berg spoke. |He left.",
    "J. R. Berg spoke. |He left.",
    "Ola Berg Jr. spoke. |The crowd listened.",
    "St. Petersburg is old. |It is big.",
    "They saw e.g. Peru, i.e. the coast. |Then they left.",
    "Berg vs. Ruiz was heard. |It ended.",
    "Acme Inc. said so. |Acme Inc. |The firm said so.",
    # acronyms
    "The U.S. President spoke. |The U.S. Congress met.",
    "He lives in the U.S. |The next day he left.",
    "They met at 5 p.m. Monday.",
    "They met at 5 p.m. |The talks went on.",
    "It is Plan B. |The other was Plan A.",
    "Washington, D.C. is hot. |Lima, too.",
    # numbers
    "Trade grew by 3.5 percent to $1.2 bn. |It was a record.",
    "It cost 5 million. |2024 was good.",
    "The price is 5. |Then it fell.",
    # quotation marks
    "“We will win.” |“We must.”",
    "“Will it open?” asked Ola Berg.",
    "“Will it open?” the minister asked.",
    "“Will it open?” |The minister did not answer.",
    "“Never!” said Ola Berg. |“Never!”",
    "“No,” he said. |“Yes,” she said.",
    "He said, “It is done.” |Then he left.",
    "He said: “It is done. |It is good.”",
    "He said it was ‘done.’ |Then he left.",
    "“It ended.” ",
    # other marks
    "Peru (see p. 5.) |Chile is next.",
    "Peru won. |(Chile lost.) |Norway drew.",
    "He paused … and went on.",
    "“He paused …” |Then he left.",
    "What now? |No one knows! |Really?! |Yes.",
    "Visit example.com. |Then leave.",
    "Élan won. |École lost. |À Lima, all is calm.",
    # lines
    "A headline\n|A sentence",
    "First paragraph.\n\n|Second paragraph.",
    "The talks, which\nwere long, ended.",
    "Points:\n|- one\n|- two",
    "1. Peru wins.\n|2. Chile loses.",
    "LIMA, Peru (Agency) – |The talks ended.",
    "LIMA/QUITO (Agency) - |The talks ended.",
    "",
]


@pytest.mark.parametrize("marked", TEXTS)
def test_sentence_starts(marked):
    parts = marked.split("|")
    text = "".join(parts)
    starts = list(sentence_starts(text))
    assert [text[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)] == parts


WRAPPED = (
    "The talks between Ola Berg of the\nPeruvian party and his old friend\nAna Ruiz went on. They then had a\ndinner."
)


def test_wrapped_lines_are_no_sentences():
    assert unwrapped(WRAPPED) == WRAPPED.replace("\n", " ")
    assert [WRAPPED[i : i + 5] for i in sentence_starts(WRAPPED)] == ["The t", "They "]


@pytest.mark.parametrize("text", ["A headline\nAnother headline\nA sentence that is longer than both.", WRAPPED[:65]])
def test_lines_with_room_for_the_next_word_are_not_wrapped(text):
    assert unwrapped(text) == text


@pytest.mark.parametrize(
    "marked", ["“Will it open?” asked Ola Berg. |He left.", "A headline\n|Ola Berg met Ana Ruiz. |It rained."]
)
def test_the_parser_keeps_to_them(nlp, marked):
    assert [s.text.strip() for s in nlp(marked.replace("|", "")).sents] == [p.strip() for p in marked.split("|")]
