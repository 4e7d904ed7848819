"""Acts of one party towards another, coded by PLOVER's roots (A. Halterman et al. 2023, PLOVER and POLECAT)."""

from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Token

from kg.extract.doc import mention_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children, possessors, prepositional
from kg.extract.joining import joined
from kg.extract.phrasing import concerned, referents
from kg.extract.roles import controllers
from kg.extract.scene import PARTIES, Scene, first
from kg.model import Act, EntityType, Rejected

__all__ = ["acts"]

_ENDS: tuple[EntityType, ...] = (*PARTIES, "Place")
_ANSWERED = {"ACCUSE", "REQUEST", "THREATEN", "PROTEST"}
_ANSWER = 300  # characters at most from what is said to the answer


def acts(scene: Scene, matches: Iterable[Match]) -> Iterator[Act | Rejected]:
    """An act for each actor, root and target, all of them named."""
    kept: dict[tuple[str, str, str | None], Act] = {}
    matches = list(_told(list(matches)))
    others = {m.trigger.i: m for m in matches if not m.is_verb}
    for match in matches:
        actors, targets = _actors(scene, match), _targets(scene, match, others)
        if actors and not targets:
            targets = _answered(scene, match, actors, kept.values())
        if not actors or not targets:
            if actors or targets:
                yield scene.rejected(match, "no target" if actors else "no actor")
            continue
        for actor, head in actors.items():
            own = {actor, scene.country_of(actor)}
            among = {targets[iri] for iri in own if iri in targets}  # "the two countries", one of them the actor's
            for target, token in targets.items():
                if token in among:
                    continue
                act = Act(
                    actor=actor, plover=match.frame.plover or "CONSULT", target=target, kind=match.frame.evokes,
                    modality=scene.modality(match), evidence=scene.evidence(match, [head, *_shown(token, target)]),
                    rule=scene.rule(match), confidence=0.75 if match.is_verb or match.carriers else 0.65,
                )  # fmt: skip
                kept.setdefault((actor, act.plover, target), act)
    yield from kept.values()


def _answered(scene: Scene, match: Match, actors: Mapping[str, Token], told: Iterable[Act]) -> dict[str, Token]:
    """Whose words are answered where a noun only points to them: "X accused Y of fraud. Y rejected the charge"."""
    things = [t for t in match.fillers("target") if scene.is_one_of("words-against", t) and not any(possessors(t))]
    if match.frame.plover != "REJECT" or not things:
        return {}
    own = {iri for actor in actors for iri in (actor, scene.country_of(actor))}
    here = things[0].idx
    asked = (a for a in reversed(list(told)) if a.target in own and a.plover in _ANSWERED)
    last = next((a for a in asked if 0 <= here - a.evidence.end < _ANSWER), None)
    return {scene.country_of(last.actor) or last.actor: things[0]} if last is not None else {}


def _shown(target: Token, iri: str) -> Iterator[Token]:
    """What shows the act: the target with what it is to do ("said that X must leave"), and the name in its phrase."""
    yield target
    if target.dep_ in ("nsubj", "nsubjpass"):
        yield target.head
    for token in target.doc[target.left_edge.i : target.right_edge.i + 1]:
        mention = mention_at(token)
        if mention is not None and iri in mention.iris:
            yield token
            return


def _told(matches: list[Match]) -> Iterator[Match]:
    """The matches but for those that other words of theirs make another act.

    A noun's light verb tells which act it is: "lifted the blockade", "suspended aid". What is threatened is not done.
    """
    carried = {m.trigger.i for m in matches if m.carriers}
    threats = (m.trigger for m in matches if m.frame.plover == "THREATEN" and "deed" in m.frame.roles["target"])
    threatened = {deed.i for trigger in threats for deed in children(trigger, "xcomp")}
    for match in matches:
        idle = not match.is_verb and not match.carriers
        needy = match.trigger.i in carried or "carrier" in match.frame.values.get("needs", ())
        if not (idle and needy) and not any(t.i in threatened for t in (match.trigger, *match.carriers)):
            yield match


def _actors(scene: Scene, match: Match) -> dict[str, Token]:
    """Those in the role; whose the words are, where a thing speaks ("X's statement condemned", "a letter from X")."""
    found = scene.found(match, "actor", _ENDS)
    if not match.is_verb and "possessive" in match.frame.roles["actor"]:  # "X conveyed Y's support": it is Y's
        owned = possessors(match.trigger)
        found = {iri: t for iri, t in found.items() if t in owned} or found
    if not found:
        raids = prepositional(match.trigger, {"in"}) if match.is_verb else ()  # "killed in an X strike"
        voices = (t for t in (*match.fillers("actor"), *raids) if t.lemma_.lower() in scene.words("voice"))
        owners = [owner for voice in voices for owner in _owners(voice)]
        found = first((iri, t) for t in joined(owners) for iri in referents(t) if type_of(scene.doc, iri) in _ENDS)
    return first((scene.power_of(iri), t) for iri, t in found.items())


def _owners(thing: Token) -> tuple[Token, ...]:
    named = (
        *possessors(thing),
        *children(thing, "compound", "amod", "nmod"),
        *prepositional(thing, {"by", "from", "of"}),
    )
    return tuple(t for t in named if referents(t)) or controllers(thing)


def _targets(scene: Scene, match: Match, others: Mapping[int, Match]) -> dict[str, Token]:
    """Those in the role, or whose doings are: "praised X's reforms" and "condemned X's attack" are acts towards X."""
    heads = [
        actor for t in joined(match.fillers("condition") or match.fillers("target"))
        for actor in (others[t.i].fillers("actor") if t.i in others else (t,))
    ]  # fmt: skip
    needs = match.frame.values.get("needs", ())
    if match.trigger.dep_ == "amod":  # not "an X-backed railway in Y"
        heads = [t for t in heads if referents(t) or possessors(t) or prepositional(t, {"of"})]
    if match.frame.plover == "ASSAULT" and match.is_verb and not any(concerned(t) for t in heads):
        heads += joined(prepositional(match.trigger, {"in", "near"}))  # "bombed a depot in X"
    if "thing" in needs or "party" in needs:
        heads = [t for t in heads if bool(referents(t)) == ("party" in needs)]
    found = ((iri, t) for t in heads for iri in concerned(t) if type_of(scene.doc, iri) in _ENDS)
    return first((scene.power_of(iri), t) for iri, t in found)
