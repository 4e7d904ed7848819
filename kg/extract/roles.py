"""Where a role stands in the grammar around a verb or noun: the places that `ontology/events.ttl` names."""

from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType

from spacy.tokens import Token

from kg.extract.arguments import objects, subjects
from kg.extract.doc import mention_at, type_of
from kg.extract.grammar import children, climb, is_passive, modifiers, possessors, prepositional, prepositions
from kg.extract.tree import conjuncts

__all__ = ["AROUND_NOUNS", "PLACES", "around_verb", "controllers", "governors", "nested", "people"]

PLACES = frozenset({
    "subject", "object", "recipient", "possessive", "modifier", "circumstance", "capacity", "apposition", "controller",
    "wished", "obliged", "deed", "site", "condition", "task",
})  # fmt: skip
"""The places of roles that are not prepositions."""
_CIRCUMSTANCES = {
    "during", "on", "at", "in", "after", "before", "following", "amid", "ahead", "for", "of", "from", "as", "upon",
    "throughout", "since", "to", "by",
}  # fmt: skip
_TOWARDS = {"on", "against", "at", "with", "upon", "towards", "toward"}


def around_verb(verb: Token, place: str) -> tuple[Token, ...]:
    """The heads of the phrases at a place of a verb: "subject", "object", "recipient" or a clause's."""
    if verb.pos_ in ("NOUN", "PROPN"):  # "X's signing of the deal", "X oversaw the signing of the deal"
        return controllers(verb) if place == "subject" else ()
    if verb.dep_ == "amod":
        return _compounded(verb) if place == "subject" else (verb.head,) if _compounded(verb) else ()
    if place == "subject":
        return subjects(verb) or _owners(verb)
    if place == "recipient":
        return tuple(t for t in children(verb, "dative") if t.pos_ in ("NOUN", "PROPN", "PRON"))
    if place in _CLAUSAL:
        return tuple(_CLAUSAL[place](verb))
    return objects(verb) if place == "object" else ()


def _wished(verb: Token) -> Iterator[Token]:
    """Those who are to do what is asked: "demanded that X leave", "insisted X be freed"."""
    for clause in children(verb, "ccomp"):
        bare = {"VB", "VBP"} & {clause.tag_, *(t.tag_ for t in children(clause, "auxpass"))}
        helpers = {t.lower_ for t in children(clause, "aux")}
        if (bare and not helpers) or helpers & {"to", "should"}:
            yield from children(clause, "nsubj", "nsubjpass")


def _obliged(verb: Token) -> Iterator[Token]:
    """Those who have to do what is said: "said that X must leave"."""
    for clause in children(verb, "ccomp"):
        if any(t.lower_ in ("must", "should") for t in children(clause, "aux")):
            yield from children(clause, "nsubj", "nsubjpass")


def _conditions(verb: Token) -> Iterator[Token]:
    """Those who have to do something lest it happens, if no object tells whom: "threatened to attack unless X left"."""
    if any(children(verb, "dobj", "dative")) and verb.dep_ not in ("xcomp", "ccomp"):
        return
    for clause in children(verb, "advcl"):
        if any(t.lower_ in ("unless", "if", "until") for t in children(clause, "mark")):
            yield from children(clause, "nsubj", "nsubjpass")
    for deed in children(verb, "xcomp", "ccomp"):
        yield from _conditions(deed)


def _sites(verb: Token) -> Iterator[Token]:
    """Where or whose the thing is that is made: "builds a railway in X", "builds X's railway"."""
    yield from prepositional(verb, {"in", "across"})
    for thing in objects(verb):
        yield from (*possessors(thing), *prepositional(thing, {"in", "across", "of"}))


def _tasks(verb: Token) -> Iterator[Token]:
    """What somebody is helped to do something about: "helped X build a port", "helps X to train teachers"."""
    for deed in children(verb, "xcomp", "ccomp", "advcl"):
        if deed.tag_ in ("VB", "VBP") and not any(children(deed, "mark")):
            yield from objects(deed)


def _done_to(verb: Token) -> Iterator[Token]:
    """Those whom the infinitive concerns: "threatened to impose tariffs on X", "gave money to help build X's port"."""
    for deed in children(verb, "xcomp", "advcl"):
        if deed.tag_ == "VB":
            yield from objects(deed)
            yield from prepositional(deed, _TOWARDS)
            yield from (t for thing in objects(deed) for t in prepositional(thing, _TOWARDS))
            yield from _done_to(deed)


_CLAUSAL: Mapping[str, Callable[[Token], Iterator[Token]]] = MappingProxyType(
    {"wished": _wished, "obliged": _obliged, "deed": _done_to, "site": _sites, "condition": _conditions, "task": _tasks}
)


def _compounded(participle: Token) -> tuple[Token, ...]:
    """Who does it, in a compound before a noun: "the Peruvian-backed plan"."""
    before = participle.doc[max(0, participle.i - 2) : participle.i]
    return (before[0],) if len(before) == 2 and before[1].text in ("-", "–") else ()


def _owners(verb: Token) -> tuple[Token, ...]:
    """Whose the noun is that a gerund explains: "X's commitment to joining", "the role of X in founding"."""
    if verb.dep_ != "pcomp" or verb.head.head.pos_ not in ("NOUN", "PROPN"):
        return ()
    noun = verb.head.head
    return possessors(noun) or prepositional(noun, {"of"}) or (subjects(noun.head) if noun.dep_ == "dobj" else ())


def before(noun: Token) -> Iterator[Token]:
    """The words before a noun, also those within a compound ("Kazakh-Malaysian trade talks")."""
    first = min((t.left_edge.i for t in modifiers(noun)), default=noun.i)
    yield from noun.doc[first : noun.i]


def apposed(noun: Token) -> Iterator[Token]:
    """What a noun is said of without a verb: "X, a member of Y", "the member X", "member states such as X"."""
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
        top = top.head
    if top.dep_ in ("appos", "compound", "nmod"):
        if top.dep_ == "appos" and top.tag_ == "NNS" and top.head.dep_ == "conj":  # "X and Y, members of Z"
            yield from (t for t in top.head.ancestors if top.head in conjuncts(t) and t.pos_ == "PROPN")
        yield top.head
    yield from children(noun, "appos")
    counted = climb(noun)  # "X, one of the members of Y"
    if counted is not noun and counted.dep_ == "appos":
        yield counted.head
    for other in (*children(noun, "conj"), *([top] if top != noun else [])):  # "EU members and NATO allies X and Y"
        yield from (t for t in children(other, "appos") if other.pos_ == "NOUN" and t.i > noun.i)
    behind = mention_at(noun.doc[noun.i + 1]) if noun.i + 1 < len(noun.doc) else None
    if behind is not None and behind.kind == "name" and noun.doc[behind.head].head == noun.head:
        yield noun.doc[behind.head]  # "the member states X and Y agreed"
    yield from prepositional(noun, {"as", "including", "like"})
    yield from (t for body in prepositional(noun, {"of"}) for t in prepositional(body, {"including"}))


def nested(token: Token, words: frozenset[str]) -> Iterator[Token]:
    """Those whose preposition a parse hangs on a common noun between: "talks on trade with X"."""
    for prep in prepositions(token):
        for noun in children(prep, "pobj"):
            if mention_at(noun) is None and prep.lower_ not in words:
                yield from prepositional(noun, words - {"of"})


def people(verb: Token) -> Iterator[Token]:
    """The people whom a verb names as its objects, by themselves or behind a title."""
    objects = [t for thing in children(verb, "dobj", "nsubjpass") for t in (thing, *conjuncts(thing))]
    for token in (t for thing in objects for t in (thing, *children(thing, "appos"))):
        mention = mention_at(token)
        if mention is not None and mention.kind == "name" and type_of(token.doc, mention.iris[0]) == "Person":
            yield token


def controllers(token: Token, noun: Token | None = None) -> tuple[Token, ...]:
    """Who does or has what the words are part of: "X's commitment to enhancing ties", "X discussed the growth of ties".

    The nearest owner or doer on the way to the root of the sentence; beyond what `noun` itself does, where it tells the
    other side ("X said ties with Y grew").
    """
    while True:
        if token.pos_ in ("NOUN", "PROPN"):
            found = possessors(token)
        else:
            found = _doers(token) if token.pos_ in ("VERB", "AUX") else ()
        if noun is not None and any(t == noun or t.is_ancestor(noun) for t in found):
            if not prepositional(noun, {"with", "to"}):
                return found
            found = ()
        if found or token.dep_ == "ROOT":
            return found
        token = token.head


def _doers(verb: Token) -> tuple[Token, ...]:
    return subjects(verb) if not is_passive(verb) else (*subjects(verb), *objects(verb))[:1]


def governors(noun: Token, words: Collection[str] = frozenset(_CIRCUMSTANCES)) -> tuple[Token, ...]:
    """Who does what a noun is the circumstance of: "X said during a visit", "on his way back from a summit, X said".

    `words` are the prepositions that may tie it to what is done.
    """
    token = climb(noun)
    while token.dep_ == "conj" and token.head.pos_ == "NOUN":
        token = token.head
    while token.dep_ in ("pobj", "pcomp", "advmod") or (token.dep_ == "prep" and token.head.pos_ != "VERB"):
        if token.dep_ == "prep" and token.lower_ not in words:
            return ()
        token = token.head
    if token.dep_ != "prep" or token.lower_ not in words:
        return _introduced(noun)
    verb = token.head
    return subjects(verb) if not is_passive(verb) else (*objects(verb), *subjects(verb))[:1]


def _introduced(noun: Token) -> tuple[Token, ...]:
    """Whom a phrase between commas tells of: "X, currently on a visit to Y, said"."""
    on = noun.head
    if noun.dep_ != "pobj" or on.lower_ != "on" or on.head.pos_ != "PROPN":
        return ()
    first = on.left_edge
    return (on.head,) if first.i and first.nbor(-1).text == "," else ()


AROUND_NOUNS: Mapping[str, Callable[[Token], Iterator[Token] | tuple[Token, ...]]] = MappingProxyType(
    {"possessive": possessors, "modifier": before, "apposition": apposed}
)
"""The heads of the phrases at the places of a noun that need no more than the noun."""
