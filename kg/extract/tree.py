"""The parse of a Doc as lists of numbers, made once: spaCy looks through a whole phrase for each token's children."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.attrs import DEP, HEAD
from spacy.tokens import Doc, Token

__all__ = ["Tree", "dependents", "tree_of"]

_KEY = "kg.tree"


@dataclass(frozen=True, slots=True)
class Tree:
    """The children of each token (by index, in the order of the text) and its dependency label."""

    children: Sequence[Sequence[int]]
    labels: Sequence[str]


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
    for i, (offset, label) in enumerate(doc.to_array([HEAD, DEP]).astype("int64").tolist()):
        if offset:
            children[i + offset].append(i)
        if label not in names:
            names[label] = doc[i].dep_
        labels.append(names[label])
    return Tree(children, labels)


def dependents(token: Token) -> Iterator[Token]:
    """The children of a token, in the order of the text."""
    doc = token.doc
    return (doc[i] for i in tree_of(doc).children[token.i])
