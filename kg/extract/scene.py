"""What the builders of facts know of the whole article while they look at one match."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from spacy.tokens import Doc, Token

from kg.extract.doc import mention_at, passage, type_of
from kg.extract.eventnames import named_in
from kg.extract.frames import Match
from kg.extract.grammar import children
from kg.extract.joining import joined
from kg.extract.modality import modality
from kg.extract.modalwords import ModalityWords
from kg.extract.phrasing import extent, referents
from kg.extract.timing import date_of, date_within, time_at, time_words
from kg.extract.titles import Title
from kg.extract.tree import sentence_of
from kg.lexicon import Lexicon
from kg.model import EntityType, Modality, Office, Passage, Rejected

__all__ = ["PARTIES", "STATES", "Scene", "agree", "first"]

STATES: tuple[EntityType, ...] = ("Country", "RegionalBody")
_DATED = {"Visit", "Meeting", "Agreement", "Membership", "Appointment"}
_ONCE, _ENDS = frozenset({"since"}), frozenset({"until", "till", "through"})
# What dates none of them: "met for the first time since 2018", "renewed until May".
_NO_DATES = {"Visit": _ONCE, "Meeting": _ONCE, "Agreement": _ENDS}
PARTIES: tuple[EntityType, ...] = ("Person", "Country", "RegionalBody", "Organization")


class Scene:
    """A Doc with what frames ask of it: who speaks for which country, where places lie, the article's main pair."""

    def __init__(self, doc: Doc, lexicon: Lexicon, words: ModalityWords, sectors: dict[int, str]) -> None:
        self.doc = doc
        self.sectors = sectors
        self._lexicon = lexicon
        self._words = words
        self.day: str | None = doc._.article.date
        self._told_in: dict[tuple[Token, ...], dict[str, Token]] = {}  # what each set of phrases stands for

    def found(self, match: Match, role: str, types: Iterable[EntityType]) -> dict[str, Token]:
        """The IRIs of the types that fill a role, each with the head of its phrase, in the order of the text."""
        fillers = match.fillers(role)
        if not fillers:
            return {}
        told = self._told_in.get(fillers)
        if told is None:
            heads = sorted(joined(fillers), key=lambda t: t.i)
            told = self._told_in[fillers] = first((iri, t) for t in heads for iri in referents(t))
        wanted = set(types)
        return {iri: token for iri, token in told.items() if type_of(self.doc, iri) in wanted}

    def modality(self, match: Match, default: Modality = "actual", at: Token | None = None) -> Modality:
        """What the text makes of the match, or of its word `at`: actual, planned, proposed or denied."""
        implied: Modality = match.frame.modality or default  # type: ignore[assignment]
        carried = match.carriers and match.frame.kind == "Act" and "carrier" in match.frame.values.get("needs", ())
        told = modality(at or (match.carriers[0] if carried else match.trigger), self._words, implied)
        dated = match.frame.kind != "Act" or match.is_verb or bool(match.carriers)  # "at the invitation of X"
        to_come = told == "actual" and dated and (self._is_to_come(self.date(match)) or _is_next(match.trigger))
        return "planned" if to_come else told

    def _is_to_come(self, date: str | None) -> bool:
        """Whether a date lies wholly after the article's."""
        start, day = (date or "").split("/")[0], self.day
        return bool(start) and day is not None and start[:4].isdigit() and start > day[: len(start)]

    def date(self, match: Match, end: int | None = None) -> str | None:
        """When it is, ISO and possibly partial; None where the text does not tell.

        What is told from the token `end` on is of another event.
        """
        then = match.trigger
        if end is not None:
            return date_within(self.doc, then.i, end) or date_within(self.doc, sentence_of(then)[0], then.i)
        when = next((t for t in children(then, "advmod") if t.lower_ == "when"), None)
        if when is not None and when.i > 1 and then.dep_ in ("relcl", "advcl"):
            before = when.nbor(-2 if when.nbor(-1).text == "," else -1)  # "since 1998, when X visited"
            return time_at(before) or time_at(then.head)
        if match.frame.kind == "Membership" and _is_aside(match):
            inside = time_words(then)  # "X, this year's chair, met Y in May"
            return date_of(then) if inside and then.left_edge.i <= inside[0].i <= then.right_edge.i else None
        since = _NO_DATES.get(match.frame.kind, frozenset())
        words = (match.trigger, *match.carriers)
        if told := next((d for t in words if (d := date_of(t, since, carried=False))), None):
            return told
        earlier = next((d for t in words if (d := date_of(t, since))), None)
        implied: Modality = match.frame.modality or "actual"  # type: ignore[assignment]
        done = earlier is not None and modality(then, self._words, implied) == "actual"
        return earlier if done else None  # what is to come is not told of the day that was told before

    def evidence(self, match: Match, tokens: Iterable[Token] = ()) -> Passage:
        """The passage with the trigger, what carries it, the phrases at `tokens`, and when it was."""
        carried = [c for c in match.carriers if sentence_of(c) == sentence_of(match.trigger)]
        dated = (match.trigger, *match.carriers) if match.frame.kind in _DATED else ()
        when = next((words for t in dated if (words := time_words(t))), ())
        return passage(extent(match.trigger, [*match.words, *carried, *tokens, *when]))

    def rejected(self, match: Match, reason: str) -> Rejected:
        """The match as a candidate that was not taken for a fact."""
        return Rejected(self.evidence(match), self.rule(match), reason)

    def rule(self, match: Match) -> str:
        """The name of the rule: kind and frame, "visit/arrive"."""
        return f"{match.frame.kind.lower()}/{match.frame.iri.rsplit('/', 1)[-1].rsplit('#', 1)[-1]}"

    def country_of(self, iri: str) -> str | None:
        """The country or body that a party stands for: itself, or that of a person's office."""
        if type_of(self.doc, iri) != "Person":
            return iri
        return self._posts.get(iri)

    def power_of(self, iri: str) -> str:
        """The country that a capital stands for where it acts or is acted on; anything else itself."""
        thing = self._lexicon.things.get(iri)
        country = self._lexicon.things.get(thing.country) if thing and thing.type == "Place" and thing.country else None
        known = country is not None and country.capital == iri and country.iri in self.doc._.entities
        return country.iri if country is not None and known else iri

    def country_at(self, iri: str | None) -> str | None:
        """The country where a place lies, as the ontology or the text beside its name tells ("Davos, Switzerland")."""
        if iri is None or type_of(self.doc, iri) == "Country":
            return iri
        thing = self._lexicon.things.get(iri)
        return thing.country if thing and thing.country else self._told.get(iri)

    @cached_property
    def _told(self) -> dict[str, str]:
        told: dict[str, str] = {}
        for m in self.doc._.mentions:
            if m.kind != "name" or type_of(self.doc, m.iris[0]) not in ("Place", "Organization"):
                continue
            near = self.doc[m.end : m.end + 2]
            after = mention_at(near[1]) if len(near) == 2 and near[0].text in (",", "in") else None
            if after is not None and type_of(self.doc, after.iris[0]) == "Country":
                told.setdefault(m.iris[0], after.iris[0])
        return told

    @cached_property
    def _posts(self) -> dict[str, str]:
        day = self.doc._.article.date
        posts: dict[str, str] = {}
        offices = [f for f in self.doc._.facts if isinstance(f, Office)]
        for office in sorted(offices, key=lambda o: o.status != "current"):
            if office.of is not None and type_of(self.doc, office.of) in STATES:
                posts.setdefault(office.person, office.of)
        for term in (t for iri in self.doc._.entities for t in self._lexicon.terms.get(iri, ())):
            if day is None or (term.start or "") <= day <= (term.end or "9999"):
                posts.setdefault(term.holder, term.of)
        return posts

    @cached_property
    def main_pair(self) -> tuple[str, ...]:
        """The two countries or bodies that the article names most, itself or through their leaders' names."""
        counts = Counter(
            state for m in self.doc._.mentions for i in m.iris if m.kind == "name"
            if (state := self.country_of(i)) and type_of(self.doc, state) in STATES
        )  # fmt: skip
        return tuple(iri for iri, _ in sorted(counts.items(), key=lambda kv: -kv[1])[:2])

    def belongs(self, one: str, other: str) -> bool:
        """Whether one of two is a body and the other a member of it."""
        things = (self._lexicon.things.get(one), self._lexicon.things.get(other))
        return any(thing is not None and iri in thing.members for thing, iri in zip(things, (other, one), strict=True))

    def states_in(self, event: str, types: Iterable[EntityType] = STATES) -> tuple[str, ...]:
        """The states and bodies in the name of an event ("Asean-US Summit"), if the article names them elsewhere."""
        return named_in(self.doc, event, types, self._lexicon.things)

    def is_medium(self, iri: str) -> bool:
        """Whether the name of an organisation is that of a medium: it has a word of media in it, or is an acronym."""
        entity = self.doc._.entities[iri]
        media = self._lexicon.listed("medium")
        return any(w.lower() in media for label in (entity.name, *entity.labels) for w in label.split())

    def words(self, notation: str) -> frozenset[str]:
        """A list of words of the lexicon."""
        return self._lexicon.listed(notation)

    def is_one_of(self, words: str, token: Token) -> bool:
        """Whether the form or the lemma of a token is in a list of words of the lexicon."""
        return not {token.lower_, token.lemma_.lower()}.isdisjoint(self.words(words))

    def is_posted(self, iri: str, token: Token) -> bool:
        """Whether somebody works where he is a guest of the government: an ambassador, by his title or name."""
        office = self.office_of(iri)
        title = office.title.split()[-1:] if office else []
        return bool({token.lemma_.lower(), *title} & self.words("posted"))

    def is_outgoing(self, title: Title) -> bool:
        """Whether a title says that its holder is about to leave the office."""
        words = self._lexicon.listed("title-outgoing")
        return any(t.lower_ in words for t in self.doc[max(0, title.start - 2) : title.head])

    @cached_property
    def _titles(self) -> tuple[list[int], list[Title]]:
        titles = sorted(self.doc._.titles, key=lambda t: t.head)
        return [t.head for t in titles], titles

    def titles_between(self, start: int, end: int) -> list[Title]:
        """The titles whose head lies at a token from `start` on and before `end`."""
        heads, titles = self._titles
        return titles[bisect_left(heads, start) : bisect_left(heads, end)]

    def office_of(self, person: str) -> Office | None:
        """An office that the article gives a person."""
        return next((f for f in self.doc._.facts if isinstance(f, Office) and f.person == person), None)


def _is_aside(match: Match) -> bool:
    """Whether a noun only says beside a name who somebody is."""
    return not match.is_verb and not match.carriers and match.trigger.dep_ in ("appos", "compound", "nmod")


def _is_next(verb: Token) -> bool:
    """Whether the present tells of what is to come: "X travels to Y next week"."""
    return verb.tag_ in ("VBZ", "VBP", "VBG") and any(t.lower_ == "next" for t in time_words(verb)[:1])


def first(pairs: Iterable[tuple[str, Token]]) -> dict[str, Token]:
    """Each IRI with the first of its tokens."""
    found: dict[str, Token] = {}
    for iri, token in pairs:
        found.setdefault(iri, token)
    return found


def agree(a: str | None, b: str | None) -> bool:
    """Whether two dates may be one: either is unknown, or the one is part of the other."""
    return a is None or b is None or a.startswith(b) or b.startswith(a)
