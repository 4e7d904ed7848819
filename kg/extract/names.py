"""Names and the entities that they name: the component `kg_names`."""

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.candidates import Candidate, settle, whole
from kg.extract.doc import Mention, register
from kg.extract.entities import clusters
from kg.extract.gazetteer import Gazetteer
from kg.extract.kinds import Kinds
from kg.extract.metonyms import Metonyms
from kg.extract.people import People
from kg.extract.phrases import Phrases
from kg.extract.recognised import recognised
from kg.lexicon import Lexicon, load_lexicon

__all__ = ["Names"]


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

    def __call__(self, doc: Doc) -> Doc:
        entities, mentions = {}, []
        for cluster in clusters(doc, self._candidates(doc), self._gazetteer):
            entity = cluster.entity(doc, self._base)
            entities[entity.iri] = entity
            for c in cluster.candidates:
                mentions.append(Mention(c.start, c.end, doc[c.start : c.end].root.i, "name", (entity.iri,)))
        doc._.entities = entities
        doc._.mentions = tuple(sorted(mentions, key=lambda m: m.start))
        return doc

    def _candidates(self, doc: Doc) -> list[Candidate]:
        known = list(self._known(doc))
        found = [*self._phrases.find(doc, known), *self._people.find(doc)]
        for c in recognised(doc, self._gazetteer, self._phrases, self._people):
            found.append(self._people.mended(doc, c, known) if c.type == "Person" else c)
        settled = settle([*known, *(w for c in found if (w := whole(doc, c, known)))])
        settled = settle([*settled, *_acronyms(doc, settled)])
        return self._kinds.decided(doc, [self._metonyms.resolved(doc, c) for c in settled])

    def _known(self, doc: Doc) -> Iterator[Candidate]:
        for hit in self._gazetteer.find(doc.text):
            span = doc.char_span(hit.start, hit.end)
            if span is not None:
                yield Candidate(span.start, span.end, hit.thing.type, hit.thing, hit.role, "gazetteer")


def _acronyms(doc: Doc, candidates: list[Candidate]) -> Iterator[Candidate]:
    """Every place of an acronym that stands in brackets after the name it shortens."""
    types = {
        doc[c.end + 1].text: c.type
        for c in candidates
        if c.end + 2 < len(doc) and doc[c.end].text == "(" and doc[c.end + 2].text == ")"
        if c.type in ("Organization", "RegionalBody", "Event") and sum(map(str.isupper, doc[c.end + 1].text)) > 1
    }
    for token in doc if types else ():
        if token.text in types:
            yield Candidate(token.i, token.i + 1, types[token.text], source="phrase")
