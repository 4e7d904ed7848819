"""Ranges, currencies that several countries have, and amounts that a relative clause or a comparison tells of."""

import pytest

from kg.model import Measure

# The text; metric, value (a range with a dash), unit of each measure in it.
MEASURES = [
    # both ends with a unit, or one for both
    ("The plan of Peru covers 10-15% of demand.", [("share of demand", "10-15", "%")]),
    ("Peru's trade with Norway will reach $40-42 billion.", [("trade", "40000000000-42000000000", "USD")]),
    ("Peru sold 5 to 7 million tonnes of tea to Norway.", [("tea sales", "5000000-7000000", "tonnes")]),
    ("Norway will invest $5 billion to $7 billion in Peru.", [("investment", "5000000000-7000000000", "USD")]),
    ("Norway expects between 5% and 7% growth in its exports.", [("exports", "5-7", "%")]),
    ("Between about 400 and 500 Peruvians work in Norway.", [("Peruvians", "400-500", "people")]),
    ("Peru grew by two or three per cent.", [("economy", "2-3", "%")]),
    # where something begins and ends, two years, two things: no range
    ("Peru's exports rose $5 billion to $7 billion.",
     [("exports", "5000000000", "USD"), ("exports", "7000000000", "USD")]),
    ("Peru's exports rose from 5% to 7%.", [("exports", "7", "%")]),
    ("Peru's trade was between $5bn in 2020 and $7bn in 2022.",
     [("trade", "5000000000", "USD"), ("trade", "7000000000", "USD")]),
    ("In 2023-24 Peru's trade rose 4 percent.", [("trade", "4", "%")]),
    ("Peru's parliament voted 45 to 80.", []),
    ("Peru beat Norway 3-1.", []),
    # whose currency
    ("Kenya spent 5 billion shillings.", [("spending", "5000000000", "KES")]),
    ("Pakistan spent 5 billion rupees.", [("spending", "5000000000", "PKR")]),
    ("Egypt spent 5 billion pounds.", [("spending", "5000000000", "EGP")]),
    ("Kenya owes Uganda 5 billion shillings.", [("debt", "5000000000", "shillings")]),
    ("Australia spent 5 billion dollars.", [("spending", "5000000000", "USD")]),
    ("Kenya spent 5 billion Ugandan shillings.", [("spending", "5000000000", "UGX")]),
    # what a relative clause tells of
    ("The leaders welcomed the $300 million that Norway has pledged to Peru.", [("funding", "300000000", "USD")]),
    ("Peru wants the €1bn owed by Norway.", [("debt", "1000000000", "EUR")]),
    # the same of another time, another measure of time, a share of a sum
    ("Kenya earned $5bn from tea, up from $4bn a year earlier.",
     [("earnings", "5000000000", "USD"), ("earnings", "4000000000", "USD")]),
    ("Peru's trade reached $5bn in 2022, or more than $400m a month.", [("trade", "5000000000", "USD")]),
    ("Peru got two thirds of its $5bn in Norwegian aid.", [("aid", "5000000000", "USD")]),
    ("Peru's copper output slid to 763,000 tons.", [("copper output", "763000", "tonnes")]),
    # of whom says a number, what brings it
    ("Peru's ministry put coffee output at 13.9 million bags, up 23% from 2022.",
     [("bags", "13900000", "bags"), ("coffee output", "23", "%")]),
    ("Peru recorded exports of $5bn, up 8%.", [("exports", "5000000000", "USD"), ("exports", "8", "%")]),
    ("Norway took 7% of that from Peru.", []),
    ("Exports to Norway brought in $5bn.", [("earnings", "5000000000", "USD")]),
    # an idiom of amount
    ("Norway subsidised each job to the tune of 5 million dollars.", [("job", "5000000", "USD")]),
    # a country told by its region is not the region
    ("Kenya met Norway. The East African country's economy grew 5%.", [("economy", "5", "%")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEASURES)
def test_measures(read, text, expected):
    measures = [f for f in read(text).facts if isinstance(f, Measure)]
    told = [(f.metric, f"{f.value}-{f.upper}" if f.upper is not None else str(f.value), f.unit) for f in measures]
    assert sorted(told) == sorted(expected)


ABOUT = [
    ("Kenya met Norway. The East African country's economy grew 5%.", {"Kenya"}),
    ("Kenya met Norway. The East Asian country's economy grew 5%.", set()),
    ("Southeast Asia's biggest economy runs a deficit of $5bn with Norway.", {"Norway"}),
    ("Southeast Asia's economy runs a deficit of $5bn with Norway.", {"Norway", "Southeast Asia"}),
]


@pytest.mark.parametrize(("text", "about"), ABOUT)
def test_whose_number_it_is(read, text, about):
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    assert {names[i] for f in result.facts if isinstance(f, Measure) for i in f.about} == about
