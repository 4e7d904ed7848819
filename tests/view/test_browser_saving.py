"""Taking away: pictures, tables and the graph itself."""

import csv
import io
import json
import struct
import xml.etree.ElementTree as ET
from pathlib import Path

import pyoxigraph as ox
import pytest
from alps import ARTICLE, FACTS, ROWS_OF_BOTH, ZUPAN

from kg.rdf.formats import serialize
from kg.store import open_graph
from kg.view.page import page, page_of_rows


def save(tab, name):
    tab.locator("#save summary").click()
    with tab.expect_download() as started:
        tab.get_by_role("button", name=name).click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def test_the_picture_as_png(page, picture):
    name, data = save(page, "Picture as PNG")
    assert name == "zupan-in-vienna-0a1b2c3d.png"
    assert data.startswith(b"\x89PNG")
    size = page.evaluate("[canvasBox.clientWidth, canvasBox.clientHeight]")
    assert list(struct.unpack(">II", data[16:24])) == size


def test_the_picture_as_svg_shows_what_is_seen(page, picture):
    name, data = save(page, "Picture as SVG")
    assert name.endswith(".svg")
    root = ET.fromstring(data)
    texts = {" ".join(span.text for span in text) for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert texts == picture.names()
    assert {"Ana Zupan", "Alpine Forum", "visits"} <= texts
    shapes = [path.find("{http://www.w3.org/2000/svg}title") for path in root.iter("{http://www.w3.org/2000/svg}path")]
    assert "Ana Zupan visits Vienna" in {title.text for title in shapes if title is not None}


def test_the_picture_as_svg_fades_what_does_not_stand_out(page):
    page.evaluate(f"choose('node:{ZUPAN}')")
    _, data = save(page, "Picture as SVG")
    faint = [path for path in ET.fromstring(data).iter() if path.get("opacity")]
    assert "Hungary" in {path.findtext("{http://www.w3.org/2000/svg}title") for path in faint}
    assert "Ana Zupan" not in {path.findtext("{http://www.w3.org/2000/svg}title") for path in faint}


def table(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_facts_as_csv(page):
    name, data = save(page, "Facts as CSV")
    rows = table(data)
    assert name.endswith(".csv")
    assert [row["words"] for row in rows] == [fact["evidence"]["text"] for fact in FACTS]
    assert rows[2] == {
        "kind": "visit", "fact": "Ana Zupan visits Vienna", "when": "2024-03-04", "where": "Vienna; Austria",
        "sector": "", "modality": "actual", "confidence": "0.8", "said by": "", "rule": "visit/by-hand",
        "words": "Ana Zupan of Slovenia arrived in Vienna on March 4 for an official visit",
        "article": "Zupan in Vienna", "publisher": "Alpine Courier", "published": "2024-03-05",
        "start": str(FACTS[2]["evidence"]["start"]), "end": str(FACTS[2]["evidence"]["end"]),
    }  # fmt: skip


def test_the_csv_holds_what_the_filters_leave_in_the_order_of_the_table(page):
    page.evaluate("go({ kind: ['cooperation', 'meeting'], sort: '-modality' })")
    modalities = [row["modality"] for row in table(save(page, "Facts as CSV")[1])]
    assert modalities == ["proposed", "planned", "planned", "actual", "actual"]


def test_a_spreadsheet_finds_no_formula_in_the_csv(view):
    evil = {**ARTICLE, "title": '=HYPERLINK("http://x.example")', "publisher": "+1-2"}
    page = view(page_of_rows(ROWS_OF_BOTH, [evil]))
    rows = table(save(page, "Facts as CSV")[1])
    assert rows[0]["article"] == '\'=HYPERLINK("http://x.example")'
    assert rows[0]["publisher"] == "'+1-2"


@pytest.fixture
def graph(turtle):
    return open_graph(turtle)


def test_the_graph_as_turtle_is_the_graph(view, graph):
    name, data = save(view(page(graph)), "Graph as Turtle")
    assert name.endswith(".ttl")
    assert data == serialize(graph, "turtle")


def triples(quads):
    return {quad.triple for quad in quads}


def test_the_graph_as_json_ld_is_the_graph(view, graph):
    name, data = save(view(page(graph)), "Graph as JSON-LD")
    assert name.endswith(".jsonld")
    assert triples(ox.parse(data, format=ox.RdfFormat.JSON_LD)) == triples(graph)


TRICKY = """
@prefix x: <https://x.example/> .
x:a a x:Thing , x:Other ; x:says "she said \\"no.\\"\\n; , . #\\u00e9\\\\" , "ja"@de-AT ; x:n 1 , 1.50 , 2e3 , true .
<https://x.example/a#b,c> x:when "2024"^^<http://www.w3.org/2001/XMLSchema#gYear> ; x:p x:a\\,b , x:c.d , x:e%20f .
"""


def test_json_ld_holds_whatever_turtle_can_say(page):
    page.evaluate("text => { window.made = toJsonLd(text) }", TRICKY)
    made = page.evaluate("window.made")
    assert isinstance(json.loads(made), list)
    assert triples(ox.parse(made.encode(), format=ox.RdfFormat.JSON_LD)) == triples(
        ox.parse(TRICKY.encode(), format=ox.RdfFormat.TURTLE)
    )
