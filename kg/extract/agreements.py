"""Agreements: what parties sign, adopt or conclude."""

from collections.abc import Iterable, Iterator
from typing import Literal

from spacy.tokens import Token

from kg.extract.cooperation import fields
from kg.extract.doc import mention_at, type_of
from kg.extract.frames import Match
from kg.extract.parties import sides
from kg.extract.scene import Scene, agree
from kg.model import Agreement, Rejected

__all__ = ["agreements"]

Kind = Literal["agreement", "memorandum", "treaty", "contract", "declaration", "loan", "plan"]
_KINDS: tuple[Kind, ...] = ("agreement", "memorandum", "treaty", "contract", "declaration", "loan", "plan")
_PLAIN = {
    "new", "several", "bilateral", "various", "many", "series", "other", "first", "such", "important", "signed",
    "possible", "potential", "historic", "key", "landmark", "major", "similar", "final", "last", "next", "own",
}  # fmt: skip


def agreements(scene: Scene, matches: Iterable[Match]) -> Iterator[Agreement | Rejected]:
    """An agreement for each that is told with two parties, or as signed or adopted by one."""
    told: list[Agreement] = []
    whole = (m for m in matches if m.carriers or "carrier" not in m.frame.values.get("needs", ()))
    for match, (parties, sure) in ((m, s) for m in whole for s in sides(scene, m, "party")):
        signed = bool(match.carriers)
        if signed and not parties:  # "several documents were signed"
            parties, sure = dict.fromkeys(scene.pair_near(match.trigger)), 0.55
        mention = mention_at(match.trigger)
        named = mention is not None and mention.kind == "name"
        alone = (signed or named) and any(type_of(scene.doc, iri) == "RegionalBody" for iri in parties)
        if not alone and (len(parties) < 2 or sure < 0.55):
            if parties:
                yield scene.rejected(match, "fewer than two parties")
            continue
        tokens = [t for t in parties.values() if t is not None]
        sectors, name = fields(scene, match), _name(scene, match)
        done = any(scene.is_one_of("agreement-signed", t) for t in match.carriers)
        if sure < 0.7 and not (done or sectors or name):
            yield scene.rejected(match, "neither parties nor name nor sector told")
            continue
        told.append(Agreement(
            parties=tuple(parties), kind=_kind(match), name=name, sectors=tuple(sectors),
            date=scene.date(match), modality=scene.modality(match), rule=scene.rule(match),
            evidence=scene.evidence(match, [*tokens, *sectors.values()]),
            confidence=round(sure if signed else sure - 0.2, 2),
        ))  # fmt: skip
    yield from _merged(told)


def _merged(told: list[Agreement]) -> Iterator[Agreement]:
    """Each deal once, from its fullest telling."""
    kept: list[Agreement] = []
    for deal in sorted(told, key=lambda d: (-len(d.sectors), -d.confidence, d.name is None)):
        if not any(_same(deal, other) for other in kept):
            kept.append(deal)
    yield from kept


def _same(a: Agreement, b: Agreement) -> bool:
    """Whether `a` tells no other deal than `b`: "the deal" behind "a trade deal"."""
    if set(a.parties) != set(b.parties) or a.kind != b.kind:
        return False
    if a.name is None and not a.sectors:
        return True
    alike = a.modality == b.modality and agree(a.date, b.date) and set(a.sectors) <= set(b.sectors)
    return alike and (a.name is None or b.name is None or a.name == b.name)


def _kind(match: Match) -> Kind:
    return next((k for k in _KINDS if k in match.frame.values.get("kind", ())), "agreement")


def _name(scene: Scene, match: Match) -> str | None:
    """The text's own wording: a named event, or the noun with what is before it, if that says more than the noun."""
    if match.is_verb:
        return None
    mention = mention_at(match.trigger)
    if mention is not None and mention.kind == "name" and type_of(scene.doc, mention.iris[0]) == "Event":
        return str(scene.doc._.entities[mention.iris[0]].name)
    start = match.words[0].i
    while start > match.trigger.sent.start and _names(scene.doc[start - 1], match.trigger):
        start -= 1
    end = max(match.words[-1].i, match.trigger.i) + 1
    plain = end - start == len(match.words) and (len(match.words) == 1 or "memorandum" in match.frame.values["kind"])
    return None if plain else str(scene.doc[start:end].text)


def _names(token: Token, noun: Token) -> bool:
    if token.text == "-":
        return True
    inside = token.dep_ in ("amod", "compound", "nmod", "conj", "cc", "advmod", "npadvmod") and noun.is_ancestor(token)
    return inside and mention_at(token) is None and token.lower_ not in _PLAIN
