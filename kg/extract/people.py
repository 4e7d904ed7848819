"""The grammar of people's names: after titles, around nicknames, over particles."""

from collections.abc import Iterator

from spacy.attrs import LOWER, ORTH
from spacy.tokens import Doc, Token

from kg.extract.candidates import Candidate, capital, proper_nouns
from kg.extract.finder import Finder
from kg.extract.wordlists import listed
from kg.lexicon import Lexicon

__all__ = ["People", "in_portfolio"]

_LISTING = frozenset({"and", "&", ","})
# Begins a Malay honorific, and what goes on with it; alone the second is a name ("Sri Mulyani").
NICKNAME_MARKS = {'"', "“", "”", "'", "‘", "’"}


class People:
    """Finds people by their titles, and mends the extent of recognised ones."""

    def __init__(self, lexicon: Lexicon) -> None:
        offices = {w for o in lexicon.offices for name in o.names for w in name.lower().split()}
        self.two_words = frozenset(name.lower() for o in lexicon.offices for name in o.names if len(name.split()) == 2)
        self.posts = {name.lower().split()[-1] for o in lexicon.offices for name in o.names}
        # offices that their field stands before: "Trade Secretary", "Ministry Spokesman"
        of_fields = (o for o in lexicon.offices if o.takes_portfolio or o.title == "spokesperson")
        self.of_fields = frozenset(name.lower() for o in of_fields for name in o.names if " " not in name)
        phrases = [word for sector in lexicon.sectors for phrase in sector.words for word in phrase.lower().split()]
        self.fields = frozenset((*phrases, *lexicon.listed("portfolio")))
        self._given = lexicon.listed("given-name")
        rank = lexicon.listed("title-rank") | lexicon.listed("title-acting")
        self._particle = lexicon.listed("name-particle")
        self._not_a_title = lexicon.listed("organization") | lexicon.listed("place")
        self._raising = lexicon.listed("honorific-raising")
        self._raised = self._raising | lexicon.listed("honorific-raised")
        self.addresses = lexicon.listed("honorific-address")
        self.postnominals = lexicon.listed("postnominal")
        honorifics = lexicon.listed("honorific")
        self.titles = frozenset(offices | rank | honorifics | lexicon.listed("title-former"))
        before_names = self.posts | rank | honorifics  # not "national" or "foreign"
        self._titles = Finder(before_names, [LOWER])
        self._marks = Finder(NICKNAME_MARKS, [ORTH])

    def find(self, doc: Doc) -> Iterator[Candidate]:
        """Capitalised words after an honorific or a title ("Mr. X", "President Y"), and names with a nickname."""
        for token in (doc[i] for i in self._titles.find(doc)):
            if token.i + 1 == len(doc) or not self.is_title(doc, token.i):
                continue
            if token.text[0].isupper() and token.lower_ not in self._not_a_title:
                start = end = self.behind_title(doc, token.i)
                if doc[end].text == "He" and end + 1 < len(doc) and doc[end + 1].pos_ == "PROPN":
                    end += 1  # a surname
                while end < len(doc) and end - start < 6 and doc[end].pos_ == "PROPN" and capital(doc[end]):
                    end += 1
                if any(t.lower_ in self.of_fields for t in doc[start:end]):
                    continue  # "[Foreign] Ministry Spokesman X"
                if end > start and doc[start].lower_ not in self.titles and doc[start].ent_type_ in ("PERSON", ""):
                    yield Candidate(start, end, "Person", source="title")
        yield from self._overlooked(doc)
        marks = set(self._marks.find(doc))
        for i in sorted(marks):
            if i + 2 in marks and 0 < i < len(doc) - 3 and all(_named(doc[j]) for j in (i - 1, i + 1, i + 3)):
                yield Candidate(i - 1, i + 4, "Person", source="title")

    def behind_owners(self, doc: Doc, known: list[Candidate]) -> Iterator[Candidate]:
        """Names behind what their office is of or for: "mayor of Lima [Ana Ruiz]", "envoy for the Sahel [Ola Berg]"."""
        for k in known:
            i = k.start - 1 - (k.start > 1 and doc[k.start - 1].lower_ == "the")
            if i < 1 or doc[i].lower_ not in ("of", "for", "to") or doc[i - 1].lower_ not in self.posts:
                continue
            end = k.end
            while end < len(doc) and end - k.end < 4 and doc[end].pos_ == "PROPN" and capital(doc[end]):
                end += 1
            words = [t.lower_ for t in doc[k.end : end]]
            if len(words) > 1 and not self._not_a_title.intersection(words) and not self.titles.intersection(words):
                yield Candidate(k.end, end, "Person", source="title")

    def is_title(self, doc: Doc, i: int) -> bool:
        """Whether a word before a name is no part of it; "Amir" is a title only before another ("Amir Sheikh X")."""
        named = doc[i].lower_ in self._given and i + 1 < len(doc) and doc[i + 1].lower_ not in self.titles
        return doc[i].lower_ in self.titles and not named

    def behind_title(self, doc: Doc, i: int) -> int:
        """The token behind the title at `i`: "Mr [X]", "Datuk Seri [X]"."""
        i += 1
        while doc[i - 1].lower_ in self._raised and i + 1 < len(doc) and doc[i].lower_ in self._raising:
            i += 1
        return i

    def _overlooked(self, doc: Doc) -> Iterator[Candidate]:
        """Names that the recogniser passes over: those that begin with a given name, or have a title beside them."""
        end = 0
        for token in proper_nouns(doc):
            if token.i < end or token.ent_type or not token.text[:1].isupper() or token.lower_ in self.fields:
                continue
            end = token.i + 1
            while end < len(doc) and doc[end].pos_ == "PROPN" and not doc[end].ent_type_ and doc[end].text.istitle():
                end += 1
            beside = token.lower_ in self._given or self._titled(doc, end) or self._introduced(doc, token.i, end)
            if 2 <= end - token.i <= 3 and beside and token.lower_ not in self.titles:
                yield Candidate(token.i, end, "Person", source="title")

    def _titled(self, doc: Doc, i: int) -> bool:
        """Whether a title stands behind a comma: ", the prime minister of X"."""
        if i + 2 >= len(doc) or doc[i].text != ",":
            return False
        words = [t.lower_ for t in doc[i + 1 : i + 6]]
        start = words[:1] in (["the"], ["a"], ["an"])
        return any(word in self.posts for word in words[start : start + 3])

    def _introduced(self, doc: Doc, start: int, end: int) -> bool:
        """Whether a minister stands before a comma: "the Minister of Trade and Industry, [X], said"."""
        led = start > 1 and doc[start - 1].text == "," and in_portfolio(doc, start)
        return led and not any(t.lower_ in self.fields for t in doc[start:end])

    def bare(self, doc: Doc, c: Candidate) -> Candidate:
        """A person's name without the titles before it."""
        start = c.start
        while c.type == "Person" and start < c.end - 1 and self.is_title(doc, start):
            start += 1
        return c._replace(start=start)

    def mended(self, doc: Doc, c: Candidate, known: list[Candidate]) -> Candidate:
        """A recognised person's name from its first word to its last: particles in, a country before it out.

        A short name after "in" is a place.
        """
        start, end = c.start, c.end
        before = next(
            (
                k
                for k in known
                if k.start == start and k.end < end and k.type in ("Country", "Place") and k.role == "name"
            ),
            None,
        )
        if before and start and doc[start - 1].dep_ == "prep":
            start = before.end
        elif start and doc[start - 1].lower_ in ("in", "near", "at") and end - start < 3 and not _possesses(doc, end):
            return c._replace(type="Place", source="title")
        while (i := self._after_particles(doc, end)) and doc[i].pos_ == "PROPN" and capital(doc[i]):
            end = i + 1
        while start > 1 and doc[start - 1].lower_ in self._particle and _named(doc[start - 2]):
            start -= 2
        if doc[start].lower_ in self._particle and start and doc[start - 1].pos_ == "PROPN" and capital(doc[start - 1]):
            start -= not any(k.start < start <= k.end for k in known) and doc[start - 1].lower_ not in self.titles
        while end < len(doc) and doc[end].ent_type_ == "PERSON" and _named(doc[end]) and not doc[end].is_sent_start:
            if f"{doc[end].lower_} {doc[min(end + 1, len(doc) - 1)].lower_}" in self.two_words:
                break
            end += 1
        if end - start > 1 and doc[end - 1].is_upper and doc[end - 1].lower_ in self.postnominals:
            end -= 1
        if end - start == 1 and self._is_given(doc, start - 1) and not any(k.end == start for k in known):
            start -= 1
        return c._replace(start=start, end=end)

    def _is_given(self, doc: Doc, i: int) -> bool:
        """Whether a given name stands here that the recogniser left out, alone before a surname: ", Mary [Berg]"."""
        if i < 1 or doc[i].lower_ not in self._given or not _named(doc[i]):
            return False
        return doc[i].dep_ == "compound" and (doc[i - 1].is_punct or doc[i - 1].pos_ in ("CCONJ", "ADP", "VERB"))

    def _after_particles(self, doc: Doc, i: int) -> int | None:
        """The token after the particles and hyphens at `i` ("bin", "al-"), if there are any."""
        j = i
        while j < len(doc) and (doc[j].lower_ in self._particle or j > i and doc[j].text == "-"):
            j += 1
        return j if i < j < len(doc) else None


def _possesses(doc: Doc, i: int) -> bool:
    return i < len(doc) and doc[i].tag_ == "POS"


def _named(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_ in ("PERSON", "")


def in_portfolio(doc: Doc, start: int) -> bool:
    """Whether the words before lead back to a minister: "Minister of Trade, Foreign Employment and [Tourism]"."""
    i = start - 1
    while i > 0 and (doc[i].text[:1].isupper() and doc[i].ent_type_ != "PERSON" or doc[i].lower_ in _LISTING):
        i -= 1
    return i > 0 and doc[i].lower_ in ("of", "for") and doc[i - 1].lower_ in listed(doc, "title-portfolio")
