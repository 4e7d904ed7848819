"""Acts of one party towards another, coded by PLOVER's roots (A. Halterman et al. 2023, PLOVER and POLECAT)."""

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Token

from kg.extract.doc import type_of
from kg.extract.frames import Match
from kg.extract.phrasing import concerned, joined, referents
from kg.extract.scene import PARTIES, Scene, first
from kg.model import Act, EntityType, Rejected

__all__ = ["acts"]

_TARGETS: tuple[EntityType, ...] = (*PARTIES, "Place")


def acts(scene: Scene, matches: Iterable[Match]) -> Iterator[Act | Rejected]:
    """An act for each actor, root and target, all of them named."""
    kept: dict[tuple[str, str, str | None], Act] = {}
    matches = list(matches)
    others = {m.trigger.i: m for m in matches if not m.is_verb}
    for match in matches:
        if "carrier" in match.frame.values.get("needs", ()) and not match.carriers:
            continue
        found = scene.found(match, "actor", (*PARTIES, "Place"))
        actors = first((scene.power_of(iri), t) for iri, t in found.items())
        targets = _targets(scene, match, others)
        if not actors or not targets:
            if actors or targets:
                yield scene.rejected(match, "no target" if actors else "no actor")
            continue
        for actor, head in actors.items():
            for target, token in targets.items():
                if actor == target or scene.country_of(actor) == target:
                    continue
                act = Act(
                    actor=actor, plover=match.frame.plover or "CONSULT", target=target, kind=match.frame.evokes,
                    modality=scene.modality(match), evidence=scene.evidence(match, [head, token]),
                    rule=scene.rule(match), confidence=0.75 if match.is_verb else 0.65,
                )  # fmt: skip
                kept.setdefault((actor, act.plover, target), act)
    yield from kept.values()


def _targets(scene: Scene, match: Match, others: Mapping[int, Match]) -> dict[str, Token]:
    """Those in the role, or whose doings are: "praised X's reforms" and "condemned X's attack" are acts towards X."""
    heads = [
        actor for t in joined(match.fillers("target"))
        for actor in (others[t.i].fillers("actor") if t.i in others else (t,))
    ]  # fmt: skip
    if "thing" in match.frame.values.get("needs", ()):
        heads = [t for t in heads if not referents(t)]
    found = ((iri, t) for t in heads for iri in concerned(t) if type_of(scene.doc, iri) in _TARGETS)
    return first((scene.power_of(iri), t) for iri, t in found)
