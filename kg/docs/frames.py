"""The frames that evoke each kind of fact: their words, and where each role stands beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from kg.docs.reading import Said, anchor, values
from kg.rdf.namespaces import KG, RDF, RDFS

__all__ = ["Frame", "frames"]

_IMPLIED = re.compile(r"(\w+)Value")
_PLACED = re.compile(r"(\w+)At")


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame: its words, the places of its roles (role, places), what its words imply (what, value), an example."""

    anchor: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    places: tuple[tuple[str, str], ...]
    implied: tuple[tuple[str, str], ...]
    example: str


def frames(said: Said) -> dict[str, tuple[Frame, ...]]:
    """The frames of each class of facts, by the class's IRI, in the order of the files."""
    found: defaultdict[str, list[Frame]] = defaultdict(list)
    for iri in said:
        if KG + "Frame" in values(said, iri, RDF + "type"):
            for class_ in values(said, iri, "evokes"):
                found[class_].append(_frame(said, iri))
    return {class_: tuple(some) for class_, some in found.items()}


def _frame(said: Said, iri: str) -> Frame:
    own = {key.removeprefix(KG): ", ".join(found) for key, found in said[iri].items() if key.startswith(KG)}
    implied = [(match[1], value) for key, value in own.items() if (match := _IMPLIED.fullmatch(key))]
    if "modality" in own:
        implied.append(("modality", anchor(own["modality"])))
    return Frame(
        anchor=anchor(iri),
        verbs=(*values(said, iri, "verb"), *values(said, iri, "adverb")),
        nouns=tuple(values(said, iri, "noun")),
        places=tuple((match[1], value) for key, value in own.items() if (match := _PLACED.fullmatch(key))),
        implied=tuple(implied),
        example=" ".join(values(said, iri, RDFS + "comment")),
    )
