"""Which of the gold's entities the entities of found rows are, by their names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kg.eval.gold import ONE, SEVERAL, Gold, Row
from kg.eval.likeness import name_key
from kg.lexicon import Sector

__all__ = ["Kin", "Resolver", "kin_of"]

type Kin = Mapping[str, frozenset[str]]
"""The sectors just above and below each sector, by ids."""


def kin_of(sectors: Iterable[Sector]) -> Kin:
    """The sectors just above and below each of `sectors`."""
    ids = {sector.iri: sector.id for sector in sectors}
    kin: dict[str, set[str]] = defaultdict(set)
    for sector in sectors:
        for broader in (ids[iri] for iri in sector.broader if iri in ids):
            kin[sector.id].add(broader)
            kin[broader].add(sector.id)
    return {sector: frozenset(others) for sector, others in kin.items()}


class Resolver:
    """Puts the ids of an article's gold in place of the entities of found rows."""

    def __init__(self, gold: Gold, kin: Kin) -> None:
        self._kin = kin
        self._classes = {identity: row["class"] for identity, row in gold.entities.items()}
        self._bearers: dict[str, set[str]] = defaultdict(set)
        for identity, row in gold.entities.items():
            for label in row["labels"]:
                self._bearers[name_key(label)].add(identity)

    def entity(self, entity: Row | str | None) -> str | None:
        """The id of the gold's entity that shares the most names with a found one, of its class if there is one.

        An entity that shares none has an id of its own, which is none of the gold's. `entity` is a row, as rows of
        facts hold them, or just a name.
        """
        if entity is None:
            return None
        if isinstance(entity, str):
            entity = {"label": entity}
        label = name_key(entity.get("label") or "")
        names = {label, *map(name_key, entity.get("labels") or ())}
        votes = Counter(identity for name in names for identity in self._bearers.get(name, ()))
        likely = [identity for identity in votes if self._classes[identity] == entity.get("class")] or list(votes)
        return max(likely, key=lambda identity: (votes[identity], identity), default=f"?{label}")

    def row(self, row: Row) -> Row:
        """A found row with ids for entities (sets of ids for lists of them), and evidence as its words alone.

        The row of an entity has its id; that of a cooperation has as `sectors` all ids that its sector answers to.
        """
        if row["type"] == "entity":
            return {"id": self.entity(row), "class": row.get("class")}
        resolved = {key: self._value(key, value) for key, value in row.items()}
        if row["type"] == "cooperation":
            sector = (row.get("sector") or "").removeprefix("s:")
            resolved["sectors"] = {sector, *self._kin.get(sector, ())}
        return resolved

    def _value(self, key: str, value: Any) -> Any:
        if key in ONE:
            return self.entity(value)
        if key in SEVERAL:
            return {self.entity(entity) for entity in value or ()} - {None}
        if key == "evidence" and isinstance(value, dict):
            return value.get("text")
        return value
