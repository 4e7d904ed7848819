"""Parts of the models of a spaCy pipeline, exchanged for others that do the same."""

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from thinc.api import Model

__all__ = ["exchange"]

type _Layer = Model[Any, Any]


def exchange(nlp: Language, name: str, fits: Callable[[_Layer], bool], made: Callable[[_Layer], _Layer]) -> None:
    """Put what is `made` of them in the place of the layers that models refer to by a name ("embed"), if they fit."""
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for node in list(model.walk()) if isinstance(model, Model) else ():
            if node.has_ref(name) and fits(node.get_ref(name)):
                before = node.get_ref(name)
                node.replace_node(before, made(before))
