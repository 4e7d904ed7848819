"""Names and the entities that they name: the component `kg_names`."""

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from urllib.parse import quote

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.candidates import Candidates
from kg.extract.doc import Mention, register
from kg.extract.gazetteer import Candidate, fold
from kg.lexicon import Lexicon, Thing, load_lexicon
from kg.model import Entity, EntityType, Passage

__all__ = ["Names", "mint"]


@Language.factory("kg_names", default_config={"lexicon": [], "base": "https://w3id.org/communique/id/"})
def make_names(nlp: Language, name: str, lexicon: list[str], base: str) -> "Names":
    """Make the component; see `kg.extract.pipeline` for its settings."""
    return Names(load_lexicon(*map(Path, lexicon)), base)


@dataclass
class _Cluster:
    """The candidates that name one thing, while they are being gathered."""

    type: EntityType
    thing: Thing | None
    forms: Counter[str] = field(default_factory=Counter)
    candidates: list[Candidate] = field(default_factory=list)

    def add(self, candidate: Candidate, form: str) -> None:
        self.forms[form] += 1
        self.candidates.append(candidate)


class Names:
    """Sets `doc._.mentions` (names) and `doc._.entities`."""

    def __init__(self, lexicon: Lexicon, base: str) -> None:
        register()
        self._lexicon = lexicon
        self._base = base
        self._candidates = Candidates(lexicon)

    def __call__(self, doc: Doc) -> Doc:
        entities, mentions = {}, []
        for cluster in self._clusters(doc):
            entity = self._entity(doc, cluster)
            entities[entity.iri] = entity
            for c in cluster.candidates:
                mentions.append(Mention(c.start, c.end, doc[c.start : c.end].root.i, "name", (entity.iri,)))
        doc._.entities = entities
        doc._.mentions = tuple(sorted(mentions, key=lambda m: m.start))
        return doc

    def _clusters(self, doc: Doc) -> list[_Cluster]:
        candidates = _voted(doc, self._candidates.find(doc))
        clusters: dict[str, _Cluster] = {}
        people: list[_Cluster] = []
        for c in sorted(candidates, key=lambda c: (_short(c), c.start)):
            form = _form(doc, c)
            if c.thing:
                key = c.thing.iri
            elif c.type == "Person":
                cluster = _namesake(form, c, people)
                if cluster is None:
                    thing = self._leader(form)
                    cluster = clusters.get(thing.iri) if thing else None
                    if cluster is None:
                        cluster = _Cluster("Person", thing)
                        clusters[thing.iri if thing else "Person:" + fold(form)] = cluster
                        people.append(cluster)
                cluster.add(c, form)
                continue
            else:
                key = _acronym_of(doc, c, clusters) or f"{c.type}:{fold(form)}"
            cluster = clusters.get(key)
            if cluster is None:
                cluster = clusters[key] = _Cluster(c.type, c.thing)
                if c.type == "Person":
                    people.append(cluster)
            cluster.add(c, form)
        return list(clusters.values())

    def _leader(self, form: str) -> Thing | None:
        thing = self._candidates.gazetteer.named(form) if " " in form else None
        return thing if thing and thing.type == "Person" else None

    def _entity(self, doc: Doc, cluster: _Cluster) -> Entity:
        thing = cluster.thing
        name = thing.names[0] if thing else max(cluster.forms, key=lambda f: (len(f.split()), cluster.forms[f], f))
        return Entity(
            iri=thing.iri if thing else mint(self._base, cluster.type, name),
            type=cluster.type,
            name=name,
            labels=tuple(sorted(cluster.forms)),
            mentions=tuple(
                sorted(Passage(s.start_char, s.end_char) for s in (doc[c.start : c.end] for c in cluster.candidates))
            ),
            same_as=thing.same_as if thing else (),
        )


def mint(base: str, type_: str, name: str) -> str:
    """A stable IRI for a thing that the ontology does not know, made of its class and name (ASCII only)."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return f"{base}{type_.lower()}/{slug or quote(name, safe='')}"


def _form(doc: Doc, c: Candidate) -> str:
    return " ".join(doc[c.start : c.end].text.split())


def _short(c: Candidate) -> bool:
    """Known things and full names come first, so that short names find them."""
    return c.thing is None and c.type == "Person" and c.end - c.start == 1


def _namesake(form: str, c: Candidate, people: list[_Cluster]) -> _Cluster | None:
    """The person whose fuller name a form shortens, or is a variant of; of several the one last named before."""
    words = fold(form).split()
    fitting = [p for p in people if any(_shortens(words, fold(f).split()) for f in _known_forms(p))]
    before = [p for p in fitting if any(x.start < c.start for x in p.candidates)]
    return max(before or fitting, key=lambda p: max((x.start for x in p.candidates if x.start < c.start), default=-1),
               default=None)  # fmt: skip


def _known_forms(cluster: _Cluster) -> list[str]:
    return [*cluster.forms, *(cluster.thing.names if cluster.thing else ())]


def _shortens(short: list[str], full: list[str]) -> bool:
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


def _acronym_of(doc: Doc, c: Candidate, clusters: dict[str, _Cluster]) -> str | None:
    """The key of the cluster whose long name a form in capitals stands for."""
    form = _form(doc, c)
    if not (form.isupper() and 2 <= len(form) <= 8 and " " not in form):
        return None
    for key, cluster in clusters.items():
        for long in cluster.candidates:
            bracketed = long.end == c.start - 1 and doc[long.end].text == "("
            words = [t.text for t in doc[long.start : long.end]]
            initials = "".join(w[0] for w in words if w[0].isupper())
            if cluster.type in ("Organization", "RegionalBody", "Event") and (bracketed or initials == form):
                return key
    return None


def _voted(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """One type for one form: what most of its places, or its longer forms, were taken for."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for c in candidates:
        if c.thing is None:
            votes[fold(_form(doc, c))][c.type] += 2 if c.source in ("title", "phrase") else 1
    surnames = {w for f, v in votes.items() if " " in f and v.most_common(1)[0][0] == "Person" for w in f.split()}
    out = []
    for c in candidates:
        if c.thing is None:
            form = fold(_form(doc, c))
            best = min(votes[form].items(), key=lambda kv: (-kv[1], kv[0]))[0]
            type_ = "Person" if form in surnames and " " not in form else best
            c = Candidate(c.start, c.end, type_, None, c.role, c.source)  # type: ignore[arg-type]
        out.append(c)
    return out
