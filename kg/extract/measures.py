"""Numbers about countries, bodies and organisations: the component `kg_measures`."""

from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.extract.about import Owners, around, of_clause, of_phrase
from kg.extract.dates import period_of
from kg.extract.doc import mention_at, passage, register, type_of
from kg.extract.grammar import is_clause
from kg.extract.metrics import Metric, MetricWords
from kg.extract.modality import modality_words
from kg.extract.phrasing import extent
from kg.extract.quantities import Quantities, Quantity
from kg.extract.scene import STATES, Scene
from kg.lexicon import Lexicon, load_lexicon
from kg.model import Measure, Rejected

__all__ = ["Measures"]

_SURE = 0.55  # below it a candidate is rejected
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
        self._people = lexicon.words.get("counted-people", frozenset())
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

    def _unfit(self, quantity: Quantity, before: Quantity | None) -> str | None:
        """Why a quantity is no candidate; "" where not even that is worth telling."""
        if (mention := mention_at(quantity.span[0])) is not None and mention.kind == "name":
            return ""
        noun = quantity.noun
        if quantity.dimension == "count":
            if noun is None:
                return ""
            if noun.lemma_.lower() in self._uncounted:
                return "not a thing whose number measures a party"
            if quantity.value < _LEAST:
                return "too small a count"
        if quantity.is_range:
            return "a range"
        if _repeats(quantity, before):
            return "the same amount in another unit"
        return None

    def _measure(self, scene: Scene, quantity: Quantity) -> Measure | Rejected:
        metric = self._metrics.metric(quantity)
        if metric is None:
            return Rejected(passage(quantity.span), "measure", "nothing tells what is measured")
        about, sure = self._about(scene, quantity, metric)
        rule = f"measure/{metric.rule}"
        if sure < _SURE:
            return Rejected(passage(quantity.span), rule, "no party is told whose number it is")
        tokens = [*quantity.span, *(t for t in (metric.head,) if t is not None), *about.values()]
        return Measure(
            metric=metric.name,
            about=tuple(sorted(about)),
            value=quantity.value,
            unit=self._unit(quantity),
            direction=metric.direction,
            period=self._period(quantity, metric),
            evidence=passage(extent(quantity.head, [t for t in tokens if t.sent == quantity.head.sent])),
            rule=rule,
            confidence=sure,
        )

    def _unit(self, quantity: Quantity) -> str:
        noun = quantity.noun
        if quantity.unit is not None:
            return quantity.unit
        if noun is None:
            return ""
        if noun.lemma_.lower() in self._people:
            return "people"
        before = noun.nbor(-1) if noun.i else noun
        if noun.lemma_.lower() in self._generic and before.head == noun and before.dep_ == "compound":
            return f"{before.lower_} {noun.lower_}"
        return noun.lower_

    def _period(self, quantity: Quantity, metric: Metric) -> str | None:
        tokens = (quantity.head, metric.head, metric.verb)
        return next((p for t in tokens if t is not None and (p := period_of(t))), None)

    def _about(self, scene: Scene, quantity: Quantity, metric: Metric) -> tuple[Owners, float]:
        """Whose number it is, and how sure that is: told by the phrase, by the clause, by those above it."""
        casualty = metric.frame is not None and metric.frame.roles.get("about")
        found: Owners = {}
        for token in quantity.span:
            found |= {k: v for k, v in of_phrase(scene, token).items() if k not in found}
        if metric.head is not None and not is_clause(metric.head):
            found |= {k: v for k, v in of_phrase(scene, metric.head).items() if k not in found}
        if found and not casualty:
            return found, 0.85
        if metric.verb is not None:
            found |= of_clause(scene, metric.verb)
        if found:
            return found, 0.75
        for token in around(metric.verb or quantity.head):
            found = of_clause(scene, token) if is_clause(token) else of_phrase(scene, token)
            if found:
                return found, 0.65
        return self._in_sentence(scene, quantity)

    def _in_sentence(self, scene: Scene, quantity: Quantity) -> tuple[Owners, float]:
        """The only country or body that the sentence names."""
        sent = quantity.head.sent
        near = {iri: scene.doc[m.head] for m in scene.doc._.mentions if sent.start <= m.start < sent.end
                for iri in m.iris if type_of(scene.doc, iri) in (*STATES, "Organization")}  # fmt: skip
        return (near, 0.6) if len(near) == 1 else ({}, 0.0)


def _repeats(quantity: Quantity, before: Quantity | None) -> bool:
    """Whether a quantity gives the one before it in another unit: "$5bn (RM20bn)", "200 km (125 miles)"."""
    if before is None or quantity.dimension != before.dimension or quantity.dimension not in ("money", "length"):
        return False
    between = quantity.span.doc[before.span.end : quantity.span.start].text.strip().lower()
    return quantity.unit != before.unit and between.startswith(("(", "or", "–", "-"))
