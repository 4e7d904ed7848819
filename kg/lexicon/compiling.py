"""From what the Turtle files say of each IRI to the entries of a lexicon."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from kg.errors import KgError
from kg.lexicon.entries import Cue, Frame, Lexicon, ModalityCue, OfficeKind, Sector, Term, Thing, Unit, ancestors
from kg.lexicon.nodes import KG, Node, read_nodes
from kg.model import EntityType

__all__ = ["load_lexicon"]

ONTOLOGY = Path(__file__).parents[1] / "ontology"
THING_TYPES: tuple[EntityType, ...] = ("Person", "Country", "Place", "RegionalBody", "Organization", "Event")
ROW_CLASSES = ("Visit", "Meeting", "Cooperation", "Agreement", "Membership", "Appointment", "Statement", "Act")
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


@lru_cache(maxsize=4)
def load_lexicon(*extra: Path) -> Lexicon:
    """Compile the project's ontology and the Turtle files `extra`, which may add to it or say more of its things.

    Each set of files is read once a process, so that every component can ask for it.
    Raises KgError where a file is missing, too long or not Turtle, or a word or date in it is none.
    """
    return _compile(read_nodes([*sorted(ONTOLOGY.glob("*.ttl")), *extra]))


def _compile(nodes: dict[str, Node]) -> Lexicon:
    by_type: dict[str, list[Node]] = defaultdict(list)
    for iri in sorted(nodes):
        for type_ in nodes[iri].all("rdf:type"):
            by_type[type_].append(nodes[iri])

    def made[T](type_: str, make: Callable[[Node], T]) -> tuple[T, ...]:
        return tuple(make(node) for node in by_type.get(KG + type_, ()))

    things = {node.iri: _thing(node, kind) for kind in THING_TYPES for node in by_type.get(KG + kind, ())}
    return Lexicon(
        things=MappingProxyType(things),
        terms=_by_holder(t for t in made("Tenure", _term) if t is not None),
        offices=made("OfficeKind", _office),
        sectors=made("Sector", _sector),
        frames=made("Frame", lambda node: _frame(node, nodes)),
        cues=made("Cue", _cue),
        modality_cues=made("ModalityCue", _modality_cue),
        units=made("Unit", _unit),
        words=MappingProxyType({name: frozenset(words) for name, words in made("WordList", _words)}),
        epithets=MappingProxyType({word: iris for one in made("Epithet", _epithet) for word, iris in one.items()}),
    )


def _by_holder(terms: Iterable[Term]) -> MappingProxyType[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        found[term.holder].append(term)
    return MappingProxyType({holder: tuple(held) for holder, held in found.items()})


def _names(node: Node) -> tuple[str, ...]:
    return node.all("rdfs:label", "skos:prefLabel", "skos:altLabel", "kg:acronym")


def _thing(node: Node, kind: EntityType) -> Thing:
    return Thing(
        iri=node.iri,
        type=kind,
        names=_names(node) or (node.iri.rsplit("/", 1)[-1],),
        demonyms=node.all("kg:demonym"),
        metonyms=node.all("kg:metonym"),
        acronyms=node.all("kg:acronym"),
        abbreviations=node.all("kg:abbreviation"),
        same_as=node.all("owl:sameAs"),
        country=node.one("kg:inCountry"),
        capital=node.one("kg:capital"),
        members=node.all("kg:hasMember"),
        family_name=node.one("kg:familyName"),
        gender=node.one("kg:gender"),
    )


def _term(node: Node) -> Term | None:
    holder, post, of = (node.one(p) for p in ("kg:holder", "kg:post", "kg:of"))
    days = node.one("kg:from"), node.one("kg:until")
    if wrong := next((day for day in days if day and not _DAY.fullmatch(day)), None):
        raise KgError(f"{node.iri}: its term has the date {wrong[:40]!r}; write it like 2024-05-17, 2024-05 or 2024")
    return Term(holder, post, of, *days) if holder and post and of else None


def _office(node: Node) -> OfficeKind:
    title = node.one("skos:prefLabel") or node.iri.rsplit("/", 1)[-1].replace("-", " ")
    portfolio = node.one("kg:takesPortfolio") == "true"
    return OfficeKind(node.iri, title, _names(node), portfolio, node.all("skos:broader"))


def _sector(node: Node) -> Sector:
    identity = node.one("skos:notation") or node.iri.rsplit("/", 1)[-1]
    return Sector(node.iri, identity, _names(node), node.all("skos:broader"))


def _frame(node: Node, nodes: dict[str, Node]) -> Frame:
    evokes = node.one("kg:evokes") or KG + "Act"
    return Frame(
        iri=node.iri,
        evokes=evokes,
        kind=_row_class(evokes, nodes),
        verbs=node.all("kg:verb"),
        nouns=node.all("kg:noun"),
        adverbs=node.all("kg:adverb"),
        light_verbs=tuple(v for n in (node, *_shared(node, nodes)) for v in n.all("kg:lightVerb")),
        roles=node.ending("At"),
        values=node.ending("Value"),
        plover=node.one("kg:plover") or _inherited(evokes, "kg:plover", nodes),
        modality=node.one("kg:modality"),
    )


def _shared(node: Node, nodes: dict[str, Node]) -> Iterator[Node]:
    """The frames whose light verbs a frame has too."""
    return (nodes[iri] for iri in node.all("kg:lightVerbsOf") if iri in nodes)


def _above(iri: str, nodes: dict[str, Node]) -> Iterator[Node]:
    """A class and its superclasses, nearest first."""
    superclasses = ancestors(iri, lambda one: nodes[one].all("rdfs:subClassOf") if one in nodes else ())
    return (nodes[one] for one in superclasses if one in nodes)


def _row_class(iri: str, nodes: dict[str, Node]) -> str:
    names = (node.iri.removeprefix(KG) for node in _above(iri, nodes))
    return next((name for name in names if name in ROW_CLASSES), iri.removeprefix(KG))


def _inherited(iri: str, name: str, nodes: dict[str, Node]) -> str | None:
    return next((value for node in _above(iri, nodes) if (value := node.one(name))), None)


def _others(node: Node) -> MappingProxyType[str, tuple[str, ...]]:
    return MappingProxyType({p[3:]: node.all(p) for p in sorted(node.values) if p.startswith("kg:")})


def _words(node: Node) -> tuple[str, tuple[str, ...]]:
    return node.one("skos:notation") or node.iri.rsplit("/", 1)[-1], node.all("kg:word")


def _epithet(node: Node) -> dict[str, frozenset[str]]:
    return dict.fromkeys((word.lower() for word in node.all("kg:word")), frozenset(node.all("kg:epithetOf")))


def _cue(node: Node) -> Cue:
    return Cue(node.iri, node.one("kg:cueKind") or "neutral", node.all("kg:verb"), node.all("kg:noun"), _others(node))


def _modality_cue(node: Node) -> ModalityCue:
    modality = node.one("kg:modality") or "planned"
    words = (node.all("kg:verb"), node.all("kg:noun"), node.all("kg:auxiliary"))
    return ModalityCue(node.iri, modality, *words, _others(node))


def _unit(node: Node) -> Unit:
    symbol = node.one("skos:notation") or node.one("rdfs:label") or ""
    return Unit(node.iri, symbol, _names(node), _others(node))
