"""What does not fit together among leaders' terms, for whoever writes the tables."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby
from pathlib import Path

from terms import OPEN, SHARED, Term
from ttl import ascii_form

__all__ = ["problems"]


def problems(
    terms: Sequence[Term], names: Mapping[str, tuple[str, ...]], codes: Sequence[Mapping[str, str]], factbook: Path
) -> Iterator[str]:
    """A line for each two terms that overlap, each date that may be a mere year, and each holder whom the factbook
    names otherwise; `names` has the names of each person, `codes` the rows of the table of country codes."""
    ordered = sorted(terms, key=lambda t: (t.of, t.post, t.start))
    for (of, post), its in groupby(ordered, key=lambda t: (t.of, t.post)):
        for a, b in combinations(its, 2):
            if post not in SHARED and a.overlap(b) > 3:
                yield f"{of} {post}: {_told(a, names)} and {_told(b, names)}"
    for t in ordered:
        if t.start.endswith("-01-01") or t.end.endswith("-01-01"):
            yield f"{t.of} {t.post}: {_told(t, names)} may be years only"
    gec = {g.strip().lower(): row["ISO3166-1-Alpha-2"] for row in codes for g in row["FIPS"].split(",")}
    gec |= {"we": "PS", "kv": "XK", "ri": "RS", "mj": "ME", "wa": "NA", "od": "SS", "tw": "TW"}
    parties = {t.of for t in terms}
    for state in json.loads(factbook.read_text(encoding="utf-8")):
        code = gec.get(state["code"], "")
        current = [t for t in ordered if t.of == code and t.end == OPEN]
        known = {w for t in current for n in names[t.person] for w in _words(n)}
        for role in ("chief of state", "head of government"):
            told = html.unescape(re.sub(r"<.*?>", " ", state.get(role) or "")).split("represented by")[0]
            family = [w for w in _words(told, r"[A-Z][A-Z'’-]+") if len(w) > 2]
            if code in parties and family and not set(family) & known:
                here = ", ".join(names[t.person][0] for t in current)
                yield f"{code} {role}: {' '.join(told.split())[:90]}; here {here}"


def _told(term: Term, names: Mapping[str, tuple[str, ...]]) -> str:
    return f"{names[term.person][0]} {term.start}/{term.end}"


def _words(name: str, pattern: str = r"[\w'’-]+") -> list[str]:
    return [w.lower() for w in re.findall(pattern, ascii_form(name))]
