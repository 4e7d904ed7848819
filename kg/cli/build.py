"""`kg build`: articles in, graphs and pages out."""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from kg.articles import read_article
from kg.build import Built, built, readings
from kg.cli.output import emit, on_terminal, progress, table
from kg.errors import KgError
from kg.files import write_all
from kg.model import Article
from kg.rdf.articles import graphs_of_quads
from kg.rdf.folder import keep
from kg.rdf.formats import FORMATS, format_named
from kg.rdf.namespaces import BASE

__all__ = ["build"]


def build(
    articles: Annotated[list[str], typer.Argument(help="Plain text files; - is standard input.", metavar="ARTICLE")],
    out: Annotated[
        Path | None,
        typer.Option(
            help="The folder for the files; with --store none are written by themselves.",
            metavar="FOLDER",
            show_default="out",
        ),
    ] = None,
    store: Annotated[
        Path | None,
        typer.Option(help="Also keep each article as a named graph of the Oxigraph store there.", metavar="FOLDER"),
    ] = None,
    date: Annotated[str | None, typer.Option(help="The day of publication, like 2024-05-17.", metavar="DAY")] = None,
    title: Annotated[str | None, typer.Option(help="The article's headline.", metavar="TEXT")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.", metavar="NAME")] = None,
    url: Annotated[str | None, typer.Option(help="Where it stands on the web.", metavar="URL")] = None,
    lexicon: Annotated[
        list[Path] | None, typer.Option(help="Turtle with more words and names; repeatable.", metavar="FILE")
    ] = None,
    model: Annotated[
        str | None, typer.Option(help="Another spaCy pipeline: its package or folder.", metavar="NAME")
    ] = None,
    base: Annotated[str, typer.Option(help="What the IRIs of new individuals begin with.", metavar="IRI")] = BASE,
    format: Annotated[
        list[str] | None, typer.Option(help=f"{', '.join(FORMATS)}; repeatable.", metavar="NAME", show_default="turtle")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="List what was rejected, and why.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Build the knowledge graph of each article, and the page to look at it.

    Writes NAME.ttl (or the formats that you ask for) and NAME.html for each file NAME.txt. A file may begin with a
    front matter that gives title, publisher, date and url between two lines of ---.

    Into a store each article goes as a named graph, in the place of the one that it had there; an article is the same
    if its URL is, or, without one, its name, publisher and date. Files are then written only where you give --out or
    --format.

    Example: kg build visit.txt --date 2024-05-17 --out graphs

    Example: kg build *.txt --store news
    """
    formats = [format_named(name) for name in format or ["turtle"]]
    if len(articles) > 1 and (title or url):
        raise KgError("--title, --url: there are several articles; give each its own in its front matter")
    sources = _read_all(articles, title=title, publisher=publisher, date=date, url=url)
    folder = out or (None if store and not format else Path("out"))
    done: list[tuple[Built, list[Path]]] = []
    with progress("Reading", len(sources), quiet) as advance:
        with _kept():
            stream = readings(sources, lexicon=lexicon or (), model=model, base=base)
        if folder:
            _make_folder(folder)
        if store:
            keep({}, store)  # so that a fault in it is told before the work
        for reading in stream:
            result = built(reading, formats if folder else (), base, page=folder is not None)
            written = _write(result, folder) if folder else []
            if store:
                keep(graphs_of_quads(result.quads), store)
            done.append((result, [*written, store] if store else written))
            advance()
    for result, files_ in done:
        _report(result, files_, explain, quiet)


@contextmanager
def _kept() -> Iterator[None]:
    """Never search what is loaded here for garbage: the model and the lexicon stay until the program ends."""
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


def _read_all(articles: Sequence[str], **about: str | None) -> list[Article]:
    """All articles, before work begins on any of them."""
    found: dict[str, str] = {}
    for source in articles:
        stem = "article" if source == "-" else Path(source).stem
        if stem in found:
            raise KgError(f"{source}: its files would be those of {found[stem]} ({stem}.*); rename one of the two")
        found[stem] = source
    return [read_article(source, **about) for source in articles]


def _write(result: Built, folder: Path) -> list[Path]:
    name = result.reading.article.name
    return write_all({folder / f"{name}{suffix}": data for suffix, data in result.files.items()})


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = "is a file" if out.is_file() else error.strerror or error
        raise KgError(f"{out}: no folder to write to ({reason}); choose another --out") from error


def _report(result: Built, files: Iterable[Path], explain: bool, quiet: bool) -> None:
    reading = result.reading
    for warning in reading.warnings:
        typer.echo(f"kg: {reading.article.name}: {warning}", err=True)
    if not quiet:
        kinds = Counter(row["type"] for row in result.rows)
        kinds.pop("date", None)
        entities = Counter(row["class"] for row in result.rows if row["type"] == "entity")
        emit(
            [
                " ".join(map(str, files)),
                f"  {kinds.total() - kinds.pop('entity', 0)} facts: {_counts(kinds)}",
                f"  {entities.total()} entities: {_counts(entities)}",
            ]
        )
    if explain:
        _explain(result)


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counter.items()) or "none"


def _explain(result: Built) -> None:
    text = result.reading.article.text
    rows = [(text[r.passage.start : r.passage.end], r.rule, r.reason) for r in result.reading.rejected]
    if on_terminal():
        table(("words", "rule", "reason"), rows, f"{result.reading.article.name}: rejected")
    else:
        emit("\t".join(" ".join(cell.split()) for cell in row) for row in rows)
