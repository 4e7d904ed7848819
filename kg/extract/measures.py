"""Numbers about countries, bodies and organisations: the component `kg_measures`."""

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.about import whose
from kg.extract.dates import period_of
from kg.extract.doc import mention_at, passage, register, type_of
from kg.extract.grammar import prepositional, subjects
from kg.extract.metrics import Metric, MetricWords
from kg.extract.modality import modality_words
from kg.extract.phrasing import extent
from kg.extract.quantities import Quantities, Quantity
from kg.extract.scene import Scene
from kg.lexicon import Lexicon, load_lexicon
from kg.model import Measure, Rejected

__all__ = ["Measures"]

_SURE = 0.55  # below it a candidate is rejected
_NEAR = 6  # tokens between a distance and its direction
_LARGE = 1000  # a number without any noun is a date, an age or a part of a name, if it is smaller
_LEAST = 10  # smaller counts are seldom worth a row


@Language.factory("kg_measures", default_config={"lexicon": [], "base": "https://w3id.org/communique/id/"})
def make_measures(nlp: Language, name: str, lexicon: list[str], base: str) -> "Measures":
    """Make the component; see `kg.extract.pipeline` for its settings."""
    return Measures(load_lexicon(*map(Path, lexicon)))


class Measures:
    """Adds a Measure to `doc._.facts` for each number whose party is known, other numbers to `doc._.rejected`."""

    def __init__(self, lexicon: Lexicon) -> None:
        register()
        self._lexicon = lexicon
        self._quantities = Quantities(lexicon.units)
        self._metrics = MetricWords(lexicon.frames)
        self._modality = modality_words(lexicon.modality_cues)
        self._speech = frozenset(verb for cue in lexicon.cues for verb in cue.verbs)
        self._people = lexicon.words.get("counted-people", frozenset())
        self._directions = lexicon.words.get("distance", frozenset())
        self._uncounted = lexicon.words.get("uncounted", frozenset())
        self._generic = lexicon.words.get("generic", frozenset())

    def __call__(self, doc: Doc) -> Doc:
        scene = Scene(doc, self._lexicon, self._modality, {})
        seen: set[tuple[object, ...]] = set()
        for found in self._find(scene):
            if isinstance(found, Rejected):
                doc._.rejected.append(found)
            elif (key := (found.about, found.value, found.unit, found.direction)) not in seen:
                seen.add(key)
                doc._.facts.append(found)
        return doc

    def _find(self, scene: Scene) -> Iterator[Measure | Rejected]:
        before: Quantity | None = None
        for quantity in self._quantities.find(scene.doc):
            reason = self._unfit(quantity, before)
            if reason is None:
                yield self._measure(scene, quantity)
            elif reason:
                yield Rejected(passage(quantity.span), "measure", reason)
            before = quantity
        for token in scene.doc:
            if (told := self._metrics.told(token)) is not None:
                value, unit, metric = told
                quantity = Quantity(scene.doc[token.i : token.i + 1], value, unit, "factor")
                yield self._made(scene, quantity, metric)

    def _unfit(self, quantity: Quantity, before: Quantity | None) -> str | None:
        """Why a quantity is no candidate; "" where not even that is worth telling."""
        if (mention := mention_at(quantity.span[0])) is not None and mention.kind == "name":
            return ""
        noun = quantity.noun
        if quantity.dimension == "count":
            if noun is None:
                return None if quantity.value >= _LARGE else ""
            if _is_modifier(quantity):
                return "part of a word"
            if noun.lemma_.lower() in self._uncounted:
                return "not a thing whose number measures a party"
            if quantity.value < _LEAST:
                return "too small a count"
        if quantity.dimension == "length" and self._is_distance(quantity):
            return "a distance"
        if quantity.is_range:
            return "a range"
        if _repeats(quantity, before):
            return "the same amount in another unit"
        return None

    def _is_distance(self, quantity: Quantity) -> bool:
        """Whether a length only tells where something is: "200 km (125 miles) east of the city"."""
        after = quantity.span.doc[quantity.span.end : quantity.span.end + _NEAR]
        return any(t.lower_ in self._directions for t in after if t.sent == quantity.head.sent)

    def _measure(self, scene: Scene, quantity: Quantity) -> Measure | Rejected:
        metric = self._metrics.metric(quantity)
        if metric is None:
            return Rejected(passage(quantity.span), "measure", "nothing tells what is measured")
        return self._made(scene, quantity, metric)

    def _made(self, scene: Scene, quantity: Quantity, metric: Metric) -> Measure | Rejected:
        """The measure, where the text tells whose number it is."""
        about, sure = whose(scene, quantity, metric, self._speech)
        rule = f"measure/{metric.rule}"
        if sure < _SURE:
            return Rejected(passage(quantity.span), rule, "no party is told whose number it is")
        if not metric.befalls and all(_is_city(scene, iri) for iri in about):
            return Rejected(passage(quantity.span), rule, "a city's number")
        unit = quantity.unit or self._counted(quantity, metric)
        if unit is None:
            return Rejected(passage(quantity.span), rule, "nothing tells what is counted")
        doers = subjects(metric.verb) if metric.befalls and metric.verb is not None else ()
        head = (metric.head,) if metric.head is not None else ()
        tokens = [t for t in (*quantity.span, *head, *doers, *about.values()) if t.sent == quantity.head.sent]
        return Measure(
            metric=metric.name,
            about=tuple(sorted(about)),
            value=quantity.value,
            unit=unit,
            direction=metric.direction,
            period=_period(quantity, metric),
            evidence=passage(extent(quantity.head, tokens)),
            rule=rule,
            confidence=sure,
        )

    def _counted(self, quantity: Quantity, metric: Metric) -> str | None:
        """What a number without a unit counts: the noun behind it, or that in "the number of tourists rose to"."""
        noun = quantity.noun
        if noun is None:
            if metric.befalls:
                return "people"
            others = prepositional(metric.head, {"of"}) if metric.head is not None else ()
            noun = next((t for t in others if t not in quantity.span), metric.head)
            if noun is None or noun.lemma_.lower() not in self._people:
                return None
        if noun.lemma_.lower() in self._people:
            return "people"
        before = noun.nbor(-1) if noun.i else noun
        if noun.lemma_.lower() in self._generic and before.head == noun and before.dep_ == "compound":
            return f"{before.lower_} {noun.lower_}"
        return noun.lower_


def _period(quantity: Quantity, metric: Metric) -> str | None:
    """The span of time that a number is of; beside a change, a date may be what it is compared with."""
    tokens = (quantity.head, metric.head, metric.verb) if metric.direction == "level" else (metric.verb, metric.head)
    return next((p for t in tokens if t is not None and (p := period_of(t))), None)


def _is_city(scene: Scene, iri: str) -> bool:
    return type_of(scene.doc, iri) == "Place" and scene.country_at(iri) is not None


def _is_modifier(quantity: Quantity) -> bool:
    """Whether a number is part of an adjective: "a 24-hour service", "the 27-member bloc"."""
    after = quantity.span.doc[quantity.span.end : quantity.span.end + 1].text
    return after[:1] in ("-", "–")


def _repeats(quantity: Quantity, before: Quantity | None) -> bool:
    """Whether a quantity gives the one before it in another unit: "$5bn (RM20bn)", "200 km (125 miles)"."""
    if before is None or quantity.dimension != before.dimension or quantity.dimension not in ("money", "length"):
        return False
    between = quantity.span.doc[before.span.end : quantity.span.start].text.strip().lower()
    return quantity.unit != before.unit and between.startswith(("(", "or", "–", "-"))
