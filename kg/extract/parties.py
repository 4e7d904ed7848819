"""The parties of a cooperation or an agreement: those that the words name, and those that the context adds."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.arguments import objects, subjects
from kg.extract.doc import mention_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children, modifiers, possessors, prepositional
from kg.extract.joining import joined
from kg.extract.pairs import Encounter, encounter_in, pair_near
from kg.extract.phrasing import referents
from kg.extract.scene import STATES, Scene, first
from kg.model import EntityType

__all__ = ["Parties", "sides", "unknown", "verb_under"]

_TYPES: tuple[EntityType, ...] = ("Person", "Country", "RegionalBody", "Organization", "Place")
_BEFORE_NOUNS = ("compound", "amod", "nmod")
type Parties = dict[str, Token | None]


def sides(scene: Scene, match: Match, role: str, told: tuple[Encounter, ...] = ()) -> Iterator[tuple[Parties, float]]:
    """The sets of parties, each with how sure it is: one, or where somebody has ties "with X and Y" one for each.

    `told` are the encounters of the article, whose two parties may be those meant.
    """
    parties, sure = _all_sides(scene, match, role, told)
    others = {iri: t for iri, t in parties.items() if t is not None and _with(t)}
    first_side = {iri: t for iri, t in parties.items() if iri not in others}
    one = match.frame.kind == "Agreement" and match.trigger.tag_ == "NN"  # "a deal with X and Y" is one of three
    if len(others) > 1 and len(first_side) == 1 and not one:
        yield from (({**first_side, iri: t}, sure) for iri, t in others.items())
    else:
        yield parties, sure


def _all_sides(scene: Scene, match: Match, role: str, told: tuple[Encounter, ...]) -> tuple[Parties, float]:
    """The parties, each with its phrase where it has one here, and how sure it is that they are the parties.

    People stand for the states of their offices. Where the sentence names one party or none, the two that it tells to
    meet are the parties; else, where it is about what two have in common, the pair that the passage is about.
    """
    pair = _parties(scene, match, "pair")
    if len(pair) > 1:
        return {**pair}, 0.9
    found: Parties = {**pair, **_parties(scene, match, role)}
    if len(found) > 1 and not all(_with(t) for t in found.values() if t is not None):
        return found, 0.85
    named = next(iter(found), None)
    others = {iri for iri, t in found.items() if t is not None and _with(t)}
    theirs = any(t.lower_ == "their" and mention_at(t) is None for t in children(match.trigger, "poss"))
    if others or theirs or match.frame.kind != "Agreement":
        for iri, token in _parties(scene, match, "context").items():
            found.setdefault(iri, token)
    if len(found) > 1 and set(found) != others:
        return found, 0.7
    if unknown(scene, match, role):
        return found, 0.5
    for near_it in (_parties_near(scene, match), _parties_under(scene, match)):
        if not found and len(near_it) > 1:
            return {**near_it}, 0.7
    mutual = any(scene.is_one_of("mutual", t) for t in children(match.trigger, "amod", "advmod"))
    mutual = mutual or _is_we(scene, match, role)
    sure = 0.8 if mutual else 0.6 if named else 0.55
    if len(found) < 2 and (found or mutual or match.frame.kind == "Agreement" and _is_topic(match)):
        met = encounter_in(told, match.trigger, next(iter(found), None))
        if met:
            return dict.fromkeys(met) | found, sure if match.is_verb else max(sure, 0.7)
    near = pair_near(scene, match.trigger, next(iter(found), None), told)
    if near and (found or mutual) and len(found) < 2:
        return dict.fromkeys(near) | found, sure
    home = scene.main_pair[:1]
    owners = {iri for t in found.values() if t is not None for owner in possessors(t) for iri in referents(owner)}
    if others and home and home[0] not in others | owners:  # "a deal with X", in an article about Y
        return dict.fromkeys(home) | found, 0.55
    return found, 0.5


def _is_topic(match: Match) -> bool:
    """Whether something is done about the deal, or somebody talks about it: "in talks with X about a deal"."""
    noun = match.trigger
    return bool(match.carriers) or noun.dep_ == "pobj" and noun.head.lower_ in ("about", "on", "over", "regarding")


def _with(token: Token) -> bool:
    """Whether a phrase tells the other side only: "ties with X and Y"."""
    while token.dep_ == "conj":
        token = token.head
    return token.head.lower_ in ("with", "to")


def _parties(scene: Scene, match: Match, role: str) -> dict[str, Token]:
    """The states, bodies and companies in a role, people as the states that they speak for."""
    named = dict.fromkeys(_within_name(scene, match), match.trigger) if role == "pair" else {}
    if not match.fillers(role):
        return {**named}
    summits = scene.found(match, role, ("Event",)).items()
    gathered = ((iri, token) for event, token in summits for iri in scene.states_in(event))
    heads = [*scene.found(match, role, _TYPES).items(), *_accompanying(match, role)]
    if match.frame.kind == "Agreement":  # "the Black Sea grain deal"
        heads = [(i, t) for i, t in heads if type_of(scene.doc, i) != "Place" or t.dep_ not in _BEFORE_NOUNS]
    found = (*(p for iri, t in heads for p in (*_hyphened(t), (iri, t))), *gathered, *_owners(scene, match, role))
    if "site" in match.frame.roles.get(role, ()):
        found = tuple((_land(scene, iri), token) for iri, token in found)
    powers = ((scene.country_of(scene.power_of(iri)), token) for iri, token in found)
    return {**named, **first((party, token) for party, token in powers if party is not None and _can(scene, party))}


def _land(scene: Scene, iri: str) -> str:
    """The country of a place that something is built in, if the text names it; anything else itself."""
    country = scene.country_at(iri) if type_of(scene.doc, iri) == "Place" else None
    return country if country is not None and country in scene.doc._.entities else iri


def _accompanying(match: Match, role: str) -> Iterator[tuple[str, Token]]:
    """Those who are told beside a subject: "X, together with Y and Z, signed", "X, alongside Y, builds"."""
    for subject in (t for t in joined(match.fillers(role)) if t.dep_ in ("nsubj", "conj")):
        for prep in children(subject, "prep"):
            if prep.lower_ == "alongside" or prep.lower_ == "with" and prep.nbor(-1).lower_ in ("together", "along"):
                yield from ((iri, t) for t in joined(children(prep, "pobj")) for iri in referents(t))


def _parties_near(scene: Scene, match: Match) -> dict[str, Token]:
    """The states that an adjective brings to a deal: "X and Y are close to a treaty"."""
    noun = match.trigger
    adjective = noun.head.head if noun.dep_ == "pobj" and match.frame.kind == "Agreement" else noun
    subjects_ = subjects(adjective.head) if adjective.dep_ == "acomp" else ()
    found = ((scene.country_of(iri), t) for t in joined(subjects_) for iri in referents(t))
    return first((iri, t) for iri, t in found if iri is not None and type_of(scene.doc, iri) in STATES)


def _parties_under(scene: Scene, match: Match) -> dict[str, Token]:
    """Those who act under a deal that is new to the text: "X will sell Y gas under a contract"."""
    verb = verb_under(match)
    if verb is None:
        return {}
    heads = (*subjects(verb), *objects(verb), *children(verb, "dative"), *prepositional(verb, {"to", "from", "with"}))
    found = ((scene.country_of(scene.power_of(iri)), t) for t in joined(heads) for iri in referents(t))
    return first((iri, t) for iri, t in found if iri is not None and _can(scene, iri))


def verb_under(match: Match) -> Token | None:
    """The verb that tells what is done under a deal, if the text has not spoken of the deal before."""
    noun = match.trigger
    under = noun.head if match.frame.kind == "Agreement" and noun.dep_ == "pobj" else noun
    new = all(t.lower_ in ("a", "an") for t in children(noun, "det")) and not any(children(noun, "poss"))
    return under.head if under.lower_ == "under" and new and under.head.pos_ == "VERB" else None


def _hyphened(token: Token) -> Iterator[tuple[str, Token]]:
    """The other of two names that a hyphen joins: "Peru-Norway agreed to …"."""
    mention = mention_at(token)
    if mention is not None and mention.start > 1 and token.doc[mention.start - 1].text in ("-", "–"):
        other = mention_at(token.doc[mention.start - 2])
        if other is not None and type_of(token.doc, other.iris[0]) in STATES and len(other.iris) == 1:
            yield other.iris[0], token.doc[other.head]


def _owners(scene: Scene, match: Match, role: str) -> Iterator[tuple[str, Token]]:
    """Whose the things in a role are: "invested in X's mines", "between the banks of X and Y", "Peruvian firms"."""
    things = (t for t in joined(match.fillers(role)) if t.pos_ == "NOUN" and not referents(t))
    for thing in things:
        if scene.is_one_of("agent-of", thing):
            adjectives = joined(t for t in modifiers(thing) if (m := mention_at(t)) is not None and len(m.iris) == 1)
            yield from ((iri, t) for t in adjectives for iri in referents(t) if type_of(scene.doc, iri) in STATES)
        for owner in (*possessors(thing), *joined(prepositional(thing, {"of"}))):
            yield from ((iri, owner) for iri in referents(owner) if type_of(scene.doc, iri) in _TYPES)


def _within_name(scene: Scene, match: Match) -> tuple[str, ...]:
    mention = mention_at(match.trigger)
    named = mention is not None and mention.kind == "name"
    return scene.states_in(mention.iris[0]) if mention and named else ()


def unknown(scene: Scene, match: Match, role: str) -> bool:
    """Whether a party is told that is nothing known: "a deal with 35 states", "a firm will cooperate"."""
    told = (*match.fillers(role), *match.fillers("pair"))
    sides = (t for t in told if t.dep_ in ("nsubj", "poss") or t.head.lower_ in ("with", "between", "by"))
    nouns = (t for t in sides if t.pos_ in ("NOUN", "PROPN") and (not scene.is_one_of("we", t) or _others(scene, t)))
    return any(_is_alone(scene, t) if referents(t) else not _named_before(t) for t in nouns)


def _is_alone(scene: Scene, name: Token) -> bool:
    """Whether a name of one word is taken for somebody's, of whom no state is known: that of a firm, as a rule."""
    people = [i for i in referents(name) if type_of(scene.doc, i) == "Person" and scene.country_of(i) is None]
    return any(" " not in scene.doc._.entities[i].name for i in people) and name.head.lower_ == "with"


def _others(scene: Scene, token: Token) -> bool:
    """Whether a plural stands for some that nothing is known of: "with other countries", "with 35 states"."""
    some = any(scene.is_one_of("some", t) for t in children(token, "amod"))
    return some or any(t.lower_ != "two" for t in children(token, "nummod"))


def _named_before(token: Token) -> bool:
    return any(mention_at(t) is not None for t in children(token, "compound", "amod", "poss", "nmod"))


def _is_we(scene: Scene, match: Match, role: str) -> bool:
    """Whether the parties are told by a plural that names none: "the countries", "both sides", "they"."""
    above = () if "both" in match.frame.values.get("needs", ()) else match.fillers("context")
    told = (*match.fillers(role), *above)
    plurals = (t for t in told if scene.is_one_of("we", t) and mention_at(t) is None)
    return any(not _others(scene, t) for t in plurals)


def _can(scene: Scene, iri: str) -> bool:
    """Whether something can be a party: no city can; a region of several countries can."""
    return type_of(scene.doc, iri) != "Place" or scene.country_at(iri) is None
