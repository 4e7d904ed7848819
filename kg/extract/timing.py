"""When what a word tells of happened: the expression of time that the grammar ties to it.

An expression hangs on a word directly ("met on Monday", "Monday's meeting"), on a verb that the word belongs to ("held
talks on Monday"), or within what it is modified by ("the deal signed on Monday"). Clauses that a verb of speech governs
keep their own time: what was said on Monday did not happen on Monday.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from spacy.tokens import Doc, Token

from kg.extract.doc import mention_at
from kg.extract.grammar import children, is_infinitive
from kg.extract.timescope import contrasts, in_next_clause, is_of_another
from kg.extract.tree import sentence_of

__all__ = ["Time", "date_of", "date_within", "keep_times", "period_of", "time_at", "time_words"]

_KEY = "kg.times"
_MODIFYING = {"prep", "pobj", "pcomp", "npadvmod", "advmod", "compound", "poss", "amod", "nummod", "nmod", "appos",
              "dep", "conj", "quantmod"}  # fmt: skip
_ARGUMENT = {"nsubj", "nsubjpass", "dobj", "attr"}
_BELONGING = {"dobj", "pobj", "pcomp", "prep", "nsubj", "nsubjpass", "conj", "xcomp", "advcl", "acl", "compound",
              "attr", "agent", "dative", "amod", "nmod", "poss", "appos", "acomp", "oprd"}  # fmt: skip
_ELSEWHEN = {"after", "before", "since", "until", "till", "once", "if"}
_NOT_AT = {"before", "after", "until", "till", "than", "from", "unlike", "like"}
_BACK = 2  # sentences at most to the one that tells the time
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


def date_of(token: Token, barred: Collection[str] = (), *, carried: bool = True) -> str | None:
    """When the event that a verb or noun tells happened; an ISO day, month or year, or interval of two; or None.

    What is told as past and has no time of its own has that of the sentence before ("They met on Monday. They also
    signed …"). Vague times, durations, and times that are not told of this event give None, as
    do those right behind a preposition of `barred` (lower case). Without `carried`, only its own sentence counts.
    """
    return _tied(token, barred) or (_carried(token) if carried else None)


def period_of(token: Token) -> str | None:
    """The period that a number is told for ("exports of $3 billion in 2023"), found as `date_of` finds dates.

    "Since 2001" lasts until the article's day, "through August" from the beginning of the year.
    """
    time = _time_of(token)
    if time is None or time.period is None or "/" in time.period or time.start == 0:
        return time.period if time else None
    day, before = token.doc._.article.date, token.doc[time.start - 1].lower_
    if before == "since" and day and time.period < day:
        return f"{time.period}/{day[: len(time.period)]}"
    if before == "through" and len(time.period) == 7:
        return f"{time.period[:4]}-01/{time.period}"
    return time.period


def time_at(token: Token) -> str | None:
    """The day, month, year or interval of the expression of time that covers a token; None where it is vague."""
    times: tuple[Time, ...] = token.doc.user_data.get(_KEY, ())
    return next((time.period for time in times if time.start <= token.i < time.end), None)


def date_within(doc: Doc, start: int, end: int) -> str | None:
    """The first day, month, year or interval that is told between two tokens."""
    times: tuple[Time, ...] = doc.user_data.get(_KEY, ())
    return next((time.period for time in times if start <= time.head < end and time.period), None)


def time_words(token: Token) -> tuple[Token, ...]:
    """The first and the last word of the expression that tells when, where one is tied to a verb or noun."""
    time = _time_of(token)
    return (token.doc[time.start], token.doc[time.end - 1]) if time else ()


def _tied(token: Token, barred: Collection[str] = ()) -> str | None:
    time = _time_of(token, barred)
    return time.period if time else None


def _time_of(token: Token, barred: Collection[str] = ()) -> Time | None:
    """The expression that tells when: of those tied to a token the nearest in the parse, then in the text."""
    found = [
        (*cost, abs(time.head - token.i), time.start, time)
        for time in _times_of(token)
        if time.period is not None
        and not (time.start and token.doc[time.start - 1].lower_ in barred)
        and (cost := _distance(token, token.doc[time.head], time.period)) is not None
    ]
    return min(found, key=lambda f: f[:-1])[-1] if found else None


def _carried(token: Token) -> str | None:
    """The time of the sentences before, where this one tells of the past without a time."""
    doc, (start, _) = token.doc, sentence_of(token)
    own = {time.period for time in _times_of(token)}
    if None in own or not _is_past(token) or _is_elsewhen(token):
        return None
    aside = any(t.dep_ == "relcl" for t in (token, *token.ancestors))  # "X, who met Y, left": not on the same day
    for _ in range(_BACK):
        if start == 0:
            return None
        start, end = sentence_of(doc[start - 1])
        if any(time.period for time in _times_of(doc[start])):
            root = doc[start:end].root
            told = _tied(root) if _is_past(root) else None
            return told if own <= {told} and not (aside and told and len(told) > len("2024-05")) else None
    return None


def _is_past(token: Token) -> bool:
    verb = next((t for t in (token, *token.ancestors) if t.pos_ in _VERBS), None)
    helpers = () if verb is None else children(verb, "auxpass")
    return verb is not None and (verb.tag_ == "VBD" or any(t.tag_ == "VBD" for t in helpers))


def _is_elsewhen(token: Token) -> bool:
    """Whether a clause tells of another time than its sentence: "the talks come after X met Y"."""
    clauses = (t for t in (token, *token.ancestors) if t.dep_ in ("advcl", "pcomp"))
    return any(_marks(t) & _ELSEWHEN or t.head.lower_ in _ELSEWHEN for t in clauses)


def _times_of(token: Token) -> Iterator[Time]:
    """The expressions in the sentence of a token."""
    start, end = sentence_of(token)
    times: tuple[Time, ...] = token.doc.user_data.get(_KEY, ())
    return (t for t in times if start <= t.head < end)


def _distance(trigger: Token, time: Token, period: str) -> tuple[int, int] | None:
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
    apart = in_next_clause(trigger, node, time) or _names(links, node, period) or is_of_another(trigger, time)
    cost = None if apart else _cost(links, node, period)
    return None if cost is None else (2 * above[node.i] + cost, below)


def _names(links: list[Token], node: Token, period: str) -> bool:
    """Whether years only tell which thing is meant: "the 2021-2025 programme", "met the hero of 1999"."""
    if "-" in period:
        return False
    of_verb = node.pos_ in _VERBS
    return links[-1].dep_ in _ARGUMENT if of_verb else "/" in period and all(t.like_num for t in links)


def _climb(trigger: Token) -> Mapping[int, int]:
    """The words that a trigger belongs to, itself first, with the number of steps to each."""
    steps = {trigger.i: 0}
    node = trigger
    while _belongs(node):
        node = node.head
        steps[node.i] = len(steps)
    return MappingProxyType(steps)


def _belongs(node: Token) -> bool:
    """Whether what a word belongs to happens when it does."""
    if node.dep_ == "relcl":  # "the May summit, where they signed …", "launched an attack that killed …"
        link = node.left_edge
        return (
            link.lower_ in ("where", "when")
            or link.lower_ == "that"
            and node.tag_ == "VBD"
            and not mention_at(node.head)
        )
    return node.dep_ in _BELONGING and not (node.dep_ == "advcl" and _marks(node) & _ELSEWHEN)


def _marks(verb: Token) -> set[str]:
    return {t.lower_ for t in children(verb, "mark", "advmod", "prep")}


def _cost(links: list[Token], node: Token, period: str) -> int | None:
    """What stands between an expression and the word `node`: 0 a modifier, more if less sure, None too much."""
    outside = _NOT_AT - {"from"} if "/" in period else _NOT_AT  # "from May 3 to 5"
    if any(t.dep_ == "prep" and (t.lower_ in outside or contrasts(t)) or _is_apart(t) for t in links):
        return None
    below = [t for t in reversed(links) if t.dep_ not in _MODIFYING]
    if not below:
        return 0
    top = below[0]
    if top.dep_ == "xcomp" and len(below) == 2:  # "agreed to cooperate after they met on Monday"
        top, below = below[1], below[1:]
    elif top is not links[-1]:
        return None
    if len(below) > 1:
        return None
    if top.dep_ in _ARGUMENT and len(links) > 1 or top.dep_ in ("acl", "relcl") and node.pos_ not in _VERBS:
        return 1
    if top.dep_ == "advcl" and is_infinitive(top):
        return 1
    return 5 if top.dep_ == "advcl" and _marks(top) & {"after", "when", "as", "while"} else None


def _is_apart(verb: Token) -> bool:
    """Whether a verb is joined to one of another tense: "holds the chair and will host the summit in May"."""
    shared = {t.lower_ for t in children(verb.head, "aux")}
    return verb.dep_ == "conj" and any(t.lower_ not in shared for t in children(verb, "aux"))
