"""Names of institutions, events and places by their head word: "Ministry of X", "Y University", "Z Declaration"."""

from collections.abc import Iterator

from spacy.attrs import LOWER
from spacy.tokens import Doc, Token

from kg.extract.candidates import Candidate, capital, capitals
from kg.extract.finder import Finder
from kg.extract.gazetteer import Gazetteer
from kg.lexicon import Lexicon
from kg.model import EntityType

__all__ = ["Phrases"]

JOINERS = {"of", "for", "and", "&", "&amp;", "the", "-", "on"}
FOREIGN = {"de", "da", "do", "del", "des", "du", "et", "für", "la", "le", "pour", "und"}
_TIES = {"of", "for", "on", "against", "to"}


class Phrases:
    """Finds the capitalised phrases of a Doc whose head word tells what they name."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._first = lexicon.listed("organization-first")
        self._event_first = lexicon.listed("event-first")
        institutions = lexicon.listed("noun-institution")
        self._institution = frozenset(words for words in institutions if " " not in words)
        self._pairs = {tuple(words.split()) for words in institutions if " " in words}
        self._lasts = Finder(self._institution | {pair[-1] for pair in self._pairs} | {"office"}, [LOWER])
        self._abroad = lexicon.listed("institution-abroad")
        self._two_words = {n.lower() for o in lexicon.offices for n in o.names if len(n.split()) == 2}
        self._posts = lexicon.listed("title-with-office")
        self._types: dict[str, EntityType] = {}
        kinds: tuple[tuple[str, EntityType], ...] = (
            ("place", "Place"), ("event", "Event"), ("organization", "Organization"),
        )  # fmt: skip
        for notation, type_ in kinds:
            heads = sorted(lexicon.listed(notation))
            self._types.update(dict.fromkeys(heads, type_))
            self._types.update(
                {head + "s": type_ for head in heads if type_ == "Event" and head + "s" not in self._types}
            )

    def type_of(self, words: list[str], otherwise: EntityType) -> EntityType:
        """The type of a name of these words (lower case), by its head: the last one, or the one before "of"."""
        first = words[0]
        if first in self._event_first and words[1:2] == ["on"]:
            return "Event"  # "Convention on the Status of the Alpine Sea"
        if self._types.get(first) == "Event" and words[-1] not in self._types and otherwise == "Organization":
            return "Event"  # "Conference on Security"
        head = next((words[i - 1] for i in range(1, len(words)) if words[i] in _TIES), words[-1])
        type_ = self._types.get(words[-1]) or self._types.get(head, otherwise)
        return "Organization" if type_ == "Organization" or otherwise == "Event" and first in self._first else type_

    def find(self, doc: Doc, known: list[Candidate]) -> Iterator[Candidate]:
        """The phrases, in no certain order; known people's names are no part of them."""
        people = {i for c in known for i in range(c.start, c.end) if c.type == "Person"}
        end = -1
        for start in [i for i in capitals(doc) if capital(doc[i])]:
            if start <= end or start in people:
                continue
            end = start + 1
            while end < len(doc) and end not in people and self._goes_on(doc, start, end):
                end += 1
            while not capital(doc[end - 1]):
                end -= 1
            if end - start < 3 or not all(t.is_upper or not t.is_alpha for t in doc[start:end]):
                yield from self._headed(doc, start, end)  # a headline in capitals is no name
        yield from self._institutions(doc, known)

    def _goes_on(self, doc: Doc, start: int, i: int) -> bool:
        if capital(doc[i]):
            return doc[i].ent_type_ not in ("DATE", "TIME")
        if doc[i].text == "," and i + 2 < len(doc) and doc[i + 1].lower_ == "and" and capital(doc[i + 2]):
            return "," in (t.text for t in doc[start:i]) and _listed(doc, start, i)
        if (
            i + 1 >= len(doc)
            or doc[i + 1].ent_type_ in ("DATE", "TIME")
            or not (capital(doc[i + 1]) or doc[i].lower_ == "of" and doc[i + 1].lower_ == "the")
        ):
            return False
        if doc[i].lower_ in FOREIGN:
            return True
        if doc[i].text == ",":  # "Committee on Trade, Industry, and Energy"
            return _listed(doc, start, i)
        if doc[i].tag_ == "POS":  # "People's Bank" is one name, "Kazakhstan's Ministry" two
            return not any(self._gazetteer.named(doc[k:i].text) for k in range(max(start, i - 3), i))
        return doc[i].lower_ in JOINERS

    def _headed(self, doc: Doc, start: int, end: int) -> Iterator[Candidate]:
        for i in range(start, end - 1):
            word, tie = doc[i].lower_, doc[i + 1].lower_
            organization = word in self._first and (tie in ("of", "for") or tie in FOREIGN)
            if organization or word in self._first and tie == "on" or word in self._event_first and tie in ("of", "on"):
                while i > start and (capital(doc[i - 1]) or doc[i - 1].text == "-" and i - 1 > start):
                    i -= 1  # "National Bank of X"
                cut = self._cut(doc, i, end)
                yield Candidate(i, cut, "Organization" if word in self._first else "Event", source="phrase")
                if 2 <= end - cut <= 3:
                    yield Candidate(cut, end, "Person", source="phrase")
                return
        run = start
        for i in range(start, end):
            if doc[i].lower_ in JOINERS and doc[i].text != "-":
                run = i + 1
            type_ = self._types.get(doc[i].lower_)
            if type_ and i > run and (i + 1 == end or not capital(doc[i + 1])):
                yield Candidate(run, i + 1, type_, source="phrase")

    def _cut(self, doc: Doc, start: int, end: int) -> int:
        """Where a name ends that a person's follows: "Senate of Kenya [Ana Ruiz]"."""
        for i in range(start + 2, end - 1):
            country = doc[i - 1].lower_ in ("of", "the") and self._gazetteer.named(doc[i].text)
            if country and country.type == "Country" and capital(doc[i + 1]):
                return end if any(t.lower_ in self._types for t in doc[i + 1 : end]) else i + 1
        return end

    def _institutions(self, doc: Doc, known: list[Candidate]) -> Iterator[Candidate]:
        """ "the Russian foreign ministry", "the Peruvian president's office": in lower case, with whose it is."""
        owners = {k.end: k.start for k in known if k.type in ("Country", "RegionalBody", "Place")}
        told: set[str] = set()  # what was said once to be a country's needs not say so again
        for token in (doc[i] for i in self._lasts.find(doc)):
            if token.tag_ not in ("NN", "NNP"):
                continue
            if token.lower_ in self._abroad and token.text.istitle():
                yield from self._embassy(doc, token)
            pair = token.i > 0 and (doc[token.i - 1].lower_, token.lower_) in self._pairs
            if pair or token.lower_ in self._institution:
                start = token.i - pair
                while start > 0 and start not in owners and token.i - start < 4 and _describes(doc[start - 1]):
                    start -= 1
            elif token.lower_ == "office" and token.i > 2 and doc[token.i - 1].tag_ == "POS":
                start = token.i - 2 if doc[token.i - 2].lower_ in self._posts else token.i
                start -= doc[start - 1 : start + 1].text.lower() in self._two_words
            else:
                continue
            possessed = start > 1 and doc[start - 1].tag_ == "POS" and start - 1 in owners
            start = owners.get(start, start)
            named = doc[start].text[:1].isupper() and (start in owners.values() or not doc[start].is_sent_start)
            form = doc[start : token.i + 1].text
            told |= {form} if possessed else set()
            if start < token.i - pair and (possessed or named or form in told):
                yield Candidate(start, token.i + 1, "Organization", source="phrase")

    def _embassy(self, doc: Doc, token: Token) -> Iterator[Candidate]:
        """ "Peruvian Embassy in Kenya": which of a country's embassies it is."""
        inside = 0 < token.i < len(doc) - 2
        if inside and token.nbor().lower_ == "in" and capital(token.nbor(-1)) and capital(token.nbor(2)):
            yield Candidate(token.i - 1, token.i + 3, "Organization", source="phrase")


def _describes(token: Token) -> bool:
    """Whether a word before an institution is part of its name."""
    return token.tag_ in ("JJ", "NN", "NNP") and token.text[:1].isalpha()


def _listed(doc: Doc, start: int, i: int) -> bool:
    """Whether the comma at `i` stands in a list of what an institution is for, which "and" ends."""
    if not any(t.lower_ in ("on", "for", "of") for t in doc[start:i]):
        return False
    for j in range(i + 1, min(i + 8, len(doc) - 1)):
        if doc[j].lower_ == "and":
            return capital(doc[j + 1])
        if not (capital(doc[j]) or doc[j].text == ","):
            return False
    return False
