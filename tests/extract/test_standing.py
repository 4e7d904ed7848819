"""Nouns that stand for whose they are."""

import pytest

from kg.extract.standing import owner_types, stands_for_people

# A noun, whether it can stand for a state, for a person, for an organisation, and whether it is people's.
NOUNS = [
    ("leaders", True, False, True, True),
    ("warships", True, False, True, True),
    ("government", True, True, True, True),
    ("rebels", False, False, True, True),
    ("port", True, False, True, False),
    ("weather", False, False, False, False),
]


@pytest.mark.parametrize(("noun", "state", "person", "organization", "people"), NOUNS)
def test_what_a_noun_stands_for(parse, noun, state, person, organization, people):
    token = next(t for t in parse(f"They saw the {noun} there.") if t.text == noun)
    types = owner_types(token)
    assert ("Country" in types, "Person" in types, "Organization" in types) == (state, person, organization)
    assert stands_for_people(token) == people
