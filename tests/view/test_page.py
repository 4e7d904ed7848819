import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from alps import ARTICLE, FACTS, ROWS, VIENNA, ZUPAN

from kg.view.document import hash_of
from kg.view.page import page_of_rows
from kg.view.picture import CLASSES


@pytest.fixture(scope="module")
def html():
    return page_of_rows(ROWS, [ARTICLE])


def data_of(html):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.S)[1])


def test_every_class_has_a_colour_and_a_shape_of_its_own():
    assert len({look.colour for look in CLASSES}) == len({look.shape for look in CLASSES}) == len(CLASSES)


def test_evidence_and_mentions_give_their_words(html):
    data = data_of(html)
    for fact, row in zip(data["facts"], FACTS, strict=True):
        article, start, end = fact["evidence"]
        assert data["articles"][article]["text"][start:end] == row["evidence"]["text"]
    for entity in data["entities"].values():
        assert entity["mentions"]
        assert {ARTICLE["text"][start:end] for _, start, end in entity["mentions"]} <= {
            entity["label"], *entity["labels"],
        }  # fmt: skip


def test_words_that_are_not_where_they_are_said_to_be_are_brought_along():
    moved = {**FACTS[0], "evidence": {**FACTS[0]["evidence"], "start": 3}}
    lost = {**FACTS[1], "evidence": {**FACTS[1]["evidence"], "article": "https://x.example/unknown"}}
    data = data_of(page_of_rows([moved, lost], [ARTICLE]))
    assert [fact["words"] for fact in data["facts"]] == [row["evidence"]["text"] for row in FACTS[:2]]
    assert not any("evidence" in fact for fact in data["facts"])


@pytest.mark.parametrize(
    ("article", "heading"),
    [
        ({"title": "Zupan in Vienna", "text": "x"}, "Zupan in Vienna"),
        ({"title": None, "text": "Ana Zupan\narrived in Vienna."}, "Ana Zupan arrived in Vienna."),
        ({"text": "word " * 40}, "word word word word word word word word word word word word word word …"),
        ({"text": "  \n"}, "An empty article"),
        ({"text": "w" * 100}, "An empty article"),
    ],
)
def test_an_article_without_a_title_is_called_by_its_first_words(article, heading):
    assert data_of(page_of_rows([], [article]))["articles"][0]["heading"] == heading


def test_iris_are_short_below_the_base(html):
    data = data_of(html)
    assert ZUPAN in data["entities"]
    assert {"from": ZUPAN, "to": VIENNA}.items() <= next(e for e in data["edges"] if e["type"] == "visit").items()


def test_only_web_links_are_kept(html):
    links = [link for entity in data_of(html)["entities"].values() for link in entity["links"]]
    assert sorted(links) == [
        ["GeoNames", "https://sws.geonames.org/3190538/"],
        ["Wikidata", "http://www.wikidata.org/entity/Q215"],
    ]


def test_the_policy_names_every_script_and_style(html):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)[1]
    for inline in re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, re.S):
        assert f"'{hash_of(inline)}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_page_loads_nothing(html):
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.S)
    assert not re.search(r"\ssrc=|https?:|\son\w+=", markup)
    assert "url(" not in re.search(r"<style>(.*?)</style>", html, re.S)[1]


def test_the_licence_of_vis_network_stays_with_it(html):
    assert "@license" in html
    assert "The Apache 2.0 License" in html


def test_the_text_of_an_article_cannot_end_its_script():
    hostile = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> & \u2028 ' \" ` ${x}"
    html = page_of_rows(ROWS, [{"title": hostile, "text": hostile}])
    assert "alert(1)</script>" not in html
    assert "<img" not in html
    assert data_of(html)["articles"][0]["text"] == hostile


def test_the_same_bytes_whatever_the_hash_seed():
    program = (
        "import sys; sys.path[:0] = sys.argv[1:]; import alps; from kg.view.page import page_of_rows;"
        "sys.stdout.buffer.write(page_of_rows([*alps.ROWS, *alps.crowd(30, 400)], [alps.ARTICLE]).encode())"
    )
    here = Path(__file__).parent
    pages = {
        subprocess.run(
            [sys.executable, "-c", program, str(here)], env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }  # fmt: skip
    assert len(pages) == 1
