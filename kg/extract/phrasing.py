"""Whom or what a phrase stands for, beyond the mention at its head: appositions, "leaders of X", "the city of Y"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from kg.extract.beside import named_beside
from kg.extract.doc import mention_at, type_of
from kg.extract.grammar import children, possessors, prepositional
from kg.extract.joining import joined
from kg.extract.standing import owner_types
from kg.extract.tree import sentence_of
from kg.extract.wordlists import listed

__all__ = ["concerned", "extent", "referents"]

_LONGEST = 250  # characters of evidence


def referents(token: Token) -> tuple[str, ...]:
    """The IRIs of what the phrase headed by `token` stands for, empty where that is nothing known.

    A name beats an apposition that names ("the capital, X"), this what a common noun stands for ("the president"),
    this the states whose unnamed people are meant ("ministers from X and Y") and the place that "of" names.
    """
    known: dict[int, tuple[str, ...]] = token.doc.user_data.setdefault("kg.referents", {})
    if token.i not in known:
        known[token.i] = _referents(token)
    return known[token.i]


def _referents(token: Token) -> tuple[str, ...]:
    mention = mention_at(token)
    if mention is not None and mention.kind == "name":
        return mention.iris
    if beside := named_beside(token):
        return beside
    if mention is not None:
        return mention.iris
    if types := owner_types(token):
        tied = list(joined(prepositional(token, {"of", "from"})))
        tied += [m for t in tied for m in _named_before(t)]
        ruled = joined(prepositional(token, {"in"})) if "Person" in types else ()  # "the government in X"
        near = (_all_denoted(tokens, types) for tokens in (tied, possessors(token), _named_before(token), ruled))
        return next((found for found in near if found), ())
    return ()


def _all_denoted(tokens: Iterable[Token], types: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for t in tokens for i in _denoted(t, types)))


def _named_before(noun: Token) -> Iterator[Token]:
    """The names before a common noun, each with those joined to it: "from EU and Arab League countries"."""
    if mention_at(noun) is None:
        yield from joined(children(noun, "compound", "nmod", "amod", "poss"))


def _denoted(token: Token, types: tuple[str, ...]) -> tuple[str, ...]:
    mention = mention_at(token)
    return tuple(i for i in mention.iris if type_of(token.doc, i) in types) if mention else ()


def concerned(token: Token) -> tuple[str, ...]:
    """The IRIs of whom a thing belongs to or is about: "praised X's reforms", "condemned the policy of X"."""
    if token.lemma_.lower() in listed(token, "border") and (neighbours := _neighbours(token)):
        return neighbours
    found = referents(token)
    if found and not (any(possessors(token)) and all(type_of(token.doc, iri) == "Event" for iri in found)):
        return found  # but not of "X's New Way Initiative"
    for owner in possessors(token):
        if found := concerned(owner):
            return found
    for child in children(token, "amod", "compound", "nmod"):
        if found := _denoted(child, ("Country", "RegionalBody", "Place", "Organization")):
            return found
    for thing in prepositional(token, {"of", "for", "to", "by", "from", "in"}):
        if found := tuple(dict.fromkeys(iri for t in joined([thing]) for iri in concerned(t))):
            return found
    return ()


def _neighbours(border: Token) -> tuple[str, ...]:
    """Beyond which border: "its border with X", also where a parse hangs it on the verb."""
    ties = (border, border.head.head) if border.dep_ == "pobj" else (border,)
    return tuple(iri for tie in ties for t in joined(prepositional(tie, {"with"})) for iri in referents(t))


def extent(trigger: Token, tokens: Iterable[Token]) -> Span:
    """The shortest stretch of the trigger's sentence with the trigger, its auxiliaries and the phrases at `tokens`.

    A phrase begins with its article and adjectives. Longer than 250 characters, it is cut at the far end.
    """
    doc, (first, last) = trigger.doc, sentence_of(trigger)
    wanted = [trigger, *children(trigger, "aux", "auxpass", "neg", "prt"), *tokens]
    inside = [t for t in wanted if first <= t.i < last]
    mentions = [m for t in inside if (m := mention_at(t))]
    before = [c.left_edge.i for t in inside for c in children(t, "det", "amod", "compound", "poss", "nummod")]
    start = max(first, min([t.i for t in inside] + [m.start for m in mentions] + before))
    end = min(last, max([t.i + 1 for t in inside] + [m.end for m in mentions]))
    while doc[end - 1].idx + len(doc[end - 1]) - doc[start].idx > _LONGEST:
        if trigger.i - start > end - 1 - trigger.i:
            start += 1
        else:
            end -= 1
    return doc[start:end]
