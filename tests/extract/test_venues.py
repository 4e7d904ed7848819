"""Where people meet whose words name no place."""

import pytest

from kg.model import Meeting

MET = "She met Norwegian Prime Minister Ola Berg"

# The text, in an article of Friday 17 May 2024, and the place of the one meeting in it.
VENUES = [
    ("Peruvian President Ana Ruiz flew to Oslo on Monday. " + MET + " on Tuesday.", "Oslo"),
    ("Peruvian President Ana Ruiz flew to Oslo. " + MET + " and stressed the need for trade.", "Oslo"),
    ("Ana Ruiz will visit Norway in June. She will meet Norwegian Prime Minister Ola Berg.", "Norway"),
    ("Ana Ruiz left for Oslo and is due to confer there on Friday with Ola Berg.", "Oslo"),
    # too late, another country, planned, at home, or by telephone
    ("Peruvian President Ana Ruiz flew to Oslo on May 1. " + MET + " on Thursday.", None),
    ("Peruvian President Ana Ruiz flew to Nairobi on Monday. " + MET + " on Tuesday.", None),
    ("Peruvian President Ana Ruiz will fly to Oslo in June. " + MET + " on Tuesday.", None),
    ("Peruvian President Ana Ruiz flew to Oslo. She met Peruvian Minister Mia Kask.", None),
    ("Peruvian President Ana Ruiz flew to Oslo. She spoke by phone with Norwegian Prime Minister Ola Berg.", None),
]


@pytest.mark.parametrize(("text", "place"), VENUES)
def test_venue(read, text, place):
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    (meeting,) = [f for f in result.facts if isinstance(f, Meeting)]
    assert (meeting.place and names[meeting.place]) == place
