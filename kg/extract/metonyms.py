"""Capitals that stand for a government ("Beijing said") told from the places by their grammar."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.candidates import Candidate
from kg.lexicon import Lexicon

__all__ = ["Metonyms"]

SUBJECTS = {"nsubj", "agent"}
PARTNERS = {"with", "between", "against", "by", "among"}


class Metonyms:
    """Gives a capital's name to its country where it acts, rather than where things happen."""

    def __init__(self, lexicon: Lexicon) -> None:
        things = lexicon.things
        places = {t.names[0]: t.iri for t in things.values() if t.type == "Place"}
        self._stands_for = {t.capital: t for t in things.values() if t.type == "Country" and t.capital}
        for thing in things.values():  # "Brussels" is the European Union more than Belgium
            self._stands_for.update({places[name]: thing for name in thing.metonyms if name in places})
        self._place_words = lexicon.words.get("place", frozenset()) | lexicon.words.get("of-place", frozenset())
        self._place_verbs = lexicon.words.get("verb-place", frozenset())

    def resolved(self, doc: Doc, c: Candidate) -> Candidate:
        """The candidate, naming the country (or body) if it is a capital (or seat) that stands for its government."""
        power = self._stands_for.get(c.thing.iri) if c.thing and c.thing.type == "Place" else None
        if power is None or not self._acts(doc[c.start : c.end].root):
            return c
        return replace(c, type=power.type, thing=power, role="metonym")

    def _acts(self, token: Token) -> bool:
        if token.dep_ == "conj":
            return self._acts(token.head)
        if token.dep_ in SUBJECTS:
            return token.head.lemma_ not in self._place_verbs
        if token.dep_ == "pobj":
            verb = token.head.head
            return token.head.lower_ in PARTNERS and verb.lemma_ not in self._place_verbs
        if token.dep_ == "poss":
            return token.head.lower_ not in self._place_words and token.head.pos_ != "PROPN"
        return token.dep_ == "compound" and token.i + 1 < len(token.doc) and token.nbor().text == "-"
