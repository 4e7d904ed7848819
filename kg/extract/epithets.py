"""Which countries "the East African nation" and "the kingdom" may be, by the epithets of the ontology."""

from collections.abc import Mapping, Set

from spacy.tokens import Token

from kg.extract.doc import mention_at, named
from kg.extract.tree import dependents, sentence_of

__all__ = ["fitting", "named_behind"]


def fitting(noun: Token, epithets: Mapping[str, frozenset[str]], others: Set[str]) -> frozenset[str] | None:
    """The countries that all epithets of a phrase fit; None where it has none.

    `others` are words that tell another than who was spoken of. No country fits "the largest country" or "the other
    nation", nor a phrase with a name in it that is no epithet.
    """
    before = [t for t in dependents(noun) if t.i < noun.i]
    words = noun.doc[min((t.left_edge.i for t in before), default=noun.i) : noun.i + 1].text.lower().split()
    phrases = (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1))
    told = [epithets[phrase] for phrase in phrases if phrase in epithets]
    if any(t.tag_ == "JJS" or t.lower_ in others for t in before) or not told and any(map(named, before)):
        return frozenset()
    return frozenset.intersection(*told) if told else None


def named_behind(noun: Token, countries: frozenset[str]) -> frozenset[str]:
    """Those of the countries that the rest of the sentence names."""
    behind = (mention_at(t) for t in noun.doc[noun.i + 1 : sentence_of(noun)[1]])
    return countries & {iri for mention in behind if mention for iri in mention.iris}
