"""Who holds which office: the component `kg_offices`."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.doc import Mention, mention_at, register, type_of
from kg.extract.titles import Title, Titles
from kg.lexicon import Lexicon, OfficeKind, Term, load_lexicon
from kg.model import Office, Passage

__all__ = ["Offices"]

BE = {"be", "become", "serve", "remain"}


@Language.factory("kg_offices", default_config={"lexicon": [], "base": "https://w3id.org/communique/id/"})
def make_offices(nlp: Language, name: str, lexicon: list[str], base: str) -> "Offices":
    """Make the component; see `kg.extract.pipeline` for its settings."""
    return Offices(load_lexicon(*map(Path, lexicon)))


class Offices:
    """Sets `doc._.titles` and adds an `Office` fact for each distinct office that a named person holds."""

    def __init__(self, lexicon: Lexicon) -> None:
        register()
        self._titles = Titles(lexicon)
        self._terms: dict[str, list[Term]] = {}
        for term in lexicon.terms:
            self._terms.setdefault(term.holder, []).append(term)
        self._kinds = {kind.iri: kind for kind in lexicon.offices}

    def __call__(self, doc: Doc) -> Doc:
        titles = [held for title in self._titles.find(doc) for held in (_held(doc, title),)]
        titles = list(_shared(doc, titles))
        doc._.titles = tuple(self._owned(doc, title) for title in titles)
        held = [*doc._.titles, *self._leaders(doc)]
        doc._.facts.extend(_distinct(self._fact(doc, t) for t in held if t.holder))
        return doc

    def _owned(self, doc: Doc, title: Title) -> Title:
        """Resolve what the phrase leaves open: whose office it is, and which office "leader" means."""
        if title.holder is None:
            return title
        term = self._term(doc, title)
        if title.of is None and term is not None:
            title = replace(title, of=term.of)
        if term is not None and title.kind.title == "leader" and term.post in self._kinds:
            kind = self._kinds[term.post]
            title = replace(title, kind=kind, name=kind.title)
        return title

    def _term(self, doc: Doc, title: Title) -> Term | None:
        """The term in which the holder has this office at the article's date."""
        day = doc._.article.date
        fitting = [t for t in self._terms.get(title.holder or "", ()) if title.of in (None, t.of)]
        if title.kind.title != "leader":
            fitting = [t for t in fitting if t.post == title.kind.iri]
        if day is not None:
            covering = [t for t in fitting if (t.start or "") <= day <= (t.end or "9999")]
            fitting = covering if title.status == "current" else fitting
        return max(fitting, key=lambda t: (t.start or "", t.post), default=None)

    def _leaders(self, doc: Doc) -> Iterator[Title]:
        """ "Russia's Vladimir Putin": a name that a country possesses is its leader's, if it has such a leader."""
        leader = OfficeKind("", "leader", (), False, ())
        for m in doc._.mentions:
            owner = mention_at(doc[m.start - 2]) if m.start > 1 and doc[m.start - 1].tag_ == "POS" else None
            if owner and type_of(doc, m.iris[0]) == "Person" and type_of(doc, owner.iris[0]) == "Country":
                title = Title(owner.start, m.end, m.head, "leader", leader, owner.iris[0], "current", m.iris[0])
                if self._term(doc, title):
                    yield self._owned(doc, title)

    def _fact(self, doc: Doc, title: Title) -> Office:
        assert title.holder is not None
        near = [m for m in doc._.mentions if title.holder in m.iris and abs(m.head - title.head) < 60]
        mention = min(near, key=lambda m: abs(m.head - title.head), default=None)
        start = min(title.start, mention.start if mention else title.start)
        end = max(title.end, mention.end if mention else title.end)
        span = doc[start:end]
        return Office(
            person=title.holder, title=title.name, of=title.of, status=title.status,
            evidence=Passage(span.start_char, span.end_char),
            rule="office/title", confidence=0.9 if title.of else 0.7,
        )  # fmt: skip


def _person(doc: Doc, i: int) -> Mention | None:
    mention = mention_at(doc[i]) if 0 <= i < len(doc) else None
    return mention if mention and len(mention.iris) == 1 and type_of(doc, mention.iris[0]) == "Person" else None


def _held(doc: Doc, title: Title) -> Title:
    """The title with its holder, if the text names one beside it or by a copula."""
    mention = _beside(doc, title) or _copular(doc, title)
    return replace(title, holder=mention.iris[0]) if mention else title


def _beside(doc: Doc, title: Title) -> Mention | None:
    i = title.end
    while i < len(doc) and (doc[i].text in ("(", "[", "“", '"') or doc[i].pos_ == "PROPN" and not mention_at(doc[i])):
        i += 1  # honorifics and brackets: "President [X]", "Prime Minister Datuk Seri X"
    if i - title.end < 4 and (mention := _person(doc, i)):
        return mention
    if title.end < len(doc) and doc[title.end].text == "," and (mention := _person(doc, title.end + 1)):
        after = doc[mention.end].text if mention.end < len(doc) else "."
        if title.start == 0 or doc[title.start - 1].text != "," or after != ",":
            return mention
    return _before(doc, title)


def _before(doc: Doc, title: Title) -> Mention | None:
    """ "X, the prime minister of Y", "X, who is president", "X (president of Y)"."""
    i = title.start - 1
    while i >= 0 and doc[i].tag_ in ("DT", "JJ", "PRP$", "RB", "VBN", "HYPH", "CD"):
        i -= 1
    if i > 0 and doc[i].lemma_ in BE and doc[i - 1].lower_ == "who":
        i -= 2
    if i > 0 and doc[i].text in (",", "(", "–", "—"):
        mention = _person(doc, i - 1)
        return mention if mention and mention.end == i else None
    return None


def _copular(doc: Doc, title: Title) -> Mention | None:
    """ "X is (became, serves as) president of Y"."""
    head = doc[title.head]
    verb = head.head
    if head.dep_ == "pobj" and verb.lower_ == "as":
        verb = verb.head
    elif head.dep_ not in ("attr", "oprd"):
        return None
    if verb.lemma_ not in BE or any(c.dep_ == "neg" for c in verb.children):
        return None
    return next((m for c in verb.children if c.dep_ == "nsubj" and (m := _person(doc, c.i)) and m.head == c.i), None)


def _shared(doc: Doc, titles: list[Title]) -> Iterator[Title]:
    """Titles joined by "and" or a comma have one holder, and one owner where only one of them names it."""
    for i, title in enumerate(titles):
        for other in (titles[j] for j in (i - 1, i + 1) if 0 <= j < len(titles)):
            if title.holder is None and other.holder is not None and _joined(doc, title, other):
                of = title.of or other.of
                title = replace(title, holder=other.holder, of=of)
            elif title.of is None and other.of is not None and _joined(doc, title, other):
                title = replace(title, of=other.of)
        yield title


def _joined(doc: Doc, a: Title, b: Title) -> bool:
    first, second = sorted((a, b), key=lambda t: t.start)
    between = [t.lower_ for t in doc[first.end : second.start]]
    return len(between) <= 3 and all(w in ("and", ",", "-", "–", "the", "&") for w in between) and bool(between)


def _distinct(offices: Iterator[Office]) -> list[Office]:
    """One fact for an office, from the fullest of its tellings; an office without an owner joins one that has it."""
    kept: dict[tuple[str, str, str | None], Office] = {}
    for office in sorted(offices, key=lambda o: (o.of is None, o.evidence)):
        owners = Counter(of for person, title, of in kept if (person, title) == (office.person, office.title))
        if office.of is None and owners:
            continue
        key = (office.person, office.title, office.of)
        if key not in kept or kept[key].status == "current" != office.status:
            kept[key] = office if key not in kept else replace(kept[key], status=office.status)
    return list(kept.values())
