"""When what a word tells of happened: the expression of time that the grammar ties to it.

An expression hangs on a word directly ("met on Monday", "Monday's meeting"), on a verb that the word belongs to ("held
talks on Monday"), or within what it is modified by ("the deal signed on Monday"). Clauses that a verb of speech governs
keep their own time: what was said on Monday did not happen on Monday.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from spacy.tokens import Doc, Token

from kg.extract.grammar import children

__all__ = ["Time", "date_of", "keep_times", "period_of"]

_KEY = "kg.times"
_MODIFYING = {"prep", "pobj", "pcomp", "npadvmod", "advmod", "compound", "poss", "amod", "nummod", "nmod", "appos", "dep",
              "conj", "quantmod"}  # fmt: skip
_ARGUMENT = {"nsubj", "nsubjpass", "dobj", "attr"}
_BELONGING = {"dobj", "pobj", "pcomp", "prep", "nsubj", "nsubjpass", "conj", "xcomp", "advcl", "acl", "compound", "attr",
              "agent", "dative", "amod", "nmod", "poss", "appos", "acomp", "oprd"}  # fmt: skip
_ELSEWHEN = {"after", "before", "since", "until", "till", "once", "if"}
_NOT_AT = {"before", "after", "until", "till", "than", "from"}
_VERBS = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time in the parse: tokens `start` to `end` (exclusive), and the stretch that it tells.

    `period` is an ISO day, month, year, or interval of two; None where it is vague.
    """

    start: int
    end: int
    head: int
    period: str | None


def keep_times(doc: Doc, times: list[Time]) -> None:
    """Put the expressions of a Doc where `date_of` and `period_of` look for them."""
    doc.user_data[_KEY] = tuple(times)


def date_of(token: Token) -> str | None:
    """When the event that a verb or noun tells happened; an ISO day, month or year, or interval of two; or None.

    Vague times, durations, and times that are not told of this event give None.
    """
    found = [
        (*cost, abs(time.head - token.i), time.period)
        for time in _times_of(token)
        if time.period is not None and (cost := _distance(token, token.doc[time.head])) is not None
    ]
    return min(found)[-1] if found else None


def period_of(token: Token) -> str | None:
    """The period that a number is told for ("exports of $3 billion in 2023"), as `date_of` gives times."""
    return date_of(token)


def _times_of(token: Token) -> Iterator[Time]:
    """The expressions in the sentence of a token."""
    sentence = token.sent
    times: tuple[Time, ...] = token.doc.user_data.get(_KEY, ())
    return (t for t in times if sentence.start <= t.head < sentence.end)


def _distance(trigger: Token, time: Token) -> tuple[int, int] | None:
    """How far an expression is from a trigger: steps up from the trigger and down to the expression; None: not tied."""
    above = _climb(trigger)
    below = 0
    node, links = time, []
    while node.i not in above:
        links.append(node)
        if node.dep_ == "ROOT":
            return None
        node = node.head
        below += 1
    if not links:
        return None
    cost = _cost(links, node)
    return None if cost is None else (2 * above[node.i] + cost, below)


def _climb(trigger: Token) -> Mapping[int, int]:
    """The words that a trigger belongs to, itself first, with the number of steps to each."""
    steps = {trigger.i: 0}
    node = trigger
    while node.dep_ in _BELONGING and not (node.dep_ == "advcl" and _marks(node) & _ELSEWHEN):
        node = node.head
        steps[node.i] = len(steps)
    return MappingProxyType(steps)


def _marks(verb: Token) -> set[str]:
    return {t.lower_ for t in children(verb, "mark", "advmod", "prep")}


def _cost(links: list[Token], node: Token) -> int | None:
    """What stands between an expression and the word above it: 0 a modifier, more for what is less sure, None too much."""
    if any(t.dep_ == "prep" and t.lower_ in _NOT_AT for t in links[:2]):
        return None
    cost = 0
    for i, link in enumerate(reversed(links)):
        if link.dep_ in _MODIFYING:
            continue
        if link.dep_ in _ARGUMENT and i == 0 and link is not links[0]:
            cost += 1
        elif link.dep_ in ("acl", "relcl") and i == 0 and node.pos_ not in _VERBS:
            cost += 1
        elif link.dep_ == "advcl" and i == 0 and _marks(link) & {"after", "when", "as", "while"}:
            cost += 5
        else:
            return None
    return cost
