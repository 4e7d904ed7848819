"""Which words are names: the gazetteer's, the recogniser's and the title grammar's, settled into one layer."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from kg.extract.gazetteer import Candidate, Gazetteer
from kg.extract.metonyms import Metonyms
from kg.lexicon import Lexicon
from kg.model import EntityType

__all__ = ["Candidate", "Candidates"]

# OntoNotes' labels (spaCy's English models) in our classes.
LABELS: dict[str, EntityType] = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place",
    "EVENT": "Event", "LAW": "Event",
}  # fmt: skip
DASHES = {"-", "–", "—", "--"}
NICKNAME_MARKS = {'"', "“", "”", "'", "‘", "’"}
JOINERS = {"of", "for", "and", "&", "the", "-", "on"}


class Candidates:
    """Finds the names of a Doc."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.gazetteer = Gazetteer(lexicon)
        words = lexicon.words
        self._heads: dict[str, EntityType] = {
            **dict.fromkeys(words.get("place", ()), "Place"),
            **dict.fromkeys(words.get("event", ()), "Event"),
            **dict.fromkeys(words.get("organization", ()), "Organization"),
        }  # type: ignore[assignment]
        self._first = words.get("organization-first", frozenset())
        self._institution = words.get("noun-institution", frozenset())
        self._particle = words.get("name-particle", frozenset())
        self._metonyms = Metonyms(lexicon)
        self._honorific = words.get("honorific", frozenset())
        titles = {w for o in lexicon.offices for name in o.names for w in name.lower().split()}
        self._title = frozenset(titles | self._honorific | {"former", "deputy", "vice", "acting", "first"})

    def find(self, doc: Doc) -> list[Candidate]:
        """The names in their order, not overlapping."""
        known = list(self._known(doc))
        recognised = [c for span in doc.ents for c in self._cleaned(span)]
        others = [*self._phrases(doc, known), *self._institutions(doc), *self._after_titles(doc), *_nicknamed(doc)]
        others += [self._personal(doc, c, known) for c in recognised]
        whole = [w for c in others if (w := _whole(doc, c, known))]
        return [self._metonyms.resolved(doc, c) for c in _settle([*known, *whole])]

    def _known(self, doc: Doc) -> Iterator[Candidate]:
        for hit in self.gazetteer.find(doc.text):
            span = doc.char_span(hit.start, hit.end)
            if span is not None:
                yield Candidate(span.start, span.end, hit.thing.type, hit.thing, hit.role, "gazetteer")

    def _cleaned(self, span: Span) -> Iterator[Candidate]:
        """A recognised name without article, titles and possessive, typed by its head word."""
        type_ = LABELS.get(span.label_)
        if type_ is None:
            return
        start, end = span.start, span.end
        doc = span.doc
        while end > start and (doc[end - 1].tag_ == "POS" or not doc[end - 1].text[-1:].isalnum()):
            end -= 1
        while end > start and not doc[end - 1].text[:1].isupper() and not doc[end - 1].text[:1].isdigit():
            end -= 1
        while start < end and (doc[start].lower_ == "the" or not doc[start].text[:1].isalnum()):
            start += 1
        if type_ == "Person":
            while end - start > 1 and doc[start].lower_ in self._title:
                start += 1
        for token in doc[start:end]:  # "Kazakhstan's Ministry of Energy" is two names
            if token.tag_ == "POS" and type_ != "Event" and self.gazetteer.named(doc[start : token.i].text):
                start = token.i + 1
        words = doc[start:end]
        if not len(words) or not any(t.text[:1].isupper() for t in words) or "\n" in words.text:
            return
        if type_ != "Person" or len(words) > 1:
            type_ = self._heads.get(words[-1].lower_, type_)
        if type_ in ("Organization", "Event") and words[0].lower_ in self._first:
            type_ = "Organization"
        if all(t.lower_ in self._title for t in words) or words[0].text[:1].isdigit() and type_ != "Event":
            return
        yield Candidate(start, end, type_)

    def _phrases(self, doc: Doc, known: Iterable[Candidate]) -> Iterator[Candidate]:
        """Capitalised phrases with the head of an institution, event or place: "Ministry of X", "Y University"."""
        taken = {i for c in known for i in range(c.start, c.end) if c.thing and c.thing.type == "Person"}
        i = 0
        while i < len(doc):
            if not _capital(doc[i]) or i in taken:
                i += 1
                continue
            j = i + 1
            while j < len(doc) and (_capital(doc[j]) or _joins(doc, j) or self._possessed(doc, i, j)) and j not in taken:
                j += 1
            while not _capital(doc[j - 1]):
                j -= 1
            yield from self._headed(doc, i, j)
            i = j + 1

    def _headed(self, doc: Doc, start: int, end: int) -> Iterator[Candidate]:
        for i in range(start, end - 1):
            if doc[i].lower_ in self._first and doc[i + 1].lower_ in ("of", "for"):
                stop = _until_and(doc, i, end)
                yield Candidate(_before(doc, start, i), stop, "Organization", source="phrase")
                return
        run = start
        for i in range(start, end):
            if doc[i].lower_ in ("of", "for", "and", "on", "the", "&"):
                run = i + 1
            type_ = self._heads.get(doc[i].lower_)
            last = i + 1 == end or not _capital(doc[i + 1])
            if type_ and last and i > run:
                yield Candidate(run, i + 1, type_, source="phrase")

    def _possessed(self, doc: Doc, start: int, i: int) -> bool:
        """ "People's Bank" is one name, "Kazakhstan's Ministry" two."""
        follows = doc[i].tag_ == "POS" and i + 1 < len(doc) and _capital(doc[i + 1])
        return follows and not any(self.gazetteer.named(doc[k:i].text) for k in range(max(start, i - 3), i))

    def _institutions(self, doc: Doc) -> Iterator[Candidate]:
        """ "the Russian foreign ministry": an institution in lower case with what it is the institution of."""
        for token in doc:
            if token.lower_ in self._institution and token.tag_ in ("NN", "NNP"):
                start = token.i
                while start > 0 and doc[start - 1].dep_ in ("amod", "compound", "nmod") and (
                    doc[start - 1].head.i in range(start, token.i + 1)
                ):
                    start -= 1
                if start < token.i and doc[start].pos_ in ("ADJ", "PROPN", "NOUN"):
                    yield Candidate(start, token.i + 1, "Organization", source="phrase")

    def _personal(self, doc: Doc, c: Candidate, known: list[Candidate]) -> Candidate:
        """A person's name from its first word to its last: particles in, a country before it out; "in X" is a place."""
        if c.type != "Person":
            return c
        start, end = c.start, c.end
        country = next((k for k in known if k.start == start and k.end < end and k.type in ("Country", "Place")), None)
        if country and start and doc[start - 1].dep_ == "prep":
            start = country.end
        if start and doc[start - 1].lower_ in ("in", "near", "at") and country is None and end - start < 3:
            return replace(c, type="Place", source="title")
        while end < len(doc) and (i := self._particles(doc, end)) and doc[i].pos_ == "PROPN" and _capital(doc[i]):
            end = i + 1
        while start > 1 and doc[start - 1].lower_ in self._particle and _named(doc[start - 2]):
            start -= 2
        while end < len(doc) and doc[end].ent_type_ == "PERSON" and _named(doc[end]) and not doc[end].is_sent_start:
            end += 1
        return replace(c, start=start, end=end)

    def _particles(self, doc: Doc, i: int) -> int | None:
        """The token after the particles and hyphens at `i` ("bin", "al-"), if there are any."""
        j = i
        while j < len(doc) and (doc[j].lower_ in self._particle or j > i and doc[j].text == "-"):
            j += 1
        return j if i < j < len(doc) else None

    def _after_titles(self, doc: Doc) -> Iterator[Candidate]:
        """Capitalised words after an honorific or a title are a person: "Mr. X", "President Y"."""
        for token in doc[:-1]:
            if token.text[:1].isupper() and token.lower_ in self._title and token.lower_ not in self._heads:
                start = token.i + 1
                end = start
                while end < len(doc) and end - start < 4 and doc[end].pos_ == "PROPN" and _capital(doc[end]):
                    end += 1
                if end > start and doc[start].lower_ not in self._title and doc[start].ent_type_ in ("PERSON", ""):
                    yield Candidate(start, end, "Person", source="title")


def _nicknamed(doc: Doc) -> Iterator[Candidate]:
    """A person's name around a nickname in quotation marks: 'Edson "Pele" Nascimento'."""
    for i in range(1, len(doc) - 3):
        marks = doc[i].text in NICKNAME_MARKS and doc[i + 2].text in NICKNAME_MARKS
        if marks and all(doc[j].pos_ == "PROPN" and doc[j].text[:1].isupper() for j in (i - 1, i + 1, i + 3)):
            yield Candidate(i - 1, i + 4, "Person", source="title")


def _whole(doc: Doc, c: Candidate, known: list[Candidate]) -> Candidate | None:
    """A name runs on over a hyphen ("Yoon Suk-yeol") and ends before a dash; two known names joined are none."""
    for i in range(c.start + 1, c.end):
        if doc[i].text in DASHES and doc[i - 1].whitespace_:
            c = replace(c, end=i)
            break
    while c.end + 1 < len(doc) and doc[c.end].text == "-" and not doc[c.end - 1].whitespace_ + doc[c.end].whitespace_:
        if not doc[c.end + 1].text.isalpha() or c.type != "Person" and not doc[c.end + 1].text[:1].isupper():
            break
        c = replace(c, end=c.end + 2)
    inside = [k for k in known if c.start <= k.start and k.end <= c.end]
    joined = any(doc[k.end].text == "-" for k in inside if k.end < c.end)
    covered = sum(k.end - k.start for k in inside)
    compound = len(inside) > 1 and covered + len(inside) - 1 == c.end - c.start
    return None if compound or joined and c.type in ("Place", "Country") else c


def _named(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.ent_type_ in ("PERSON", "")


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and not token.is_sent_start or token.pos_ == "PROPN" and token.text[:1].isupper()


def _joins(doc: Doc, i: int) -> bool:
    return doc[i].lower_ in JOINERS and i + 1 < len(doc) and (_capital(doc[i + 1]) or doc[i + 1].lower_ == "the")


def _before(doc: Doc, start: int, head: int) -> int:
    """Where a name begins whose head stands before "of": its own modifiers count ("National Bank of X")."""
    i = head
    while i > start and _capital(doc[i - 1]) and doc[i - 1].tag_ != "POS":
        i -= 1
    return i


def _until_and(doc: Doc, head: int, end: int) -> int:
    """A name with "of" runs on over "and" only within its list ("Ministry of Trade and Industry")."""
    return end


_PRIORITY = {"gazetteer": 2, "title": 1, "phrase": 1, "ner": 0}


def _settle(candidates: list[Candidate]) -> list[Candidate]:
    """The longest candidate wins; of equal ones the gazetteer's, unless the recogniser sees a person."""
    persons = {(c.start, c.end) for c in candidates if c.source == "ner" and c.type == "Person"}
    taken: set[int] = set()
    chosen: list[Candidate] = []
    for c in sorted(candidates, key=lambda c: (c.start - c.end, -_PRIORITY[c.source], c.start)):
        if taken.isdisjoint(range(c.start, c.end)):
            if c.source == "phrase" and (c.start, c.end) in persons:
                c = replace(c, type="Person")
            chosen.append(c)
            taken.update(range(c.start, c.end))
    return sorted(chosen, key=lambda c: c.start)
