"""What does not fit together among leaders' terms, for whoever writes the tables."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby
from pathlib import Path
from typing import Protocol

from terms import OPEN, SHARED, Term
from ttl import ascii_form

__all__ = ["problems"]


class Named(Protocol):
    """Somebody with names."""

    name: str
    others: tuple[str, ...]


def problems(
    terms: Sequence[Term], people: Mapping[str, Named], codes: Sequence[Mapping[str, str]], factbook: Path
) -> Iterator[str]:
    """A line for each two terms that overlap, each partial date, and each holder whom the factbook names otherwise."""
    ordered = sorted(terms, key=lambda t: (t.of, t.post, t.start))
    for (of, post), its in groupby(ordered, key=lambda t: (t.of, t.post)):
        for a, b in combinations(its, 2):
            if post not in SHARED and a.overlap(b) > 3:
                yield f"{of} {post}: {_told(a, people)} and {_told(b, people)}"
    for t in ordered:
        if t.start.endswith("-01-01") or t.end.endswith("-01-01"):
            yield f"{t.of} {t.post}: {_told(t, people)} may be years only"
    gec = {g.strip().lower(): row["ISO3166-1-Alpha-2"] for row in codes for g in row["FIPS"].split(",")}
    gec |= {"we": "PS", "kv": "XK", "ri": "RS", "mj": "ME", "wa": "NA", "od": "SS", "tw": "TW"}
    parties = {t.of for t in terms}
    for state in json.loads(factbook.read_text(encoding="utf-8")):
        code = gec.get(state["code"], "")
        current = [t for t in ordered if t.of == code and t.end == OPEN]
        known = {w for t in current for n in (people[t.person].name, *people[t.person].others) for w in _words(n)}
        for role in ("chief of state", "head of government"):
            told = html.unescape(re.sub(r"<.*?>", " ", state.get(role) or "")).split("represented by")[0]
            family = [w for w in _words(told, r"[A-Z][A-Z'’-]+") if len(w) > 2]
            if code in parties and family and not set(family) & known:
                here = ", ".join(people[t.person].name for t in current)
                yield f"{code} {role}: {' '.join(told.split())[:90]}; here {here}"


def _told(term: Term, people: Mapping[str, Named]) -> str:
    return f"{people[term.person].name} {term.start}/{term.end}"


def _words(name: str, pattern: str = r"[\w'’-]+") -> list[str]:
    return [w.lower() for w in re.findall(pattern, ascii_form(name))]
