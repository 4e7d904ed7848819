"""Capitals that stand for a government ("Beijing said") told from the places by their grammar."""

from calendar import month_abbr, month_name

from spacy.tokens import Doc, Token

from kg.extract.candidates import Candidate
from kg.lexicon import Lexicon

__all__ = ["Metonyms"]

_MONTHS = frozenset((*month_name, *month_abbr, "Sept")) - {""}
SUBJECTS = {"nsubj", "agent"}
PARTNERS = {"with", "between", "against", "by", "among", "toward", "towards"}
WHERE = {"in", "at", "to", "into", "from", "near", "outside", "inside", "around", "on", "through", "across", "via"}


class Metonyms:
    """Gives a capital's name to its country where it acts, rather than where things happen.

    A seat of power ("the Kremlin") is the other way round: it stands for the country but where it is plainly a place.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        things = lexicon.things
        places = {name: t.iri for t in things.values() if t.type == "Place" for name in t.names}
        self._stands_for = {t.capital: t for t in things.values() if t.type == "Country" and t.capital}
        capitals = frozenset(self._stands_for)
        for thing in things.values():  # "Brussels" is the European Union more than Belgium
            self._stands_for.update({places[name]: thing for name in thing.metonyms if name in places})
        self._seats = frozenset(self._stands_for) - capitals - {t.iri for t in things.values() if t.type != "Place"}
        self._place_words = lexicon.listed("place") | lexicon.listed("of-place")
        self._place_verbs = lexicon.listed("verb-place")
        self._relations = lexicon.listed("of-government")

    def resolved(self, doc: Doc, c: Candidate) -> Candidate:
        """The candidate, naming the country (or body) if it is a capital (or seat) that stands for its government."""
        power = self._stands_for.get(c.thing.iri) if c.thing and c.thing.type == "Place" else None
        if c.thing is None or power is None or _dateline(doc, c):
            return c
        root = doc[c.start : c.end].root
        acts = not self._lies(root) if c.thing.iri in self._seats else self._acts(root)
        return c._replace(type=power.type, thing=power, role="metonym") if acts else c

    def _lies(self, token: Token) -> bool:
        """Whether things happen there: "at the White House", "visited the Kremlin"."""
        if token.dep_ == "conj":
            return self._lies(token.head)
        return token.dep_ in ("dobj", "nsubjpass") or token.dep_ == "pobj" and token.head.lower_ in WHERE

    def _acts(self, token: Token) -> bool:
        if token.dep_ == "conj":
            return self._acts(token.head)
        if token.dep_ in SUBJECTS:
            return token.head.lemma_ not in self._place_verbs
        if token.dep_ in ("nsubjpass", "dobj"):
            return token.head.pos_ == "VERB" and token.head.lemma_ in self._relations  # "was accused", "urged X"
        if token.dep_ == "pobj":
            governor = token.head.head
            if governor.lemma_.lower() in self._relations:  # "ties to X", "sanctions on X"
                return token.head.lower_ != "in"
            return token.head.lower_ in PARTNERS and governor.lemma_ not in self._place_verbs
        if token.dep_ == "poss":
            return token.head.lower_ not in self._place_words and token.head.pos_ != "PROPN"
        return token.dep_ == "compound" and token.i + 1 < len(token.doc) and token.nbor().text == "-"


def _dateline(doc: Doc, c: Candidate) -> bool:
    """ "LONDON (Agency) –", "Geneva, March 4 –", "NEW DELHI:", "Delhi: X said": where an article was written."""
    begins = c.start == 0 or doc[c.start].is_sent_start or "\n" in doc[c.start - 1].text
    if not begins:
        return False
    if doc[c.start : c.end].text.isupper() and doc[c.end - 1].idx + len(doc[c.end - 1]) - doc[c.start].idx > 3:
        return True
    i = c.end
    while i < len(doc) and (doc[i].text in (",", ".") or doc[i].like_num or doc[i].text.rstrip(".") in _MONTHS):
        i += 1
    if i + 1 < len(doc) and doc[i].text == ":" and c.start == 0:
        return not doc[i + 1].is_quote
    return i < len(doc) and doc[i].text in ("(", "–", "—", "--", "/")
