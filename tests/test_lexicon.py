"""What the compiled lexicon holds, what is wrong with a file, and what a user's Turtle teaches the extractor."""

import re
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.extract.pipeline import load_pipeline, read
from kg.lexicon import Lexicon, load_lexicon
from kg.model import Article, Cooperation, Reading

ID = "https://w3id.org/communique/id/"
PREFIXES = """\
@prefix : <https://w3id.org/communique/ontology#> .
@prefix id: <https://w3id.org/communique/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
"""


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def test_countries_have_names_demonyms_capitals_and_identifiers(lexicon):
    peru = lexicon.things[ID + "country/peru"]
    assert peru.type == "Country"
    assert peru.names[0] == "Peru"
    assert "Peruvian" in peru.demonyms
    assert peru.capital == ID + "place/lima"
    assert "http://www.wikidata.org/entity/Q419" in peru.same_as


def test_places_lie_in_countries(lexicon):
    assert lexicon.things[ID + "place/lima"].country == ID + "country/peru"


def test_bodies_have_acronyms_and_members(lexicon):
    asean = lexicon.things[ID + "body/asean"]
    assert asean.type == "RegionalBody"
    assert "ASEAN" in asean.acronyms
    assert ID + "country/thailand" in asean.members


def test_leaders_have_family_names_and_terms(lexicon):
    people = [t for t in lexicon.things.values() if t.type == "Person"]
    assert len(people) > 500
    assert all(t.family_name for t in people)
    assert set(lexicon.terms) <= {t.iri for t in people}
    posts = {kind.iri for kind in lexicon.offices}
    terms = [term for held in lexicon.terms.values() for term in held]
    assert all(term.post in posts and term.of in lexicon.things for term in terms)
    assert all(term.start is None or term.end is None or term.start <= term.end for term in terms)


def test_offices_sectors_frames_and_words(lexicon):
    offices = {kind.title: kind for kind in lexicon.offices}
    assert offices["minister"].takes_portfolio
    assert "premier" in offices["prime minister"].names
    assert "tourism" in {sector.id for sector in lexicon.sectors}
    visit = next(frame for frame in lexicon.frames if frame.kind == "Visit" and frame.verbs)
    assert {"visitor", "destination"} & set(visit.roles)
    assert "mr" in lexicon.words["honorific"]
    assert all(word == word.lower() for words in lexicon.words.values() for word in words)


def test_each_list_of_words_is_read_and_each_that_is_read_is_there(lexicon):
    source = "".join(path.read_text() for path in sorted((Path(__file__).parents[1] / "kg" / "extract").glob("*.py")))
    units = {f"unit-{dimension}" for unit in lexicon.units for dimension in unit.values["dimension"]}
    asked = set(re.findall(r'\b(?:listed|words|is_one_of)\([^"()]*"([a-z-]+)"', source))
    assert asked > {"honorific", "counting", "trip"}  # in each of the ways
    assert asked <= {*lexicon.words, *units}
    families = {name for name in lexicon.words if re.search(rf'"{name.split("-")[0]}-["{{]', source)}
    assert {name for name in lexicon.words if f'"{name}"' not in source} <= families


def test_the_names_of_a_thing_begin_with_the_usual_one(lexicon):
    assert lexicon.things[ID + "country/united-states"].names[0] == "United States"


def test_a_set_of_files_is_read_once():
    assert load_lexicon() is load_lexicon()


def test_a_missing_file_is_named():
    with pytest.raises(KgError, match=r"nowhere\.ttl: cannot read this lexicon"):
        load_lexicon(Path("nowhere.ttl"))


@pytest.mark.parametrize("text", ["this is no Turtle", ":a :b .", "<a> <b> <c"])
def test_what_is_not_turtle_is_named(tmp_path: Path, text: str):
    path = tmp_path / "mine.ttl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KgError, match=r"mine\.ttl: not valid Turtle") as caught:
        load_lexicon(path)
    assert "\n" not in str(caught.value)


def test_a_users_file_may_say_more_of_a_known_thing(tmp_path: Path):
    path = tmp_path / "mine.ttl"
    path.write_text(PREFIXES + '<https://w3id.org/communique/id/country/peru> skos:altLabel "Inkaland"@en .', "utf-8")
    peru = load_lexicon(path).things[ID + "country/peru"]
    assert {"Peru", "Inkaland"} <= set(peru.names)
    assert "Inkaland" not in load_lexicon().things[ID + "country/peru"].names


MINE = (
    PREFIXES
    + """
<https://w3id.org/communique/id/body/harbour-pact> a :RegionalBody ;
    rdfs:label "Harbour Pact"@en ;
    skos:altLabel "Pact of the Harbours"@en ;
    :acronym "HRBP" ;
    owl:sameAs <http://www.wikidata.org/entity/Q999999999> .

<https://w3id.org/communique/id/sector/falconry> a :Sector ;
    skos:notation "falconry" ;
    skos:prefLabel "falconry"@en ;
    skos:altLabel "hawking"@en, "birds of prey"@en .

:Anointment a owl:Class ;
    rdfs:subClassOf :Act ;
    rdfs:label "anointment"@en ;
    rdfs:comment "Somebody anoints somebody."@en ;
    :plover "SUPPORT" .

<https://w3id.org/communique/id/frame/anoint> a :Frame ;
    :evokes :Anointment ;
    :verb "anoint", "garland" ;
    :actorAt "subject" ;
    :targetAt "object" .
"""
)


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory):
    """Reads a text with a pipeline that has learnt a body, a sector and a kind of event."""
    path = tmp_path_factory.mktemp("lexicon") / "mine.ttl"
    path.write_text(MINE, encoding="utf-8")
    nlp = load_pipeline(lexicon=[path])

    def run(text: str) -> Reading:
        return next(read(nlp, [Article(text, date="2024-05-17")]))

    return run


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Peru joined the Harbour Pact.", "Harbour Pact"),
        ("The HRBP met in Lima.", "HRBP"),
        ("Leaders of the Pact of the Harbours agreed.", "Pact of the Harbours"),
    ],
)
def test_a_new_body(taught, text, label):
    (body,) = [e for e in taught(text).entities if e.type == "RegionalBody"]
    assert (body.name, body.labels) == ("Harbour Pact", (label,))
    assert body.same_as == ("http://www.wikidata.org/entity/Q999999999",)


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Kenya will cooperate in falconry.",
        "Peru and Kenya agreed to cooperate on hawking.",
        "Kenya and Peru expanded cooperation in birds of prey.",
    ],
)
def test_a_new_sector(taught, text):
    facts = [f for f in taught(text).facts if isinstance(f, Cooperation)]
    assert {f.sector for f in facts} == {ID + "sector/falconry"}


@pytest.mark.parametrize(
    "text",
    [
        "Peru anointed Ana Ruiz.",
        "Ana Ruiz was garlanded by Peru.",
        "Norway stayed away, but Peru garlanded Ana Ruiz on Monday.",
    ],
)
def test_a_new_kind_of_event(taught, text):
    result = taught(text)
    names = {e.iri: e.name for e in result.entities}
    rows = [(names[f.actor], f.plover, names[f.target], f.kind) for f in result.facts if hasattr(f, "plover")]
    assert rows == [("Peru", "SUPPORT", "Ana Ruiz", "https://w3id.org/communique/ontology#Anointment")]


def test_what_was_not_taught_is_not_known(tmp_path: Path):
    """The same words without the user's file: no body, no sector, no event."""
    nlp = load_pipeline()
    (result,) = read(nlp, [Article("The HRBP met. Peru anointed Ana Ruiz. Peru and Kenya will cooperate in falconry.")])
    assert "RegionalBody" not in {e.type for e in result.entities}
    assert not [f for f in result.facts if hasattr(f, "plover")]
    assert not [f for f in result.facts if isinstance(f, Cooperation) and f.sector]
