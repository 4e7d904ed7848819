"""The entities spoken of so far, and which of them a phrase that names none may stand for."""

from collections import Counter

from spacy.tokens import Doc, Token

from kg.extract.doc import Mention, type_of
from kg.extract.titles import Title
from kg.model import EntityType, Office

__all__ = ["Antecedents"]

REACH = 3  # sentences back for a pronoun
OPENING, CLOSING = "“«", "”»"


class Antecedents:
    """The mentions before a token, nearest last, with what the article says of their offices and gender."""

    def __init__(self, doc: Doc, genders: dict[str, str]) -> None:
        self._doc = doc
        self._genders = genders
        self._mentions: list[Mention] = []
        self._offices = [f for f in doc._.facts if isinstance(f, Office)]
        self._sentence = [0] * len(doc)
        for number, sentence in enumerate(doc.sents):
            for i in range(sentence.start, sentence.end):
                self._sentence[i] = number
        self._quoted = _quoted(doc)

    def add(self, mention: Mention) -> None:
        """Take in the next mention of the text."""
        self._mentions.append(mention)

    def holder(self, title: Title) -> str | None:
        """Who holds the office of a title without a name: the last spoken of, else the only one in the article."""
        fitting = {o.person for o in self._offices if _same_office(o, title) and o.status != "former"}
        before = self._last(lambda iri: iri in fitting)
        if before:
            return before
        return next(iter(fitting)) if len(fitting) == 1 else None

    def person(self, token: Token, gender: str) -> str | None:
        """Whom "he" or "she" is: the subject of this sentence before it or of the last ones, else the last person.

        Outside a quotation, people named outside come first.
        """
        here = self._sentence[token.i]
        best: tuple[float, int, str] | None = None
        for m in self._mentions:
            if len(m.iris) != 1 or type_of(self._doc, m.iris[0]) != "Person" or m.head >= token.i:
                continue
            distance = here - self._sentence[m.head]
            if distance > REACH or self._genders.get(m.iris[0], gender) != gender:
                continue
            if self._quoted[m.head] != self._quoted[token.i] and self._quoted[m.head]:
                distance += 2
            score = -distance + _prominence(self._doc[m.head]) - self._clash(token, m)
            best = max(best or (score, m.head, m.iris[0]), (score, m.head, m.iris[0]))
        return best[2] if best else None

    def _clash(self, token: Token, mention: Mention) -> float:
        """A pronoun is not the other party of its own verb ("X met him"), unless it is a possessive."""
        head = self._doc[mention.head]
        return 5.0 if head.head == token.head and token.dep_ != "poss" and not token.lower_.endswith("self") else 0.0

    def thing(self, token: Token, types: tuple[EntityType, ...]) -> str | None:
        """What "it" or "the country" is: the last subject of the type in this sentence or the one before."""
        here = self._sentence[token.i]
        best: tuple[float, int, str] | None = None
        for m in self._mentions:
            if len(m.iris) != 1 or type_of(self._doc, m.iris[0]) not in types or m.head >= token.i:
                continue
            distance = here - self._sentence[m.head]
            head = self._doc[m.head]
            if distance > 1 or head.dep_ in ("amod", "compound") and token.lower_.startswith("it"):
                continue
            score = -distance + _prominence(head)
            best = max(best or (score, m.head, m.iris[0]), (score, m.head, m.iris[0]))
        return best[2] if best else None

    def organization(self, token: Token) -> str | None:
        """The last organisation whose name has the word, or for "company" and "firm" the last one at all."""
        word = token.lower_

        def fits(iri: str) -> bool:
            entity = self._doc._.entities[iri]
            named = any(word in label.lower().split() for label in (entity.name, *entity.labels))
            return entity.type in ("Organization", "RegionalBody") and (named or word in ("company", "firm"))

        return self._last(fits)

    def pair(self, token: Token, types: tuple[EntityType, ...]) -> tuple[str, ...]:
        """The two entities last spoken of together, else the two that the article speaks of most so far."""
        here = self._sentence[token.i]
        for back in range(3):
            near = [m for m in self._mentions if self._sentence[m.head] == here - back]
            iris = [i for m in near for i in m.iris if type_of(self._doc, i) in types]
            if len(set(iris)) == 2:
                return tuple(dict.fromkeys(iris))
        counts = Counter(i for m in self._mentions for i in m.iris if type_of(self._doc, i) in types)
        return tuple(iri for iri, _ in counts.most_common(2))

    def _last(self, fits) -> str | None:  # type: ignore[no-untyped-def]
        return next((iri for m in reversed(self._mentions) for iri in m.iris if len(m.iris) == 1 and fits(iri)), None)


def _prominence(head: Token) -> float:
    """Subjects are taken up more often than objects, and these more than what stands inside a phrase."""
    if head.dep_ in ("nsubj", "nsubjpass"):
        return 1.5 if head.head.dep_ == "ROOT" else 1.0
    return {"agent": 0.8, "dobj": 0.4, "pobj": 0.2}.get(head.dep_, 0.0)


def _same_office(office: Office, title: Title) -> bool:
    if title.of is not None and office.of not in (None, title.of):
        return False
    wanted, has = set(title.name.split()), set(office.title.split())
    return title.kind.title == "leader" or wanted <= has or title.kind.title == office.title


def _quoted(doc: Doc) -> list[bool]:
    """Whether each token stands between quotation marks."""
    inside, out = False, []
    for token in doc:
        if token.text in OPENING or token.text == '"' and not inside:
            inside = True
        elif token.text in CLOSING or token.text == '"':
            inside = False
        out.append(inside)
        if "\n" in token.text:
            inside = False
    return out
