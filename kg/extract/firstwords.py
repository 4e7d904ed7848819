"""Where the first words of many phrases stand in a Doc, by one comparison of numbers for all tokens."""

from collections.abc import Iterable

import numpy as np
from spacy.attrs import LEMMA, LOWER
from spacy.strings import get_string_id
from spacy.tokens import Doc

__all__ = ["FirstWords"]


class FirstWords:
    """Finds the tokens that have one of some words (lower case) for their form or lemma."""

    def __init__(self, words: Iterable[str]) -> None:
        self._ids = np.array(sorted(get_string_id(word) for word in set(words)), dtype="uint64")

    def find(self, doc: Doc) -> list[int]:
        """The indices of the tokens, in the order of the text."""
        found: list[int] = np.flatnonzero(np.isin(doc.to_array([LOWER, LEMMA]), self._ids).any(axis=1)).tolist()
        return found
