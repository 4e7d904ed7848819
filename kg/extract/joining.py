"""The phrases that "and" or a comma joins to another, also where a parse hangs them elsewhere."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from spacy.tokens import Token

from kg.extract.clauses import opens_clause
from kg.extract.doc import mention_at, named, type_of
from kg.extract.grammar import children
from kg.extract.tree import conjuncts

__all__ = ["joined"]


def joined(tokens: Iterable[Token]) -> Iterator[Token]:
    """Each head of a phrase with those that "and" or a comma joins to it."""
    for token in tokens:
        for child in (t for word in (token, *children(token, "compound")) for t in children(word, "nmod")):
            if _listed(child, token):
                yield child
        yield token
        for child in children(token, "appos"):
            if _lists(token, child):
                yield from (child, *conjuncts(child))
            elif _parts(child):
                yield from conjuncts(child)
        others = (t for t in conjuncts(token) if t.i > token.i and t.pos_ != "VERB")
        yield from takewhile(lambda t: not opens_clause(t), others)


def _lists(token: Token, other: Token) -> bool:
    """Whether a parse takes a list of names for an apposition: "X, Y and Z met"."""
    names = [m for t in (token, other) if (m := mention_at(t)) is not None and m.kind == "name"]
    return len(names) == 2 and token.doc[names[0].end].text == "," and any(children(other, "conj"))


def _parts(name: Token) -> bool:
    """Whether a comma parts a name from what "and" joins to it: "the minister, X, and his counterpart, Y"."""
    mention = mention_at(name)
    after = name.doc[mention.end : mention.end + 2].text if mention is not None and mention.kind == "name" else ""
    return after == ", and"


def _listed(name: Token, last: Token) -> bool:
    """Whether a name that the parse hangs before the last is one of a list ("Chad, Norway and Peru", "X and Mr Y")."""
    mention = mention_at(name)
    if mention is None or mention.kind != "name":
        return False
    both = bool(named(last)) and all(type_of(name.doc, iri) == "Person" for t in (name, last) for iri in named(t))
    return name.doc[mention.end].text == "," or both and name.doc[mention.end].lower_ == "and"
