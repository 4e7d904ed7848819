"""Appointments that titles tell by themselves: "the outgoing president", "minister since 2014", "in office since …"."""

from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Token

from kg.extract.doc import passage
from kg.extract.grammar import children, prepositions
from kg.extract.phrasing import extent
from kg.extract.scene import Scene
from kg.extract.timing import time_at
from kg.extract.titles import Title
from kg.extract.tree import dependents
from kg.extract.wordlists import listed
from kg.model import Appointment

__all__ = ["told_by_titles"]


def told_by_titles(scene: Scene) -> Iterator[Appointment]:
    """What titles tell by themselves: "the outgoing president", "the president-elect", "minister since 2014"."""
    for title in scene.doc._.titles:
        head = scene.doc[title.head]
        if title.holder is None or title.status == "former":
            continue
        if scene.is_outgoing(title):
            yield _titled(scene, title, "end", None, head)
        elif title.status == "future":
            yield _titled(scene, title, "start", None, head)
        elif (since := _since(head)) is not None:
            yield _titled(scene, title, "start", time_at(since), since)


def _titled(scene: Scene, title: Title, change: Literal["start", "end"], date: str | None, last: Token) -> Appointment:
    assert title.holder is not None
    head = scene.doc[title.head]
    named = [scene.doc[m.head] for m in scene.doc._.mentions if m.iris == (title.holder,)]
    person = min((t for t in named if t.sent == head.sent), key=lambda t: abs(t.i - head.i), default=head)
    return Appointment(
        person=title.holder, title=title.name, of=title.of, change=change, date=date, rule="appointment/title",
        evidence=passage(extent(head, [scene.doc[title.start], last, person])), confidence=0.8,
    )  # fmt: skip


def _since(head: Token) -> Token | None:
    """The time behind "since" that hangs on a title or on a verb of serving: "has been president since May".

    Also of a holder named behind it: "President X, in office since May", "President X, who has led Y since May".
    """
    named = [head.head, *dependents(head.head)] if head.dep_ == "compound" else []
    inside = [t for word in named if word.lower_ in ("in", "at") for t in children(word, "pobj")]
    clauses = (t for t in named if t.dep_ == "relcl")
    for token in (head, head.head, head.head.head, *inside, *(t.head for t in inside), *clauses):
        told = any(t in inside and t.lower_ in listed(t, "in-office") for t in (token, *children(token, "pobj")))
        serves = token.lemma_ in ("be", "remain", *listed(token, "serving"), *listed(token, "leading"))
        if token == head or serves or told or (head.dep_ == "appos" and token == head.head):
            for preposition in prepositions(token):
                time = next(children(preposition, "pobj"), None) if preposition.lower_ == "since" else None
                if time is not None and time_at(time) is not None:
                    return time
    return None
