"""Names and the entities that they name: the component `kg_names`."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.candidates import Candidate, settle, whole, words_of
from kg.extract.doc import Mention, register
from kg.extract.entities import clusters
from kg.extract.finder import Finder
from kg.extract.gazetteer import Gazetteer, fold
from kg.extract.institutions import disowned, glossed, incorporated, is_government, of_states, owned
from kg.extract.kinds import Kinds
from kg.extract.known import known_names
from kg.extract.leaders import Leaders
from kg.extract.metonyms import Metonyms
from kg.extract.people import People
from kg.extract.phrases import Phrases
from kg.extract.recognised import recognised
from kg.extract.repeats import repeats
from kg.extract.statesmen import behind_states, straddles
from kg.extract.wordlists import keep_words, listed, lists_of
from kg.lexicon import Lexicon, load_lexicon
from kg.model import Entity

__all__ = ["Names"]

_BRACKETS = Finder(["("], [ORTH])


@Language.factory("kg_names", default_config={"lexicon": [], "base": "https://w3id.org/communique/id/"})
def make_names(nlp: Language, name: str, lexicon: list[str], base: str) -> "Names":
    """Make the component; see `kg.extract.pipeline` for its settings."""
    return Names(load_lexicon(*map(Path, lexicon)), base)


class Names:
    """Sets `doc._.mentions` (names) and `doc._.entities`."""

    def __init__(self, lexicon: Lexicon, base: str) -> None:
        register()
        self._base = base
        self._gazetteer = Gazetteer(lexicon)
        self._phrases = Phrases(lexicon, self._gazetteer)
        self._people = People(lexicon)
        self._metonyms = Metonyms(lexicon)
        self._kinds = Kinds(lexicon)
        self._leaders = Leaders(lexicon, self._gazetteer)
        self._words = lists_of(lexicon)
        self._heads = lexicon.listed("organization") | lexicon.listed("event")
        self._no_name = lexicon.listed("no-name")
        self._epithets = lexicon.epithets

    def __call__(self, doc: Doc) -> Doc:
        keep_words(doc, self._words)
        entities: dict[str, Entity] = {}
        mentions = []
        for cluster in clusters(doc, self._candidates(doc), self._leaders):
            entity = cluster.entity(doc, self._base)
            entities[entity.iri] = _merged(entities.get(entity.iri), entity)
            for c in cluster.candidates:
                head = c.start if c.end - c.start == 1 else doc[c.start : c.end].root.i
                mentions.append(Mention(c.start, c.end, head, "name", (entity.iri,)))
        doc._.entities = entities
        doc._.mentions = tuple(sorted(mentions, key=lambda m: m.start))
        return doc

    def _candidates(self, doc: Doc) -> list[Candidate]:
        known = list(known_names(doc, self._gazetteer, self._people.titles))
        found = [self._people.bare(doc, c) for c in self._phrases.find(doc, known)]
        behind = {c.start: c for c in self._people.behind_owners(doc, known)}
        found += [*self._people.find(doc), *behind.values()]
        for c in recognised(doc, self._gazetteer, self._phrases, self._people):
            c = _freed(c, behind)
            found.append(self._people.mended(doc, c, known) if c.type == "Person" else c)
        statesmen = list(behind_states(doc, known, self._people.titles, self._heads))
        found = [*statesmen, *(c for c in found if not straddles(c, statesmen))]
        people = frozenset(_called(doc, [*known, *found]))
        names = (owned(doc, w, people) for c in found if (w := whole(doc, c, known)))
        settled = settle([*known, *(c for c in names if not is_government(doc, c, known))])
        complete = [incorporated(doc, c, known) for c in settled]
        settled = [of_states(doc, glossed(doc, c, settled), known) for c in complete]
        settled = [disowned(doc, c, known) for c in settled]
        settled = settle([*settled, *_acronyms(doc, settled)])
        common = _common_acronyms(doc)
        settled = [c for c in settled if not self._is_common(doc, c, common)]
        decided = self._kinds.decided(doc, [self._metonyms.resolved(doc, c) for c in settled])
        return repeats(doc, decided, self._leaders)

    def _is_common(self, doc: Doc, c: Candidate, common: set[str]) -> bool:
        """Whether it is a common noun with capitals ("GDP", "EVs"), or begins with one that the text explains so."""
        words = words_of(doc, c)
        if c.thing is not None:
            return words in common
        return (
            words.lower() in self._no_name
            or _before_state(doc, c)
            and words.lower() in self._epithets
            or words.startswith("Photo ")
            or words in common
            or c.start > 0
            and _is_epithet(doc, c, words, self._people.postnominals)
            or c.source == "ner"
            and doc[c.start].text in common
        )


def _before_state(doc: Doc, c: Candidate) -> bool:
    """Whether it stands before a noun for a state, as the "Alpine" of "the Alpine country" does."""
    return c.end < len(doc) and doc[c.end].lemma_.lower() in listed(doc, "noun-country")


def _is_epithet(doc: Doc, c: Candidate, words: str, postnominals: frozenset[str]) -> bool:
    """Whether it only tells something of the person named before: "Ana Ruiz (D-Ohio)", "Ola Berg, KC, said"."""
    before = doc[c.start - 1].text
    seat = before == "(" and words[:1] in ("D", "R", "I") and words[1:2] == "-"
    return seat or words.isupper() and words.lower() in postnominals and before in (",", "(")


def _freed(c: Candidate, people: dict[int, Candidate]) -> Candidate:
    """A person's name without what the person's office is for: "adviser for [Africa Ana Ruiz]"; `people` by starts."""
    inside = (people[i] for i in range(c.start + 1, c.end - 1) if i in people)
    return next((p for p in inside if p.end >= c.end), c)


def _called(doc: Doc, candidates: list[Candidate]) -> Iterator[str]:
    """The names of people, folded, and the last words of these."""
    for c in candidates:
        if c.type == "Person":
            yield fold(words_of(doc, c))
            yield fold(doc[c.end - 1].text)


def _merged(one: Entity | None, other: Entity) -> Entity:
    """One entity for two spellings that make one IRI ("Harbour-Fund", "Harbour Fund")."""
    if one is None:
        return other
    labels = tuple(sorted({*one.labels, *other.labels}))
    return replace(one, labels=labels, mentions=tuple(sorted({*one.mentions, *other.mentions})))


def _acronyms(doc: Doc, candidates: list[Candidate]) -> Iterator[Candidate]:
    """Every place of an acronym that stands in brackets after the name it shortens."""
    types = {
        doc[c.end + 1].text: c.type
        for c in candidates
        if c.end + 2 < len(doc) and doc[c.end].text == "(" and doc[c.end + 2].text == ")"
        if c.type in ("Organization", "RegionalBody", "Event") and sum(map(str.isupper, doc[c.end + 1].text)) > 1
    }
    for i in Finder(types, [ORTH]).find(doc):
        yield Candidate(i, i + 1, types[doc[i].text], source="acronym")


def _common_acronyms(doc: Doc) -> set[str]:
    """Acronyms of common nouns: "electric vehicles (EVs)"."""
    found: set[str] = set()
    for i in _BRACKETS.find(doc):
        short = doc[i + 1].text.rstrip("s") if i + 2 < len(doc) and doc[i + 2].text == ")" else ""
        if len(short) > 1 and short.isupper() and i >= len(short):
            words = [t.text for t in doc[i - len(short) : i]]
            if all(w[0] == letter and w.islower() for w, letter in zip(words, short.lower(), strict=True)):
                found |= {short, short + "s"}
    return found
