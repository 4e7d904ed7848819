"""The namespaces of the graphs, and the prefixes that stand for them in files and queries.

`PREFIXES` has the empty prefix for the project's own terms; `prefixes` adds one for each kind of individual
("country:", "person:" …), since a prefixed name may hold no slash.
"""

from functools import lru_cache

import pyoxigraph as ox

__all__ = ["BASE", "DC", "DCTERMS", "ID", "KG", "NIF", "OWL", "PREFIXES", "PROV", "RDF", "RDFS", "SCHEMA",
           "SKOS", "XSD", "Namespace", "prefixes"]  # fmt: skip


class Namespace(str):
    """An IRI that others begin with: `KG.term("Visit")` is the named node of a term."""

    __slots__ = ()

    def term(self, name: str) -> ox.NamedNode:
        """The named node of this namespace with a local name."""
        return _node(f"{self}{name}")


@lru_cache(maxsize=1024)
def _node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


BASE = "https://w3id.org/communique/id/"

ID = Namespace(BASE)
KG = Namespace("https://w3id.org/communique/ontology#")
DC = Namespace("http://purl.org/dc/elements/1.1/")
DCTERMS = Namespace("http://purl.org/dc/terms/")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
PROV = Namespace("http://www.w3.org/ns/prov#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA = Namespace("https://schema.org/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")
WIKIDATA = "http://www.wikidata.org/entity/"

_THINGS = ("body", "country", "event", "office", "organization", "person", "place", "sector")
_FACTS = (
    "act", "agreement", "appointment", "cooperation", "measurement", "meeting", "membership", "statement", "tenure",
    "visit",
)  # fmt: skip

_VOCABULARIES: dict[str, str] = {
    "": KG,
    "dc": DC,
    "dcterms": DCTERMS,
    "foaf": "http://xmlns.com/foaf/0.1/",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "nif": NIF,
    "org": "http://www.w3.org/ns/org#",
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": SKOS,
    "wd": WIKIDATA,
    "xsd": XSD,
}


def prefixes(base: str = BASE) -> dict[str, str]:
    """The prefixes for a graph whose facts lie below `base`, in alphabetical order of their names."""
    things = {kind: f"{BASE}{kind}/" for kind in _THINGS}
    return dict(sorted({**_VOCABULARIES, **things, **{kind: f"{base}{kind}/" for kind in _FACTS}}.items()))


PREFIXES: dict[str, str] = {**prefixes(), "id": BASE, "kg": KG}
"""What a query may use without declaring it."""
