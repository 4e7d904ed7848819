"""Which of several forms a client gets."""

import pytest

from kg.serve.negotiation import best

OFFERED = ("text/turtle", "text/html", "application/json")


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("", "text/turtle"),
        ("  ", "text/turtle"),
        ("*/*", "text/turtle"),
        ("text/html", "text/html"),
        ("TEXT/HTML; charset=utf-8", "text/html"),
        ("application/json;q=0.9, text/html;q=0.8", "application/json"),
        ("text/*;q=0.3, text/html;q=0.7, */*;q=0.5", "text/html"),
        ("application/*", "application/json"),
        ("*/*, text/turtle;q=0", "text/html"),
        ("text/html;q=0.5;level=1, application/json;q=0.5", "text/html"),
        ("text/html;level=1;q=0.2, application/json;q=0.3", "application/json"),
        ("image/png", None),
        ("text/turtle;q=0", None),
        ("text/turtle;q=much", None),
        ("text/html;q=7, text/turtle", "text/turtle"),
        (",,", None),
    ],
)
def test_best(accept: str, wanted: str | None) -> None:
    assert best(accept, OFFERED) == wanted
