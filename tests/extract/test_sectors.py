"""Sectors that words name."""

import pytest

from kg.extract.sectors import SectorWords
from kg.lexicon import load_lexicon

SECTORS = [
    ("They spoke of renewable energy.", ["renewable-energy"]),
    ("They spoke of energy and tourism.", ["energy", "tourism"]),
    ("They spoke of counter-terrorism.", ["security"]),
    ("They spoke of artificial intelligence and mining.", ["artificial-intelligence", "mining"]),
    ("They spoke of railways.", ["rail"]),
    ("They spoke of trade, investment and labour.", ["trade", "investment", "labour"]),
    ("They spoke of climate change.", ["environment"]),
    ("They spoke of solar power and hydropower.", ["renewable-energy", "renewable-energy"]),
    ("They spoke of natural gas.", ["oil-and-gas"]),
    ("They spoke of nuclear energy.", ["nuclear-energy"]),
    ("They spoke of minerals.", ["mining"]),
    ("They spoke of e-commerce.", ["digital"]),
    ("They spoke of anti-corruption.", ["justice"]),
    ("They spoke of people-to-people ties.", ["culture"]),
    ("They spoke of medicine.", ["health"]),
    ("They spoke of semiconductors and space.", ["semiconductors", "space"]),
    ("They spoke of fisheries and agriculture.", ["fisheries", "agriculture"]),
    ("They spoke of banking.", ["finance"]),
    ("They spoke of aviation, shipping and roads.", ["aviation", "maritime", "transport"]),
    # hyphens and capitals do not matter
    ("They spoke of Artificial-Intelligence.", ["artificial-intelligence"]),
    ("TOURISM grew.", ["tourism"]),
    # none: no sector, or the name of something
    ("They spoke of nothing.", []),
    ("They spoke of a red house.", []),
    ("The Ministry of Energy spoke.", []),
    ("The World Trade Organization spoke.", []),
    ("The Alpine Tourism Board spoke.", []),
]


@pytest.mark.parametrize(("text", "expected"), SECTORS)
def test_sectors(parse, text, expected):
    found = SectorWords(load_lexicon().sectors).find(parse(text))
    assert [iri.rsplit("/", 1)[-1] for _, iri in sorted(found.items())] == expected


def test_a_phrase_is_known_by_its_last_word(parse):
    doc = parse("They spoke of renewable energy in Oslo.")
    assert [doc[i].text for i in SectorWords(load_lexicon().sectors).find(doc)] == ["energy"]


def test_the_narrower_sector_wins(parse):
    found = SectorWords(load_lexicon().sectors).find(parse("They spoke of energy, nuclear energy and energy."))
    assert [iri.rsplit("/", 1)[-1] for _, iri in sorted(found.items())] == ["energy", "nuclear-energy", "energy"]
