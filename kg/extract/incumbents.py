"""The offices that appointments imply: who was sworn in as president is the president, who was dismissed was."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from kg.model import Appointment, Fact, Modality, Office

__all__ = ["implied", "settled"]

_RULE = "office/appointment"


def implied(row: Appointment, modality: Modality, day: str | None) -> Office | None:
    """The office that somebody has, had or will have who is said to take or leave it, by an article of `day`.

    `modality` is what the text makes of the appointment. None where it says not whose the office is.
    """
    if row.change == "proposed" or row.of is None:
        return None
    start = (row.date or "").split("/")[0]
    over = modality == "actual" and not (day is not None and start and start > day[: len(start)])
    status: Literal["current", "former", "future"] = "current"
    if over != (row.change == "start"):
        status = "former" if over else "future"
    return Office(person=row.person, title=row.title, of=row.of, status=status, evidence=row.evidence, rule=_RULE,
                  confidence=0.7)  # fmt: skip


def settled(facts: Sequence[Fact]) -> list[Fact]:
    """Facts of one article, in which an office that titles tell is not told again by an appointment.

    Of one that was left only the appointment tells that it is over: "the king dismissed Prime Minister X".
    """
    told = [f for f in facts if isinstance(f, Office) and f.rule == _RULE]
    last = {_key(f): f for f in told}
    named = {_key(f)[:2] for f in facts if isinstance(f, Office) and f.rule != _RULE}
    kept: list[Fact] = []
    for fact in facts:
        if not isinstance(fact, Office):
            kept.append(fact)
        elif fact.rule == _RULE:
            if last[_key(fact)] is fact and _key(fact)[:2] not in named:
                kept.append(fact)
        else:
            left = fact.status == "current" and _key(fact) in last and last[_key(fact)].status == "former"
            kept.append(replace(fact, status="former") if left else fact)
    return kept


def _key(office: Office) -> tuple[str, str, str | None]:
    return office.person, office.title, office.of
