"""Write ontology/bodies.ttl: python bodies.py COUNTRY_CODES_CSV FACTBOOK_JSON (after countries.py).

COUNTRY_CODES_CSV is data/country-codes.csv of https://github.com/datasets/country-codes; FACTBOOK_JSON a list of the
CIA World Factbook's countries, each with its GEC "code" and its "organisations" ("AfDB, NAM (observer), UN").
"""

import csv
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

from ttl import en, expand, listed, names, node, rows, text, wikidata, write, year

COMMENT = """\
International and regional bodies: names, acronyms, founding years, seats, members. Membership is that of early 2026.
Written by sources/bodies.py; do not edit.
Names, years, seats and the members of smaller bodies: sources/bodies.psv, by hand from the bodies' own lists.
Members of bodies of the world: CIA World Factbook of May 2026 (public domain). Wikidata identifiers: Wikidata
(CC0 1.0), compared with https://github.com/confirmordeny/supraverden; given only where certain."""
SOURCES = ("https://www.cia.gov/the-world-factbook/", "https://www.wikidata.org/")
ROLES = (":hasMember", ":observerMember", ":partnerMember")

type Lists = dict[tuple[str, str], set[str]]
"""The ISO codes of the states that the factbook lists, by the body's code and the status ("" is full membership)."""


def main(codes_csv: str, factbook_json: str) -> None:
    country = {row[0]: node("country", row[1]) for row in rows("countries.psv")}
    lists = factbook(Path(factbook_json), gec_codes(Path(codes_csv)))
    blocks: dict[str, dict[str, list[str]]] = {
        "data:bodies": {
            "a": ["owl:Ontology"],
            "rdfs:label": [en("International and regional bodies")],
            "dcterms:source": [f"<{s}>" for s in SOURCES],
            "dcterms:license": ["<https://creativecommons.org/publicdomain/zero/1.0/>"],
        }
    }
    members: dict[str, list[set[str]]] = {}
    for row in rows("bodies.psv"):
        slug, label, acronyms, others, qid, founded, seat, *states = [*row, *[""] * 8][:10]
        members[slug] = [chosen(cell, lists, members) for cell in states]
        kind, _, name = slug.rpartition(":")
        blocks[f"{kind or 'body'}:{name}"] = {
            "a": [":Organization" if kind else ":RegionalBody"],
            **names(label, [o for o in expand(listed(others)) if o != label]),
            ":acronym": [text(a) for a in listed(acronyms)],
            ":founded": [year(founded)] if founded else [],
            ":seat": [node("place", seat)] if seat else [],
            **{
                role: [country[c] for c in some if c in country]
                for role, some in zip(ROLES, members[slug], strict=True)
            },
            "owl:sameAs": [wikidata(qid)] if qid else [],
        }
    write(Path(__file__).parent.parent / "bodies.ttl", COMMENT, blocks)


def chosen(cell: str, lists: Lists, members: dict[str, list[set[str]]]) -> set[str]:
    """The ISO codes that a cell of bodies.psv stands for."""
    codes: set[str] = set()
    for part in cell.split():
        kind, rest = part[0], part[1:].replace("+", " ")
        if kind == "@":
            body, _, status = rest.partition("/")
            codes |= lists[body, status]
        elif kind == "=":
            codes |= members[rest][0]
        elif kind == "-":
            codes -= {rest}
        else:
            codes |= {part}
    return codes


def gec_codes(path: Path) -> dict[str, str]:
    """The ISO alpha-2 code of each GEC (formerly FIPS) code, in lower case."""
    with path.open(encoding="utf-8") as file:
        found = {gec.strip().lower(): row["ISO3166-1-Alpha-2"]
                 for row in csv.DictReader(file) for gec in row["FIPS"].split(",")}  # fmt: skip
    return found | {"we": "PS", "kv": "XK", "ri": "RS", "mj": "ME", "wa": "NA", "od": "SS", "tw": "TW"}


def factbook(path: Path, iso: dict[str, str]) -> Lists:
    lists: Lists = defaultdict(set)
    for state in json.loads(path.read_text(encoding="utf-8")):
        organisations = re.sub(r"<.*?>|&nbsp;", " ", state.get("organisations") or "")
        for entry in re.split(r",\s*(?![^()]*\))", organisations):
            if found := re.match(r"(.*?)\s*(?:\((.*)\))?$", entry.strip()):
                status = (found[2] or "").replace("suspended", "").replace("Chinese Taipei", "")
                lists[found[1], status].add(iso.get(state["code"], ""))
    return lists


if __name__ == "__main__":
    main(*sys.argv[1:])
