"""Who is said to say something, by which word, and what: the attributions of a sentence.

A cue is a verb of the lexicon with a complement of its kind ("said that …", "praised the deal", "promised to help",
"raised concerns"), "according to X", or a document or noun that stands for its author ("a report by X shows").
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.extract.doc import mention_at, type_of
from kg.extract.grammar import children, is_clause, is_passive, negated, prepositional, prepositions, subjects
from kg.lexicon import Lexicon

__all__ = ["Attribution", "Attributions"]

_SPEAKERS = {"Person", "Country", "Organization", "RegionalBody"}
_ADVERBIALS = {"npadvmod", "advmod", "punct", "prep", "aux", "auxpass", "mark"}


@dataclass(frozen=True, slots=True)
class Attribution:
    """The tokens of a cue and of the head of what is said (None: not found in the parse), and the speakers' IRIs."""

    cue: int
    content: int | None
    speakers: tuple[str, ...]
    source: bool = False  # "according to X", "X reported, citing Y": what is said is the clause around the cue


class Attributions:
    """Finds attributions with the cues of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._verbs: dict[str, set[str]] = defaultdict(set)
        self._nouns: dict[str, set[str]] = defaultdict(set)
        self._documents: frozenset[str] = frozenset()
        for cue in lexicon.cues:
            if cue.kind == "document":
                self._documents = frozenset(cue.verbs)
            for verb in cue.verbs if cue.kind != "document" else ():
                self._verbs[verb].update(cue.values.get("complement", ("clause",)))
            for noun in cue.nouns:
                self._nouns[noun].add(cue.kind)
        self._capitals = {t.capital: t.iri for t in lexicon.things.values() if t.capital}

    def find(self, sentence: Span) -> Iterator[Attribution]:
        """The attributions of a sentence whose speaker is known, in the order of the cues."""
        for token in sentence:
            if token.lower_ == "according" and (source := tuple(prepositional(token, {"to"}))):
                if speakers := self._speakers(source):
                    yield Attribution(token.i, token.head.i, speakers, source=True)
            elif is_clause(token) and not negated(token):
                yield from self._of_verb(token)
            elif token.pos_ == "NOUN" and "document" in self._nouns.get(token.lemma_.lower(), ()):
                content = next((t for t in children(token, "acl", "ccomp") if _that(t)), None)
                if content is not None and (speakers := self._speakers((token,))):
                    yield Attribution(token.i, content.i, speakers)

    def _of_verb(self, verb: Token) -> Iterator[Attribution]:
        kinds, link = self._kinds(verb)
        if "source" in kinds and not is_passive(verb):
            if speakers := self._speakers(tuple(children(verb, "dobj"))):
                content = next((c for p in children(verb, "prep") for c in children(p, "pcomp")), None)
                yield Attribution(verb.i, content.i if content else verb.head.i, speakers, source=content is None)
                return
        sources = subjects(verb)
        if not sources and is_passive(verb) and any(c.lemma_ == "say" for p in children(verb, "prep") for c in p.children):
            sources = tuple(children(verb, "nsubjpass"))  # "was quoted as saying"
        if not kinds and not (verb.lemma_.lower() in self._documents and any(map(self._is_document, sources))):
            return
        content = self._content(verb, kinds or {"clause"}, link)
        if content is not None and (speakers := self._speakers(sources)):
            yield Attribution(verb.i, content.i if content is not verb else None, speakers)

    def _kinds(self, verb: Token) -> tuple[set[str], Token | None]:
        """The kinds of complement that make a verb a cue; and the particle or preposition that belongs to it."""
        lemma = verb.lemma_.lower()
        particle = next((f"{lemma} {t.lower_}" for t in children(verb, "prt")), None)
        for prep in prepositions(verb):
            for key in (f"{particle or lemma} {prep.lower_}", f"{lemma} {prep.lower_}"):
                if key in self._verbs:
                    return self._verbs[key], prep
        found = self._verbs.get(particle or "") or self._verbs.get(lemma) or self._verbs.get(verb.lower_)
        return found or set(), None

    def _content(self, verb: Token, kinds: set[str], link: Token | None) -> Token | None:
        """The head of what is said; the verb itself where the parse hides it in a quotation; None: nothing is said."""
        if link is not None:
            return next(children(link, "pobj", "pcomp"), None)
        if "clause" in kinds:
            clause = next((t for t in children(verb, "ccomp", "parataxis") if is_clause(t) or t.i < verb.i), None)
            if clause is not None:
                return clause
            if verb.dep_ == "parataxis" or (verb.dep_ == "advcl" and any(t.lower_ == "as" for t in children(verb, "mark", "advmod"))):
                return verb.head
            if _beside_quote(verb):
                return verb
        if "action" in kinds and (action := next(children(verb, "xcomp", "ccomp"), None)):
            return action
        if kinds & {"object", "predicate"}:
            things = [*children(verb, "dobj", "ccomp", "nsubjpass"), *children(verb, "oprd")]
            relative = verb.dep_ == "relcl" and not any(children(verb, "dobj")) and [verb.head]
            whole = things or relative or ()
            if "predicate" not in kinds or any(children(verb, "oprd", "prep", "ccomp", "xcomp")):
                return next(iter(whole), None)
        if "noun" in kinds:
            return next((t for t in children(verb, "dobj", "nsubjpass") if "feeling" in self._nouns.get(t.lemma_.lower(), ())), None)
        return None

    def _speakers(self, tokens: tuple[Token, ...]) -> tuple[str, ...]:
        joined = [t for token in tokens for t in (token, *token.conjuncts)]
        return tuple(dict.fromkeys(iri for t in joined for iri in self._resolve(t)))

    def _resolve(self, token: Token) -> tuple[str, ...]:
        """Whom a phrase names as speaker: by its name, an apposition, or whose official or document it is."""
        doc, mention = token.doc, mention_at(token)
        if mention and (mention.head == token.i or mention.kind == "name"):
            return tuple(iri for i in mention.iris if (iri := self._speaker(doc, i)))
        for apposition in children(token, "appos"):
            if found := self._resolve(apposition):
                return found
        if not self._nouns.get(token.lemma_.lower(), set()) & {"document", "official"}:
            return ()
        owners = [*prepositional(token, {"of", "from", "by"})]
        owners += [t for t in token.lefts if t.dep_ in ("poss", "compound", "amod", "nmod")]
        for owner in owners:
            inner = self._resolve(owner) or next((f for t in owner.lefts if (f := self._resolve(t))), ())
            if inner:
                return tuple(dict.fromkeys((*inner, *(i for t in owner.conjuncts for i in self._resolve(t)))))
        return ()

    def _speaker(self, doc: Doc, iri: str) -> str | None:
        """A capital speaks for its country; other places do not speak."""
        if iri in self._capitals:
            return self._capitals[iri]
        return iri if type_of(doc, iri) in _SPEAKERS else None

    def _is_document(self, token: Token) -> bool:
        return "document" in self._nouns.get(token.lemma_.lower(), ())


def _that(clause: Token) -> bool:
    return any(t.lower_ == "that" for t in children(clause, "mark"))


def _beside_quote(verb: Token) -> bool:
    """Whether a quotation ends just before the clause of `verb`, or begins just after it or its object."""
    quotes = verb.doc._.quotes
    if any(q.start <= verb.i < q.end for q in quotes):
        return False
    sent = verb.sent
    around = [q for q in quotes if q.end > sent.start and q.start < sent.end]
    return any(q.end <= verb.i and verb.i - q.end <= 12 or 0 < q.start - verb.i <= 8 for q in around)
