"""People whose names stand right behind the state of their office: "President of Norway Ola Berg"."""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc

from kg.extract.candidates import Candidate, capital

__all__ = ["behind_states", "straddles"]

_NEAR = 10  # tokens from a title to the state at the end of it
_LONGEST = 4  # words in a name


def behind_states(
    doc: Doc, known: Collection[Candidate], titles: Collection[str], others: Collection[str]
) -> Iterator[Candidate]:
    """The names behind a title and its state; `titles` and `others`, heads of other names, are in lower case."""
    begun = {c.start: c for c in known}
    for state in (c for c in known if c.type in ("Country", "RegionalBody") and c.role == "name"):
        behind = begun.get(state.end)
        if behind is not None and behind.type == "Person":
            yield behind
        end = state.end
        while end < len(doc) and end not in begun and doc[end].pos_ == "PROPN" and _in_name(doc[end].text):
            end += 1
        words = {t.lower_ for t in doc[state.end : end]}
        if 2 <= end - state.end <= _LONGEST and words.isdisjoint({*titles, *others}) and _titled(doc, state, titles):
            yield Candidate(state.end, end, "Person", source="title")


def straddles(c: Candidate, people: Collection[Candidate]) -> bool:
    """Whether words taken for a name run from a state into the name of a person behind it."""
    return any(c.start < person.start < c.end for person in people)


def _in_name(word: str) -> bool:
    return word[:1].isupper() and not word.isupper()


def _titled(doc: Doc, state: Candidate, titles: Collection[str]) -> bool:
    """Whether a title comes before "of" or "to" and the state, with nothing but its own words between."""
    i = state.start - 1
    i -= doc[i].lower_ == "the"
    if i < 1 or doc[i].lower_ not in ("of", "to"):
        return False
    for token in reversed(doc[max(0, i - _NEAR) : i]):
        if token.lower_ in titles:
            return True
        if not capital(token) and token.lower_ not in ("of", "to", "for", "and", "the", "-", ","):
            return False
    return False
