"""Who says what: the component `kg_statements` adds a Statement for each sentence and speaker.

It also fills in the speakers of `doc._.quotes`. A sentence has the speakers of its own attributions; one that is
quoted wholly and has none has that of its quotation. In nested speech the named inner speaker counts, else the outer.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.extract.arguments import subjects
from kg.extract.attribution import Attribution, Attributions
from kg.extract.doc import Quote, passage, quotes_in, register, type_of
from kg.extract.grammar import sentence
from kg.extract.quoting import attributed, covered, pointed
from kg.lexicon import load_lexicon
from kg.model import Fact, Passage, Statement

__all__ = ["Statements"]

Mode = Literal["direct", "indirect", "mixed"]
type _Above = Mapping[int, frozenset[int]]  # verbs (tokens), and those that they complete or are joined to
# How often each was right on PolNeAR's and our own development articles (about 350 statements), rounded.
_SURE = {"name": 0.95, "nominal": 0.9, "pronoun": 0.85, "last": 0.6}
_PLAIN = {"say", "according", "quote", "turn", "promise", "praise"}
_JUDGED = 0.9  # of those whose cue may be more than words ("criticise", "emphasise")
_QUOTED, _CONTINUED = 0.9, 0.8
_MOST = 0.6  # of a sentence is quoted, so that it is the speaker's
_CLOSING, _ENDING = "”\"’'»)", ".!?…,;:–—"


@Language.factory("kg_statements", default_config={"lexicon": [], "base": ""})
def make_statements(nlp: Language, name: str, lexicon: list[str], base: str) -> "Statements":
    """Make the component; see `kg.extract.pipeline` for its settings."""
    return Statements(Attributions(load_lexicon(*map(Path, lexicon))))


class Statements:
    """Adds Statements to `doc._.facts` and speakers to `doc._.quotes`."""

    def __init__(self, attributions: Attributions) -> None:
        register()
        self._attributions = attributions

    def __call__(self, doc: Doc) -> Doc:
        sentences = [sentence(s[0]) for s in doc.sents]
        sentences = [s for s in sentences if len(s)]
        all_ = self._attributions.find(doc, sentences)
        found = pointed(doc, [_settled(s, a) for s, a in zip(sentences, all_, strict=True)])
        quotes = attributed(doc, sentences, found)
        doc._.quotes = tuple(quotes)
        facts: list[Fact] = doc._.facts
        for s, attributions in zip(sentences, found, strict=True):
            facts.extend(_statements(s, attributions, quotes))
        return doc


def _settled(sent: Span, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions that count: not those within somebody's quoted words, nor an outer one around an inner one."""
    if not attributions:
        return []
    doc = sent.doc
    quotes = quotes_in(doc, sent.start, sent.end)
    own = [a for a in attributions if not any(q.start <= a.cue < q.end for q in quotes)]
    outside = sorted([*own, *_told(doc, attributions, own, quotes)], key=lambda a: a.cue)
    above = {i: frozenset(_above(doc[i])) for a in outside for i in (a.cue, doc[a.cue].head.i)}
    return [
        a
        for a in outside
        if not any(a is not b and (_nests(doc, above, a, b) or _outdone(doc, above, b, a)) for b in outside)
    ]


def _told(
    doc: Doc, attributions: Iterable[Attribution], own: Iterable[Attribution], quotes: Sequence[Quote]
) -> Iterator[Attribution]:
    """Those whose cue is in quotation marks and told of one who stands before: "X “condemned” the deal".

    Not so what another says of that one: "Y said X “condemned” the deal".
    """
    contents = {i for a in own for i in (a.cue, a.content)}
    for a in attributions:
        start = min((q.start for q in quotes if q.start <= a.cue < q.end), default=None)
        if start is None or not contents.isdisjoint({a.cue, *(t.i for t in doc[a.cue].ancestors)}):
            continue
        if any(sentence(doc[a.cue]).start <= t.i < start for t in subjects(doc[a.cue])):
            yield a


def _above(verb: Token) -> Iterator[int]:
    """A verb and those that it completes or is joined to, upwards."""
    yield verb.i
    while verb.dep_ in ("ccomp", "xcomp", "conj", "parataxis"):
        verb = verb.head
        yield verb.i


def _nests(doc: Doc, above: _Above, outer: Attribution, inner: Attribution) -> bool:
    """Whether `inner` takes the place of `outer`: what is reported is itself what somebody is said to say.

    Of a person who speaks of what a state or body says, the person counts.
    """
    if not inner.speakers or inner.kind == "according" or outer.kind == "cited":
        return False
    if inner.kind == "cited":
        return inner.content == outer.cue
    if outer.kind == "according":  # of "X met Y and praised Z, according to W" only a part is X's
        return doc[inner.cue].dep_ != "conj" or outer.content not in above[inner.cue]
    return _within(above, outer, inner) and not _of_state(doc, outer, inner)


def _outdone(doc: Doc, above: _Above, outer: Attribution, inner: Attribution) -> bool:
    """Whether `inner` is but a part of what `outer` reports.

    So is a participle that trails behind it ("X said the bloc had met, stressing …": it is X who stresses).
    """
    if outer.kind != "said" or inner.kind != "said":
        return False
    cue = doc[inner.cue]
    trails = cue.dep_ == "advcl" and cue.tag_ == "VBG" and outer.content in above[cue.head.i]
    return trails or (_within(above, outer, inner) and _of_state(doc, outer, inner))


def _within(above: _Above, outer: Attribution, inner: Attribution) -> bool:
    """Whether the cue of `inner` heads what `outer` reports, or a clause that belongs to its assertion."""
    return inner.cue != outer.cue and outer.content in above[inner.cue]


def _of_state(doc: Doc, outer: Attribution, inner: Attribution) -> bool:
    """Whether a person tells what a country or body says."""
    person = any(type_of(doc, iri) == "Person" for iri in outer.speakers)
    return person and all(type_of(doc, iri) in ("Country", "RegionalBody") for iri in inner.speakers)


def _statements(sent: Span, attributions: list[Attribution], cued: Mapping[Quote, bool]) -> Iterator[Statement]:
    """One statement a speaker: by the attributions, else by the quotation that holds the sentence.

    `cued` tells of each quotation whether its own cue names the speaker, or else whoever spoke before.
    """
    quotes = quotes_in(sent.doc, sent.start, sent.end)
    seen: set[str] = set()
    for a in attributions:
        for speaker in a.speakers:
            if speaker not in seen:
                seen.add(speaker)
                mode = _mode(sent, quotes, attributions, a)
                yield Statement(
                    evidence=passage(sent),
                    rule=f"statement/{a.rule}",
                    confidence=_confidence(a),
                    speaker=speaker,
                    mode=mode,
                    content=_content(sent, a),
                )
    for q in quotes:
        if not seen and q.speaker and covered(sent, q) >= _MOST and sent[-2:].text.strip(_CLOSING)[-1:] in _ENDING:
            seen.add(q.speaker)
            words = sent.doc[max(sent.start, q.start) : min(sent.end, q.end)]
            yield Statement(
                evidence=passage(sent),
                rule="statement/quotation" if cued[q] else "statement/continued",
                confidence=_QUOTED if cued[q] else _CONTINUED,
                speaker=q.speaker,
                mode="direct",
                content=passage(words),
            )


def _confidence(a: Attribution) -> float:
    return _SURE[a.reference] if a.rule in _PLAIN else round(_SURE[a.reference] * _JUDGED, 2)


def _content(sent: Span, a: Attribution) -> Passage | None:
    if a.content == a.cue or a.kind != "said":
        return None
    head, cue = sent.doc[a.content], sent.doc[a.cue]
    if head.is_ancestor(cue):
        return None
    return passage(sent.doc[head.left_edge.i : head.right_edge.i + 1])


def _mode(sent: Span, quoted: list[Quote], attributions: list[Attribution], a: Attribution) -> Mode:
    """Whether the words of a sentence are the speaker's own, the reporter's, or both."""
    doc = sent.doc
    if a.rule == "turn":
        return "direct"
    words = [q for q in quoted if not _is_name(doc, q) and not _nested(q, quoted)]
    words = [q for q in words if q.speaker in (None, a.speakers[0])]
    if not words:
        return "indirect"
    first = words[0]
    opening = doc[first.start - 1] if first.start > sent.start else None
    begins = opening is None or opening.is_space or opening.text in ",:;" or first.start <= sent.start
    capital = first.start < sent.start or any(c.isupper() for c in doc[first.start : first.start + 3].text[:3])
    said = [b for b in attributions if b.speakers == a.speakers and b.kind == "said"]
    contents = [doc[b.content] for b in said if b.content != b.cue]
    outside = any(not _quoted(content, quoted) for content in contents)
    return "direct" if begins and capital and not outside else "mixed"


def _nested(quote: Quote, quotes: list[Quote]) -> bool:
    """Whether a quotation lies within another."""
    return any(quote is not outer and outer.start <= quote.start and quote.end <= outer.end for outer in quotes)


def _quoted(content: Token, quotes: list[Quote]) -> bool:
    """Whether a clause begins within a quotation."""
    first = next((t for t in content.subtree if not t.is_punct or t.is_quote), content)
    return any(q.start <= first.i < q.end for q in quotes)


def _is_name(doc: Doc, quote: Quote) -> bool:
    """A title or name in quotation marks ("the slogan “bread for all”"), not somebody's words."""
    named = doc[quote.start : quote.end].root
    if named.dep_ == "appos" and named.head.i == quote.start - 1 and doc[quote.start + 1].lower_ not in ("a", "an"):
        return True  # with an article it is what a thing is called: "called the deal “a triumph”"
    words = [t for t in doc[quote.start : quote.end] if t.is_alpha]
    capitals = all(t.text[0].isupper() or t.is_stop for t in words)
    return capitals and len(words) < 8 and doc[quote.end - 2].text not in ",.!?"
