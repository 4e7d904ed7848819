"""Pages and files of what has an IRI, by content negotiation; the ontology, and the first page."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from served import client

from kg.model import Article, Entity, Passage, Reading, Statement
from kg.rdf.formats import serialize
from kg.rdf.write import to_quads
from kg.store import open_graph

ID = "https://w3id.org/communique/id/"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

FORMS = [
    ("*/*", "", "text/turtle; charset=utf-8", ox.RdfFormat.TURTLE),
    ("text/turtle", "", "text/turtle; charset=utf-8", ox.RdfFormat.TURTLE),
    ("application/ld+json", "", "application/ld+json", ox.RdfFormat.JSON_LD),
    ("application/n-triples", "", "application/n-triples", ox.RdfFormat.N_TRIPLES),
    (BROWSER, ".ttl", "text/turtle; charset=utf-8", ox.RdfFormat.TURTLE),
    (BROWSER, ".jsonld", "application/ld+json", ox.RdfFormat.JSON_LD),
    (BROWSER, ".nt", "application/n-triples", ox.RdfFormat.N_TRIPLES),
]


@pytest.mark.parametrize(("accept", "extension", "media", "format_"), FORMS)
def test_a_thing_as_data(
    asking: httpx.Client, store: Path, accept: str, extension: str, media: str, format_: ox.RdfFormat
) -> None:
    found = asking.get(f"/id/country/slovenia{extension}", headers={"Accept": accept})
    assert (found.status_code, found.headers["content-type"], found.headers["vary"]) == (200, media, "Accept")
    got = {quad.triple for quad in ox.parse(found.content, format=format_)}
    node = ox.NamedNode(f"{ID}country/slovenia")
    quads = open_graph(store).quads_for_pattern
    assert got == {q.triple for q in (*quads(node, None, None), *quads(None, None, node))}


def test_a_thing_as_a_page(asking: httpx.Client) -> None:
    found = asking.get("/id/country/slovenia", headers={"Accept": BROWSER})
    assert (found.status_code, found.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert found.headers["link"] == '<slovenia.ttl>; rel="alternate"; type="text/turtle"'
    for part in (
        "<h1>Slovenia</h1>",
        '<a href="../../ontology#Country">Country</a>',
        '<a href="http://www.wikidata.org/entity/Q215" rel="noreferrer">',
        "Slovenia joined the Alpine League in 2004",
        '<a href="../../id/body/alpine-league">Alpine League</a>',
        ">Zupan in Vienna</a>",
        '<a href="../../id/country/slovenia.jsonld">JSON-LD</a>',
        '<span class="modality">planned</span>',
    ):
        assert part in found.text
    assert asking.get("/id/country/slovenia.html", headers={"Accept": "text/turtle"}).text == found.text


def test_links_of_pages_lead_to_pages(asking: httpx.Client) -> None:
    """Whatever is named on the page of a country has a page itself: entities, facts, the article."""
    import re

    here = asking.get("/id/country/slovenia.html")
    links = set(re.findall(r'href="(\.\./\.\./id/[^"#]+)', here.text))
    assert len(links) > 15
    for link in links:
        found = asking.get(here.url.join(link), headers={"Accept": BROWSER})
        assert found.status_code == 200, link


def test_the_page_of_an_article(asking: httpx.Client, store: Path) -> None:
    article = next(iter(open_graph(store).query(f"SELECT ?a {{ GRAPH ?g {{ ?a a <{ONTOLOGY}Article> }} }}")))["a"]
    found = asking.get(f"/id/{article.value.removeprefix(ID)}", headers={"Accept": BROWSER})
    assert "<h1>Zupan in Vienna</h1>" in found.text
    assert "Matej Kos became finance minister of Slovenia" in found.text
    assert 'id="char=' in found.text  # where the IRI of a passage leads


ONTOLOGY = "https://w3id.org/communique/ontology#"


@pytest.mark.parametrize("path", ["country/atlantis", "nothing", "", "country/<>", "../etc/passwd", "%00"])
@pytest.mark.parametrize("accept", [BROWSER, "text/turtle"])
def test_what_is_not_there(asking: httpx.Client, path: str, accept: str) -> None:
    found = asking.get(f"/id/{path}", headers={"Accept": accept})
    assert (found.status_code, found.headers["content-type"]) == (404, "text/plain; charset=utf-8")


def test_no_form_that_there_is_not(asking: httpx.Client) -> None:
    assert asking.get("/id/country/slovenia", headers={"Accept": "image/png"}).status_code == 406


def test_the_ontology(asking: httpx.Client) -> None:
    found = asking.get("/ontology", headers={"Accept": BROWSER})
    assert found.status_code == 200 and 'id="Visit"' in found.text
    data = asking.get("/ontology", headers={"Accept": "application/n-triples"})
    assert f"<{ONTOLOGY}Visit> <http://www.w3.org/2000/01/rdf-schema#label>" in data.text


def test_the_first_page_is_that_of_kg_view_with_a_way_to_ask(asking: httpx.Client, store: Path) -> None:
    from kg.view.page import page

    found = asking.get("/")
    wanted = page(open_graph(store))
    link = '      <a class="button" href="query">Ask</a>\n'
    assert link in found.text and found.text.replace(link, "") == wanted
    again = asking.get("/", headers={"If-None-Match": found.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of the graph of hostile text, with a base of its own."""
    text = "<script>alert(1)</script> said “no”."
    name = '<img src=x onerror=alert(2)>"'
    base = "https://mine.example/data/"
    mallory = Entity(f"{base}person/mallory", "Person", name, (name,), (), ("javascript:alert(3)",))
    said = Statement(speaker=mallory.iri, mode="direct", evidence=Passage(0, len(text)), rule="<b>say</b>")
    reading = Reading(Article(text, "<i>x</i>", "<script>alert(4)</script>"), (mallory,), (), (said,))
    path = tmp_path_factory.mktemp("hostile") / "graph.ttl"
    path.write_bytes(serialize(to_quads([reading], base), "turtle", base))
    with client(path) as asking:
        yield asking


def test_text_is_never_markup(elsewhere: httpx.Client) -> None:
    found = elsewhere.get("/id/person/mallory.html")
    assert found.status_code == 200
    assert not [tag for tag in ("<script", "<img", "<b>", 'href="javascript') if tag in found.text]
    assert "&lt;img src=x onerror=alert(2)&gt;" in found.text and "&lt;script&gt;alert(1)&lt;/script&gt;" in found.text


def test_a_graph_with_another_base(elsewhere: httpx.Client) -> None:
    found = elsewhere.get("/id/person/mallory", headers={"Accept": "text/turtle"})
    assert found.status_code == 200 and "mine.example/data/person/" in found.text
    assert '<link rel="canonical" href="https://mine.example/data/person/mallory">' in elsewhere.get(
        "/id/person/mallory.html"
    ).text  # fmt: skip
