"""Who holds which office: the component `kg_offices`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.attrs import LOWER
from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.extract.doc import mention_at, person_at, register, type_of
from kg.extract.finder import Finder
from kg.extract.heading import Heading
from kg.extract.holders import held, over_address
from kg.extract.owners import Owners
from kg.extract.titles import Status, Title, Titles
from kg.extract.tree import sentence_of
from kg.lexicon import Lexicon, OfficeKind, load_lexicon
from kg.model import Office, Passage

__all__ = ["Offices"]

LEADER = OfficeKind("", "leader", (), False, ())
# How often each rule was right on annotated news.
CONFIDENCE = {
    "title": 0.9,
    "term": 0.9,
    "relative": 0.8,
    "heading": 0.8,
    "person": 0.7,
    "context": 0.7,
    "leader": 0.6,
    "bare": 0.6,
}


@Language.factory("kg_offices", default_config={"lexicon": [], "base": "https://w3id.org/communique/id/"})
def make_offices(nlp: Language, name: str, lexicon: list[str], base: str) -> "Offices":
    """Make the component; see `kg.extract.pipeline` for its settings."""
    return Offices(load_lexicon(*map(Path, lexicon)))


class Offices:
    """Sets `doc._.titles` and adds an `Office` fact for each distinct office that a named person holds."""

    def __init__(self, lexicon: Lexicon) -> None:
        register()
        self._titles = Titles(lexicon)
        self._heading = Heading(lexicon)
        self._owners = Owners(lexicon)
        self._address = lexicon.listed("title-address")
        self._short = lexicon.listed("title-short")
        self._private = lexicon.listed("title-private")
        self._monarchs = lexicon.listed("title-monarch")
        self._former = lexicon.listed("title-former")
        self._relations = Finder(lexicon.listed("title-relative"), [LOWER])

    def __call__(self, doc: Doc) -> Doc:
        titles = held(doc, self._titles.find(doc))
        leaders = list(self._leaders(doc))
        monarchs = [title for title in leaders if doc[title.start].lower_ in self._monarchs]
        told = self._owners.completed(doc, [_impersonal(doc, t, self._private) for t in titles], monarchs)
        doc._.titles = tuple(title for title, _ in told)
        told += [(title, "leader") for title in leaders]
        relatives = list(self._relatives(doc, doc._.titles))
        owners = {title.holder: title.of for title in relatives}
        told = [(replace(t, of=owners.get(t.holder, t.of)) if rule == "context" else t, rule) for t, rule in told]
        told += [(title, "relative") for title in relatives]
        told += [(title, "heading") for title in self._heading.find(doc)]
        held_ = [(t, rule) for t, rule in told if t.holder and (t.of or t.kind.title not in self._private)]
        held_ = [(t, rule) for t, rule in held_ if t.of or not self._addresses(t, held_)]
        doc._.facts.extend(_distinct([_fact(doc, title, rule) for title, rule in held_], self._short))
        return doc

    def _addresses(self, title: Title, held_: Sequence[tuple[Title, str]]) -> bool:
        """Whether a title is only how somebody with another office is addressed: "Ambassador X", "Chief X"."""
        others = (t for t, _ in held_ if t.holder == title.holder and t.kind.iri != title.kind.iri)
        return title.status == "current" and title.name in self._address and (title.name == "chief" or any(others))

    def _leaders(self, doc: Doc) -> Iterator[Title]:
        """ "Russia's Vladimir Putin": a name that a country possesses is its leader's, if it has such a leader."""
        for m in doc._.mentions:
            if type_of(doc, m.iris[0]) != "Person":
                continue
            owner = mention_at(doc[m.start - 2]) if m.start > 1 and doc[m.start - 1].tag_ == "POS" else None
            of = owner.iris[0] if owner and type_of(doc, owner.iris[0]) == "Country" else None
            if of or m.end - m.start > 1 and doc[m.start].lower_ in self._monarchs:  # "Sultan X" is a name as a whole
                title = Title(
                    owner.start if owner else m.start, m.end, m.head, "leader", LEADER, of, "current", m.iris[0]
                )
                term = self._owners.term(doc, title)
                kind = self._owners.kind_of(term) if term else None
                if term is not None and kind is not None and term.of in doc._.entities:
                    yield replace(title, kind=kind, name=kind.title, of=term.of)

    def _relatives(self, doc: Doc, titles: Sequence[Title]) -> Iterator[Title]:
        """ "his Japanese counterpart X", "her predecessor, X": the office of the one who is spoken of before."""
        for token in (doc[i] for i in self._relations.find(doc)):
            status: Status = "former" if token.lower_ in self._former else "current"
            beside = token.i + 1 + (token.i + 1 < len(doc) and doc[token.i + 1].text == ",")
            mention = person_at(doc, over_address(doc, beside))
            if mention is None:
                continue
            other = _spoken_of(doc, [t for t in titles if t.head < token.i], mention.iris[0])
            if status == "current":  # "At the invitation of his Peruvian counterpart, X, the Kenyan minister, Y, …"
                behind = (t for t in titles if token.i < t.head < sentence_of(token)[1] and t.holder)
                other = other or next((t for t in behind if t.holder != mention.iris[0]), None)
            if other is None:
                continue
            start = token.i
            of = other.of
            while start > sentence_of(token)[0] and (doc[start - 1].tag_ in ("JJ", "NNP", "PRP$", "POS", "NN")):
                start -= 1
                owner = mention_at(doc[start])
                if owner and type_of(doc, owner.iris[0]) == "Country":
                    of = owner.iris[0]
            if (of == other.of) is (status == "current" and token.lower_ == "counterpart"):
                continue  # a counterpart has the office of another country, a predecessor that of the same
            yield replace(
                other, start=start, end=token.i + 1, head=token.i, of=of, status=status, holder=mention.iris[0]
            )


def _spoken_of(doc: Doc, titles: Sequence[Title], but: str) -> Title | None:
    """The last office of a person (`but` is another) that is spoken of: of the last subject, if that is such a person.

    "Ana Ruiz, the president, received the minister Ola Berg. The president left. Her predecessor …" is hers.
    """
    holders = [t for t in titles if t.holder and t.holder != but]
    subject = next((t for t in reversed(titles) if t.holder != but and _is_subject(doc[t.head])), None)
    same = (t for t in reversed(holders) if subject and t.kind == subject.kind and subject.holder in (None, t.holder))
    return next(same, holders[-1] if holders else None)


def _is_subject(title: Token) -> bool:
    """Whether a title, or the name that it stands before, is the subject of a main clause."""
    while title.dep_ in ("compound", "appos", "nmod") and title.head is not title:
        title = title.head
    return title.dep_ in ("nsubj", "nsubjpass") and title.head.dep_ != "relcl"


def _impersonal(doc: Doc, title: Title, private: frozenset[str]) -> Title:
    """ "a Jordanian analyst": the nationality of one with a profession is no office of that country."""
    country = title.of is not None and type_of(doc, title.of) in ("Country", "Place")
    return replace(title, of=None) if country and title.kind.title in private else title


def _fact(doc: Doc, title: Title, rule: str) -> Office:
    assert title.holder is not None
    near = [m for m in doc._.mentions if title.holder in m.iris and abs(m.head - title.head) < 60]
    mention = min(near, key=lambda m: abs(m.head - title.head), default=None)
    start = min(title.start, mention.start if mention else title.start)
    end = max(title.end, mention.end if mention else title.end)
    span = doc[start:end]
    return Office(
        person=title.holder, title=title.name, of=title.of, status=title.status, rule=f"office/{rule}",
        evidence=Passage(span.start_char, span.end_char), confidence=CONFIDENCE[rule],
    )  # fmt: skip


def _distinct(offices: Sequence[Office], short: frozenset[str]) -> list[Office]:
    """One fact for an office, from the surest of its tellings; an office without an owner joins one that has it.

    "leader" says nothing of one whose office the article names elsewhere; nor does "minister" of a foreign minister.
    """
    kept: dict[tuple[str, str, str | None], Office] = {}
    for office in sorted(offices, key=lambda o: (o.of is None, -o.confidence, o.evidence)):
        owners = Counter(of for person, title, of in kept if (person, title) == (office.person, office.title))
        if office.of is None and owners:
            continue
        key = (office.person, office.title, office.of)
        if key not in kept or kept[key].status == "current" != office.status:
            kept[key] = office if key not in kept else replace(kept[key], status=office.status)
    fuller = {
        (o.person, o.of, word) for o in kept.values() for word in (o.title.split()[-1], "leader") if o.title != word
    }
    return [o for o in kept.values() if o.title not in short or (o.person, o.of, o.title) not in fuller]
