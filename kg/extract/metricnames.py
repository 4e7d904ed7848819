"""The things that numbers measure, and what they are called: "copper reserves", "number of tourists"."""

from spacy.tokens import Span, Token

from kg.extract.arguments import objects, subjects
from kg.extract.doc import named
from kg.extract.grammar import antecedent, children, is_passive, prepositional
from kg.extract.quantities import Quantity
from kg.extract.wordlists import listed

__all__ = [
    "amount_of", "carried", "changed", "changing", "in_what", "of_what", "phrase", "share_of", "subject",
    "things",
]  # fmt: skip

_NOUNS = ("NOUN", "PROPN")
_DROPPED = {"det", "poss", "nummod", "quantmod", "predet", "case"}
_TIMES = ("DATE", "TIME")
_IT = {"it", "this", "that", "them"}
_COMPARATIVES = {"more", "less", "fewer"}


def phrase(noun: Token, without: Span | None = None) -> str:
    """A noun with what is before it, as a metric's name in lower case; names and numbers are left out.

    `without` is the number, which may stand inside the phrase ("a 40-km-long railway": railway).
    """
    noun = antecedent(noun)
    numbered = range(without.start, without.end) if without is not None else range(0)
    words = [t for t in children(noun, "amod", "compound", "nmod") if t.i < noun.i and t.lower_ not in _COMPARATIVES]
    plain = [t for t in words if not any(d.i in numbered for d in t.subtree)]
    inside = sorted({d for t in plain for d in t.subtree} | {noun}, key=lambda t: t.i)
    dropped = {t for t in inside if named(t) or t.dep_ in _DROPPED or t.is_punct or t.like_num}
    kept = [t for t in inside if t == noun or _is_part(t) or t not in dropped]
    name = " ".join(t.text if named(t) else t.lower_ for t in kept).replace(" - ", "-")
    of = prepositional(noun, {"of"}) if noun.lemma_.lower() in listed(noun, "amount-of") else ()
    counted = next((t for t in of if t.pos_ in _NOUNS and t.i not in numbered and not t.like_num), None)
    return f"{name} of {phrase(counted)}" if counted is not None else name


def _is_part(token: Token) -> bool:
    """Whether it is "two" or the hyphen of "two-way"."""
    way = token.doc[token.i : token.i + 3] if token.text != "-" else token.doc[max(0, token.i - 1) : token.i + 2]
    return len(way) == 3 and way[1].text == "-" and way[0].is_alpha and way[2].dep_ != "nummod" and token.i != way[2].i


def changing(noun: Token, quantity: Quantity) -> Token | None:
    """What grows or falls: "growth in trade", "an increase of exports"; in "GDP growth" the growth itself is named."""
    return next((t for t in prepositional(noun, ("in", "of", "to")) if _is_thing(t) and t not in quantity.span), None)


def changed(verb: Token | None, noun: Token) -> Token | None:
    """What "an increase of 4%" is of: the verb's subject, or of a country or body the object before it."""
    thing = subject(verb)
    if verb is None or thing is None or not named(thing):
        return thing
    others = (t for t in children(verb, "dobj", "attr") if t.i < noun.i and t.pos_ in _NOUNS and not named(t))
    return next(others, thing)


def carried(verb: Token, number: Token, before: Token | None) -> Token | None:
    """The thing measured `before`, where a verb's object or subject only stands for it: "raise it to $5bn"."""
    stands = (t for t in (*children(verb, "dobj"), *subjects(verb)) if t.i < number.i and t.pos_ == "PRON")
    return before if any(t.lower_ in _IT for t in stands) else None


def subject(verb: Token | None) -> Token | None:
    """The thing that a verb tells something of: its subject, active or passive."""
    told = (*subjects(verb), *(objects(verb) if is_passive(verb) else ())) if verb is not None else ()
    return next((a for t in told if (a := antecedent(t)).pos_ in _NOUNS), None)


def things(verb: Token, quantity: Quantity) -> list[Token]:
    """The objects of a verb before a number: "raise trade to $5bn"."""
    return [t for t in objects(verb) if t.i < quantity.span.start and t.pos_ in _NOUNS and not t.like_num]


def share_of(quantity: Quantity) -> Token | None:
    """Of what a percentage is a share: "40% of Norway's imports", "half its exports"."""
    if quantity.dimension != "share":
        return None
    within = (t for token in quantity.span for t in prepositional(token, {"of"}))
    beside = (t for t in children(quantity.head, "dobj", "pobj") if quantity.span.end <= t.i)
    return next(within, None) or next(beside, None)


def amount_of(quantity: Quantity) -> Token | None:
    """Of what it is so much: "4.8 million tonnes of copper", "$3bn in aid", "$10 million worth of goods"."""
    if quantity.dimension == "people":
        return None  # they are themselves what is told of
    for token in quantity.span:
        for thing in prepositional(token, {"of", "in", "for"}):
            if _is_thing(thing):
                return _goods(thing) if thing.lemma_ == "worth" else thing
    worth = (t for t in children(quantity.head, "acl", "amod", "prep") if t.lower_ == "worth")
    return next((t for w in worth for t in prepositional(w, {"of"})), None)


def _goods(worth: Token) -> Token:
    return next(iter(prepositional(worth, {"of"})), worth)


def of_what(noun: Token, quantity: Quantity) -> Token | None:
    """Of what a noun tells an amount: "the goal for trade"."""
    return next((t for t in prepositional(noun, {"in", "of", "for"}) if _is_thing(t) and t not in quantity.span), None)


def in_what(verb: Token) -> Token | None:
    """The thing whose amount it is, where the parse hangs it on the verb: "has 4 million tonnes in reserves"."""
    return next((t for t in prepositional(verb, {"in", "of"}) if _is_thing(t) and t.pos_ == "NOUN"), None)


def _is_thing(token: Token) -> bool:
    return token.pos_ in _NOUNS and not token.like_num and token.ent_type_ not in _TIMES and not named(token)
