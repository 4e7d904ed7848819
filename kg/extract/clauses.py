"""Where a new clause begins with names that a parse joins to the clause before: "X met Y, and Z and W left"."""

from spacy.tokens import Token

from kg.extract.tree import children, conjuncts, sentence_of

__all__ = ["names_ahead", "opens_clause"]

_FINITE = {"VBD", "VBZ", "VBP"}
_BETWEEN = {"advmod", "aux", "auxpass", "neg"}  # between a subject and its verb


def opens_clause(name: Token) -> bool:
    """Whether a name that a parse joins to one before is the subject of a verb that the parse leaves without one."""
    if not _is_apart(name):
        return False
    last = max((t.right_edge for t in (name, *conjuncts(name)) if t.i >= name.i), key=lambda t: t.i)
    behind = (t for t in name.doc[last.i + 1 : sentence_of(name)[1]] if t.dep_ not in _BETWEEN)
    verb = next(behind, None)
    return verb is not None and _is_bare(verb)


def names_ahead(verb: Token) -> tuple[Token, ...]:
    """The first of the names that open the clause of a verb without a subject."""
    start = sentence_of(verb)[0]
    before = next((t for t in reversed(verb.doc[start : verb.i]) if t.dep_ not in _BETWEEN), None)
    while before is not None and before.dep_ == "conj" and not _is_apart(before):
        before = before.head
    return (before,) if before is not None and _is_apart(before) and _is_bare(verb) else ()


def _is_apart(name: Token) -> bool:
    first = name.left_edge.i
    return name.dep_ == "conj" and name.pos_ == "PROPN" and name.doc[max(0, first - 2) : first].text == ", and"


def _is_bare(verb: Token) -> bool:
    finite = verb.tag_ in _FINITE or any(children(verb, "aux", "auxpass"))
    return finite and not any(children(verb, "nsubj", "nsubjpass"))
