"""All that the ontology says is OWL 2 DL and has a model, by itself and together with the graphs of articles."""

import shutil
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.articles import read_article
from kg.build import readings
from kg.rdf.write import to_quads

ROOT = Path(__file__).parents[1]
FILES = sorted(path for path in (ROOT / "ontology").glob("*.ttl") if path.name != "shapes.ttl")
SEED = ROOT / "seeds" / "astana-times-malaysia-kazakhstan.txt"
OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
RESERVED = (OWL, RDF, RDFS, "http://www.w3.org/2001/XMLSchema#")
PREFIXES = "".join(
    f"@prefix {prefix}: <{iri}> .\n"
    for prefix, iri in {
        "": "https://w3id.org/communique/ontology#",
        "x": "https://example.org/",
        "country": "https://w3id.org/communique/id/country/",
        "owl": OWL,
        "rdfs": RDFS,
    }.items()
)

type Triples = frozenset[ox.Triple]


@cache
def said(*paths: Path) -> Triples:
    """All that files say."""
    return frozenset(quad.triple for path in paths for quad in ox.parse(path=str(path)))


VOCABULARY = said(ROOT / "ontology" / "communique.ttl")


def turtle_of(text: str) -> Triples:
    return frozenset(quad.triple for quad in ox.parse(PREFIXES + text, format=ox.RdfFormat.TURTLE))


@pytest.fixture(scope="module")
def of_seed() -> Triples:
    """The graph of the seed article."""
    return frozenset(quad.triple for quad in to_quads(readings([read_article(SEED)])))


def contradicts(folder: Path, *parts: Iterable[ox.Triple]) -> bool:
    """Whether HermiT finds no model of all these triples, or a class that can have no member."""
    if not shutil.which("java"):
        pytest.skip("java is not installed (apt install default-jre-headless)")
    owlready2 = pytest.importorskip("owlready2", reason="owlready2 is not installed (pip install owlready2)")
    file = folder / "all.nt"
    merged = sorted({triple for part in parts for triple in part}, key=str)
    file.write_bytes(ox.serialize(merged, format=ox.RdfFormat.N_TRIPLES))
    world = owlready2.World()
    with world.get_ontology(file.as_uri()).load():
        try:
            owlready2.sync_reasoner_hermit(world, ignore_unsupported_datatypes=True, debug=0)
        except owlready2.OwlReadyInconsistentOntologyError:
            return True
    return bool(list(world.inconsistent_classes()))


def test_the_whole_has_a_model(tmp_path: Path) -> None:
    assert not contradicts(tmp_path, said(*FILES))


def test_the_graphs_of_articles_have_one_with_the_whole(of_seed: Triples, turtle: Path, tmp_path: Path) -> None:
    assert not contradicts(tmp_path, said(*FILES), of_seed, said(turtle))


def test_a_person_that_is_a_country_has_none(of_seed: Triples, tmp_path: Path) -> None:
    person, country = (ox.NamedNode(f"https://w3id.org/communique/ontology#{name}") for name in ("Person", "Country"))
    wrong = {ox.Triple(t.subject, t.predicate, country) for t in of_seed if t.object == person}
    assert wrong
    assert contradicts(tmp_path, VOCABULARY, of_seed, wrong)


FINE = "x:ann a :Person . x:alpia a :Country . x:visit a :Visit ; :visitor x:ann ; :hasModality :actual ."


@pytest.mark.parametrize(
    "wrong",
    [
        "x:ann a :Country .",
        "x:ann owl:sameAs x:alpia .",
        "x:tenure a :Tenure ; :holder x:alpia .",
        'x:tenure :headOfState "perhaps" .',
        "x:visit :hasModality :denied .",
        "x:visit :evidence x:alpia .",
        "x:visit a :Meeting .",
        "x:city a :Place ; :inCountry x:ann .",
        "x:Chimera a owl:Class ; rdfs:subClassOf :Person, :Place .",
    ],
)
def test_what_contradicts_the_vocabulary_is_found(wrong: str, tmp_path: Path) -> None:
    assert contradicts(tmp_path, VOCABULARY, turtle_of(FINE), turtle_of(wrong))


def test_what_does_not_contradict_it_is_not(tmp_path: Path) -> None:
    fine = turtle_of(FINE + "x:tenure a :Tenure ; :holder x:ann ; :of x:alpia ; :headOfState true .")
    assert not contradicts(tmp_path, VOCABULARY, fine)


def test_terms_are_declared_and_used_as_owl_2_dl_asks(of_seed: Triples, turtle: Path) -> None:
    """A reasoner takes an undeclared property for an annotation, and would be silent about it.

    The terms of RDF's reification, which lead from a derived triple to its evidence, lie outside of OWL's reach.
    """
    graph = said(*FILES) | of_seed | said(turtle)
    kinds: dict[str, set[str]] = defaultdict(set)
    for t in graph:
        if t.predicate.value == RDF + "type" and t.object.value.startswith(OWL):
            kinds[t.subject.value].add(t.object.value.removeprefix(OWL))
    for t in graph:
        name = t.predicate.value
        if name == RDF + "type":
            assert t.object.value.startswith(RESERVED) or "Class" in kinds[t.object.value], t
        elif not name.startswith(RESERVED):
            declared = kinds[name] & {"ObjectProperty", "DatatypeProperty", "AnnotationProperty"}
            assert len(declared) == 1, f"{name} is declared as {sorted(declared)}"
            literal = isinstance(t.object, ox.Literal)
            assert declared != {"ObjectProperty"} or not literal, t
            assert declared != {"DatatypeProperty"} or literal, t
