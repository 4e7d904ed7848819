"""What keeps a time in a sentence from telling when something in it happened."""

from spacy.tokens import Token

from kg.extract.grammar import children
from kg.extract.wordlists import listed

__all__ = ["contrasts", "in_next_clause", "is_of_another"]

_BESIDE = {"before", "after", "ahead", "until", "following", "since"}


def in_next_clause(trigger: Token, node: Token, time: Token) -> bool:
    """Whether a new clause with its own subject begins between an expression and a trigger.

    "Trade reached $5bn in 2023 and the two want to raise it": to raise it in 2023 they do not want.
    """
    opens = next((t.i for t in children(node, "cc") if node.i < t.i < time.i), None)  # "but in 2019 she refused"
    while trigger != node:
        joined = trigger.dep_ == "conj" and any(children(trigger, "nsubj", "nsubjpass"))
        if joined and trigger.head == node and node.i < time.i < trigger.i:
            return opens is None
        trigger = trigger.head
    clauses = (t for t in children(node, "conj") if t.i > time.i and any(children(t, "nsubj", "nsubjpass")))
    return opens is not None and any(clauses)


def is_of_another(trigger: Token, time: Token) -> bool:
    """Whether a time stands right behind what a trigger comes before or after: "ahead of the talks on May 3"."""
    start = time.head.i if time.dep_ == "pobj" else time.left_edge.i
    noun = time.doc[start - 1] if start > trigger.i + 1 else trigger
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    prep = next((t for t in noun.ancestors if t.dep_ == "prep" and trigger.i < t.i), None)
    return prep is not None and (prep.lower_ in _BESIDE or prep.head.lower_ == "ahead")


def contrasts(preposition: Token) -> bool:
    """Whether a preposition leads to what something is set against: "in contrast to 2019", "compared with May"."""
    return preposition.lower_ in ("to", "with") and preposition.head.lemma_.lower() in listed(
        preposition, "contrasting"
    )
