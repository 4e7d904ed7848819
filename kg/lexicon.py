"""What the extractor knows of the world, compiled from the Turtle in `ontology/` and the user's own."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from kg.errors import KgError
from kg.model import EntityType

__all__ = ["ONTOLOGY", "Cue", "Frame", "Lexicon", "ModalityCue", "OfficeKind", "Sector", "Term", "Thing", "Unit",
           "load_lexicon"]  # fmt: skip

ONTOLOGY = Path(__file__).parent / "ontology"
KG = "https://w3id.org/communique/ontology#"
PREFIXES = {
    "kg": KG,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "owl": "http://www.w3.org/2002/07/owl#",
}
THING_TYPES: tuple[EntityType, ...] = ("Person", "Country", "Place", "RegionalBody", "Organization", "Event")


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, country, place, body, organisation or named event that the ontology knows.

    `names` begins with the usual one; `demonyms` are adjectives and nouns of origin; `metonyms` stand for a
    country's government; `country` is where a place or organisation lies.
    """

    iri: str
    type: EntityType
    names: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    country: str | None = None
    capital: str | None = None
    members: tuple[str, ...] = ()
    family_name: str | None = None
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office: `start` and `end` are ISO dates, None where unknown or not over."""

    holder: str
    post: str
    of: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class OfficeKind:
    """A kind of office: its generic title, and the words that name it."""

    iri: str
    title: str
    names: tuple[str, ...]
    takes_portfolio: bool
    broader: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector: its id in rows, and the words and phrases that name it."""

    iri: str
    id: str
    words: tuple[str, ...]
    broader: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """How an event is told: the verbs and nouns that evoke it, and where each role stands in the grammar.

    `evokes` is the IRI of the event's class and `kind` its local name, or that of the nearest class which the
    program has a row for; `values` holds the literals that the trigger itself implies (`:roleValue "chair"`).
    """

    iri: str
    evokes: str
    kind: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    light_verbs: tuple[str, ...]
    roles: MappingProxyType[str, tuple[str, ...]]
    values: MappingProxyType[str, tuple[str, ...]]
    plover: str | None
    modality: str | None


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that report speech."""

    iri: str
    kind: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    values: MappingProxyType[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ModalityCue:
    """Words that make what they govern planned, proposed or denied."""

    iri: str
    modality: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    values: MappingProxyType[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or currency: the `symbol` that rows print, the words that name it, what one of it is worth in it."""

    iri: str
    symbol: str
    names: tuple[str, ...]
    values: MappingProxyType[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the extractor knows, each part in the order of its IRIs.

    `words` holds lists of lower-case words by their notation ("honorific", "organization" …).
    """

    things: MappingProxyType[str, Thing] = field(default_factory=lambda: MappingProxyType({}))
    terms: tuple[Term, ...] = ()
    offices: tuple[OfficeKind, ...] = ()
    sectors: tuple[Sector, ...] = ()
    frames: tuple[Frame, ...] = ()
    cues: tuple[Cue, ...] = ()
    modality_cues: tuple[ModalityCue, ...] = ()
    units: tuple[Unit, ...] = ()
    words: MappingProxyType[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))


class _Node:
    """The values that one subject has, by the short name of the property ("skos:altLabel")."""

    __slots__ = ("iri", "values")

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self.values: dict[str, list[str]] = defaultdict(list)

    def all(self, *properties: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(v for p in properties for v in sorted(self.values.get(p, ()))))

    def one(self, name: str) -> str | None:
        return min(self.values.get(name, ()), default=None)

    def ending(self, suffix: str) -> MappingProxyType[str, tuple[str, ...]]:
        """The values of `kg:visitorAt`, `kg:destinationAt` …, by "visitor", "destination" …"""
        found = {p[3 : -len(suffix)]: self.all(p) for p in sorted(self.values) if p[:3] == "kg:" and p.endswith(suffix)}
        return MappingProxyType(found)


@lru_cache(maxsize=4)
def load_lexicon(*extra: Path) -> Lexicon:
    """Compile the project's ontology and the Turtle files `extra`, which may add to it or say more of its things.

    Each set of files is read once a process, so that every component can ask for it.
    Raises KgError where a file is missing or is not Turtle.
    """
    return _compile(_nodes([*sorted(ONTOLOGY.glob("*.ttl")), *extra]))


def _nodes(paths: Iterable[Path]) -> dict[str, _Node]:
    nodes: dict[str, _Node] = {}
    short: dict[str, str] = {}
    for path in paths:
        for subject, predicate, obj in _triples(path):
            node = nodes.get(subject)
            if node is None:
                node = nodes[subject] = _Node(subject)
            name = short.get(predicate)
            if name is None:
                name = short[predicate] = _short(predicate)
            node.values[name].append(obj)
    return nodes


def _triples(path: Path) -> Iterator[tuple[str, str, str]]:
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject.value, quad.predicate.value, str(getattr(quad.object, "value", quad.object))
    except OSError as error:
        raise KgError(f"{path}: cannot read this lexicon ({error.strerror or error}); give a Turtle file") from error
    except (SyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise KgError(f"{path}: not valid Turtle ({reason}); mend it, or check it with `rapper -i turtle`") from error


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _compile(nodes: dict[str, _Node]) -> Lexicon:
    by_type: dict[str, list[_Node]] = defaultdict(list)
    for iri in sorted(nodes):
        for type_ in nodes[iri].all("rdf:type"):
            by_type[type_].append(nodes[iri])

    def made[T](type_: str, make: Callable[[_Node], T]) -> tuple[T, ...]:
        return tuple(make(node) for node in by_type.get(KG + type_, ()))

    things = {node.iri: _thing(node, kind) for kind in THING_TYPES for node in by_type.get(KG + kind, ())}
    return Lexicon(
        things=MappingProxyType(things),
        terms=tuple(t for t in made("Tenure", _term) if t is not None),
        offices=made("OfficeKind", _office),
        sectors=made("Sector", _sector),
        frames=made("Frame", lambda node: _frame(node, nodes)),
        cues=made("Cue", _cue),
        modality_cues=made("ModalityCue", _modality_cue),
        units=made("Unit", _unit),
        words=MappingProxyType({name: frozenset(words) for name, words in made("WordList", _words)}),
    )


def _names(node: _Node) -> tuple[str, ...]:
    return node.all("rdfs:label", "skos:prefLabel", "skos:altLabel", "kg:acronym")


def _thing(node: _Node, kind: EntityType) -> Thing:
    return Thing(
        iri=node.iri,
        type=kind,
        names=_names(node) or (node.iri.rsplit("/", 1)[-1],),
        demonyms=node.all("kg:demonym"),
        metonyms=node.all("kg:metonym"),
        acronyms=node.all("kg:acronym"),
        same_as=node.all("owl:sameAs"),
        country=node.one("kg:inCountry"),
        capital=node.one("kg:capital"),
        members=node.all("kg:hasMember"),
        family_name=node.one("kg:familyName"),
        gender=node.one("kg:gender"),
    )


def _term(node: _Node) -> Term | None:
    holder, post, of = (node.one(p) for p in ("kg:holder", "kg:post", "kg:of"))
    return Term(holder, post, of, node.one("kg:from"), node.one("kg:until")) if holder and post and of else None


def _office(node: _Node) -> OfficeKind:
    title = node.one("skos:prefLabel") or node.iri.rsplit("/", 1)[-1].replace("-", " ")
    portfolio = node.one("kg:takesPortfolio") == "true"
    return OfficeKind(node.iri, title, _names(node), portfolio, node.all("skos:broader"))


def _sector(node: _Node) -> Sector:
    identity = node.one("skos:notation") or node.iri.rsplit("/", 1)[-1]
    return Sector(node.iri, identity, _names(node), node.all("skos:broader"))


def _frame(node: _Node, nodes: dict[str, _Node]) -> Frame:
    evokes = node.one("kg:evokes") or KG + "Act"
    return Frame(
        iri=node.iri,
        evokes=evokes,
        kind=_row_class(evokes, nodes),
        verbs=node.all("kg:verb"),
        nouns=node.all("kg:noun"),
        light_verbs=node.all("kg:lightVerb"),
        roles=node.ending("At"),
        values=node.ending("Value"),
        plover=node.one("kg:plover") or _inherited(evokes, "kg:plover", nodes),
        modality=node.one("kg:modality"),
    )


def _above(iri: str, nodes: dict[str, _Node]) -> Iterator[_Node]:
    """A class and its superclasses, nearest first."""
    seen, queue = {iri}, [iri]
    while queue:
        node = nodes.get(queue.pop(0))
        if node is not None:
            yield node
            new = [c for c in node.all("rdfs:subClassOf") if c not in seen]
            seen.update(new)
            queue.extend(new)


ROW_CLASSES = ("Visit", "Meeting", "Cooperation", "Agreement", "Membership", "Appointment", "Statement", "Act")


def _row_class(iri: str, nodes: dict[str, _Node]) -> str:
    names = (node.iri.removeprefix(KG) for node in _above(iri, nodes))
    return next((name for name in names if name in ROW_CLASSES), iri.removeprefix(KG))


def _inherited(iri: str, name: str, nodes: dict[str, _Node]) -> str | None:
    return next((value for node in _above(iri, nodes) if (value := node.one(name))), None)


def _others(node: _Node) -> MappingProxyType[str, tuple[str, ...]]:
    return MappingProxyType({p[3:]: node.all(p) for p in sorted(node.values) if p.startswith("kg:")})


def _words(node: _Node) -> tuple[str, tuple[str, ...]]:
    return node.one("skos:notation") or node.iri.rsplit("/", 1)[-1], node.all("kg:word")


def _cue(node: _Node) -> Cue:
    return Cue(node.iri, node.one("kg:cueKind") or "neutral", node.all("kg:verb"), node.all("kg:noun"), _others(node))


def _modality_cue(node: _Node) -> ModalityCue:
    modality = node.one("kg:modality") or "planned"
    words = (node.all("kg:verb"), node.all("kg:noun"), node.all("kg:auxiliary"))
    return ModalityCue(node.iri, modality, *words, _others(node))


def _unit(node: _Node) -> Unit:
    symbol = node.one("skos:notation") or node.one("rdfs:label") or ""
    return Unit(node.iri, symbol, _names(node), _others(node))
