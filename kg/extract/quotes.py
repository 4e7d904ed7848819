"""Words between quotation marks: the component `kg_quotes`, which sets `doc._.quotes`.

Their speakers are not known as yet, but for the answers of interviews.

A quotation may run over several paragraphs, each of which then opens with the mark again and only the last closes it.
One that is never closed ends with its paragraph. Single marks inside double ones (and alone) are found too; an
apostrophe is none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.doc import Quote, register, text_of
from kg.extract.interviews import answered
from kg.extract.sentences import unwrapped

__all__ = ["Quotes", "quotations", "turns"]

# What opens a quotation to what may close it; straight double marks do both, and get mixed up with curly ones.
_PAIRS = {"“": '”"', "„": '“”"', '"': '"”', "«": "»", "‘": "’'", "'": "'’"}
_DOUBLE = '“„"«'
_TURN = re.compile(r"^[\"“]?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}: +(?![\"“])(\S.*)$", re.MULTILINE)
_CLOSED = re.compile(r"[^.!?“”\"]*?\w[.,!?]?[’'](?!\w)")  # up to a single mark that may close
_SEVERAL = 3
_MARKS = re.compile("[“”„\"«»‘’']")


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of `text` (characters, marks included, end exclusive) that are quoted, outer before inner."""
    text = unwrapped(text)
    found: list[tuple[int, int]] = []
    open_at: int | None = None  # the double quotation that the last paragraph left open
    for paragraph in re.finditer(r"(?m)^[^\n]*\S[^\n]*", text):
        start, end = paragraph.span()
        again = re.match(rf"\s*([{_DOUBLE}])", paragraph[0])
        if open_at is not None and not (again and text[open_at] in '“„"«' and again[1] == text[open_at]):
            open_at = None
        spans, left_open = _within(text, start, end)
        if open_at is not None and spans and spans[0][0] == start + again.start(1):  # type: ignore[union-attr]
            outer = next(i for i, (at, _) in enumerate(found) if at == open_at)
            found[outer] = (open_at, spans[0][1])
            if left_open == spans[0][0]:
                left_open = open_at
            spans = spans[1:]
        found += spans
        open_at = left_open
    return iter(sorted(found, key=lambda s: (s[0], -s[1])))


def _within(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], int | None]:
    """The quotations of one paragraph, and where one begins that it leaves open."""
    spans: list[tuple[int, int]] = []
    stack: list[int] = []
    for mark in _MARKS.finditer(text, start, end):
        at, sign = mark.start(), mark[0]
        if stack and sign in _PAIRS[text[stack[-1]]] and _closes(text, at, end):
            spans.append((stack.pop(), at + 1))
        elif len(stack) > 1 and sign in _PAIRS[text[stack[0]]] and _closes(text, at, end):
            spans.append((stack[0], at + 1))  # the inner one was no quotation
            stack.clear()
        elif sign in _PAIRS and sign not in {text[i] for i in stack} and len(stack) < 2 and _opens(text, at, end):
            stack.append(at)
    left_open = next((i for i in stack if text[i] in _DOUBLE), None)
    if left_open is not None:
        spans.append((left_open, start + len(text[start:end].rstrip())))
    return spans, left_open


def _opens(text: str, at: int, end: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < end else " "
    if text[at] in "“„«":
        return True
    if text[at] in "’'" and _is_misplaced(text, at, end):
        return False
    outside = not before.isalnum() and before not in ".,!?"
    return outside and not after.isspace() and (text[at] == '"' or after.isalpha())


def _is_misplaced(text: str, at: int, end: int) -> bool:
    """Whether a single mark behind a plural's space is an apostrophe gone astray: "the leaders 'talks were long"."""
    astray = re.match(r"s [’'][a-z]", text[max(0, at - 2) : at + 2])
    return astray is not None and _CLOSED.match(text, at + 1, end) is None


def _closes(text: str, at: int, end: int) -> bool:
    """Whether the mark at `at` may close; the ’ of "Oman’s" does not, nor that of "the leaders’ talks"."""
    after = text[at + 1] if at + 1 < end else " "
    if text[at] not in "’'":
        return text[at] != "“" or not after.isalnum()
    if after.isalnum():
        return False
    plural = text[at - 1] == "s" and re.match(r" [a-z]", text[at + 1 : at + 3])
    return not (plural and re.search(r"[’'](?!\w)", text[at + 1 : end]))


def turns(text: str) -> dict[int, tuple[int, int]]:
    """What each speaker of a transcript says: paragraphs that begin with a name and a colon, where there are several.

    By the offset of the paragraph, which may have a quotation mark of its own before the name. What stands between two
    of them goes on with the first, up to a question or a quotation, if its speaker speaks again.
    """
    found = list(_TURN.finditer(text))
    often = Counter(_label(text, m) for m in found)
    ends = [
        _last_line(text, m, after.start()) if often[_label(text, m)] > 1 else m.end(1) for m, after in pairwise(found)
    ] + [m.end(1) for m in found[-1:]]
    spans = {m.start(): (m.start(1), end) for m, end in zip(found, ends, strict=True)}
    return spans if len(spans) >= _SEVERAL else {}


def _label(text: str, turn: re.Match[str]) -> str:
    return text[turn.start() : turn.start(1)].strip(' \t“":')


def _last_line(text: str, turn: re.Match[str], end: int) -> int:
    """The end of the last line that belongs to a turn, of those before `end`."""
    last = turn.end(1)
    for line in re.finditer(r"[^\n]+", text[last:end]):
        words = line[0].strip()
        if words and words[0] in _DOUBLE or words.endswith("?"):
            break
        last = turn.end(1) + line.start() + len(line[0].rstrip()) if words else last
    return last


@Language.factory("kg_quotes", default_config={"lexicon": [], "base": ""})
def make_quotes(nlp: Language, name: str, lexicon: list[str], base: str) -> "Quotes":
    """Make the component; its settings change nothing."""
    return Quotes()


class Quotes:
    """Sets `doc._.quotes`, in the order of the text, outer before inner; answers of interviews are among them."""

    def __init__(self) -> None:
        register()

    def __call__(self, doc: Doc) -> Doc:
        given = list(answered(doc))
        spoken = {at: span for at, span in turns(text_of(doc)).items() if not _within_any(doc, span[0], given)}
        quoted = (span for span in quotations(text_of(doc)) if span[0] not in spoken)
        found = sorted({*quoted, *spoken.values()}, key=lambda s: (s[0], -s[1]))
        spans = (doc.char_span(start, end, alignment_mode="expand") for start, end in found)
        quotes = (Quote(span.start, span.end, None) for span in spans if span is not None and len(span) > 1)
        doc._.quotes = tuple(sorted([*given, *quotes], key=lambda q: (q.start, -q.end)))
        return doc


def _within_any(doc: Doc, at: int, quotes: Iterable[Quote]) -> bool:
    """Whether a character stands within one of the quotations."""
    return any(doc[q.start].idx <= at < doc[q.end - 1].idx for q in quotes)
