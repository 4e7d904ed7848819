"""Write ontology/countries.ttl: python countries.py COUNTRY_CODES_CSV.

COUNTRY_CODES_CSV is data/country-codes.csv of https://github.com/datasets/country-codes.
"""

import csv
import sys
from pathlib import Path

from ttl import en, expand, geonames, listed, names, node, rows, text, wikidata, write

COMMENT = """\
Countries, observer states and other parties of diplomacy: names, demonyms, capitals, codes.
Written by sources/countries.py; do not edit.
Names, demonyms, capitals and what stands for a government: sources/countries.psv, by hand (demonyms compared with
the CIA World Factbook, public domain). ISO 3166-1 codes, UNTERM official names, Wikidata and GeoNames identifiers:
https://github.com/datasets/country-codes (PDDL 1.0); those of parties without ISO code: Wikidata (CC0 1.0)."""
SOURCES = ("https://github.com/datasets/country-codes", "https://www.cia.gov/the-world-factbook/",
           "https://www.wikidata.org/")  # fmt: skip


def main(codes_csv: str) -> None:
    with Path(codes_csv).open(encoding="utf-8") as file:
        codes = {row["ISO3166-1-Alpha-2"]: row for row in csv.DictReader(file)}
    blocks: dict[str, dict[str, list[str]]] = {
        "data:countries": {
            "a": ["owl:Ontology"],
            "rdfs:label": [en("Countries and other parties")],
            "dcterms:source": [f"<{s}>" for s in SOURCES],
            "dcterms:license": ["<https://creativecommons.org/publicdomain/zero/1.0/>"],
        }
    }
    for row in rows("countries.psv"):
        code, label, capital, demonyms, others, metonyms, further = [*row, *[""] * 6][:7]
        facts = identifiers(codes.get(code, {}), code) | dict(part.split("=") for part in further.split())
        official = facts["official"]
        blocks[node("country", label)] = {
            "a": [":Country"],
            **names(label, [o for o in [*listed(others), official] if o and o != label]),
            ":demonym": [en(d) for d in expand(listed(demonyms))],
            ":metonym": [en(m) for m in listed(metonyms)],
            ":capital": [node("place", capital)] if capital else [],
            ":isoAlpha2": [text(facts["alpha2"])] if facts["alpha2"] else [],
            ":isoAlpha3": [text(facts["alpha3"])] if facts["alpha3"] else [],
            ":isoNumeric": [text(facts["numeric"])] if facts["numeric"] else [],
            "owl:sameAs": [*([wikidata(facts["wikidata"])] if facts["wikidata"] else []),
                           *([geonames(facts["geonames"])] if facts["geonames"] else [])],
        }  # fmt: skip
    write(Path(__file__).parent.parent / "countries.ttl", COMMENT, blocks)


def identifiers(row: dict[str, str], code: str) -> dict[str, str]:
    """Codes, Wikidata and GeoNames ids, and the official name without its article; empty where not known."""
    return {
        "alpha2": code,
        "alpha3": row.get("ISO3166-1-Alpha-3", "").strip(),
        "numeric": row.get("ISO3166-1-numeric", "").strip().zfill(3) if row else "",
        "wikidata": row.get("wikidata_id", "").rsplit("/", 1)[-1],
        "geonames": row.get("Geoname ID", "").strip(),
        "official": row.get("UNTERM English Formal", "").removeprefix("the ").strip(" *"),
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
