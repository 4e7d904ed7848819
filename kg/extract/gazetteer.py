"""Names that the ontology knows, found in text."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from kg.lexicon import Lexicon, Thing

__all__ = ["Gazetteer", "Hit", "fold"]

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"\w+")
_CAPITALISED = re.compile(
    r"(?<!\w)(?:[A-Z]|[^\W\x00-\x7f])\w*"
)  # what begins with a letter beyond ASCII is asked for its case
_RANK = {"Country": 0, "RegionalBody": 1, "Person": 2, "Place": 3, "Organization": 4, "Event": 5}
_Role = Literal["name", "demonym", "metonym", "abbreviation"]
ROLES: tuple[_Role, ...] = get_args(_Role)  # where two things share a form, the first of these wins


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters `start` to `end` (exclusive) name `thing`; a demonym or metonym names it by the way."""

    start: int
    end: int
    thing: Thing
    role: _Role


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char


def fold(text: str) -> str:
    """`text` in lower case without diacritics, with straight apostrophes; as long as `text`, so that offsets hold."""
    text = text.replace("’", "'")
    return _NOT_ASCII.sub(lambda char: _fold_char(char[0]), text).lower()


class Gazetteer:
    """An index of all names by their first word."""

    def __init__(self, lexicon: Lexicon) -> None:
        index: dict[str, dict[tuple[str, str], tuple[Thing, _Role]]] = defaultdict(dict)
        for role in ROLES:
            for thing in sorted(lexicon.things.values(), key=lambda t: (_RANK.get(t.type, 9), t.iri)):
                for name in _forms(thing, role):
                    folded = fold(name)
                    if first := _WORD.search(folded):
                        index[first.group()].setdefault((folded, name), (thing, role))
        forms_of_state = sorted(lexicon.listed("form-of-state"))
        for thing in sorted(lexicon.things.values(), key=lambda t: t.iri):
            for form in forms_of_state if thing.type == "Country" else ():  # names that states have, had, or may have
                folded = f"{form} of {fold(thing.names[0])}"
                index[form.split()[0]].setdefault((folded, folded.title()), (thing, "name"))
        self._index = {
            word: sorted(((*key, *value) for key, value in forms.items()), key=lambda f: (-len(f[0]), f[3] != "name"))
            for word, forms in index.items()
        }
        self._things = lexicon.things

    def find(self, text: str) -> Iterator[Hit]:
        """The longest names in `text`, from left to right, not overlapping."""
        folded, position = fold(text), 0
        for word in _CAPITALISED.finditer(text):
            start = word.start()
            if start < position or not text[start].isupper():
                continue
            hit = self._at(text, folded, start, folded[start : word.end()])
            if hit:
                position = hit.end
                yield hit

    def named(self, name: str) -> Thing | None:
        """The thing that has exactly this name (case and diacritics aside)."""
        folded = fold(name)
        first = _WORD.search(folded)
        forms = self._index.get(first.group(), ()) if first else ()
        return next((thing for form, _, thing, role in forms if form == folded and role == "name"), None)

    def _at(self, text: str, folded: str, start: int, first: str) -> Hit | None:
        for form, name, thing, role in self._index.get(first, ()):
            end = start + len(form)
            if folded.startswith(form, start) and not folded[end : end + 1].isalnum() and _cased(text[start:end], name):
                return Hit(start, end, thing, role)
        return None


def _forms(thing: Thing, role: _Role) -> Iterator[str]:
    forms = {
        "name": thing.names, "demonym": thing.demonyms, "metonym": thing.metonyms, "abbreviation": thing.abbreviations,
    }[role]  # fmt: skip
    return (form.removeprefix("the ").removeprefix("The ") for form in forms)


def _cased(words: str, name: str) -> bool:
    """An acronym stands as it is written; any other name is capitalised."""
    if name.isupper() and len(name) <= 6:
        return words == name
    return True
