"""One office of several people, and several offices of one."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.doc import Mention, owner_at, person_at
from kg.extract.ownership import may_own, owner_behind
from kg.extract.titles import Title

__all__ = ["several", "shared"]

PLURAL = {"NNS", "NNPS"}


def several(doc: Doc, title: Title) -> list[Title]:
    """ "Presidents X of A and Y of B", "X and Y, the presidents of A and B"."""
    if doc[title.head].tag_ not in PLURAL:
        return []
    owners, end = _owners(doc, title)
    people = _after(doc, end) or _before_all(doc, title)
    if len(people) < 2:
        return []
    each = len(people) == len(owners)
    return [
        replace(title, end=end, holder=m.iris[0], of=owner_behind(doc, m) or (owners[n] if each else title.of))
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


def shared(doc: Doc, titles: list[Title]) -> Iterator[Title]:
    """Titles joined by "and" or a comma have one holder, and one owner where only one of them names it."""
    titles = [_of_next(doc, a, b) for a, b in zip(titles, (*titles[1:], None), strict=False)]
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


def _of_next(doc: Doc, title: Title, after: Title | None) -> Title:
    """A title behind somebody else's name is of whom the next one names: "X, Peru's deputy and minister Y"."""
    if title.of is None or after is None or after.of is not None or owner_at(doc, title.start) is None:
        return title
    named = person_at(doc, after.end)
    tied = _joined(doc, title, after) and doc[title.end].lower_ == "and"
    return replace(title, holder=after.holder) if tied and named and named.iris == (after.holder,) else title


def _joined(doc: Doc, a: Title, b: Title) -> bool:
    first, second = sorted((a, b), key=lambda t: t.start)
    near = 1 <= second.start - first.end <= 4
    return near and all(
        t.lower_ in ("and", ",", "-", "–", "the", "a", "an", "&") for t in doc[first.end : second.start]
    )
