"""`kg build`: articles in, graphs and pages out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.archive.report import json_report
from kg.articles.forms import FORMS
from kg.cli.arguments import keep_apart
from kg.cli.meter import meter, size_of
from kg.cli.telling import Teller
from kg.errors import KgError
from kg.rdf.formats import FORMATS, format_named
from kg.rdf.namespaces import BASE

if TYPE_CHECKING:
    from kg.archive.report import Entry
    from kg.archive.stage import Outcome

__all__ = ["build"]


def build(
    articles: Annotated[
        list[str],
        typer.Argument(
            help='Files, folders, patterns such as "news/*.txt", addresses on the web; - is standard input.',
            metavar="ARTICLE",
        ),
    ],
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
    date: Annotated[
        str | None,
        typer.Option(help="The day of publication, like 2024-05-17.", metavar="DAY", rich_help_panel="Input"),
    ] = None,
    title: Annotated[
        str | None, typer.Option(help="The article's headline.", metavar="TEXT", rich_help_panel="Input")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(help="Who published it.", metavar="NAME", rich_help_panel="Input")
    ] = None,
    url: Annotated[
        str | None, typer.Option(help="Where it stands on the web.", metavar="URL", rich_help_panel="Input")
    ] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote it.", metavar="NAME", rich_help_panel="Input")] = None,
    input: Annotated[
        str | None,
        typer.Option(
            help=f"{', '.join(FORMS)}: what all sources are, whatever their endings say.",
            metavar="FORM",
            rich_help_panel="Input",
        ),
    ] = None,
    field: Annotated[
        list[str] | None,
        typer.Option(
            help="How records call a field, like text=body; repeatable.", metavar="OURS=THEIRS", rich_help_panel="Input"
        ),
    ] = None,
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="Fetch from private addresses too.", rich_help_panel="Input"),
    ] = False,
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
    page: Annotated[bool, typer.Option("--page/--no-page", help="Write a page beside each file.")] = True,
    infer: Annotated[
        bool, typer.Option("--infer", help="Add what follows from a graph and the ontology (OWL 2 RL).")
    ] = False,
    rdf12: Annotated[
        bool, typer.Option("--rdf12", help="Write the evidence of shortcuts as annotations of RDF 1.2.")
    ] = False,
    explain: Annotated[bool, typer.Option("--explain", help="List what was rejected, and why.")] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            help="How many processes build; each holds the model.",
            metavar="NUMBER",
            min=1,
            show_default="1; with --ray one for each core",
        ),
    ] = None,
    ray: Annotated[
        str | None,
        typer.Option(
            help="Build on the Ray cluster whose head has this address; auto: the one that this machine is of.",
            metavar="ADDRESS",
        ),
    ] = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Build again what is there already.")] = False,
    report: Annotated[
        Path | None, typer.Option(help="Write what became of each article, as JSON.", metavar="FILE")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Build the knowledge graph of each article, and the page to look at it.

    Writes NAME.ttl (or the formats that you ask for) and NAME.html for each article. Reads plain text, JSON Lines, CSV,
    Parquet, RSS and Atom, and pages in HTML. A text may begin with a front matter that gives title, publisher, author,
    date and url between two lines of ---.

    Into a store each article goes as a named graph, in the place of the one that it had there; an article is the same
    if its URL is, or, without one, its name, publisher and date. Files are then written only where you give --out or
    --format.

    What is there already, and would be built just so again, is left alone: a run that was broken off goes on where it
    was. What is no article is skipped. Ends with status 0 if all articles are there now, 1 if some were skipped or
    failed.

    Example: kg build visit.txt --date 2024-05-17 --out graphs

    Example: kg build news/ --store news-store --jobs 4 --report report.json

    Example: kg build news/ --store news-store --ray 10.0.0.1:6379
    """
    from kg.archive.fingerprint import builder
    from kg.archive.outputs import Outputs
    from kg.archive.run import archive
    from kg.archive.stage import Options, check
    from kg.articles import articles as found_in

    folder = out or (None if store and not format else Path("out"))
    options = Options(
        lexicon=tuple(lexicon or ()),
        model=model,
        base=base,
        formats=tuple(format_named(name) for name in format or ["turtle"]) if folder else (),
        page=page and folder is not None,
        quads=store is not None,
        explain=explain,
        infer=infer,
        rdf12=rdf12,
    )
    if len(articles) > 1 and (title or url):
        raise KgError("--title, --url: there are several articles; give each its own in its front matter")
    found = found_in(
        articles,
        form=input,
        fields=_fields(field or ()),
        title=title,
        publisher=publisher,
        date=date,
        url=url,
        author=author,
        allow_private=allow_private,
    )
    keep_apart(report, "--report", *articles)
    check(options)
    outputs = Outputs(options, builder(options.lexicon, model, base) + options.shape, folder, store)
    work = partial(_work(jobs, ray), options=options)
    teller = Teller(quiet, explain)
    with ExitStack() as stack:
        log = stack.enter_context(json_report(report)) if report else None
        advance = stack.enter_context(meter("Reading", size_of(articles), quiet))
        for entry in archive(found, work, outputs, base, rebuild=rebuild or explain):
            advance(entry.size)
            teller.tell(entry)
            if log:
                log.add(entry)
    raise typer.Exit(teller.end())


def _work(jobs: int | None, ray: str | None) -> Callable[..., Iterator[Entry | Outcome]]:
    """What builds articles: this process, several, or a cluster."""
    from kg.archive.workers import in_processes, in_this_process

    if ray is not None:
        from kg.archive.cluster import on_cluster

        return partial(on_cluster, address=ray, jobs=jobs)
    return in_this_process if jobs in (None, 1) else partial(in_processes, jobs=jobs)


def _fields(named: Iterable[str]) -> dict[str, str]:
    """The names of fields in records, by ours, as --field gives them."""
    pairs = [one.partition("=") for one in named]
    if wrong := next((ours for ours, equals, theirs in pairs if not (equals and theirs)), None):
        raise KgError(f"--field {wrong}: names no field; write it like --field text=body")
    return {ours.strip(): theirs for ours, _, theirs in pairs}
