"""Shortcuts follow from actual facts, and lead to them."""

import pyoxigraph as ox
import pytest

from kg.model import Reading
from kg.rdf.namespaces import PREFIXES
from kg.rdf.shortcuts import RULES
from kg.rdf.write import to_quads

SHORTCUTS = [
    ("person:ana-zupan", ":met", "person:karl-wieser"),
    ("person:karl-wieser", ":met", "person:ana-zupan"),
    ("person:ana-zupan", ":visited", "place:vienna"),
    ("person:ana-zupan", ":visited", "country:austria"),
    ("country:austria", ":cooperatesWith", "country:slovenia"),
    ("country:austria", ":cooperatesIn", "sector:energy"),
    ("country:slovenia", ":signedWith", "country:austria"),
    ("person:ana-zupan", ":holdsOfficeIn", "country:slovenia"),
    ("person:ana-zupan", ":holdsOffice", '"prime minister of Slovenia"'),
    ("country:slovenia", ":memberOf", "body:alpine-league"),
    ("person:ana-zupan", ":actedTowards", "person:karl-wieser"),
    ("person:ana-zupan", ":stated", '"Our neighbours never blocked the railway"'),
]


@pytest.fixture(scope="module")
def store(reading: Reading) -> ox.Store:
    store = ox.Store()
    store.extend(ox.Quad(q.subject, q.predicate, q.object) for q in to_quads([reading]))
    return store


@pytest.mark.parametrize(("subject", "predicate", "object_"), SHORTCUTS)
def test_shortcuts_lead_to_the_words(store: ox.Store, subject: str, predicate: str, object_: str) -> None:
    assert store.query(f"ASK {{ {subject} {predicate} {object_} }}", prefixes=PREFIXES)
    chain = f"""ASK {{ ?s rdf:subject {subject} ; rdf:predicate {predicate} ; rdf:object {object_} ;
        prov:wasDerivedFrom/:evidence/nif:anchorOf ?words }}"""
    assert store.query(chain, prefixes=PREFIXES)


@pytest.mark.parametrize(
    "triple",
    [
        "country:austria :cooperatesIn sector:tourism",  # is planned
        "?anybody :met ?anybody",
        "person:matej-kos :holdsOffice ?office",  # is appointed, which is no tenure
        "country:austria :memberOf ?body",
    ],
)
def test_what_is_not_actual_gives_none(store: ox.Store, triple: str) -> None:
    assert not store.query(f"ASK {{ {triple} }}", prefixes=PREFIXES)


def test_rules_miss_nothing_of_what_they_do_not_see(reading: Reading) -> None:
    quads = list(to_quads([reading]))
    whole = ox.Store()
    whole.extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
    rules = [path.read_text(encoding="utf-8") for path in RULES.glob("*.rq")]
    derived = {t for rule in rules for t in whole.query(rule, prefixes=PREFIXES)}
    assert derived
    assert derived <= {q.triple for q in quads}


def test_each_rule_says_what_it_is_for_and_its_shortcut_is_documented() -> None:
    ontology = (RULES.parent / "communique.ttl").read_text(encoding="utf-8")
    rules = sorted(RULES.glob("*.rq"))
    assert rules
    for rule in rules:
        assert rule.read_text(encoding="utf-8").startswith("# ")
        assert f"(rules/{rule.name})" in ontology
