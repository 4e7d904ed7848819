"""What a number measures, and whether it is a level or a change: "exports rose 12% to $10bn".

The verbs and nouns that tell it are the frames of `ontology/measures.ttl`; where they leave it open, the noun that the
number stands with says it ("loans amounting to $5bn", "$3bn in aid").
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from spacy.tokens import Doc, Token

from kg.extract.arguments import objects, subjects
from kg.extract.directions import ENDS, adverbial, compared, is_adverb, is_end, of_frame
from kg.extract.doc import mention_at, named
from kg.extract.finder import Finder
from kg.extract.grammar import children, is_clause, prepositions
from kg.extract.metric import Metric, done, grown, level, share, verb_above
from kg.extract.metricnames import (
    amount_of,
    carried,
    changed,
    changing,
    in_what,
    of_what,
    phrase,
    subject,
    things,
)  # fmt: skip
from kg.extract.numbers import PARTS
from kg.extract.quantities import Quantity
from kg.extract.tree import conjuncts
from kg.lexicon import Frame

__all__ = ["MetricWords"]

_NOUNS = ("NOUN", "PROPN")
_AMOUNTS = ("PERCENT", "MONEY", "QUANTITY", "CARDINAL")  # "the one 20 percent, the other 8"
_SPANS = {"year", "quarter", "month", "week"}  # "5.7 percent year on year"


class MetricWords:
    """The frames of measurements, by the lemmas of their verbs and nouns, and the lexicon's lists of words."""

    def __init__(self, frames: Iterable[Frame], words: Mapping[str, frozenset[str]]) -> None:
        told = [f for f in frames if f.kind == "Measurement"]
        self._verbs = {verb: f for f in told for verb in f.verbs}
        self._telling = Finder(verb for verb, f in self._verbs.items() if f.values.get("amount"))
        self._nouns = {noun: f for f in told for noun in f.nouns}
        self._amounts = words.get("amount", frozenset())
        self._assessing = words.get("assessing", frozenset())
        self._populated = words.get("populated", frozenset())

    def telling(self, doc: Doc) -> Iterator[Token]:
        """The words that may be verbs of which `told` tells something."""
        return (doc[i] for i in self._telling.find(doc))

    def changes(self, verb: Token) -> bool:
        """Whether a verb says that something grows or falls."""
        return of_frame(self._verb(verb)) != "level"

    def told(self, verb: Token) -> tuple[Decimal, str, Metric] | None:
        """The number that a verb itself tells, its unit, and what it measures: "exports doubled"."""
        frame = self._verb(verb)
        if (
            frame is None
            or not frame.values.get("amount")
            or any(p.lower_ in ("to", "from") for p in prepositions(verb))
        ):
            return None
        after = verb.head if verb.dep_ in ("compound", "amod") and verb.head.i > verb.i else None
        thing = after or next((t for t in objects(verb) if t.pos_ in _NOUNS), None) or subject(verb)
        if thing is None:
            return None
        metric = Metric(phrase(thing), of_frame(frame), thing, verb, "verb", frame)
        return Decimal(frame.values["amount"][0]), frame.values.get("unit", ("times",))[0], metric

    def metric(self, quantity: Quantity, before: Token | None = None) -> Metric | None:
        """What a quantity measures; None where nothing near it tells.

        `before` is the thing that the number before it measures, which "it" may stand for.
        """
        found = self._told(quantity, before)
        factor = quantity.dimension == "factor" and found is not None and found.direction == "level"
        return None if factor else found  # "the threat is twofold"

    def _told(self, quantity: Quantity, before: Token | None) -> Metric | None:
        noun, top = quantity.noun, quantity.head
        if noun is None and (relative := self._relative(quantity)) is not None:
            return relative
        if noun is not None and not (noun.lemma_ in _SPANS and quantity.unit is not None):
            return self._before(quantity, noun, before)
        while top.dep_ == "quantmod" or noun is not None and top.i < noun.i and top.head.i <= noun.i:
            top = top.head  # "fell by a third to $40m", taken for one number
        return self._behind(quantity, top.head, before) if top.dep_ == "pobj" else self._at(quantity, top, before)

    def _relative(self, quantity: Quantity) -> Metric | None:
        """ "the $300 million that X pledged", "the 2 million tonnes of wheat bought by X"."""
        for verb in children(quantity.head, "relcl", "acl"):
            frame = self._verb(verb)
            if frame is not None and frame.values.get("metric") and not frame.roles:
                thing = amount_of(quantity)
                return Metric(done(phrase(thing) if thing else "", frame), "level", verb, verb, "done", frame)
        return None

    def _verb(self, token: Token | None) -> Frame | None:
        if token is None or token.tag_[:2] != "VB":
            return None
        lemma = token.lemma_.lower()
        particles = (f"{lemma} {t.lower_}" for t in children(token, "prt", "advmod"))  # "went up"
        return next((self._verbs[p] for p in particles if p in self._verbs), self._verbs.get(lemma))

    def _before(self, quantity: Quantity, noun: Token, before: Token | None) -> Metric | None:
        """ "a 30% increase in trade", "a $500 million loan", "200 civilians"."""
        verb = verb_above(noun)
        if noun.lemma_.lower() in self._amounts and quantity.unit is not None:
            return self._limit(quantity, noun, before)
        if noun.lemma_ == "worth" and verb is not None and noun in objects(verb):
            return self._verbal(quantity, verb, before, by=False)
        if noun.lemma_.lower() in self._nouns and quantity.unit is not None:
            return self._change(quantity, noun)
        name = phrase(noun, quantity.span)
        if way := compared(quantity):
            return Metric(name, way, noun, verb, "compared")
        if quantity.unit is not None and quantity.dimension != "people":
            return Metric(name, "level", noun, verb, "before-noun")
        frame = self._verb(verb)
        if verb is None or frame is None or not {noun, *conjuncts(noun)} & {*objects(verb), *subjects(verb)}:
            return Metric(name, "level", noun, verb, "count")
        return Metric(done(name, frame), "level", noun, verb, "count", frame)

    def _behind(self, quantity: Quantity, tie: Token, before: Token | None) -> Metric | None:
        """The number stands behind a preposition: "loans of $5bn", "rose by 5%", "stood at 4 million tonnes"."""
        over = tie.head
        while over.dep_ == "prep" and over.head is not over:
            over = over.head
        if over.lemma_.lower() in self._amounts and not is_clause(over):
            return self._limit(quantity, over, before)
        if tie.lower_ == "worth":
            thing = next(iter(objects(over)), None) if is_clause(over) else over
            return level(thing, "worth") if thing is not None else None
        if tie.lower_ in ENDS and is_adverb(over) or over.lower_ == "compared":  # "up from $3bn"
            thing = subject(verb_above(over))
            if thing is not None and mention_at(thing) is not None:
                return self._again(before)
            return level(thing, "compared-with") if thing is not None else None
        if is_clause(over):
            return self._verbal(quantity, over, before, by=tie.lower_ == "by")
        if over.pos_ not in _NOUNS:
            return None
        if over.lemma_.lower() in self._nouns and tie.lower_ in ("of", "by"):
            return self._change(quantity, over)
        if over.lemma_.lower() in PARTS:  # "half of the $5bn in aid"
            thing = amount_of(quantity)
            return level(thing, "share-of") if thing is not None else None
        if named(over):  # "Kenya, with 54 million people"
            name = "population" if quantity.dimension == "people" else quantity.unit or ""
            return Metric(name, "level", over, verb_above(over), "name-with")
        if quantity.dimension == "people" and over.lemma_.lower() in self._populated:
            return Metric("population", "level", over, verb_above(over), "noun-of")
        return share(quantity, verb_above(over)) or level(over, "noun-of")

    def _at(self, quantity: Quantity, top: Token, before: Token | None) -> Metric | None:
        """The number is a verb's object or measure: "reached $5bn", "fell 3%", "up 8%", "has 4 million tonnes in X"."""
        over = top.head
        if way := adverbial(quantity, over):
            verb = verb_above(over)
            told = self._assessed(verb, quantity)
            thing = told or subject(verb)
            thing = before if told is None and thing is not None and named(thing) else thing
            return Metric(phrase(thing), way, thing, verb, "up-down") if thing is not None else None
        if over.lower_ == "worth":
            thing = subject(verb_above(over)) if over.dep_ in ("acomp", "attr") else over.head
            thing = next(iter(objects(thing)), None) if thing is not None and is_clause(thing) else thing
            return level(thing, "worth") if thing is not None else None
        if is_clause(over):
            return self._verbal(quantity, over, before, by=top.dep_ == "npadvmod")
        if over.pos_ not in _NOUNS or top.dep_ not in ("appos", "conj") or top.dep_ == "appos" and named(over):
            return None
        if over.lemma_.lower() in self._amounts and top.dep_ == "appos":  # "a record $5bn"
            return self._limit(quantity, over, before)
        part = share(quantity, verb_above(over))
        return part or (level(over, "apposition") if over.ent_type_ not in _AMOUNTS else None)

    def _again(self, before: Token | None) -> Metric | None:
        """What the number before it measures, of another time: "X earned $5bn, up from $4bn"."""
        frame = self._verb(before)
        if before is None or frame is None or not frame.values.get("metric"):
            return None
        return Metric(done("", frame), "level", before, before, "compared-with", frame)

    def _assessed(self, verb: Token | None, quantity: Quantity) -> Token | None:
        """Of what somebody gives the number: "X put output at 5 tonnes, up 8%", "X recorded exports of $5bn, up 8%"."""
        frame = self._verb(verb)
        if verb is None or frame is not None and verb.lemma_ not in self._assessing:
            return None
        return next((t for t in things(verb, quantity) if not named(t) and t.lemma_ not in self._amounts), None)

    def _limit(self, quantity: Quantity, noun: Token, before: Token | None) -> Metric | None:
        """The noun only says that it is an amount: "reached a record $5bn", "a target of $5bn in trade"."""
        thing = amount_of(quantity) or of_what(noun, quantity)
        verb = verb_above(noun)
        if thing is None and verb is not None:
            thing = next((t for t in objects(verb) if t != noun and t.pos_ in _NOUNS and t.i < noun.i), subject(verb))
            thing = thing if thing is not None and not named(thing) else carried(verb, noun, before)
        return level(thing or noun, "limit")

    def _verbal(self, quantity: Quantity, verb: Token, last: Token | None, by: bool) -> Metric | None:
        """The number is tied to a verb; `by` where it says by how much something changes."""
        by = by and not is_end(quantity)
        frame = self._verb(verb)
        direction = of_frame(frame)
        part = share(quantity, verb, frame)
        if part is not None and not (direction != "level" and by):
            return part
        empty = {*self._nouns, *self._amounts}
        before = [t for t in things(verb, quantity) if t.lemma_.lower() not in empty]
        thing = amount_of(quantity) or next(iter(before), None)
        if frame is not None and frame.values.get("metric"):
            what = "people" if "about" in frame.roles else ""
            return Metric(done(phrase(thing) if thing else what, frame), "level", verb, verb, "done", frame)
        if frame is not None and frame.values.get("direction"):
            meant = None if before else carried(verb, quantity.head, last)
            thing = next(iter(before), None) or meant or subject(verb) or next(iter(objects(verb)), None)
            changes = by or quantity.dimension in ("share", "factor") and not is_end(quantity)
            rule = "carried" if meant is not None else "change" if changes and direction != "level" else "level"
            told = direction if changes else "level"
            return Metric(grown(thing), told, thing, verb, rule, frame) if thing is not None else None
        thing = thing or in_what(verb)
        return Metric(phrase(thing), "level", thing, verb, "object", frame) if thing is not None else None

    def _change(self, quantity: Quantity, noun: Token) -> Metric:
        """ "a 30% increase in trade", "exports saw a growth of 5%", "GDP growth of 3%"."""
        verb = verb_above(noun)
        thing = (
            changing(noun, quantity)
            or (changed(verb, noun) if phrase(noun, quantity.span) == noun.lower_ else None)
            or noun
        )
        return Metric(phrase(thing), of_frame(self._nouns[noun.lemma_.lower()]), thing, verb, "change-noun")
