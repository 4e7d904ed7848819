"""What is known of the people that an article names: their gender, and the offices they hold at its date."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from spacy.tokens import Doc

from kg.extract.doc import type_of
from kg.lexicon import Lexicon
from kg.model import Office

__all__ = ["Background", "Gender", "Held"]

Sex = Literal["male", "female"]


class Gender(NamedTuple):
    """A person's gender; `sure` unless it is only guessed by the given name."""

    sex: Sex
    sure: bool


class Held(NamedTuple):
    """An office that a person holds."""

    person: str
    title: str
    of: str | None


class Background:
    """Looks up people in a lexicon, and in what the article has told of them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._sexes: dict[str, Sex] = {t.iri: _sex(t.gender) for t in lexicon.things.values() if t.gender}
        self._terms = lexicon.terms
        self._posts = {o.iri: o.title for o in lexicon.offices}
        self._words = _by_sex(lexicon, "")
        self._given = _by_sex(lexicon, "given-")

    def genders(self, doc: Doc) -> dict[str, Gender]:
        """The gender of people by IRI: the ontology's, else as a word beside a name tells it, else guessed."""
        genders = {iri: Gender(self._sexes[iri], True) for iri in doc._.entities if iri in self._sexes}
        for iri, word in _beside(doc):
            if word in self._words:
                genders.setdefault(iri, Gender(self._words[word], True))
        for iri, entity in doc._.entities.items():
            given = entity.name.split()[0].lower() if entity.name else ""
            if type_of(doc, iri) == "Person" and given in self._given:
                genders.setdefault(iri, Gender(self._given[given], False))
        return genders

    def offices(self, doc: Doc) -> Iterator[Held]:
        """The offices at the article's date, as the ontology and the article have them."""
        day, over = doc._.article.date, set()
        for iri in doc._.entities if day else ():
            for term in self._terms.get(iri, ()):
                if (term.start or "") <= day <= (term.end or "9999"):
                    yield Held(iri, self._posts.get(term.post, "leader"), term.of)
                elif (term.end or "9999") < day:
                    over.add((iri, term.of))
        for office in doc._.facts:
            if isinstance(office, Office) and office.status != "former" and (office.person, office.of) not in over:
                yield Held(office.person, office.title, office.of)

    def past(self, doc: Doc) -> Iterator[Held]:
        """The offices that people had before, as the article has them."""
        for office in doc._.facts:
            if isinstance(office, Office) and office.status == "former":
                yield Held(office.person, office.title, office.of)


def _beside(doc: Doc) -> Iterator[tuple[str, str]]:
    """Each person with the words that may tell the gender: before a name ("Mrs") or in a title."""
    for mention in (m for m in doc._.mentions if type_of(doc, m.iris[0]) == "Person"):
        for token in doc[max(0, mention.start - 2) : mention.end]:
            yield mention.iris[0], token.lower_
    for title in doc._.titles:
        if title.holder:
            yield title.holder, doc[title.head].lower_


def _by_sex(lexicon: Lexicon, prefix: str) -> dict[str, Sex]:
    sexes: tuple[Sex, ...] = ("male", "female")
    return {word: sex for sex in sexes for word in lexicon.listed(f"{prefix}{sex}")}


def _sex(gender: str) -> Sex:
    return "female" if gender == "female" else "male"
