"""The names that the model's own recogniser finds, freed of articles, titles and possessives."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.extract.candidates import Candidate
from kg.extract.doc import text_of
from kg.extract.gazetteer import Gazetteer
from kg.extract.people import People, in_portfolio
from kg.extract.phrases import Phrases
from kg.extract.wordlists import listed
from kg.model import EntityType

__all__ = ["recognised"]

# OntoNotes' labels (spaCy's English models) in our classes.
LABELS: dict[str, EntityType] = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place",
    "EVENT": "Event", "LAW": "Event",
}  # fmt: skip

_BEFORE = frozenset({"the", "a", "an", "between", "among", "with", "both", "either", "neither", "this", "that"})
_PREFIXES = frozenset({"anti", "ex", "inter", "intra", "non", "post", "pre", "pro", "then"})
_WHERE = frozenset({"in", "at", "near"})
_NONE = 0, 0
_HEADLINE = 300  # characters that a headline may have
_VERBAL = frozenset({"MD", "VB", "VBD", "VBP", "VBZ"})


def recognised(doc: Doc, gazetteer: Gazetteer, phrases: Phrases, people: People) -> Iterator[Candidate]:
    """The entities of `doc.ents` that are names in our classes, in the order of the text."""
    for span in doc.ents:
        yield from _parts(span, gazetteer, phrases, people)


def _parts(span: Span, gazetteer: Gazetteer, phrases: Phrases, people: People) -> Iterator[Candidate]:
    """The name of an entity; two where a clause begins in it, as "In Lima, Berg said" is often taken."""
    doc, comma = span.doc, next((t for t in span[1:-1] if t.text == ","), None)
    label = "PERSON" if any(t.lower_ in people.addresses for t in span[:-1]) else span.label_
    names: list[tuple[Span, EntityType | None]] = [(span, LABELS.get(label))]
    if comma is not None and span.start and doc[span.start - 1].lower_ in _WHERE and comma.head not in span:
        names = [(doc[span.start : comma.i], "Place"), (doc[comma.i + 1 : span.end], LABELS.get(label))]
    if holder := _behind_field(span, people):
        yield Candidate(holder, span.end, "Person")
        return
    for one, type_ in names:
        start, end = _extent(one, label, gazetteer, people) if type_ else _NONE
        if type_ is None or start >= end or _is_no_name(doc, start, end, label, gazetteer, phrases, people):
            continue
        if type_ != "Person" or end - start > 1:
            type_ = phrases.type_of([doc[i].lower_ for i in range(start, end)], type_)
        if doc[start].text[:1].isdigit() and type_ != "Event":
            continue
        if end - start > 1 and _is_guessed(doc, start, end):
            continue
        cut = _institution_end(doc, start, end, phrases, people) if type_ == "Organization" else end
        if cut < end:
            yield Candidate(cut, end, "Person")
            end = cut
        yield Candidate(start, end, type_)


def _extent(span: Span, label: str, gazetteer: Gazetteer, people: People) -> tuple[int, int]:
    """The first token of a name and the one behind its last, without what the recogniser adds: an article, a title."""
    doc, start, end = span.doc, span.start, span.end
    while end > start and not (doc[end - 1].text[:1].isupper() or doc[end - 1].text[:1].isdigit()):
        end -= 1
    while start < end and (doc[start].lower_ in _BEFORE or not doc[start].text[:1].isalnum()):
        start += 1
    if end - start > 2 and doc[start].lower_ in _PREFIXES and doc[start + 1].text == "-":
        start += 2
    if doc[start : start + 1].text == "Republic" and start > 1 and doc[start - 2].lower_ == "of":
        start += 1  # "President of the Republic [Ana Ruiz]"
    if label == "PERSON":
        start, end = _without_titles(doc, start, end, people)
    for i in range(start, end):  # "Kazakhstan's Ministry of Energy" is two names
        if doc[i].tag_ == "POS" and gazetteer.named(doc[start:i].text):
            start = i + 1
    if label in ("FAC", "GPE", "LOC"):  # "the Great Hall in X" is two places
        end = next((i for i in range(start + 1, end) if doc[i].lower_ in ("in", "near")), end)
    if end < len(doc) and f"{doc[end - 1].lower_} {doc[end].lower_}" in people.two_words:
        end -= 1  # "[IMF] Managing Director"
    return start, end


def _without_titles(doc: Doc, start: int, end: int, people: People) -> tuple[int, int]:
    """The extent of a person's name without what the person is."""
    while end - start > 2 and doc[start].lower_ in people.fields and in_portfolio(doc, start):
        start += 1  # "Minister of [Energy] Ana Ruiz"
    while end - start > 1 and people.is_title(doc, start):
        start = min(people.behind_title(doc, start), end - 1)
    while end - start > 1 and doc[end - 1].lower_ in people.postnominals and doc[end - 1].is_upper:
        end -= 1
    fields = (i + 1 for i in range(start, end - 1) if doc[i].lower_ in people.of_fields)  # "Trade Secretary Ola Berg"
    return max(fields, default=start), end


def _is_no_name(
    doc: Doc, start: int, end: int, label: str, gazetteer: Gazetteer, phrases: Phrases, people: People
) -> bool:
    """Whether the recogniser takes for a name what is an address, a post, a field, a unit or an amount."""
    words, behind = [doc[i] for i in range(start, end)], doc[end] if end < len(doc) else None
    if any(mark in t.text for t in words for mark in "/@\n") or any(t.like_url for t in words):
        return True
    if label == "ORG" and (
        _is_post(words, behind.lower_ if behind else "", people)
        or _is_field(words)
        or _ends_in_post(words, gazetteer, phrases, people)
        or (len(words) == 1 and start and doc[start - 1].like_num)  # a unit of measure
    ):
        return True
    if len(words) == 1 and behind and behind.like_num and any(c.isdigit() for c in words[0].text):
        return True  # an amount ("RM20 million")
    return not any(t.text[:1].isupper() for t in words) or all(t.lower_ in people.titles for t in words)


def _institution_end(doc: Doc, start: int, end: int, phrases: Phrases, people: People) -> int:
    """Where the name of an institution ends that its head's follows: "Governor of the [National Bank] Ana Ruiz"."""
    i = start - 1 - (start > 1 and doc[start - 1].lower_ == "the")
    if i < 1 or doc[i].lower_ != "of" or doc[i - 1].lower_ not in people.posts or not 3 <= end - start <= 5:
        return end
    words = [t.lower_ for t in doc[start:end]]
    heads = [k for k, word in enumerate(words) if phrases.type_of([word], "Person") == "Organization"]
    behind = words[heads[-1] + 1 :] if heads else []
    named = 2 <= len(behind) <= 3 and not {"of", "for", "and", "&"}.intersection(behind)
    return start + heads[-1] + 1 if named else end


def _is_guessed(doc: Doc, start: int, end: int) -> bool:
    """Whether words of a headline, in capitals or with one each, are nowhere else: there the recogniser guesses."""
    text = text_of(doc)
    words = doc[start:end].text
    first = text.rfind("\n", max(0, doc[start].idx - _HEADLINE), doc[start].idx) + 1
    last = text.find("\n", doc[start].idx, doc[start].idx + _HEADLINE)
    line = text[first : last if last >= 0 else doc[start].idx + _HEADLINE].strip()
    if len(line) > _HEADLINE or not first and doc[start].idx > _HEADLINE:
        return False
    shouted = line.isupper() and len(line.split()) > end - start
    titled = len(line.split()) > 4 and line[-1].isalnum() and all(w[0].isupper() for w in line.split() if len(w) > 4)
    guessed = shouted or titled and end - start > 2 and any(t.tag_ in _VERBAL for t in doc[start:end])
    return guessed and text.lower().count(words.lower()) == 1


def _is_post(words: list[Token], after: str, people: People) -> bool:
    """Whether it is a portfolio ("Norwegian Energy [Minister]"), or an office ("Minister of Trade")."""
    office = len(words) > 2 and words[0].lower_ in people.titles and words[1].lower_ in ("of", "for")
    return office or after in listed(words[0], "title-portfolio")


def _ends_in_post(words: list[Token], gazetteer: Gazetteer, phrases: Phrases, people: People) -> bool:
    """Whether it is an office with whose it is: "EU Special Representative"."""
    owned = len(words) > 1 and gazetteer.named(words[0].text) is not None and words[-1].lower_ in people.posts
    return owned and phrases.type_of([t.lower_ for t in words], "Place") == "Place"


def _is_field(words: list[Token]) -> bool:
    """Whether it is part of a portfolio: "[Industry] and Trade Minister", "Minister of [Foreign Affairs of Peru]"."""
    doc, start, end = words[0].doc, words[0].i, words[-1].i + 1
    if not any(t.lower_ in listed(doc, "institution-portfolio") for t in words) and in_portfolio(doc, start):
        return True
    if end + 2 >= len(doc) or doc[end].lower_ not in ("and", "&"):
        return False
    i = end + 1
    while i < len(doc) - 1 and doc[i].text[:1].isupper() and doc[i].lower_ != "minister":
        i += 1
    return doc[i].text == "Minister" and not doc[end - 1].is_upper


def _behind_field(span: Span, people: People) -> int | None:
    """Where a minister's name begins in what is taken for an organisation: "Minister of [Energy Ana Ruiz]".

    "Minister of Labour, [Trade and Industry, Ana Ruiz]" is also taken for one.
    """
    fields = next((n for n, t in enumerate(span) if t.lower_ not in people.fields), len(span))
    start = fields + (fields < len(span) and span[fields].text == ",")
    named = [t for t in span[start:] if t.text[:1].isupper() and t.lower_ not in people.fields]
    if span.label_ == "ORG" and fields and 2 <= len(named) == len(span) - start <= 3:
        return span.start + start if in_portfolio(span.doc, span.start) else None
    return None
