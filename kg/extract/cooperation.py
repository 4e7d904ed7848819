"""Cooperation: states, bodies or companies work together, or say they want to, in a sector."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extract.doc import mention_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children, prepositions
from kg.extract.scene import Scene
from kg.model import Agreement, Cooperation, EntityType, Rejected

__all__ = ["cooperation", "fields", "from_agreements", "sides"]

_TYPES: tuple[EntityType, ...] = ("Person", "Country", "RegionalBody", "Organization", "Place")
_FIELDS = {"in", "on", "across", "within", "including", "for", "of", "regarding", "covering", "concerning", "such", "as",
           "from", "about", "over", "under", "between", "with", "to", "particularly", "especially", "like"}  # fmt: skip
_MUTUAL = {"bilateral", "mutual", "two-way", "joint", "bilaterally", "reciprocal"}
_SURE = 0.8  # both parties are named with the trigger
_RANK = ("actual", "planned", "proposed", "denied")


def cooperation(scene: Scene, matches: Iterable[Match]) -> Iterator[Cooperation | Rejected]:
    """A row for each set of parties and sector; told twice, the more certain telling counts."""
    told: list[Cooperation] = []
    for match in matches:
        parties, sure = sides(scene, match, "party")
        if len(parties) < 2:
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
    found: dict[str, Token | None] = {}
    for iri, token in scene.found(match, role, _TYPES).items():
        party = scene.country_of(iri)
        if party is not None and _can(scene, party):
            found.setdefault(party, token)
    if len(found) > 1:
        return found, 0.85
    pair = scene.main_pair
    mutual = any(t.lower_ in _MUTUAL for t in children(match.trigger, "amod", "advmod"))
    if len(pair) == 2 and (set(found) <= set(pair) if mutual or found else False):
        return found | {iri: None for iri in pair if iri not in found}, 0.6
    return found, 0.5


def _can(scene: Scene, iri: str) -> bool:
    """Whether something can be a party: no city can; a region of several countries can."""
    return type_of(scene.doc, iri) != "Place" or scene.country_at(iri) is None


def fields(scene: Scene, match: Match) -> dict[str, Token]:
    """The sectors that the phrase names, each with its word: what hangs on the trigger and on its light verb's prepositions."""
    words = {t for w in match.words for t in _phrase(w)}
    for verb in match.carriers:
        words |= {t for prep in prepositions(verb) if prep.lower_ in _FIELDS for t in _phrase(prep)}
    found = sorted((i, iri) for i, iri in scene.sectors.items() if scene.doc[i] in words and not _party(scene.doc[i]))
    return {iri: scene.doc[i] for i, iri in reversed(found)}


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
