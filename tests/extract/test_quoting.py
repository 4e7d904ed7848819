"""Whose words: of those who are only pointed at ("the engineer said"), and of quotations without a cue."""

import pytest

from kg.model import Statement

VEGA = "Chilean Foreign Minister Omar Vega said the bridge was safe."

# The text; the speaker of each of its statements.
SPEAKERS = [
    # the one who spoke last
    ("Omar Vega said the bridge was old. The engineer added that paint was dear.", ["Omar Vega", "Omar Vega"]),
    ("Omar Vega said the bridge was old. “It will last,” the engineer said.", ["Omar Vega", "Omar Vega"]),
    ("Omar Vega said the bridge was old. “Good luck!” quipped the engineer.", ["Omar Vega", "Omar Vega"]),
    ("Omar Vega said the bridge was old. An engineer added that paint was dear.", ["Omar Vega"]),
    ("The bank said the bridge was old. The engineer added that paint was dear.", []),
    # of a state only whoever has an office of it
    (f"{VEGA} “It will last,” the Chilean top diplomat said.", ["Omar Vega", "Omar Vega"]),
    (f"{VEGA} A Chilean official said it would last.", ["Omar Vega", "Chile"]),
    (f"{VEGA} The Peruvian diplomat said it would last.", ["Omar Vega", "Peru"]),
    (f"{VEGA} Chilean officials said it would last.", ["Omar Vega", "Chile"]),
    # what is quoted without a cue goes on
    ("“It is old,” Omar Vega said. “It is safe.”", ["Omar Vega", "Omar Vega"]),
    ("“It is old,” Omar Vega said. Rain fell. It fell for days. “It is safe.”", ["Omar Vega"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_speakers(read, text, speakers):
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    assert [names[f.speaker] for f in result.facts if isinstance(f, Statement)] == speakers
