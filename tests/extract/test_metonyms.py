"""Capitals and seats of power that stand for a government, told from the places."""

import pytest

ACTS = [
    ("Beijing said it would respond.", "China"),
    ("The talks between Moscow and Tehran failed.", "Iran"),
    ("Canberra's support for the treaty was clear.", "Australia"),
    ("A deal with Seoul is near.", "South Korea"),
    ("Washington agreed to the plan.", "United States"),
    ("Its ties to Moscow are close.", "Russia"),
    ("New sanctions on Tehran were agreed.", "Iran"),
    ("He counts on support from Ankara.", "Turkey"),
    ("The protest was rejected by London.", "United Kingdom"),
    ("Warsaw was accused of delay.", "Poland"),
    ("The minister urged Lima to sign.", "Peru"),
    ("The White House denied it.", "United States"),
    ("A Kremlin spokesman smiled.", "Russia"),
    ("Downing Street refused to comment.", "United Kingdom"),
    ("Brussels warned the banks.", "European Union"),
    ("The deal is a victory for Ankara.", "Turkey"),
    ("The Tokyo-Seoul dispute goes on.", "Japan"),
]
LIES = [
    ("He arrived in Beijing on Monday.", "Beijing"),
    ("Astana hosted the forum.", "Astana"),
    ("LIMA (Alpine Agency) – The minister spoke.", "Lima"),
    ("The flight for Ankara was late.", "Ankara"),
    ("Lima: The minister spoke.", "Lima"),
    ("The streets of Oslo were empty.", "Oslo"),
    ("Lima was visited by tourists.", "Lima"),
    ("Cairo's airport was closed.", "Cairo"),
    ("They flew from Nairobi to Paris.", "Nairobi"),
    ("The mayor of Vienna spoke.", "Vienna"),
    ("He was at the White House.", "White House"),
    ("They toured the Kremlin.", "Kremlin"),
    ("Beijing is a big city.", "Beijing"),
    ("The summit took place near Madrid.", "Madrid"),
]


@pytest.mark.parametrize(("text", "country"), ACTS)
def test_a_capital_acts(read, text, country):
    assert country in {e.name for e in read(text).entities}


@pytest.mark.parametrize(("text", "place"), LIES)
def test_a_capital_lies(read, text, place):
    entities = {e.name: e.type for e in read(text).entities}
    assert entities.get(place) == "Place"
    assert "Country" not in entities.values()


def test_a_capital_may_be_both(read):
    found = {e.name: e.type for e in read("He flew to Beijing. Beijing said it was pleased.").entities}
    assert found == {"Beijing": "Place", "China": "Country"}
