"""The entries of a lexicon: things, terms of office, kinds of office, sectors, and the words that tell of events."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from types import MappingProxyType

from kg.model import EntityType

__all__ = [
    "Cue", "Frame", "Lexicon", "ModalityCue", "OfficeKind", "Sector", "Term", "Thing", "Unit", "ancestors", "kinds_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, country, place, body, organisation or named event that the ontology knows.

    `names` begins with the usual one; `demonyms` are adjectives and nouns of origin; `metonyms` stand for a
    country's government; `abbreviations` are for behind a comma; `country` is where a place or organisation lies.
    """

    iri: str
    type: EntityType
    names: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
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
    """How an event is told: the verbs, nouns or adverbs that evoke it, and where each role stands in the grammar.

    `evokes` is the IRI of the event's class and `kind` its local name, or that of the nearest class which the
    program has a row for; `values` holds the literals that the trigger itself implies (`:roleValue "chair"`).
    """

    iri: str
    evokes: str
    kind: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    adverbs: tuple[str, ...]
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

    `terms` are by their holders' IRIs; `words` holds lists of lower-case words by their notation ("honorific" …);
    `epithets` the IRIs of the countries that a lower-case word may stand for before "country" ("island").
    """

    things: MappingProxyType[str, Thing] = field(default_factory=lambda: MappingProxyType({}))
    terms: MappingProxyType[str, tuple[Term, ...]] = field(default_factory=lambda: MappingProxyType({}))
    offices: tuple[OfficeKind, ...] = ()
    sectors: tuple[Sector, ...] = ()
    frames: tuple[Frame, ...] = ()
    cues: tuple[Cue, ...] = ()
    modality_cues: tuple[ModalityCue, ...] = ()
    units: tuple[Unit, ...] = ()
    words: MappingProxyType[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))

    epithets: MappingProxyType[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))

    def listed(self, notation: str) -> frozenset[str]:
        """A list of words; empty where there is none of this notation."""
        return self.words.get(notation, frozenset())


def ancestors(iri: str, broader: Callable[[str], Iterable[str]]) -> list[str]:
    """An IRI and all above it, nearest first; `broader` gives what is right above one, and may go in a circle."""
    found = [iri]
    for one in found:
        found += [above for above in broader(one) if above not in found]
    return found


def kinds_of(offices: Iterable[OfficeKind]) -> dict[str, frozenset[str]]:
    """Each kind of office (IRI) with itself and all that are broader."""
    broader = {office.iri: office.broader for office in offices}
    return {iri: frozenset(ancestors(iri, lambda one: broader.get(one, ()))) for iri in broader}
