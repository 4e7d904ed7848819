"""spaCy's English lemmatizer with a table of all its lemmas: the component `kg_lemmatizer`.

The lemma of a word goes by its form, part of speech and morphology. spaCy keeps those that it made by rules, but looks
at the morphology of words in their base form, which most are, anew each time. What comes out is the same.
"""

from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

__all__ = ["QuickLemmatizer", "quick_lemmatizer"]

NAME = "lemmatizer"


@Language.factory("kg_lemmatizer", default_config={"overwrite": False})
def make_lemmatizer(nlp: Language, name: str, overwrite: bool) -> "QuickLemmatizer":
    """Make the component, as yet without its rules; see `spacy.lang.en`."""
    return QuickLemmatizer(nlp.vocab, name, overwrite=overwrite)


def quick_lemmatizer(nlp: Language) -> None:
    """Put a `QuickLemmatizer` with the same rules in the place of a pipeline's lemmatizer, if that goes by rules."""
    theirs = nlp.get_pipe(NAME) if NAME in nlp.pipe_names else None
    if type(theirs) is EnglishLemmatizer and theirs.mode == "rule":
        ours = nlp.replace_pipe(NAME, "kg_lemmatizer", config={"overwrite": theirs.overwrite})
        ours.lookups = theirs.lookups  # type: ignore[attr-defined]


class QuickLemmatizer(EnglishLemmatizer):
    """A lemmatizer by rules that keeps what it finds, as the vocabulary keeps its words."""

    def __init__(self, vocab: Vocab, name: str = NAME, *, overwrite: bool = False) -> None:
        super().__init__(vocab, None, name, mode="rule", overwrite=overwrite)
        self._lemmas: dict[tuple[int, int, int], int] = {}  # by form, part of speech and morphology

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of the tokens that have none."""
        if not self._validated:
            self._validate_tables()
        for i, (orth, part, morph, lemma) in enumerate(doc.to_array([ORTH, POS, MORPH, LEMMA]).tolist()):
            if lemma and not self.overwrite:
                continue
            key = orth, part, morph
            if key not in self._lemmas:
                self._lemmas[key] = self.vocab.strings.add(self.rule_lemmatize(doc[i])[0], allow_transient=False)  # type: ignore[call-arg]
            doc[i].lemma = self._lemmas[key]
        return doc
