"""Questions to a dependency parse: by which preposition, whose, in which clause, negated or not.

Pure functions over spaCy tokens, for the labels of spaCy's English pipelines (ClearNLP: nsubj, dobj, pobj, agent …).
They give the heads of phrases; `kg.extract.doc.parties` adds what is joined to a head by "and". Who does what a verb
tells, and to whom, is in `kg.extract.arguments`.
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Span, Token

from kg.extract.numbers import SCALES
from kg.extract.tree import children, dependents, sentence_of, tree_of
from kg.extract.wordlists import listed

__all__ = [
    "antecedent", "carriers", "children", "clause", "climb", "is_amount", "is_clause", "is_infinitive", "is_passive",
    "modifiers", "negated", "possessors", "prepositional", "prepositions", "sentence",
]  # fmt: skip

_RELATIVE = {"WP", "WDT", "WP$"}
_NEGATIVE = {"no", "never", "neither", "nor", "hardly"}


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for ("Kazakhstan, which …" → Kazakhstan); any other token itself."""
    if token.tag_ in _RELATIVE:
        for verb in token.ancestors:
            if verb.dep_ == "relcl":
                return verb.head
    return token


def is_passive(verb: Token) -> bool:
    """Whether `verb` is in the passive ("was signed", "was drafted and signed", "the deal signed by …")."""
    if any(children(verb, "nsubjpass", "auxpass", "agent")) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        return True
    shared = verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ == "VBN"
    return shared and not any(children(verb, "nsubj", "aux", "dobj")) and is_passive(verb.head)


def is_clause(token: Token) -> bool:
    """Whether `token` is a verb that heads a clause (not an auxiliary, nor a participle that modifies a noun)."""
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound", "prep", "case")


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before a verb."""
    return any(t.lower_ == "to" for t in children(verb, "aux"))


def prepositions(token: Token) -> list[Token]:
    """The prepositions that hang on `token`, those within a chain ("together with", "ahead of") too."""
    doc, i = token.doc, token.i
    ties = tree_of(doc).ties
    if i not in ties:  # asked for again for each role of a frame
        ties[i] = [t.i for t in _ties(token)]
    return [doc[k] for k in ties[i]]


def _ties(token: Token) -> Iterator[Token]:
    for child in children(token, "prep", "agent", "dative"):
        if child.pos_ in ("ADP", "SCONJ", "ADV", "VERB"):
            yield child
            yield from _ties(child)
            yield from children(child, "conj")


def prepositional(token: Token, words: Collection[str]) -> tuple[Token, ...]:
    """The nouns that a preposition of `words` (lower case) ties to `token`: ("meet", {"with"}) → those met."""
    ties = prepositions(token)
    if not ties:
        return ()
    return tuple(
        antecedent(t) for prep in ties if prep.lower_ in words for t in (*children(prep, "pobj"), *_guests(prep))
    )


def _guests(preposition: Token) -> Iterator[Token]:
    """Those whom a parse takes to be visited: "talks with visiting President X"."""
    for verb in children(preposition, "pcomp"):
        if verb.lower_ == "visiting":
            yield from (t for t in children(verb, "dobj") if t.pos_ == "PROPN")


def possessors(noun: Token) -> tuple[Token, ...]:
    """Whose it is: "Iran's visit", "his visit"."""
    return tuple(antecedent(t) for t in children(noun, "poss"))


def modifiers(noun: Token) -> tuple[Token, ...]:
    """The adjectives and nouns before a noun: "the Kazakh trade delegation" → Kazakh, trade."""
    return tuple(children(noun, "amod", "compound", "nmod"))


def climb(noun: Token) -> Token:
    """The head of what a noun is counted by: "a series of meetings", "$2 million in aid"; else the noun itself."""
    while noun.dep_ == "pobj" and _counts(noun.head.head, noun.head.lower_):
        noun = noun.head.head
    return noun


def _counts(noun: Token, tie: str) -> bool:
    """Whether a noun only says how much there is of what a preposition ties to it."""
    if tie == "of":
        return noun.lemma_ in listed(noun, "counting")
    return tie == "in" and (noun.lemma_ in SCALES or noun.lemma_ in listed(noun, "unit-money"))


def is_amount(token: Token) -> bool:
    """Whether a word tells an amount of money or a share: "billion", "$", "percent"."""
    return any(token.lemma_ in words for words in (SCALES, listed(token, "unit-money"), listed(token, "unit-share")))


def carriers(noun: Token, lemmas: Collection[str]) -> Iterator[Token]:
    """The light verbs of `lemmas` that carry a noun: "hold talks", "talks were held", "paid a visit", "on a visit".

    A noun joined to another shares its verb ("paid a visit and held talks", "held talks and a dinner").
    """
    top = climb(noun)
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
        top = climb(top.head)
    verb = top.head
    if top.dep_ == "pobj":
        verb = verb.head
    elif top.dep_ not in ("dobj", "nsubjpass", "attr", "nsubj", "oprd"):
        return
    while True:
        if verb.lemma_.lower() in lemmas:
            yield verb
        if top.dep_ == "nsubj" or verb.dep_ not in ("acl", "relcl") or verb.head.i == top.i:
            break
        verb = verb.head
    if top.dep_ == "nsubjpass":  # "the deal was drafted and signed"
        yield from (v for v in children(top.head, "conj") if is_passive(v) and v.lemma_.lower() in lemmas)
    if top.dep_ in ("dobj", "nsubjpass"):
        return
    for verb in children(top, "acl", "relcl"):  # "the talks held in Astana"
        if verb.lemma_.lower() in lemmas:
            yield verb


def negated(token: Token) -> bool:
    """Whether a word of negation hangs on `token`: "did not", "never", "no longer", "no meeting", "without meeting"."""
    return (
        any(children(token, "neg"))
        or any(t.lower_ in _NEGATIVE for t in children(token, "det", "advmod", "preconj"))
        or any(c.lower_ == "no" for t in children(token, "advmod") for c in dependents(t))
        or (token.dep_ in ("pobj", "pcomp") and token.head.lower_ == "without")
    )


def clause(token: Token) -> Span:
    """The clause that `token` stands in: all that hangs on its nearest verb."""
    verb = next((t for t in (token, *token.ancestors) if is_clause(t)), token.sent.root)
    return token.doc[verb.left_edge.i : verb.right_edge.i + 1]


def sentence(token: Token) -> Span:
    """The sentence of `token`, without the white space around it."""
    start, end = sentence_of(token)
    while start < end and token.doc[start].is_space:
        start += 1
    while end > start and token.doc[end - 1].is_space:
        end -= 1
    return token.doc[start:end]
