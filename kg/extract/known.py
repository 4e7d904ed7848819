"""The names that the ontology knows, as tokens, but for those that are no more than part of a word."""

from bisect import bisect_left
from collections.abc import Iterator

from spacy.attrs import IDX
from spacy.tokens import Doc

from kg.extract.candidates import DASHES, Candidate
from kg.extract.doc import text_of
from kg.extract.gazetteer import Gazetteer
from kg.extract.wordlists import listed
from kg.lexicon import Thing

__all__ = ["known_names"]

_AGES = {"ex", "post", "pre"}


def known_names(doc: Doc, gazetteer: Gazetteer, titles: frozenset[str]) -> Iterator[Candidate]:
    """The longest known names of a Doc that begin and end where words do, from left to right.

    `titles` are the words of people's titles, in lower case.
    """
    starts = doc.to_array(IDX).tolist()
    for hit in gazetteer.find(text_of(doc)):
        start, end = bisect_left(starts, hit.start), bisect_left(starts, hit.end)
        begins = start < end and starts[start] == hit.start
        if not begins or starts[end - 1] + len(doc[end - 1]) != hit.end or _in_compound(doc, start, end, titles):
            continue
        if end - start == 1 and _is_acronym(doc, start, hit.thing):
            continue
        if hit.role == "abbreviation":
            if _lies_in(doc, start, end):
                yield Candidate(start, end, hit.thing.type, hit.thing, "name", "gazetteer")
        elif hit.role != "demonym" or not (_given(doc, start, end) or _descends(doc, start, end)):
            yield Candidate(start, end, hit.thing.type, hit.thing, hit.role, "gazetteer")


def _is_acronym(doc: Doc, i: int, thing: Thing) -> bool:
    """Whether a few capitals shorten something else than what they spell: "the NIS", which is no town of Niš.

    In a line of capitals and where an article says where it was written they are the name.
    """
    word = doc[i].text
    if len(word) > 4 or not word.isupper() or word in thing.names or word in thing.abbreviations:
        return False
    if i and doc[i - 1].text == "(":
        return True
    begins = i == 0 or doc[i].is_sent_start or "\n" in doc[i - 1].text
    beside = (doc[j].text for j in (i - 1, i + 1) if 0 <= j < len(doc))
    return not begins and not any(len(w) > 1 and w.isupper() for w in beside)


def _given(doc: Doc, start: int, end: int) -> bool:
    """Whether a noun of origin is somebody's name here ("Finn laughed"), not part of a word ("Finn-Swede ties")."""
    if end + 2 < len(doc) and doc[end].text in DASHES:
        end += 2
    noun = end == len(doc) or doc[end].pos_ not in ("NOUN", "PROPN", "ADJ")
    return noun and all(t.ent_type_ == "PERSON" for t in doc[start:end])


def _lies_in(doc: Doc, start: int, end: int) -> bool:
    """Whether a short name tells where the place before it lies ("Norfolk, Va."); in a line of capitals it may not."""
    place = doc[start - 2].text if start > 1 and doc[start - 1].text == "," else ""
    headline = end < len(doc) and doc[end].is_upper and len(doc[end]) > 1
    return place[:1].isupper() and not headline


def _descends(doc: Doc, start: int, end: int) -> bool:
    """Whether a word of origin is half of the name of a people within a country: "African American"."""
    if doc[start].lower_ in listed(doc, "descent"):
        end += end < len(doc) and doc[end].text == "-"
        return end < len(doc) and doc[end].lower_ in listed(doc, "descended")
    start -= start > 0 and doc[start - 1].text == "-"
    descended = doc[end - 1].lower_ in listed(doc, "descended")
    return descended and start > 0 and doc[start - 1].lower_ in listed(doc, "descent")


def _in_compound(doc: Doc, start: int, end: int, titles: frozenset[str]) -> bool:
    """Whether a country's name is but part of a word: "French-speaking", "ex-Soviet", "US dollars"."""
    after = doc[end].lower_ if end < len(doc) else ""
    before = doc[start - 1].lower_ if start else ""
    if after == "-":
        return end + 1 < len(doc) and doc[end + 1].lower_ in listed(doc, "origin-compound")
    if before == "-":  # but not "ex-British premier"
        return start > 1 and doc[start - 2].lower_ in _AGES and after not in titles
    money = end < len(doc) and doc[end].is_lower and doc[end].lemma_ in listed(doc, "unit-money")  # not "lent X $5bn"
    return money or before in _AGES
