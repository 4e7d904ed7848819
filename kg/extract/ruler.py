"""spaCy's attribute ruler by look-up: the component `kg_attribute_ruler`.

The ruler gives tokens their parts of speech and morphology, by rules that spaCy's Matcher tries one after the other at
each token. All that the rules ask of a token is its tag, word, dependency label, and whether it is white space; so the
conditions that a value of each of these meets are kept as the bits of a number, and a token meets those whose bits all
its values have. What comes out is the same; a ruler with a rule that asks for more is left to the Matcher.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from spacy.attrs import DEP, IS_SPACE, LOWER, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs
from spacy.vocab import Vocab

__all__ = ["QuickRuler", "quick_ruler"]

NAME = "attribute_ruler"
_ATTRIBUTES = {"TAG": TAG, "LOWER": LOWER, "DEP": DEP, "IS_SPACE": IS_SPACE}
_TESTS = {"IN", "NOT_IN", "REGEX"}

type _Condition = dict[Any, Any]  # what a pattern asks of one token: {"TAG": "CC", "LOWER": {"IN": ["but", "yet"]}}
type _Rule = tuple[int, int, list[int]]  # its number, the id of its name, what it asks of one token after the other
type _Match = tuple[int, int, int, int]


@Language.factory("kg_attribute_ruler")
def make_ruler(nlp: Language, name: str) -> "QuickRuler":
    """Make the component, as yet without rules."""
    return QuickRuler(nlp.vocab, name)


def quick_ruler(nlp: Language) -> None:
    """Put a `QuickRuler` with the same rules in the place of a pipeline's attribute ruler, if it has one."""
    if NAME in nlp.pipe_names and type(ruler := nlp.get_pipe(NAME)) is AttributeRuler:
        rules = ruler.patterns
        nlp.replace_pipe(NAME, "kg_attribute_ruler").add_patterns(rules)  # type: ignore[attr-defined]


class QuickRuler(AttributeRuler):
    """An attribute ruler that finds out by look-up which of its rules fit."""

    def __init__(self, vocab: Vocab, name: str = NAME) -> None:
        super().__init__(vocab, name)
        self._forget()

    def _forget(self) -> None:
        self._met = [_Met(self.vocab.strings) for _ in _ATTRIBUTES]
        self._bits = 0
        self._rules: list[_Rule] = []
        self._beginning: dict[int, list[_Rule]] = {}  # rules whose first condition is among the bits
        self._is_simple = True

    def clear(self) -> None:
        """Remove all rules."""
        super().clear()
        self._forget()

    def add(self, patterns: Iterable[list[_Condition]], attrs: dict[Any, Any], index: int = 0) -> None:
        """Add a rule; see `AttributeRuler.add`."""
        patterns, number = list(patterns), len(self.attrs)
        super().add(patterns, attrs, index)
        name = self.vocab.strings[str(number)]
        self._beginning.clear()
        for pattern in patterns:
            self._is_simple = self._is_simple and all(map(_is_simple, pattern))
            if self._is_simple:
                self._rules.append((number, name, [self._bit(condition) for condition in pattern]))

    def _bit(self, condition: _Condition) -> int:
        """The bit that stands for a condition from now on."""
        self._bits += 1
        for name, met in zip(_ATTRIBUTES, self._met, strict=True):
            met.add(condition.get(name), 1 << self._bits)
        return 1 << self._bits

    def match(self, doc: Doc) -> list[_Match]:
        """The number of each rule that fits, the id of its name, and the tokens where; later rules have precedence."""
        if not self._is_simple:
            matches: list[_Match] = super().match(doc)
            return matches
        tags, words, labels, spaces = self._met
        rows = doc.to_array([*_ATTRIBUTES.values()]).tolist()
        met = [tags[tag] & words[word] & labels[label] & spaces[space] for tag, word, label, space in rows]
        found = []
        for i, bits in enumerate(met):
            for number, name, asked in self._first(bits):
                if len(asked) == 1 or _all_met(asked, met[i : i + len(asked)]):
                    found.append((number, name, i, i + len(asked)))
        return sorted(found)

    def set_annotations(self, doc: Doc, matches: Iterable[_Match]) -> None:
        """Give the tokens what the rules say; as `AttributeRuler.set_annotations`, but without a span for one token."""
        for match in matches:
            number, _, start, end = match
            if end - start == 1 and self.indices[number] in (0, -1):
                set_token_attrs(doc[start], self.attrs[number])
            else:
                super().set_annotations(doc, [match])  # type: ignore[no-untyped-call]

    def _first(self, bits: int) -> list[_Rule]:
        """The rules whose first condition is among those that a token meets."""
        if bits not in self._beginning:
            self._beginning[bits] = [rule for rule in self._rules if rule[2][0] & bits]
        return self._beginning[bits]


class _Met(dict[int, int]):
    """From a value of an attribute, as spaCy numbers it, to the bits of the conditions that it meets."""

    def __init__(self, strings: StringStore) -> None:
        self._strings = strings
        self._listed: dict[int, int] = defaultdict(int)
        self._barred: dict[int, int] = defaultdict(int)
        self._unless_barred = 0
        self._searched: list[tuple[re.Pattern[str], int]] = []

    def add(self, asked: Any, bit: int) -> None:
        """Take in what a condition asks of the attribute: a value, one of the `_TESTS`, or nothing (None)."""
        self.clear()
        if asked is None:
            asked = {"NOT_IN": []}
        elif not isinstance(asked, dict):
            asked = {"IN": [asked]}
        for value in asked.get("IN", ()):
            self._listed[self._number(value)] |= bit
        for value in asked.get("NOT_IN", ()):
            self._barred[self._number(value)] |= bit
        self._unless_barred |= bit if "NOT_IN" in asked else 0
        self._searched += [(re.compile(asked["REGEX"]), bit)] if "REGEX" in asked else []

    def __missing__(self, value: int) -> int:
        bits = self._unless_barred & ~self._barred.get(value, 0) | self._listed.get(value, 0)
        for pattern, bit in self._searched:
            bits |= bit if pattern.search(self._strings[value]) else 0
        self[value] = bits
        return bits

    def _number(self, value: str | bool) -> int:
        return int(value) if isinstance(value, bool) else self._strings.add(value, allow_transient=False)  # type: ignore[call-arg]


def _all_met(asked: list[int], met: list[int]) -> bool:
    return len(asked) == len(met) and all(bit & own for bit, own in zip(asked, met, strict=True))


def _is_simple(condition: _Condition) -> bool:
    """Whether all that a condition asks is a value or one of the `_TESTS` of one of the `_ATTRIBUTES`."""
    return condition.keys() <= _ATTRIBUTES.keys() and all(
        isinstance(asked, str | bool) or isinstance(asked, dict) and len(asked) == 1 and asked.keys() <= _TESTS
        for asked in condition.values()
    )
