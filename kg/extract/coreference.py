"""What "the President", "the two countries", "the bloc" and "he" stand for: the component `kg_coreference`.

No trained model: titles are matched with the offices that the article gives its people, pairs with the entities
last spoken of, pronouns with the subject before them. Where nothing fits, a phrase stays unresolved.
"""

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.extract.antecedents import Antecedents
from kg.extract.background import Background
from kg.extract.doc import Mention, mention_at, parties, register, type_of
from kg.extract.epithets import fitting
from kg.extract.finder import Finder
from kg.extract.grammar import children, prepositional
from kg.extract.standing import is_sports_team
from kg.extract.titles import Title
from kg.extract.tree import dependents
from kg.extract.wordlists import listed
from kg.lexicon import Lexicon, kinds_of, load_lexicon

__all__ = ["Coreference"]

PAIR = {"two", "both"}
SEVERAL = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
SINGULAR = {"he": "male", "him": "male", "his": "male", "himself": "male",
            "she": "female", "her": "female", "hers": "female", "herself": "female"}  # fmt: skip
HEADS = {"head of state", "head of government"}
THINGS = {"it", "its", "itself"}
DEFINITE = {"the", "this", "that", "its", "his", "her", "their", "our"}


@Language.factory("kg_coreference", default_config={"lexicon": [], "base": "https://w3id.org/communique/id/"})
def make_coreference(nlp: Language, name: str, lexicon: list[str], base: str) -> "Coreference":
    """Make the component; see `kg.extract.pipeline` for its settings."""
    return Coreference(load_lexicon(*map(Path, lexicon)))


class Coreference:
    """Adds mentions of the kinds "nominal" and "pronoun" to `doc._.mentions`."""

    def __init__(self, lexicon: Lexicon) -> None:
        register()
        self._words = {name.removeprefix("noun-"): w for name, w in lexicon.words.items() if name.startswith("noun-")}
        self._nouns = frozenset[str]().union(*self._words.values())
        self._epithets = lexicon.epithets
        self._others = lexicon.listed("ranked") | lexicon.listed("other")
        self._phrases = Finder({*SINGULAR, "they", *THINGS, *self._nouns, *self._epithets})
        self._background = Background(lexicon)
        self._leading = _leading(lexicon)
        self._speech = {v for c in lexicon.cues if c.kind == "neutral" for v in c.verbs}

    def __call__(self, doc: Doc) -> Doc:
        names = {m.start: m for m in doc._.mentions}
        known = Antecedents(doc, self._background, self._leading, self._speech)
        found: list[Mention] = []
        taken = {i for m in doc._.mentions for i in range(m.start, m.end)}
        taken.update(i for t in doc._.titles if t.holder for i in range(t.start, t.end))
        titles = {_first_word(doc, t, taken): t for t in doc._.titles if not t.holder}
        for token in (doc[i] for i in sorted({*names, *titles, *self._phrases.find(doc)})):
            mention = names.get(token.i)
            if mention is None and token.i not in taken:
                mention = self._title(doc, titles.get(token.i), known) or self._phrase(token, known)
                if mention is not None:
                    overlapped = [m for m in names.values() if m.start < mention.end and mention.start < m.end]
                    if overlapped and mention.kind != "pronoun":
                        mention = _without(mention, overlapped)
                    found.append(mention)
                    taken.update(range(mention.start, mention.end))
            if mention is not None:
                known.add(mention)
        doc._.mentions = tuple(sorted([*doc._.mentions, *found], key=lambda m: m.start))
        return doc

    def _title(self, doc: Doc, title: Title | None, known: Antecedents) -> Mention | None:
        """ "the Malaysian Prime Minister": the person with that office; unknown, the country he speaks for."""
        if title is None:
            return None
        head = doc[title.head]
        if head.tag_ in ("NNS", "NNPS"):
            return self._phrase(head, known)
        iri = known.holder(title)
        if iri is None and title.of and head.lower_ in self._words["people"]:
            iri = title.of
        inside = (m for i in range(title.start, title.head) if (m := mention_at(doc[i])))
        start = max((m.end for m in inside if m.end <= title.head and m.start >= title.start), default=title.start)
        while doc[start].tag_ == "POS":
            start += 1
        return Mention(start, title.end, title.head, "nominal", (iri,)) if iri else None

    def _phrase(self, token: Token, known: Antecedents) -> Mention | None:
        word = token.lower_
        if word in SINGULAR:
            iri = known.person(token, SINGULAR[word])
            return _one(token, "pronoun", iri)
        if word == "they":
            iris = known.group(token)
            return Mention(token.i, token.i + 1, token.i, "pronoun", iris) if iris else None
        if word in THINGS and token.text != "IT":
            return _one(token, "pronoun", known.thing(token, ("Country", "RegionalBody", "Organization")))
        if token.pos_ not in ("NOUN", "PROPN") or not {word, token.lemma_.lower()} & self._nouns.union(self._epithets):
            return None
        modifiers = {c.lower_ for c in dependents(token)}
        if word in self._words["leaders"] and (iris := self._holders(token, known)):
            return Mention(token.i, token.i + 1, token.i, "nominal", iris)
        if modifiers & PAIR or word in ("sides",) and modifiers & DEFINITE:
            return self._pair(token, word, known)
        if token.tag_ == "NNS" and modifiers & DEFINITE and (number := _number(modifiers)):
            return self._several(token, number, known)
        if word in self._words["leaders"] and modifiers == {"the"}:
            iris = known.two(token, ("Person",))
            return Mention(token.i, token.i + 1, token.i, "nominal", iris) if iris else None
        if word == "government" and "the" in modifiers and not _owned(token):
            return _one(token, "nominal", known.country())
        if word in self._words["people"] and (owner := self._owner(token, known)):
            others = _joined_owners(token, owner) if token.tag_ == "NNS" else ()
            return Mention(token.i, token.i + 1, token.i, "nominal", (owner, *others))
        if not modifiers & DEFINITE or token.tag_ in ("NNS", "NNPS"):
            return None
        return self._definite(token, word, known)

    def _pair(self, token: Token, word: str, known: Antecedents) -> Mention | None:
        if word in self._words["leaders"]:
            iris = known.pair(token, ("Person",))
        elif token.lemma_.lower() in self._words["state"]:
            country = token.lemma_.lower() in self._words["country"]
            iris = known.pair(token, ("Country",) if country else ("Country", "RegionalBody"))
        else:
            return None
        return Mention(token.i, token.i + 1, token.i, "nominal", iris) if len(iris) == 2 else None

    def _several(self, token: Token, number: int, known: Antecedents) -> Mention | None:
        """ "the three countries": as many as were last listed together."""
        leads = token.lower_ in self._words["leaders"]
        if not leads and token.lemma_.lower() not in self._words["state"]:
            return None
        iris = known.several(token, number, ("Person",) if leads else ("Country", "RegionalBody"))
        return Mention(token.i, token.i + 1, token.i, "nominal", iris) if iris else None

    def _holders(self, token: Token, known: Antecedents) -> tuple[str, ...]:
        """ "the leaders of Peru and Chile", "the Peruvian and Chilean presidents": those with the offices, if known."""
        phrases = [*prepositional(token, {"of"}), *children(token, "amod", "poss", "nmod")]
        owners = dict.fromkeys(
            iri for t in phrases for iri in parties(t) if type_of(token.doc, iri) in ("Country", "RegionalBody")
        )
        holders = [known.office_holder(iri, token.lemma_.lower()) for iri in owners]
        return tuple(dict.fromkeys(iri for iri in holders if iri)) if len(owners) > 1 and all(holders) else ()

    def _definite(self, token: Token, word: str, known: Antecedents) -> Mention | None:
        if any(c.dep_ in ("prep", "relcl", "acl") for c in dependents(token)):
            return None  # "the side of the road" says itself what it is
        country = word in self._words["country"] and word != "state"  # "the state" may be any that rules
        if country or word in self._epithets:
            countries = fitting(token, self._epithets, self._others)
            iri = known.thing(token, ("Country",)) if countries is None else known.state(token, countries)
            return _one(token, "nominal", iri)
        if word in self._words["body"] and (iri := known.thing(token, ("RegionalBody",))):
            return _one(token, "nominal", iri)
        if word in self._words["organization"]:
            return _one(token, "nominal", known.organization(token))
        return None

    def _owner(self, token: Token, known: Antecedents) -> str | None:
        """The country or body that unnamed people belong to: "Kazakh officials", but not "Japan's football team"."""
        if is_sports_team(token):
            return None
        for child in dependents(token):
            if child.dep_ == "compound" and child.lower_ == "government":
                return known.country()
            mention = mention_at(child) if child.dep_ in ("amod", "compound", "poss", "nmod") else None
            of_field = token.lemma_.lower() in listed(token, "field-people") and child.dep_ != "poss"
            leads = of_field and mention and mention.end != token.i
            if mention and type_of(token.doc, mention.iris[0]) in ("Country", "RegionalBody") and not leads:
                return mention.iris[0]
        return None


def _joined_owners(token: Token, owner: str) -> Iterator[str]:
    """The other countries of "Kazakh and Malaysian officials"."""
    for child in dependents(token):
        for other in child.conjuncts if child.dep_ in ("amod", "compound", "nmod") else ():
            mention = mention_at(other) if other.i < token.i else None
            if mention and mention.iris[0] != owner and type_of(token.doc, mention.iris[0]) == "Country":
                yield mention.iris[0]


def _first_word(doc: Doc, title: Title, taken: set[int]) -> int:
    """The first token of a title behind the name of its owner ("the Malaysian Prime Minister" → Prime)."""
    return next((i for i in range(title.start, title.head) if i not in taken and doc[i].tag_ != "POS"), title.head)


def _leading(lexicon: Lexicon) -> frozenset[str]:
    """The titles of those whom "the Malaysian leader" may mean: heads of state and of government."""
    kinds, heads = kinds_of(lexicon.offices), {o.iri for o in lexicon.offices if o.title in HEADS}
    return frozenset({"leader", "supreme leader", *(o.title for o in lexicon.offices if kinds[o.iri] & heads)})


def _number(modifiers: set[str]) -> int | None:
    return next((SEVERAL[word] for word in sorted(modifiers & SEVERAL.keys())), None)


def _owned(token: Token) -> bool:
    return any(children(token, "amod", "compound", "poss", "nmod")) or any(prepositional(token, {"of", "in"}))


def _one(token: Token, kind: str, iri: str | None) -> Mention | None:
    return Mention(token.i, token.i + 1, token.i, kind, (iri,)) if iri else None  # type: ignore[arg-type]


def _without(mention: Mention, names: list[Mention]) -> Mention:
    """A nominal mention cut down to what no name covers."""
    start = max((m.end for m in names if m.end <= mention.head), default=mention.start)
    end = min((m.start for m in names if m.start > mention.head), default=mention.end)
    return Mention(max(start, mention.start), min(end, mention.end), mention.head, mention.kind, mention.iris)
