"""Which predicates a query can ask for."""

import pytest

from kg.queries.asked import predicates
from kg.rdf.namespaces import KG, RDF, RDFS


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT * { ?a :met ?b }", {KG + "met"}),
        ("SELECT ?a { ?a a :Visit ; :visitor/rdfs:label 'Ana' }", {RDF + "type", KG + "visitor", RDFS + "label"}),
        ("SELECT ?a { ?a ^:met|:visited+ ?b }", {KG + "met", KG + "visited"}),
        ("SELECT ?a { OPTIONAL { ?a :met ?b } FILTER NOT EXISTS { ?b :visited ?c } }", {KG + "met", KG + "visited"}),
        ("SELECT ?a { { SELECT ?a { ?a :met ?b } LIMIT 1 } UNION { ?a :visited ?c } }", {KG + "met", KG + "visited"}),
        ("SELECT ?a { ?a :met ?b MINUS { ?a :visited ?c } }", {KG + "met", KG + "visited"}),
        ("SELECT (COUNT(?a) AS ?n) { ?a :met ?b } GROUP BY ?b HAVING (COUNT(?a) > 1)", {KG + "met"}),
        ("SELECT ?a { ?a :met ?b BIND(EXISTS { ?a :visited ?c } AS ?x) }", {KG + "met", KG + "visited"}),
        ("SELECT ?a { ?a :met ?b FILTER(?b = :x || EXISTS { ?a :visited ?c }) }", {KG + "met", KG + "visited"}),
        ("CONSTRUCT { ?b ?c :made } { ?a :met ?b , ?c }", {KG + "met"}),
        ("CONSTRUCT WHERE { ?a :met ?b }", {KG + "met"}),
        ("ASK { ?a :met ?b }", {KG + "met"}),
        ("SELECT * { BIND(1 AS ?one) }", set()),
    ],
)
def test_names_the_predicates(query: str, expected: set[str]) -> None:
    assert predicates(query) == expected


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?a ?b ?c }",
        "SELECT * { ?a :met ?b . FILTER EXISTS { ?b ?how ?c } }",
        "SELECT * { ?a :met* ?b }",
        "SELECT * { ?a :met? ?b }",
        "SELECT * { ?a (:visited/:met?) ?b }",
        "SELECT * { ?a !:met ?b }",
        "SELECT * { GRAPH ?g { ?a :met ?b } }",
        "SELECT * { GRAPH ?g {} }",
        "SELECT * FROM <https://example.org/one> { ?a :met ?b }",
        "CONSTRUCT { ?a :met ?b } FROM NAMED <https://example.org/one> { ?a :met ?b }",
        "SELECT (EXISTS { ?a :visited ?c } AS ?x) { ?a :met ?b }",  # where rdflib reads no EXISTS
        "DESCRIBE ?a { ?a :met ?b }",
        "DESCRIBE :Visit",
        "SELECT * { ?a :met ?b {| prov:wasDerivedFrom ?c |} }",
        "SELECT * { ?a nowhere:met ?b }",
        "no SPARQL",
    ],
)
def test_may_ask_for_any(query: str) -> None:
    assert predicates(query) is None
