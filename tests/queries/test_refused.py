"""Queries and updates that ask a network are refused, however they are written; nothing else is."""

import socket
from collections.abc import Iterator
from contextlib import suppress
from threading import Thread

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.queries import questions, sparql
from kg.queries.network import refuse_network, refuse_network_update


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a listener on loopback, and from where somebody has turned to it."""
    calls: list[str] = []

    def hang_up(listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                caller, address = listener.accept()
                calls.append(str(address))
                caller.close()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = Thread(target=hang_up, args=(listener,))
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/", calls
        listener.shutdown(socket.SHUT_RDWR)
        thread.join()


CLAUSES = [
    "SERVICE <IRI> { ?s ?p ?o }",
    "service<IRI>{ ?s ?p ?o }",
    "SERVICE SILENT <IRI> { ?s ?p ?o }",
    "SERVICESILENT<IRI>{ ?s ?p ?o }",
    "SERVICE # there\n # or there\r\n\t<IRI> #>\n{ ?s ?p ?o }",
    "SERVICE x:y { ?s ?p ?o }",
    "SERVICE x:a\\#b { ?s ?p ?o }",
    "SERVICE x:\N{IDEOGRAPHIC NUMBER ZERO}\N{OGHAM SPACE MARK} { ?s ?p ?o }",
    "SERVICE : { ?s ?p ?o }",
    "OPTIONAL { SERVICE <IRI> { ?s ?p ?o } }",
    "{ SELECT * { SERVICE <IRI> { ?s ?p ?o } } }",
    "FILTER EXISTS { SERVICE <IRI> { ?s ?p ?o } }",
    "?s ?p 1SERVICE <IRI> { ?s ?p ?o }",
    "?s ?p true.SERVICE <IRI> { ?s ?p ?o }",
    "?s ?p 'text'SERVICE <IRI> { ?s ?p ?o }",
    "BIND(1 AS ?one) FILTER(?one<2)SERVICE <IRI>{ ?s ?p ?o }",
    "VALUES ?where { <IRI> } SERVICE ?where { ?s ?p ?o }",
    "VALUES ?x { <IRI> } FILTER(1<2)SERVICE?x#>\n{ ?s ?p ?o }",
    "VALUES ?x { <IRI> } FILTER(1<2)SERVICE$x#>\n{ ?s ?p ?o }",
]


@pytest.mark.parametrize("clause", CLAUSES)
def test_service_is_refused(clause: str, asked: tuple[str, list[str]]) -> None:
    address, calls = asked
    query = f"PREFIX : <{address}> PREFIX x: <{address}> SELECT * {{ {clause.replace('IRI', address)} }}"
    with pytest.raises(KgError, match="SERVICE would ask another server"):
        refuse_network(query)
    with pytest.raises(KgError, match="SERVICE and LOAD would ask"):
        refuse_network_update(query.replace("SELECT *", "DELETE { ?s ?p ?o } WHERE"))
    assert calls == []


LOADS = [
    "LOAD <IRI>",
    "load<IRI>",
    "LOAD SILENT <IRI> INTO GRAPH <urn:g>",
    "LOADSILENT<IRI>INTO GRAPH<urn:g>",
    "LOAD # there\n<IRI> # and\n; DROP ALL",
    "LOAD x:y",
    "DROP ALL;LOAD x:y;CLEAR ALL",
    "LOAD <file:///etc/hostname>",
]


@pytest.mark.parametrize("update", LOADS)
def test_load_is_refused(update: str, asked: tuple[str, list[str]]) -> None:
    address, calls = asked
    with pytest.raises(KgError, match="SERVICE and LOAD would ask"):
        refuse_network_update(f"PREFIX x: <{address}> {update.replace('IRI', address)}")
    assert calls == []


def test_an_engine_would_ask(asked: tuple[str, list[str]]) -> None:
    """What is refused here is what Oxigraph would do: otherwise these tests would show nothing."""
    address, calls = asked
    with suppress(OSError, RuntimeError):
        list(ox.Store().query(f"SELECT * {{ BIND(1 AS ?n) FILTER(?n<2)SERVICE SILENT<{address}>{{ ?s ?p ?o }} }}"))
    assert calls


FINE = [
    "SELECT ?service ?x { ?service ?p ?x }",
    "SELECT ?x ?service { ?service ?p ?x }",
    "PREFIX ex: <urn:> DESCRIBE ex:service ?x { ?x ?p ex:service }",
    "SELECT * { ?s <urn:service> ?o . ?o <http://example.org/service#it> [] }",
    "SELECT * { ?s ?p 'service', \"at your service: now\" } # service",
    "SELECT * { GRAPH ?service { ?s ?p ?o } }",
    "PREFIX service: <urn:> SELECT * { service:a service:b ?o FILTER EXISTS { service:a ?p ?o } }",
    "SELECT * { ?s ?load <urn:x> ; ?p ?o }",
    "PREFIX ex: <urn:> INSERT DATA { ex:a ex:load ex:b ; ex:re-load ex:c ; ex:says 'load it; unload it' }",
    "INSERT DATA { <urn:load> <urn:load> <urn:load> }",
    *map(sparql, questions()),
]


@pytest.mark.parametrize("text", FINE)
def test_names_and_words_are_not(text: str) -> None:
    refuse_network(text)
    refuse_network_update(text)
