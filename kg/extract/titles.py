"""Titles of office in running text: "the Deputy Prime Minister and Minister of Energy of X"."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from kg.extract.doc import mention_at, type_of
from kg.extract.finder import Finder
from kg.extract.ownership import DIPLOMAT, HEADS, is_public, owner_after, owner_before
from kg.extract.tree import sentence_of
from kg.extract.wordlists import listed
from kg.lexicon import Lexicon, OfficeKind

__all__ = ["Status", "Title", "Titles"]

Status = Literal["current", "former", "future", "acting"]
SPLITTERS = {"-", "–", "—"}


@dataclass(frozen=True, slots=True)
class Title:
    """Tokens `start` to `end` (exclusive) name an office; `of` is the IRI of what it belongs to, as the phrase says.

    `head` is the token of the office's head word; `holder` the IRI of the person who is said to hold it.
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
        self._first = Finder(self._index)
        phrases = [w for sector in lexicon.sectors for phrase in sector.words for w in phrase.lower().split()]
        self._fields = frozenset((*phrases, *lexicon.listed("portfolio")))
        self._rank = lexicon.listed("title-rank")
        self._outgoing = lexicon.listed("title-outgoing")
        self._status: dict[str, Status] = {
            word: status
            for status in ("former", "acting", "future")
            for word in sorted(lexicon.listed(f"title-{status}"))
        }

    def find(self, doc: Doc) -> Iterator[Title]:
        """The titles in their order; parts of names ("the President Hotel") are none."""
        end = 0
        for i in self._first.find(doc):
            if i >= end and (title := self._at(doc, i, end)):
                yield title
                end = title.end

    def _at(self, doc: Doc, i: int, after: int) -> Title | None:
        """The title whose office begins at `i`; its words lie behind the one that ends at `after`."""
        if mention_at(doc[i]) is not None:
            return None
        found = self._office(doc, i)
        if found is None:
            return None
        end, kind = found
        head = end - 1
        if doc[head].pos_ == "VERB" and doc[head].tag_ in ("VBZ", "VBP", "VBD"):
            return None  # "X heads the bank"
        end = self._behind_fields(doc, end) if DIPLOMAT not in (kind.iri, *kind.broader) else end
        start, rank, portfolio = self._before(doc, i, after, kind)
        if rank in (["first"], ["second"]) and (
            kind.title == "leader" or not HEADS.isdisjoint((kind.iri, *kind.broader))
        ):
            rank = []  # "the first president to visit Peru"
        behind: list[Status] = []
        if end + 1 < len(doc) and doc[end].text in SPLITTERS and self._status.get(doc[end + 1].lower_):
            behind, end = [self._status[doc[end + 1].lower_]], end + 2  # "president-elect"
        elif end < len(doc) and doc[end].lower_ in listed(doc, "title-behind"):
            behind, end = ["future"], end + 1
        name = " ".join([*rank, *portfolio, kind.title])
        before = owner_before(doc, start)
        before = before if before and before[1] >= after else None
        if before and DIPLOMAT in (kind.iri, *kind.broader) and type_of(doc, before[0]) == "RegionalBody":
            sender = owner_before(doc, before[1])  # "Peru's UN envoy"
            before = sender if sender and type_of(doc, sender[0]) == "Country" and sender[1] >= after else before
        if before and type_of(doc, before[0]) in ("Country", "Place") and not is_public(doc, kind):
            employer = owner_before(doc, before[1])  # "the Harbour Fund's Kenya director"
            named = employer and type_of(doc, employer[0]) == "Organization" and employer[1] >= after
            before = employer if named and doc[before[1] - 1].tag_ == "POS" else before
        charge = end < len(doc) and doc[end].lower_ == "for"  # "the Bank's director for Kenya" is the Bank's
        of, end, field = owner_after(doc, end, kind)
        if field and not portfolio:
            name = f"{name} of {field}" if kind.takes_portfolio else name
        first = before[1] - 1 if before and before[1] else start  # "former Peruvian president"
        if before and first > 0 and doc[first].text in SPLITTERS:  # "ex-Peruvian president"
            first -= 1
        told = [s for t in doc[first:i] if (s := self._status.get(t.lower_.rstrip("-")))]
        status: Status = next(iter((*behind, *told)), "current")
        if before:  # what tells that it is over belongs to the phrase
            start = first if self._status.get(doc[max(first, 0)].lower_) else before[1]
        owner = before[0] if before and (charge or of is None) else of
        return Title(start, end, head, name, kind, owner, status)

    def _behind_fields(self, doc: Doc, end: int) -> int:
        """The token behind fields that follow those in an office's name: "minister of foreign affairs [and trade]"."""
        if end >= len(doc) - 1 or doc[end - 1].lower_ not in self._fields or not doc[end + 1].text[:1].isupper():
            return end
        i = end
        while i + 1 < len(doc):
            listed = doc[i].lower_ in ("and", "&", ",") and doc[i + 1].lower_ in self._fields
            if not listed and not (i > end and doc[i].lower_ in self._fields):
                break
            i += 2 if listed else 1
        return i

    def _office(self, doc: Doc, i: int) -> tuple[int, OfficeKind] | None:
        for words, kind in self._index.get(doc[i].lower_, ()) or self._index.get(doc[i].lemma_.lower(), ()):
            end = _matches(doc, i, words)
            ranks = len(words) == 1 and words[0] in self._rank and end and end < len(doc) and _names_office(doc[end])
            if end and not ranks and not _goes_on(doc, end):
                return end, kind
        return None

    def _before(self, doc: Doc, i: int, after: int, kind: OfficeKind) -> tuple[int, list[str], list[str]]:
        """Rank, status and portfolio that stand before the office: where they begin, and their words."""
        rank: list[str] = []
        portfolio: list[str] = []
        start = i
        while start > after and mention_at(doc[start - 1]) is None:
            token = doc[start - 1]
            word = token.lower_.rstrip("-")
            if word in self._rank and token.dep_ != "ROOT":
                rank.insert(0, "deputy" if word == "vice" else word)
            elif (
                word in self._status or token.text in SPLITTERS and start > 1 and doc[start - 2].lower_ in self._status
            ):
                pass
            elif (
                kind.takes_portfolio
                and word not in self._outgoing
                and _field_word(token, bool(portfolio))
                and sentence_of(token) == sentence_of(doc[i])
            ):
                portfolio.insert(0, word)
            else:
                break
            start -= 1
        while portfolio and portfolio[0] in ("and", "&", ","):  # "Deputy Prime Minister and [Finance] Minister"
            portfolio, start = portfolio[1:], start + 1
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
    return end < len(doc) and doc[end].lower_ in listed(doc, "title-part") and doc[end].dep_ != "ROOT"


def _field_word(token: Token, inside: bool) -> bool:
    if token.text in ("and", "&") and inside:
        return True
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and token.text[:1].isalpha() and (
        token.text[:1].isupper() or token.dep_ in ("compound", "amod", "conj")
    ) and not token.is_stop  # fmt: skip
