"""Titles of office in running text: "the Deputy Prime Minister and Minister of Energy of X"."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from kg.extract.doc import Mention, mention_at
from kg.lexicon import Lexicon, OfficeKind

__all__ = ["Status", "Title", "Titles"]

Status = Literal["current", "former", "future", "acting"]
SPLITTERS = {"-", "–", "—"}
_BETWEEN = {"POS", "JJ", "JJR", "RB", "VBN", "VBG", "HYPH", "NN"}  # what may stand between an owner and the office
_INSIDE = {"DT", "JJ", "NN", "NNP", "POS", "VBN", "HYPH", "PRP$", "``", "''"}


@dataclass(frozen=True, slots=True)
class Title:
    """Tokens `start` to `end` (exclusive) name an office; `of` is the IRI of what it belongs to, as the phrase says.

    `head` is the token of the office's head word; `holder` the IRI of the person who is said to hold it;
    `named` tells a title that stands with its holder's name from one that stands for her.
    """

    start: int
    end: int
    head: int
    name: str
    kind: OfficeKind
    of: str | None
    status: Status
    holder: str | None = None


class Titles:
    """Finds the titles of a Doc whose names are known."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._index: dict[str, list[tuple[tuple[str, ...], OfficeKind]]] = defaultdict(list)
        for kind in lexicon.offices:
            for name in kind.names:
                words = tuple(name.lower().replace("-", " ").replace("’", "'").split())
                self._index[words[0]].append((words, kind))
        for names in self._index.values():
            names.sort(key=lambda n: (-len(n[0]), n[1].iri))
        self._rank = lexicon.words.get("title-rank", frozenset())
        self._status: dict[str, Status] = {
            word: status
            for status in ("former", "acting", "future")
            for word in sorted(lexicon.words.get(f"title-{status}", ()))
        }

    def find(self, doc: Doc) -> Iterator[Title]:
        """The titles in their order; parts of names ("the President Hotel") are none."""
        end = 0
        for token in doc:
            if token.i < end or token.lower_ not in self._index and token.lemma_.lower() not in self._index:
                continue
            title = self._at(doc, token.i)
            if title:
                yield title
                end = title.end

    def _at(self, doc: Doc, i: int) -> Title | None:
        if mention_at(doc[i]) is not None:
            return None
        found = self._office(doc, i)
        if found is None:
            return None
        end, kind = found
        head = end - 1
        start, rank, portfolio = self._before(doc, i, kind)
        behind: list[Status] = []
        if end + 1 < len(doc) and doc[end].text in SPLITTERS and self._status.get(doc[end + 1].lower_):
            behind, end = [self._status[doc[end + 1].lower_]], end + 2  # "president-elect"
        name = " ".join([*rank, *portfolio, kind.title])
        before = _owner_before(doc, start)
        of, end, field = _after(doc, end, kind)
        if field and not portfolio:
            name = f"{name} of {field}" if kind.takes_portfolio else name
        first = before[1] - 1 if before and before[1] else start  # "former Peruvian president"
        told = [s for t in doc[first:i] if (s := self._status.get(t.lower_.rstrip("-")))]
        status: Status = next(iter((*behind, *told)), "current")
        if before:  # what tells that it is over belongs to the phrase
            start = first if self._status.get(doc[max(first, 0)].lower_) else before[1]
        return Title(start, end, head, name, kind, of or (before[0] if before else None), status)

    def _office(self, doc: Doc, i: int) -> tuple[int, OfficeKind] | None:
        for words, kind in self._index.get(doc[i].lower_, ()) or self._index.get(doc[i].lemma_.lower(), ()):
            end = _matches(doc, i, words)
            ranks = len(words) == 1 and words[0] in self._rank and end and end < len(doc) and _names_office(doc[end])
            if end and not ranks and not _goes_on(doc, end):
                return end, kind
        return None

    def _before(self, doc: Doc, i: int, kind: OfficeKind) -> tuple[int, list[str], list[str]]:
        """Rank, status and portfolio that stand before the office: where they begin, and their words."""
        rank: list[str] = []
        portfolio: list[str] = []
        start = i
        while start > 0 and mention_at(doc[start - 1]) is None:
            token = doc[start - 1]
            word = token.lower_.rstrip("-")
            if word in self._rank and token.dep_ != "ROOT":
                rank.insert(0, "deputy" if word == "vice" else word)
            elif word in self._status or token.text in SPLITTERS and start > 1 and doc[start - 2].lower_ in self._status:
                pass
            elif kind.takes_portfolio and _field_word(token, bool(portfolio)) and token.sent == doc[i].sent:
                portfolio.insert(0, word)
            else:
                break
            start -= 1
        return start, rank, [w for w in portfolio if w not in (",",)]


def _names_office(token: Token) -> bool:
    """Whether a word of rank stands before a noun, whose rank it then is ("chief negotiator")."""
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and mention_at(token) is None


def _matches(doc: Doc, i: int, words: tuple[str, ...]) -> int | None:
    """The token after the last one, if the words stand at `i`; hyphens between them do not matter."""
    for position, word in enumerate(words):
        if position and i < len(doc) and doc[i].text in SPLITTERS:
            i += 1
        if i >= len(doc) or (doc[i].lower_.replace("’", "'") != word and doc[i].lemma_.lower() != word):
            return None
        i += 1
    return i


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether a word is only the beginning of another noun ("president’s office", "head office")."""
    return end < len(doc) and doc[end].lower_ in ("office", "administration") and doc[end].dep_ != "ROOT"


def _field_word(token: Token, inside: bool) -> bool:
    if token.text in ("and", "&") and inside:
        return True
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and token.text[:1].isalpha() and (
        token.text[:1].isupper() or token.dep_ in ("compound", "amod", "conj")
    ) and not token.is_stop  # fmt: skip


def _owner_before(doc: Doc, start: int) -> tuple[str, int] | None:
    """Whom an office belongs to, named before it: "Kazakh President", "Malaysia's prime minister"."""
    i = start - 1
    while i >= 0 and mention_at(doc[i]) is None and doc[i].tag_ in _BETWEEN and start - i < 4:
        i -= 1
    mention = mention_at(doc[i]) if i >= 0 else None
    if mention and mention.iris and _owns(doc, mention):
        entity = doc._.entities[mention.iris[0]]
        if entity.type == "Place" and doc[mention.start : mention.end].text not in (entity.name, entity.name.upper()):
            return None  # "African President"
        return mention.iris[0], mention.start
    return None


def _owns(doc: Doc, mention: Mention) -> bool:
    entity = doc._.entities.get(mention.iris[0])
    return entity is not None and entity.type in ("Country", "RegionalBody", "Organization", "Place")


def _after(doc: Doc, end: int, kind: OfficeKind) -> tuple[str | None, int, str]:
    """Whom an office belongs to and its portfolio, named after it: "of Energy of the Republic of X"."""
    words: list[str] = []
    i = end
    if i + 1 < len(doc) and doc[i].text == "," and doc[i + 1].lower_ == "at":
        i += 1  # "analyst and fellow, at X"
    while i + 1 < len(doc) and doc[i].lower_ in ("of", "for", "at", "in", "with", "to"):
        mention = _owner_in(doc, i + 1)
        if mention is not None:
            place = doc._.entities[mention.iris[0]].type == "Place"
            if doc[i].lower_ in ("with", "to") and not _employs(doc, mention):
                return None, mention.end if doc[i].lower_ == "to" else end, " ".join(words)
            if place and doc[i].lower_ != "of":
                return None, mention.end, " ".join(words)
            return mention.iris[0], mention.end, " ".join(words)
        j = i + 1
        while j < len(doc) and doc[j].tag_ in ("DT", "PRP$"):
            j += 1
        if doc[i].lower_ not in ("of", "for") or not kind.takes_portfolio or words:
            break
        k = j
        while k < len(doc) and mention_at(doc[k]) is None and _portfolio(doc, j, k):
            k += 1
        while k > j and doc[k - 1].lower_ in ("and", ",", "&"):
            k -= 1
        if k == j:
            break
        words = [t.lower_ for t in doc[j:k]]
        i = end = k
    return None, end, " ".join(words)


def _owner_in(doc: Doc, start: int) -> Mention | None:
    """The owner named in the phrase that begins at `start`: an organisation comes before the country that it is of."""
    owners: list[Mention] = []
    i = start
    while i < min(start + 10, len(doc)):
        mention = mention_at(doc[i])
        if mention is not None:
            if not (mention.iris and _owns(doc, mention)):
                break
            if i == start or doc[i - 1].text != "-":  # "the pro-European party"
                owners.append(mention)
            i = mention.end
        elif (
            doc[i].tag_ in _INSIDE
            or doc[i].lower_ in ("think", "based")
            or doc[i].text in ("-", "–", '"', "“", "‘", "'")
        ):
            i += 1
        else:
            break
    organisations = [m for m in owners if doc._.entities[m.iris[0]].type in ("Organization", "RegionalBody")]
    return next(iter(organisations[-1:] or owners[:1]), None)


def _employs(doc: Doc, mention: Mention) -> bool:
    return doc._.entities[mention.iris[0]].type in ("Organization", "RegionalBody")


def _portfolio(doc: Doc, start: int, i: int) -> bool:
    token = doc[i]
    if token.lower_ in ("and", "&", ","):
        nxt = doc[i + 1] if i + 1 < len(doc) else None
        return i > start and nxt is not None and nxt.text[:1].isupper() == doc[start].text[:1].isupper() and (
            nxt.pos_ in ("NOUN", "PROPN", "ADJ") and mention_at(nxt) is None
            and not (token.text == "," and nxt.ent_type_ == "PERSON"))  # fmt: skip
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and token.text[:1].isupper() == doc[start].text[:1].isupper()
