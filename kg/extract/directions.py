"""Whether a number tells a level or a change, and which way: "rose 5%", "up 5%", "5% more than", "from 3% to 5%"."""

from typing import Literal

from spacy.tokens import Token

from kg.extract.quantities import Quantity
from kg.lexicon import Frame

__all__ = ["ENDS", "Direction", "adverbial", "compared", "is_adverb", "is_end", "of_frame"]

type Direction = Literal["level", "increase", "decrease"]

ENDS = ("to", "at", "from")
"""The prepositions before a number where a change begins or ends."""
_ADVERBS: dict[str, Direction] = {"up": "increase", "down": "decrease", "higher": "increase", "lower": "decrease"}
_COMPARED: dict[str, Direction] = {"more": "increase", "less": "decrease", "fewer": "decrease"}


def of_frame(frame: Frame | None) -> Direction:
    """What the words of a frame tell; a level where they tell nothing."""
    told = frame.values.get("direction", ("level",))[0] if frame else "level"
    return "increase" if told == "increase" else "decrease" if told == "decrease" else "level"


def is_adverb(token: Token) -> bool:
    """Whether a word is "up" or "down", or the like."""
    return token.lower_ in _ADVERBS


def adverbial(quantity: Quantity, over: Token) -> Direction | None:
    """The direction of "up 8%", "8% higher", "12% more than in 2022", where the number hangs on that word."""
    if over.pos_ not in ("ADV", "ADP", "ADJ"):
        return None
    return compared(quantity) or _ADVERBS.get(over.lower_)


def compared(quantity: Quantity) -> Direction | None:
    """The direction of "30% less gas"."""
    after = quantity.span.doc[quantity.span.end : quantity.span.end + 1]
    return _COMPARED.get(after.text.lower()) if quantity.dimension in ("share", "factor") else None


def is_end(quantity: Quantity) -> bool:
    """Whether the number is where a change begins or ends: "from 3% to 5%"; a parse may hang it on another word."""
    before = quantity.span.doc[max(0, quantity.span.start - 1)].lower_
    return before in ENDS or quantity.head.dep_ == "pobj" and quantity.head.head.lower_ in ENDS
