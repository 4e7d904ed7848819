"""Who holds an office: the person whom the text names beside a title, joins to it, or says to be it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.doc import Mention, mention_at, person_at
from kg.extract.grammar import children
from kg.extract.ownership import may_own, owner_behind
from kg.extract.sharing import several, shared
from kg.extract.titles import Title
from kg.extract.tree import dependents
from kg.extract.wordlists import listed

__all__ = ["held", "over_address"]

BE = {"be", "become", "serve", "remain"}
OPENING = {"(", "[", "“", '"'}
NEAR, FAR = 7, 30  # tokens at most between a title and the name behind it, and before it


def held(doc: Doc, titles: Iterable[Title]) -> list[Title]:
    """The titles with their holders; one that several people share comes once for each of them."""
    found = [one for title in titles for one in (several(doc, title) or [_single(doc, title)])]
    by_head = {t.head: t for t in found}
    found = [_relative(doc, t, by_head) if t.holder is None else t for t in found]
    return list(shared(doc, found))


def _single(doc: Doc, title: Title) -> Title:
    mention = _beside(doc, title) or _copular(doc, title)
    if mention is None:
        return title
    before = doc[mention.end : title.start]
    if _is_over(doc[title.head]) or any(t.lower_ in listed(doc, "formerly") for t in before):
        title = replace(title, status="former")
    of = title.of or (owner_behind(doc, mention) if mention.start >= title.end else None)
    of = of if title.of or may_own(doc, of, title.kind) else None
    return replace(title, holder=mention.iris[0], of=of)


def _beside(doc: Doc, title: Title) -> Mention | None:
    i = _over_brackets(doc, title.end)
    end = min(len(doc), title.end + NEAR)
    while i < end and (
        doc[i].text in OPENING or doc[i].text in ("His", "Her") or doc[i].pos_ == "PROPN" and not mention_at(doc[i])
    ):
        i += 1  # honorifics and brackets: "President [X]", "Prime Minister Datuk Seri X"
    if i < end and (mention := person_at(doc, i)):
        return mention
    honoured = i = _over_honours(doc, title.end + 1)
    i = over_address(doc, i)
    nested = "of" in (t.lower_ for t in doc[max(title.start - 2, 0) : title.start])  # "the envoy of the president, X"
    if title.end < len(doc) and doc[title.end].text == "," and (mention := person_at(doc, honoured if nested else i)):
        inside = title.start and doc[title.start - 1].text == ","  # "X, the minister, Y, …": perhaps the office of X
        if honoured > title.end + 1 or not inside or not _is_closed(doc, mention):
            return mention
    return _before(doc, title)


def _is_closed(doc: Doc, mention: Mention) -> bool:
    """Whether a comma, and no verb, follows a name: not "the guest of X, the minister, Y, left"."""
    behind = doc[mention.end : mention.end + 2]
    return len(behind) > 0 and behind[0].text == "," and behind[-1].pos_ not in ("VERB", "AUX")


def over_address(doc: Doc, i: int) -> int:
    """The token behind forms of address that are no part of a name: "H.E. Mr. [X]"."""
    while i < len(doc) and doc[i].pos_ == "PROPN" and not mention_at(doc[i]):
        i += 1
    return i


def _over_honours(doc: Doc, i: int) -> int:
    """The token behind a form of address: "President of Peru, His Excellency [X]"."""
    if i + 2 < len(doc) and doc[i].text in ("His", "Her") and doc[i + 1].text[:1].isupper():
        i += 2 + (doc[i + 1].lower_ in listed(doc, "honorific-royal"))
    return i


def _over_brackets(doc: Doc, i: int) -> int:
    """The token behind a bracketed acronym: "President of the Harbour Bank (HB) X"."""
    if i + 2 < len(doc) and doc[i].text == "(" and doc[i + 2].text == ")":
        return i + 3
    return i


def _before(doc: Doc, title: Title) -> Mention | None:
    """ "X, the prime minister of Y", "X, who is president", "X (president of Y)"."""
    i = title.start - 1
    described = ("DT", "JJ", "PRP$", "RB", "VBN", "HYPH", "CD", "NNP")
    over = listed(doc, "formerly")
    while i >= max(0, title.start - FAR) and (doc[i].tag_ in described or doc[i].lower_ in over):
        if mention_at(doc[i]) is not None:
            break
        i -= 1
    if i > 0 and doc[i].lemma_ in BE and doc[i - 1].lower_ == "who":
        i -= 2
    if i > 0 and doc[i].text in (",", "(", "–", "—"):
        if doc[i - 1].text == ")":  # "X (D-Ohio), chair of the committee"
            i = next((j for j in range(i - 2, max(0, i - 8), -1) if doc[j].text == "("), i)
        mention = person_at(doc, i - 1)
        return mention if mention and mention.end == i else None
    return None


def _copular(doc: Doc, title: Title) -> Mention | None:
    """ "X is (became, serves as) president of Y"."""
    head = doc[title.head]
    verb = _predicating(head)
    if verb is not None:
        told = [c for c in dependents(verb) if c.dep_ == "nsubj"]
    elif head.dep_ == "nsubj" and head.head.lemma_ == "be":  # "its president is X"
        told = [c for c in dependents(head.head) if c.dep_ == "attr"]
    else:
        told = list(_tenants(head))
    return next((m for c in told if (m := person_at(doc, c.i)) and m.head == c.i), None)


def _tenants(head: Token) -> Iterator[Token]:
    """Whose term a title tells: "X is midway through her term as president", "in his capacity as chair, X spoke"."""
    term = head.head.head
    if head.dep_ == "pobj" and head.head.lower_ == "as" and term.lemma_ in listed(head, "tenure"):
        own = list(children(term, "poss"))
        verb = next((t for t in term.ancestors if t.pos_ in ("VERB", "AUX")), None)
        if any(t.tag_ == "PRP$" for t in own) and verb is not None:
            own += children(verb, "nsubj", "nsubjpass")
        yield from own


def _is_over(head: Token) -> bool:
    """Whether it is said of an office that it ended: "who was minister until July", "previously a minister"."""
    verb = _predicating(head)
    told = (*dependents(head), *(dependents(verb) if verb is not None else ()))
    return any(t.lower_ in ("until", "till", *listed(head, "formerly")) for t in told)


def _predicating(head: Token) -> Token | None:
    """The verb by which somebody is said to be what a noun names."""
    verb = head.head
    if head.dep_ == "pobj" and verb.lower_ == "as":
        verb = verb.head
        known = verb.lemma_ in BE | listed(verb, "serving") | listed(verb, "presenting")
    else:
        known = head.dep_ in ("attr", "oprd") and verb.lemma_ in BE
    return verb if known and not any(c.dep_ == "neg" for c in dependents(verb)) else None


def _relative(doc: Doc, title: Title, by_head: dict[int, Title]) -> Title:
    """ "X, a former ambassador who is now adviser": the clause is about the holder of the office before it."""
    verb = _predicating(doc[title.head])
    if verb is None or verb.dep_ != "relcl":
        return title
    if mention := person_at(doc, verb.head.i):
        return replace(title, holder=mention.iris[0])
    other = by_head.get(verb.head.i)
    near = other or next((t for t in by_head.values() if t.start <= verb.head.i < t.end), None)
    return replace(title, holder=near.holder) if near else title
