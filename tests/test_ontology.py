"""The ontology says what its terms mean, where its facts come from, and what news needs to know of the world."""

import re
from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.store import open_graph, select

ONTOLOGY = Path(__file__).parents[1] / "ontology"
FILES = sorted(path for path in ONTOLOGY.glob("*.ttl") if path.name != "shapes.ttl")
KG = "https://w3id.org/communique/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
PLOVER = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip


def triples(*paths: Path) -> list[ox.Triple]:
    return [quad.triple for path in paths for quad in ox.parse(path=str(path))]


def described() -> dict[str, dict[str, list[str]]]:
    """The project's own terms, with what the vocabulary says of them."""
    terms: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples(*FILES):
        if triple.subject.value.startswith(KG):
            terms[triple.subject.value][triple.predicate.value].append(triple.object.value)
    return terms


TERMS = described()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_blank_nodes(path: Path) -> None:
    assert not [t for t in triples(path) if ox.BlankNode in (type(t.subject), type(t.object))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_file_is_an_ontology_with_licence_and_source(path: Path) -> None:
    said = triples(path)
    assert any(t.object.value == OWL + "Ontology" for t in said if t.predicate.value == RDF + "type")
    names = {t.predicate.value for t in said}
    assert {"http://purl.org/dc/terms/license", "http://purl.org/dc/terms/source"} <= names


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_term_that_is_used_is_declared(path: Path) -> None:
    used = {term.value for t in triples(path) for term in (t.predicate, t.object) if isinstance(term, ox.NamedNode)}
    assert not {term for term in used if term.startswith(KG)} - set(TERMS)


def test_each_term_has_one_label_and_a_definition() -> None:
    for term, said in TERMS.items():
        assert len(said[RDFS + "label"]) == 1, term
        assert len(said[RDFS + "comment"]) == 1, term
        assert said[RDF + "type"], term


def test_each_frame_is_described_once() -> None:
    told = [t.subject.value for t in triples(*FILES) if t.predicate.value == KG + "evokes"]
    assert len(told) == len(set(told))


def test_no_property_is_of_two_kinds() -> None:
    kinds = {OWL + kind for kind in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty", "Class")}
    for term, said in TERMS.items():
        assert len(kinds & set(said[RDF + "type"])) <= 1, term


def test_the_roots_of_plover() -> None:
    roots = {said[KG + "plover"][0]: said for said in TERMS.values() if said[KG + "plover"]}
    assert sorted(roots) == sorted(PLOVER)
    assert all(KG + "Act" in said[RDFS + "subClassOf"] and said[KG + "cameo"] for said in roots.values())


SECTORS = [
    "trade", "investment", "finance", "energy", "oil-and-gas", "renewable-energy", "nuclear-energy", "electricity",
    "mining", "agriculture", "food", "fisheries", "industry", "automotive", "construction", "infrastructure",
    "transport", "rail", "aviation", "maritime", "tourism", "digital", "artificial-intelligence",
    "telecommunications", "semiconductors", "space", "science", "education", "culture", "sport", "health",
    "environment", "water", "labour", "migration", "defence", "security", "justice", "humanitarian", "media",
]  # fmt: skip
NARROWER = {
    "energy": {"oil-and-gas", "renewable-energy", "nuclear-energy", "electricity"},
    "transport": {"rail", "aviation", "maritime"},
    "digital": {"artificial-intelligence", "telecommunications", "semiconductors"},
    "agriculture": {"food", "fisheries"},
    "industry": {"automotive", "construction"},
}


def scheme(name: str) -> dict[str, dict[str, list[str]]]:
    """The concepts of a scheme by notation, with what the scheme says of them by the property's local name."""
    concepts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples(ONTOLOGY / f"{name}s.ttl"):
        if f"/id/{name}/" in triple.subject.value:
            said = re.split("[/#]", triple.predicate.value)[-1]
            concepts[triple.subject.value.rsplit("/", 1)[-1]][said].append(triple.object.value)
    return concepts


def test_the_sectors_and_their_hierarchy() -> None:
    sectors = scheme("sector")
    assert sorted(sectors) == sorted(SECTORS)
    narrower: dict[str, set[str]] = defaultdict(set)
    for name, said in sectors.items():
        for broader in said["broader"]:
            narrower[broader.rsplit("/", 1)[-1]].add(name)
    assert narrower == NARROWER


@pytest.mark.parametrize("name", ["sector", "office"])
def test_a_scheme_is_whole_and_no_words_name_two_of_its_concepts(name: str) -> None:
    concepts = scheme(name)
    named: dict[str, str] = {}
    for notation, said in concepts.items():
        assert said["notation"] == [notation]
        assert len(said["prefLabel"]) == 1
        assert said["inScheme"] == [f"https://w3id.org/communique/id/{name}s"]
        assert bool(said["broader"]) != bool(said["topConceptOf"]), notation
        assert {broader.rsplit("/", 1)[-1] for broader in said["broader"]} <= set(concepts)
        for words in said["prefLabel"] + said["altLabel"]:
            assert named.setdefault(words.lower().replace("-", " "), notation) == notation, words
            assert words == " ".join(words.split())


def individuals(file: str, class_: str) -> dict[str, dict[str, list[str]]]:
    """What a file says of the individuals of a class, by the last part of their IRIs and of the properties'."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples(ONTOLOGY / file):
        found[triple.subject.value][re.split("[/#]", triple.predicate.value)[-1]].append(triple.object.value)
    return {iri.rsplit("/", 1)[-1]: dict(said) for iri, said in found.items() if KG + class_ in said["type"]}


COUNTRIES, BODIES = individuals("countries.ttl", "Country"), individuals("bodies.ttl", "RegionalBody")


def test_the_members_of_the_united_nations_and_further_parties() -> None:
    un = BODIES["un"]
    parties = {name.rsplit("/", 1)[-1] for name in un["hasMember"] + un["observerMember"]}
    assert (len(un["hasMember"]), len(un["observerMember"])) == (193, 2)
    assert parties | {"taiwan", "kosovo", "hong-kong", "macao", "greenland", "faroe-islands"} <= set(COUNTRIES)
    for name in parties:
        said = COUNTRIES[name]
        assert all(said[p] for p in ("isoAlpha2", "isoAlpha3", "isoNumeric", "capital", "demonym", "sameAs")), name


@pytest.mark.parametrize("code", ["isoAlpha2", "isoAlpha3", "isoNumeric", "sameAs"])
def test_no_two_countries_have_one_code(code: str) -> None:
    codes = [value for said in COUNTRIES.values() for value in said.get(code, ())]
    assert len(set(codes)) == len(codes)


def test_bodies_with_acronym_year_seat_members_and_wikidata() -> None:
    whole = [
        name for name, said in BODIES.items() if {"acronym", "founded", "seat", "hasMember", "sameAs"} <= set(said)
    ]
    assert len(whole) >= 80
    places = individuals("places.ttl", "Place")
    for name, said in BODIES.items():
        assert {iri.rsplit("/", 1)[-1] for iri in said.get("seat", ())} <= set(places), name
        for role in ("hasMember", "observerMember", "partnerMember"):
            assert {iri.rsplit("/", 1)[-1] for iri in said.get(role, ())} <= set(COUNTRIES) | set(BODIES), name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_rdflib_reads_the_same(path: Path) -> None:
    assert len(rdflib.Graph(bind_namespaces="none").parse(path)) == len(set(triples(path)))


QUERIES = sorted((ONTOLOGY / "queries").glob("*.rq"))


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_competency_questions_have_answers(path: Path, turtle: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ") and text.splitlines()[0].endswith("?")
    assert list(select(open_graph(turtle), text))


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_questions_are_plain_sparql_that_rdflib_answers_alike(path: Path, turtle: Path) -> None:
    text = path.read_text(encoding="utf-8")
    theirs = rdflib.Graph(bind_namespaces="none").parse(turtle).query(text)
    assert len(list(theirs)) == len(list(select(open_graph(turtle), text)))


def test_there_is_a_question_for_each_type_of_fact() -> None:
    names = {path.stem for path in QUERIES}
    assert {"visits", "meetings", "offices", "cooperation-by-sector", "statements", "agreements", "measures",
            "memberships", "appointments", "events", "planned-and-denied", "evidence"} <= names  # fmt: skip
