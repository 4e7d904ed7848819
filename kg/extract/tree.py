"""The parse of a Doc as lists of numbers, made once: spaCy looks through a whole phrase for each token's children."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.attrs import DEP, HEAD, SENT_START
from spacy.tokens import Doc, Token

__all__ = ["Tree", "children", "conjuncts", "dependents", "sentence_of", "tree_of"]

_KEY = "kg.tree"


@dataclass(frozen=True, slots=True)
class Tree:
    """The children of each token (index and dependency label, in the order of the text), its own label, its sentence.

    A sentence is the index of its first token and of the one behind its last. `ties` keeps what
    `kg.extract.grammar.prepositions` found for a token.
    """

    children: Sequence[Sequence[tuple[int, str]]]
    labels: Sequence[str]
    sentences: Sequence[tuple[int, int]]
    ties: dict[int, Sequence[int]] = field(default_factory=dict)


def tree_of(doc: Doc) -> Tree:
    """The tree of a parsed Doc; made at the first call and kept with it."""
    found: Tree | None = doc.user_data.get(_KEY)
    if found is None:
        found = doc.user_data[_KEY] = _made(doc)
    return found


def _made(doc: Doc) -> Tree:
    heads, begins = doc.to_array([HEAD, SENT_START]).astype("int64").T
    labels = doc.to_array(DEP).tolist()
    names = {label: doc.vocab.strings[label] for label in set(labels)}
    children: list[list[tuple[int, str]]] = [[] for _ in labels]
    for i, (offset, label) in enumerate(zip(heads.tolist(), labels, strict=True)):
        if offset:
            children[i + offset].append((i, names[label]))
    starts = [0, *(i for i in (begins == 1).nonzero()[0].tolist() if i), len(labels)]
    sentences = [bounds for bounds in pairwise(starts) for _ in range(*bounds)]
    return Tree(children, [names[label] for label in labels], sentences)


def dependents(token: Token) -> Iterator[Token]:
    """The children of a token, in the order of the text."""
    doc = token.doc
    return iter([doc[i] for i, _ in tree_of(doc).children[token.i]])


def children(token: Token, *labels: str) -> Iterator[Token]:
    """The children of `token` whose dependency label is one of `labels`, in the order of the text."""
    doc = token.doc
    tree: Tree = doc.user_data.get(_KEY) or tree_of(doc)  # asked some thousand times an article
    return iter([doc[i] for i, label in tree.children[token.i] if label in labels])


def sentence_of(token: Token) -> tuple[int, int]:
    """The first token of the sentence of `token`, and the one behind its last."""
    return tree_of(token.doc).sentences[token.i]


def conjuncts(token: Token) -> tuple[Token, ...]:
    """All that "and" or a comma joins to a token, before and behind it, as `Token.conjuncts` gives them."""
    doc, tree = token.doc, tree_of(token.doc)
    if tree.labels[token.i] != "conj" and not any(label == "conj" for _, label in tree.children[token.i]):
        return ()
    first = token
    while tree.labels[first.i] == "conj":
        first = first.head
    joined = [first.i]
    for i in joined:
        joined += [j for j, label in tree.children[i] if j > i and label == "conj"]
    return tuple(doc[i] for i in joined if i != token.i)
