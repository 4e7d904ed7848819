"""The parse of a Doc as lists of numbers, made once: spaCy looks through a whole phrase for each token's children."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.attrs import DEP, HEAD, SENT_START
from spacy.tokens import Doc, Token

__all__ = ["Tree", "conjuncts", "dependents", "sentence_of", "tree_of"]

_KEY = "kg.tree"


@dataclass(frozen=True, slots=True)
class Tree:
    """The children of each token (by index, in the order of the text), its dependency label, and its sentence.

    A sentence is the index of its first token and of the one behind its last.
    """

    children: Sequence[Sequence[int]]
    labels: Sequence[str]
    sentences: Sequence[tuple[int, int]]


def tree_of(doc: Doc) -> Tree:
    """The tree of a parsed Doc; made at the first call and kept with it."""
    found: Tree | None = doc.user_data.get(_KEY)
    if found is None:
        found = doc.user_data[_KEY] = _made(doc)
    return found


def _made(doc: Doc) -> Tree:
    children: list[list[int]] = [[] for _ in range(len(doc))]
    names: dict[int, str] = {}
    labels = []
    starts = []
    for i, (offset, label, begins) in enumerate(doc.to_array([HEAD, DEP, SENT_START]).astype("int64").tolist()):
        if begins == 1 or not i:
            starts.append(i)
        if offset:
            children[i + offset].append(i)
        if label not in names:
            names[label] = doc[i].dep_
        labels.append(names[label])
    bounds = pairwise([*starts, len(doc)])
    return Tree(children, labels, [(start, end) for start, end in bounds for _ in range(start, end)])


def dependents(token: Token) -> Iterator[Token]:
    """The children of a token, in the order of the text."""
    doc = token.doc
    return (doc[i] for i in tree_of(doc).children[token.i])


def sentence_of(token: Token) -> tuple[int, int]:
    """The first token of the sentence of `token`, and the one behind its last."""
    return tree_of(token.doc).sentences[token.i]


def conjuncts(token: Token) -> tuple[Token, ...]:
    """All that "and" or a comma joins to a token, before and behind it, as `Token.conjuncts` gives them."""
    doc, tree = token.doc, tree_of(token.doc)
    first = token
    while tree.labels[first.i] == "conj":
        first = first.head
    joined = [first.i]
    for i in joined:
        joined += [j for j in tree.children[i] if j > i and tree.labels[j] == "conj"]
    return tuple(doc[i] for i in joined if i != token.i)
