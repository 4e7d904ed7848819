"""Which names name one thing: short forms, acronyms and spellings joined to the full name."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import quote

from spacy.tokens import Doc

from kg.extract.candidates import Candidate, words_of
from kg.extract.doc import characters
from kg.extract.gazetteer import fold
from kg.extract.leaders import Leaders
from kg.extract.repeats import present
from kg.extract.shortforms import Acronyms, Namesakes
from kg.extract.wordlists import listed
from kg.lexicon import Thing
from kg.model import Entity, EntityType

__all__ = ["Cluster", "clusters", "initials", "mint"]


@dataclass
class Cluster:
    """The candidates that name one thing, while they are being gathered."""

    type: EntityType
    thing: Thing | None
    forms: Counter[str] = field(default_factory=Counter)
    candidates: list[Candidate] = field(default_factory=list)
    owner: Thing | None = None

    def add(self, candidate: Candidate, form: str) -> None:
        self.forms[form] += 1
        self.candidates.append(candidate)

    def entity(self, doc: Doc, base: str) -> Entity:
        """The entity that the candidates name; `base` begins the IRI of one that the ontology does not know."""
        thing = self.thing
        name = thing.names[0] if thing else max(self.forms, key=lambda f: (len(f.split()), self.forms[f], f))
        if self.owner is not None:
            name = f"{name} of {self.owner.names[0]}"
        return Entity(
            iri=thing.iri if thing else mint(base, self.type, name),
            type=self.type,
            name=name,
            labels=tuple(sorted(self.forms)),
            mentions=tuple(sorted(characters(doc, c.start, c.end) for c in self.candidates)),
            same_as=thing.same_as if thing else (),
        )


def clusters(doc: Doc, candidates: list[Candidate], leaders: Leaders) -> list[Cluster]:
    """Gather the candidates that name one thing, known things and full names first."""
    owners = {c.end + 1: c.thing for c in candidates if c.thing and c.thing.type == "Country" and c.role != "demonym"}
    here, day = present(candidates), doc._.article.date
    found: dict[str, Cluster] = {}
    owned: dict[str, str] = {}  # the first key that has an " of " behind another
    people, longs = Namesakes(), Acronyms()
    for c in sorted(candidates, key=lambda c: (_short(c), c.start)):
        form, thing, owner = _form(doc, c), c.thing, None
        if thing:
            key = thing.iri
        elif c.type == "Person":
            known = people.meant(form, c.start)
            thing = leaders.named(form, day, here) if known is None else None
            key = known or (thing.iri if thing else f"Person:{fold(form)}")
        else:
            key = (longs.meant(form, _bracket(doc, c)) if _is_short(form) else None) or f"{c.type}:{fold(form)}"
            owner = owners.get(c.start) if _generic(doc, c) and doc[c.start - 1].tag_ == "POS" else None
            key = f"{key} of {owner.iri}" if owner else owned.get(key, key)
        cluster = found.get(key)
        if cluster is None:
            cluster = found[key] = Cluster(c.type, thing, owner=owner)
            for part in re.finditer("(?= of )", key):
                owned.setdefault(key[: part.start()], key)
        cluster.add(c, form)
        if cluster.type == "Person":
            people.add(key, form, c.start, cluster.thing.names if cluster.thing else ())
        elif cluster.type in ("Organization", "RegionalBody", "Event"):
            longs.add(key, initials(doc, c.start, c.end), c.end)
    return list(found.values())


def _generic(doc: Doc, c: Candidate) -> bool:
    """Whether every country has one: "Ministry of Defence", "foreign ministry", "Supreme Court"."""
    words = {doc[c.start].lower_, doc[c.end - 1].lower_}
    return c.thing is None and c.type == "Organization" and not words.isdisjoint(listed(doc, "institution-national"))


def mint(base: str, type_: str, name: str) -> str:
    """A stable IRI for a thing that the ontology does not know, made of its class and name (ASCII only)."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return f"{base}{type_.lower()}/{slug or quote(name, safe='')}"


def _form(doc: Doc, c: Candidate) -> str:
    return " ".join(words_of(doc, c).split())


def _short(c: Candidate) -> bool:
    """Known things and full names come first, so that short names find them."""
    return c.thing is None and c.type == "Person" and c.end - c.start == 1


def _is_short(form: str) -> bool:
    """Whether a form may be an acronym."""
    return " " not in form and len(form) <= 10 and sum(map(str.isupper, form)) > 1


def _bracket(doc: Doc, c: Candidate) -> int | None:
    """The bracket that a name stands behind, if it does."""
    return c.start - 1 if c.start and doc[c.start - 1].text == "(" else None


def initials(doc: Doc, start: int, end: int) -> str:
    """The first letters of the words with capitals."""
    return "".join(t.text[0] for t in doc[start:end] if t.text[0].isupper())
