"""Institutions whose name has that of something known in it: a company's with its legal form, a state's government."""

from difflib import SequenceMatcher

from spacy.tokens import Doc

from kg.extract.candidates import Candidate
from kg.extract.entities import initials
from kg.extract.gazetteer import fold
from kg.extract.wordlists import listed

__all__ = ["disowned", "glossed", "incorporated", "is_government", "of_states", "owned"]


def glossed(doc: Doc, c: Candidate, candidates: list[Candidate]) -> Candidate:
    """A long name takes its meaning from the known acronym in the brackets behind it."""
    bodies = ("Organization", "RegionalBody", "Event")
    if c.thing or c.type not in bodies or c.end >= len(doc) or doc[c.end].text != "(":
        return c
    short = next((k for k in candidates if k.start == c.end + 1 and k.thing and k.role == "name"), None)
    if short is None or short.thing is None or short.end >= len(doc) or doc[short.end].text != ")":
        return c
    form = fold(doc[c.start : c.end].text)
    alike = any(SequenceMatcher(None, form, fold(name)).ratio() > 0.9 for name in short.thing.names)
    same = alike or doc[short.start].text.upper() == initials(doc, c.start, c.end)
    return c._replace(type=short.type, thing=short.thing) if same else c


def incorporated(doc: Doc, c: Candidate, known: list[Candidate]) -> Candidate:
    """A known company's name with its legal form behind it is the company's too: "Boeing Co", "Gazprom PJSC"."""
    if c.thing or c.type not in ("Organization", "Person") or c.end - c.start < 2:
        return c
    company = next((k for k in known if k.start == c.start and k.end < c.end and k.type == "Organization"), None)
    behind = (doc[i].lower_.strip(".,") for i in range(company.end, c.end)) if company is not None else ()
    legal = all(not word or word in listed(doc, "company-form") for word in behind)
    return c._replace(type=company.type, thing=company.thing) if company is not None and legal else c


def is_government(doc: Doc, c: Candidate, known: list[Candidate]) -> bool:
    """Whether it is a country's government, for which the country stands: "the Government of the Republic of X"."""
    if c.end - c.start < 3 or doc[c.start].lower_ != "government" or doc[c.start + 1].lower_ != "of":
        return False
    owner = c.start + 2 + (doc[c.start + 2].lower_ == "the")
    return any(k.start == owner and k.type == "Country" for k in known)


def of_states(doc: Doc, c: Candidate, known: list[Candidate]) -> Candidate:
    """What a body of states, or two countries together, have as an institution is a body of states too."""
    if c.thing or c.type != "Organization" or c.end - c.start < 2:
        return c
    inside = [k for k in known if c.start <= k.start and k.end <= c.end]
    if not inside or inside[0].start != c.start:
        return c
    head = next((t.i - 1 for t in doc[c.start + 1 : c.end] if t.lower_ in ("of", "on", "for")), c.end - 1)
    both = len(inside) > 1 and all(k.type == "Country" for k in inside[:2])
    if both and doc[inside[0].end].text in ("-", "–", "and"):
        return c._replace(type="RegionalBody") if doc[head].lower_ in listed(doc, "institution-joint") else c
    owned = inside[0].type == "RegionalBody" and inside[0].role == "name" and doc[inside[0].end].text != "-"
    return c._replace(type="RegionalBody") if owned and doc[head].lower_ in listed(doc, "institution-shared") else c


def disowned(doc: Doc, c: Candidate, known: list[Candidate]) -> Candidate:
    """A body by its short name is none if a country has it: "Armenia's Security Council" is not the United Nations'."""
    short = c.thing is not None and c.type == "RegionalBody" and c.role == "name" and c.end - c.start > 1
    if not short or c.thing is None or fold(doc[c.start : c.end].text) == fold(c.thing.names[0]):
        return c
    behind = c.start - 1 if c.start and doc[c.start - 1].tag_ == "POS" else c.start
    owned = any(k.end == behind and k.type == "Country" for k in known)
    return c._replace(type="Organization", thing=None, source="phrase") if owned else c


def owned(doc: Doc, c: Candidate, people: frozenset[str]) -> Candidate:
    """An organisation's name without the person whose it is: "Berg's Harbour Guards". `people` are folded names."""
    if c.thing is not None or c.type == "Person" or c.end - c.start < 3:
        return c
    mark = next((i for i in range(c.start + 1, c.end - 1) if doc[i].tag_ == "POS"), None)
    return c if mark is None or fold(doc[c.start : mark].text) not in people else c._replace(start=mark + 1)
