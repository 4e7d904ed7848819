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
    ("They spoke of nothing.", []),
    ("The Ministry of Energy spoke.", []),
]


@pytest.mark.parametrize(("text", "expected"), SECTORS)
def test_sectors(parse, text, expected):
    found = SectorWords(load_lexicon().sectors).find(parse(text))
    assert [iri.rsplit("/", 1)[-1] for _, iri in sorted(found.items())] == expected
