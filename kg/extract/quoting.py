"""Whose words a quotation holds: by the cue beside it, or by who spoke last."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc, Span

from kg.extract.attribution import Attribution
from kg.extract.doc import Quote, person_at, type_of
from kg.model import Office

__all__ = ["attributed", "covered", "pointed"]

_FAR = 16  # tokens at most between a quotation and a cue that does not govern it
_BACK = 2  # sentences at most to whoever spoke last, one more where nobody else is named


def pointed(doc: Doc, found: Sequence[Sequence[Attribution]]) -> list[list[Attribution]]:
    """The attributions of each sentence, where "the engineer said" is given to the person who spoke last before.

    So is "the Kenyan diplomat said", if that person has an office of Kenya.
    """
    out: list[list[Attribution]] = []
    for attributions in found:
        before = [iri for said in out[-_BACK:] for a in said for iri in a.speakers[:1]]
        last = before[-1:] if before and type_of(doc, before[-1]) == "Person" else []
        out.append([
            replace(a, speakers=tuple(last), reference="last") if a.person and _may_be(doc, last, a.speakers) else a
            for a in attributions
        ])  # fmt: skip
    return out


def _may_be(doc: Doc, last: Sequence[str], states: Sequence[str]) -> bool:
    """Whether who spoke last may be one of whom only the state is told, or nothing."""
    offices = (f for f in doc._.facts if isinstance(f, Office))
    return not states or any(f.person in last and f.of in states for f in offices)


def attributed(doc: Doc, sentences: Sequence[Span], found: Sequence[Sequence[Attribution]]) -> dict[Quote, bool]:
    """The quotations of `doc` with their speakers, as far as these can be told, and whether a cue of theirs tells it.

    `found` holds the attributions of each of the `sentences`.
    """
    quotes: dict[Quote, bool] = {}
    voices: dict[int, list[str]] = defaultdict(list)  # who is quoted in a sentence
    at = 0
    for quote in doc._.quotes:
        if quote.speaker is not None:  # an answer in an interview
            quotes[quote] = True
            continue
        while at < len(sentences) - 1 and sentences[at].end <= quote.start:
            at += 1
        cue = _cue(doc, quote, sentences, found, at)
        speaker = next(iter(cue.speakers), None) if cue else None
        if speaker is None and (cue.definite if cue else covered(sentences[at], quote) > 0.9):
            speaker = _last(sentences, voices, found, at)
        quotes[replace(quote, speaker=speaker)] = cue is not None and bool(cue.speakers)
        if speaker is not None:
            for i in _through(sentences, quote, at):
                voices[i] += [speaker] if covered(sentences[i], quote) else []
    return quotes


def _through(sentences: Sequence[Span], quote: Quote, at: int) -> Iterator[int]:
    """The sentences from `at` to the one in which a quotation ends."""
    return takewhile(lambda i: sentences[i].start < quote.end, range(at, len(sentences)))


def covered(sentence: Span, quote: Quote) -> float:
    """The share of a sentence's tokens that stand within a quotation."""
    return max(0, min(sentence.end, quote.end) - max(sentence.start, quote.start)) / len(sentence)


def _cue(
    doc: Doc, quote: Quote, sentences: Sequence[Span], found: Sequence[Sequence[Attribution]], at: int
) -> Attribution | None:
    """The cue of a quotation in one of its sentences, from `at` on: one above it in the parse, else the nearest."""
    best: tuple[bool, int] | None = None
    cue = None
    for i in _through(sentences, quote, at):
        for a in found[i]:
            away = a.cue - quote.end if a.cue >= quote.end else quote.start - a.cue
            beneath = not doc[a.cue].is_ancestor(doc[min(quote.start + 1, quote.end - 1)])
            if away >= 0 and (not beneath or away <= _FAR) and (best is None or (beneath, away) < best):
                best, cue = (beneath, away), a
    return cue


def _last(
    sentences: Sequence[Span], voices: Mapping[int, Sequence[str]], found: Sequence[Sequence[Attribution]], at: int
) -> str | None:
    """Who spoke last before the sentence `at`: one of the narrator's may stand between, or two that name nobody."""
    for i in range(at - 1, max(-1, at - 2 - _BACK), -1):
        speakers = [a.speakers[0] for a in found[i] if a.speakers]
        if speakers := speakers or list(voices.get(i, ())):
            return speakers[-1]
        if i < at - 1 and any(_names_one(s) for s in sentences[i:at]):
            return None
    return None


def _names_one(sentence: Span) -> bool:
    """Whether a sentence names a person."""
    return any(person_at(sentence.doc, i) for i in range(sentence.start, sentence.end))
