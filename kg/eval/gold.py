"""What people found in an article: the gold, which what is extracted is measured against.

The gold of an article is one file of JSON:

    {"entities": [{"id": "e1", "type": "Person", "name": "Ana Zupan", "aliases": ["Zupan"], "wikidata": null},
                  {"id": "e2", "type": "Country", "name": "Slovenia", "aliases": ["Slovenian"], "wikidata": "Q215"}],
     "facts": [{"type": "office", "person": "e1", "title": "prime minister", "of": "e2", "status": "current",
                "evidence": "Slovenian Prime Minister Ana Zupan"}]}

A fact has the keys of the rows that `kg facts` prints, with the ids of entities in place of entities, and evidence
that is the words alone. A sector is its id, bare or behind "s:". `name` is the full name of an entity, `aliases` are
the forms that the text has, `wikidata` is its item where that is known.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from kg.errors import KgError
from kg.facts import TYPES
from kg.model import EntityType

__all__ = ["ONE", "SCORED", "SEVERAL", "Gold", "Row", "read_gold"]

type Row = dict[str, Any]

SCORED = tuple(kind for kind in TYPES if kind != "date")
"""The types of rows that are measured: entities, then the facts."""

ONE = frozenset(
    {"person", "of", "visitor", "destination", "country", "place", "event", "speaker", "member", "body", "actor",
     "target"}
)  # fmt: skip
"""The keys of facts that hold an entity."""

SEVERAL = frozenset({"participants", "parties", "about"})
"""The keys of facts that hold a list of entities."""

# Without these a fact of the gold could not be found by any row.
_NEEDED = {
    "office": ("person", "title"),
    "visit": ("visitor",),
    "meeting": ("participants",),
    "cooperation": ("parties",),
    "agreement": ("parties", "evidence"),
    "statement": ("speaker", "evidence"),
    "membership": ("member", "body", "role"),
    "measure": ("about", "value"),
    "appointment": ("person", "title", "change"),
    "event": ("actor", "plover"),
}


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of the article `name`: entities by id, as rows with id, label, labels, class and wikidata; facts."""

    name: str
    entities: Mapping[str, Row]
    facts: tuple[Row, ...]


def read_gold(folder: Path) -> list[Gold]:
    """The gold in the files NAME.json of a folder, by name.

    Raises KgError where there is no such folder, it holds no such file, or one does not have the form above.
    """
    if not folder.is_dir():
        raise KgError(f"{folder}: no such folder; give one that holds the gold, a file NAME.json for each article")
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise KgError(f"{folder}: no gold in this folder; put a file NAME.json into it for each article")
    return [_gold(path) for path in paths]


def _gold(path: Path) -> Gold:
    try:
        data = json.loads(path.read_bytes())
    except json.JSONDecodeError as error:
        raise KgError(f"{path}:{error.lineno}: not valid JSON ({error.msg}); mend it there") from error
    except (OSError, ValueError) as error:
        raise KgError(f"{path}: cannot be read ({error}); give JSON in UTF-8") from error
    entities = {row["id"]: row for row in (_entity(entry, where) for entry, where in _entries(data, "entities", path))}
    facts = tuple(_fact(entry, entities, where) for entry, where in _entries(data, "facts", path))
    return Gold(path.stem, entities, facts)


def _entries(data: Any, key: str, path: Path) -> list[tuple[Row, str]]:
    """The objects in a list of the file, each with the words that say where it stands."""
    entries = data.get(key) if isinstance(data, dict) else None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise KgError(f'{path}: no list of objects "{key}"; gold is an object with "entities" and "facts"')
    return [(entry, f"{path}: {key}[{number}]") for number, entry in enumerate(entries)]


def _entity(entry: Row, where: str) -> Row:
    for key in ("id", "name"):
        if not isinstance(entry.get(key), str):
            raise KgError(f'{where}: this entity has no "{key}"; give it one')
    _check_type(entry, get_args(EntityType), where)
    return {
        "type": "entity",
        "id": entry["id"],
        "class": entry["type"],
        "label": entry["name"],
        "labels": [entry["name"], *(entry.get("aliases") or ())],
        "wikidata": entry.get("wikidata"),
    }


def _fact(entry: Row, entities: Mapping[str, Row], where: str) -> Row:
    _check_type(entry, tuple(_NEEDED), where)
    for key in _NEEDED[entry["type"]]:
        if entry.get(key) is None:
            raise KgError(f'{where}: this {entry["type"]} has no "{key}"; give it one, or take the fact out')
    ids = [entry[key] for key in ONE & entry.keys() if entry[key] is not None]
    ids += [identity for key in SEVERAL & entry.keys() for identity in entry[key] or ()]
    for identity in ids:
        if identity not in entities:
            raise KgError(f'{where}: no entity has the id {identity!r}; list it among "entities", or mend the id')
    return entry


def _check_type(entry: Row, types: tuple[str, ...], where: str) -> None:
    if entry.get("type") not in types:
        raise KgError(f"{where}: no such type ({entry.get('type')}); choose one of {', '.join(types)}")
