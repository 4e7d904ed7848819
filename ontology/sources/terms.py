"""Terms of office out of Wikidata's statements, of which several may tell the same term with other dates."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from ttl import rows

__all__ = ["OPEN", "Term", "closed", "days", "from_wikidata"]

OPEN = "9999-12-31"
AT_HOME = {"Q9682": "GB", "Q43274": "GB", "Q102139": "DK", "Q1004037": "DK", "Q29574": "NL", "Q154952": "NL"}
SHARED = {"chair-of-the-presidency", "captain-regent"}  # posts that several people hold at a time
DAY, QID = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"Q\d+")
FIRST = "1940"  # an open term from before that is an error of the data
SLACK = 20  # days within which two statements tell one handover


@dataclass(frozen=True, slots=True)
class Term:
    """A person (Wikidata id or name) in a post of a country (ISO alpha-2 code) or body.

    `start` and `end` are ISO dates, possibly partial; `end` is OPEN where the term lasts. `heads` has "state" or
    "government" or both.
    """

    of: str
    post: str
    person: str
    start: str
    end: str = OPEN
    heads: frozenset[str] = frozenset()

    def overlap(self, other: "Term") -> int:
        """The days that two terms have in common."""
        return days(max(self.start, other.start), min(self.end, other.end))


def days(start: str, end: str) -> int:
    """The days from one date to another (below 0 if it lies before); a partial date counts from its beginning."""
    first, last = (date.fromisoformat(d + "0000-01-01"[len(d) :]) for d in (start, end))
    return (last - first).days


def from_wikidata(statements: Iterable[dict[str, str]]) -> list[Term]:
    """The terms that statements (code, role, person_qid, start, end) tell, one for each time in office."""
    posts = {row[0]: row[1:3] for row in rows("leader_posts.psv")}
    told: dict[tuple[str, str], set[Term]] = defaultdict(set)
    for row in statements:
        code, role = row["code"], row["role"].removeprefix("head_of_")
        post = posts.get(code, ("president", "prime-minister"))[role == "government"]
        start, end = row["start"][:10], row["end"][:10] or OPEN
        if post == "-" or AT_HOME.get(row["person_qid"], code) != code:
            continue
        if all(map(DAY.fullmatch, (start, end))) and FIRST < start <= end and QID.fullmatch(row["person_qid"]):
            told[code, role].add(Term(code, post, row["person_qid"], start, end, frozenset({role})))
    found = [term for key in sorted(told) for term in _merged(told[key])]
    return list(_of_both(found))


def _merged(told: set[Term]) -> Iterator[Term]:
    """One term out of all that overlap or touch and have one holder."""
    for person, its in groupby(sorted(told, key=lambda t: (t.person, t.start, t.end)), key=lambda t: t.person):
        others = [t for t in told if t.person != person]
        cluster: list[Term] = []
        for term in its:
            if cluster and days(max(t.end for t in cluster), term.start) > SLACK:
                yield _one(cluster, others)
                cluster = []
            cluster.append(term)
        yield _one(cluster, others)


def _one(cluster: list[Term], others: list[Term]) -> Term:
    """The term that statements tell together.

    Its start is the first at which nobody else is still in office, rather not 1 January, which mostly stands for a mere
    year; its end is the last that is told, but it lasts where a statement has none and nobody else follows.
    """
    starts = sorted({t.start for t in cluster})
    near = [s for s in starts if days(starts[0], s) < 370]
    free = [s for s in near if not any(o.start < s and days(s, o.end) > 3 and o.end != OPEN for o in others)]
    exact = [s for s in free or near if not s.endswith("-01-01")]
    start = (exact or free or near)[0]
    ends = sorted({t.end for t in cluster if t.end != OPEN})
    follows = bool(ends) and any(days(ends[-1], o.start) in range(-SLACK, 400) for o in others)
    is_open = any(t.end == OPEN for t in cluster)
    dated = [e for e in ends if not e.endswith("-01-01")] or ends
    end = dated[-1] if dated and (follows or not is_open) else OPEN
    return replace(cluster[0], start=start, end=max(start, end))


def _of_both(terms: list[Term]) -> Iterator[Term]:
    """Terms of one person as head of state and of government at the same time made one."""
    states = [t for t in terms if "state" in t.heads]
    for term in terms:
        if "government" in term.heads and any(_same(term, s) for s in states):
            continue
        if "state" in term.heads and any("government" in t.heads and _same(t, term) for t in terms):
            yield replace(term, heads=frozenset({"state", "government"}))
        else:
            yield term


def _same(government: Term, state: Term) -> bool:
    """Whether a person is head of state for most of a term as head of government, or for half of ten years of it."""
    alike = (government.of, government.person) == (state.of, state.person)
    return alike and 2 * government.overlap(state) > min(days(government.start, government.end), 3650)


def closed(terms: Iterable[Term], known: Iterable[Term]) -> Iterator[Term]:
    """The terms; one that is open though `known` has somebody who followed in its post ends where that one began."""
    starts: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in known:
        starts[term.of, term.post].append(term)
    for term in terms:
        rivals = starts[term.of, term.post]
        later = [t.start for t in rivals if t.person != term.person and t.start > term.start]
        if term.end == OPEN and later and term.post not in SHARED:
            term = replace(term, end=min(later))
        yield term
