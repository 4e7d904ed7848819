"""The reference tells of every term, sector, office, frame and question, and can be read by everybody."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.docs.page import example_graph, reference
from kg.docs.reading import ONTOLOGY, curie
from kg.queries import questions
from kg.rdf.namespaces import BASE, KG

FILES = [path for path in ONTOLOGY.glob("*.ttl") if path.name != "shapes.ttl"]
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


@pytest.fixture(scope="module")
def examples() -> ox.Store:
    return example_graph()


@pytest.fixture(scope="module")
def html(examples: ox.Store) -> str:
    return reference(examples)


def subjects(*classes: str) -> set[str]:
    """The IRIs of the individuals of classes in the ontology."""
    quads = [quad for path in FILES for quad in ox.parse(path=str(path))]
    return {q.subject.value for q in quads if q.predicate == TYPE and q.object.value.removeprefix(KG) in classes}


def entry(html: str, anchor: str) -> str:
    """The part of the page from an anchor to the next entry, without tags and runs of spaces."""
    part = html.split(f'id="{anchor}"', 1)[1]
    text = re.sub(
        "<[^>]*>", " ", re.split(r'<section class="entry"|<h2|<h3 id="frames|<li id', part)[0].split(">", 1)[1]
    )
    return " ".join(text.split())


def test_every_term_has_an_entry_at_the_fragment_of_its_iri(html: str) -> None:
    owl = "http://www.w3.org/2002/07/owl#"
    kinds = (f"{owl}{kind}" for kind in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty"))
    own = {iri.removeprefix(KG) for iri in subjects(*kinds, "Modality") if iri.startswith(KG)}
    assert len(own) > 150
    assert {name for name in own if html.count(f'<section class="entry" id="{name}"') != 1} == set()


@pytest.mark.parametrize("class_", ["Sector", "OfficeKind", "Frame"])
def test_every_concept_and_frame_has_its_anchor(html: str, class_: str) -> None:
    found = {iri.removeprefix(BASE) for iri in subjects(class_)}
    assert len(found) > 30
    assert {path for path in found if html.count(f' id="{path}"') != 1} == set()


def test_anchors_are_unique_and_links_lead_to_them(html: str) -> None:
    anchors = re.findall(r'\bid="([^"]+)"', html)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(anchors)
    beside = set(re.findall(r'href="([^"#:]+)"', html))
    assert beside and all((ONTOLOGY / name).is_file() for name in beside)


ENTRIES = [
    ("Visit", "A person, or a country's delegation, travels to a place."),
    ("Visit", "broader :Happening also schema:TravelAction properties :visitor , :destination , :country"),
    ("Visit", ":visitor 1 :Person , :Country , :Place , :RegionalBody , :Organization needs exactly one visitor"),
    ("Visit", ":kind 1 or more official, state, working, private, unspecified kind must be"),
    ("Visit", "Example visit:"),
    ("Fact", "narrower :Happening , :Cooperation , :Membership"),
    ("Support", "PLOVER SUPPORT CAMEO 05"),
    ("Sector", "skos:notation 1 xsd:string , pattern ^[a-z0-9-]+$ needs exactly one id"),
    ("Cooperation", ":party 1 or more"),
    ("Measurement", "never also"),
    ("met", "domain :Party range :Party is symmetric"),
    ("met", "person:ana-zupan_slovenia :met person:karl-wieser_austria ."),
    ("met", "Rule # Who took part in the same meeting has met. PREFIX"),
    ("capital", "Example country:"),
    ("hasModality", "functional: one value at most"),
    ("memberOf", "also org:memberOf"),
    ("sector/energy", "energy sector:energy close medtop:20000256"),
    ("sector/energy", "energy efficiency, energy market"),
    ("frame/visit", "The premier visited Oslo"),
    ("frame/arrive", "arrive, land, touch down, disembark arrival visitor subject, possessive, of, circumstance"),
    ("frame/arrive", "circumstance destination in, at, on"),
    ("question-visits", "Who visited or will visit which place, and when? visits"),
    ("question-visits", "--country the country that is visited"),
    ("question-visits", "Ana Zupan Vienna Austria 2024-03-04"),
    ("question-visits", "SELECT ?visitor ?destination"),
]


@pytest.mark.parametrize(("anchor", "expected"), ENTRIES)
def test_entries(html: str, anchor: str, expected: str) -> None:
    text = entry(html, anchor).replace("&#39;", "'").replace("&#34;", '"')
    assert expected in text


def test_every_question_has_an_answer_of_the_example(html: str) -> None:
    assert {name for name in questions() if f'aria-label="Answer to {name}"' not in html} == set()


def test_the_example_has_something_of_every_kind_of_fact(html: str) -> None:
    shapes = (ONTOLOGY / "shapes.ttl").read_text(encoding="utf-8")
    (facts,) = re.findall(r"shape:fact .*?sh:targetClass (.*?) ;", shapes, re.DOTALL)
    for class_ in facts.replace(":", "").split(", "):
        assert 'aria-label="Example of ' in html.split(f'id="{class_}"', 1)[1].split("</section>", 1)[0], class_


def test_the_same_bytes_again(html: str, examples: ox.Store) -> None:
    assert reference(examples) == html


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        (KG + "Visit", ":Visit"),
        (BASE + "sector/rail", "sector:rail"),
        ("https://schema.org/Person", "schema:Person"),
        ("http://cv.iptc.org/newscodes/mediatopic/20000256", "medtop:20000256"),
        ("https://example.org/x", "https://example.org/x"),
        (BASE + "article/a#char=1,2", BASE + "article/a#char=1,2"),
    ],
)
def test_iris_with_prefixes(iri: str, short: str) -> None:
    assert curie(iri) == short


@pytest.mark.parametrize(("scheme", "fragment"), [("light", ""), ("dark", "#Visit"), ("light", "#question-visits")])
def test_everybody_can_read_it(view, grave, html: str, scheme: str, fragment: str) -> None:
    page = view(html, fragment)
    page.emulate_media(color_scheme=scheme)
    for details in page.locator(f"{fragment or 'nav'} details").all():
        details.evaluate("element => { element.open = true }")
    assert grave(page) == []


def test_the_search_box(view, html: str) -> None:
    page = view(html)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("cooperates i")
    assert page.locator("#found li").first.inner_text() == "cooperates in object property"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#cooperatesIn"
    page.locator("#search").fill(":met")
    assert page.locator("#found li").first.inner_text().startswith("met ")
    page.keyboard.press("ArrowDown")
    assert page.locator("#search").get_attribute("aria-activedescendant") == "hit-1"
    page.locator("#search").fill("no such thing")
    assert page.locator("#found").inner_text() == "No such term"
    page.keyboard.press("Escape")
    assert not page.locator("#found").is_visible()
    page.locator("#search").fill("rail")
    page.locator("#found li", has_text="sector").click()
    assert page.evaluate("location.hash") == "#sector/rail"


def test_it_fits_a_phone(view, html: str) -> None:
    page = view(html)
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_what_stands_in_a_graph_is_never_markup(turtle: Path) -> None:
    store = ox.Store()
    store.bulk_load(path=str(turtle))
    store.update(
        "DELETE { ?s ?p ?o } INSERT { ?s ?p '<img src=x onerror=alert(1)>'@en }"
        " WHERE { ?s ?p ?o FILTER(ISLITERAL(?o)) }"
    )
    assert "<img" not in reference(store)
