"""spaCy's embedding of words, of each form once.

What a model makes of a token before it looks at those around it goes by the token's form alone; spaCy makes it anew
for each of them. Here each form of a batch is embedded once. What comes out is the same, to the last bit.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from spacy.attrs import NORM, ORTH, SPACY
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model
from thinc.types import Floats2d

from kg.extract.layers import exchange

__all__ = ["quick_embedding"]

type _Embedding = Model[list[Doc], list[Floats2d]]

# What an embedding may be made of, and ask of a token, so that it goes by the form alone.
_LAYERS = {
    "dropout", "extract_features", "hashembed", "ints-getitem", "layernorm", "list2ragged", "maxout", "ragged2list",
    "static_vectors",
}  # fmt: skip
_COLUMNS = {"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE", "LOWER", "ORTH"}
_MIXED = np.array([[0x9E3779B97F4A7C15], [0xC2B2AE3D27D4EB4F], [0x165667B19E3779F9]], dtype="uint64")  # odd, at random


def quick_embedding(nlp: Language) -> None:
    """Let the models of a pipeline that embed tokens by their forms do so once a form and batch."""
    exchange(nlp, "embed", _by_form, _quick)


def _by_form(embed: _Embedding) -> bool:
    nodes = list(embed.walk())
    leaves = {node.name for node in nodes if not node.layers}
    columns = {column for node in nodes if node.name == "extract_features" for column in node.attrs["columns"]}
    return leaves <= _LAYERS and columns <= _COLUMNS


def _quick(embed: _Embedding) -> _Embedding:
    """An embedding with the layers of `embed`, so that it is kept on disk in the same way."""

    def forward(
        model: _Embedding, docs: list[Doc], is_train: bool
    ) -> tuple[list[Floats2d], Callable[[list[Floats2d]], list[Doc]]]:
        if is_train or sum(map(len, docs)) < 2:
            return embed(docs, is_train)
        keys = np.concatenate([doc.to_array([ORTH, NORM, SPACY]) for doc in docs]).T * _MIXED
        _, first, places = np.unique(keys.sum(axis=0), return_index=True, return_inverse=True)
        (forms,), backprop = embed([_Forms(docs, first)], is_train)  # type: ignore[list-item]
        return np.split(np.asarray(forms)[places], np.cumsum([len(doc) for doc in docs])[:-1]), backprop  # type: ignore[return-value]

    return Model(embed.name, forward, layers=embed.layers, dims={"nO": embed.maybe_get_dim("nO")})


class _Forms:
    """Some tokens of some Docs, for layers that ask no more of a Doc than this."""

    def __init__(self, docs: Sequence[Doc], chosen: Any) -> None:
        self.vocab: Vocab = docs[0].vocab
        self._docs = docs
        self._chosen = chosen

    def __len__(self) -> int:
        return len(self._chosen)

    def to_array(self, attributes: Any) -> Any:
        """Attributes of the tokens, as `Doc.to_array` gives them."""
        return np.concatenate([doc.to_array(attributes) for doc in self._docs])[self._chosen]
