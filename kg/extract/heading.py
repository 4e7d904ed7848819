"""Offices that verbs tell: "X, who heads the World Bank", "the Green Party, led by X"."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from spacy.attrs import LEMMA
from spacy.tokens import Doc, Token

from kg.extract.arguments import agents, objects, subjects
from kg.extract.doc import mention_at, person_at, type_of
from kg.extract.finder import Finder
from kg.extract.grammar import children, is_passive, negated
from kg.extract.titles import Status, Title
from kg.lexicon import Lexicon, OfficeKind

__all__ = ["Heading"]

_KINDS = ("head", "chair", "co-chair", "leader")  # the verbs of each are the list "verb-…"
_OPEN = {"would", "could", "should", "may", "might", "can", "must", "to"}


class Heading:
    """Finds the offices of people who head an organisation or a body, as verbs tell."""

    def __init__(self, lexicon: Lexicon) -> None:
        kinds = {kind.title: kind for kind in lexicon.offices}
        verbs = {verb: kinds[title] for title in _KINDS for verb in lexicon.words.get(f"verb-{title}", ())}
        self._verbs: Mapping[str, OfficeKind] = MappingProxyType(verbs)
        self._finder = Finder(verbs, [LEMMA])

    def find(self, doc: Doc) -> Iterator[Title]:
        """Titles whose only word is the verb, each with its holder and whose it is."""
        for verb in (doc[i] for i in self._finder.find(doc)):
            status = _status(verb) if verb.pos_ == "VERB" and not negated(verb) else None
            kind = self._verbs.get(verb.lemma_.lower())
            if status is None or kind is None:
                continue
            passive = is_passive(verb)
            things = objects(verb) or ((verb.head,) if passive and verb.dep_ == "acl" else ())
            owner = next((iri for t in things if (iri := _headed(doc, t))), None)
            for token in agents(verb) if passive else subjects(verb):
                mention = person_at(doc, token.i)
                if owner is not None and mention is not None and mention.head == token.i:
                    yield Title(verb.i, verb.i + 1, verb.i, kind.title, kind, owner, status, mention.iris[0])


def _headed(doc: Doc, token: Token) -> str | None:
    """The organisation or body that a phrase names."""
    mention = mention_at(token)
    named = mention is not None and mention.kind == "name" and mention.head == token.i
    iri = mention.iris[0] if mention is not None and named else None
    return iri if iri is not None and type_of(doc, iri) in ("Organization", "RegionalBody") else None


def _status(verb: Token) -> Status | None:
    """When somebody heads it; None where it only may be, or where something that was done once is told."""
    helpers = {t.lower_ for t in children(verb, "aux", "auxpass")}
    if helpers & _OPEN:
        return None
    if helpers & {"will", "shall"}:
        return "future"
    if verb.tag_ == "VBD" or "had" in helpers or helpers & {"was", "were"}:
        return "former" if verb.dep_ == "relcl" else None
    return "current"
