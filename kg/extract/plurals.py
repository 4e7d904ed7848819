"""Which entities together a plural phrase stands for: "the two countries", "both leaders", "they"."""

from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from kg.extract.doc import Mention, mention_at, parties, type_of
from kg.extract.grammar import prepositional
from kg.model import EntityType, Office

__all__ = ["group", "pair", "several"]

_GROUPS: tuple[tuple[EntityType, ...], ...] = (("Person",), ("Country", "RegionalBody"), ("Organization",))


def pair(
    doc: Doc, near: Iterable[Sequence[Mention]], all_: Iterable[Mention], types: tuple[EntityType, ...]
) -> tuple[str, ...]:
    """The two entities last spoken of together, else the two that the article speaks of most so far.

    `near` holds the mentions of the last sentences, nearest first. Countries are spoken of by their leaders, too.
    """
    led = _led(doc) if "Country" in types else {}
    for mentions in near:
        said = [i for m in mentions for i in m.iris]
        for ends in (said, [end for i in said for end in (i, led.get(i, i))]):
            two = dict.fromkeys(i for i in ends if type_of(doc, i) in types)
            if len(two) == 2:
                return tuple(two)
    counts = Counter(i for m in all_ for i in m.iris if type_of(doc, i) in types)
    return tuple(iri for iri, _ in counts.most_common(2))


def _led(doc: Doc) -> dict[str, str]:
    """The countries that people hold office of, as far as it is told."""
    offices = (f for f in doc._.facts if isinstance(f, Office) and f.status == "current")
    return {f.person: f.of for f in offices if f.of is not None and type_of(doc, f.of) == "Country"}


def group(doc: Doc, near: Iterable[Sequence[Mention]]) -> tuple[str, ...]:
    """Whom "they" are: those joined as a subject in the last sentences, or one with another, nearest first."""
    subjects = (m for mentions in near for m in mentions if doc[m.head].dep_ in ("nsubj", "nsubjpass"))
    together = (found(doc, m) for m in subjects for found in (_joined, _with))
    return next((iris for iris in together if len(iris) > 1), ())


def _with(doc: Doc, subject: Mention) -> tuple[str, ...]:
    """A person, and the one with whom this one does something: "X discussed it with Y when they met"."""
    people = [subject, *(m for t in prepositional(doc[subject.head].head, {"with"}) if (m := mention_at(t)))]
    iris = tuple(dict.fromkeys(i for m in people for i in m.iris))
    return iris if len(iris) == 2 and all(type_of(doc, i) == "Person" for i in iris) else ()


def several(doc: Doc, near: Iterable[Sequence[Mention]], number: int, types: tuple[EntityType, ...]) -> tuple[str, ...]:
    """The `number` entities of some types that were last listed together: whom "the three countries" are."""
    lists = (_joined(doc, m) for mentions in near for m in reversed(mentions))
    return next((iris for iris in lists if len(iris) == number and all(type_of(doc, i) in types for i in iris)), ())


def _joined(doc: Doc, mention: Mention) -> tuple[str, ...]:
    """The entities of one type that a mention, with what is joined to it, stands for."""
    iris = mention.iris if len(mention.iris) > 1 else parties(doc[mention.head])
    return iris if any(all(type_of(doc, iri) in types for iri in iris) for types in _GROUPS) else ()
