"""Whose number it is: the countries, bodies and organisations in the phrases around it."""

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Token

from kg.extract.arguments import subjects
from kg.extract.doc import passage, type_of
from kg.extract.grammar import antecedent, children, is_clause, possessors, prepositional, sentence
from kg.extract.joining import joined
from kg.extract.metric import Metric
from kg.extract.pairs import pair_near
from kg.extract.phrasing import referents
from kg.extract.quantities import Quantity
from kg.extract.scene import STATES, Scene
from kg.extract.tree import sentence_of
from kg.extract.wordlists import listed
from kg.model import EntityType, Statement

__all__ = ["Owners", "is_local", "whose"]

type Owners = dict[str, Token]
"""The IRIs of the parties, each with the head of the phrase that tells it."""

_TYPES: tuple[EntityType, ...] = ("Country", "RegionalBody", "Organization", "Place", "Person")
_TIES = frozenset({
    "of", "to", "with", "from", "in", "into", "for", "by", "between", "among", "on", "against", "at", "across",
    "within", "under", "towards", "through", "via", "onto",
})  # fmt: skip
_DEPTH = 2  # common nouns between a number and a name: "the exports of the mines of X"
_BACK = 2  # sentences
_PLACES = ("in", "into", "at", "to", "for", "by")
_THIS = {"this", "these"}
_POINTING = {"the", "that", "those", *_THIS}
_TIMES = {"DATE", "TIME"}


def whose(scene: Scene, quantity: Quantity, metric: Metric, speech: Collection[str]) -> tuple[Owners, float]:
    """The parties of a number, and how sure it is (0 to 1) that it is theirs; none and 0 where nothing tells.

    They are told by its phrase, its clause, the clauses above, or the sentences before, the first that names any.
    `speech` holds the lemmas of verbs of saying: who says a number need not be whose it is.
    """
    owners, sure = next((told for told in _told(scene, quantity, metric, speech) if told[0]), ({}, 0.0))
    wide = {iri: token for iri, token in owners.items() if not is_local(scene, iri)}
    return (wide or owners), sure


def is_local(scene: Scene, iri: str) -> bool:
    """Whether it is a place within a country."""
    return type_of(scene.doc, iri) == "Place" and scene.country_at(iri) is not None


def _told(scene: Scene, quantity: Quantity, metric: Metric, speech: Collection[str]) -> Iterator[tuple[Owners, float]]:
    verb, befallen = metric.verb, frozenset(metric.frame.roles.get("about", ())) if metric.frame else frozenset()
    ties = befallen or _TIES
    nouns = [*quantity.span, *(t for t in (metric.head,) if t is not None and not is_clause(t))]
    phrase = _union(_of_phrase(scene, token, ties) for token in nouns)
    if _is_shared(scene, metric) and len(phrase) < 2:
        partners = _union([phrase, _of_clause(scene, verb)]) if verb is not None and not _says(verb, speech) else {}
        if len(partners) == 2:
            yield partners, 0.8
            return
        pair = pair_near(scene, metric.head or quantity.head, next(iter(phrase), None))
        yield _union([phrase, dict.fromkeys(pair, quantity.head)]), 0.75
        return
    if befallen and verb is not None:
        yield _union([_suffered(scene, verb, ties), phrase]), 0.75
    elif phrase and _is_whole(metric):
        yield phrase, 0.85
    elif verb is not None and not _says(verb, speech):
        yield _union([phrase, _of_clause(scene, verb)]), 0.8 if phrase else 0.75
    yield phrase, 0.8
    above: Owners = {}
    for token in _above(verb or quantity.head, speech):
        inside = _of_clause(scene, token, not befallen) if is_clause(token) else _of_phrase(scene, token, ties)
        above = _union([above, inside])
        if is_clause(token):
            yield above, 0.65
    yield above, 0.65
    if not _unknown(quantity, metric):
        yield _before(scene, quantity)


def _is_shared(scene: Scene, metric: Metric) -> bool:
    """Whether what is measured is something that two have together: "bilateral trade"."""
    return not scene.words("mutual").isdisjoint(metric.name.split())


def _is_whole(metric: Metric) -> bool:
    """Whether a verb only tells the amount of its own subject, so that all is said in the subject's phrase."""
    verb, head = metric.verb, metric.head
    told = metric.frame is not None and bool(metric.frame.values.get("direction"))
    return told and verb is not None and head is not None and head in (*children(verb, "nsubj", "nsubjpass"),)


def _of_phrase(scene: Scene, noun: Token, ties: frozenset[str] = _TIES, depth: int = _DEPTH) -> Owners:
    """The parties that a noun phrase names: "trade between X and Y", "X's exports to Y", "the X economy"."""
    itself = _union(_owners(scene, token, referents(token)) for token in joined([noun]))
    if itself:
        return itself
    found: Owners = {}
    before = (*possessors(noun), *children(noun, "amod", "compound", "nmod"))
    named = [t for t in before if not (_is_region(t) and _is_described(scene, noun))]
    inside = (*named, *prepositional(noun, ties))
    for token in joined(inside):
        known = referents(token)
        deeper = not known and depth and token.pos_ in ("NOUN", "PROPN")
        found = _union([found, _of_phrase(scene, token, ties, depth - 1) if deeper else _owners(scene, token, known)])
    return found


def _is_described(scene: Scene, noun: Token) -> bool:
    """Whether a region before a noun tells one of its countries: "the Asian country", "Asia's largest economy"."""
    ranked = any(t.tag_ == "JJS" or scene.is_one_of("ranked", t) for t in children(noun, "amod"))
    return scene.is_one_of("noun-country", noun) or ranked and any(possessors(noun))


def _is_region(token: Token) -> bool:
    return any(type_of(token.doc, iri) == "Place" for iri in referents(token))


def _of_clause(scene: Scene, verb: Token, doers: bool = True) -> Owners:
    """The parties of a clause: its subject, its objects and what prepositions tie to its verb."""
    done = (antecedent(t) for t in children(verb, "nsubjpass", "dobj", "attr", "dative"))
    told = (*subjects(verb), *(antecedent(t) for t in children(verb, "nsubj"))) if doers else ()
    return _union(_of_phrase(scene, token) for token in (*told, *done, *prepositional(verb, _TIES)) if _counts(token))


def _suffered(scene: Scene, verb: Token, ties: frozenset[str]) -> Owners:
    """The parties that something befalls, not those who do it: "an attack on X killed 20 people"."""
    places = _union(_of_phrase(scene, token) for token in prepositional(verb, ties))
    doers = (tied for doer in subjects(verb) for tied in prepositional(doer, ties))
    return places or _union(_of_phrase(scene, token) for token in doers)


def _counts(token: Token) -> bool:
    """Whether what a preposition ties to a verb may be whose number it is; a source may not ("according to X")."""
    return not (token.dep_ == "pobj" and token.head.head.lower_ == "according")


def _above(token: Token, speech: Collection[str]) -> Iterator[Token]:
    """The verbs and nouns that govern a token, the nearest first, up to a verb of saying."""
    for head in token.ancestors:
        if _says(head, speech):
            return
        if is_clause(head) or head.pos_ in ("NOUN", "PROPN"):
            yield head


def _says(verb: Token, speech: Collection[str]) -> bool:
    """Whether a verb tells what somebody says; a parse may take what stands before it for an adverbial clause."""
    if verb.lemma_.lower() not in speech:
        return False
    before = any(t.i < verb.i for t in children(verb, "advcl")) and not any(children(verb, "dobj", "xcomp"))
    return before or any(children(verb, "ccomp"))


def _before(scene: Scene, quantity: Quantity) -> tuple[Owners, float]:
    """Where the sentence names no other party: the state whose number its speaker tells, or the party named last."""
    doc, (first, last) = scene.doc, sentence_of(quantity.head)
    speakers = _speakers(scene, quantity)
    named = [(m, o) for m in doc._.mentions if first <= m.start < last and (o := _owners(scene, doc[m.head], m.iris))]
    if any(m.iris[0] not in speakers for m, _ in named):
        return {}, 0.0
    if states := _union(o for _, o in named if any(type_of(doc, iri) in STATES for iri in o)):
        return states, 0.55
    start = paragraph = first
    for _ in range(_BACK):
        if start:
            start, _ = sentence_of(doc[start - 1])
            paragraph = start if paragraph and "\n\n" not in doc[paragraph - 1].text else paragraph
    for m in reversed(doc._.mentions):
        if start <= m.start < first and not _is_medium(scene, m.iris[0]) and not _is_told(doc[m.head], scene):
            owners = _owners(scene, doc[m.head], m.iris)
            known = quantity.unit is not None and all(type_of(doc, iri) in STATES for iri in owners)
            if owners and (m.start >= paragraph or known and quantity.dimension != "people"):
                return owners, 0.55
    return {}, 0.0


def _speakers(scene: Scene, quantity: Quantity) -> frozenset[str]:
    """Those who say the number."""
    here = passage(quantity.span)
    said = (f for f in scene.doc._.facts if isinstance(f, Statement))
    return frozenset(s.speaker for s in said if s.evidence.start <= here.start and here.end <= s.evidence.end)


def _is_medium(scene: Scene, iri: str) -> bool:
    return type_of(scene.doc, iri) == "Organization" and scene.is_medium(iri)


def _is_told(token: Token, scene: Scene) -> bool:
    """Whether it is an organisation to which somebody says something: "he told X"."""
    hears = token.dep_ in ("dobj", "dative") and token.head.lemma_ in listed(token, "informing")
    return hears and any(type_of(scene.doc, iri) == "Organization" for iri in referents(token))


def _unknown(quantity: Quantity, metric: Metric) -> bool:
    """Whether the number is told of a thing that is named or pointed at, but not known: "the plant makes 40 tonnes"."""
    verb, told = metric.verb, (quantity.head, quantity.noun, metric.head)
    verbs = () if verb is None else (verb, verb.head) if verb.dep_ in ("xcomp", "conj", "advcl") else (verb,)
    tied = (t for v in verbs for t in (*children(v, "nsubj", "nsubjpass"), *prepositional(v, _PLACES)) if t not in told)
    shared = (metric.head,) if metric.rule == "share" and metric.head is not None else ()
    named = (t for t in (*tied, *shared) if t.pos_ == "PROPN" or _has(t, _POINTING))
    pointed = (t for t in sentence(quantity.head) if t.pos_ == "NOUN" and _has(t, _THIS))
    return any(not referents(t) and t.ent_type_ not in _TIMES for t in (*named, *pointed))


def _has(noun: Token, determiners: Collection[str]) -> bool:
    return any(d.lower_ in determiners for d in children(noun, "det"))


def _owners(scene: Scene, token: Token, iris: Iterable[str]) -> Owners:
    """Those of the IRIs that can have a number, people as the countries that they speak for."""
    known = (scene.country_of(iri) for iri in iris if type_of(scene.doc, iri) in _TYPES)
    return {iri: token for iri in known if iri is not None}


def _union(parts: Iterable[Owners]) -> Owners:
    """All parties, each with the first of its phrases."""
    found: Owners = {}
    for part in parts:
        found |= {iri: token for iri, token in part.items() if iri not in found}
    return found
