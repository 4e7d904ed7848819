"""The names that the model's own recogniser finds, freed of articles, titles and possessives."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from kg.extract.candidates import Candidate
from kg.extract.gazetteer import Gazetteer
from kg.extract.people import People
from kg.extract.phrases import Phrases
from kg.model import EntityType

__all__ = ["recognised"]

# OntoNotes' labels (spaCy's English models) in our classes.
LABELS: dict[str, EntityType] = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place",
    "EVENT": "Event", "LAW": "Event",
}  # fmt: skip


def recognised(doc: Doc, gazetteer: Gazetteer, phrases: Phrases, people: People) -> Iterator[Candidate]:
    """The entities of `doc.ents` that are names in our classes, in the order of the text."""
    for span in doc.ents:
        type_ = LABELS.get(span.label_)
        words = _trimmed(span, gazetteer, people) if type_ else None
        if type_ is None or words is None:
            continue
        if type_ != "Person" or len(words) > 1:
            type_ = phrases.type_of([t.lower_ for t in words], type_)
        if words[0].text[:1].isdigit() and type_ != "Event":
            continue
        yield Candidate(words.start, words.end, type_)


def _trimmed(span: Span, gazetteer: Gazetteer, people: People) -> Span | None:
    doc, start, end = span.doc, span.start, span.end
    while end > start and not (doc[end - 1].text[:1].isupper() or doc[end - 1].text[:1].isdigit()):
        end -= 1
    while start < end and (doc[start].lower_ == "the" or not doc[start].text[:1].isalnum()):
        start += 1
    while span.label_ == "PERSON" and end - start > 1 and doc[start].lower_ in people.titles:
        start += 1
    if span.label_ == "PERSON":  # "Trade Secretary Ola Berg"
        start = max((t.i + 1 for t in doc[start : end - 1] if t.lower_ in people.of_fields), default=start)
    for i in range(start, end):  # "Kazakhstan's Ministry of Energy" is two names
        if doc[i].tag_ == "POS" and gazetteer.named(doc[start:i].text):
            start = i + 1
    if span.label_ in ("FAC", "GPE", "LOC"):  # "the Great Hall in X" is two places
        end = next((t.i for t in doc[start + 1 : end] if t.lower_ in ("in", "near")), end)
    if end < len(doc) and f"{doc[end - 1].lower_} {doc[end].lower_}" in people.two_words:
        end -= 1  # "[IMF] Managing Director"
    words = doc[start:end]
    if any(t.like_url or "/" in t.text or "@" in t.text for t in words):
        return None
    if span.label_ == "ORG" and end < len(doc) and doc[end].lower_ in ("minister", "secretary"):
        return None  # a portfolio: "Norwegian Energy Minister"
    if (
        span.label_ == "ORG"
        and len(words) > 2
        and words[0].lower_ in people.titles
        and words[1].lower_ in ("of", "for")
    ):
        return None  # an office: "Minister of Trade"
    if span.label_ == "ORG" and len(words) == 1 and start and doc[start - 1].like_num:
        return None  # a unit of measure
    if not len(words) or "\n" in words.text or not any(t.text[:1].isupper() for t in words):
        return None
    return None if all(t.lower_ in people.titles for t in words) else words
