import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.view.page import _hash, page_of_rows
from kg.view.picture import CLASSES


@pytest.fixture(scope="module")
def html(rows, articles):
    return page_of_rows(rows, articles)


def data_of(html):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.S)[1])


def test_every_class_has_a_colour_and_a_shape_of_its_own():
    assert len({look.colour for look in CLASSES}) == len({look.shape for look in CLASSES}) == len(CLASSES)


def test_evidence_and_mentions_give_their_words(html, articles):
    data, text = data_of(html), articles[0]["text"]
    for fact in data["facts"]:
        article, start, end = fact["evidence"]
        assert data["articles"][article]["text"][start:end] == fact["words"]
    for entity in data["entities"].values():
        assert entity["mentions"]
        assert {text[start:end] for _, start, end in entity["mentions"]} <= {entity["label"], *entity["labels"]}


def test_only_web_links_are_kept(html):
    links = [link for entity in data_of(html)["entities"].values() for link in entity["links"]]
    assert sorted(links) == [
        ["GeoNames", "https://sws.geonames.org/3190538/"],
        ["Wikidata", "http://www.wikidata.org/entity/Q215"],
    ]


def test_the_policy_names_every_script_and_style(html):
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)[1]
    for inline in re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, re.S):
        assert f"'{_hash(inline)}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_page_loads_nothing(html):
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.S)
    assert not re.search(r"\ssrc=|https?:|\son\w+=", markup)
    assert "url(" not in re.search(r"<style>(.*?)</style>", html, re.S)[1]


def test_the_licence_of_vis_network_stays_with_it(html):
    assert "@license" in html
    assert "The Apache 2.0 License" in html


def test_the_text_of_an_article_cannot_end_its_script(rows):
    hostile = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> & \u2028 ' \" ` ${x}"
    html = page_of_rows(rows, [{"title": hostile, "text": hostile}])
    assert "alert(1)</script>" not in html
    assert "<img" not in html
    assert data_of(html)["articles"][0]["text"] == hostile


def test_the_same_bytes_whatever_the_hash_seed(html):
    program = (
        "import sys; sys.path[:0] = sys.argv[1:]; import conftest as c; from kg.view.page import page_of_rows;"
        "sys.stdout.buffer.write(page_of_rows([*map(c.entity_row, c.ENTITIES), *c.FACTS], [c.ARTICLE]).encode())"
    )
    here = Path(__file__).parent
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", program, str(here)], env=env, capture_output=True, check=True)
        assert done.stdout.decode() == html
