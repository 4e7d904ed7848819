"""Addresses are fetched from real servers on this machine, within limits, and private ones only where allowed."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.articles import Skipped, articles
from kg.articles.fetching import fetch
from kg.articles.guarding import is_public
from kg.errors import KgError
from kg.model import Article

TEXT = (
    "Prime Minister Ana Zupan of Slovenia met Chancellor Karl Wieser in Vienna on Monday, and the two agreed to"
    " rebuild the railway over the Alps by 2030. “Our neighbours never blocked the railway,” Zupan told reporters"
    " after the talks, which had lasted for two hours and touched on trade as well."
)
HTML = f"<html><head><title>Zupan in Vienna</title></head><body><article><p>{TEXT}</p></article></body></html>".encode()
_ITEM = f"<item><description>{TEXT * 2}</description></item>"
RSS = f"<rss version='2.0'><channel><title>Courier</title>{_ITEM}</channel></rss>"

type Answer = tuple[int, dict[str, str], bytes]
ANSWERS: dict[str, Answer] = {
    "/visit.html": (200, {"Content-Type": "text/html; charset=utf-8"}, HTML),
    "/latin": (200, {"Content-Type": "text/html; charset=iso-8859-1"}, HTML.replace("“".encode(), b"\x93Ol\xe9! ")),
    "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "gzip"}, gzip.compress(HTML)),
    "/plain.txt": (200, {"Content-Type": "text/plain"}, TEXT.encode()),
    "/feed": (200, {"Content-Type": "application/rss+xml"}, RSS.encode()),
    "/moved": (302, {"Location": "visit.html"}, b""),
    "/circle": (301, {"Location": "/circle"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/nowhere": (302, {"Location": "http://[broken"}, b""),
    "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(100_000_000))),
    "/twice": (200, {"Content-Encoding": "gzip, gzip"}, gzip.compress(gzip.compress(HTML))),
    "/broken": (200, {"Content-Encoding": "gzip"}, b"no gzip"),
    "/half": (200, {"Content-Encoding": "gzip"}, gzip.compress(HTML)[:-20]),
    "/long": (200, {"Content-Type": "text/html"}, b"x" * 8_000_001),
    "/paper.pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
}  # fmt: skip


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            self.drip()
            return
        status, headers, body = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for key, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        """A header that never ends: each byte comes in time, the whole never."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        for _ in range(100):
            try:
                self.wfile.write(b"x")
            except OSError:
                return
            time.sleep(0.05)

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()


def one(url: str) -> Article | Skipped:
    (found,) = articles([url], allow_private=True)
    return found


@pytest.mark.parametrize("path", ["/visit.html", "/packed", "/plain.txt", "/moved"])
def test_pages_and_texts(server: str, path: str) -> None:
    found = one(server + path)
    assert isinstance(found, Article), found
    assert found.text == TEXT
    assert found.url == server + ("/visit.html" if path == "/moved" else path)
    assert found.name == f"127.0.0.1/{path.strip('/').partition('.')[0]}" or path == "/plain.txt"


def test_the_charset_that_the_server_names(server: str) -> None:
    found = one(server + "/latin")
    assert isinstance(found, Article)
    assert "“Olé! Our neighbours" in found.text


def test_a_feed(server: str) -> None:
    found = one(server + "/feed")
    assert isinstance(found, Article)
    assert (found.text, found.publisher) == (TEXT * 2, "Courier")


REFUSED = [
    ("/none", "answers with status 404"),
    ("/circle", "leads on and on"),
    ("/file", "leads to file:/etc/passwd; only http and https"),
    ("/nowhere", "cannot be fetched"),
    ("/bomb", "is longer than 8,000,000 bytes"),
    ("/long", "is longer than 8,000,000 bytes"),
    ("/twice", "packed in a way that was not asked for"),
    ("/broken", "cannot be unpacked"),
    ("/half", "ends before its end"),
    ("/paper.pdf", "is of the type application/pdf"),
]


@pytest.mark.parametrize(("path", "reason"), REFUSED)
def test_what_is_refused(server: str, path: str, reason: str) -> None:
    found = one(server + path)
    assert isinstance(found, Skipped)
    assert reason in found.reason


def test_a_server_that_takes_for_ever(server: str) -> None:
    with pytest.raises(KgError, match="takes longer than"):
        fetch(f"{server}/slow", allow_private=True, seconds=0.5)


def test_private_addresses_need_leave(server: str) -> None:
    port = server.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"):
        (found,) = articles([f"http://{host}:{port}/visit.html"])
        assert isinstance(found, Skipped)
        assert "no public address" in found.reason, found


def test_a_redirection_to_a_private_address(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first address counts as public here, the one that it leads to does not."""
    other = server.replace("127.0.0.1", "127.0.0.2")
    monkeypatch.setitem(ANSWERS, "/inwards", (302, {"Location": f"{other}/visit.html"}, b""))
    monkeypatch.setattr("kg.articles.guarding.is_public", lambda address: address == "127.0.0.1")
    with pytest.raises(KgError, match=r"127\.0\.0\.2 is no public address"):
        fetch(f"{server}/inwards")


def test_a_name_that_means_another_address_a_moment_later(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection is made to the address that was checked: the resolver is asked once."""
    import socket

    port = int(server.rpartition(":")[2])
    asked: list[str] = []
    real: Callable[..., list[object]] = socket.getaddrinfo

    def resolve(host: str, *args: object, **kwargs: object) -> list[object]:
        asked.append(host)
        return real("127.0.0.1" if host == "rebinding.example" else host, port, type=socket.SOCK_STREAM)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr("kg.articles.guarding.is_public", lambda address: True)
    assert fetch(f"http://rebinding.example:{port}/visit.html").data == HTML
    assert asked.count("rebinding.example") == 1


ADDRESSES = [
    ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("127.0.0.1", False), ("10.0.0.1", False),
    ("192.168.1.1", False), ("172.16.0.1", False), ("169.254.169.254", False), ("100.64.0.1", False),
    ("0.0.0.0", False), ("224.0.0.1", False), ("255.255.255.255", False), ("::1", False), ("::", False),
    ("fe80::1", False),
    ("fc00::1", False), ("ff02::1", False), ("::ffff:10.0.0.1", False), ("::ffff:93.184.216.34", True),
    ("64:ff9b::a00:1", False), ("64:ff9b::5db8:d822", True), ("2002:a00:1::1", False),
]  # fmt: skip


@pytest.mark.parametrize(("address", "public"), ADDRESSES)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public
