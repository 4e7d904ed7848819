"""Names once seen, seen again where the recogniser passed over them, and family names of leaders that stand alone."""

from calendar import day_name, month_name
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.candidates import Candidate, proper_nouns, words_of
from kg.extract.gazetteer import fold
from kg.extract.leaders import Leaders
from kg.model import EntityType

__all__ = ["present", "repeats"]

_CALENDAR = frozenset((*day_name, *month_name))


def present(candidates: list[Candidate]) -> frozenset[str]:
    """The IRIs of the known things that are named, and of the countries that they lie in."""
    return frozenset(iri for c in candidates if c.thing for iri in (c.thing.iri, c.thing.country) if iri)


def repeats(doc: Doc, candidates: list[Candidate], leaders: Leaders) -> list[Candidate]:
    """The candidates with those that a full name elsewhere, or a leader's family name, gives."""
    here, day = present(candidates), doc._.article.date
    if full := _full_names(doc, candidates):
        taken = {i for c in candidates for i in range(c.start, c.end)}
        candidates = [_widened(doc, c, full, taken) for c in candidates]
    surnames: dict[str, Candidate] = {}
    forms: dict[str, EntityType] = {}
    for c in candidates:
        if c.type == "Person":
            surnames.setdefault(fold(doc[c.end - 1].text), c)
        elif c.thing is None and c.type == "Organization" and c.end - c.start == 1 and len(doc[c.start]) > 3:
            forms[doc[c.start].text] = c.type
    out = []
    for c in candidates:
        form = words_of(doc, c)
        single = c.thing is None and " " not in form and c.source == "ner" and c.type != "Person"
        leader = single and leaders.named(form, day, here)
        out.append(c._replace(type="Person") if leader else c)
    for token in _unclaimed(doc, candidates):
        if fold(token.text) in surnames or leaders.named(token.text, day, here):
            out.append(Candidate(token.i, token.i + 1, "Person", source="title"))
        elif token.text in forms:
            out.append(Candidate(token.i, token.i + 1, forms[token.text], source="phrase"))
    return sorted((*out, *_long(doc, out)), key=lambda c: c.start)


def _full_names(doc: Doc, candidates: list[Candidate]) -> frozenset[str]:
    return frozenset(fold(words_of(doc, c)) for c in candidates if c.type == "Person" and c.end - c.start > 1)


def _widened(doc: Doc, c: Candidate, full: frozenset[str], taken: set[int]) -> Candidate:
    """A name of one word with the words before that make it a full name of the text, where a recogniser misses them."""
    if c.thing is not None or c.end - c.start > 1:
        return c
    starts = (i for i in range(c.start - 1, max(-1, c.start - 4), -1) if taken.isdisjoint(range(i, c.start)))
    start = next((i for i in starts if fold(doc[i : c.end].text) in full), None)
    return c if start is None else c._replace(start=start, type="Person")


def _long(doc: Doc, candidates: list[Candidate]) -> Iterator[Candidate]:
    """Names of several words that are in no list, wherever the text has them again."""
    names: dict[str, dict[int, dict[str, int]]] = {}  # by first word and number of words, which of the candidates
    for n, c in enumerate(candidates):
        if c.thing is None and c.type in ("Organization", "Place") and c.end - c.start > 1:
            alike = names.setdefault(doc[c.start].text, {}).setdefault(c.end - c.start, {})
            alike.setdefault(words_of(doc, c), n)
    taken = {i for c in candidates for i in range(c.start, c.end)} if names else set()
    for token in doc if names else ():
        for _, again in sorted(_again(doc, token.i, candidates, names.get(token.text, {}))):
            if taken.isdisjoint(range(again.start, again.end)):
                taken.update(range(again.start, again.end))
                yield again


def _again(
    doc: Doc, i: int, candidates: list[Candidate], names: dict[int, dict[str, int]]
) -> Iterator[tuple[int, Candidate]]:
    """The candidates that have the words from the token `i` on, by their numbers."""
    for length, alike in names.items():
        if i + length <= len(doc):
            again = Candidate(i, i + length, "Organization", source="phrase")
            if (n := alike.get(words_of(doc, again))) is not None:
                yield n, again._replace(type=candidates[n].type)


def _unclaimed(doc: Doc, candidates: list[Candidate]) -> Iterator[Token]:
    """Proper nouns that stand alone and belong to no candidate."""
    taken = {i for c in candidates for i in range(c.start, c.end)}
    proper = [
        t.i
        for t in proper_nouns(doc)
        if len(t) > 1 and t.i not in taken and t.text[0].isupper() and t.ent_type_ not in ("DATE", "TIME")
        if t.text not in _CALENDAR
    ]
    family = {doc[c.end - 1].text for c in candidates if c.type == "Person" and c.end - c.start > 1}
    nouns = [t.i for t in doc if t.text in family and t.pos_ == "NOUN" and t.i not in taken]  # "Trump is …"
    common = {t.text for t in doc} if nouns else set()
    proper = sorted([*proper, *(i for i in nouns if doc[i].text.lower() not in common)])
    alone = set(proper)
    for i in proper:
        if i - 1 not in alone and i + 1 not in alone and (i + 1 == len(doc) or doc[i + 1].text != "-"):
            yield doc[i]
