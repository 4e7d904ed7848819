"""Which names name one thing: short forms, acronyms and spellings joined to the full name."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from urllib.parse import quote

from spacy.tokens import Doc

from kg.extract.candidates import Candidate, words_of
from kg.extract.doc import characters
from kg.extract.gazetteer import fold
from kg.extract.leaders import Leaders, plain
from kg.extract.repeats import present
from kg.lexicon import Thing
from kg.model import Entity, EntityType

__all__ = ["Cluster", "clusters", "initials", "mint"]

INSTITUTIONS = {
    "army", "assembly", "cabinet", "congress", "court", "department", "embassy", "government", "ministry", "navy",
    "parliament", "police", "senate",
}  # fmt: skip


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
    owned: list[str] = []  # the keys of what is "of" something
    people: list[Cluster] = []
    for c in sorted(candidates, key=lambda c: (_short(c), c.start)):
        form = _form(doc, c)
        if c.thing:
            key = c.thing.iri
        elif c.type == "Person":
            cluster = _namesake(form, c, people)
            if cluster is None:
                thing = leaders.named(form, day, here)
                cluster = found.get(thing.iri) if thing else None
                if cluster is None:
                    cluster = Cluster("Person", thing)
                    found[thing.iri if thing else "Person:" + fold(form)] = cluster
                    people.append(cluster)
            cluster.add(c, form)
            continue
        else:
            key = _acronym_of(doc, c, found) or f"{c.type}:{fold(form)}"
        owner = owners.get(c.start) if _generic(doc, c) and doc[c.start - 1].tag_ == "POS" else None
        key = f"{key} of {owner.iri}" if owner else next((k for k in owned if k.startswith(f"{key} of ")), key)
        cluster = found.get(key)
        if cluster is None:
            cluster = found[key] = Cluster(c.type, c.thing, owner=owner)
            owned += [key] if " of " in key else []
            if c.type == "Person":
                people.append(cluster)
        cluster.add(c, form)
    return list(found.values())


def _generic(doc: Doc, c: Candidate) -> bool:
    """Whether every country has one: "Ministry of Defence", "foreign ministry", "Supreme Court"."""
    words = {doc[c.start].lower_, doc[c.end - 1].lower_}
    return c.thing is None and c.type == "Organization" and bool(words & INSTITUTIONS)


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


def _namesake(form: str, c: Candidate, people: list[Cluster]) -> Cluster | None:
    """The person whose fuller name a form shortens, or is a variant of; of several the one last named before."""
    words = _words(plain(form) or form)
    fitting = [p for p in people if any(_shortens(words, _words(f)) for f in _known_forms(p))]
    before = [p for p in fitting if any(x.start < c.start for x in p.candidates)]
    return max(before or fitting, key=lambda p: max((x.start for x in p.candidates if x.start < c.start), default=-1),
               default=None)  # fmt: skip


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).replace("-", " ").split())


def _known_forms(cluster: Cluster) -> list[str]:
    forms = [*cluster.forms, *(cluster.thing.names if cluster.thing else ())]
    nicknames = [nick for form in cluster.forms for nick in re.findall(r"[\"“'‘](\w+)[\"”'’]", form)]
    return [*nicknames, *(plain(form) or form for form in forms)]


def _shortens(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """ "tokayev" or "hun manet" shortens a longer name that has its words in the same order."""
    if len(short) > len(full):
        short, full = full, short
    if len(short) == 1:
        return short[0] in full
    rest = iter(full)
    if all(word in rest for word in short):
        return short[0] == full[0] or short[-1] == full[-1]
    alike = len(short) == len(full) and short[0] == full[0]
    return alike and SequenceMatcher(None, short[-1], full[-1]).ratio() > 0.85  # two spellings of one surname


def _acronym_of(doc: Doc, c: Candidate, clusters: dict[str, Cluster]) -> str | None:
    """The key of the cluster whose long name a form in capitals stands for."""
    form = _form(doc, c)
    if " " in form or len(form) > 10 or sum(map(str.isupper, form)) < 2:
        return None
    for key, cluster in clusters.items():
        if cluster.type in ("Organization", "RegionalBody", "Event"):
            for long in cluster.candidates:
                bracketed = long.end == c.start - 1 and doc[long.end].text == "("
                if bracketed or form.isupper() and initials(doc, long.start, long.end) == form:
                    return key
    return None


def initials(doc: Doc, start: int, end: int) -> str:
    """The first letters of the words with capitals."""
    return "".join(t.text[0] for t in doc[start:end] if t.text[0].isupper())
