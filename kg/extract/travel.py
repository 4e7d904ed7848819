"""Who travels where, as the words around one trigger tell: "X's visit to Y", "visiting President X", "Y hosted X"."""

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from spacy.tokens import Token

from kg.extract.arguments import objects, subjects
from kg.extract.doc import mention_at, type_of
from kg.extract.frames import Match
from kg.extract.gapping import Rest, rests
from kg.extract.grammar import children, climb, modifiers, possessors, prepositional
from kg.extract.joining import joined
from kg.extract.phrasing import referents
from kg.extract.scene import Scene, first
from kg.extract.standing import is_craft, stands_for_people
from kg.extract.tree import sentence_of
from kg.extract.whereabouts import pointed_at
from kg.extract.wordlists import listed
from kg.model import EntityType

__all__ = ["Kind", "again", "goals", "kind", "visitors"]

Kind = Literal["official", "state", "working", "private", "unspecified"]
_GOALS: tuple[EntityType, ...] = ("Place", "Country", "Organization")
_WHERE = frozenset({"in", "at", "near"})
_BEFORE_GUESTS = {"with", "the", "and", "by", "between"}
_TIMES = {"hour", "day", "week", "month", "year"}
_TITLE = 8  # words of a title at most, with the name's first


def visitors(scene: Scene, match: Match) -> dict[str, Token]:
    """People; else the countries whose delegations or unnamed officials are said to travel."""
    owners = [t for t in possessors(match.trigger) if t.pos_ != "PRON"]
    if owners and not any(referents(t) for t in owners):
        return {}  # "the former's visit"
    if guest := _guest(match):
        return {iri: guest for iri in referents(guest) if type_of(scene.doc, iri) == "Person"}
    people = _nearest(match, scene.found(match, "visitor", ("Person",)))
    travellers = people or _people(scene, _behind_goal(match)) or _people(scene, _itinerary(scene, match))
    if not travellers and not _is_one_of_many(match):
        states = scene.found(match, "visitor", ("Country",))
        nominal = {i: t for i, t in states.items() if (m := mention_at(t)) is None or m.kind == "nominal"}
        travellers = {iri: t for iri, t in nominal.items() if not is_craft(t)}
    if "guest" in match.frame.values.get("needs", ()):  # who is posted there was there before
        travellers = {iri: t for iri, t in travellers.items() if not scene.is_posted(iri, t)}
    return travellers


def _people(scene: Scene, pairs: Iterable[tuple[str, Token]]) -> dict[str, Token]:
    return first((iri, t) for iri, t in pairs if type_of(scene.doc, iri) == "Person")


def _nearest(match: Match, people: dict[str, Token]) -> dict[str, Token]:
    """Those whose visit it is, if the words say so, not those who act on it ("X called off Y's visit")."""
    if match.is_verb:
        return people
    owners = possessors(match.trigger)
    own = {*joined((*owners, *prepositional(match.trigger, {"by", "of"})))}
    near = {iri: t for iri, t in people.items() if t in own}
    if not near and any(t.pos_ == "PRON" and not referents(t) for t in owners):
        return {iri: t for iri, t in people.items() if t.i > match.trigger.i}  # "upon his arrival, X …"
    return near or people


def _behind_goal(match: Match) -> Iterator[tuple[str, Token]]:
    """Whose visit it is, told behind its goal: "the visit to Y of X"."""
    goals = prepositional(match.trigger, {"to"}) if not match.is_verb else ()
    return ((iri, t) for goal in goals for t in prepositional(goal, {"of", "by"}) for iri in referents(t))


def _itinerary(scene: Scene, match: Match) -> Iterator[tuple[str, Token]]:
    """Whose trip it is that has a stop: "the trip of X includes a stop in Y"."""
    trips = (t for verb in match.carriers for t in subjects(verb) if scene.is_one_of("trip", t))
    owners = (t for trip in trips for t in (*possessors(trip), *prepositional(trip, {"of", "by"})))
    return ((iri, t) for t in joined(owners) for iri in referents(t))


def _is_one_of_many(match: Match) -> bool:
    """Whether it only tells how seldom such visits are: "the first visit by a Kenyan president since 1998"."""
    return not match.is_verb and any(t.lower_ in ("first", "last", "only") for t in modifiers(match.trigger))


def goals(scene: Scene, match: Match) -> dict[str, Token]:
    """Where they travel: places, countries, and what is in them."""
    needs = match.frame.values.get("needs", ())
    takers = subjects(match.trigger)  # of "a tour of Asia that took X to Y" by its parse Asia
    if "trip" in needs and not any(scene.is_one_of("trip", t) for s in takers for t in (s, s.head.head)):
        return {}  # "took X to Y"
    if guest := _guest(match):
        return _where(scene, guest)
    told = scene.found(match, "destination", _GOALS)
    told |= {m.iris[0]: rest.head for rest in again(match) if (m := mention_at(rest.head)) is not None}
    taking = [v for v in match.carriers if v.lemma_ == "take" and match.trigger in subjects(v)]  # "that took her to Y"
    own = {t for v in taking for t in told.values() if v.is_ancestor(match.trigger) and match.trigger.is_ancestor(t)}
    taken = {t for v in taking for t in told.values() if v.is_ancestor(t)} - own
    found = {i: t for i, t in told.items() if not stands_for_people(t) and t not in taken}
    found = found or _attending(match) or _named_in(match) or _inviters(scene, match) or pointed_at((match.trigger,))
    if found or "guest" not in needs:
        is_inside = found and all(type_of(scene.doc, iri) == "Organization" for iri in found)
        inside = _places((match.trigger, *found.values())) if is_inside else {}
        return inside or found or _sites(match)  # "in X they visited the Y company"
    if places := _places((*match.fillers("visitor"), *match.fillers("destination"), *subjects(match.trigger))):
        return places  # by its parse "hosted X in Y"; "greeted at a summit in Y"
    hosts = ((iri, t) for t in subjects(match.trigger) for iri in referents(t))
    return first((iri, t) for iri, t in hosts if type_of(scene.doc, iri) == "Country")


def again(match: Match) -> tuple[Rest, ...]:
    """The goals that are told behind a time with the same verb: "visited X on Monday and Y on Tuesday"."""
    words = (match.trigger, *match.carriers)
    behind = (t for t in match.fillers("destination") if t.i > match.trigger.i)
    found = (rests(words, t, ("Place", "Country")) for t in behind)
    return next((told for told in found if told), ())


def _named_in(match: Match) -> dict[str, Token]:
    """The goal in the name of a visit that is somebody's: "X's Kenya trip", "his recent Asian tour".

    Also where a parse hangs it on a time: "visited Lima days after …".
    """
    heads = (t for t in match.fillers("destination") if t.lemma_ in _TIMES) if match.is_verb else (match.trigger,)
    if not match.is_verb and not possessors(match.trigger):
        return {}
    named = ((iri, t) for head in heads for t in modifiers(head) for iri in referents(t))
    return first((iri, t) for iri, t in named if type_of(match.trigger.doc, iri) in ("Place", "Country"))


def _attending(match: Match) -> dict[str, Token]:
    """The goal that a parse takes for a subject: "left for Y to attend …"."""
    if "for" not in match.frame.roles.get("destination", ()) or not match.is_verb:
        return {}
    clauses = (c for c in children(match.trigger, "advcl", "xcomp") for t in children(c, "mark") if t.lower_ == "for")
    named = ((iri, t) for clause in clauses for t in children(clause, "nsubj") for iri in referents(t))
    return first((iri, t) for iri, t in named if type_of(match.trigger.doc, iri) in ("Place", "Country"))


def _inviters(scene: Scene, match: Match) -> dict[str, Token]:
    """The country of those who invite, where a visit has no other goal: "X invited Y to visit"."""
    deed = match.trigger if match.is_verb else next(iter(match.carriers), match.trigger)
    if "destination" not in match.frame.values.get("implied", ()) or match.fillers("destination"):
        return {}
    inviting = deed.head if deed.dep_ in ("xcomp", "acl", "advcl", "ccomp", "relcl") else None
    if inviting is None or inviting.lemma_ not in listed(inviting, "offer"):
        return {}
    hosts = subjects(inviting) if inviting.pos_ == "VERB" else possessors(inviting) or subjects(inviting.head)
    lands = ((scene.country_of(scene.power_of(iri)), t) for t in joined(hosts) for iri in referents(t))
    return first((iri, t) for iri, t in lands if iri is not None and type_of(scene.doc, iri) == "Country")


def _guest(match: Match) -> Token | None:
    """The one who is called a visitor before his name: "visiting President X", "met visiting President X"."""
    trigger, doc = match.trigger, match.trigger.doc
    before = doc[trigger.i - 1] if trigger.i > sentence_of(trigger)[0] else None
    if trigger.lower_ != "visiting" or not (before is None or before.pos_ == "VERB" or before.lower_ in _BEFORE_GUESTS):
        return None
    for token in doc[trigger.i + 1 : trigger.i + _TITLE]:
        mention = mention_at(token)
        if mention is not None and type_of(doc, mention.iris[0]) == "Person":
            return doc[mention.head]
        if token.pos_ in ("VERB", "AUX", "ADP", "PUNCT"):
            return None
    return None


def _where(scene: Scene, guest: Token) -> dict[str, Token]:
    """Where a guest is: where the clause says that something happens, else the country of those he meets there."""
    verbs = [t for t in guest.ancestors if t.pos_ == "VERB" and t.lower_ != "visiting"][:1]
    others = [t for verb in verbs for t in (*subjects(verb), *objects(verb))]
    if places := _places((guest, *verbs, *others)):
        return places
    hosts = ((scene.country_of(iri), t) for t in joined(others) for iri in referents(t) if t != guest)
    own = {scene.country_of(iri) for iri in referents(guest)}
    known = ((iri, t) for iri, t in hosts if iri is not None and iri not in own)
    return first((iri, t) for iri, t in known if type_of(scene.doc, iri) == "Country")


def _places(words: Iterable[Token]) -> dict[str, Token]:
    """The places and countries that "in" or "at" ties to words."""
    at = ((iri, t) for word in words for t in prepositional(word, _WHERE) for iri in referents(t))
    return first((iri, t) for iri, t in at if type_of(t.doc, iri) in ("Place", "Country"))


def _sites(match: Match) -> dict[str, Token]:
    """Where what is visited lies, if that has no name itself: "visited a factory in X", "spoke in X during a visit"."""
    if match.is_verb:
        found = match.fillers("destination")
        things = tuple(t for t in found if t.tag_ != "NN" or t.i > t.head.i + 1)  # not "came to power"
        around: tuple[Token, ...] = (match.trigger, *things) if things else ()
    else:
        around = tuple(t for t in climb(match.trigger).ancestors if t.pos_ == "VERB")[:1]
    places = ((iri, t) for thing in around for t in prepositional(thing, _WHERE) for iri in referents(t))
    return first((iri, t) for iri, t in places if type_of(match.trigger.doc, iri) in _GOALS)


def kind(scene: Scene, match: Match) -> Kind:
    """What the adjectives of the visit say, or those of a visit that it begins ("arrived on a state visit")."""
    nouns = [t for t in match.trigger.subtree if scene.is_one_of("trip", t)]
    kinds: tuple[Kind, ...] = get_args(Kind)
    return next((k for n in nouns for c in modifiers(n) for k in kinds[:4] if c.lower_ == k), "unspecified")
