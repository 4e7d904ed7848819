"""Where spaCy's tokenizer does not split what news writes in one."""

import re
from typing import Any

from spacy.language import Language

__all__ = ["split_abbreviations", "with_hyphens"]

_DASH = re.compile(r"(?<=[^\W\d_])–(?=[^\W\d_a-z])")
_HYPHEN = r"(?<=[A-Z]\.[A-Z]\.)[-–—](?=[A-Za-z])"


def split_abbreviations(nlp: Language) -> None:
    """Let a tokenizer split "U.S.-led" and "U.S.-China" at the hyphen, as it does "French-led"."""
    tokenizer: Any = nlp.tokenizer
    infixes = getattr(getattr(tokenizer, "infix_finditer", None), "__self__", None)  # a pattern's bound method
    if isinstance(infixes, re.Pattern):
        tokenizer.infix_finditer = re.compile(f"{infixes.pattern}|{_HYPHEN}").finditer


def with_hyphens(text: str) -> str:
    """A text of the same length, with hyphens for the dashes within names, which parsers take for those of clauses.

    "The Peru–Chile Forum" is one name as "the Peru-Chile Forum" is.
    """
    return _DASH.sub("-", text)
