"""Who may hold the office of a title that stands without a name: "the foreign minister", "the Malaysian leader"."""

from collections import defaultdict
from collections.abc import Set as AbstractSet

from spacy.tokens import Doc

from kg.extract.background import Background, Held
from kg.extract.titles import Title
from kg.extract.wordlists import listed

__all__ = ["Officeholders"]


class Officeholders:
    """The offices of a Doc's people, as the ontology and the article have them, and what they are called in it."""

    def __init__(self, doc: Doc, background: Background, leading: AbstractSet[str]) -> None:
        """`leading` are the titles that "leader" may mean."""
        self._doc = doc
        self._leading = leading
        self._offices = tuple(background.offices(doc))
        self._past = tuple(background.past(doc))
        self._called: defaultdict[str, set[str]] = defaultdict(set)  # the heads of people's titles
        for title in doc._.titles:
            if title.holder:
                self._called[title.holder].add(doc[title.head].lower_)

    def fitting(self, title: Title) -> set[str]:
        """The people whose office a title names: of its country or body, if any of them has it there."""
        offices = self._past if title.status == "former" else self._offices
        held = [o for o in offices if self._same_office(o, title) and self._is_called(o, title)]
        return {o.person for o in held if o.of == title.of} or {o.person for o in held}

    def ending(self, of: str, title: str) -> set[str]:
        """The people with an office of a country or body whose title ends with the lemma `title`."""
        held = [o for o in self._offices if o.of == of]
        return {o.person for o in held if (o.title in self._leading if title == "leader" else o.title.endswith(title))}

    def _same_office(self, office: Held, title: Title) -> bool:
        if title.of is not None and office.of not in (None, title.of):
            return False
        if title.kind.title == "leader":
            return office.title in self._leading
        return set(title.name.split()) <= set(office.title.split()) or title.kind.title == office.title

    def _is_called(self, office: Held, title: Title) -> bool:
        """Whether a title suits what the article calls a person: a foreign secretary is not "the foreign minister"."""
        ranks = listed(self._doc, "title-portfolio")
        word, called = self._doc[title.head].lower_, self._called[office.person] & ranks
        return word not in ranks or word in called or not called
