"""Articles in, graphs out: what `kg build` and `kg.build` do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.archive.fingerprint import builder, fingerprint
from kg.archive.people import qualified
from kg.articles import read_article
from kg.errors import KgError
from kg.model import Article, Reading
from kg.rdf.namespaces import BASE

if TYPE_CHECKING:
    import pyoxigraph as ox
    import rdflib
    from spacy.language import Language

__all__ = ["Built", "Extractor", "build", "built", "check_base", "extractor", "readings"]


@dataclass(frozen=True, slots=True)
class Extractor:
    """A pipeline that is loaded, and the digest of all that it is made of (`kg.archive.fingerprint.builder`)."""

    nlp: Language
    by: str

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """What articles say, one after the other, each with its fingerprint."""
        from kg.extract.pipeline import read

        for reading in read(self.nlp, articles):
            yield replace(qualified(reading), fingerprint=fingerprint(reading.article, self.by))


@dataclass(frozen=True, slots=True)
class Built:
    """What an article gave: its reading, its graph, and its files' contents by extension (".ttl").

    `facts` and `entities` count the nodes of each type in the graph, by the names that rows of `kg facts` have.
    """

    reading: Reading
    quads: Sequence[ox.Quad]
    files: Mapping[str, bytes]
    facts: Mapping[str, int]
    entities: Mapping[str, int]


def build(
    source: str | Path,
    *,
    title: str | None = None,
    publisher: str | None = None,
    date: str | None = None,
    url: str | None = None,
    lexicon: str | Path | Iterable[str | Path] = (),
    model: str | None = None,
    base: str = BASE,
) -> rdflib.Dataset:
    """The graph of the article in a file ("-" is standard input), one named graph, of which the default is the union.

    `title`, `publisher`, `date` (YYYY-MM-DD) and `url` go before what the file's front matter says. `lexicon` is
    Turtle that adds to what the program knows, `model` another spaCy pipeline, and `base` the IRI that new
    individuals' IRIs begin with. The model is kept for the next call.

        import kg

        graph = kg.build("article.txt", date="2024-05-17")
        for person, other in graph.query("SELECT ?person ?other { ?person :met ?other }"):
            print(person, other)

    Raises KgError where the article, the lexicon or the model cannot be read.
    """
    from kg.rdf.write import to_dataset

    article = read_article(source, title=title, publisher=publisher, date=date, url=url)
    paths = [lexicon] if isinstance(lexicon, str | Path) else lexicon
    return to_dataset(readings([article], lexicon=map(Path, paths), model=model, base=base), base)


def readings(
    articles: Iterable[Article], *, lexicon: Iterable[Path] = (), model: str | None = None, base: str = BASE
) -> Iterator[Reading]:
    """What articles say, one after the other. Raises KgError as `build` does, before any article is read."""
    return extractor(tuple(lexicon), model, base).read(articles)


def built(
    reading: Reading,
    formats: Iterable[str] = ("turtle",),
    base: str = BASE,
    *,
    page: bool = True,
    infer: bool = False,
    axioms: Iterable[Path] = (),
    rdf12: bool = False,
) -> Built:
    """The files of a reading: its graph in formats of `kg.rdf.formats`, and its page (".html") unless not wanted.

    `infer` adds what follows from it and from further axioms (`kg.rdf.inference`), `rdf12` writes the evidence of
    shortcuts as annotations (`kg.rdf.annotations`).
    """
    import pyoxigraph as ox

    from kg.facts import facts
    from kg.rdf.annotations import annotated
    from kg.rdf.formats import FORMATS, serialize
    from kg.rdf.inference import inferred
    from kg.rdf.nodes import counts
    from kg.rdf.write import to_quads
    from kg.view.page import page_of_rows
    from kg.view.sources import articles

    said = list(to_quads([reading], base))
    quads = [*said, *inferred(said, axioms)] if infer else said
    told = list(annotated(quads)) if rdf12 else quads
    files = {FORMATS[name][0]: serialize(told, name, base) for name in formats}
    if page:  # as `kg view` makes it of a file
        store = ox.Store()
        store.extend(quads)
        turtle = serialize(store, "turtle", base)
        files[".html"] = page_of_rows(list(facts(store)), articles(store), turtle).encode()
    return Built(reading, told, files, *counts(said))


def check_base(base: str) -> None:
    """Raise KgError where a text is no base for IRIs."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]", base):
        raise KgError(f"{base}: no base for IRIs; give a whole one that ends in / or #, like https://example.org/id/")


@lru_cache(maxsize=1)  # a model takes a second to load, and holds much memory
def extractor(lexicon: tuple[Path, ...] = (), model: str | None = None, base: str = BASE) -> Extractor:
    """The extractor with the user's lexicon, a model, and the base of IRIs; the last one is kept for the next call.

    Raises KgError where one of them is wrong.
    """
    from kg.lexicon import load_lexicon

    check_base(base)
    load_lexicon(*lexicon)  # a fault in it is told before the model is loaded
    by = builder(lexicon, model, base)
    from kg.extract.pipeline import load_pipeline

    return Extractor(load_pipeline(model, lexicon, base), by)
