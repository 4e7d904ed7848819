"""The entities spoken of so far, and which of them a phrase that names none may stand for."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from itertools import chain, islice

from spacy.attrs import IS_QUOTE, IS_SPACE
from spacy.tokens import Doc, Token

from kg.extract.background import Background
from kg.extract.doc import Mention, mention_at
from kg.extract.epithets import named_behind
from kg.extract.officeholders import Officeholders
from kg.extract.plurals import group, pair, several
from kg.extract.titles import Title
from kg.extract.tree import dependents
from kg.extract.wordlists import listed
from kg.model import EntityType

__all__ = ["Antecedents"]

REACH = 3  # sentences back for a pronoun
_MOST = 100  # mentions back, which so many sentences hardly have
OPENING = {"“", "«"}


class Antecedents:
    """The mentions before a token, nearest last, with what the article says of their offices and gender."""

    def __init__(
        self,
        doc: Doc,
        background: Background,
        leading: AbstractSet[str],
        speech: AbstractSet[str],
    ) -> None:
        """`leading` are the titles that "leader" may mean, `speech` the lemmas of verbs of saying."""
        self._doc = doc
        self._types = {iri: entity.type for iri, entity in doc._.entities.items()}
        self._genders = background.genders(doc)
        self._speech = speech
        self._mentions: list[Mention] = []
        self._at: defaultdict[int, list[Mention]] = defaultdict(list)  # by sentence
        self._headed: defaultdict[int, list[Mention]] = defaultdict(list)  # by head
        self._counts: Counter[str] = Counter()  # of mentions of one entity, by it
        self._recent: dict[str, None] = {}  # the entities with such, the last spoken of last
        self._offices = Officeholders(doc, background, leading)
        self._sentence = [n for n, s in enumerate(doc.sents) for _ in range(s.start, s.end)]
        self._quoted = _quoted(doc)

    def add(self, mention: Mention) -> None:
        """Take in the next mention of the text."""
        self._mentions.append(mention)
        self._at[self._sentence[mention.head]].append(mention)
        self._headed[mention.head].append(mention)
        if len(mention.iris) == 1:
            self._counts[mention.iris[0]] += 1
            self._recent.pop(mention.iris[0], None)
            self._recent[mention.iris[0]] = None

    def holder(self, title: Title) -> str | None:
        """Who holds the office of a title without a name: the last spoken of, else the only one in the article."""
        fitting = self._offices.fitting(title)
        if title.of is None and len(fitting) > 1:
            return self._foremost(lambda iri: iri in fitting, title.head)
        before = self._last(lambda iri: iri in fitting)
        return before or (next(iter(fitting)) if len(fitting) == 1 else None)

    def office_holder(self, of: str, title: str) -> str | None:
        """The last spoken of who holds an office of a country or body, whose title ends with the lemma `title`."""
        fitting = self._offices.ending(of, title)
        return self._last(lambda iri: iri in fitting) or (next(iter(fitting)) if len(fitting) == 1 else None)

    def country(self) -> str | None:
        """The country that the article speaks of most so far: whose "the government" is."""
        return self._foremost(lambda iri: self._types.get(iri) == "Country", None)

    def _foremost(self, fits: Callable[[str], bool], i: int | None) -> str | None:
        """The entity spoken of most so far; the subject of the sentence before token `i` counts a little more."""
        counts = Counter({iri: number for iri, number in self._counts.items() if fits(iri)})
        if i is not None:
            for m in chain(*self._near(self._doc[i], 2)):
                if self._doc[m.head].dep_ == "nsubj" and len(m.iris) == 1 and m.iris[0] in counts:
                    counts[m.iris[0]] += 1
        return next((iri for iri, _ in counts.most_common(1)), None)

    def person(self, token: Token, gender: str) -> str | None:
        """Whom "he" or "she" is: the subject of this sentence before it or of the last ones, else the last person.

        Outside a quotation, people named outside come first.
        """
        here = self._sentence[token.i]
        barred = self._named_beneath(token)
        best: tuple[float, int, str] | None = None
        for m in islice(reversed(self._mentions), _MOST):
            distance = here - self._sentence[m.head]
            if distance > REACH:
                break
            if len(m.iris) != 1 or self._types.get(m.iris[0]) != "Person" or m.head >= token.i:
                continue
            if m.iris[0] in barred:
                continue
            told = self._genders.get(m.iris[0])
            clashes = told is not None and told.sex != gender
            if told is not None and clashes and told.sure:
                continue
            if clashes:
                distance += 2
            if self._quoted[m.head] != self._quoted[token.i] and self._quoted[m.head]:
                distance += 2
            score = -distance + _prominence(self._doc[m.head]) - self._clash(token, m) + self._spoke(token, m)
            best = max(best or (score, m.head, m.iris[0]), (score, m.head, m.iris[0]))
        return best[2] if best else None

    def _named_beneath(self, token: Token) -> set[str]:
        """Those whom the clause of a subject pronoun speaks of: "he said that X left", "“X left,” he said".

        A pronoun does not stand for a name that it governs (Chomsky 1981, principle C).
        """
        if token.dep_ not in ("nsubj", "nsubjpass"):
            return set()
        governed = [t for t in dependents(token.head) if t.dep_ in _GOVERNED or t.i > token.i and t.dep_ == "prep"]
        spans = [(t.left_edge.i, t.right_edge.i) for t in governed]
        tokens = {i for start, end in spans for i in range(start, end + 1)}
        named = (m for i in tokens if (m := mention_at(self._doc[i])) and m.head == i)
        beneath = (*named, *(m for i in tokens for m in self._headed.get(i, ())))
        return {m.iris[0] for m in beneath if m.kind != "pronoun" and len(m.iris) == 1}

    def _spoke(self, token: Token, mention: Mention) -> float:
        """Who says something is likely the one who said something before."""
        verb, before = token.head, _apposed_to(self._doc[mention.head])
        speaks = verb.lemma_ in self._speech and before.head.lemma_ in self._speech
        return 0.5 if speaks and token.dep_ == before.dep_ == "nsubj" else 0.0

    def _clash(self, token: Token, mention: Mention) -> float:
        """A pronoun is not the other party of its own verb ("X met him"), unless it is a possessive."""
        head = self._doc[mention.head]
        return 5.0 if head.head == token.head and token.dep_ != "poss" and not token.lower_.endswith("self") else 0.0

    def thing(self, token: Token, types: tuple[EntityType, ...]) -> str | None:
        """What "it" or "the country" is: the last subject of the type in this sentence or the one before."""
        here = self._sentence[token.i]
        best: tuple[float, int, str] | None = None
        for m in islice(reversed(self._mentions), _MOST):
            distance = here - self._sentence[m.head]
            if distance > 1:
                break
            if len(m.iris) != 1 or self._types.get(m.iris[0]) not in types or m.head >= token.i:
                continue
            head = self._doc[m.head]
            if head.dep_ in ("amod", "compound") and token.lower_.startswith("it"):
                continue
            score = -distance + _prominence(head)
            best = max(best or (score, m.head, m.iris[0]), (score, m.head, m.iris[0]))
        return best[2] if best else None

    def state(self, token: Token, fitting: frozenset[str]) -> str | None:
        """The country of `fitting` that "the island nation" is: the last spoken of, or the only one of its sentence."""
        near = (m for mentions in self._near(token, REACH + 1) for m in reversed(mentions))
        last = next((m.iris[0] for m in near if len(m.iris) == 1 and m.iris[0] in fitting), None)
        spoken = fitting.intersection(self._recent) or named_behind(token, fitting)
        return last or (next(iter(spoken)) if len(spoken) == 1 else None)

    def organization(self, token: Token) -> str | None:
        """The last organisation whose name has the word, or for "company" and "firm" the last one at all."""
        word = token.lower_

        def fits(iri: str) -> bool:
            entity = self._doc._.entities[iri]
            named = any(word in label.lower().split() for label in (entity.name, *entity.labels))
            return entity.type in ("Organization", "RegionalBody") and (named or word in listed(token, "noun-company"))

        return self._last(fits)

    def pair(self, token: Token, types: tuple[EntityType, ...]) -> tuple[str, ...]:
        """The two entities of some types that "the two", "both" are."""
        return pair(self._doc, self._near(token, 3), self._mentions, types)

    def two(self, token: Token, types: tuple[EntityType, ...]) -> tuple[str, ...]:
        """Whom "the leaders" are, where just two are told of in the sentence before, and no third in this."""
        near = list(self._near(token, 2))
        told = [dict.fromkeys(i for m in ms for i in m.iris if self._types.get(i) in types) for ms in near]
        return tuple(told[1]) if len(told) > 1 and len(told[1]) == 2 and not told[0].keys() - told[1].keys() else ()

    def several(self, token: Token, number: int, types: tuple[EntityType, ...]) -> tuple[str, ...]:
        """The entities of some types that "the three", "the five" are."""
        return several(self._doc, self._near(token, 3), number, types)

    def group(self, token: Token) -> tuple[str, ...]:
        """Whom "they" are, who do something, told in this sentence or the one before; not in what somebody says."""
        acting = token.dep_ == "nsubj" and not self._quoted[token.i]
        return group(self._doc, self._near(token, 2)) if acting else ()

    def _near(self, token: Token, reach: int) -> Iterator[list[Mention]]:
        """The mentions so far in the sentence of `token`, then in the ones before it."""
        for number in range(self._sentence[token.i], self._sentence[token.i] - reach, -1):
            yield self._at.get(number, [])

    def _last(self, fits: Callable[[str], bool]) -> str | None:
        return next((iri for iri in reversed(self._recent) if fits(iri)), None)


_GOVERNED = {"ccomp", "xcomp", "dobj", "dative", "pobj", "acomp", "attr", "oprd", "parataxis"}


def _prominence(head: Token) -> float:
    """Subjects are taken up more often than objects, and these more than what stands inside a phrase.

    Whose the subject is ("Ana's last trip was in May, when she …") is taken up as often.
    """
    head = _apposed_to(head)
    if head.dep_ == "poss" and head.head.dep_ in ("nsubj", "nsubjpass"):
        head = head.head
    if head.dep_ in ("nsubj", "nsubjpass"):
        return 1.5 if head.head.dep_ == "ROOT" else 1.0
    return {"agent": 0.8, "dobj": 0.4, "pobj": 0.2}.get(head.dep_, 0.0)


def _apposed_to(token: Token) -> Token:
    """ "a spokesman, Ola Berg, said": the noun that a name explains."""
    return token.head if token.dep_ == "appos" else token


def _quoted(doc: Doc) -> list[bool]:
    """Whether each token stands between quotation marks."""
    inside, out = False, []
    for i, (quote, space) in enumerate(doc.to_array([IS_QUOTE, IS_SPACE]).tolist()):
        if quote:
            inside = doc[i].text in OPENING or (doc[i].text == '"' and not inside)
        out.append(inside)
        if space and "\n" in doc[i].text:
            inside = False
    return out
