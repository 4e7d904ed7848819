"""Cooperation: states, bodies or companies work together, or say they want to, in a sector."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extract.doc import mention_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children, prepositions
from kg.extract.phrasing import referents
from kg.extract.scene import Scene, first
from kg.model import Agreement, Cooperation, EntityType, Rejected

__all__ = ["cooperation", "fields", "from_agreements", "sides"]

_TYPES: tuple[EntityType, ...] = ("Person", "Country", "RegionalBody", "Organization", "Place")
_FIELDS = {"in", "on", "across", "within", "including", "for", "of", "regarding", "covering", "concerning", "such", "as",
           "from", "about", "over", "under", "between", "with", "to", "particularly", "especially", "like"}  # fmt: skip
_MUTUAL = {"bilateral", "mutual", "two-way", "joint", "bilaterally", "reciprocal"}
_SURE = 0.8  # both parties are named with the trigger
_WE = {"countries", "nations", "sides", "parties", "states", "leaders", "they", "neighbours", "neighbors", "governments",
       "we", "presidents", "ministers"}  # fmt: skip
_RANK = ("actual", "planned", "proposed", "denied")


def cooperation(scene: Scene, matches: Iterable[Match]) -> Iterator[Cooperation | Rejected]:
    """A row for each set of parties and sector; told twice, the more certain telling counts."""
    told: list[Cooperation] = []
    for match in matches:
        parties, sure = sides(scene, match, "party")
        if len(parties) < 2:
            if parties:
                yield scene.rejected(match, "fewer than two parties")
            continue
        modality = scene.modality(match)
        sectors: list[tuple[str | None, Token]] = [*fields(scene, match).items()] or [(None, match.trigger)]
        needs = match.frame.values.get("needs", ())
        if "both" in needs and sure < _SURE or "sector" in needs and sectors[0][0] is None:
            yield scene.rejected(match, f"needs {' and '.join(needs)}")
            continue
        for sector, word in sectors:
            told.append(Cooperation(
                parties=tuple(parties), sector=sector, modality=modality, rule=scene.rule(match), confidence=sure,
                evidence=scene.evidence(match, [*(t for t in parties.values() if t is not None), word]),
            ))  # fmt: skip
    yield from best(told)


def sides(scene: Scene, match: Match, role: str) -> tuple[dict[str, Token | None], float]:
    """The parties, each with its phrase where it has one here, and how sure it is that they are the parties.

    People stand for the states of their offices. Where the sentence names one party or none, but is about what two
    have in common, the article's main pair completes it.
    """
    pair = _parties(scene, match, "pair")
    if len(pair) > 1:
        return {**pair}, 0.9
    found: dict[str, Token | None] = {**pair, **_parties(scene, match, role)}
    if len(found) > 1:
        return found, 0.85
    if found:
        for iri, token in _parties(scene, match, "context").items():
            found.setdefault(iri, token)
        if len(found) > 1:
            return found, 0.7
    if _unknown(match, role):
        return found, 0.5
    mutual = any(t.lower_ in _MUTUAL for t in children(match.trigger, "amod", "advmod")) or _is_we(match, role)
    near = scene.pair_near(match.trigger, next(iter(found), None))
    if near and (found or mutual):
        return found | {iri: None for iri in near if iri not in found}, 0.6
    return found, 0.5


def _parties(scene: Scene, match: Match, role: str) -> dict[str, Token]:
    """The states, bodies and companies in a role, people as the states that they speak for."""
    found = scene.found(match, role, _TYPES).items()
    named = {iri: match.trigger for iri in _within_name(scene, match)} if role == "pair" else {}
    return {**named, **first((p, t) for iri, t in found if (p := scene.country_of(scene.power_of(iri))) and _can(scene, p))}


def _within_name(scene: Scene, match: Match) -> tuple[str, ...]:
    mention = mention_at(match.trigger)
    named = mention is not None and mention.kind == "name"
    return scene.states_in(mention.iris[0]) if mention and named else ()


def _unknown(match: Match, role: str) -> bool:
    """Whether a party is told that is nothing known: "a deal with 35 states", "a firm will cooperate"."""
    return any(
        t.pos_ in ("NOUN", "PROPN") and t.lower_ not in _WE and not referents(t) and not _named_before(t)
        for t in (*match.fillers(role), *match.fillers("pair")) if t.dep_ in ("nsubj", "poss") or t.head.lower_ in ("with", "between", "by")
    )  # fmt: skip


def _named_before(token: Token) -> bool:
    return any(mention_at(t) is not None for t in children(token, "compound", "amod", "poss", "nmod"))


def _is_we(match: Match, role: str) -> bool:
    """Whether the parties are told by a plural that names none: "the countries", "both sides", "they"."""
    return any(t.lower_ in _WE and mention_at(t) is None for t in match.fillers(role))


def _can(scene: Scene, iri: str) -> bool:
    """Whether something can be a party: no city can; a region of several countries can."""
    return type_of(scene.doc, iri) != "Place" or scene.country_at(iri) is None


def fields(scene: Scene, match: Match) -> dict[str, Token]:
    """The sectors that the phrase names, each with its word: what hangs on the trigger and on its light verb's prepositions."""
    words = {t for w in match.words for t in _phrase(w)}
    for verb in match.carriers:
        words |= {t for prep in prepositions(verb) if prep.lower_ in _FIELDS for t in _phrase(prep)}
    if match.is_verb:  # "work together to keep the peace"
        words |= {t for c in children(match.trigger, "advcl", "xcomp") if _infinitive(c) for t in (*_phrase(c), *_objects(c))}
    elif match.trigger.dep_ == "pobj":  # "projects for cooperation, including a railway"
        around = match.trigger.head.head
        words |= {t for p in children(around, "prep") if p.lower_ in ("including", "such") for t in _phrase(p)}
    found = sorted((i, iri) for i, iri in scene.sectors.items() if scene.doc[i] in words and not _party(scene.doc[i]))
    return {iri: scene.doc[i] for i, iri in reversed(found)}


def _infinitive(verb: Token) -> bool:
    return any(t.lower_ == "to" for t in children(verb, "aux"))


def _objects(verb: Token) -> Iterator[Token]:
    for thing in children(verb, "dobj"):
        yield from _phrase(thing)


def _party(token: Token) -> bool:
    mention = mention_at(token)
    return mention is not None and mention.kind != "name"


def _phrase(head: Token) -> Iterator[Token]:
    """What hangs on a word, but for clauses, and for what is joined to it as another thing."""
    yield head
    for child in head.children:
        if child.dep_ in ("relcl", "advcl", "ccomp", "acl", "nsubj", "nsubjpass", "xcomp", "aux", "parataxis", "dobj"):
            continue
        if child.dep_ == "conj" and child.pos_ == "VERB":
            continue
        mention = mention_at(head)
        if mention is not None and mention.kind == "name" and child.lower_ == "of":
            continue  # "with the ministry of transport": that is its name
        yield from _phrase(child)


def best(told: list[Cooperation]) -> Iterator[Cooperation]:
    """One row for each set of parties and sector, the surest of the most certain modality."""
    kept: dict[tuple[frozenset[str], str | None], Cooperation] = {}
    for row in sorted(told, key=lambda r: (_RANK.index(r.modality), -r.confidence, r.evidence)):
        kept.setdefault((frozenset(row.parties), row.sector), row)
    yield from kept.values()


def from_agreements(agreements: Iterable[Agreement]) -> Iterator[Cooperation]:
    """What parties sign a deal about, they cooperate in."""
    for deal in agreements:
        for sector in deal.sectors if len(deal.parties) > 1 else ():
            yield Cooperation(parties=deal.parties, sector=sector, modality=deal.modality, evidence=deal.evidence,
                              rule="cooperation/agreement", confidence=deal.confidence * 0.9)  # fmt: skip
