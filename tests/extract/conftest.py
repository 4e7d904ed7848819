"""One pipeline for all tests of the extractor."""

from collections.abc import Callable
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from thinc.api import fix_random_seed

from kg.extract.pipeline import load_pipeline, to_doc
from kg.extract.reading import reading
from kg.model import Agreement, Article, Membership, Reading


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, as `kg build` loads it."""
    return load_pipeline()


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[..., Doc]:
    """A text, and the article's other fields, to the Doc that all components have seen."""

    def run(text: str, date: str | None = "2024-05-17", **fields: str) -> Doc:
        return nlp(to_doc(nlp, Article(text=text, date=date, **fields)))

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


@pytest.fixture(scope="session")
def memberships_in(read: Callable[..., Reading]) -> Callable[[str], list[tuple[object, ...]]]:
    """A text to the member, body, role, date and modality of each membership in it."""

    def run(text: str) -> list[tuple[object, ...]]:
        result = read(text)
        names = {e.iri: e.name for e in result.entities}
        facts = [f for f in result.facts if isinstance(f, Membership)]
        return [  # a country that the text does not name has its name in its IRI
            (names.get(f.member, f.member.rsplit("/", 1)[-1].title()), names[f.body], f.role, f.date, f.modality)
            for f in facts
        ]

    return run


@pytest.fixture(scope="session")
def agreements_in(read: Callable[..., Reading]) -> Callable[[str], list[tuple[Any, ...]]]:
    """A text to the parties, kind, name, sectors, date and modality of each agreement in it."""

    def run(text: str) -> list[tuple[Any, ...]]:
        result = read(text)
        names = {e.iri: e.labels[0] if e.type == "Organization" else e.name for e in result.entities}
        return [
            ({names[p] for p in f.parties}, f.kind, f.name, {s.rsplit("/", 1)[-1] for s in f.sectors}, f.date,
             f.modality)
            for f in result.facts if isinstance(f, Agreement)
        ]  # fmt: skip

    return run


@pytest.fixture(scope="session")
def untaught() -> Callable[[dict[str, Any], dict[str, Any]], tuple[Language, Any]]:
    """The settings of an embedding and an encoding to a tagger that knows nothing yet, and its model of words."""

    def run(embed: dict[str, Any], encode: dict[str, Any]) -> tuple[Language, Any]:
        fix_random_seed(1)
        nlp = spacy.blank("en")
        words = {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}
        tagger: Any = nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": words}})
        tagger.add_label("NN")
        tagger.add_label("UH")
        nlp.initialize()
        return nlp, tagger.model.get_ref("tok2vec")

    return run
