"""`kg push` puts named graphs into real servers; faults that may pass are tried again, others told at once."""

import shutil
import socket
import ssl
import subprocess
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest
from typer.testing import Result

from kg.rdf.articles import graphs_of
from kg.rdf.push import _after
from kg.store import open_graph

type Kg = Callable[..., Result]
type Answer = tuple[int, dict[str, str]]

GRAPHS = {"https://news.example/a?b=c&d=é#e%20f+g": 2, "urn:two": 1}
"""Names that must be escaped in an address, and how many triples each graph has."""


@pytest.fixture
def trig(tmp_path: Path) -> Path:
    path = tmp_path / "two.trig"
    first, second = GRAPHS
    path.write_text(f"<{first}> {{ <urn:a> <urn:b> 'Župan “x”', 'c\\n' }} <{second}> {{ <urn:a> <urn:b> 1 }}", "utf-8")
    return path


class Server:
    """A server that keeps what is put, after it has given the answers that it was told to give first."""

    def __init__(self) -> None:
        self.graphs: dict[str, set[ox.Triple]] = {}
        self.asked: list[tuple[str, str, str]] = []
        self.first: list[Answer] = []
        self.lets_in: str | None = None
        self.url = ""

    def put(self, path: str, headers: dict[str, str], body: bytes) -> Answer:
        """The answer to a request."""
        self.asked.append((path, headers.get("Content-Type", ""), headers.get("Authorization", "")))
        if self.first:
            return self.first.pop(0)
        if self.lets_in is not None and headers.get("Authorization", "") != self.lets_in:
            return 401, {"WWW-Authenticate": 'Basic realm="news"'}
        (name,) = parse_qs(urlsplit(path).query)["graph"]
        created = name not in self.graphs
        self.graphs[name] = {quad.triple for quad in ox.parse(body, format=ox.RdfFormat.TURTLE)}
        return (201 if created else 204), {}


@contextmanager
def listening(server: Server, context: ssl.SSLContext | None = None) -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_PUT(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, headers = server.put(self.path, dict(self.headers), body)
            if not status:  # the connection breaks
                self.close_connection = True
                return
            self.send_response(status)
            for name, value in {"Content-Type": "text/plain", "Content-Length": "0", **headers}.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None: ...

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if context:
        httpd.socket = context.wrap_socket(httpd.socket, server_side=True)
    server.url = f"{'https' if context else 'http'}://127.0.0.1:{httpd.server_port}/data"
    Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield server
    finally:
        httpd.shutdown()
        httpd.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    with listening(Server()) as one:
        yield one


def test_one_put_for_each_named_graph(kg: Kg, server: Server, trig: Path) -> None:
    done = kg("push", trig, "--to", server.url)
    assert (done.exit_code, done.stdout, done.stderr) == (0, f"{trig}: 2 graphs sent\n", "")
    assert {name: len(triples) for name, triples in server.graphs.items()} == GRAPHS
    kept = {quad.triple for quad in open_graph(trig)}
    assert set().union(*server.graphs.values()) == kept
    assert {kind for _, kind, _ in server.asked} == {"text/turtle"}


def test_a_repeat_changes_nothing(kg: Kg, server: Server, trig: Path) -> None:
    kg("push", trig, "--to", server.url)
    first = dict(server.graphs)
    assert kg("push", trig, "--to", server.url, "--quiet").output == ""
    assert server.graphs == first
    assert server.asked[:2] == server.asked[2:]


def test_articles_of_turtle_are_told_apart(kg: Kg, server: Server, turtle: Path) -> None:
    assert kg("push", turtle, "--to", server.url).stdout == f"{turtle}: 1 graph sent\n"
    assert set(server.graphs) == {name.value for name in graphs_of(turtle)}


def test_dry_run_sends_nothing(kg: Kg, server: Server, trig: Path) -> None:
    done = kg("push", trig, "--to", f"{server.url}?x=1", "--auth", "ana:secret", "--dry-run")
    first, second = done.stdout.splitlines()
    assert (
        first
        == f"PUT {server.url}?x=1&graph=https%3A%2F%2Fnews.example%2Fa%3Fb%3Dc%26d%3D%C3%A9%23e%2520f%2Bg (2 triples)"
    )
    assert second == f"PUT {server.url}?x=1&graph=urn%3Atwo (1 triple)"
    assert server.asked == []


LATER = [
    [(503, {}), (503, {})],
    [(429, {"Retry-After": "0"}), (500, {}), (502, {"Retry-After": "0"})],
    [(0, {}), (504, {"Retry-After": formatdate(0, usegmt=True)})],
]


@pytest.mark.parametrize("first", LATER)
def test_what_may_pass_is_tried_again(kg: Kg, server: Server, trig: Path, first: list[Answer]) -> None:
    server.first = list(first)
    done = kg("push", trig, "--to", server.url)
    assert (done.exit_code, done.stderr) == (0, "")
    assert len(server.asked) == len(first) + 2
    assert len({path for path, *_ in server.asked}) == 2
    assert {name: len(triples) for name, triples in server.graphs.items()} == GRAPHS


@pytest.mark.parametrize(
    ("told", "seconds"),
    [("7", 7.0), ("0", 0.0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0), ("soon", None), ("", None), ("-1", None)],
)
def test_how_long_the_server_wants_to_be_left_alone(told: str, seconds: float | None) -> None:
    assert _after(told) == seconds


def test_it_gives_up_at_last(kg: Kg, server: Server, trig: Path) -> None:
    server.first = [(503, {"Retry-After": "0"})] * 100
    done = kg("push", trig, "--to", server.url)
    assert done.exit_code == 2
    assert done.stderr == f"kg: {server.url}: refused a graph (503 Service Unavailable); try again later\n"
    assert len(server.asked) == 6


REFUSED = [
    (401, {}, "(401 Unauthorized); give --auth USER:PASSWORD or --token TOKEN, or mend it"),
    (403, {}, "(403 Forbidden); give the --auth or --token of somebody who may"),
    (404, {}, "(404 Not Found); check the address in --to, with the name of the dataset or repository"),
    (405, {}, "(405 Method Not Allowed); give the address of the Graph Store Protocol in --to"),
    (302, {"Location": "https://elsewhere.example/x?graph=y"}, "has moved; give --to https://elsewhere.example/x"),
    (400, {}, "(400 Bad Request); check the address in --to"),
    (501, {}, "(501 Not Implemented); check the address in --to"),
]


@pytest.mark.parametrize(("status", "headers", "message"), REFUSED)
def test_what_stays_is_told_at_once(
    kg: Kg, server: Server, trig: Path, status: int, headers: dict[str, str], message: str
) -> None:
    server.first = [(status, headers)] * 9
    done = kg("push", trig, "--to", server.url)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"kg: {server.url}: ") and message in done.stderr
    assert len(server.asked) == 1


def test_user_and_password_are_sent_when_asked_for(kg: Kg, server: Server, trig: Path) -> None:
    server.lets_in = "Basic YW5hOnNlOmNyZXQ="
    assert b64decode(server.lets_in[6:]) == b"ana:se:cret"
    for options in (("--auth", "ana:se:cret"), ()):
        server.asked.clear()
        to = server.url if options else server.url.replace("//", "//ana:se%3Acret@")
        assert kg("push", trig, "--to", to, *options).exit_code == 0
        assert [given for *_, given in server.asked] == ["", server.lets_in, server.lets_in]


def test_secrets_from_the_environment(kg: Kg, server: Server, trig: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_AUTH", "ana:se:cret")
    server.lets_in = "Basic YW5hOnNlOmNyZXQ="
    assert kg("push", trig, "--to", server.url).exit_code == 0
    monkeypatch.setenv("KG_TOKEN", "abc")
    server.lets_in = "Bearer abc"
    assert kg("push", trig, "--to", server.url).exit_code == 0


def test_a_wrong_password_is_in_no_message(kg: Kg, server: Server, trig: Path) -> None:
    server.lets_in = "Basic x"
    done = kg("push", trig, "--to", server.url.replace("//", "//ana:secret@"))
    assert done.exit_code == 2
    assert "401 Unauthorized" in done.output and "secret" not in done.output


ADDRESSES = [
    ("ftp://news.example/", "give --to one that begins with http:// or https://"),
    ("news", "give --to one that begins with http:// or https://"),
    ("http://", "give --to one that begins with http:// or https://"),
    ("http://h:port/", "not an address"),
    ("http://no-such-host.invalid/data", "no such host"),
]


@pytest.mark.parametrize(("to", "message"), ADDRESSES)
def test_addresses_that_lead_nowhere(kg: Kg, trig: Path, to: str, message: str) -> None:
    done = kg("push", trig, "--to", to)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr and "Traceback" not in done.stderr


def test_no_server(kg: Kg, trig: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.rdf.push._TRIES", 2)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        done = kg("push", trig, "--to", f"http://127.0.0.1:{closed.getsockname()[1]}/data")
    assert done.exit_code == 2
    assert "cannot be reached" in done.stderr and "check the address, and that it runs" in done.stderr


def test_no_answer(kg: Kg, trig: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.rdf.push._TRIES", 2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        done = kg("push", trig, "--to", f"http://127.0.0.1:{silent.getsockname()[1]}/data", "--timeout", "0.2")
    assert done.exit_code == 2
    assert "no answer in time; check the address, or raise --timeout" in done.stderr


def test_a_password_is_needed(kg: Kg, trig: Path) -> None:
    done = kg("push", trig, "--to", "http://127.0.0.1/", "--auth", "ana")
    assert (done.exit_code, done.stderr) == (2, "kg: --auth: no password; write it USER:PASSWORD\n")


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for 127.0.0.1 that signs itself, with its key, in one file."""
    if not (openssl := shutil.which("openssl")):
        pytest.skip("openssl is not installed")
    key, signed = tmp_path / "key.pem", tmp_path / "signed.pem"
    subject = ("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1")
    made = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", signed)
    subprocess.run([openssl, *map(str, made), *subject], check=True, capture_output=True)
    both = tmp_path / "both.pem"
    both.write_bytes(key.read_bytes() + signed.read_bytes())
    return both


def test_tls(kg: Kg, trig: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with listening(Server(), context) as server:
        done = kg("push", trig, "--to", server.url)
        assert done.exit_code == 2
        assert "its certificate is not trusted" in done.stderr and "SSL_CERT_FILE" in done.stderr
        assert server.asked == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert kg("push", trig, "--to", server.url).exit_code == 0
        assert len(server.graphs) == 2
