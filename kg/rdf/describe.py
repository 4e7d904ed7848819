"""The article, its passages, the entities that it names and its expressions of time."""

from collections.abc import Iterable, Iterator

from kg.archive.people import SIGN
from kg.model import Article, Entity, EntityType, Passage, TimeExpression
from kg.rdf.iris import local_name, passage_iri
from kg.rdf.namespaces import DC, DCTERMS, KG, NIF, OWL, PROV, RDF, RDFS, SCHEMA, SKOS
from kg.rdf.terms import Triple, iri, link, name, text, time, whole

__all__ = ["article_triples", "entity_triples", "named_by_iri", "passage_triples", "time_triples"]

_TYPES: dict[str, EntityType] = {
    "person": "Person",
    "country": "Country",
    "place": "Place",
    "body": "RegionalBody",
    "organization": "Organization",
    "sector": "Sector",
    "event": "Event",
}


def article_triples(article: Article, node: str, graph: str, fingerprint: str = "") -> Iterator[Triple]:
    """The article with its text and what is known of its publication, and the graph of what it says."""
    subject = iri(node)
    yield iri(graph), RDF.term("type"), PROV.term("Entity")
    yield iri(graph), PROV.term("wasDerivedFrom"), subject
    if fingerprint:
        yield iri(graph), KG.term("fingerprint"), text(fingerprint)
    for type_ in (KG.term("Article"), NIF.term("Context"), NIF.term("RFC5147String"), SCHEMA.term("NewsArticle")):
        yield subject, RDF.term("type"), type_
    yield subject, NIF.term("isString"), text(article.text)
    yield subject, NIF.term("beginIndex"), whole(0)
    yield subject, NIF.term("endIndex"), whole(len(article.text))
    yield subject, DCTERMS.term("identifier"), text(article.name)
    yield subject, DCTERMS.term("language"), text("en")
    if article.title:
        yield subject, DCTERMS.term("title"), text(article.title)
    if article.author:
        yield subject, DC.term("creator"), text(article.author)
    if article.publisher:
        yield subject, DC.term("publisher"), text(article.publisher)
    if article.date:
        yield subject, DCTERMS.term("issued"), time(article.date)
    if article.url:
        yield subject, SCHEMA.term("url"), link(article.url)


def passage_triples(passages: Iterable[Passage], article: Article, node: str) -> Iterator[Triple]:
    """Passages by their offsets, with their words."""
    context = iri(node)
    for passage in sorted(set(passages)):
        subject = iri(passage_iri(node, passage))
        yield subject, RDF.term("type"), KG.term("Passage")
        yield subject, RDF.term("type"), NIF.term("RFC5147String")
        yield subject, NIF.term("beginIndex"), whole(passage.start)
        yield subject, NIF.term("endIndex"), whole(passage.end)
        yield subject, NIF.term("anchorOf"), text(article.text[passage.start : passage.end])
        yield subject, NIF.term("referenceContext"), context


def entity_triples(entity: Entity, node: str) -> Iterator[Triple]:
    """An entity with its names, what it is the same as, and the passages that name it."""
    subject = iri(entity.iri)
    yield subject, RDF.term("type"), KG.term(entity.type)
    yield subject, RDFS.term("label"), name(entity.name)
    for form in entity.labels or (entity.name,):
        yield subject, KG.term("surfaceForm"), text(form)
    for other in entity.same_as:
        yield subject, OWL.term("sameAs"), iri(other)
    for mention in entity.mentions:
        yield iri(passage_iri(node, mention)), KG.term("mentions"), subject
    if entity.type == "Sector":
        yield subject, SKOS.term("notation"), text(local_name(entity.iri))
        yield subject, SKOS.term("prefLabel"), name(entity.name)


def time_triples(expression: TimeExpression, node: str) -> Iterator[Triple]:
    """An expression of time as a passage with its TIMEX3 value and type."""
    subject = iri(passage_iri(node, expression.passage))
    yield subject, RDF.term("type"), KG.term("TimeExpression")
    yield subject, KG.term("timexType"), text(expression.type)
    if expression.value is not None:
        yield subject, KG.term("timexValue"), text(expression.value)


def named_by_iri(entity: str) -> Entity:
    """An entity of which nothing but its IRI is known: its type and name are read from that."""
    kind = entity.rsplit("/", 2)[-2] if entity.count("/") > 1 else ""
    type_ = _TYPES.get(kind, "Organization")
    words = local_name(entity).partition(SIGN)[0].replace("-", " ")
    return Entity(entity, type_, words if type_ == "Sector" else words.title())
