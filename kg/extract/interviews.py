"""Interviews in print: questions that are paragraphs of their own, with answers that have no quotation marks.

Nobody's words stand in marks there, so that who says "I" must be told by the article: it calls itself an interview, or
has "Q:" and "A:" before questions and answers, and names one person before the first question, or one in its title.
"""

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract.doc import Quote, text_of, type_of
from kg.extract.sentences import unwrapped

__all__ = ["answered", "answers"]

_QUESTION = re.compile(r"(?:Q(?:uestion)?\s*[:.]\s*)?[^“”\"«]{8,500}\?|Q(?:uestion)?\s*:[^“”\"«]+")
_LABEL = re.compile(r"A(?:nswer)?\s*:\s*")
_LINE = re.compile(r"[^\n]+")
_FIRST = re.compile(r"\b(?:I|I[’']m|I[’']ve|[Ww]e|[Oo]ur|[Mm]y|us)\b")
_CALLED = re.compile(r"\binterview|\bQ&A\b|\bconversation with\b", re.IGNORECASE)
_LABELLED = re.compile(r"^[^\S\n]*Q(?:uestion)?\s*[:.][^\n]*\n\s*A(?:nswer)?\s*:", re.MULTILINE)
_SEVERAL = 3


def answers(text: str) -> list[tuple[int, int]]:
    """The stretches of `text` (characters, end exclusive) that answer one question each; none where it asks few.

    Most of them speak in the first person; the last ends where no paragraph does so any more.
    """
    blocks: list[list[re.Match[str]]] = []
    for paragraph in _LINE.finditer(unwrapped(text)):
        if not paragraph[0].strip():
            continue
        if _QUESTION.fullmatch(paragraph[0].strip()):
            blocks.append([])
        elif blocks:
            blocks[-1].append(paragraph)
    if blocks:
        end = next((i for i, p in enumerate(blocks[-1]) if i and not _FIRST.search(p[0])), len(blocks[-1]))
        blocks[-1] = blocks[-1][:end]
    given = [block for block in blocks if block and block[0][0].lstrip()[:1] not in '“"«']
    personal = sum(any(_FIRST.search(p[0]) for p in block) for block in given)
    if len(given) < _SEVERAL or 2 * personal < len(given):
        return []
    return [(_begin(block[0]), block[-1].end()) for block in given]


def _begin(paragraph: re.Match[str]) -> int:
    """Where an answer begins, behind its label."""
    indent = len(paragraph[0]) - len(paragraph[0].lstrip())
    label = _LABEL.match(paragraph[0], indent)
    return paragraph.start() + (label.end() if label else indent)


def answered(doc: Doc) -> Iterator[Quote]:
    """The answers of an interview with who gives them; none where that cannot be told."""
    spans = answers(text_of(doc))
    speaker = _interviewed(doc, spans[0][0]) if spans else None
    if speaker is not None:
        for start, end in spans:
            if (span := doc.char_span(start, end, alignment_mode="expand")) is not None:
                yield Quote(span.start, span.end, speaker)


def _interviewed(doc: Doc, end: int) -> str | None:
    """The person named in the title of an interview, or the only one that is named before the first question."""
    lead, title = text_of(doc)[:end], doc._.article.title or ""
    if not (_CALLED.search(f"{title}\n{lead}") or _LABELLED.search(text_of(doc))):
        return None
    named = Counter(m.iris[0] for m in doc._.mentions if doc[m.start].idx < end and m.kind == "name")
    people = [iri for iri in named if type_of(doc, iri) == "Person"]
    titled = [iri for iri in people if any(label in title for label in doc._.entities[iri].labels)]
    found = titled or people
    return found[0] if len(found) == 1 else None
