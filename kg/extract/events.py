"""Visits, meetings, cooperation, agreements, memberships, appointments and other acts: the component `kg_events`."""

from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.acts import acts
from kg.extract.agreements import agreements
from kg.extract.appointments import appointments
from kg.extract.cooperation import best, cooperation, from_agreements
from kg.extract.doc import register
from kg.extract.frames import FrameIndex
from kg.extract.incumbents import settled
from kg.extract.meetings import meetings
from kg.extract.membership import membership
from kg.extract.modalwords import modality_words
from kg.extract.scene import Scene
from kg.extract.sectors import SectorWords
from kg.extract.visits import visits
from kg.lexicon import Lexicon, load_lexicon
from kg.model import Agreement, Cooperation, Entity, Fact, Rejected

__all__ = ["Events"]

_BUILDERS = {
    "Visit": visits, "Meeting": meetings, "Cooperation": cooperation, "Agreement": agreements,
    "Membership": membership, "Appointment": appointments, "Act": acts,
}  # fmt: skip


@Language.factory("kg_events", default_config={"lexicon": [], "base": "https://w3id.org/communique/id/"})
def make_events(nlp: Language, name: str, lexicon: list[str], base: str) -> "Events":
    """Make the component; see `kg.extract.pipeline` for its settings."""
    return Events(load_lexicon(*map(Path, lexicon)))


class Events:
    """Adds the facts that frames tell to `doc._.facts`, weak candidates to `doc._.rejected`.

    The sectors that they are about become entities of the Doc.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        register()
        self._lexicon = lexicon
        self._frames = FrameIndex(lexicon.frames)
        self._modality = modality_words(lexicon.modality_cues)
        self._sectors = SectorWords(lexicon.sectors)
        self._names = {sector.iri: sector.id for sector in lexicon.sectors}

    def __call__(self, doc: Doc) -> Doc:
        scene = Scene(doc, self._lexicon, self._modality, self._sectors.find(doc))
        matches = list(self._frames.find(doc))
        found: list[Fact | Rejected] = []
        for kind, build in _BUILDERS.items():  # each sees the facts of those before it
            new = list(build(scene, [m for m in matches if m.frame.kind == kind]))
            doc._.facts.extend(f for f in new if not isinstance(f, Cooperation | Rejected))
            found += new
        doc._.facts = settled(doc._.facts)
        told = [f for f in found if isinstance(f, Cooperation)]
        together = list(best([*told, *from_agreements(f for f in found if isinstance(f, Agreement))]))
        doc._.facts.extend(together)
        doc._.rejected.extend(f for f in found if isinstance(f, Rejected))
        self._name_sectors(doc, [*found, *together])
        return doc

    def _name_sectors(self, doc: Doc, facts: Iterable[Fact | Rejected]) -> None:
        """A sector that a fact speaks of is an entity of the article."""
        for fact in facts:
            used = fact.sectors if isinstance(fact, Agreement) else ()
            for iri in (fact.sector,) if isinstance(fact, Cooperation) else used:
                if iri is not None and iri not in doc._.entities:
                    doc._.entities[iri] = Entity(iri=iri, type="Sector", name=self._names.get(iri, iri))
