"""Whose an office is where its title does not tell: by known terms, by persons, by what the article is about."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.doc import owner_at, person_at, type_of
from kg.extract.titles import Title
from kg.extract.tree import sentence_of
from kg.extract.wordlists import listed
from kg.lexicon import Lexicon, OfficeKind, Term, kinds_of

__all__ = ["Owners"]

ENOUGH = 3  # mentions of a country that an article is about
_OBJECTS = {"dobj", "pobj"}


class Owners:
    """Completes titles that have a holder: `of`, the kind that the holder's term makes of "sultan", and the status."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._terms = lexicon.terms
        self._kinds = {kind.iri: kind for kind in lexicon.offices}
        national = {kind.iri for kind in lexicon.offices if kind.title in lexicon.listed("title-national")}
        self._national = frozenset(iri for iri, kinds in kinds_of(lexicon.offices).items() if kinds & national)
        self._monarchs = lexicon.listed("title-monarch")
        self._royal = self._monarchs | lexicon.listed("title-royal")

    def completed(self, doc: Doc, titles: Sequence[Title], monarchs: Sequence[Title] = ()) -> list[tuple[Title, str]]:
        """Each title with what can be told of it, and the name of the rule that told whose it is.

        `monarchs` are those whose title is part of their name.
        """
        told = [self._by_itself(doc, title, titles) for title in titles]
        known = sorted([*told, *((m, "term") for m in monarchs)], key=lambda t: t[0].start)
        about = _about(doc, known)
        return [self._by_others(doc, title, told, about) if rule == "bare" else (title, rule) for title, rule in told]

    def _by_itself(self, doc: Doc, title: Title, titles: Sequence[Title]) -> tuple[Title, str]:
        if title.holder is None:
            return title, "title"
        term = self.term(doc, title)
        if term is not None:
            kind = self._kinds.get(term.post, title.kind)
            if {title.kind.title, kind.title} <= self._monarchs or title.name == "chief":
                title = replace(title, kind=kind, name=kind.title)
            over = title.status == "current" and _over(term, doc._.article.date)
            title = replace(title, status="former") if over else title
        if title.of is not None:
            return title, "title"
        if term is not None and term.of in doc._.entities:
            return replace(title, of=term.of), "term"
        if (of := self._by_person(doc, title, titles)) is not None:
            return replace(title, of=of), "person"
        return title, "bare"

    def _by_others(
        self, doc: Doc, title: Title, told: Sequence[tuple[Title, str]], about: "_About"
    ) -> tuple[Title, str]:
        """A title that says not whose it is, by the holder's other titles, or by what the article is about."""
        if title.kind.title in self._royal:
            countries = (t.of for t, _ in told if t.holder == title.holder and t.of)
            of = next((iri for iri in countries if type_of(doc, iri) == "Country"), None)
            if of is not None:
                return replace(title, of=of), "person"
        if title.kind.iri in self._national or _of_government(doc, title):
            former = title.status == "former" and len(about.countries) > 1  # whose, nothing tells
            of = None if former else _context(doc, title, about)
            return (replace(title, of=of), "context") if of else (title, "bare")
        return title, "bare"

    def term(self, doc: Doc, title: Title) -> Term | None:
        """The holder's term in this office: the one at the article's date, else the last before it."""
        day = doc._.article.date
        fitting = [t for t in self._terms.get(title.holder or "", ()) if title.of in (None, t.of)]
        if title.name not in ("chief", "leader"):
            fitting = [t for t in fitting if self._same(t.post, title.kind)]
        if day is not None:
            begun = [t for t in fitting if (t.start or "") <= day] if title.status != "future" else fitting
            covering = [t for t in begun if day <= (t.end or "9999")]
            fitting = covering or begun
        return max(fitting, key=lambda t: (t.start or "", t.post), default=None)

    def kind_of(self, term: Term) -> OfficeKind | None:
        """The kind of office that a term is of."""
        return self._kinds.get(term.post)

    def _same(self, post: str, kind: OfficeKind) -> bool:
        held = self._kinds.get(post)
        return post == kind.iri or held is not None and {held.title, kind.title} <= self._monarchs

    def _by_person(self, doc: Doc, title: Title, titles: Sequence[Title]) -> str | None:
        """ "X's security adviser": of the country or body whose office X holds."""
        i = title.start - 1
        boss = person_at(doc, i - 1) if i > 0 and doc[i].tag_ == "POS" else None
        if boss is None:
            return None
        iri = boss.iris[0]
        held = next((t.of for t in titles if t.holder == iri and t.of), None)
        day = doc._.article.date or "9999"
        terms = [t for t in self._terms.get(iri, ()) if (t.start or "") <= day]
        return held or (max(terms, key=lambda t: t.start or "").of if terms else None)


def _of_government(doc: Doc, title: Title) -> bool:
    """ "the government spokesman X", "Foreign Ministry spokesman X"."""
    return title.head > 0 and doc[title.head - 1].lower_ in listed(doc, "title-of-government")


def _over(term: Term, day: str | None) -> bool:
    """Whether a term had ended before the month of the article."""
    return day is not None and term.end is not None and len(term.end) >= 7 and term.end[:7] < day[:7]


class _About(NamedTuple):
    """What an article is about: its countries, most spoken of first, those of its leaders, how its first is known."""

    countries: list[tuple[str, int]]
    home: frozenset[str]
    first_rule: str | None


def _about(doc: Doc, told: Sequence[tuple[Title, str]]) -> _About:
    counts = Counter(iri for m in doc._.mentions if (iri := _country_at(doc, m.start))) if told else Counter[str]()
    home = {t.of for t, rule in told if rule == "term" and t.of and type_of(doc, t.of) == "Country"}
    return _About(counts.most_common(2), frozenset(home), next((rule for t, rule in told if t.holder), None))


def _context(doc: Doc, title: Title, about: _About) -> str | None:
    """The only country in the sentence before the title, or the subject of the one before that in its paragraph.

    Else the one that the article speaks of most. What the same sentence says that the holder visits or meets is
    another's. An article that begins with a leader whose country it leaves out ("President X received …") is written in
    that country.
    """
    if title.start and doc[title.start - 1].lower_ in listed(doc, "title-local"):
        return None
    first, last = sentence_of(doc[title.head])
    near = {iri for i in range(first, title.start) if (iri := _country_at(doc, i))}
    if len(near) == 1:
        return next(iter(near))
    if not near and first and "\n" not in doc[first - 1].text:
        before = range(*sentence_of(doc[first - 1]))  # "Peru has agreed. Foreign Minister X said …"
        subjects = {iri for i in before if doc[i].dep_ in ("nsubj", "nsubjpass") and (iri := _country_at(doc, i))}
        if len(subjects) == 1:
            return next(iter(subjects))
    others = {iri for i in range(title.end, last) if (iri := _country_at(doc, i)) and doc[i].dep_ in _OBJECTS}
    best = about.countries
    clear = bool(best) and best[0][1] >= (ENOUGH if len(best) > 1 else 2)
    clear = clear and best[0][0] not in others and not (len(best) > 1 and best[0][1] == best[1][1])
    home = about.home - others
    if len(home) == 1 and (not clear or about.first_rule == "term"):
        return next(iter(home))
    return best[0][0] if clear else None


def _country_at(doc: Doc, i: int) -> str | None:
    owner = owner_at(doc, i)
    return owner.iris[0] if owner and type_of(doc, owner.iris[0]) == "Country" else None
