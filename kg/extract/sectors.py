"""Sectors of the economy and of policy that a phrase names, by the words of the sector scheme."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from kg.extract.doc import mention_at, type_of
from kg.extract.finder import Finder
from kg.lexicon import Sector

__all__ = ["SectorWords"]


class SectorWords:
    """Finds the words that name sectors; the longest phrase wins ("renewable energy", not "energy")."""

    def __init__(self, sectors: Iterable[Sector]) -> None:
        self._index: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self._capitals: set[str] = set()  # "IT" is no "it"
        for sector in sectors:
            for name in (sector.id, *sector.words):
                if name.isupper():
                    self._capitals.add(name.lower())
                words = tuple(name.lower().replace("-", " ").split())
                if words:
                    self._index[words[0]].append((words, sector.iri))
        for entries in self._index.values():
            entries.sort(key=lambda e: (-len(e[0]), e[1]))
        self._first = Finder(self._index)

    def find(self, doc: Doc) -> dict[int, str]:
        """From the index of each phrase's last token to the sector's IRI; names of people, places and bodies aside."""
        found: dict[int, str] = {}
        end = 0
        for i in self._first.find(doc):
            if i >= end and not _named(doc[i]):
                end, iri = self._at(doc, i)
                if iri is not None:
                    found[end - 1] = iri
        return found

    def _at(self, doc: Doc, i: int) -> tuple[int, str | None]:
        token = doc[i]
        for key in dict.fromkeys((token.lower_, token.lemma_.lower())):
            for words, iri in self._index.get(key, ()):
                end = _end(doc, i + 1, words)
                if end and (len(words) > 1 or key not in self._capitals or token.text.isupper()):
                    return end, iri
        return i + 1, None


def _named(token: Token) -> bool:
    mention = mention_at(token)
    return mention is not None and type_of(token.doc, mention.iris[0]) not in ("Event", None)


def _end(doc: Doc, i: int, words: Sequence[str]) -> int | None:
    """The token after the last, if the words behind the first stand from `i` on; hyphens do not matter."""
    for word in words[1:]:
        if i < len(doc) and doc[i].text in ("-", "–"):
            i += 1
        if i >= len(doc) or word not in (doc[i].lower_, doc[i].lemma_.lower()):
            return None
        i += 1
    return i
