"""The arguments of a verb in a dependency parse: who does it and to whom, also where another word tells it.

Pure functions over spaCy tokens, as those of `kg.extract.grammar`; they give the heads of phrases.
"""

from spacy.tokens import Token

from kg.extract.clauses import names_ahead
from kg.extract.grammar import antecedent, children, is_infinitive, is_passive, modifiers, possessors, prepositional
from kg.extract.tree import dependents
from kg.extract.wordlists import listed

__all__ = ["agents", "objects", "subjects"]

_HELPING = {"aux", "auxpass", "advmod", "neg", "punct"}
_NAMES = {"GPE", "NORP", "ORG", "PERSON"}
_CHARGES = {"as", "of", "from", "for", "into"}


def agents(verb: Token) -> tuple[Token, ...]:
    """Those by whom it is done: "signed by X"."""
    found = tuple(pobj for by in children(verb, "agent") for pobj in children(by, "pobj"))
    if found or verb.tag_ != "VBN":
        return found
    places = (t for where in children(verb, "prep") if where.lower_ in ("at", "in") for t in children(where, "pobj"))
    return tuple(t for place in places for t in prepositional(place, {"by"}) if t.pos_ == "PROPN")  # "at X by Y"


def subjects(verb: Token) -> tuple[Token, ...]:
    """Who does it: the active subject, or the passive agent.

    A verb without a subject of its own has that of the verb it is joined to ("X came and met Y"), the one who is to
    do it ("X asked Y to come"), the noun it modifies ("ministers attending"), or the main clause's ("X left, adding").
    """
    if is_passive(verb):
        return agents(verb) or (agents(verb.head) if verb.dep_ == "conj" else ())
    if any(t.lower_ == "for" for t in children(verb, "mark")) and verb.head.lemma_ in listed(verb, "leaving"):
        return _doers(verb.head)  # "left for Y to attend …", where the parse makes Y attend
    return _own(verb, "nsubj") or _guests(verb) or names_ahead(verb) or _inherited(verb) or _ahead(verb)


def _guests(verb: Token) -> tuple[Token, ...]:
    """Whom a parse takes to be visited, where he is called a visitor: "Visiting President X met Y"."""
    visiting = (t for t in children(verb, "csubj") if t.lower_ == "visiting")
    return tuple(t for guest in visiting for t in children(guest, "dobj") if t.pos_ == "PROPN")


def _own(verb: Token, *labels: str) -> tuple[Token, ...]:
    """The subjects of a verb, also those that a parse hangs on its auxiliary."""
    verbs = (verb, *children(verb, "aux", "auxpass"))
    return tuple(antecedent(t) for v in verbs for t in children(v, *labels))


def _ahead(verb: Token) -> tuple[Token, ...]:
    """The subject that a parse takes for an apposition: "In a call with X, President Y said …", "Meeting X, Y said"."""
    opening = next(dependents(verb), verb)
    if verb.dep_ != "ROOT" or opening.dep_ not in ("prep", "advcl"):
        return ()
    names = (t for t in verb.doc[opening.i : verb.i] if t.dep_ in ("appos", "conj") and t.pos_ == "PROPN")
    found = [t for t in names if verb.doc[t.left_edge.i - 1].text == "," and opening.is_ancestor(t)]
    last = found[-1] if found else None
    ends = last is not None and all(t.dep_ in _HELPING for t in verb.doc[last.right_edge.i + 1 : verb.i])
    return (last,) if last is not None and ends else ()


def _inherited(verb: Token) -> tuple[Token, ...]:
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return _doers(_partner(verb))
    if verb.dep_ in ("xcomp", "ccomp") and head.pos_ in ("VERB", "AUX"):
        keeps = head.lemma_.lower() in listed(head, "subject-control")
        controls = () if keeps else (*children(head, "dobj"), *_receivers(head))
        return controls or (_asked(verb, head) if verb.dep_ == "xcomp" else ()) or _doers(head)
    if verb.dep_ == "xcomp":  # "is ready to": the adjective stands between
        return _doers(head.head) if head.dep_ == "acomp" else ()
    if verb.dep_ == "advcl" and head.pos_ in ("VERB", "AUX"):
        return (_receivers(head) or _invited(head) if is_infinitive(verb) else ()) or _doers(head)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return (head,)
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and is_infinitive(verb)):  # "X's plan to go", "X has a plan to go"
        if same := _same_one(head):
            return same
        named = tuple(t for t in modifiers(head) if t.ent_type_ in _NAMES)  # "a Peruvian plan to visit"
        if head.lemma_ in listed(head, "offer"):
            taken = head.head.lemma_ in listed(head, "answering")
            return _asked(verb, head) or (_doers(head.head) if taken else _receivers(head.head) or _invited(head.head))
        own = possessors(head) or named or (_doers(head.head) if head.dep_ == "dobj" else ())
        return _asked(verb, head) or own
    if verb.dep_ == "pcomp":
        governor = head.head.head if head.head.dep_ == "npadvmod" else head.head  # "left hours after landing"
        if governor.pos_ in ("VERB", "AUX"):  # "succeeded in signing", "quoted X as saying"
            return _charged(head) or _doers(governor)
    return ()


def _same_one(noun: Token) -> tuple[Token, ...]:
    """Who a noun is said to be: "X became the first leader to go", "the first leader to go was X"."""
    verb = noun.head
    if noun.dep_ == "attr":
        return _doers(verb)
    if noun.dep_ == "nsubj" and verb.lemma_ == "be":
        return tuple(t for t in children(verb, "attr") if t.pos_ == "PROPN")
    return ()


def _charged(preposition: Token) -> tuple[Token, ...]:
    """Whose doing a gerund is told as: "quoted X as saying", "accused X of lying", "praised X for helping"."""
    if preposition.lower_ not in _CHARGES:
        return ()
    found = objects(preposition.head)
    return found if preposition.lower_ != "for" else tuple(t for t in found if t.pos_ in ("PROPN", "PRON"))


def _asked(verb: Token, word: Token) -> tuple[Token, ...]:
    """Whom a verb or noun asks to do it: "called on X to come", "an invitation to X to come"."""
    if not is_infinitive(verb) or word.lemma_.lower() in listed(word, "subject-control"):
        return ()
    if word.pos_ == "NOUN":
        return prepositional(word, {"to", "on", "for"})
    return prepositional(word, {"on", "upon", "to"}) if word.lemma_.lower() in listed(word, "asking") else ()


def _receivers(verb: Token) -> tuple[Token, ...]:
    """To whom something is given or said: "gave X a book", "an invitation to X"."""
    datives = list(children(verb, "dative"))
    return tuple(t for d in datives for t in (children(d, "pobj") if d.pos_ == "ADP" else (d,)))


def _invited(verb: Token) -> tuple[Token, ...]:
    """The same, where a parse hides that it is given: "extended an invitation to X", "extended to X an offer"."""
    offers = [t for t in children(verb, "dobj") if t.lemma_ in listed(t, "offer")]
    return tuple(t for word in (*offers, *([verb] if offers else [])) for t in prepositional(word, {"to"}))


def _partner(verb: Token) -> Token:
    """The verb that `verb` is joined to by its tense: of "he said they had left and called for talks", said."""
    head = verb.head
    embedded = head.dep_ == "ccomp" and head.tag_ != verb.tag_ and head.head.tag_ == verb.tag_ in ("VBD", "VBZ", "VBP")
    return head.head if embedded else head


def _doers(verb: Token) -> tuple[Token, ...]:
    """The grammatical subject, active or passive: the one that verbs hanging on this one share."""
    return _own(verb, "nsubj", "nsubjpass") or _inherited(verb)


def objects(verb: Token) -> tuple[Token, ...]:
    """To whom or what it is done: the active direct object, or the passive subject."""
    if is_passive(verb):
        own = tuple(antecedent(t) for t in children(verb, "nsubjpass"))
        if own:
            return own
        return (verb.head,) if verb.dep_ == "acl" else _inherited(verb) if verb.dep_ in ("conj", "xcomp") else ()
    own = tuple(antecedent(t) for t in children(verb, "dobj")) or _judged(verb)
    if own or verb.dep_ != "conj" or any(t.dep_ != "conj" and t.i > verb.i for t in dependents(verb)):
        return own or _object_ahead(verb)
    return ()


def _judged(verb: Token) -> tuple[Token, ...]:
    """What a clause without a finite verb is said of: "holds X responsible", "considers X a friend", "helps X grow"."""
    helps = verb.lemma_ in listed(verb, "helping")
    clauses = (c for c in children(verb, "ccomp") if c.pos_ in ("ADJ", "NOUN") or helps and c.tag_ == "VB")
    return tuple(t for c in clauses if not any(children(c, "cop", "aux", "mark")) for t in children(c, "nsubj"))


def _object_ahead(verb: Token) -> tuple[Token, ...]:
    """The object that verbs joined by "and" share stands behind the last: "welcomed and praised the deal"."""
    joined = [t for t in children(verb, "conj") if t.pos_ == "VERB" and not any(children(t, "nsubj", "nsubjpass"))]
    bare = not any(t.i > verb.i and t.dep_ not in ("cc", "conj", "punct", "prt") for t in dependents(verb))
    return objects(joined[0]) if bare and joined and not is_passive(verb) else ()
