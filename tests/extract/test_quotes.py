"""Words between quotation marks."""

import pytest

from kg.extract.quotes import quotations, turns

# The text, and what is quoted in it.
QUOTES = [
    ("“We agree,” he said.", ["“We agree,”"]),
    ('"We agree," he said.', ['"We agree,"']),
    ("«We agree», he said.", ["«We agree»"]),
    ("„We agree“, he said.", ["„We agree“"]),
    ("‘We agree,’ he said.", ["‘We agree,’"]),
    ("'We agree,' he said.", ["'We agree,'"]),
    ('“We agree" he said.', ['“We agree"']),  # mixed up
    ("“We agree,”he said.", ["“We agree,”"]),
    ("“ We agree ”, he said.", ["“ We agree ”"]),
    ('He said "no", then "yes".', ['"no"', '"yes"']),
    ("“We,” he said, “agree.”", ["“We,”", "“agree.”"]),
    # one within another
    ("“A ‘fine day’ it was,” he said.", ["“A ‘fine day’ it was,”", "‘fine day’"]),
    ("\"A 'fine day' it was,\" he said.", ["\"A 'fine day' it was,\"", "'fine day'"]),
    ("“He said, ‘We agree.’”", ["“He said, ‘We agree.’”", "‘We agree.’"]),
    # apostrophes
    ("Oman’s leaders’ talks failed.", []),
    ("Oman's leaders' talks failed.", []),
    ("It was rock ’n’ roll of the '90s.", []),
    ("It's 'fine', isn't it?", ["'fine'"]),
    ("‘Oman’s leaders’ talks’ failed.", ["‘Oman’s leaders’ talks’"]),
    ("The leaders 'talks failed. Oman's plan was 'late'.", ["'late'"]),
    ("The leaders 'talked a lot', he said.", ["'talked a lot'"]),
    ("“It’s Oman’s,” he said.", ["“It’s Oman’s,”"]),
    # inches
    ("A 6\" pipe and an 8\" pipe burst.", []),
    # several paragraphs
    ("“One.\n“Two.\n“Three,” he said.", ["“One.\n“Two.\n“Three,”"]),
    ("“One.\n\n“Two,” he said. “Three.”", ["“One.\n\n“Two,”", "“Three.”"]),
    ('"One.\n"Two," he said.', ['"One.\n"Two,"']),
    # never closed: to the end of the paragraph
    ("“One.\nTwo.", ["“One."]),
    ("“One” two “three", ["“One”", "“three"]),
    # across the lines of a wrapped paragraph
    ("He said it was “a very good day for the\nwhole of Lima, and a better one for all\nthe others” and left.",
     ["“a very good day for the\nwhole of Lima, and a better one for all\nthe others”"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), QUOTES)
def test_quotations(text, expected):
    assert [text[start:end] for start, end in quotations(text)] == expected


TRANSCRIPT = "RUIZ: Will it open?\nBERG: It will. In May.\nRUIZ: Thank you."


@pytest.mark.parametrize("text", [TRANSCRIPT, TRANSCRIPT.replace("RUIZ", '"RUIZ').replace("BERG", '"BERG')])
def test_turns_of_a_transcript(text):
    said = [text[start:end] for start, end in turns(text).values()]
    assert said == ["Will it open?", "It will. In May.", "Thank you."]
    assert all(text[at:].lstrip('"')[:4] in ("RUIZ", "BERG") for at in turns(text))


def test_a_turn_goes_on_until_the_next_up_to_a_question_or_quotation():
    text = "RUIZ: Will it open?\nBERG: It will.\n\nIn May.\nAnd?\nWe rest.\nRUIZ: Thanks.\n“Ah.”\nBERG: Bye.\nThe end."
    text = "Berg: It opens\nThe bridge is new.\n" + text
    assert [text[start:end] for start, end in turns(text).values()] == [
        "It opens", "Will it open?", "It will.\n\nIn May.", "Thanks.", "Bye.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["Note: It is late.\nIt is cold.", "Ana Ruiz: “Yes.”\nOla Berg: “No.”\nAna Ruiz: “Yes.”"]
)
def test_no_turns(text):
    assert turns(text) == {}
