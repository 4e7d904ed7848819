"""Cooperation: states, bodies or companies work together, or say they want to, in a sector."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extract.doc import mention_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children, is_amount, is_infinitive, modifiers, prepositions
from kg.extract.joining import joined
from kg.extract.pairs import encounters
from kg.extract.parties import sides
from kg.extract.scene import Scene, first
from kg.extract.tree import dependents
from kg.model import Agreement, Cooperation, Modality, Rejected

__all__ = ["cooperation", "fields", "from_agreements"]

_FIELDS = {
    "in", "on", "across", "within", "including", "for", "of", "regarding", "covering", "concerning", "such", "as",
    "from", "about", "over", "under", "between", "with", "to", "particularly", "especially", "like",
}  # fmt: skip
_CLAUSES = {"relcl", "advcl", "ccomp", "acl", "nsubj", "nsubjpass", "xcomp", "aux", "parataxis", "dobj"}
_AGREED = "agreement/agree"  # the rule of "they agreed to …"
_SURE = 0.8  # both parties are named with the trigger
_VAGUE = 0.6  # less sure than this: no party is named with the trigger
_RANK = ("actual", "planned", "proposed", "denied")


def cooperation(scene: Scene, matches: Iterable[Match]) -> Iterator[Cooperation | Rejected]:
    """A row for each set of parties and sector; told twice, the more certain telling counts."""
    told: list[Cooperation] = []
    met = encounters(scene)
    matches = list(matches)
    triggers = {m.trigger for m in matches}
    for match, (parties, sure) in ((m, s) for m in matches for s in sides(scene, m, "party", met)):
        if _ended(scene, match):
            yield scene.rejected(match, "ties that are cut")
            continue
        members = len(parties) == 1 and all(_its_members(scene, iri, t) for iri, t in parties.items())
        members = members and match.trigger.dep_ != "compound"  # "BRICS partner countries"
        if len(parties) < 2 and not members:
            if parties:
                yield scene.rejected(match, "fewer than two parties")
            continue
        if members:
            sure = _SURE
        modality = scene.modality(match)
        needs = match.frame.values.get("needs", ())
        if "topic" in needs and any(scene.is_one_of("conflict", t) for t in _topics(match)):
            continue
        sectors: list[tuple[str | None, Token]] = [*fields(scene, match).items()] or [(None, match.trigger)]
        if "sector" in needs and _counted(match):
            continue  # "trade reached a billion" is a figure
        inner = match.trigger.i in scene.sectors and not triggers.isdisjoint(match.trigger.ancestors)
        named = mention_at(match.trigger) is not None and sure < _SURE  # "met on the margins of the Cooperation Forum"
        if inner and sure < _SURE or named or _is_of_deal(scene, match.trigger):
            continue  # "cooperate in cultural exchanges": they are what is agreed on
        if sure < _VAGUE and sectors[0][0] is None:
            continue  # neither parties nor sector are told
        bare = "both" in needs and sure < _SURE or "named" in needs and sure <= _SURE
        if bare or "sector" in needs and sectors[0][0] is None:
            yield scene.rejected(match, f"needs {' and '.join(needs)}")
            continue
        for sector, word in sectors:
            told.append(Cooperation(
                parties=tuple(parties), sector=sector, modality=modality, rule=scene.rule(match), confidence=sure,
                evidence=scene.evidence(match, [*(t for t in parties.values() if t is not None), word]),
            ))  # fmt: skip
    yield from best(told)


def _ended(scene: Scene, match: Match) -> bool:
    """Whether the words tell that ties are no more: "cut ties with X"."""
    return any(scene.is_one_of("ties-ended", verb) for verb in match.carriers)


def _its_members(scene: Scene, iri: str, token: Token | None) -> bool:
    """Whether a body stands for what its members do among themselves: "ASEAN countries will cooperate"."""
    plural = token is not None and token.tag_ == "NNS" and mention_at(token) is None
    return plural and type_of(scene.doc, iri) == "RegionalBody"


def _is_of_deal(scene: Scene, noun: Token) -> bool:
    """Whether a noun tells what a deal is about: "a cooperation agreement"."""
    common = noun.dep_ == "compound" and mention_at(noun) is None
    return common and scene.is_one_of("agreement-document", noun.head)


def _topics(match: Match) -> Iterator[Token]:
    """The words of what is talked about."""
    for head in joined(match.fillers("sector")):
        yield from _phrase(head)


def _counted(match: Match) -> bool:
    """Whether the words tell an amount: "trade rose by 5%"."""
    behind = (t for t in dependents(match.trigger.head) if t.i > match.trigger.i)
    things = [t for t in behind if t.dep_ not in ("nsubj", "nsubjpass")]
    near = [g for t in things for c in (t, *dependents(t)) for g in (c, *dependents(c))]
    return match.trigger.dep_ == "nsubj" and any(is_amount(t) for t in near)


def fields(scene: Scene, match: Match) -> dict[str, Token]:
    """The sectors that the phrase names, each with its word.

    The phrase is what hangs on the trigger, on its light verb's prepositions, and on what it is joined to.
    """
    words = {t for w in (*match.words, *joined(match.fillers("sector"))) for t in _phrase(w)}
    if match.fillers("sector") and not match.frame.adverbs:  # "financed ports", but "fish together"
        words -= set(match.words)
    if match.frame.kind == "Agreement":  # "a memorandum on health and a pact on visas"
        joined_to = (t for t in words if t.dep_ in ("conj", "appos") and t not in match.words)
        others = [t for t in joined_to if scene.is_one_of("agreement-document", t)]
        words -= {t for c in others if any(children(c, "prep")) for t in _phrase(c)}
    words |= set(_told_fields(scene, match))
    for verb in match.carriers:
        words |= {t for prep in prepositions(verb) if prep.lower_ in _FIELDS for t in _phrase(prep)}
    if match.is_verb or match.frame.kind == "Agreement":  # "work together to keep the peace", "a deal to build a port"
        aims = [c for v in (match.trigger, *match.carriers) for c in children(v, "advcl", "xcomp", "acl", "relcl")]
        words |= {t for c in aims if is_infinitive(c) for t in (*_phrase(c), *_objects(c))}
    elif match.trigger.dep_ == "conj":  # "trade and economic cooperation"
        words |= {t for t in _before(match.trigger) if not t.is_punct}
    elif match.trigger.dep_ == "pobj":  # "projects for cooperation, including a railway"
        around = match.trigger.head.head
        words |= {t for p in children(around, "prep") if p.lower_ in ("including", "such") for t in _phrase(p)}
    found = sorted((i, iri) for i, iri in scene.sectors.items() if scene.doc[i] in words and not _party(scene.doc[i]))
    told = [(scene.doc[i], iri) for i, iri in found]
    return first((iri, t) for t, iri in told if not _is_made(scene, t, [u for u, _ in told]))


def _told_fields(scene: Scene, match: Match) -> Iterator[Token]:
    """The fields of cooperation that a verb tells: "cooperation covers X", "areas of cooperation are X and Y"."""
    noun = match.trigger
    area = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for") else noun
    if match.is_verb or match.frame.kind == "Agreement" or area != noun and not scene.is_one_of("field-of", area):
        return
    things: list[Token] = []
    if area.dep_ in ("nsubj", "nsubjpass"):
        things += children(area.head, "dobj") if scene.is_one_of("agreement-covers", area.head) else ()
        things += children(area.head, "attr") if area != noun else ()
    elif area != noun and area.dep_ == "attr":  # "X and Y are areas of cooperation"
        things += children(area.head, "nsubj", "nsubjpass")
    elif area != noun and area.dep_ == "pobj" and area.head.lower_ in ("as", "among"):  # "named as areas of …"
        things += children(area.head.head, "nsubj", "nsubjpass")
    for thing in joined(things):
        yield from (thing, *modifiers(thing))


def _is_made(scene: Scene, word: Token, others: list[Token]) -> bool:
    """Whether a word tells what is done to something of another sector: "building of a dam", "invest in tourism"."""
    right_behind = (p for p in children(word, "prep") if p.lower_ in ("in", "of") and p.i == word.i + 1)
    objects = (t for p in right_behind for t in children(p, "pobj"))
    things = [u for t in objects for u in t.subtree if u in others]
    return scene.is_one_of("sector-made", word) and bool(things)


def _before(noun: Token) -> Iterator[Token]:
    """The nouns that a noun is joined to, with what stands right before them."""
    head = noun.head
    while noun.dep_ == "conj" and head.pos_ in ("NOUN", "PROPN"):
        yield head
        yield from children(head, "amod", "compound")
        noun, head = head, head.head


def _objects(verb: Token) -> Iterator[Token]:
    for thing in children(verb, "dobj"):
        yield from _phrase(thing)


def _party(token: Token) -> bool:
    mention = mention_at(token)
    return mention is not None and mention.kind != "name"


def _phrase(head: Token) -> Iterator[Token]:
    """What hangs on a word, but for clauses, and for what is joined to it as another thing."""
    yield head
    for child in dependents(head):
        if child.dep_ in _CLAUSES and child.lower_ != "worth" or (child.dep_ == "conj" and child.pos_ == "VERB"):
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
    """What parties sign a deal about, they cooperate in; what they agree to do, they plan."""
    for deal in agreements:
        modality: Modality = "planned" if (deal.rule, deal.modality) == (_AGREED, "actual") else deal.modality
        for sector in deal.sectors if len(deal.parties) > 1 else ():
            yield Cooperation(parties=deal.parties, sector=sector, modality=modality, evidence=deal.evidence,
                              rule="cooperation/agreement", confidence=round(deal.confidence * 0.9, 2))  # fmt: skip
