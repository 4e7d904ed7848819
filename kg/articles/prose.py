"""Whether a text is an English article: in which language it is, and whether it is prose and not a list."""

import re

from kg.errors import KgError

__all__ = ["check_english", "check_prose"]

# About a quarter of the words in English prose are one of these; in other languages hardly any word is.
_FUNCTION_WORDS = frozenset({"the", "of", "and", "to", "that", "with", "for", "by", "from", "has"})
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s|$)")
_LEAST = 3  # words in the shortest text
_LIST = 40  # words from which a text can be told to be a list
_LONGEST_SENTENCE = 120  # words on average, beyond which a text has no sentences
_SAMPLE = 20_000  # characters that tell


def check_english(text: str, name: str) -> None:
    """Raise KgError where a text is in another language, and there is enough of it to tell."""
    text = text[:_SAMPLE]
    words = re.findall(r"\w+", text.lower())
    if sum(map(len, words)) < 80 or sum(w in _FUNCTION_WORDS for w in words) >= len(words) / 15:
        return
    import py3langid  # its model takes half a second to load; plain English needs none

    language = str(py3langid.classify(text)[0])
    if language != "en":
        raise KgError(f"{name}: seems to be written in {language!r}, not in English; give an English article")


def check_prose(text: str, name: str, least: int = _LEAST) -> None:
    """Raise KgError where a text has less than `least` words, or so few sentences that it must be a list."""
    text = text[:_SAMPLE]
    words = len(text.split())
    if words < least:
        raise KgError(f"{name}: is too short for an article ({words} words); give the whole text")
    if words >= _LIST and words > _LONGEST_SENTENCE * len(_SENTENCE_END.findall(text)):
        raise KgError(f"{name}: is a list, not an article; give prose in sentences")
