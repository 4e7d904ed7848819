"""First person: the component `kg_speakers` gives "I" and "we" inside a quotation to its speaker."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.doc import Mention, mention_at, register

__all__ = ["speakers"]

FIRST_PERSON = {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"}


@Language.factory("kg_speakers", default_config={"lexicon": [], "base": "https://w3id.org/communique/id/"})
def make_speakers(nlp: Language, name: str, lexicon: list[str], base: str) -> Callable[[Doc], Doc]:
    """Make the component; see `kg.extract.pipeline` for its settings."""
    register()
    return speakers


def speakers(doc: Doc) -> Doc:
    """Add a pronoun's mention for each first person in a quotation whose speaker is known."""
    found = [
        Mention(i, i + 1, i, "pronoun", (quote.speaker,))
        for quote in doc._.quotes
        if quote.speaker
        for i in range(quote.start, quote.end)
        if doc[i].lower_ in FIRST_PERSON and mention_at(doc[i]) is None
    ]
    doc._.mentions = tuple(sorted({*doc._.mentions, *found}, key=lambda m: m.start))
    return doc
