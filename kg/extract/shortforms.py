"""Names seen before that a short form may mean, by an index of what they are made of: people's, and those in full."""

import re
from bisect import bisect_left, insort
from collections import defaultdict
from difflib import SequenceMatcher
from functools import lru_cache

from kg.extract.gazetteer import fold
from kg.extract.leaders import plain

__all__ = ["Acronyms", "Namesakes"]

_NICKNAME = re.compile(r"[\"“'‘](\w+)[\"”'’]")
_ALIKE = 0.85  # from which two spellings are of one surname

type _Words = tuple[str, ...]


class Namesakes:
    """The people of a text by keys, told one place of a name after the other."""

    def __init__(self) -> None:
        self._names: dict[str, dict[_Words, None]] = {}
        self._starts: dict[str, list[int]] = {}
        self._order: dict[str, int] = {}
        self._having: defaultdict[str, set[str]] = defaultdict(set)  # by a word of their names

    def add(self, person: str, form: str, start: int, names: tuple[str, ...] = ()) -> None:
        """A form of a person's name, at a token; `names` are those that a new person has besides."""
        if person not in self._names:
            self._order[person] = len(self._order)
            self._names[person], self._starts[person] = {}, []
            for name in names:
                self._call(person, plain(name) or name)
        insort(self._starts[person], start)
        for name in (plain(form) or form, *_NICKNAME.findall(form)):
            self._call(person, name)

    def _call(self, person: str, name: str) -> None:
        words = _words(name)
        if words not in self._names[person]:
            self._names[person][words] = None
            for word in words:
                self._having[word].add(person)

    def meant(self, form: str, start: int) -> str | None:
        """The person whose fuller name a form shortens, or is a variant of; of several the one last named before."""
        words = _words(plain(form) or form)
        near = {person for word in words for person in self._having.get(word, ())}
        fitting = (p for p in near if any(_shortens(words, name) for name in self._names[p]))
        return max(fitting, key=lambda p: (self._last(p, start), -self._order[p]), default=None)

    def _last(self, person: str, start: int) -> int:
        """The last place before a token where a person is named; -1 where there is none."""
        before = bisect_left(self._starts[person], start)
        return self._starts[person][before - 1] if before else -1


@lru_cache(maxsize=4096)
def _words(name: str) -> _Words:
    return tuple(fold(name).replace("-", " ").split())


def _shortens(short: _Words, full: _Words) -> bool:
    """ "tokayev" or "hun manet" shortens a longer name that has its words in the same order."""
    if len(short) > len(full):
        short, full = full, short
    if len(short) == 1:
        return short[0] in full
    rest = iter(full)
    if all(word in rest for word in short):
        return short[0] == full[0] or short[-1] == full[-1]
    return len(short) == len(full) and short[0] == full[0] and _alike(short[-1], full[-1])


def _alike(one: str, other: str) -> bool:
    """Whether two words are spellings of one; their lengths alone rule out most."""
    if 2 * min(len(one), len(other)) <= _ALIKE * (len(one) + len(other)):
        return False
    match = SequenceMatcher(None, one, other)
    return match.quick_ratio() > _ALIKE and match.ratio() > _ALIKE


class Acronyms:
    """Names in full by keys, told one place of a name after the other."""

    def __init__(self) -> None:
        self._order: dict[str, int] = {}
        self._by_initials: dict[str, str] = {}
        self._by_end: dict[int, str] = {}
        self._explained: dict[str, str] = {}

    def add(self, key: str, initials: str, end: int) -> None:
        """A place of a name: the capitals of its words, and the token behind it."""
        self._order.setdefault(key, len(self._order))
        self._by_initials[initials] = min(key, self._by_initials.get(initials, key), key=self._order.__getitem__)
        self._by_end[end] = key

    def meant(self, form: str, bracket: int | None) -> str | None:
        """The name that an acronym stands for, by its letters or, behind a bracket (a token), by what is before.

        What a bracket has explained once, it means from there on.
        """
        lettered = self._by_initials.get(form) if form.isupper() else None
        before = self._explained.get(form) if bracket is None else self._by_end.get(bracket)
        if before is not None:
            self._explained.setdefault(form, before)
        return min((key for key in (lettered, before) if key), key=self._order.__getitem__, default=None)
