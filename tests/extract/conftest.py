"""One pipeline for all tests of the extractor."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.extract.pipeline import load_pipeline
from kg.extract.reading import reading
from kg.model import Article, Reading


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, as `kg build` loads it."""
    return load_pipeline()


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[..., Doc]:
    """A text, and the article's other fields, to the Doc that all components have seen."""

    def run(text: str, date: str | None = "2024-05-17", **fields: str) -> Doc:
        doc = nlp.make_doc(text)
        doc._.article = Article(text=text, date=date, **fields)
        return nlp(doc)

    return run


@pytest.fixture(scope="session")
def read(parse: Callable[..., Doc]) -> Callable[..., Reading]:
    """A text to what is read in it."""

    def run(text: str, date: str | None = "2024-05-17", **fields: str) -> Reading:
        return reading(parse(text, date, **fields))

    return run


@pytest.fixture(scope="session")
def token_of(parse: Callable[..., Doc]) -> Callable[[str, str], Token]:
    """A text and a word to the first token of the text with this form."""
    return lambda text, word: next(t for t in parse(text) if t.text == word)
