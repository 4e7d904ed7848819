"""Whom or what a phrase stands for, beyond the mention at its head: appositions, "leaders of X", "the city of Y"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from kg.extract.doc import Mention, mention_at, type_of
from kg.extract.grammar import children, possessors, prepositional
from kg.extract.tree import conjuncts, sentence_of

__all__ = ["concerned", "extent", "joined", "referents"]

_OWNERS = ("Country", "Place", "RegionalBody", "Organization")
_DASHES = {":", "-", "–", "—", "--"}
_LONGEST = 250  # characters of evidence
_PEOPLE = {
    "leader", "president", "minister", "premier", "official", "representative", "delegation", "head", "people",
    "ambassador", "diplomat", "envoy", "counterpart", "member", "executive", "side", "team",
    "nation", "country", "state", "king", "lawmaker", "citizen", "force", "troop", "soldier", "army", "military",
    "navy", "warship", "warplane", "parliament", "presidency", "senator",
    "peacekeeper", "jet", "helicopter", "regulator",
}  # fmt: skip
_RULERS = {"government", "administration", "regime", "cabinet", "authority", "police", "court"}
_FIGHTERS = {"fighter", "militant", "rebel", "guerrilla", "insurgent", "militia"}  # those of a body, not of a country
_SITES = {
    "airport",
    "capital",
    "city",
    "town",
    "resort",
    "port",
    "state",
    "island",
    "region",
    "province",
    "republic",
    "kingdom",
}

_STAND_FOR: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_PEOPLE | _SITES, _OWNERS),
    **dict.fromkeys(_RULERS, (*_OWNERS, "Person")),
    **dict.fromkeys(_FIGHTERS, ("Organization",)),
}


def joined(tokens: Iterable[Token]) -> Iterator[Token]:
    """Each head of a phrase with those that "and" or a comma joins to it."""
    for token in tokens:
        for child in children(token, "nmod"):
            if _listed(child):
                yield child
        yield token
        for child in children(token, "appos"):
            if _lists(token, child):
                yield from (child, *conjuncts(child))
        yield from (t for t in conjuncts(token) if t.i > token.i and t.pos_ != "VERB")


def _lists(token: Token, other: Token) -> bool:
    """Whether a parse takes a list of names for an apposition: "X, Y and Z met"."""
    named = [m for t in (token, other) if (m := mention_at(t)) is not None and m.kind == "name"]
    return len(named) == 2 and token.doc[named[0].end].text == "," and any(children(other, "conj"))


def _listed(token: Token) -> bool:
    """Whether a name that the parse hangs before another is one of a list ("Chad, Norway and Peru")."""
    mention = mention_at(token)
    return mention is not None and mention.kind == "name" and token.doc[mention.end].text == ","


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
    if listed := _enumerated(token):
        return listed
    apposed: tuple[str, ...] = ()
    others = list(children(token, "appos"))
    for each in joined(others) if token.tag_ in ("NNS", "NNPS") else others:
        named = mention_at(each)
        if named is not None and named.kind == "name":
            apposed += named.iris
    if apposed:
        return tuple(dict.fromkeys(apposed))
    if token.dep_ == "appos" and (other := mention_at(token.head)) is not None and other.kind == "name":
        return other.iris  # "X, the bloc that Y joined"
    person = _title_of(token)
    if person is not None:
        return person.iris
    if mention is not None:
        return mention.iris
    examples = {"including", "like", "as"} if token.tag_ in ("NNS", "NNPS") else {"including"}
    among = tuple(i for t in joined(prepositional(token, examples)) for i in _named(t))
    if among:
        return among  # "initiatives such as X and Y"
    lemma = token.lemma_.lower()
    if types := _STAND_FOR.get(lemma, ()):
        tied = list(joined(prepositional(token, {"of", "from"})))
        tied += [m for t in tied for m in _named_before(t)]
        ruled = joined(prepositional(token, {"in"})) if lemma in _RULERS else ()
        near = (_all_denoted(tokens, types) for tokens in (tied, possessors(token), _named_before(token), ruled))
        return next((found for found in near if found), ())
    return ()


def _enumerated(token: Token) -> tuple[str, ...]:
    """The names in a list behind a plural noun: "three nations: X, Y and Z", "two countries – X and Y –"."""
    doc, i = token.doc, token.i + 1
    if token.tag_ != "NNS" or i >= len(doc) or doc[i].text not in _DASHES:
        return ()
    found: tuple[str, ...] = ()
    while i + 1 < len(doc) and (i == token.i + 1 or doc[i].lower_ in (",", "and")) and (named := _named(doc[i + 1])):
        found += named
        i = mention.end if (mention := mention_at(doc[i + 1])) else i
        i += doc[i : i + 2].text == ", and"
    return found if len(found) > 1 else ()


def _named(token: Token) -> tuple[str, ...]:
    mention = mention_at(token)
    return mention.iris if mention is not None and mention.kind == "name" else ()


def _all_denoted(tokens: Iterable[Token], types: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for t in tokens for i in _denoted(t, types)))


def _named_before(noun: Token) -> Iterator[Token]:
    """The names before a common noun, each with those joined to it: "from EU and Arab League countries"."""
    if mention_at(noun) is None:
        yield from joined(children(noun, "compound", "nmod", "amod", "poss"))


def _title_of(token: Token) -> Mention | None:
    """The name right behind a title that the parse takes for the head ("his Peruvian counterpart X")."""
    after = mention_at(token.doc[token.i + 1]) if token.i + 1 < len(token.doc) else None
    if after is None or after.kind != "name" or token.pos_ not in ("NOUN", "PROPN"):
        return None
    return after if type_of(token.doc, after.iris[0]) == "Person" and token.text[-1:].isalnum() else None


def _denoted(token: Token, types: tuple[str, ...]) -> tuple[str, ...]:
    mention = mention_at(token)
    return tuple(i for i in mention.iris if type_of(token.doc, i) in types) if mention else ()


def concerned(token: Token) -> tuple[str, ...]:
    """The IRIs of whom a thing belongs to or is about: "praised X's reforms", "condemned the policy of X"."""
    found = referents(token)
    if found:
        return found
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
