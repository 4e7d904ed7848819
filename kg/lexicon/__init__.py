"""What the extractor knows of the world, compiled from the Turtle in `ontology/` and the user's own."""

from kg.lexicon.compiling import load_lexicon
from kg.lexicon.entries import Cue, Frame, Lexicon, ModalityCue, OfficeKind, Sector, Term, Thing, Unit, kinds_of

__all__ = [
    "Cue", "Frame", "Lexicon", "ModalityCue", "OfficeKind", "Sector", "Term", "Thing", "Unit", "kinds_of",
    "load_lexicon",
]  # fmt: skip
