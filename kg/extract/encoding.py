"""spaCy's encoding of words in their context, with the product of matrices that numpy has.

Most of a model's time goes into products of matrices. spaCy has BLIS do them, whose wheels hold plain code for many
processors; numpy comes with the fastest that there is for each, here three times as fast. But its last bit depends on
where in a matrix a row stands, and on the number of threads. So each Doc is encoded by itself, in one thread: what
comes out for a Doc does not depend on those beside it.
"""

from collections.abc import Callable
from functools import cache, reduce
from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Model, NumpyOps
from thinc.types import Floats2d
from threadpoolctl import ThreadpoolController

from kg.extract.layers import exchange

__all__ = ["quick_encoding"]

type _Encoding = Model[list[Floats2d], list[Floats2d]]


def quick_encoding(nlp: Language) -> None:
    """Let the models of a pipeline that encode words with convolutions do so with numpy, Doc by Doc."""
    exchange(nlp, "encode", _convolves, _quick)


def _convolves(encode: _Encoding) -> bool:
    nodes = list(encode.walk())
    return (
        encode.name.startswith("with_array")
        and all(isinstance(node.ops, NumpyOps) for node in nodes)
        and any(node.name == "maxout" for node in nodes)
    )


def _quick(encode: _Encoding) -> _Encoding:
    """An encoding with the layers of `encode`, so that it is kept on disk in the same way."""
    learning, reading = NumpyOps(use_blis=False), _Reading(use_blis=False)

    def forward(
        model: _Encoding, docs: list[Floats2d], is_train: bool
    ) -> tuple[list[Floats2d], Callable[[list[Floats2d]], list[Floats2d]]]:
        for node in encode.walk():
            node.ops = learning if is_train else reading
        if is_train or not docs:
            return encode(docs, is_train)
        with _libraries().limit(limits=1):
            found = [encode([doc], is_train) for doc in docs]
        return [one for (one,), _ in found], found[0][1]

    return Model(encode.name, forward, layers=encode.layers, attrs=encode.attrs, dims=_dims(encode))


class _Reading(NumpyOps):  # type: ignore[misc]  # thinc does not tell its type
    """numpy's operations for a model that does not learn: they tell the largest of some pieces, not which it is."""

    def maxout(self, X: Any) -> tuple[Any, None]:
        """The largest of the numbers along the last axis, much faster than thinc tells it together with its place."""
        return reduce(np.maximum, (X[..., i] for i in range(X.shape[-1]))), None


def _dims(encode: _Encoding) -> dict[str, int | None]:
    return {name: encode.maybe_get_dim(name) for name in encode.dim_names}


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()
