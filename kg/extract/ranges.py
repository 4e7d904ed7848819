"""Ranges of which both ends have a unit: "between 5% and 7%", "$5 billion to $7 billion"."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.quantities import Quantity

__all__ = ["ranged"]

_FAR = 3  # tokens back to "between": "between about 5% and 7%"


def ranged(quantities: Iterable[Quantity], changes: Callable[[Token], bool]) -> Iterator[Quantity]:
    """The quantities, with those that are two ends of a range made one.

    `changes` tells of a verb whether it says that something changes: "rose by $5bn to $7bn" has no range.
    """
    last: Quantity | None = None
    for quantity in quantities:
        if last is not None and _is_range(last, quantity, changes):
            span = quantity.span.doc[last.span.start : quantity.span.end]
            quantity, last = replace(quantity, span=span, value=last.value, upper=quantity.value), None
        if last is not None:
            yield last
        last = quantity
    if last is not None:
        yield last


def _is_range(low: Quantity, high: Quantity, changes: Callable[[Token], bool]) -> bool:
    doc, start = high.span.doc, low.span.start
    one = low.unit == high.unit or low.unit is None and low.span.end + 1 == high.span.start
    if low.upper is not None or high.upper is not None or not one or low.value >= high.value:
        return False
    between = doc[low.span.end : high.span.start].text.lower()
    before = [t.lower_ for t in doc[max(0, start - _FAR) : start]]
    if between == "and":
        return "between" in before
    risen = any(changes(t) for t in low.head.ancestors if t.i < start) or changes(low.head.head)
    return between in ("to", "-", "–") and low.unit is not None and not {"from", "by"} & {*before} and not risen
