"""Who is said to say something, by which word, and what: the attributions of a sentence.

A cue is a verb of the lexicon with a complement of its kind ("said that …", "praised the deal", "promised to help",
"raised concerns"), "according to X", or a noun that stands for its author's words ("X's statement that …").
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span, Token

from kg.extract.complements import complement, quote_beside
from kg.extract.grammar import children, is_clause, is_passive, negated, prepositional, prepositions, subjects
from kg.extract.sources import Sources
from kg.lexicon import Lexicon

__all__ = ["Attribution", "Attributions"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """The tokens of a cue and of the head of what is said (the cue's own: a quotation beside it), and the speakers.

    Where no speaker's IRI is known, `definite` tells whether the phrase points back at somebody ("the analyst said").
    `kind` tells a cue that governs what is said from one that hangs on it ("according to X", "citing X").
    """

    cue: int
    content: int
    speakers: tuple[str, ...]
    kind: Literal["said", "according", "cited"] = "said"
    definite: bool = False


class Attributions:
    """Finds attributions with the cues of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._sources = Sources(lexicon)
        self._verbs: dict[str, set[str]] = defaultdict(set)
        self._documents: set[str] = set()
        self._feelings: set[str] = set()
        for cue in lexicon.cues:
            if cue.kind == "document":
                self._documents.update(cue.verbs)
                continue
            for verb in cue.verbs:
                self._verbs[verb].update(cue.values.get("complement", ("clause",)))
            if cue.kind == "feeling":
                self._feelings.update(cue.nouns)

    def find(self, sentence: Span) -> Iterator[Attribution]:
        """The attributions of a sentence in the order of the cues, those without a known speaker too."""
        doc = sentence.doc
        for token in sentence:
            if token.lower_ == "according":
                if sources := prepositional(token, {"to"}):
                    yield self._attribution(token, token.head, sources, "according")
            elif is_clause(token) and not negated(token):
                yield from self._of_verb(token)
            elif token.text == ":" and any(q.start == token.i + 1 and not doc[q.start].is_quote for q in doc._.quotes):
                yield self._attribution(token, token, doc[max(sentence.start, token.i - 1) : token.i])
            elif self._sources.is_document(token):
                for clause in children(token, "acl", "ccomp"):
                    if any(t.lower_ == "that" for t in children(clause, "mark")):
                        yield self._attribution(token, clause, (token,))

    def _of_verb(self, verb: Token) -> Iterator[Attribution]:
        kinds, link = self._kinds(verb)
        if "source" in kinds:
            sources = tuple(children(verb, "dobj"))
            clauses = (c for p in children(verb, "prep") for c in children(p, "pcomp"))
            if sources and not any(clauses):  # else "saying" is the cue
                yield self._attribution(verb, verb.head, sources, "cited")
            return
        sources = subjects(verb)
        if verb.lemma_.lower() in self._documents and any(map(self._sources.is_document, sources)):
            kinds = kinds | {"clause"}
        content = complement(verb, kinds, link, self._feelings) if kinds else None
        if content is not None:
            yield self._attribution(verb, content, sources or _beside(verb))

    def _kinds(self, verb: Token) -> tuple[set[str], Token | None]:
        """The kinds of complement that make a verb a cue; and the preposition that belongs to it."""
        lemma = verb.lemma_.lower()
        particle = next((f"{lemma} {t.lower_}" for t in children(verb, "prt")), lemma)
        for prep in prepositions(verb):
            for key in (f"{particle} {prep.lower_}", f"{lemma} {prep.lower_}"):
                if key in self._verbs:
                    return self._verbs[key], prep
        return self._verbs.get(particle) or self._verbs.get(lemma) or set(), None

    def _attribution(
        self, cue: Token, content: Token, sources: Iterable[Token], kind: Literal["said", "according", "cited"] = "said"
    ) -> Attribution:
        sources = tuple(sources)
        definite = any(t.pos_ == "PRON" or any(c.lower_ in _POINTING for c in t.children) for t in sources)
        return Attribution(cue.i, content.i, self._sources.speakers(sources), kind, definite)


_POINTING = {"the", "this", "that", "his", "her", "their"}


def _beside(verb: Token) -> Iterator[Token]:
    """The name that stands between a quotation and its cue, or just behind the cue, where the parse has no subject."""
    quote = quote_beside(verb)
    if quote is None or is_passive(verb):
        return
    for mention in verb.doc._.mentions:
        if mention.kind == "name" and quote.end <= mention.start and abs(mention.head - verb.i) <= 2:
            yield verb.doc[mention.head]
            return
