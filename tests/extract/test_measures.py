"""Measures: which numbers are told of which countries and bodies."""

import pytest

from kg.model import Measure, Rejected

# The text; metric, about, value, unit, direction, period of each measure in it.
MEASURES = [
    ("Bilateral trade between Peru and Norway grew by 30% in 2023.",
     [("bilateral trade", "Norway Peru", "30", "%", "increase", "2023")]),
    ("Trade between Peru and Norway grew to reach US$367 million in 2023.",
     [("trade", "Norway Peru", "367000000", "USD", "level", "2023")]),
    ("Peru's exports to Norway rose 12 per cent to $10bn last year.",
     [("exports", "Norway Peru", "12", "%", "increase", "2023"),
      ("exports", "Norway Peru", "10000000000", "USD", "level", "2023")]),
    ("Norway is Peru's biggest lender, with loans amounting to $5 billion at the end of March.",
     [("loans", "Norway Peru", "5000000000", "USD", "level", "2024-03")]),
    ("Peru has approximately 4.8 million metric tons in copper reserves.",
     [("copper reserves", "Peru", "4800000", "tonnes", "level", None)]),
    ("Norway booked a 570 percent growth in investment in 2022.",
     [("investment", "Norway", "570", "%", "increase", "2022")]),
    ("7,3 million US dollars have been invested in Peru.", [("investment", "Peru", "7300000", "USD", "level", None)]),
    ("Trade turnover between Peru and Norway reached £210m (RM1.5 billion) in the first half of 2023.",
     [("trade turnover", "Norway Peru", "210000000", "GBP", "level", "2023-01/2023-06")]),
    ("Norway pledged a €500 million loan to Peru.", [("loan", "Norway Peru", "500000000", "EUR", "level", None)]),
    ("Peru accounts for 40% of Norway's imports.", [("share of imports", "Norway Peru", "40", "%", "level", None)]),
    ("Norwegian markets buy half of Peru's exports.",
     [("share of exports", "Norway Peru", "50", "%", "level", None)]),
    ("Peru plans a 1,500-km-long railway at a cost estimated at roughly $70 billion.",
     [("railway", "Peru", "1500", "km", "level", None), ("cost", "Peru", "70000000000", "USD", "level", None)]),
    ("Last year 2.3m Peruvian tourists visited Norway.",
     [("tourists", "Norway Peru", "2300000", "people", "level", "2023")]),
    ("Norwegian investment in Peru stood at 4.2 trillion yuan, up 8%.",
     [("investment", "Norway Peru", "4200000000000", "CNY", "level", None),
      ("investment", "Norway Peru", "8", "%", "increase", None)]),
    ("Peru has a total capacity of 3050 MW.", [("total capacity", "Peru", "3050", "MW", "level", None)]),
    ("The number of tourists from Peru increased to 120,000 in 2023.",
     [("number of tourists", "Peru", "120000", "people", "level", "2023")]),
    ("Peru's economy is expected to grow by 4.5% this year.", [("economy", "Peru", "4.5", "%", "increase", "2024")]),
    ("GDP of Peru fell 3%.", [("gdp", "Peru", "3", "%", "decrease", None)]),
    # a record, a target, a mark: what is measured stands elsewhere
    ("Bilateral trade between Peru and Norway reached a record €12 billion.",
     [("bilateral trade", "Norway Peru", "12000000000", "EUR", "level", None)]),
    ("Peru's exports to Norway hit a record high of $30.5bn.",
     [("exports", "Norway Peru", "30500000000", "USD", "level", None)]),
    ("Peru's exports to Norway crossed the $2 billion mark.",
     [("exports", "Norway Peru", "2000000000", "USD", "level", None)]),
    ("Peru and Norway set a target of $20 billion in trade by 2030.",
     [("trade", "Norway Peru", "20000000000", "USD", "level", "2030")]),
    ("Peru and Norway aim for a trade volume of $10 billion.",
     [("trade volume", "Norway Peru", "10000000000", "USD", "level", None)]),
    # "it" is what was measured before, of another time
    ("Trade between Peru and Norway hit $19 billion in 2023 and the two countries aim to raise it to $30 billion.",
     [("trade", "Norway Peru", "19000000000", "USD", "level", "2023"),
      ("trade", "Norway Peru", "30000000000", "USD", "level", None)]),
    # what it is compared with
    ("Peru's exports stood at $9 billion last year, up from $3 billion in 2019.",
     [("exports", "Peru", "9000000000", "USD", "level", "2023"),
      ("exports", "Peru", "3000000000", "USD", "level", "2019")]),
    ("Peru's copper output was 2 million tons in 2023, 12.7% more than in 2022.",
     [("copper output", "Peru", "2000000", "tonnes", "level", "2023"),
      ("copper output", "Peru", "12.7", "%", "increase", "2023")]),
    ("Peru recorded a total trade of RM212 million, an increase of 4.3 per cent.",
     [("total trade", "Peru", "212000000", "MYR", "level", None),
      ("total trade", "Peru", "4.3", "%", "increase", None)]),
    ("Peru's foreign trade rose 5.7 percent year on year.",
     [("foreign trade", "Peru", "5.7", "%", "increase", None)]),
    ("Peru's exports grew fivefold.", [("exports", "Peru", "5", "times", "increase", None)]),
    ("Peru's exports went up 1.5 times to $2bn.",
     [("exports", "Peru", "1.5", "times", "increase", None),
      ("exports", "Peru", "2000000000", "USD", "level", None)]),
    ("Peru accounts for 45% of Norway's imports and 28% of its exports.",
     [("share of imports", "Norway Peru", "45", "%", "level", None),
      ("share of exports", "Norway Peru", "28", "%", "level", None)]),
    ("Peru is Norway's second largest trading partner, with bilateral trade of S$123 million.",
     [("bilateral trade", "Norway Peru", "123000000", "SGD", "level", None)]),
    ("Peru, a country of 33 million people, is large.",
     [("population", "Peru", "33000000", "people", "level", None)]),
    ("The bank released R$ 50 billion for Peru.", [("funding", "Peru", "50000000000", "BRL", "level", None)]),
    ("Peru's exports surged to an all-time high of $11 billion.",
     [("exports", "Peru", "11000000000", "USD", "level", None)]),
    ("Peru exported $9 billion worth of goods to Norway.",
     [("exports", "Norway Peru", "9000000000", "USD", "level", None)]),
    ("Peru signed a deal with Norway worth $10bn.", [("deal", "Norway Peru", "10000000000", "USD", "level", None)]),
    ("Peru and Norway want to lift two-way trade to $20 billion.",
     [("two-way trade", "Norway Peru", "20000000000", "USD", "level", None)]),
    ("Peru is home to 33 million people.", [("population", "Peru", "33000000", "people", "level", None)]),
    ("Norway supplied 11.8 bcm of gas to Peru.", [("gas supplies", "Norway Peru", "11.8", "bcm", "level", None)]),
    ("Peru's exports grew by 5%, followed by those of Norway (3%).", [("exports", "Peru", "5", "%", "increase", None)]),
    # whoever says it does not have it, unless nobody else is told
    ("Peru's trade rose 5% last year.\n\nExports grew 4%, according to Ana Ruiz.",
     [("trade", "Peru", "5", "%", "increase", "2023"), ("exports", "Peru", "4", "%", "increase", None)]),
    ("Peru's exports to Norway amounted to $560 million in January-April, down 12.4% year-on-year, while imports"
     " climbed to $3.9 billion, the World Bank reported on May 14.",
     [("exports", "Norway Peru", "560000000", "USD", "level", "2024-01/2024-04"),
      ("exports", "Norway Peru", "12.4", "%", "decrease", "2024-01/2024-04")]),
    ("Exports grew 4%, Peru said.", [("exports", "Peru", "4", "%", "increase", None)]),
    ("Peru and Norway met on Monday. The two countries aim to raise trade to $10 billion.",
     [("trade", "Norway Peru", "10000000000", "USD", "level", None)]),
    ("Peru exported 5 million tonnes of copper to Norway in 2022.",
     [("copper exports", "Norway Peru", "5000000", "tonnes", "level", "2022")]),
    ("There are more than 5,000 Peruvian students in Norway.",
     [("students", "Norway Peru", "5000", "people", "level", None)]),
    ("About 300 Norwegian companies operate in Peru.",
     [("companies", "Norway Peru", "300", "companies", "level", None)]),
    ("Peru's population is 33 million people.", [("population", "Peru", "33000000", "people", "level", None)]),
    ("Kenya, with a population of 54 million, is a large market.",
     [("population", "Kenya", "54000000", "people", "level", None)]),
    ("ASEAN, with 650 million people, is the fifth largest economy.",
     [("population", "Association of Southeast Asian Nations", "650000000", "people", "level", None)]),
    ("An earthquake in Peru killed 212 people and injured 1,500.",
     [("people killed", "Peru", "212", "people", "level", None),
      ("people injured", "Peru", "1500", "people", "level", None)]),
    ("At least 40 soldiers were killed in Kenya on Monday.",
     [("soldiers killed", "Kenya", "40", "people", "level", "2024-05-13")]),
    ("Norway launched an attack on Peru that killed more than 90 people.",
     [("people killed", "Peru", "90", "people", "level", None)]),
    ("Norway will provide $50 million in humanitarian aid to Kenya.",
     [("humanitarian aid funding", "Kenya Norway", "50000000", "USD", "level", None)]),
    ("Inflation in Peru slowed to 3.2% in April.", [("inflation", "Peru", "3.2", "%", "level", "2024-04")]),
    ("Peru's exports doubled last year.", [("exports", "Peru", "2", "times", "increase", "2023")]),
    ("Imports from Norway halved in 2023.", [("imports", "Norway", "50", "%", "decrease", "2023")]),
    ("Kenya signed a $1.5bn contract with Norway.",
     [("contract", "Kenya Norway", "1500000000", "USD", "level", None)]),
    ("Norway, which has invested $600m in Kenya's ports, wants more.",
     [("investment", "Kenya Norway", "600000000", "USD", "level", None)]),
    ("Mutual trade amounted to 450 million dollars, President Ana Ruiz of Peru said after talks with Norway.",
     [("mutual trade", "Norway Peru", "450000000", "USD", "level", None)]),
    ("Norway imposed tariffs of 25% on Peruvian copper.", [("tariffs", "Norway Peru", "25", "%", "level", None)]),
    ("The ASEAN economy is worth $3.6 trillion.",
     [("economy", "Association of Southeast Asian Nations", "3600000000000", "USD", "level", None)]),
    ("Peru signed agreements worth a combined $8bn with Norway.",
     [("agreements", "Norway Peru", "8000000000", "USD", "level", None)]),
    ("Norway hosts 40,000 refugees from Kenya.",
     [("refugees", "Kenya Norway", "40000", "people", "level", None)]),
    ("The deal will create 12,000 jobs in Kenya.", [("jobs", "Kenya", "12000", "jobs", "level", None)]),
    ("Peru's unemployment rate was 7.1% in 2023.", [("unemployment rate", "Peru", "7.1", "%", "level", "2023")]),
    ("Norwegian exports to Peru were valued at 800 million kroner in 2022.",
     [("exports", "Norway Peru", "800000000", "NOK", "level", "2022")]),
    ("According to Norway, Kenya's exports fell 7%.", [("exports", "Kenya", "7", "%", "decrease", None)]),
    ("A 60-strong delegation of Peruvian business leaders came.",
     [("delegation", "Peru", "60", "people", "level", None)]),
    ("Norway's aid was cut by two thirds last year.", [("aid", "Norway", "66.7", "%", "decrease", "2023")]),
    ("Trade between Peru and Kenya fell by half to $40 million.",
     [("trade", "Kenya Peru", "50", "%", "decrease", None), ("trade", "Kenya Peru", "40000000", "USD", "level", None)]),
    ("Kenya's trade hit $9bn. Kenya's trade hit $9bn.", [("trade", "Kenya", "9000000000", "USD", "level", None)]),
]  # fmt: skip


def rows(result):
    names = {e.iri: e.name for e in result.entities}
    measures = [f for f in result.facts if isinstance(f, Measure)]
    return [
        (f.metric, " ".join(sorted(names[i] for i in f.about)), str(f.value), f.unit, f.direction, f.period)
        for f in measures
    ]


@pytest.mark.parametrize(("text", "expected"), MEASURES)
def test_measures(read, text, expected):
    assert sorted(rows(read(text)), key=str) == sorted(expected, key=str)


ABSENT = [
    "Peru ranks third among Norway's partners.",
    "The 43rd summit of ASEAN opened on 15 May 2024.",
    "Ana Ruiz, 66, met the G20 leaders in Lima.",
    "Ana Ruiz, a 66-year-old Peruvian, came to Oslo.",
    "Article 5 of the treaty binds Norway.",
    "Norway runs a 24-hour line with Peru.",
    "Peru beat Norway 3-1.",
    "Call Norway's embassy on +47 22 12 34 56.",
    "In 2024 Peru opened two embassies in Kenya.",
    "The two countries marked the 50th anniversary of ties between Peru and Norway.",
    "President Ana Ruiz of Peru has visited 21 countries since 2022.",
    "Norway has kept troops in Kenya for 12 years.",
    "The town lies 200 km (125 miles) east of Nairobi.",
    "Norwegian Flight 1549 left Lima at 10:30 on 12 June.",
    "UN Resolution 2758 binds Kenya.",
    "Ten ministers from Peru came to Oslo.",
    "Peru supports the one-China policy and the 2030 Agenda.",
    "Hundreds of people left Kenya.",
    "Peru's parliament voted 80 to 45.",
    "Nairobi, a city of five million people in Kenya, was calm.",
    "Trade reached $5 billion.",
    "It reached $5 billion.",
    "Peru signed a pact.\n\nAbout 300 women marched.",
    "Peru signed a pact.\n\nThe firm in the valley sold 4,000 cars.",
    "The threat to Peru is twofold, and the gains are manifold.",
    "The plant in the valley makes 40 MW. It was built by Norway. The mill makes 90 MW.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_measures(read, text):
    assert rows(read(text)) == []


REASONS = [
    ("Peru held 12 meetings with Norway.", "not a thing whose number measures a party"),
    ("In May Peru opened two embassies in Kenya.", "too small a count"),
    ("The Kenyan town lies 200 km east of Nairobi.", "a distance"),
    ("Peru got two thirds of its $5bn in Norwegian aid.", "a share of another number"),
    ("Peru's trade reached £210m (RM1.5 billion).", "the same amount in another unit"),
    ("Nairobi, a city of five million people in Kenya, was calm.", "a city's number"),
    ("Trade reached $5 billion.", "no party is told whose number it is"),
    ("President Ana Ruiz of Peru has visited 21 countries.", "a number of countries, not of an organisation's"),
]


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_why_a_number_was_rejected(read, text, reason):
    rejected = [r for r in read(text).rejected if isinstance(r, Rejected) and r.rule.startswith("measure")]
    assert reason in [r.reason for r in rejected]


EVIDENCE = [
    ("On Monday Peru said that Norwegian investment in Kenya had reached $4 billion, among other things.",
     "Norwegian investment in Kenya had reached $4 billion"),
    ("The state of Peru, in short, has more than 5,000 Norwegian teachers, it is said.",
     "more than 5,000 Norwegian teachers"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "passage"), EVIDENCE)
def test_evidence_is_the_shortest_passage_that_tells_the_number(read, text, passage):
    (fact,) = [f for f in read(text).facts if isinstance(f, Measure)]
    assert passage in text[fact.evidence.start : fact.evidence.end]
    assert len(text[fact.evidence.start : fact.evidence.end]) < len(text) - 12
    assert fact.rule.startswith("measure/")
    assert 0 < fact.confidence <= 1
