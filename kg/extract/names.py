"""Names and the entities that they name: the component `kg_names`."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.candidates import Candidate, settle, whole, words_of
from kg.extract.doc import Mention, register
from kg.extract.entities import clusters, initials
from kg.extract.finder import Finder
from kg.extract.gazetteer import Gazetteer, fold
from kg.extract.kinds import Kinds
from kg.extract.known import known_names
from kg.extract.leaders import Leaders
from kg.extract.metonyms import Metonyms
from kg.extract.people import People
from kg.extract.phrases import Phrases
from kg.extract.recognised import recognised
from kg.extract.repeats import repeats
from kg.extract.standing import keep_nouns, nouns_of
from kg.lexicon import Lexicon, load_lexicon
from kg.model import Entity

__all__ = ["Names"]

# Institutions that states set up together.
JOINT = {"commission", "committee", "council"}
# What companies are by law, and "group" and "holding".
LEGAL = {
    "", "ag", "asa", "bhd", "co", "company", "corp", "corporation", "gmbh", "group", "holding", "holdings", "inc",
    "incorporated", "jsc", "kgaa", "limited", "llc", "llp", "ltd", "nv", "oao", "ojsc", "pao", "pjsc", "plc", "sa",
    "se", "spa", "srl",
}  # fmt: skip
SHARED = {
    "agency",
    "assembly",
    "centre",
    "center",
    "commission",
    "committee",
    "council",
    "court",
    "parliament",
    "secretariat",
}
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
        self._nouns = nouns_of(lexicon)
        self._no_name = lexicon.words.get("no-name", frozenset())

    def __call__(self, doc: Doc) -> Doc:
        keep_nouns(doc, self._nouns)
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
        known = list(known_names(doc, self._gazetteer))
        found = [*self._phrases.find(doc, known), *self._people.find(doc)]
        for c in recognised(doc, self._gazetteer, self._phrases, self._people):
            found.append(self._people.mended(doc, c, known) if c.type == "Person" else c)
        names = (w for c in found if (w := whole(doc, c, known)))
        settled = settle([*known, *(c for c in names if not _is_government(doc, c, known))])
        settled = [_of_states(doc, _glossed(doc, _incorporated(doc, c, known), settled), known) for c in settled]
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
            or words.startswith("Photo ")
            or words in common
            or c.source == "ner"
            and doc[c.start].text in common
        )


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


def _glossed(doc: Doc, c: Candidate, candidates: list[Candidate]) -> Candidate:
    """A long name takes its meaning from the known acronym in the brackets behind it."""
    if (
        c.thing
        or c.type not in ("Organization", "RegionalBody", "Event")
        or c.end >= len(doc)
        or doc[c.end].text != "("
    ):
        return c
    short = next((k for k in candidates if k.start == c.end + 1 and k.thing and k.role == "name"), None)
    if short is None or short.thing is None or short.end >= len(doc) or doc[short.end].text != ")":
        return c
    form = fold(doc[c.start : c.end].text)
    alike = any(SequenceMatcher(None, form, fold(name)).ratio() > 0.9 for name in short.thing.names)
    same = alike or doc[short.start].text.upper() == initials(doc, c.start, c.end)
    return c._replace(type=short.type, thing=short.thing) if same else c


def _incorporated(doc: Doc, c: Candidate, known: list[Candidate]) -> Candidate:
    """A known company's name with its legal form behind it is the company's too: "Boeing Co", "Gazprom PJSC"."""
    if c.thing or c.type not in ("Organization", "Person") or c.end - c.start < 2:
        return c
    company = next((k for k in known if k.start == c.start and k.end < c.end and k.type == "Organization"), None)
    legal = company is not None and all(doc[i].lower_.strip(".,") in LEGAL for i in range(company.end, c.end))
    return c._replace(type=company.type, thing=company.thing) if company is not None and legal else c


def _is_government(doc: Doc, c: Candidate, known: list[Candidate]) -> bool:
    """Whether it is a country's government, for which the country stands: "the Government of the Republic of X"."""
    if c.end - c.start < 3 or doc[c.start].lower_ != "government" or doc[c.start + 1].lower_ != "of":
        return False
    owner = c.start + 2 + (doc[c.start + 2].lower_ == "the")
    return any(k.start == owner and k.type == "Country" for k in known)


def _of_states(doc: Doc, c: Candidate, known: list[Candidate]) -> Candidate:
    """What a body of states, or two countries together, have as an institution is a body of states too."""
    if c.thing or c.type != "Organization" or c.end - c.start < 2:
        return c
    inside = [k for k in known if c.start <= k.start and k.end <= c.end]
    if not inside or inside[0].start != c.start:
        return c
    head = next((t.i - 1 for t in doc[c.start + 1 : c.end] if t.lower_ in ("of", "on", "for")), c.end - 1)
    joint = (
        len(inside) > 1
        and all(k.type == "Country" for k in inside[:2])
        and doc[inside[0].end].text in ("-", "–", "and")
    )
    if joint:
        return c._replace(type="RegionalBody") if doc[head].lower_ in JOINT else c
    owned = inside[0].type == "RegionalBody" and inside[0].role == "name" and doc[inside[0].end].text != "-"
    return c._replace(type="RegionalBody") if owned and doc[head].lower_ in SHARED else c


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
