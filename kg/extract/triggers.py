"""Whether the words of a frame's trigger stand at a token, and nothing with them that makes them mean another thing."""

from spacy.tokens import Token

from kg.extract.grammar import children, is_amount
from kg.extract.roles import PLACES, around_verb
from kg.extract.tree import dependents
from kg.extract.wordlists import listed
from kg.lexicon import Frame

__all__ = ["Entry", "adverbial", "excluded", "nominal", "possible", "verbal"]

type Entry = tuple[tuple[str, ...], Frame]
"""The words of a trigger, and the frame that it evokes."""


def possible(verb: Token, entries: list[Entry]) -> list[Entry]:
    """Those whose second word, if there is one, hangs on the verb: few of the many that begin with "take"."""
    if all(len(words) == 1 for words, _ in entries):
        return entries
    forms = {form for t in dependents(verb) for form in (t.lemma_.lower(), t.lower_)}
    return [entry for entry in entries if len(entry[0]) == 1 or entry[0][1] in forms]


def nominal(token: Token, words: tuple[str, ...]) -> tuple[Token, ...]:
    """The tokens from `token` on, if they are these words, the first of which it is."""
    if len(words) == 1:
        return (token,)
    span = token.doc[token.i : token.i + len(words)]
    return tuple(span) if len(span) == len(words) and all(map(_is, span, words)) else ()


def verbal(token: Token, words: tuple[str, ...]) -> tuple[Token, ...]:
    """The verb and the particles, prepositions and objects that are part of the trigger ("take part in")."""
    found = [token]
    for word in words[1:]:
        part = next((c for t in found for c in dependents(t) if _is(c, word) and (c.i > token.i or _asks(c))), None)
        if part is None:
            return ()
        found.append(part)
    return tuple(found)


def adverbial(token: Token, words: tuple[str, ...]) -> tuple[Token, ...]:
    """The verb that an adverb is said of, and the adverb: "jointly patrol", "fight them together".

    Not so "together with X", nor "together they make up a half".
    """
    verb = token.head.head if token.head.dep_ == "prep" else token.head  # "together along the border"
    bare = token.dep_ == "advmod" and verb.pos_ == "VERB" and not any(children(token, "prep"))
    placed = token.i > verb.i or token.lower_.endswith("ly")
    return (verb, token) if bare and placed and len(words) == 1 else ()


def excluded(words: tuple[Token, ...], frame: Frame) -> bool:
    """Whether something stands with the trigger that makes it mean another thing, or something is missing.

    `:withoutValue` and `:withValue` name what: "infinitive" ("called on them to act"), "gerund" ("joined them in
    voting"), "clause" ("agreed that it was late"), "amount" ("sold fish worth $2 million"), any place of
    roles.PLACES around a verb that must be filled ("object": not "returned to X"), or a word that hangs on it.
    """
    unwanted = any(_has(words, what) for what in frame.values.get("without", ()))
    wanted = frame.values.get("with", ())
    return unwanted or bool(wanted) and not any(_has(words, what) for what in wanted)


def _is(token: Token, word: str) -> bool:
    return word in (token.lemma_.lower(), token.lower_)


def _asks(preposition: Token) -> bool:
    """Whether a preposition stands before a relative pronoun: "with whom she dined"."""
    return any(t.tag_ in ("WP", "WDT") for t in children(preposition, "pobj"))


def _has(words: tuple[Token, ...], what: str) -> bool:
    if what in PLACES:
        return any(around_verb(words[0], what))
    if what == "clause":
        return any(t.lower_ == "that" for w in words for c in children(w, "ccomp") for t in children(c, "mark"))
    if what == "amount":
        return any(is_amount(t) for thing in around_verb(words[0], "object") for t in thing.subtree)
    if what == "bad":
        return any(t.lower_ in listed(t, "bad") for w in words for c in dependents(w) for t in (c, *dependents(c)))
    if what == "gerund":
        return any(True for t in words for p in children(t, "prep") if p.lower_ == "in" for _ in children(p, "pcomp"))
    if what != "infinitive":
        return any(_is(c, what) for t in words for c in dependents(t))
    clauses = (c for t in words for c in children(t, "xcomp", "ccomp", "advcl"))
    after = (c for t in words for p in children(t, "pobj") for c in children(p, "acl", "relcl"))
    return any(t.lower_ == "to" for c in (*clauses, *after) for t in children(c, "aux"))
