"""Quantities: numbers as news writes them, their units, and the nouns that they stand before."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.numbers import FRACTION, NUMBER, fraction, number
from kg.extract.quantities import Quantities
from kg.lexicon import load_lexicon

NUMBERS = [
    ("7", "7"), ("1,400", "1400"), ("12,345,678.9", "12345678.9"), ("3.50", "3.5"), ("0.25", "0.25"),
    ("16,1 bln.", "16100000000"), ("7,3 million", "7300000"), ("1.500.000", "1500000"), ("2\u00a0500", "2500"),
    ("4.2 trillion", "4200000000000"), ("10bn", "10000000000"), ("2.3m", "2300000"), ("210m", "210000000"),
    ("5k", "5000"), ("100,000 billion", "100000000000000"), ("100 thousand million", "100000000000"),
    ("three", "3"), ("twenty-five", "25"), ("ninety", "90"), ("two hundred", "200"), ("two dozen", "24"),
    ("a dozen", "12"), ("one hundred and fifty thousand", "150000"), ("half a million", "500000"),
    ("a million", "1000000"), ("two and a half million", "2500000"), ("ten thousand", "10000"), ("3 crore", "30000000"),
    ("five lakh", "500000"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_number(text: str, value: str) -> None:
    assert re.fullmatch(NUMBER, text, re.IGNORECASE)
    assert str(number(text)) == value


@pytest.mark.parametrize("text", ["", "many", "a", "and", "the third", "Lima", "million-ish five"])
def test_no_number(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two thirds", "66.7"),
        ("two-thirds", "66.7"),
        ("a third", "33.3"),
        ("half", "50"),
        ("a half", "50"),
        ("three quarters", "75"),
        ("a fifth", "20"),
        ("one tenth", "10"),
        ("seven eighths", "87.5"),
    ],
)
def test_fraction(text: str, value: str) -> None:
    assert re.match(FRACTION, f"{text} of it", re.IGNORECASE)
    assert str(fraction(text)) == value


@pytest.mark.parametrize("text", ["", "third", "three halves", "the third summit", "two"])
def test_no_fraction(text: str) -> None:
    found = fraction(text)
    assert found is None or not re.match(FRACTION, f"{text} summit", re.IGNORECASE)


SCALES = {
    "": 1,
    "k": 10**3,
    " thousand": 10**3,
    "m": 10**6,
    " million": 10**6,
    "bn": 10**9,
    " bln.": 10**9,
    " trillion": 10**12,
}
WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


@given(st.integers(0, 10**6), st.integers(0, 99), st.sampled_from(sorted(SCALES)))
def test_digits_survive_grouping_decimals_and_scales(whole: int, hundredths: int, scale: str) -> None:
    value = Decimal(whole) + Decimal(hundredths) / 100
    for text in (f"{value:,}{scale}", f"{value}{scale}"):
        assert number(text) == value * SCALES[scale]
        assert re.fullmatch(NUMBER, text)


@given(st.sampled_from(WORDS), st.sampled_from(["hundred", "thousand", "million", "billion"]))
def test_words_are_worth_their_digits(word: str, scale: str) -> None:
    assert number(f"{word} {scale}") == number(f"{WORDS.index(word) + 1} {scale}")


@pytest.fixture(scope="module")
def quantities() -> Quantities:
    return Quantities(load_lexicon().units)


# The sentence; text, value, unit, dimension and noun of each quantity in it.
QUANTITIES = [
    ("Trade reached US$367 million.", [("US$367 million", "367000000", "USD", "money", None)]),
    ("Trade reached $10bn in 2023.", [("$10bn", "10000000000", "USD", "money", None)]),
    ("Trade reached £210m.", [("£210m", "210000000", "GBP", "money", None)]),
    ("They paid RM1.5 billion.", [("RM1.5 billion", "1500000000", "MYR", "money", None)]),
    ("They paid €3.5bn and ¥5tn.",
     [("€3.5bn", "3500000000", "EUR", "money", None), ("¥5tn", "5000000000000", "JPY", "money", None)]),
    ("They paid 4.2 trillion yuan.", [("4.2 trillion yuan", "4200000000000", "CNY", "money", None)]),
    ("They paid 500 million US dollars.", [("500 million US dollars", "500000000", "USD", "money", None)]),
    ("They paid 90 billion tenge.", [("90 billion tenge", "90000000000", "KZT", "money", None)]),
    ("They paid A$3 million and S$2 million.",
     [("A$3 million", "3000000", "AUD", "money", None), ("S$2 million", "2000000", "SGD", "money", None)]),
    ("They paid USD 5 million.", [("USD 5 million", "5000000", "USD", "money", None)]),
    ("They paid 40 million pesos.", [("40 million pesos", "40000000", "pesos", "money", None)]),
    ("They paid NRs 4.5 billion and 30 million Algerian dinars.",
     [("NRs 4.5 billion", "4500000000", "NPR", "money", None),
      ("30 million Algerian dinars", "30000000", "DZD", "money", None)]),
    ("They paid 500 mln € and 20 million $.",
     [("500 mln €", "500000000", "EUR", "money", None), ("20 million $", "20000000", "USD", "money", None)]),
    ("They paid Rs 9,900 crore.", [("Rs 9,900 crore", "99000000000", "INR", "money", None)]),
    ("In 2020 $5 was paid.", [("$5", "5", "USD", "money", None)]),
    ("It grew fivefold.", [("fivefold", "5", "times", "factor", None)]),
    ("They sold 3 million tons.", [("3 million tons", "3000000", "tonnes", "quantity", None)]),
    ("It rose 30%.", [("30%", "30", "%", "share", None)]),
    ("It rose 12.5 per cent.", [("12.5 per cent", "12.5", "%", "share", None)]),
    ("It rose two percentage points.", [("two percentage points", "2", "percentage points", "share", None)]),
    ("There was a 30% increase.", [("30%", "30", "%", "share", "increase")]),
    ("He took out a $500 million loan.", [("$500 million", "500000000", "USD", "money", "loan")]),
    ("The plant makes 1,200 MW.", [("1,200 MW", "1200", "MW", "quantity", None)]),
    ("It pumps 1.2m barrels per day.", [("1.2m barrels per day", "1200000", "barrels per day", "quantity", None)]),
    ("It holds 3 million cubic metres.", [("3 million cubic metres", "3000000", "cubic metres", "quantity", None)]),
    ("They planted 400 hectares.", [("400 hectares", "400", "hectares", "quantity", None)]),
    ("It weighs 21 million metric tons.", [("21 million metric tons", "21000000", "tonnes", "quantity", None)]),
    ("Nearly 2.3m people came.", [("2.3m people", "2300000", "people", "people", None)]),
    ("Some 200 government soldiers fell.", [("200", "200", None, "count", "soldiers")]),
    ("They hold two thirds of the market.", [("two thirds", "66.7", "%", "share", None)]),
    ("It grew in the first half of the year.", []),
    ("It took place in 2024.", []),
    ("The G20 met in May.", []),
    ("COVID-19 and the 43rd summit.", []),
    ("It began at 10:30.", []),
    ("The rate was US$1=RM4.48.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), QUANTITIES)
def test_quantities(parse, quantities, text, expected):
    found = [
        (q.span.text.rstrip("."), str(q.value), q.unit, q.dimension, q.noun and q.noun.text)
        for q in quantities.find(parse(text))
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("10-15%", ("10", "15")),
        ("$5-6 billion", ("5000000000", "6000000000")),
        ("20 to 30 per cent", ("20", "30")),
        ("900,000 to 1.5 million tonnes", ("900000", "1500000")),
        ("30-20%", ("20", "None")),
    ],
)
def test_both_ends_of_a_range(parse, quantities, text, ends):
    (quantity,) = quantities.find(parse(f"It covers {text} of demand."))
    assert (str(quantity.value), str(quantity.upper)) == ends


def test_each_currency_has_its_code_for_a_sign() -> None:
    for unit in load_lexicon().units:
        if unit.values["dimension"] == ("money",) and "sign" in unit.values:
            assert re.fullmatch("[A-Z]{3}", unit.symbol)
            assert unit.symbol in unit.values["sign"]


def test_no_word_names_two_units() -> None:
    seen: dict[str, str] = {}
    for unit in load_lexicon().units:
        for name in {*unit.names, *unit.values.get("sign", ())}:
            assert seen.setdefault(name, unit.iri) == unit.iri, name


def test_a_lexicon_of_the_user_adds_a_unit(parse, tmp_path) -> None:
    mine = tmp_path / "mine.ttl"
    mine.write_text(
        """@prefix : <https://w3id.org/communique/ontology#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <urn:bushel> a :Unit ; skos:notation "bushels" ; :dimension "quantity" ; skos:altLabel "bushel" .""",
        encoding="utf-8",
    )
    (quantity,) = Quantities(load_lexicon(mine).units).find(parse("They sold 3 million bushels."))
    assert (quantity.span.text, quantity.unit, quantity.dimension) == ("3 million bushels", "bushels", "quantity")
