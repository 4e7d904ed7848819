"""What is done to articles, wherever it is done: in this process, in others, on other machines."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.build import built, check_base, extractor
from kg.model import Article, Reading
from kg.rdf.namespaces import BASE

__all__ = ["DIED", "Options", "Outcome", "Stage", "check"]

DIED = "its process died, perhaps for want of memory"
"""Why an article failed with which nothing could be told any more."""


@dataclass(frozen=True, slots=True)
class Options:
    """What is wanted: what extracts (the user's lexicon, a model, the base of IRIs), and what is made of it.

    `formats` are those of the files, `page` whether there is one, `quads` whether the graph is wanted for a store;
    `infer` and `rdf12` are those of `kg.build.built`.
    """

    lexicon: tuple[Path, ...] = ()
    model: str | None = None
    base: str = BASE
    formats: tuple[str, ...] = ()
    page: bool = False
    quads: bool = False
    explain: bool = False
    infer: bool = False
    rdf12: bool = False

    @property
    def shape(self) -> str:
        """What makes another graph of the same reading, for its fingerprint."""
        return "+infer" * self.infer + "+rdf12" * self.rdf12


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one article gave: the contents of its files by extension, its graph for `kg.rdf.folder.keep_built`.

    Or why it gave nothing.
    """

    article: Article
    failed: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)
    quads: bytes = b""
    facts: Mapping[str, int] = field(default_factory=dict)
    entities: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    rejected: tuple[tuple[str, str, str], ...] = ()


class Stage:
    """The extractor, loaded once: call it with a batch of articles for what each gives.

    What an article gives does not depend on the others in its batch. One that fails does not stop them. Nothing is kept
    of a batch when it is done, so that memory stays as it is. Raises KgError where the model cannot be loaded.
    """

    def __init__(self, options: Options) -> None:
        self._options = options
        with _kept():
            found = extractor(options.lexicon, options.model, options.base)
        self._extractor = replace(found, by=found.by + options.shape)

    @property
    def by(self) -> str:
        """The digest of all that makes a graph here; see `kg.archive.fingerprint.builder`."""
        return self._extractor.by

    def __call__(self, articles: Sequence[Article]) -> list[Outcome]:
        try:
            return list(self._outcomes(articles))
        except Exception as error:
            if len(articles) > 1:
                return [outcome for article in articles for outcome in self([article])]
            reason = " ".join(f"{type(error).__name__}: {error}".split())
            return [Outcome(article, failed=reason[:500]) for article in articles]

    def _outcomes(self, articles: Sequence[Article]) -> Iterator[Outcome]:
        with self._extractor.nlp.memory_zone():  # words that only these articles have are forgotten after it
            found = list(self._extractor.read(articles))
        for reading in found:
            yield _outcome(reading, self._options)


def check(options: Options) -> None:
    """Raise KgError where a stage could not be loaded: told in a moment, before there is work."""
    from kg.lexicon import load_lexicon
    from kg.rdf.formats import check_annotations
    from kg.rdf.inference import reasoner

    if options.rdf12:
        for name in options.formats:
            check_annotations(name)
    if options.infer:
        reasoner()
    check_base(options.base)
    load_lexicon(*options.lexicon)


def _outcome(reading: Reading, options: Options) -> Outcome:
    from kg.rdf.identities import noted

    result = built(
        reading,
        options.formats,
        options.base,
        page=options.page,
        infer=options.infer,
        axioms=options.lexicon,
        rdf12=options.rdf12,
    )
    text = reading.article.text
    return Outcome(
        reading.article,
        files=result.files,
        quads=noted(result.quads) if options.quads else b"",
        facts=result.facts,
        entities=result.entities,
        warnings=reading.warnings,
        rejected=tuple((text[r.passage.start : r.passage.end], r.rule, r.reason) for r in reading.rejected)
        if options.explain
        else (),
    )


@contextmanager
def _kept() -> Iterator[None]:
    """Never search what is loaded here for garbage: the model and the lexicon stay until the program ends."""
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()
