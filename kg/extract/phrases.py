"""Names of institutions, events and places by their head word: "Ministry of X", "Y University", "Z Declaration"."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract.candidates import Candidate, capital
from kg.extract.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import EntityType

__all__ = ["Phrases"]

JOINERS = {"of", "for", "and", "&", "the", "-", "on"}


class Phrases:
    """Finds the capitalised phrases of a Doc whose head word tells what they name."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._first = lexicon.words.get("organization-first", frozenset())
        self._institution = lexicon.words.get("noun-institution", frozenset())
        self._types: dict[str, EntityType] = {}
        kinds: tuple[tuple[str, EntityType], ...] = (
            ("place", "Place"), ("event", "Event"), ("organization", "Organization"),
        )  # fmt: skip
        for notation, type_ in kinds:
            self._types.update(dict.fromkeys(lexicon.words.get(notation, ()), type_))

    def type_of(self, first: str, last: str, otherwise: EntityType) -> EntityType:
        """The type of a name that begins with the word `first` and ends with `last` (lower case)."""
        if self._types.get(first) == "Event" and last not in self._types and otherwise == "Organization":
            return "Event"  # "Conference on Security"
        type_ = self._types.get(last, otherwise)
        return "Organization" if type_ == "Organization" or otherwise == "Event" and first in self._first else type_

    def find(self, doc: Doc, known: list[Candidate]) -> Iterator[Candidate]:
        """The phrases, in no certain order; known people's names are no part of them."""
        people = {i for c in known for i in range(c.start, c.end) if c.type == "Person"}
        start = 0
        while start < len(doc):
            if not capital(doc[start]) or start in people:
                start += 1
                continue
            end = start + 1
            while end < len(doc) and end not in people and self._goes_on(doc, start, end):
                end += 1
            while not capital(doc[end - 1]):
                end -= 1
            yield from self._headed(doc, start, end)
            start = end + 1
        yield from self._institutions(doc)

    def _goes_on(self, doc: Doc, start: int, i: int) -> bool:
        if capital(doc[i]):
            return True
        if i + 1 >= len(doc) or not (capital(doc[i + 1]) or doc[i].lower_ == "of" and doc[i + 1].lower_ == "the"):
            return False
        if doc[i].tag_ == "POS":  # "People's Bank" is one name, "Kazakhstan's Ministry" two
            return not any(self._gazetteer.named(doc[k:i].text) for k in range(max(start, i - 3), i))
        return doc[i].lower_ in JOINERS

    def _headed(self, doc: Doc, start: int, end: int) -> Iterator[Candidate]:
        for i in range(start, end - 1):
            if doc[i].lower_ in self._first and doc[i + 1].lower_ in ("of", "for"):
                while i > start and capital(doc[i - 1]):
                    i -= 1  # "National Bank of X"
                yield Candidate(i, end, "Organization", source="phrase")
                return
        run = start
        for i in range(start, end):
            if doc[i].lower_ in JOINERS and doc[i].text != "-":
                run = i + 1
            type_ = self._types.get(doc[i].lower_)
            if type_ and i > run and (i + 1 == end or not capital(doc[i + 1])):
                yield Candidate(run, i + 1, type_, source="phrase")

    def _institutions(self, doc: Doc) -> Iterator[Candidate]:
        """ "the Russian foreign ministry": an institution in lower case with what it is the institution of."""
        for token in doc:
            if token.lower_ in self._institution and token.tag_ in ("NN", "NNP"):
                start = token.i
                while start > 0 and doc[start - 1].dep_ in ("amod", "compound", "nmod") and (
                    start <= doc[start - 1].head.i <= token.i
                ):  # fmt: skip
                    start -= 1
                if start < token.i and doc[start].pos_ in ("ADJ", "PROPN", "NOUN"):
                    yield Candidate(start, token.i + 1, "Organization", source="phrase")
