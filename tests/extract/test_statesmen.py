"""People whose names stand right behind the state of their office."""

import pytest

# The sentence, and the people named in it.
PEOPLE = [
    ("Foreign Minister of Armenia Karen Sirunyan left.", ["Karen Sirunyan"]),
    ("The President of the Kyrgyz Republic Bolot Asanov met Ola Berg.", ["Bolot Asanov", "Ola Berg"]),
    ("Minister of Foreign Affairs of Kazakhstan Dauren Ospanov met his guests.", ["Dauren Ospanov"]),
    ("Ambassador of Malta to Peru Ana Kask met President of Latvia Juris Kalns.", ["Ana Kask", "Juris Kalns"]),
    # no title, or no person behind the state
    ("The Ministry of Kenya Trade Council met.", []),
    ("The minister of Peru Wednesday left.", []),
    ("The University of Texas Austin Campus grew.", []),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_people_behind_their_states(read, text, expected):
    assert sorted(e.name for e in read(text).entities if e.type == "Person") == sorted(expected)
