"""What a cue reports: the complement that makes a verb one of saying ("said that …", "praised the deal").

The kinds of complement are those of `ontology/cues.ttl`.
"""

from collections.abc import Set as AbstractSet

from spacy.tokens import Token

from kg.extract.doc import Quote, quotes_in
from kg.extract.grammar import children, is_passive, prepositional, prepositions
from kg.extract.tree import sentence_of

__all__ = ["complement", "quote_beside"]

_BEFORE = 8  # tokens at most between a cue and the quotation it introduces
_BEHIND = 16  # tokens at most between a quotation and the cue that follows it


def complement(verb: Token, kinds: AbstractSet[str], link: Token | None, nouns: AbstractSet[str]) -> Token | None:
    """The head of what is said; the verb itself where it is a quotation beside it; None where nothing is said.

    `link` is the preposition that belongs to the cue ("called for"), `nouns` the lemmas for the kinds "noun" and
    "adjective".
    """
    if link is not None and "object" in kinds:
        if link.dep_ == "mark":
            return link.head
        return next(children(link, "pobj", "pcomp"), verb.head if verb.dep_ == "relcl" else None)
    if "clause" in kinds and (clause := _clause(verb)) is not None:
        return clause
    if kinds & {"clause", "as"} and verb.dep_ == "advcl" and _marked(verb, "as"):
        return verb.head
    if "adjective" in kinds and (clause := _asserted(verb, nouns)) is not None:
        return clause
    if "action" in kinds and (action := _action(verb, link)) is not None:
        return action
    things = [*children(verb, "dobj", "ccomp", "nsubjpass", "oprd"), *([verb.head] if verb.dep_ == "relcl" else [])]
    if not things:
        return _named(verb) if kinds & {"object", "predicate"} else None
    if "object" in kinds or ("thing" in kinds and not _received(verb, things[0])):
        return things[0]
    if "predicate" in kinds and _predicated(verb, things[0]):
        return things[0]
    return next((t for t in things if _is_noun(t, nouns) and not _told(t)), None) if "noun" in kinds else None


def _named(verb: Token) -> Token | None:
    """What something is called: "dismissed as “nonsense” a report", but not "X, often referred to as the gate"."""
    stranded = any(not any(children(tie, "pobj", "pcomp")) for tie in children(verb, "prep"))
    if stranded or verb.dep_ not in ("conj", "xcomp") and not any(children(verb, "nsubj")):
        return None
    return next((t for t in prepositional(verb, {"as"}) if t.i > verb.i), None)


def quote_beside(verb: Token) -> Quote | None:
    """The quotation in the sentence of `verb` that ends just before it or begins just behind it, if it is outside."""
    quotes = quotes_in(verb.doc, *sentence_of(verb))
    if any(q.start <= verb.i < q.end for q in quotes):
        return None
    near = (q for q in quotes if _follows(verb, q) or _introduces(verb, q))
    return min(near, key=lambda q: verb.i - q.end if q.end <= verb.i else q.start - verb.i, default=None)


def _follows(verb: Token, quote: Quote) -> bool:
    """ "…," X said: the quotation ends with a mark of punctuation, and the cue is not far."""
    doc = verb.doc
    marked = doc[quote.end - 2].is_punct or (quote.end < len(doc) and doc[quote.end].text in ",-–—")
    return 0 <= verb.i - quote.end <= _BEHIND and marked


def _introduces(verb: Token, quote: Quote) -> bool:
    """X told reporters: "…" """
    before = verb.doc[quote.start - 1] if quote.start else verb
    beside = before == verb or before.text in (",", ":", "that") or before.head == verb
    return beside and 0 < quote.start - verb.i <= _BEFORE


def _clause(verb: Token) -> Token | None:
    for clause in children(verb, "ccomp", "parataxis"):
        return clause
    if verb.dep_ == "parataxis":
        return verb.head
    if quote_beside(verb) is not None:
        return verb
    behind = [t for t in verb.subtree if t.i > verb.i and t.dep_ in ("acl", "relcl", "advcl")]
    for clause in behind:  # what the parse has hung on another word: "told reporters on Monday that …"
        if _marked(clause, "that") or _bare(clause):
            return clause
    for clause in verb.subtree:  # "told the channel in a talk aired on Monday that …"
        if clause.i > verb.i and clause.dep_ == "ccomp" and clause.head.dep_ == "acl" and _marked(clause, "that"):
            return clause
    first = min((t.left_edge.i for t in children(verb, "nsubj")), default=verb.i)
    trails = verb.dep_ in ("ccomp", "conj") and first > sentence_of(verb)[0] and verb.doc[first - 1].text == ","
    return verb.head if trails else _around(verb)


def _around(verb: Token) -> Token | None:
    """What goes on behind a cue put into it, taken for joined to it: "the pact, X told parliament, gives Y a stake"."""
    doc = verb.doc
    start = max((t.left_edge.i for t in children(verb, "nsubj") if t.i < verb.i), default=0)
    inserted = start > 1 and doc[start - 1].text == ","
    if not inserted or not any(t.i < start - 1 for t in children(verb, "nsubj", "npadvmod", "dep")):
        return None
    return next((t for t in children(verb, "conj") if doc[t.left_edge.i - 1].text == ","), None)


def _asserted(verb: Token, adjectives: AbstractSet[str]) -> Token | None:
    """ "was adamant that …", "made it clear that …": the clause behind the adjective."""
    if any(t.lower_ in ("it", "this") for t in children(verb, "nsubj")):
        return None
    for adjective in children(verb, "acomp", "ccomp", "oprd"):
        if adjective.lemma_.lower() in adjectives:
            behind = [*children(adjective, "ccomp", "advcl"), *children(verb, "ccomp", "advcl")]
            return next((t for t in behind if t.i > adjective.i and _marked(t, "that")), None)
    return None


def _bare(clause: Token) -> bool:
    """Whether a clause has a subject of its own, no relative pronoun, and no word that makes it an adverbial."""
    own = any(not t.tag_.startswith("W") for t in children(clause, "nsubj", "nsubjpass"))
    return own and clause.dep_ == "relcl" and not any(t.tag_.startswith("W") for t in clause.subtree)


def _action(verb: Token, link: Token | None) -> Token | None:
    for action in children(verb, "xcomp", "ccomp"):
        return action
    return next((t for t in children(verb, "advcl") if link is not None and _marked(t, "to")), None)


def _marked(clause: Token, word: str) -> bool:
    return any(t.lower_ == word for t in children(clause, "mark", "aux", "advmod"))


def _received(verb: Token, thing: Token) -> bool:
    """Whether it is people that are welcomed, not what they did."""
    counted = any(children(thing, "nummod")) or thing.ent_type_ in ("PERSON", "NORP") or thing.pos_ == "PRON"
    return counted or any(p.lower_ == "to" for p in prepositions(verb)) or any(children(verb, "xcomp"))


def _predicated(verb: Token, thing: Token) -> bool:
    """Whether something is called something: "called the deal historic", "called the deal “a triumph”".

    Not so "what it calls the free road", "which is called the free road": that is only how something is named.
    """
    if thing.tag_ == "WP" or (verb.dep_ == "relcl" and is_passive(verb)):
        return False
    if any(children(verb, "oprd", "prep", "ccomp", "xcomp")) or len([*children(verb, "dobj")]) > 1:
        return True
    return any(thing.i < q.start <= verb.right_edge.i for q in quotes_in(verb.doc, thing.i + 1, verb.right_edge.i + 1))


def _is_noun(token: Token, nouns: AbstractSet[str]) -> bool:
    """Whether a noun is one of `nouns`, some of which need a preposition behind them ("support for")."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    lemma = token.lemma_.lower()
    return lemma in nouns or any(
        f"{lemma} {p.lower_}" in nouns for t in (token, token.head) for p in children(t, "prep")
    )


def _told(noun: Token) -> bool:
    """Whether a noun speaks of what was told before ("made the pledge")."""
    return any(t.lower_ in ("the", "this", "that", "these", "those") for t in children(noun, "det"))
