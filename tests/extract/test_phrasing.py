"""Whom phrases stand for, whose a thing is, and the stretch of words that shows a fact."""

import pytest

from kg.extract.phrasing import concerned, extent, referents

# The sentence, the head of a phrase, and the names of what the phrase stands for.
REFERENTS = [
    ("Norway voted.", "Norway", ["Norway"]),
    ("The capital, Lima, voted.", "capital", ["Lima"]),
    ("The city of Lima voted.", "city", ["Lima"]),
    ("Ministers from Norway and Peru voted.", "Ministers", ["Norway", "Peru"]),
    ("The leaders of Norway, Peru and Japan voted.", "leaders", ["Norway", "Peru", "Japan"]),
    ("The Norwegian government voted.", "government", ["Norway"]),
    ("Peruvian troops voted.", "troops", ["Peru"]),
    ("Peruvian rebels voted.", "rebels", []),
    ("Taliban fighters voted.", "fighters", ["Taliban"]),
    ("Authorities in Norway and Peru voted.", "Authorities", ["Norway", "Peru"]),
    ("Soldiers in Norway voted.", "Soldiers", []),
    ("Ola Berg's government voted.", "government", ["Ola Berg"]),
    ("Norway's Lofoten ports voted.", "ports", ["Norway"]),
    ("Norwegian and Peruvian ministers voted.", "ministers", ["Norway", "Peru"]),
    ("States such as Norway and Peru voted.", "States", ["Norway", "Peru"]),
    ("The weather changed.", "weather", []),
    ("The policy of Norway changed.", "policy", []),
    ("The plans voted.", "plans", []),
]
CONCERNED = [
    ("Ana praised Norway.", "Norway", ["Norway"]),
    ("Ana praised Norway's reforms.", "reforms", ["Norway"]),
    ("Ana praised Norwegian reforms.", "reforms", ["Norway"]),
    ("Ana praised the policy of Norway.", "policy", ["Norway"]),
    ("Ana praised the policies of Norway and Peru.", "policies", ["Norway", "Peru"]),
    ("Ana praised the people's reforms.", "reforms", []),
    ("Ana praised the weather.", "weather", []),
]


def _names(doc, iris):
    return [doc._.entities[iri].name for iri in iris]


def _token(doc, word):
    return next(t for t in doc if t.text == word)


@pytest.mark.parametrize(("text", "word", "expected"), REFERENTS)
def test_referents(parse, text, word, expected):
    doc = parse(text)
    assert _names(doc, referents(_token(doc, word))) == expected


@pytest.mark.parametrize(("text", "word", "expected"), CONCERNED)
def test_concerned(parse, text, word, expected):
    doc = parse(text)
    assert _names(doc, concerned(_token(doc, word))) == expected


# The sentence, the trigger, other words, and the stretch that holds them all.
EXTENTS = [
    ("In May Ana met Ola in Lima.", "met", [], "met"),
    ("In May Ana met Ola in Lima.", "met", ["Ola"], "met Ola"),
    ("In May Ana will not meet Ola.", "meet", [], "will not meet"),
    ("In May, Norway met the Republic of Peru in Lima.", "met", ["Norway", "Peru"], "Norway met the Republic of Peru"),
    ("Today the new Norwegian minister met Peru.", "met", ["minister", "Peru"], "the new Norwegian minister met Peru"),
    ("Norway left. Peru met Japan.", "met", ["Norway", "Japan"], "met Japan"),  # never beyond the sentence
]


@pytest.mark.parametrize(("text", "word", "others", "expected"), EXTENTS)
def test_extent(parse, text, word, others, expected):
    doc = parse(text)
    assert extent(_token(doc, word), [_token(doc, other) for other in others]).text == expected


# Where the trigger stands near its one end, the other end is cut.
LONG = [
    ("Norway met {} old Peru.", "Norway", "Peru"),
    ("Norway, {} old, met Peru.", "Peru", "Norway"),
]


@pytest.mark.parametrize(("text", "near", "far"), LONG)
def test_a_long_extent_is_cut_at_its_far_end(parse, text, near, far):
    doc = parse(text.format(" ".join(["very"] * 80)))
    span = extent(_token(doc, "met"), [_token(doc, "Norway"), _token(doc, "Peru")])
    assert 240 < len(span.text) <= 250
    assert near in span.text
    assert far not in span.text
