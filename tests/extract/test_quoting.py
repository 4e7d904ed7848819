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
    ("“It is old,” Omar Vega said. Rain fell. It fell for days. “It is safe.”", ["Omar Vega", "Omar Vega"]),
    ("“It is old,” Omar Vega said. Rain fell. It fell for days. It stopped. “It is safe.”", ["Omar Vega"]),
    ("“It is old,” Omar Vega said. Ana Ruiz came. It rained for days. “It is safe.”", ["Omar Vega"]),
    # an apostrophe gone astray begins no quotation
    ("Peru said the banks 'reserves were low. It rained. Chile's ports were closed.", ["Peru"]),
    # the people of a state's law, a body's short name, more verbs
    ("Chilean prosecutors said the bridge was old.", ["Chile"]),
    ("The European Commission met. The Commission said the bridge was old.", ["European Commission"]),
    ("The leaders of the club met. The commission of it said the bridge was old.", []),
    ("“It is old,” scoffed Omar Vega.", ["Omar Vega"]),
    ("Omar Vega committed to build the bridge.", ["Omar Vega"]),
    ("Omar Vega is committed to the bridge.", []),
    ("Omar Vega shrugged off the plan.", ["Omar Vega"]),
    # put into what is said
    ("The pact, Chile's Mines Minister Omar Vega told parliament, gives Lima a stake.", ["Omar Vega"]),
    ("The pact, Omar Vega said, gives Lima a stake.", ["Omar Vega"]),
    ("On Monday, Omar Vega told parliament, and left.", []),
    # ministers of a body or state
    ("ASEAN foreign ministers expressed concern over the bridge.", ["Association of Southeast Asian Nations"]),
    # a dateline does not speak
    ("LIMA — Party Secretary and State President Omar Vega promised that Peru would go on.", ["Omar Vega"]),
    ("Lima: Finance Minister Omar Vega said the bridge was safe.", ["Omar Vega"]),
    ("Lima: Finance Minister Omar Vega has expressed confidence that it is safe.", ["Omar Vega"]),
    # in whose view, by whose account
    ("In Omar Vega's view, the bridge is safe.", ["Omar Vega"]),
    ("The bridge, in the words of Omar Vega, is safe.", ["Omar Vega"]),
    ("By Chile's own reckoning, the bridge will last.", ["Chile"]),
    ("The bridge is safe, as per data released by the World Bank.", ["World Bank"]),
    ("In view of Chile, the bridge is long.", []),
    ("The bridge is in Omar Vega's hands.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_speakers(read, text, speakers):
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    assert [names[f.speaker] for f in result.facts if isinstance(f, Statement)] == speakers
