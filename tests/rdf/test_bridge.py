"""Quads go to rdflib and come back as they were."""

import pyoxigraph as ox
import pytest
import rdflib

from kg.rdf.bridge import from_rdflib, to_rdflib

SUBJECT, PREDICATE, GRAPH = (ox.NamedNode(f"https://example.org/{name}") for name in ("s", "p", "g"))
XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    "value",
    [
        ox.NamedNode("https://example.org/o#char=1,2"),
        ox.BlankNode("b1"),
        ox.Literal("text"),
        ox.Literal("text", language="en"),
        ox.Literal("01.50", datatype=ox.NamedNode(XSD + "decimal")),
        ox.Literal("2024-05", datatype=ox.NamedNode(XSD + "gYearMonth")),
        ox.Literal("07", datatype=ox.NamedNode(XSD + "nonNegativeInteger")),
        ox.Literal(""),
    ],
)
@pytest.mark.parametrize("graph", [GRAPH, ox.DefaultGraph()])
def test_there_and_back(value: ox.NamedNode | ox.BlankNode | ox.Literal, graph: ox.NamedNode | ox.DefaultGraph) -> None:
    quad = ox.Quad(SUBJECT, PREDICATE, value, graph)
    dataset = rdflib.Dataset(default_union=True)
    to_rdflib([quad], dataset)
    assert list(from_rdflib(dataset)) == [quad]
