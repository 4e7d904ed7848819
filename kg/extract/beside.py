"""The names that stand beside a common noun: "the capital, X", "her counterpart Y", "three states: X, Y and Z"."""

from spacy.tokens import Doc, Token

from kg.extract.doc import Mention, mention_at, named, type_of
from kg.extract.grammar import children, prepositional
from kg.extract.joining import joined
from kg.extract.standing import stands_for_people
from kg.extract.wordlists import listed

__all__ = ["named_beside"]

_DASHES = {":", "-", "–", "—", "--"}


def named_beside(noun: Token) -> tuple[str, ...]:
    """The IRIs of whom or what the names beside a noun name: listed, in apposition, behind a title, as examples."""
    return next((found for find in (_enumerated, _apposed, _titled, _among) if (found := find(noun))), ())


def _apposed(noun: Token) -> tuple[str, ...]:
    """The names in apposition to a noun ("the capital, X"), or that it is in apposition to ("X, the bloc of Y")."""
    others = list(children(noun, "appos"))
    plural = noun.tag_ in ("NNS", "NNPS")
    found = tuple(dict.fromkeys(i for t in (joined(others) if plural else others) for i in named(t)))
    return found or (named(noun.head) if noun.dep_ == "appos" else ())


def _titled(noun: Token) -> tuple[str, ...]:
    """The person whose title a noun is, or who leads the people that it stands for."""
    person = _title_of(noun) or _named_after(noun) or _leader_of(noun)
    return person.iris if person is not None else ()


def _among(noun: Token) -> tuple[str, ...]:
    """The examples that are named: "initiatives such as X and Y", "leaders, including X"."""
    words = {"including", "like", "as"} if noun.tag_ in ("NNS", "NNPS") else {"including"}
    return tuple(i for t in joined(prepositional(noun, words)) for i in named(t))


def _enumerated(token: Token) -> tuple[str, ...]:
    """The names in a list behind a plural noun: "three nations: X, Y and Z", "two countries – X and Y –"."""
    doc, i = token.doc, token.i + 1
    opens = _opens_names(token) or _behind_states(token) is not None
    if token.tag_ != "NNS" or i >= len(doc) or doc[i].text not in _DASHES and not opens:
        return ()
    if (start := _behind_states(token)) is not None:
        i = start
    found: tuple[str, ...] = ()
    begin = i
    while i + 1 < len(doc) and (i == begin or doc[i].lower_ in (",", "and")) and (names := named(doc[i + 1])):
        found += names
        i = mention.end if (mention := mention_at(doc[i + 1])) else i
        i += doc[i : i + 2].text == ", and"
    return found if len(found) > 1 else ()


def _opens_names(plural: Token) -> bool:
    """Whether people's names follow between commas: "their counterparts, X and Y,"."""
    after = plural.doc[plural.i + 1 : plural.i + 3]
    names = named(after[1]) if len(after) == 2 and after[0].text == "," else ()
    return stands_for_people(plural) and bool(names) and type_of(plural.doc, names[0]) == "Person"


def _behind_states(plural: Token) -> int | None:
    """The comma before people's names, behind the states that they are of: "his counterparts from Y and Z, A and B"."""
    doc, i = plural.doc, plural.i + 1
    if not stands_for_people(plural) or i + 1 >= len(doc) or doc[i].lower_ not in ("from", "of"):
        return None
    while i + 1 < len(doc) and (mention := mention_at(doc[i + 1])) and mention.kind == "name":
        if doc[i].text == "," and type_of(doc, mention.iris[0]) == "Person":
            return i
        i = mention.end
        i += doc[i : i + 2].text == ", and"
        if i >= len(doc) or doc[i].lower_ not in (",", "and"):
            return None
    return None


def _title_of(token: Token) -> Mention | None:
    """The name right behind a title that the parse takes for the head ("his Peruvian counterpart X")."""
    after = mention_at(token.doc[token.i + 1]) if token.i + 1 < len(token.doc) else None
    if after is None or after.kind != "name" or token.pos_ not in ("NOUN", "PROPN"):
        return None
    return after if type_of(token.doc, after.iris[0]) == "Person" and token.text[-1:].isalnum() else None


def _field_end(doc: Doc, i: int) -> int:
    """Where what an office is of ends: at a person's name or at a word in lower case."""
    i += doc[i].lower_ == "the"
    while i < len(doc) and (doc[i].text[:1].isupper() or doc[i].lower_ == "and" and doc[i - 1].pos_ == "PROPN"):
        mention = mention_at(doc[i])
        if mention is not None and mention.kind == "name" and type_of(doc, mention.iris[0]) == "Person":
            break
        i += 1
    return i


def _leader_of(group: Token) -> Mention | None:
    """Who leads people who are named by him: "a delegation led by X"."""
    leading = (t for t in children(group, "acl") if t.lemma_ in listed(t, "leading"))
    leaders = (t for verb in leading for by in children(verb, "agent") for t in children(by, "pobj"))
    found = (_named_after(t) or mention_at(t) for t in leaders)
    return next((m for m in found if m and m.kind == "name" and type_of(group.doc, m.iris[0]) == "Person"), None)


def _named_after(token: Token) -> Mention | None:
    """The person whose name stands behind a title between commas, whatever the parse makes of it.

    "her counterpart, X, in Y", "the president of Y, X, said"
    """
    if token.tag_ not in ("NN", "NNP"):
        return None
    doc, end = token.doc, token.i + 1
    if not (stands_for_people(token) or any(title.head == token.i for title in doc._.titles)):
        return None
    while end + 1 < len(doc) and doc[end].lower_ in ("of", "to", "for"):
        end = _field_end(doc, end + 1)  # "the minister of state for Europe of X", "the ambassador of X to Y"
    comma = end < len(doc) and doc[end].text == ","
    after = mention_at(doc[end + comma]) if end + comma < len(doc) else None
    if after is None or after.start != end + comma or after.kind != "name" or type_of(doc, after.iris[0]) != "Person":
        return None
    return after if not comma or after.end == len(doc) or doc[after.end].pos_ == "PUNCT" else None
