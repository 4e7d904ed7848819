"""From a Doc that all components have seen to the Reading that leaves the NLP side."""

from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.doc import text_of
from kg.extract.tokenizing import with_hyphens
from kg.model import Entity, Fact, Reading, Statement

__all__ = ["reading"]


def reading(doc: Doc) -> Reading:
    """Collect what the components found, in the order of the text, each fact once, with who asserts it."""
    written = (_as_written(entity, doc._.article.text) for entity in doc._.entities.values())
    entities = sorted(written, key=lambda e: (e.mentions[0].start if e.mentions else len(text_of(doc)), e.iri))
    facts = sorted(_asserted(doc, doc._.facts), key=lambda f: (f.evidence, type(f).__name__, repr(f)))
    return Reading(
        article=doc._.article,
        entities=tuple(entities),
        dates=tuple(sorted(doc._.dates, key=lambda d: d.passage)),
        facts=tuple(dict.fromkeys(facts)),
        rejected=tuple(sorted(doc._.rejected, key=lambda r: (r.passage, r.rule, r.reason))),
        warnings=tuple(dict.fromkeys(doc._.warnings)),
    )


def _as_written(entity: Entity, text: str) -> Entity:
    """An entity with the forms of its name that the article has, whatever dashes the pipeline saw."""
    words = (text[m.start : m.end] for m in entity.mentions)
    forms = {with_hyphens(form): form for form in words if "–" in form}
    return replace(entity, labels=tuple(sorted({forms.get(form, form) for form in entity.labels}))) if forms else entity


def _asserted(doc: Doc, facts: list[Fact]) -> list[Fact]:
    """Facts that stand within the content of a statement are its speaker's, not the article's."""
    statements = [f for f in facts if isinstance(f, Statement)]
    return [_with_asserter(fact, statements) for fact in facts]


def _with_asserter(fact: Fact, statements: list[Statement]) -> Fact:
    if fact.asserter is not None or isinstance(fact, Statement):
        return fact
    for statement in statements:
        whole = statement.content or statement.evidence
        if whole.start <= fact.evidence.start and fact.evidence.end <= whole.end:
            return replace(fact, asserter=statement.speaker)
    return fact
