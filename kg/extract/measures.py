"""Numbers about countries, bodies and organisations: the component `kg_measures`."""

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.extract.about import Owners, is_local, whose
from kg.extract.arguments import subjects
from kg.extract.counting import Counting
from kg.extract.dates import period_of
from kg.extract.doc import passage, register, type_of
from kg.extract.grammar import modifiers
from kg.extract.metric import Metric
from kg.extract.metrics import MetricWords
from kg.extract.modalwords import modality_words
from kg.extract.phrasing import extent
from kg.extract.quantities import Quantities, Quantity
from kg.extract.ranges import ranged
from kg.extract.scene import Scene
from kg.extract.tree import sentence_of
from kg.lexicon import Lexicon, load_lexicon
from kg.model import Measure, Passage, Rejected

__all__ = ["Measures"]

_TOLD = 0.75  # how sure it is where the clause itself tells the party
_BODIES = ("Organization", "RegionalBody")


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
        self._metrics = MetricWords(lexicon.frames, lexicon.words)
        self._counting = Counting(lexicon.words, self._quantities)
        self._modality = modality_words(lexicon.modality_cues)
        self._speech = frozenset(verb for cue in lexicon.cues for verb in cue.verbs)

    def __call__(self, doc: Doc) -> Doc:
        scene = Scene(doc, self._lexicon, self._modality, {})
        seen: set[tuple[object, ...]] = set()
        for found in (*self._numbers(scene), *self._verbs(scene)):
            if isinstance(found, Rejected):
                doc._.rejected.append(found)
            elif (key := (found.about, found.value, found.unit, found.direction)) not in seen:
                seen.add(key)
                doc._.facts.append(found)
        return doc

    def _numbers(self, scene: Scene) -> Iterator[Measure | Rejected]:
        """What the numbers of the text tell."""
        before: Quantity | None = None
        told: Token | None = None
        for quantity in ranged(self._quantities.find(scene.doc), self._metrics.changes):
            reason = self._counting.unfit(quantity, before)
            near = told if told is not None and _is_near(told, quantity) else None
            metric = self._metrics.metric(quantity, near) if reason is None else None
            told = metric.head if metric is not None else told
            if metric is not None:
                yield self._measure(scene, quantity, metric)
            elif reason != "":
                yield Rejected(passage(quantity.span), "measure", reason or "nothing tells what is measured")
            before = quantity

    def _verbs(self, scene: Scene) -> Iterator[Measure | Rejected]:
        """What verbs tell that have a number in them: "doubled"."""
        for token in self._metrics.telling(scene.doc):
            told = self._metrics.told(token)
            if told is not None:
                value, unit, metric = told
                quantity = Quantity(scene.doc[token.i : token.i + 1], value, unit, "factor")
                yield self._measure(scene, quantity, metric)

    def _measure(self, scene: Scene, quantity: Quantity, metric: Metric) -> Measure | Rejected:
        about, sure = whose(scene, quantity, metric, self._speech)
        demonyms = (d for iri in about if iri in self._lexicon.things for d in self._lexicon.things[iri].demonyms)
        unit = self._counting.unit(quantity, metric, demonyms)
        rule = f"measure/{metric.rule}"
        reason = self._unfit(scene, quantity, metric, about, sure)
        if reason is not None or unit is None:
            return Rejected(passage(quantity.span), rule, reason or "nothing tells what is counted")
        return Measure(
            metric=metric.name,
            about=tuple(sorted(about)),
            value=quantity.value,
            upper=quantity.upper,
            unit=unit,
            direction=metric.direction,
            period=_period(quantity, metric),
            evidence=_evidence(quantity, metric, about),
            rule=rule,
            confidence=sure,
        )

    def _unfit(self, scene: Scene, quantity: Quantity, metric: Metric, about: Owners, sure: float) -> str | None:
        """Why a number is no measure of those whose it seems to be."""
        types = {type_of(scene.doc, iri) for iri in about}
        if not about:
            return "no party is told whose number it is"
        if self._counting.is_of_states(quantity) and not (sure >= _TOLD and types <= {*_BODIES}):
            return "a number of countries, not of an organisation's"
        if self._counting.is_few(quantity, metric):
            return "too small a count"
        local = all(is_local(scene, iri) for iri in about)
        if not metric.befalls and (local or self._counting.is_of_town(quantity, metric)):
            return "a city's number"
        return None


def _is_near(told: Token, quantity: Quantity) -> bool:
    """Whether what was measured last may be meant by "it": it stands in the same sentence or the one before."""
    start, _ = sentence_of(quantity.head)
    before = sentence_of(quantity.span.doc[start - 1])[0] if start else 0
    return told.i >= before


def _period(quantity: Quantity, metric: Metric) -> str | None:
    """The span of time that a number is of; beside a change, a date may be what it is compared with."""
    tokens = (quantity.head, metric.head, metric.verb) if metric.direction == "level" else (metric.verb, metric.head)
    if metric.rule in ("compared-with", "carried"):  # what it measures is told of another time
        tokens = (quantity.head, metric.verb if metric.rule == "carried" else None)
    return next((p for t in tokens if t is not None and (p := period_of(t))), None)


def _evidence(quantity: Quantity, metric: Metric, about: Owners) -> Passage:
    """The shortest passage with the number, what it measures and, in the same sentence, whose it is."""
    doers = subjects(metric.verb) if metric.befalls and metric.verb is not None else ()
    heads = [t for t in (metric.head, quantity.noun) if t is not None]
    named = (t for head in heads for t in (head, *modifiers(head)))
    about_it = (*quantity.span, *(t.left_edge for t in quantity.span), *named, *doers, *about.values())
    return passage(extent(quantity.head, [t for t in about_it if sentence_of(t) == sentence_of(quantity.head)]))
