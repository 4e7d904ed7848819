"""The members that a text lists behind a body's name or says to be its members."""

import pytest

ASEAN = "Association of Southeast Asian Nations"

# The text, of 17 May 2024; member, body, role, date and modality of each membership in it.
LISTS = [
    ("ASEAN (Laos, Brunei and Malaysia) met.",
     [(c, ASEAN, "member", None, "actual") for c in ("Brunei", "Laos", "Malaysia")]),
    ("The Quad - Japan, India, Australia and the United States - met.",
     [(c, "Quad", "member", None, "actual") for c in ("Australia", "India", "Japan", "United States")]),
    ("The Quad, a grouping of Japan, India and Australia, met.",
     [(c, "Quad", "member", None, "actual") for c in ("Australia", "India", "Japan")]),
    ("The Quad is made up of Japan and India.",
     [("Japan", "Quad", "member", None, "actual"), ("India", "Quad", "member", None, "actual")]),
    ("Norway praised Japan, India and Australia. The Quad is a mechanism between the three countries.",
     [(c, "Quad", "member", None, "actual") for c in ("Australia", "India", "Japan")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists(memberships_in, text, expected):
    assert sorted(memberships_in(text), key=repr) == sorted(expected, key=repr)
