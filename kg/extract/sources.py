"""Whom a phrase names as the source of what is said: a person, country, body or organisation."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.extract.arguments import agents
from kg.extract.candidates import DASHES
from kg.extract.doc import Mention, mention_at, type_of
from kg.extract.grammar import children, prepositional
from kg.extract.tree import conjuncts, sentence_of
from kg.extract.wordlists import listed
from kg.lexicon import Lexicon

__all__ = ["Sources"]

_SPEAKERS = {"Person", "Country", "Organization", "RegionalBody"}
_QUOTING = {'"', "“", "«", "‘", "'"}
_EXAMPLES = {"including", "like", "such"}
# Suffixes of nouns for those who do something (Quirk et al. 1985, A Comprehensive Grammar of English, I.31).
_AGENT = re.compile(r"(?:[eo]r|ist|ian|an|ant|yst|ee|crat|person)$")


class Sources:
    """Resolves the heads of phrases to speakers, with the lexicon's nouns for documents and unnamed officials.

    `documents` are the lemmas of the former, `views` of what is said in the words or the view of somebody.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds: dict[str, set[str]] = defaultdict(set)
        for cue in lexicon.cues:
            for noun in cue.nouns:
                self._kinds[noun].add(cue.kind)
        self._issued = {
            word for cue in lexicon.cues if cue.kind == "document" for word in cue.values.get("adjective", ())
        }
        self.documents = frozenset(noun for noun, kinds in self._kinds.items() if "document" in kinds)
        self.views = frozenset(noun for noun, kinds in self._kinds.items() if "source" in kinds)
        self._organizations = lexicon.listed("organization") | lexicon.listed("noun-organization")
        self._regions = {t.iri for t in lexicon.things.values() if t.type == "Place" and not t.country}
        self._capitals = {t.capital: t.iri for t in lexicon.things.values() if t.capital}

    def speakers(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """The IRIs of those whom the phrases headed by `tokens`, and what is joined to them, name; each once."""
        joined = dict.fromkeys(t for token in tokens for t in (token, *conjuncts(token)))
        return tuple(dict.fromkeys(iri for token in joined for iri in self._resolve(token)))

    def is_document(self, token: Token) -> bool:
        """Whether `token` is a noun for somebody's written or spoken words ("report", "data", "statement")."""
        return token.pos_ in ("NOUN", "PROPN") and token.lemma_.lower() in self.documents

    def is_person(self, token: Token) -> bool:
        """Whether `token` is a noun for one person ("the minister", "the engineer")."""
        if token.tag_ != "NN" or token.lemma_.lower() in self.documents:
            return False
        titled = any(title.head == token.i for title in token.doc._.titles)
        return titled or (bool(_AGENT.search(token.lower_)) and token.lower_ not in self._organizations)

    def is_official(self, token: Token) -> bool:
        """Whether `token` is a noun for one who speaks for a state ("the diplomat", "the official")."""
        return token.tag_ == "NN" and "official" in self._kinds.get(token.lemma_.lower(), ())

    def _resolve(self, token: Token) -> tuple[str, ...]:
        mention = mention_at(token)
        order = (self._named, self._apposed) if mention and mention.kind == "name" else (self._apposed, self._named)
        for way in (self._titled, *order, self._owned, self._exemplified):
            if found := tuple(dict.fromkeys(way(token))):
                return found
        return ()

    def _named(self, token: Token) -> Iterator[str]:
        mention = mention_at(token)
        if mention and (mention.head == token.i or mention.kind == "name") and not _is_dateline(token, mention):
            for iri in mention.iris:
                if (speaker := self._speaker(token.doc, iri)) is not None:
                    yield speaker

    def _titled(self, token: Token) -> Iterator[str]:
        """ "Oman's ambassador to Cairo X": the one whom a title is given to."""
        at = token.i
        for title in token.doc._.titles:
            if title.start <= at < title.end and title.holder:
                yield title.holder

    def _apposed(self, token: Token) -> Iterator[str]:
        for apposition in children(token, "appos"):
            joined = conjuncts(apposition) if token.tag_ in ("NNS", "NNPS") else ()
            for named in (apposition, *joined):
                yield from self._resolve(named)

    def _owned(self, token: Token) -> Iterator[str]:
        """ "a report by X", "X's statement", "officials from X", "X data": whose words or officials they are."""
        kinds = self._kinds.get(token.lemma_.lower(), set()) & {"document", "official"}
        if not kinds:
            return
        owners = prepositional(token, {"of", "from", "by", *(("in",) if "official" in kinds else ())})
        owners = owners or tuple(
            t for issued in children(token, "acl") if issued.lower_ in self._issued for t in agents(issued)
        )
        owners = owners or tuple(t for t in token.lefts if t.dep_ in ("poss", "compound", "amod", "nmod"))
        if token.lemma_.lower() in listed(token, "field-people"):
            owners = tuple(t for t in owners if t.dep_ == "poss" or abs(t.i - token.i) == 1 or t.i > token.i)
        named = [t for t in owners if "official" in kinds and t.dep_ == "compound" and self._resolve(t)]
        for owner in named or owners:  # "Peru's [Statistics] office"
            yield from self._resolve(owner) or self._within(owner)
            yield from (iri for t in conjuncts(owner) for iri in self._resolve(t))

    def _within(self, owner: Token) -> tuple[str, ...]:
        """ "figures from Peru's statistics office": the nearest name before a singular noun, or before officials."""
        if owner.tag_ == "NNS" and "official" not in self._kinds.get(owner.lemma_.lower(), ()):
            return ()
        return next((found for t in reversed(list(owner.lefts)) if (found := self._resolve(t))), ())

    def _exemplified(self, token: Token) -> Iterator[str]:
        """ "leaders including X": those given by name."""
        if token.tag_ in ("NNS", "DT"):
            for example in prepositional(token, _EXAMPLES):
                yield from self.speakers([example])

    def _speaker(self, doc: Doc, iri: str) -> str | None:
        """A capital speaks for its country, a region ("the West", "Africa") for itself; other places do not speak."""
        if iri in self._capitals:
            return self._capitals[iri]
        return iri if type_of(doc, iri) in _SPEAKERS or iri in self._regions else None


def _is_dateline(token: Token, mention: Mention) -> bool:
    """Whether a place before a dash or colon begins the sentence: "LIMA – X said", "Lima: X said"."""
    after = token.doc[mention.end : mention.end + 1].text
    before = after in DASHES or after == ":" and token.doc[mention.end + 1 : mention.end + 2].text not in _QUOTING
    return before and mention.start == sentence_of(token)[0] and type_of(token.doc, mention.iris[0]) == "Place"
