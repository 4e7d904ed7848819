"""What a name that the ontology does not know names: a person, a place or an organisation, told by the words around it.

A recogniser looks at each place of a name by itself, and often takes one name for several things. Here all places of
a form are weighed together: what the recogniser says, and what stands beside the name ("the town of X", "X party",
"Mr X", "X, who", "in X"). The parts of a person's name are hers too.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.candidates import DASHES, Candidate, words_of
from kg.extract.gazetteer import fold
from kg.extract.tree import dependents
from kg.lexicon import Lexicon
from kg.model import EntityType

__all__ = ["Kinds", "folded"]

MARKS = {'"', "“", "”", "'", "‘", "’", "«", "»"}
WITHIN = {"in", "near", "outside", "inside"}
RECOGNISED, WEAK, CLEAR, SURE = 1.5, 1.0, 2.0, 4.0  # how much a cue weighs against the recogniser's word

_CAPITALS = re.compile(r"([A-Z][a-z]+)[A-Z]\w*")

type Cue = tuple[EntityType, float]


def folded(doc: Doc, c: Candidate) -> str:
    """The form of a name by which its places are told to be alike."""
    return fold(" ".join(words_of(doc, c).split()))


class Kinds:
    """Gives each name without a known thing one type in the whole Doc."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._sorts: dict[str, EntityType] = dict.fromkeys(lexicon.listed("sort-place"), "Place")
        self._sorts.update(dict.fromkeys(lexicon.listed("sort-organization"), "Organization"))
        self._given = lexicon.listed("given-name")
        self._particles = lexicon.listed("name-particle")
        self._appointing = lexicon.listed("appointing")
        self._prefixes = lexicon.listed("name-prefix")
        self._divisions = lexicon.listed("division")
        self._heads = lexicon.listed("head-of-organization")
        self._saying = frozenset(verb for cue in lexicon.cues for verb in cue.verbs)
        self._persons = lexicon.listed("sort-person") | {
            name.lower().replace("-", " ").split()[-1] for office in lexicon.offices for name in office.names
        }

    def decided(self, doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
        """The candidates with their types; places that bear a person's surname are told from her by what is before."""
        people = [c for c in candidates if c.type == "Person" and c.end - c.start > 1]
        names = (range(c.start, c.end) for c in people if "-" not in words_of(doc, c))
        surnames = {fold(doc[i].text) for name in names for i in name}
        candidates = [part for c in candidates for part in _split(doc, c, surnames)]
        cues: dict[str, Counter[EntityType]] = defaultdict(Counter)
        votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
        for c in candidates:
            if c.thing is None:
                form = folded(doc, c)
                (votes if c.source == "ner" else cues)[form][c.type] += 1 if c.source == "ner" else SURE  # type: ignore[assignment]
                for type_, weight in self._cues(doc, c):
                    cues[form][type_] += weight  # type: ignore[assignment]
        best = {form: _best(votes[form], cues[form]) for form in sorted({*votes, *cues})}
        full = {form for form, type_ in best.items() if type_ == "Person" and " " in form}
        words = {w.strip("\"“”'‘’") for form in full for w in form.split()}
        known = [words_of(doc, c) for c in candidates if c.thing and c.type == "Person"]
        words |= {fold(word) for name in known for word in name.split()}
        singles = {form for form, type_ in best.items() if type_ == "Person" and self._is_surname(form)}
        typed = [self._typed(doc, c, best, cues, words, singles) for c in candidates]
        kept = [c for c in typed if not _chance(doc, c, votes, cues) or folded(doc, c) in words]
        return [self._extended(doc, c) for c in kept]

    def _is_company(self, word: str) -> bool:
        """Whether a capital within a word tells a company ("KenGen"): not behind a prefix of surnames ("McKay")."""
        capitals = _CAPITALS.fullmatch(word)
        return capitals is not None and capitals[1].lower() not in self._prefixes

    def _is_surname(self, form: str) -> bool:
        """Whether a person is named by the surname alone, particles and all: "berg", "de la rosa"."""
        return all(word in self._particles for word in form.split()[:-1])

    def _typed(
        self, doc: Doc, c: Candidate, best: dict[str, EntityType], cues: dict[str, Counter[EntityType]],
        words: set[str], singles: set[str],
    ) -> Candidate:  # fmt: skip
        if c.thing is not None and c.thing.type != "Place":
            return c
        form = folded(doc, c)
        before = doc[c.start - 1].lower_ if c.start else ""
        told = before in ("in", "at") or before == "to" and doc[max(0, c.start - 2)].lower_ != "according"
        if c.thing is not None:
            surname = form in words and not told
            return c._replace(type="Person", thing=None) if surname else c
        part = (form in words or form.replace(" ", "-") in words) and not (
            told and cues[form]["Place"] > cues[form]["Person"]
        )
        parts = form.split()
        surnames = (" ".join(parts[i:]) for i in range(1, len(parts)))
        part = part or c.source == "ner" and best[form] != "Person" and any(name in singles for name in surnames)
        return c._replace(type="Person" if part else best[form])

    def _extended(self, doc: Doc, c: Candidate) -> Candidate:
        """A place that is known only as a region or district of its name has that word in it: "X region"."""
        extends = c.thing is None and c.type == "Place" and c.end < len(doc) and doc[c.end].lower_ in self._divisions
        return c._replace(end=c.end + 1) if extends else c

    def _cues(self, doc: Doc, c: Candidate) -> Iterator[Cue]:
        before, after = _beside(doc, c.start - 1, -1), _beside(doc, c.end, 1)
        yield from self._sort_beside(doc, c, before, after)
        root = doc[c.start : c.end].root if c.end - c.start > 1 else doc[c.start]
        yield from self._apposed(root)
        if before is not None and before.text == "(" and _reports(doc, c):
            yield "Organization", SURE  # "LIMA (Agency) –"
        if self._is_appointed(root):
            yield "Person", CLEAR if c.end - c.start > 1 else WEAK
        possesses = after is not None and after.tag_ == "POS"
        if before is not None and before.lower_ in WITHIN and before.i == c.start - 1 and not possesses:
            yield "Place", WEAK
        if c.end - c.start == 1 and doc[c.start].is_upper and 3 <= len(doc[c.start]) <= 5:
            yield "Organization", CLEAR
        if c.end - c.start == 1 and self._is_company(doc[c.start].text):
            yield "Organization", CLEAR
        if before is not None and before.lower_ == "from" and after is not None and after.lower_ == "to":
            yield "Place", CLEAR
        if after is not None and after.text == "," and after.i + 1 < len(doc) and after.nbor().lower_ == "who":
            yield "Person", CLEAR
        if c.end - c.start > 1:
            first = doc[c.start]
            if first.lower_ in self._given or first.text[:1].isupper() and first.text[1:2] == ".":
                yield "Person", CLEAR
        if root.dep_ == "nsubj" and root.head.lemma_.lower() in self._saying:
            yield "Person", WEAK if c.end - c.start > 1 else WEAK / 2
        if before is not None and before.lower_ == "the" and c.end - c.start == 1 and (
            after is None or after.pos_ not in ("NOUN", "PROPN", "ADJ")
        ):  # fmt: skip
            yield "Person", -CLEAR

    def _is_appointed(self, root: Token) -> bool:
        """Whether somebody replaces what is named, or it has an office: "to replace X", "X remains minister"."""
        if root.dep_ == "nsubj" and root.head.lemma_ in ("be", "become", "remain"):
            return any(t.dep_ == "attr" and t.tag_ == "NN" and t.lower_ in self._persons for t in dependents(root.head))
        return root.dep_ == "dobj" and root.head.lemma_ in self._appointing

    def _sort_beside(self, doc: Doc, c: Candidate, before: Token | None, after: Token | None) -> Iterator[Cue]:
        """ "the newspaper X", "the town of X", "X province"."""
        if before is not None and before.lower_ == "of" and before.i:
            if self._sorts.get(doc[before.i - 1].lower_) == "Place":
                yield "Place", CLEAR
        elif before is not None and before.tag_ == "NN" and (sort := self._sorts.get(before.lower_)):
            yield sort, CLEAR
        if after is not None and after.tag_ == "NN" and after.lower_ not in self._sorts and after.dep_ == "compound":
            after = after.nbor() if after.i + 1 < len(doc) else None  # "X state railway"
        head = after if after is not None and after.lower_ in self._heads else None
        if after is not None and after.tag_ == "NN" and (sort := self._sorts.get(after.lower_)):
            yield sort, CLEAR
        elif head is not None and head.i + 1 < len(doc) and head.nbor().pos_ == "PROPN":
            yield "Organization", CLEAR  # "X chairman Y"

    def _apposed(self, root: Token) -> Iterator[Cue]:
        """ "X, a town in Y", "the chief of police, X"."""
        others = [t for t in dependents(root) if t.dep_ == "appos"]
        if root.dep_ == "appos":
            others.append(root.head)
        for other in others:
            word = other.lower_
            if word in self._persons and other.tag_ in ("NN", "NNP"):
                yield "Person", CLEAR
            elif other.tag_ == "NN" and (sort := self._sorts.get(word)):
                yield sort, CLEAR


def _reports(doc: Doc, c: Candidate) -> bool:
    """Whether a name in brackets is whose report it is: behind the place at the beginning of a line, before a dash."""
    line = c.start - 1
    while line > 0 and c.start - line < 10 and "\n" not in doc[line - 1].text:
        line -= 1
    begins = line == 0 or "\n" in doc[line - 1].text
    return begins and c.end + 1 < len(doc) and doc[c.end].text == ")" and doc[c.end + 1].text in DASHES


def _chance(
    doc: Doc, c: Candidate, votes: dict[str, Counter[EntityType]], cues: dict[str, Counter[EntityType]]
) -> bool:
    """Whether only its capital at a sentence's start made the recogniser see a name."""
    if c.thing or c.source != "ner" or c.end - c.start > 1 or not doc[c.start].is_sent_start or doc[c.start].is_upper:
        return False
    form = folded(doc, c)
    return sum(votes[form].values()) == 1 and not any(weight > 0 for weight in cues[form].values())


def _beside(doc: Doc, i: int, step: int) -> Token | None:
    """The next token from `i` on, over quotation marks."""
    while 0 <= i < len(doc) and doc[i].text in MARKS:
        i += step
    return doc[i] if 0 <= i < len(doc) else None


def _best(votes: Counter[EntityType], cues: Counter[EntityType]) -> EntityType:
    total = sum(votes.values()) or 1
    scores = {t: RECOGNISED * votes[t] / total + cues[t] for t in {*votes, *cues}}
    return min(scores.items(), key=lambda kv: (-kv[1], kv[0]))[0]


def _split(doc: Doc, c: Candidate, surnames: set[str]) -> Iterator[Candidate]:
    """Two people whose names a recogniser took for one: "Smith and Jones", "the Smith-Jones talks"."""
    if c.thing or c.end - c.start < 3:
        yield c
        return
    words = [fold(doc[i].text) for i in range(c.start, c.end)]
    pair = len(words) == 3 and words[1] == "-" and (words[0] in surnames or words[2] in surnames)
    cut = c.start + 1 if pair else next((i for i in range(c.start + 1, c.end - 1) if doc[i].lower_ == "and"), None)
    if cut is None or not pair and (c.type != "Person" or c.source != "ner"):
        yield c
        return
    yield c._replace(end=cut, type="Person")
    yield c._replace(start=cut + 1, type="Person")
