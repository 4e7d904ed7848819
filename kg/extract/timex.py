"""The grammar of expressions of time: which words make one, and its TIMEX3 value (TimeML 1.2.1).

Each rule is a regular expression over the kinds of `kg.extract.timewords` and a function from what it found to a
value. Of rules that begin at the same word the longest counts, then the first of the table.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.extract.calendar import interval
from kg.extract.timewords import TimeWord

__all__ = ["Anchors", "Found", "Rule", "find"]

type Kind = Literal["DATE", "TIME", "DURATION", "SET", ""]
type Check = Literal["", "year", "name", "week", "century"]


@dataclass(frozen=True, slots=True)
class Anchors:
    """What relative expressions count from.

    `today` is the article's day, `told` the value of the date told last, and `direction` where the clause looks:
    -1 into the past, 1 into the future, 0 where it does not show.
    """

    today: date | None
    told: str | None
    direction: Callable[[], int] = lambda: 0

    @property
    def told_day(self) -> date | None:
        """The first day of the date told last; the article's day where none was told."""
        ends = interval(self.told) if self.told else None
        return date.fromisoformat(ends[0]) if ends else self.today


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the type of what it finds, how its value is read, and what must be checked in the text before.

    The type is empty for what is no expression of time; such a rule keeps others from its words.
    """

    pattern: re.Pattern[str]
    type: Kind
    read: "Callable[[Found, Anchors], str | None]"
    check: Check = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The words that a rule fits."""

    rule: Rule
    words: Sequence[TimeWord]
    match: re.Match[str]

    @property
    def start(self) -> int:
        """The first character."""
        return self.words[self.match.start()].start

    @property
    def end(self) -> int:
        """The end of the last character."""
        return self.words[self.match.end() - 1].end

    def word(self, group: str) -> TimeWord | None:
        """The first word of a group; None where it took no part."""
        at = self.match.start(group) if group in self.match.re.groupindex else -1
        return self.words[at] if at >= 0 else None

    def kind(self, group: str) -> str:
        """The kind of a group's first word; empty where it took no part."""
        word = self.word(group)
        return word.kind if word else ""

    def number(self, group: str) -> float | None:
        """A group's number; None where it has none."""
        word = self.word(group)
        return word.value if word is not None and not isinstance(word.value, str) else None

    def code(self, group: str) -> str:
        """A group's value; empty where it took no part."""
        word = self.word(group)
        return "" if word is None else str(word.value)

    def value(self, anchors: Anchors) -> str | None:
        """The TIMEX3 value; None where nothing is known that it counts from."""
        return self.rule.read(self, anchors)

    def type(self, value: str | None) -> Literal["DATE", "TIME", "DURATION", "SET"]:
        """The TIMEX3 type: the rule's, but for dates that have an hour or turn out to be no date or no duration."""
        kind = self.rule.type or "DATE"
        if value is None and (self.word("clock") or self.word("part")):
            return "TIME"
        if value and kind in ("DATE", "DURATION"):
            return "DURATION" if re.match(r"PT?[\dX]", value) else "TIME" if re.match(r"\d.*T", value) else "DATE"
        return kind


# A stretch of words of which no expression has one, behind two such words and before another.
_IDLE = re.compile(r"(?<=\.\.)[^IMDNOYWRPcEQHjSUGKVZ]+(?=\.)")


def find(words: Sequence[TimeWord], rules: Sequence[Rule], fits: Callable[[Found], bool]) -> Iterator[Found]:
    """What the rules find in the words of a text and `fits` lets pass, in order, not overlapping."""
    words = _busy(words)
    kinds = "".join(word.kind for word in words)
    matches = (
        (match.start(), -match.end(), number, match)
        for number, rule in enumerate(rules)
        for match in rule.pattern.finditer(kinds)
    )
    end = 0
    for start, negative_end, number, match in sorted(matches, key=lambda m: m[:3]):
        if start < end:
            continue
        found = Found(rules[number], words, match)
        if _is_day(found) and fits(found):
            end = -negative_end
            if found.rule.type:
                yield found


def _busy(words: Sequence[TimeWord]) -> Sequence[TimeWord]:
    """The words but for those in idle stretches, so that the rules have less to look through."""
    kept: list[TimeWord] = []
    end = 0
    for idle in _IDLE.finditer("".join(word.kind for word in words)):
        kept += words[end : idle.start()]
        end = idle.end()
    return [*kept, *words[end:]]


def _is_day(found: Found) -> bool:
    """Whether the number of a day may be one."""
    day = found.number("day")
    return day is None or day in range(1, 32)
