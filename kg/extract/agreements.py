"""Agreements: what parties sign, adopt or conclude."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.extract.cooperation import fields
from kg.extract.deals import KINDS, Kind, Telling, deals
from kg.extract.doc import mention_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children, modifiers, prepositional
from kg.extract.joining import joined
from kg.extract.listings import with_listed
from kg.extract.pairs import Encounter, encounters, pair_near
from kg.extract.parties import sides, unknown, verb_under
from kg.extract.scene import STATES, Scene, first
from kg.extract.wordlists import listed
from kg.model import Agreement, Modality, Rejected

__all__ = ["agreements"]

_LEAST = 0.55  # less sure parties are none
_NAMED = 0.7  # less sure parties are not named with the deal
_KNOWN = {"the", "this", "that", "these", "those", "both"}


def agreements(scene: Scene, matches: Iterable[Match]) -> Iterator[Agreement | Rejected]:
    """An agreement for each deal that is told with two parties, or as signed or adopted by one."""
    matches = list(matches)
    carried = {t.i for m in matches if not m.is_verb for t in m.carriers}
    deeds = (m.trigger for m in matches if m.is_verb)
    carried |= {deed.head.i for deed in deeds if deed.dep_ == "xcomp"}  # "agreed to upgrade ties"
    agreed = {m.trigger.i for m in matches if m.is_verb}
    met = encounters(scene)
    told = [t for m in matches if _tells(m, carried) for t in _tellings(scene, m, met, agreed)]
    for deal in deals(with_listed(scene, told)):
        reason = _lacks(scene, deal)
        if reason is None:
            yield Agreement(
                parties=deal.parties, kind=deal.kind, name=deal.name, sectors=deal.sectors, date=deal.date,
                modality=deal.modality, evidence=deal.evidence, rule=deal.rule,
                confidence=_confidence(deal),
            )  # fmt: skip
        elif deal.parties:
            yield scene.rejected(deal.match, reason)


def _confidence(deal: Telling) -> float:
    if len(deal.parties) == 1:
        return 0.75 if deal.done else 0.5
    return round(deal.sure if deal.match.carriers or deal.done else deal.sure - 0.2, 2)


def _tells(match: Match, carried: set[int]) -> bool:
    """Whether the words may tell of a deal: not "in agreement with X"; what is agreed may be a deal by its own noun."""
    if match.is_verb:
        return match.trigger.i not in carried
    noun = match.trigger
    idle = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.tag_ == "NN" and not any(children(noun, "det"))
    idle = idle or noun.i > 0 and noun.nbor(-1).text == "("  # "a memorandum of understanding (MoU)"
    truce = noun.lemma_.lower() in listed(noun, "truce") and not match.carriers
    idle = idle or truce and not prepositional(noun, {"between", "with"})  # who calls for a ceasefire fights no war
    return not idle and (bool(match.carriers) or "carrier" not in match.frame.values.get("needs", ()))


def _lacks(scene: Scene, deal: Telling) -> str | None:
    """What a deal lacks that would make it a fact."""
    if len(deal.parties) < 2 or deal.sure < _LEAST:
        types = {type_of(scene.doc, iri) for iri in deal.parties}
        mention = mention_at(deal.match.trigger)
        named = mention is not None and mention.kind == "name"
        alone = "RegionalBody" in types and (deal.match.carriers or named) or named and deal.done and types & {*STATES}
        return None if alone else "fewer than two parties"
    told = deal.sure >= _NAMED or deal.done or deal.sectors or deal.name
    return None if told else "neither parties nor name nor sector told"


def _tellings(scene: Scene, match: Match, met: tuple[Encounter, ...], agreed: set[int]) -> Iterator[Telling]:
    """What a match says of a deal, once for each set of parties. `agreed` are the verbs that tell of one themselves."""
    for parties, sure in sides(scene, match, "party", met):
        spoken_of = match.carriers or match.trigger.dep_ in ("nsubj", "nsubjpass", "attr") and not match.is_verb
        if spoken_of and not parties and not unknown(scene, match, "party"):  # "several documents were signed"
            parties, sure = dict.fromkeys(pair_near(scene, match.trigger, None, met)), _LEAST
        tokens = [*(t for t in parties.values() if t is not None), *_agreed_on(match)]
        sectors, name = fields(scene, match) | _covered(scene, match), _name(scene, match)
        done = [t for t in match.carriers if t.i in agreed or scene.is_one_of("agreement-signed", t)]
        yield Telling(
            match=match, parties=tuple(parties), sure=sure, kind=_kind(match), name=name, sectors=tuple(sectors),
            date=scene.date(match), modality=_modality(scene, match, done, agreed),
            evidence=scene.evidence(match, [*tokens, *sectors.values()]), done=bool(done),
            refers=_is_known(match.trigger), plural=match.trigger.tag_ == "NNS",
            rule="agreement/agree" if any(t.i in agreed for t in done) else scene.rule(match),
        )  # fmt: skip


def _covered(scene: Scene, match: Match) -> dict[str, Token]:
    """The sectors of what a deal is told to cover: "the pacts cover trade", "signed accords, covering trade"."""
    noun = match.trigger
    verbs = [noun.head] if noun.dep_ == "nsubj" and not match.is_verb else []
    told = (*verbs, *children(noun, "acl", "relcl"), *(c for v in match.carriers for c in children(v, "advcl")))
    covering = [v for v in told if scene.is_one_of("agreement-covers", v)]
    under = verb_under(match)
    things = [t for v in covering for t in children(v, "dobj")]
    things += [*children(under, "dobj"), *prepositional(under, {"with"})] if under is not None else []
    words = {w.i: w for t in joined(things) for w in (t, *modifiers(t))}
    return first((scene.sectors[i], w) for i, w in sorted(words.items()) if i in scene.sectors)


def _is_known(noun: Token) -> bool:
    """Whether a noun is told as known: "the deal", not by a name."""
    return mention_at(noun) is None and any(t.lower_ in _KNOWN for t in children(noun, "det"))


def _agreed_on(match: Match) -> Iterator[Token]:
    """What is agreed, for its words to stand in the evidence: "agreed to build a railway"."""
    for thing in children(match.trigger, "xcomp", "dobj") if match.is_verb else ():
        yield thing
        yield from children(thing, "dobj")
        yield from (t for prep in children(thing, "prep") for t in children(prep, "pobj"))


def _modality(scene: Scene, match: Match, done: list[Token], agreed: set[int]) -> Modality:
    """What the text makes of the deal; one told as signed is so, whatever is said of it ("may profit from it").

    To "agree to a truce" plans what it does, but the truce is agreed.
    """
    own = [t for t in done if t.i in agreed or t.dep_ in ("acl", "relcl") and t.head == match.trigger]
    if match.is_verb and match.trigger.dep_ == "xcomp" and scene.is_one_of("agreement-decided", match.trigger.head):
        own = [match.trigger.head]  # "decided to elevate their ties"
    return scene.modality(match, at=next(iter(own), None))


def _kind(match: Match) -> Kind:
    return next((k for k in KINDS if k in match.frame.values.get("kind", ())), "agreement")


def _name(scene: Scene, match: Match) -> str | None:
    """The text's own wording: a named event, or the noun with what is before it, if that says more than the noun."""
    if match.is_verb:
        heads = (h for t in match.fillers("name") for h in (*prepositional(t, {"of"}), t))
        return next((_words_of(scene, h, h, h) for h in heads), None)
    mention = mention_at(match.trigger)
    if mention is not None and mention.kind == "name" and type_of(scene.doc, mention.iris[0]) == "Event":
        return str(scene.doc._.entities[mention.iris[0]].name)
    name = _words_of(scene, match.words[0], match.words[-1], match.trigger)
    bare = len(match.words) == 1 or "memorandum" in match.frame.values["kind"]
    return None if bare and name == scene.doc[match.words[0].i : match.words[-1].i + 1].text else name


def _words_of(scene: Scene, first: Token, last: Token, noun: Token) -> str:
    """The words of a name from `first` to `last`, with those before that are part of it."""
    start = first.i
    while start > noun.sent.start and _names(scene, scene.doc[start - 1], noun):
        start -= 1
    while scene.doc[start].text in ("-", "–") or scene.doc[start].lower_ == "and":
        start += 1
    return str(scene.doc[start : max(last.i, noun.i) + 1].text)


def _names(scene: Scene, token: Token, noun: Token) -> bool:
    if token.text == "-":
        return True
    if token.nbor().text == "-":  # "long-term"
        return token.head == noun or noun.is_ancestor(token)
    inside = token.dep_ in ("amod", "compound", "nmod", "conj", "cc", "advmod", "npadvmod") and noun.is_ancestor(token)
    return inside and mention_at(token) is None and not scene.is_one_of("agreement-plain", token)
