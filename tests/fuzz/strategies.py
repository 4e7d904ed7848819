"""Texts, pages and files of records, from sound to broken: what Hypothesis makes cases of."""

import csv
import io
import json
from html import escape

from hypothesis import strategies as st

__all__ = ["FILES", "HTML", "TEXTS"]

_NEWS = """Prime Minister Ana Zupan of Slovenia met Karl Wieser in Vienna . , said that visited will sign a President on
memorandum energy with Austria and the European Union March 4 2024 12.50 not denied We he they 5 % @prefix ?x # $
“ ” " ' ( ) – … é 王 ☃ <b> </b> \\ {{ }} http://x.example/y"""
_WORDS = st.sampled_from([*_NEWS.split(), "\u202e", "\x1b", "\n", "\n\n"])
_SENTENCES = st.sampled_from(
    [
        "Prime Minister Ana Zupan of Slovenia arrived in Vienna on March 4 for an official visit.",
        "“We will sign a memorandum on energy with the European Union,” said Austrian Chancellor Karl Wieser.",
        "She met the president of Croatia, and the two countries agreed to cooperate in tourism, trade and rail.",
        "Trade between Slovenia and Austria rose by 12.50% to $3.2 billion in 2023, the ministry told reporters.",
        "Matej Kos was appointed as the foreign minister of Slovenia; he did not visit Hungary in May 2024.",
    ]
)
_MANGLED = st.builds(
    lambda text, at, sign: text[:at] + sign + text[at:], _SENTENCES, st.integers(0, 100), st.text(max_size=3)
)
_PROSE = st.lists(st.one_of(_SENTENCES, _MANGLED, _WORDS, st.text(max_size=6)), min_size=3, max_size=12).map(" ".join)
_FIELD = st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=40)
_HEAD = st.dictionaries(st.sampled_from(["title", "publisher", "url", "author", "date", "x"]), _FIELD, max_size=4)
TEXTS = st.builds(
    lambda head, text: "".join(["---\n", *(f"{k}: {v}\n" for k, v in head.items()), "---\n"] if head else []) + text,
    _HEAD,
    _PROSE,
)
_TAGS = st.sampled_from(["<p>", "</p>", "<div>", "<article>", "<h2><a href=x>", "<script>", "<!--", "&#0;", "<td", ">"])
HTML = st.lists(st.one_of(_TAGS, _PROSE), max_size=8).map(lambda parts: f"<html><body>{''.join(parts)}</body></html>")

# An article in a page, and what may stand around it and in it.
_PARAGRAPHS = st.lists(st.one_of(_SENTENCES, _MANGLED), min_size=3, max_size=4).map(" ".join)
_BLOCKS = st.sampled_from([
    "<p>{}</p>", "<div>{}", "<blockquote>{}</blockquote>", "<li>{}", "<h2><a href='//x'>{}</a></h2>", "<pre>{}</pre>",
    "<td>{}", "<p hidden>{}</p>", "<script>{}</script>", "<!-- {}", "<p>&#0;&lt;{}&nbsp;</p>", "<p><b>{}<i></b></p>",
])  # fmt: skip
_META = st.dictionaries(st.sampled_from(["og:title", "author", "article:published_time", "og:url"]), _FIELD, max_size=3)
_PAGES = st.builds(
    lambda meta, lead, blocks: (
        f"<html><head>{''.join(f'<meta property={k} content="{v}">' for k, v in meta.items())}</head><body><article>"
        f"<p>{lead}</p>{''.join(tag.replace('{}', text) for tag, text in blocks)}</article></body></html>"
    ),
    _META,
    _PARAGRAPHS,
    st.lists(st.tuples(_BLOCKS, _PARAGRAPHS), max_size=3),
)
_TEXT = st.one_of(_PAGES, _PARAGRAPHS, _PROSE)
_RECORDS = st.lists(st.builds(lambda head, text: {**head, "text": text}, _HEAD, _TEXT), min_size=1, max_size=2)


def _jsonl(records: list[dict[str, str]]) -> str:
    return "\n".join(map(json.dumps, records))


def _csv(records: list[dict[str, str]]) -> str:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, ["title", "publisher", "url", "author", "date", "x", "text"])
    writer.writeheader()
    writer.writerows(records)
    return file.getvalue()


def _rss(records: list[dict[str, str]]) -> str:
    items = (
        f"<item><title>{one.get('title', '')}</title><link>{one.get('url', '')}</link>"
        f"<pubDate>{one.get('date', '')}</pubDate><description>{escape(one['text'] * 2)}</description></item>"
        for one in records
    )
    return f"<rss version='2.0'><channel><title>Alpine Courier</title>{''.join(items)}</channel></rss>"


FILES = st.one_of(
    st.tuples(st.just("html"), _PAGES),
    st.tuples(st.just("jsonl"), _RECORDS.map(_jsonl)),
    st.tuples(st.just("csv"), _RECORDS.map(_csv)),
    st.tuples(st.just("feed"), _RECORDS.map(_rss)),
)
