"""Write ontology/leaders.ttl: python leaders.py LEADERS_CSV COUNTRY_CODES_CSV FACTBOOK_JSON (after bodies.py).

LEADERS_CSV holds the terms of Wikidata's properties P35 (head of state) and P6 (head of government): iso3, role,
person, person_qid, start, end. COUNTRY_CODES_CSV is data/country-codes.csv of
https://github.com/datasets/country-codes; FACTBOOK_JSON a list of the CIA World Factbook's countries with their "code",
"chief of state" and "head of government". Prints what may be wrong: terms of two people in one post, and holders that
the factbook names otherwise.
"""

import csv
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from leader_checks import problems
from terms import OPEN, Term, closed, days, from_wikidata
from ttl import PLAIN, ascii_form, date, en, listed, node, rows, slug, text, wikidata, write

COMMENT = """\
Heads of state and government from 2010 on, and heads of international bodies, with their terms of office.
Written by sources/leaders.py; do not edit.
Terms: Wikidata, properties P35 and P6, October 2025 (CC0 1.0); later terms and corrections: sources/leader_terms.psv,
by hand after the CIA World Factbook of May 2026 (public domain). What neither has (heads of bodies, secretaries of
parties, Kosovo and some others) stands in that file from general knowledge, not yet compared with a list.
Posts, names as newspapers write them, and who is a woman: sources/leader_posts.psv, leader_names.psv and
leader_women.psv, by hand. Wikidata identifiers only where certain. A monarch of several countries has a term in one;
terms of less than 45 days are left out."""
SOURCES = ("https://www.wikidata.org/", "https://www.cia.gov/the-world-factbook/")
SINCE = "2010-01-01"
SHORTEST = 45  # days
HEADS = {"S": "state", "G": "government"}


@dataclass(frozen=True, slots=True)
class Person:
    """Whom news calls `name`, `family` for short; `qid` is "" where not known."""

    name: str
    family: str
    others: tuple[str, ...]
    qid: str
    gender: str


def main(leaders_csv: str, codes_csv: str, factbook_json: str) -> None:
    with Path(codes_csv).open(encoding="utf-8") as file:
        codes = list(csv.DictReader(file))
    iso = {row["ISO3166-1-Alpha-3"]: row["ISO3166-1-Alpha-2"] for row in codes}
    with Path(leaders_csv).open(encoding="utf-8") as file:
        statements = list(csv.DictReader(file))
    parties = {row[0]: node("country", row[1]) for row in rows("countries.psv")}
    told = [row | {"code": code} for row in statements if (code := iso.get(row["iso3"])) in parties]
    terms = [t for t in corrected(from_wikidata(told)) if t.end >= SINCE and days(t.start, t.end) >= SHORTEST]
    people = persons({row["person_qid"]: row["person"] for row in statements}, terms)
    names = {key: (person.name, *person.others) for key, person in people.items()}
    for line in problems(terms, names, codes, Path(factbook_json)):
        print(line, file=sys.stderr)
    write(Path(__file__).parent.parent / "leaders.ttl", COMMENT, blocks(terms, people, parties))


def corrected(terms: Iterable[Term]) -> list[Term]:
    """The terms with those of leader_terms.psv, which stand for all that the person had in the post ("*": in any)."""
    replaced: set[tuple[str, str, str]] = set()
    added = []
    for of, post, person, start, end, heads in (([*row, *[""] * 3][:6]) for row in rows("leader_terms.psv")):
        replaced.add((of, post, person))
        if start and start != "-":
            added.append(Term(of, post, person, start, end or OPEN, frozenset(HEADS[h] for h in heads)))
    kept = [t for t in terms if not {(t.of, t.post, t.person), (t.of, "*", t.person)} & replaced]
    return [*closed(kept, [*kept, *added]), *added]


def persons(labels: dict[str, str], terms: Iterable[Term]) -> dict[str, Person]:
    """The holders of the terms by Wikidata id, or by name where that is not known."""
    written = {row[0]: [*row[1:], "", ""] for row in rows("leader_names.psv")}
    women = {row[0] for row in rows("leader_women.psv")}
    found = {}
    for key in {t.person: None for t in terms}:
        label = labels.get(key, key)
        name, family, others = written.get(key, [label, "", ""])[:3]
        family = family or name.removesuffix(" Jr.").split()[-1]
        qid = key if key[1:].isdigit() else ""
        found[key] = Person(name, family, tuple(listed(others)), qid, "female" if name in women else "male")
    return found


def blocks(
    terms: Iterable[Term], people: dict[str, Person], parties: dict[str, str]
) -> dict[str, dict[str, list[str]]]:
    """The file's blocks: the ontology, people, tenures."""
    found: dict[str, dict[str, list[str]]] = {
        "data:leaders": {
            "a": ["owl:Ontology"],
            "rdfs:label": [en("Leaders and their terms")],
            "dcterms:source": [f"<{s}>" for s in SOURCES],
            "dcterms:license": ["<https://creativecommons.org/publicdomain/zero/1.0/>"],
        }
    }
    spoken = shared_words(people.values())
    for person in people.values():
        iri = node("person", person.name)
        assert iri not in found, f"{person.name}: two people have this name; tell them apart in leader_names.psv"
        found[iri] = {
            "a": [":Person"],
            "rdfs:label": [en(person.name)],
            "skos:altLabel": [en(o) for o in other_names(person) if " " in o or o.lower() not in spoken[person.name]],
            ":familyName": [text(person.family)],
            ":gender": [text(person.gender)],
            "owl:sameAs": [wikidata(person.qid)] if person.qid else [],
        }
    for term in terms:
        person, of = people[term.person], parties.get(term.of, f"body:{term.of}")
        post = "queen" if (term.post, person.gender) == ("king", "female") else term.post
        iri = "tenure:" + "-".join((of.partition(":")[2], post, slug(person.name), term.start[:4]))
        iri = iri if iri not in found else f"{iri}{term.start[4:]}"
        found[iri] = {
            "a": [":Tenure"],
            ":holder": [node("person", person.name)],
            ":post": [f"office:{post}"],
            ":of": [of],
            ":from": [date(term.start)],
            ":until": [date(term.end)] if term.end != OPEN else [],
            **{f":headOf{head.title()}": ["true"] for head in sorted(term.heads)},
        }
    return found


def other_names(person: Person) -> Iterator[str]:
    """Other spellings, and those without letters that the loss of an accent does not make plain (ø, ł, ı)."""
    forms = dict.fromkeys([person.name, *person.others])
    yield from (form for form in forms if form != person.name)
    yield from (plain for f in forms if f.translate(PLAIN) != f and (plain := ascii_form(f)) not in forms)


def shared_words(people: Iterable[Person]) -> dict[str, set[str]]:
    """For each person the words in the names of all others: none of these names that person alone."""
    words = {p.name: {w.lower() for n in (p.name, p.family, *p.others) for w in n.split()} for p in people}
    count: dict[str, int] = {}
    for own in words.values():
        for word in own:
            count[word] = count.get(word, 0) + 1
    return {name: {w for w in own if count[w] > 1} for name, own in words.items()}


if __name__ == "__main__":
    main(*sys.argv[1:])
