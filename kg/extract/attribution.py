"""Who is said to say something, by which word, and what: the attributions of a sentence.

A cue is a verb of the lexicon with a complement of its kind ("said that …", "praised the deal", "promised to help",
"raised concerns"), "according to X", a name and a colon, or a noun that stands for its author's words ("X's statement
that …").
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from kg.extract.arguments import agents, objects, subjects
from kg.extract.complements import quote_beside
from kg.extract.cues import Cues, Found
from kg.extract.doc import Quote, mention_at, quotes_in, type_of
from kg.extract.finder import Finder
from kg.extract.grammar import children, is_clause, is_passive, negated, possessors, prepositional
from kg.extract.sources import Sources
from kg.extract.tree import dependents
from kg.lexicon import Lexicon

__all__ = ["Attribution", "Attributions"]

Reference = Literal["name", "nominal", "pronoun", "last"]
_ELSEWHERE = {"poss", "dobj", "pobj"}  # the place of a name that is no misread subject
_FINITE = {"VBD", "VBZ", "VBP"}
_VIEWED = {"in", "by"}
_POINTING = {"the", "this", "that", "his", "her", "their"}


@dataclass(frozen=True, slots=True)
class Attribution:
    """The tokens of a cue and of the head of what is said (the cue's own: a quotation beside it), and the speakers.

    `kind` tells a cue that governs what is said from one that hangs on it ("according to X", "citing X"); `rule` is
    the name of the lexicon's cue; `reference` is how the speakers are named ("last": not at all). Where no speaker or
    only a state is known, `definite` tells whether the phrase points back at somebody, `person` that this is a person
    ("the analyst", "the Kenyan diplomat").
    """

    cue: int
    content: int
    speakers: tuple[str, ...]
    kind: Literal["said", "according", "cited"] = "said"
    rule: str = "say"
    reference: Reference = "name"
    definite: bool = False
    person: bool = False


class Attributions:
    """Finds attributions with the cues of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._sources = Sources(lexicon)
        self._cues = Cues(lexicon)
        self._places = Finder(
            {*self._cues.first_words, *self._sources.documents, *self._sources.views, "according", "per", ":"}
        )

    def find(self, doc: Doc, sentences: Iterable[Span]) -> list[list[Attribution]]:
        """The attributions of each sentence in the order of the cues, those without a known speaker too."""
        places = self._places.find(doc)
        bounds = ((s, bisect_left(places, s.start), bisect_left(places, s.end)) for s in sentences)
        return [[a for i in places[start:end] for a in self._at(s, doc[i])] for s, start, end in bounds]

    def _at(self, sentence: Span, token: Token) -> Iterator[Attribution]:
        """The attributions of which a token is the cue."""
        if token.pos_ in ("NOUN", "PROPN"):
            yield from self._of_document(token)
            yield from self._of_view(token)
        elif token.lower_ == "according":
            if sources := prepositional(token, {"to"}):
                yield self._attribution(token, token.head, sources, "according", "according")
        elif token.lower_ == "per" and token.i and token.nbor(-1).lower_ == "as":
            yield self._attribution(token, token.head, children(token, "pobj"), "according", "according")
        elif is_clause(token):
            yield from self._of_verb(token)
        elif token.text == ":" and _is_turn(sentence, token):
            yield self._attribution(token, token, [token.nbor(-1)] if token.i else [], "said", "turn")

    def _of_document(self, noun: Token) -> Iterator[Attribution]:
        """ "X's statement that …"."""
        for clause in children(noun, "acl", "ccomp") if self._sources.is_document(noun) else ():
            if any(t.lower_ == "that" for t in children(clause, "mark")):
                yield self._attribution(noun, clause, (noun,), "said", "document")

    def _of_view(self, noun: Token) -> Iterator[Attribution]:
        """ "in X's view, …", "in the words of X, …"; not so "in view of X"."""
        if noun.lemma_.lower() in self._sources.views or noun.lower_ in self._sources.views:
            tied = noun.dep_ == "pobj" and noun.head.lower_ in _VIEWED
            whose = possessors(noun) or (prepositional(noun, {"of"}) if any(children(noun, "det")) else ())
            if tied and whose:
                yield self._attribution(noun, noun.head.head, whose, "according", "according")

    def _of_verb(self, verb: Token) -> Iterator[Attribution]:
        if self._cues.is_quoting(verb):
            sources = tuple(children(verb, "dobj"))
            if sources and not any(_is_as_saying(t) for t in verb.subtree):
                yield self._attribution(verb, verb.head, sources, "cited", "quote")
            return
        found = self._cues.find(verb) or (Found(verb, "say") if self._quoted(verb) else None)
        if found is None or negated(verb) or self._cues.is_unreal(verb):
            return
        beside = quote_beside(verb)
        doers = self._quoted(verb) or (agents(verb) if _is_participle(verb) else subjects(verb))
        sources = tuple(t for t in doers if beside is None or not beside.start <= t.i < beside.end)
        if found.rule != "document" or any(map(self._sources.is_document, sources)):
            yield self._attribution(verb, found.content, sources or _beside(verb, beside), "said", found.rule)

    def _quoted(self, verb: Token) -> tuple[Token, ...]:
        """Whom somebody quotes "as saying"."""
        quoting = next((t for t in verb.ancestors if self._cues.is_quoting(t)), None) if _is_as_saying(verb) else None
        return objects(quoting) if quoting is not None else ()

    def _attribution(
        self,
        cue: Token,
        content: Token,
        sources: Iterable[Token],
        kind: Literal["said", "according", "cited"],
        rule: str,
    ) -> Attribution:
        sources = tuple(sources)
        speakers = self._sources.speakers(sources)
        definite = any(t.pos_ == "PRON" or any(c.lower_ in _POINTING for c in dependents(t)) for t in sources)
        person = len(sources) == 1 and self._is_pointed_at(sources[0], speakers)
        return Attribution(cue.i, content.i, speakers, kind, rule, _reference(sources), definite, definite and person)

    def _is_pointed_at(self, source: Token, speakers: Iterable[str]) -> bool:
        """Whether a noun stands for a person who is not named in it: "the analyst", of a state "the diplomat"."""
        states = all(type_of(source.doc, iri) in ("Country", "RegionalBody") for iri in speakers)
        unnamed = self._sources.is_official(source) if speakers else self._sources.is_person(source)
        return states and unnamed


def _reference(sources: Iterable[Token]) -> Reference:
    """The least sure way in which the sources are named."""
    kinds = {"pronoun" if t.pos_ == "PRON" else m.kind if (m := mention_at(t)) else "name" for t in sources}
    return "pronoun" if "pronoun" in kinds else "nominal" if "nominal" in kinds else "name"


def _is_turn(sentence: Span, colon: Token) -> bool:
    """ "X: I am glad": a colon before what somebody says, in a transcript or behind a name that begins the sentence."""
    doc = colon.doc
    if not any(q.start == colon.i + 1 for q in quotes_in(doc, colon.i + 1, colon.i + 2)):
        return False
    mention = mention_at(doc[colon.i - 1]) if colon.i > sentence.start else None
    named = mention is not None and mention.kind == "name" and mention.start == sentence.start
    return named or not doc[colon.i + 1].is_quote


def _is_as_saying(verb: Token) -> bool:
    return verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).lower_ == "as"


def _is_participle(verb: Token) -> bool:
    """ "asked about it, X said": the one who said was asked."""
    return verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl") and not any(children(verb, "aux", "nsubj"))


def _beside(verb: Token, quote: Quote | None) -> Iterator[Token]:
    """The name that stands just before the cue, or about it beside a quotation, where the parse has no subject.

    Behind a quotation the subject may be taken for an object: "“Good luck!” quipped the minister."
    """
    if is_passive(verb) or _is_participle(verb):
        return
    before = mention_at(verb.nbor(-1)) if verb.i and verb.tag_ in _FINITE and verb.dep_ != "conj" else None
    if before is not None and before.kind != "pronoun" and verb.doc[before.head].dep_ not in _ELSEWHERE:
        yield verb.doc[before.head]
        return
    if quote is None:
        return
    if quote.end == verb.i and (behind := next(children(verb, "dobj"), None)):
        yield behind
        return
    for mention in verb.doc._.mentions:
        near = quote.end <= mention.start and abs(mention.head - verb.i) <= 2
        if near and mention.kind == "name" and verb.doc[mention.head].dep_ not in _ELSEWHERE:
            yield verb.doc[mention.head]
            return
