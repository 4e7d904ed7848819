"""As many articles as one wants, from a few: each with other names of people, other days and other years.

    python tests/benchmarks/varied.py FOLDER NUMBER > articles.jsonl

The same folder and number give the same articles.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from kg.articles import read_article
from kg.lexicon import load_lexicon
from kg.model import Article

_NAME = re.compile(r"\b([A-Z][a-z]+) ([A-Z][a-z]{2,})\b")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = re.compile(rf"\b({_MONTHS}) (\d\d?)\b|\b(\d\d?) ({_MONTHS})\b")
_YEAR = re.compile(r"\b(19[89]|20[0-2])\d\b")
_BEGINS, _ENDS = ("Mar", "Zel", "Tor", "Bel", "Kov", "Lin", "Per", "Hal"), ("ak", "in", "er", "ov", "ini", "sen", "ura")


def varied(articles: Sequence[Article], number: int) -> Iterator[Article]:
    """So many articles, each a variant of one of those given, in turn."""
    given = sorted(word.title() for word in load_lexicon().words.get("given-name", frozenset()) if word.isalpha())
    known = frozenset(given)
    for i in range(number):
        article, random = articles[i % len(articles)], Random(i)
        people = {match[0]: match.groups() for match in _NAME.finditer(article.text) if match[1] in known}
        words = {old: random.choice(given) for old, _ in people.values()}
        words |= {old: random.choice(_BEGINS) + random.choice(_ENDS) for _, old in people.values()}
        text = re.sub(r"[A-Z][a-z]+", lambda match, words=words: words.get(match[0], match[0]), article.text)
        text = _DAY.sub(lambda match, r=random: f"{match[1] or match[4]} {r.randint(1, 28)}", text)
        text = _YEAR.sub(lambda match, r=random: f"{match[1]}{r.randint(0, 9)}", text)
        day = f"{random.randint(2015, 2025)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        yield Article(text, f"{article.name}-{i}", date=day)


def write(folder: Path, number: int, to: Path) -> int:
    """Write variants of the folder's articles as JSON Lines; returns how many words they have."""
    articles = [read_article(path) for path in sorted(folder.glob("*.txt"))]
    words = 0
    with to.open("w", encoding="utf-8") as file:
        for one in varied(articles, number):
            words += len(one.text.split())
            file.write(json.dumps({"id": one.name, "date": one.date, "text": one.text}) + "\n")
    return words


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), Path("/dev/stdout"))
