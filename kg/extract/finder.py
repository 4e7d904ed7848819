"""Where some words stand in a Doc, by one comparison of numbers for all tokens."""

from collections.abc import Iterable, Sequence

import numpy as np
from spacy.attrs import LEMMA, LOWER
from spacy.strings import get_string_id
from spacy.tokens import Doc

__all__ = ["Finder"]


class Finder:
    """Finds the tokens of which an attribute is one of some words: unless told otherwise the form or the lemma.

    Forms and lemmas are looked for in lower case.
    """

    def __init__(self, words: Iterable[str], attributes: Sequence[int] = (LOWER, LEMMA)) -> None:
        self._ids = np.array(sorted(get_string_id(word) for word in set(words)), dtype="uint64")
        self._attributes: list[int | str] = list(attributes)

    def find(self, doc: Doc) -> list[int]:
        """The indices of the tokens, in the order of the text."""
        if not len(self._ids):
            return []
        values = doc.to_array(self._attributes).reshape(len(doc), len(self._attributes))
        places = self._ids[:-1].searchsorted(values)  # np.isin would sort the Doc's words too
        found, _ = (self._ids[places] == values).nonzero()
        return list(dict.fromkeys(found.tolist()))
