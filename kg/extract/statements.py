"""Who says what: the component `kg_statements` adds a Statement for each sentence and speaker.

It also fills in the speakers of `doc._.quotes`. A sentence has the speakers of its own attributions; one that is
quoted wholly and has none has that of its quotation. In nested speech the named inner speaker counts, else the outer.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.extract.attribution import Attribution, Attributions
from kg.extract.doc import Quote, passage, register, type_of
from kg.extract.grammar import sentence
from kg.lexicon import load_lexicon
from kg.model import Passage, Statement

__all__ = ["Statements", "speaker_at"]

Mode = Literal["direct", "indirect", "mixed"]
_FAR = 12  # tokens between a quotation and its cue in the same sentence


@Language.factory("kg_statements", default_config={"lexicon": [], "base": ""})
def make_statements(nlp: Language, name: str, lexicon: list[str], base: str) -> "Statements":
    """Make the component; see `kg.extract.pipeline` for its settings."""
    return Statements(Attributions(load_lexicon(*map(Path, lexicon))))


def speaker_at(token: Token) -> str | None:
    """The IRI of whose quoted words `token` is among: the innermost quotation with a known speaker."""
    around = [q for q in token.doc._.quotes if q.start <= token.i < q.end and q.speaker]
    return min(around, key=lambda q: q.end - q.start).speaker if around else None


class Statements:
    """Adds Statements to `doc._.facts` and speakers to `doc._.quotes`."""

    def __init__(self, attributions: Attributions) -> None:
        register()
        self._attributions = attributions

    def __call__(self, doc: Doc) -> Doc:
        sentences = [sentence(s[0]) for s in doc.sents]
        sentences = [s for s in sentences if len(s)]
        found = [_settled(s, list(self._attributions.find(s))) for s in sentences]
        doc._.quotes = tuple(_attributed(doc, sentences, found))
        for s, attributions in zip(sentences, found, strict=True):
            doc._.facts.extend(_statements(s, attributions))
        return doc


def _settled(sent: Span, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions that count: not those within somebody's quoted words, nor an outer one around a named inner one."""
    quotes = [q for q in sent.doc._.quotes if q.start < sent.end and q.end > sent.start]
    outer = [a for a in attributions if not any(q.start <= a.cue < q.end for q in quotes)]
    return [a for a in outer if not any(a is not b and _nests(sent.doc, a, b, outer) for b in outer)]


def _nests(doc: Doc, outer: Attribution, inner: Attribution, others: list[Attribution]) -> bool:
    """Whether what `outer` reports is itself what a person, by `inner`, is said to say."""
    if not any(type_of(doc, iri) == "Person" for iri in inner.speakers) or inner.source or outer.content is None:
        return False
    content, cue = doc[outer.content], doc[inner.cue]
    return content == cue or (content.is_ancestor(cue) and not cue.is_ancestor(doc[outer.cue]))


def _attributed(doc: Doc, sentences: list[Span], found: list[list[Attribution]]) -> Iterable[Quote]:
    """The quotations with their speakers, as far as these can be told."""
    known: dict[Quote, str] = {}
    for quote in doc._.quotes:
        if (speaker := _near(doc, quote, sentences, found)) is not None:
            known[quote] = speaker
    for quote in doc._.quotes:
        if quote not in known and (speaker := _before(doc, quote, sentences, found, known)) is not None:
            known[quote] = speaker
    return [replace(quote, speaker=known.get(quote)) for quote in doc._.quotes]


def _near(doc: Doc, quote: Quote, sentences: list[Span], found: list[list[Attribution]]) -> str | None:
    """The speaker by a cue in one of the quotation's sentences: above it in the parse, else the nearest."""
    best: tuple[bool, int] | None = None
    speaker = None
    for s, attributions in zip(sentences, found, strict=True):
        if s.start < quote.end and quote.start < s.end:
            for a in attributions:
                if not quote.start <= a.cue < quote.end:
                    away = a.cue - quote.end if a.cue >= quote.end else quote.start - a.cue
                    above = doc[a.cue].is_ancestor(doc[min(quote.start + 1, quote.end - 1)])
                    if (above or away <= _FAR) and (best is None or (not above, away) < best):
                        best, speaker = (not above, away), a.speakers[0]
    return speaker


def _before(
    doc: Doc, quote: Quote, sentences: list[Span], found: list[list[Attribution]], known: dict[Quote, str]
) -> str | None:
    """The speaker of a quotation without a cue: of the last one in its paragraph, or of the sentence before."""
    at = next((i for i, s in enumerate(sentences) if s.start <= quote.start < s.end), None)
    if at is None or not _whole(quote, sentences[at]):
        return None
    paragraph = _paragraph(doc, quote.start)
    beside = [q for q in doc._.quotes if q in known and _paragraph(doc, q.start) == paragraph]
    earlier = [q for q in beside if q.end <= quote.start]
    if beside:
        return known[earlier[-1] if earlier else beside[0]]
    previous = found[at - 1] if at else []
    return previous[-1].speakers[0] if previous and len(previous[-1].speakers) == 1 else None


def _paragraph(doc: Doc, i: int) -> int:
    return doc.text.count("\n", 0, doc[i].idx)


def _whole(quote: Quote, sent: Span) -> bool:
    """Whether a quotation holds all of a sentence from its beginning, not some words of the narrator's sentence."""
    return quote.start <= sent.start and quote.end >= sent.end - 1


def _statements(sent: Span, attributions: list[Attribution]) -> Iterable[Statement]:
    quoted = [q for q in sent.doc._.quotes if q.start < sent.end and q.end > sent.start]
    seen: dict[str, Statement] = {}
    for a in attributions:
        for speaker in a.speakers:
            mode = _mode(sent, quoted, attributions, a)
            content = _content(sent, a)
            fact = Statement(evidence=passage(sent), rule="attribution", confidence=0.9, speaker=speaker, mode=mode, content=content)
            seen.setdefault(speaker, fact)
    if not attributions:
        for q in quoted:
            if q.speaker and _covered(sent, q) >= 0.6:
                fact = Statement(evidence=passage(sent), rule="quotation", speaker=q.speaker, mode="direct", content=_inside(sent, q))
                seen.setdefault(q.speaker, fact)
                break
    return seen.values()


def _covered(sent: Span, quote: Quote) -> float:
    inside = sum(1 for t in sent if quote.start <= t.i < quote.end)
    return inside / len(sent)


def _inside(sent: Span, quote: Quote) -> Passage:
    start, end = max(sent.start, quote.start), min(sent.end, quote.end)
    return passage(sent.doc[start:end])


def _content(sent: Span, a: Attribution) -> Passage | None:
    if a.content is None or a.source:
        return None
    head, cue = sent.doc[a.content], sent.doc[a.cue]
    if head.is_ancestor(cue):
        return None
    return passage(sent.doc[head.left_edge.i : head.right_edge.i + 1])


def _mode(sent: Span, quoted: list[Quote], attributions: list[Attribution], a: Attribution) -> Mode:
    """Whether the words of a sentence are the speaker's own, the reporter's, or both."""
    doc = sent.doc
    words = [q for q in quoted if not _is_name(doc, q) and not any(q is not o and o.start <= q.start and q.end <= o.end for o in quoted)]
    words = [q for q in words if q.speaker in (None, a.speakers[0])]
    if not words:
        return "indirect"
    first = words[0]
    opening = doc[first.start - 1] if first.start > sent.start else None
    begins = opening is None or opening.is_space or opening.text in ",:;" or first.start <= sent.start
    capital = first.start < sent.start or any(c.isupper() for c in doc[first.start : first.start + 3].text[:3])
    others = [b for b in attributions if b is not a and b.speakers == a.speakers and b.content is not None]
    outside = any(not any(q.start <= b.content < q.end for q in quoted) for b in others if b.content is not None)
    return "direct" if begins and capital and not outside else "mixed"


def _is_name(doc: Doc, quote: Quote) -> bool:
    """A title or name in quotation marks, not somebody's words."""
    words = [t for t in doc[quote.start : quote.end] if t.is_alpha]
    return len(words) < 8 and all(t.text[0].isupper() or t.is_stop for t in words) and doc[quote.end - 2].text not in ",.!?"


_: Callable[[Doc], Doc]
