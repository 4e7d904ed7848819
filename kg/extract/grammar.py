"""Questions to a dependency parse: who does it, to whom, by which preposition, within which words.

Pure functions over spaCy tokens, for the labels of spaCy's English pipelines (ClearNLP: nsubj, dobj, pobj, agent …).
They give the heads of phrases; `kg.extract.doc.parties` adds what is joined to a head by "and".
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Span, Token

from kg.extract.tree import dependents, sentence_of, tree_of

__all__ = [
    "agents", "antecedent", "carriers", "children", "clause", "climb", "is_clause", "is_passive", "modifiers",
    "negated", "objects", "possessors", "prepositional", "prepositions", "sentence", "subjects",
]  # fmt: skip

_RELATIVE = {"WP", "WDT", "WP$"}
_NEGATIVE = {"no", "never", "neither", "nor", "hardly"}
_SUBJECT_CONTROL = {
    "use", "take", "seize", "have", "need", "promise", "pledge", "vow", "spend", "commitment", "obligation",
}  # fmt: skip
_NAMES = {"GPE", "NORP", "ORG", "PERSON"}
_CHARGES = {"as", "of", "from", "for", "into"}
_ASKING = {"call", "appeal", "rely", "count", "depend", "prevail"}
_MEASURES = {
    "package", "series", "round", "number", "range", "string", "set", "pair", "couple", "host", "raft", "variety",
}  # fmt: skip
_AMOUNTS = {"million", "billion", "trillion", "dollar", "euro", "pound", "yuan", "yen", "krone", "franc"}
_COUNTED = {"of": _MEASURES, "in": _AMOUNTS}


def children(token: Token, *labels: str) -> Iterator[Token]:
    """The children of `token` whose dependency label is one of `labels`, in the order of the text."""
    doc = token.doc
    tree = tree_of(doc)
    below = tree.children[token.i]
    return iter([doc[i] for i in below if tree.labels[i] in labels] if below else ())


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for ("Kazakhstan, which …" → Kazakhstan); any other token itself."""
    if token.tag_ in _RELATIVE:
        for verb in token.ancestors:
            if verb.dep_ == "relcl":
                return verb.head
    return token


def is_passive(verb: Token) -> bool:
    """Whether `verb` is in the passive ("was signed", "was drafted and signed", "the deal signed by …")."""
    if any(children(verb, "nsubjpass", "auxpass", "agent")) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        return True
    shared = verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ == "VBN"
    return shared and not any(children(verb, "nsubj", "aux", "dobj")) and is_passive(verb.head)


def is_clause(token: Token) -> bool:
    """Whether `token` is a verb that heads a clause (not an auxiliary, nor a participle that modifies a noun)."""
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound", "prep", "case")


def agents(verb: Token) -> tuple[Token, ...]:
    """Those by whom it is done: "signed by X"."""
    return tuple(pobj for by in children(verb, "agent") for pobj in children(by, "pobj"))


def subjects(verb: Token) -> tuple[Token, ...]:
    """Who does it: the active subject, or the passive agent.

    A verb without a subject of its own has that of the verb it is joined to ("X came and met Y"), the one who is to
    do it ("X asked Y to come"), the noun it modifies ("ministers attending"), or the main clause's ("X left, adding").
    """
    if is_passive(verb):
        return agents(verb) or (agents(verb.head) if verb.dep_ == "conj" else ())
    return _own(verb, "nsubj") or _inherited(verb)


def _own(verb: Token, *labels: str) -> tuple[Token, ...]:
    """The subjects of a verb, also those that a parse hangs on its auxiliary."""
    verbs = (verb, *children(verb, "aux", "auxpass"))
    return tuple(antecedent(t) for v in verbs for t in children(v, *labels))


def _inherited(verb: Token) -> tuple[Token, ...]:
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return _doers(_partner(verb))
    if verb.dep_ in ("xcomp", "ccomp") and head.pos_ in ("VERB", "AUX"):
        controls = () if head.lemma_.lower() in _SUBJECT_CONTROL else (*children(head, "dobj"), *_receivers(head))
        return controls or (_asked(verb, head) if verb.dep_ == "xcomp" else ()) or _doers(head)
    if verb.dep_ == "xcomp":  # "is ready to": the adjective stands between
        return _doers(head.head) if head.dep_ == "acomp" else ()
    if verb.dep_ == "advcl" and head.pos_ in ("VERB", "AUX"):
        return (_receivers(head) if _infinitive(verb) else ()) or _doers(head)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return (head,)
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and _infinitive(verb)):  # "X's plan to go", "X has a plan to go"
        named = tuple(t for t in modifiers(head) if t.ent_type_ in _NAMES)  # "a Peruvian plan to visit"
        own = possessors(head) or named or (_doers(head.head) if head.dep_ in ("dobj", "attr") else ())
        return _asked(verb, head) or own
    if verb.dep_ == "pcomp" and head.head.pos_ in ("VERB", "AUX"):  # "succeeded in signing", "quoted X as saying"
        return _charged(head) or _doers(head.head)
    return ()


def _charged(preposition: Token) -> tuple[Token, ...]:
    """Whose doing a gerund is told as: "quoted X as saying", "accused X of lying", "praised X for helping"."""
    if preposition.lower_ not in _CHARGES:
        return ()
    found = objects(preposition.head)
    return found if preposition.lower_ != "for" else tuple(t for t in found if t.pos_ in ("PROPN", "PRON"))


def _infinitive(verb: Token) -> bool:
    return any(t.lower_ == "to" for t in children(verb, "aux"))


def _asked(verb: Token, word: Token) -> tuple[Token, ...]:
    """Whom a verb or noun asks to do it: "called on X to come", "an invitation to X to come"."""
    if not _infinitive(verb) or word.lemma_.lower() in _SUBJECT_CONTROL:
        return ()
    if word.pos_ == "NOUN":
        return prepositional(word, {"to", "on", "for"})
    return prepositional(word, {"on", "upon", "to"}) if word.lemma_.lower() in _ASKING else ()


def _receivers(verb: Token) -> tuple[Token, ...]:
    """To whom something is given or said: "gave X a book", "an invitation to X"."""
    datives = list(children(verb, "dative"))
    return tuple(t for d in datives for t in (children(d, "pobj") if d.pos_ == "ADP" else (d,)))


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
        return (verb.head,) if verb.dep_ == "acl" else _inherited(verb) if verb.dep_ == "conj" else ()
    own = tuple(antecedent(t) for t in children(verb, "dobj"))
    if own or verb.dep_ != "conj" or any(t.dep_ != "conj" and t.i > verb.i for t in dependents(verb)):
        return own or _object_ahead(verb)
    return ()


def _object_ahead(verb: Token) -> tuple[Token, ...]:
    """The object that verbs joined by "and" share stands behind the last: "welcomed and praised the deal"."""
    joined = [t for t in children(verb, "conj") if t.pos_ == "VERB" and not any(children(t, "nsubj", "nsubjpass"))]
    bare = not any(t.i > verb.i and t.dep_ not in ("cc", "conj", "punct", "prt") for t in dependents(verb))
    return objects(joined[0]) if bare and joined and not is_passive(verb) else ()


def prepositions(token: Token) -> Iterator[Token]:
    """The prepositions that hang on `token`, those within a chain ("together with", "ahead of") too."""
    for child in children(token, "prep", "agent", "dative"):
        if child.pos_ in ("ADP", "SCONJ", "ADV", "VERB"):
            yield child
            yield from prepositions(child)
            yield from children(child, "conj")


def prepositional(token: Token, words: Collection[str]) -> tuple[Token, ...]:
    """The nouns that a preposition of `words` (lower case) ties to `token`: ("meet", {"with"}) → those met."""
    return tuple(
        antecedent(pobj) for prep in prepositions(token) if prep.lower_ in words for pobj in children(prep, "pobj")
    )


def possessors(noun: Token) -> tuple[Token, ...]:
    """Whose it is: "Iran's visit", "his visit"."""
    return tuple(antecedent(t) for t in children(noun, "poss"))


def modifiers(noun: Token) -> tuple[Token, ...]:
    """The adjectives and nouns before a noun: "the Kazakh trade delegation" → Kazakh, trade."""
    return tuple(children(noun, "amod", "compound", "nmod"))


def climb(noun: Token) -> Token:
    """The head of what a noun is counted by: "a series of meetings", "$2 million in aid"; else the noun itself."""
    while noun.dep_ == "pobj" and noun.head.head.lemma_ in _COUNTED.get(noun.head.lower_, ()):
        noun = noun.head.head
    return noun


def carriers(noun: Token, lemmas: Collection[str]) -> Iterator[Token]:
    """The light verbs of `lemmas` that carry a noun: "hold talks", "talks were held", "paid a visit", "on a visit".

    A noun joined to another shares its verb ("paid a visit and held talks", "held talks and a dinner").
    """
    top = climb(noun)
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
        top = climb(top.head)
    verb = top.head
    if top.dep_ == "pobj":
        verb = verb.head
    elif top.dep_ not in ("dobj", "nsubjpass", "attr", "nsubj", "oprd"):
        return
    while True:
        if verb.lemma_.lower() in lemmas:
            yield verb
        if top.dep_ == "nsubj" or verb.dep_ not in ("acl", "relcl") or verb.head.i == top.i:
            break
        verb = verb.head
    if top.dep_ == "nsubjpass":  # "the deal was drafted and signed"
        yield from (v for v in children(top.head, "conj") if is_passive(v) and v.lemma_.lower() in lemmas)
    if top.dep_ in ("dobj", "nsubjpass"):
        return
    for verb in children(top, "acl", "relcl"):  # "the talks held in Astana"
        if verb.lemma_.lower() in lemmas:
            yield verb


def negated(token: Token) -> bool:
    """Whether a word of negation hangs on `token`: "did not", "never", "no longer", "no meeting", "without meeting"."""
    return (
        any(children(token, "neg"))
        or any(t.lower_ in _NEGATIVE for t in children(token, "det", "advmod", "preconj"))
        or any(c.lower_ == "no" for t in children(token, "advmod") for c in dependents(t))
        or (token.dep_ in ("pobj", "pcomp") and token.head.lower_ == "without")
    )


def clause(token: Token) -> Span:
    """The clause that `token` stands in: all that hangs on its nearest verb."""
    verb = next((t for t in (token, *token.ancestors) if is_clause(t)), token.sent.root)
    return token.doc[verb.left_edge.i : verb.right_edge.i + 1]


def sentence(token: Token) -> Span:
    """The sentence of `token`, without the white space around it."""
    start, end = sentence_of(token)
    while start < end and token.doc[start].is_space:
        start += 1
    while end > start and token.doc[end - 1].is_space:
        end -= 1
    return token.doc[start:end]
