"""Who holds an office: the person whom the text names beside a title, joins to it, or says to be it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.doc import Mention, mention_at, type_of
from kg.extract.ownership import may_own
from kg.extract.titles import Title
from kg.extract.tree import dependents

__all__ = ["held", "owner_at", "person_at"]

BE = {"be", "become", "serve", "remain"}
AS = {"act", "introduce", "present", "serve", "work"}
PLURAL = {"NNS", "NNPS"}
OPENING = {"(", "[", "“", '"'}
NEAR, FAR = 7, 30  # tokens at most between a title and the name behind it, and before it


def held(doc: Doc, titles: Iterable[Title]) -> list[Title]:
    """The titles with their holders; one that several people share comes once for each of them."""
    found = [one for title in titles for one in (_several(doc, title) or [_single(doc, title)])]
    by_head = {t.head: t for t in found}
    found = [_relative(doc, t, by_head) if t.holder is None else t for t in found]
    return list(_shared(doc, found))


def person_at(doc: Doc, i: int) -> Mention | None:
    """The mention of one named person that covers the token at `i`, which may lie outside the Doc."""
    mention = mention_at(doc[i]) if 0 <= i < len(doc) else None
    return mention if mention and len(mention.iris) == 1 and type_of(doc, mention.iris[0]) == "Person" else None


def owner_at(doc: Doc, i: int) -> Mention | None:
    """The mention of a country, body, organisation or place that covers the token at `i`."""
    mention = mention_at(doc[i]) if 0 <= i < len(doc) else None
    if mention is None or not mention.iris or type_of(doc, mention.iris[0]) in ("Person", "Event", "Sector", None):
        return None
    return mention


def _single(doc: Doc, title: Title) -> Title:
    mention = _beside(doc, title) or _copular(doc, title)
    if mention is None:
        return title
    if _is_over(doc[title.head]):
        title = replace(title, status="former")
    of = title.of or (_of_after(doc, mention) if mention.start >= title.end else None)
    of = of if title.of or may_own(doc, of, title.kind) else None
    return replace(title, holder=mention.iris[0], of=of)


def _of_after(doc: Doc, mention: Mention) -> str | None:
    """ "President X of Y"."""
    if mention.end + 1 < len(doc) and doc[mention.end].lower_ == "of":
        j = mention.end + 1 + (doc[mention.end + 1].lower_ == "the")
        owner = owner_at(doc, j)
        return owner.iris[0] if owner and type_of(doc, owner.iris[0]) != "Place" else None
    return None


def _several(doc: Doc, title: Title) -> list[Title]:
    """ "Presidents X of A and Y of B", "X and Y, the presidents of A and B"."""
    if doc[title.head].tag_ not in PLURAL:
        return []
    owners, end = _owners(doc, title)
    people = _after(doc, end) or _before_all(doc, title)
    if len(people) < 2:
        return []
    each = len(people) == len(owners)
    return [
        replace(title, end=end, holder=m.iris[0], of=_of_after(doc, m) or (owners[n] if each else title.of))
        for n, m in enumerate(people)
    ]


def _owners(doc: Doc, title: Title) -> tuple[list[str], int]:
    """All whose offices a plural title tells ("the presidents of A, B and C"), and where they end."""
    if title.of is None or owner_at(doc, title.end - 1) is None:
        return [], title.end
    owners, end = [title.of], title.end
    while end < len(doc) - 1 and doc[end].lower_ in (",", "and"):
        j = end + 1
        while j < len(doc) - 1 and doc[j].lower_ in ("and", "the"):
            j += 1
        mention = owner_at(doc, j)
        if mention is None:
            break
        owners.append(mention.iris[0])
        end = mention.end
    return owners, end


def _after(doc: Doc, i: int) -> list[Mention]:
    """The people named in a list from `i` on, each perhaps with a country ("of A")."""
    people: list[Mention] = []
    i += i < len(doc) and doc[i].text in (",", ":", "–", "—", "-", "(")
    while mention := person_at(doc, i):
        people.append(mention)
        i = mention.end
        if i + 1 < len(doc) and doc[i].lower_ == "of" and (owner := owner_at(doc, i + 1)):
            i = owner.end
        while i < len(doc) and doc[i].lower_ in (",", "and", "as", "well"):
            i += 1
    return people


def _before_all(doc: Doc, title: Title) -> list[Mention]:
    """The people in the list that a comma ends before the title."""
    people: list[Mention] = []
    i = title.start - 1
    while i > 0 and doc[i].tag_ == "DT":
        i -= 1
    if i <= 0 or doc[i].text != ",":
        return []
    while mention := person_at(doc, i - 1):
        people.insert(0, mention)
        i = mention.start - 1
        if i < 1 or doc[i].lower_ not in (",", "and"):
            break
    return people


def _beside(doc: Doc, title: Title) -> Mention | None:
    i = _over_brackets(doc, title.end)
    end = min(len(doc), title.end + NEAR)
    while i < end and (
        doc[i].text in OPENING or doc[i].text in ("His", "Her") or doc[i].pos_ == "PROPN" and not mention_at(doc[i])
    ):
        i += 1  # honorifics and brackets: "President [X]", "Prime Minister Datuk Seri X"
    if i < end and (mention := person_at(doc, i)):
        return mention
    if title.end < len(doc) and doc[title.end].text == "," and (mention := person_at(doc, title.end + 1)):
        after = doc[mention.end].text if mention.end < len(doc) else "."
        if title.start == 0 or doc[title.start - 1].text != "," or after != ",":
            return mention
    return _before(doc, title)


def _over_brackets(doc: Doc, i: int) -> int:
    """The token behind a bracketed acronym: "President of the Harbour Bank (HB) X"."""
    if i + 2 < len(doc) and doc[i].text == "(" and doc[i + 2].text == ")":
        return i + 3
    return i


def _before(doc: Doc, title: Title) -> Mention | None:
    """ "X, the prime minister of Y", "X, who is president", "X (president of Y)"."""
    i = title.start - 1
    described = ("DT", "JJ", "PRP$", "RB", "VBN", "HYPH", "CD", "NNP")
    while i >= max(0, title.start - FAR) and doc[i].tag_ in described and mention_at(doc[i]) is None:
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
    verb = _predicating(doc[title.head])
    if verb is None:
        return None
    subjects = [c for c in dependents(verb) if c.dep_ == "nsubj"]
    return next((m for c in subjects if (m := person_at(doc, c.i)) and m.head == c.i), None)


def _is_over(head: Token) -> bool:
    """Whether it is said of an office that it ended: "who was minister until July", "previously a minister"."""
    verb = _predicating(head)
    told = (*dependents(head), *(dependents(verb) if verb is not None else ()))
    return any(t.lower_ in ("until", "till", "previously", "formerly") for t in told)


def _predicating(head: Token) -> Token | None:
    """The verb by which somebody is said to be what a noun names."""
    verb = head.head
    if head.dep_ == "pobj" and verb.lower_ == "as":
        verb = verb.head
        known = verb.lemma_ in BE | AS
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


def _shared(doc: Doc, titles: list[Title]) -> Iterator[Title]:
    """Titles joined by "and" or a comma have one holder, and one owner where only one of them names it."""
    for i, title in enumerate(titles):
        for other in (titles[j] for j in (i - 1, i + 1) if 0 <= j < len(titles)):
            if title.holder is None and other.holder is not None and _joined(doc, title, other):
                shared = other.of if may_own(doc, other.of, title.kind) else None
                title = replace(title, holder=other.holder, of=title.of or shared)
            elif (
                title.of is None
                and (None in (title.holder, other.holder) or title.holder == other.holder)
                and may_own(doc, other.of, title.kind)
                and _joined(doc, title, other)
            ):
                title = replace(title, of=other.of)
        yield title


def _joined(doc: Doc, a: Title, b: Title) -> bool:
    first, second = sorted((a, b), key=lambda t: t.start)
    near = 1 <= second.start - first.end <= 3
    return near and all(t.lower_ in ("and", ",", "-", "–", "the", "&") for t in doc[first.end : second.start])
