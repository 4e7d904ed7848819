"""Which frames of the ontology a text evokes, and which phrases fill their roles.

A frame names the verbs and nouns that evoke it and, for each role, the grammatical places where it stands
(`ontology/events.ttl` tells which there are). Triggers are indexed by their first lemma, so that the cost is one
look-up a token. After frame semantics: C. J. Fillmore, C. F. Baker (2010), A Frames Approach to Semantic Analysis.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from kg.extract.doc import mention_at, type_of
from kg.extract.finder import Finder
from kg.extract.grammar import carriers, children, climb, prepositional
from kg.extract.roles import AROUND_NOUNS, PLACES, around_verb, controllers, governors, nested, people
from kg.extract.triggers import Entry, adverbial, excluded, nominal, possible, verbal
from kg.extract.wordlists import listed
from kg.lexicon import Frame

__all__ = ["FrameIndex", "Match"]


_NOUNS = {"NOUN", "PROPN"}
_WHERE = frozenset({"in", "at", "to", "into"})


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that the text evokes at `trigger`; `words` are all tokens of the trigger ("call", "on").

    `carriers` are the light verbs that a noun stands with ("paid" of "paid a visit").
    """

    frame: Frame
    trigger: Token
    words: tuple[Token, ...]
    carriers: tuple[Token, ...] = ()
    _fillers: dict[str, tuple[Token, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def is_verb(self) -> bool:
        """Whether a verb evokes the frame, not a noun."""
        return self.trigger.pos_ not in ("NOUN", "PROPN")

    def fillers(self, role: str) -> tuple[Token, ...]:
        """The heads of the phrases in the role's places, each once; what "and" joins to them is left to the reader."""
        found = self._fillers.get(role)
        if found is None:
            found = self._fillers[role] = self._sought(role)
        return found

    def _sought(self, role: str) -> tuple[Token, ...]:
        places = self.frame.roles.get(role, ())
        if not places:
            return ()
        words = _prepositions(places)
        found = [*self._grammatical(places), *(self._prepositional(words) if words else ())]
        return tuple(dict.fromkeys(t for t in found if t not in self.words and t not in self.carriers))

    def _grammatical(self, places: Iterable[str]) -> Iterator[Token]:
        for place in places:
            for verb in (self.trigger,) if self.is_verb else self.carriers:
                yield from around_verb(verb, place)
            if place in AROUND_NOUNS:
                yield from AROUND_NOUNS[place](self.trigger)
            elif place == "controller":
                yield from controllers(self.carriers[-1] if self.carriers else self.trigger, self.trigger)
            elif place == "circumstance" and not self.carriers:
                yield from governors(self.trigger)
            elif place == "capacity":
                yield from governors(self.trigger, {"as"})

    def _prepositional(self, words: frozenset[str]) -> Iterator[Token]:
        given = () if self.is_verb else (t for t in children(self.trigger, "acl") if t.tag_ == "VBN")
        for token in (*self.words, *self.carriers, *given):  # "lifted the sanctions imposed on X"
            yield from prepositional(token, words)
            yield from nested(token, words)
        if self.is_verb and words <= _WHERE:  # a person's name has no place: "welcomed X to Y"
            yield from (t for person in people(self.trigger) for t in prepositional(person, words))


@cache  # a few hundred, of the ontology's frames
def _prepositions(places: tuple[str, ...]) -> frozenset[str]:
    """Those of a role's places that are words."""
    return frozenset(places) - PLACES


class FrameIndex:
    """Finds the frames that a Doc evokes."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        self._verbs: dict[str, list[Entry]] = defaultdict(list)
        self._nouns: dict[str, list[Entry]] = defaultdict(list)
        self._adverbs: dict[str, list[Entry]] = defaultdict(list)
        for frame in frames:
            told = ((self._verbs, frame.verbs), (self._nouns, frame.nouns), (self._adverbs, frame.adverbs))
            for index, triggers in told:
                for trigger in triggers:
                    words = tuple(trigger.lower().split())
                    index[words[0]].append((words, frame))
        indexes = (self._verbs, self._nouns, self._adverbs)
        for entries in (e for index in indexes for e in index.values()):
            entries.sort(key=lambda e: (-len(e[0]), e[1].iri))
        self._first = Finder([word for index in indexes for word in index])

    def find(self, doc: Doc) -> Iterator[Match]:
        """The matches, in the order of their first word; of overlapping triggers of a kind the longest counts.

        Words of a name evoke nothing, but for names of events ("the Lima Declaration").
        """
        matches = list(self._all(doc))
        covered: dict[tuple[str, int], int] = {}
        for m in matches:
            for t in m.words:
                covered[m.frame.kind, t.i] = max(len(m.words), covered.get((m.frame.kind, t.i), 0))
        return (m for m in matches if all(covered[m.frame.kind, t.i] == len(m.words) for t in m.words))

    def _all(self, doc: Doc) -> Iterator[Match]:
        for token in (doc[i] for i in self._first.find(doc)):
            if _named(token):
                continue
            nouns, verbs = (_entries(index, token) for index in (self._nouns, self._verbs))
            yield from _each(token, [e for e in nouns if token.pos_ in _NOUNS or len(e[0]) > 1], nominal)
            verbs = possible(token, verbs) if token.tag_[:2] == "VB" and token.pos_ not in _NOUNS else []
            yield from _each(token, verbs, verbal)
            yield from _each(token, self._adverbs.get(token.lower_, []) if token.pos_ == "ADV" else [], adverbial)


def _entries(index: Mapping[str, list[Entry]], token: Token) -> list[Entry]:
    """Those of a token's lemma, or of its form; "to found" is not "to find", whatever its lemma is said to be."""
    lemma, form = token.lemma_.lower(), token.lower_
    if token.tag_ in ("VB", "VBP") and form in index:
        return index[form]
    return index.get(lemma) or index.get(form) or []


def _each(
    token: Token, entries: list[Entry], match: Callable[[Token, tuple[str, ...]], tuple[Token, ...]]
) -> Iterator[Match]:
    """The frames whose trigger stands at `token`, each by its longest trigger."""
    seen: set[str] = set()
    for words, frame in entries:
        found = match(token, words)
        if found and frame.iri not in seen and not excluded(found, frame):
            seen.add(frame.iri)
            trigger = found[0] if match is not nominal or len(found) == 1 else _head(found)
            yield Match(frame, trigger, found, _carriers(trigger, frame) if match is nominal else ())


def _head(words: tuple[Token, ...]) -> Token:
    """The noun that heads the words; the last where the parse takes another for a verb ("founding members")."""
    root = words[0].doc[words[0].i : words[-1].i + 1].root
    bare = root.pos_ == "VERB" and not any(children(root, "nsubj"))
    return words[-1] if bare and words[-1].pos_ in _NOUNS else root


def _named(token: Token) -> bool:
    """Whether a word is part of a name or stands for something known ("the alliance"); names of events aside."""
    mention = mention_at(token)
    return mention is not None and not (mention.kind == "name" and type_of(token.doc, mention.iris[0]) == "Event")


def _carriers(noun: Token, frame: Frame) -> tuple[Token, ...]:
    """The light verbs of the noun; any verb that has it for its object where the frame takes "*"."""
    lemmas = frozenset(frame.light_verbs)
    if "*" in lemmas:
        verbs = carriers(noun, _AllBut(listed(noun, "telling")))
        return tuple(dict.fromkeys(v for v in verbs if v.pos_ in ("VERB", "AUX")))
    relative = (v for v in children(climb(noun), "acl", "relcl") if v.lemma_.lower() in lemmas)
    return tuple(dict.fromkeys((*carriers(noun, lemmas), *relative)))


class _AllBut(frozenset[str]):
    """Holds every word but its own."""

    def __contains__(self, word: object) -> bool:
        return not super().__contains__(word)
