"""`kg eval`: how much of what people found in articles is found, and how much of what is found is right."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.output import emit, on_terminal, progress, table
from kg.errors import KgError
from kg.eval.errors import errors as errors_of
from kg.eval.figures import Count, Share, bands, counts, links, macro_f1, slots, total
from kg.eval.found import GRAPHS, files_of, headed_article, rows_of_articles, rows_of_file
from kg.eval.gold import SCORED, Gold, Row, read_gold
from kg.eval.outcomes import Outcome, compare
from kg.eval.resolving import kin_of
from kg.model import Reading

__all__ = ["evaluate"]

type Sheet = tuple[Sequence[str], Sequence[Sequence[str]]]


def evaluate(
    gold: Annotated[
        Path, typer.Argument(help="A folder with NAME.json for each article: what people found.", metavar="GOLD")
    ],
    found: Annotated[
        Path | None,
        typer.Argument(help="A folder with NAME.jsonl (rows of `kg facts`) or NAME.ttl, .trig, .nq …", metavar="FOUND"),
    ] = None,
    articles: Annotated[
        Path | None, typer.Option(help="Instead of FOUND: read the articles NAME.txt of a folder.", metavar="FOLDER")
    ] = None,
    lexicon: Annotated[
        list[Path] | None, typer.Option(help="Turtle with more words and names; repeatable.", metavar="FILE")
    ] = None,
    model: Annotated[
        str | None, typer.Option(help="Another spaCy pipeline for --articles: its package or folder.", metavar="NAME")
    ] = None,
    type: Annotated[str | None, typer.Option(help="Only these rows: entity, office, visit …", metavar="NAME")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List the rows that were missed or are spurious.")] = False,
    confidence: Annotated[
        bool, typer.Option("--confidence", help="Tell how many facts are right in each band of confidence.")
    ] = False,
    format: Annotated[
        str | None,
        typer.Option(help="table, json or csv; by itself a table on a terminal, else json.", metavar="NAME"),
    ] = None,
) -> None:
    """Measure how right the facts of articles are, against what people found in them.

    The gold of an article is JSON: {"entities": [{"id": "e1", "type": "Person", "name": "Ana Zupan",
    "aliases": ["Zupan"]} …], "facts": [{"type": "statement", "speaker": "e1", "mode": "direct",
    "evidence": "…"} …]}; facts have the keys of the rows of `kg facts`, with ids for entities.

    An article may begin with a front matter, or with lines such as "# date: 2024-05-17" and an empty one.
    csv is one table: the scores, or what --errors or --confidence asks for.

    Example: kg eval gold --articles news --errors
    """
    name = format or ("table" if on_terminal() else "json")
    if name not in _WRITERS:
        raise KgError(f"{name}: no such format for scores; choose one of {', '.join(_WRITERS)}")
    if name == "csv" and errors and confidence:
        raise KgError("--errors, --confidence: csv is one table; ask for one of the two, or for json")
    if type is not None and type not in SCORED:
        raise KgError(f"{type}: no such type of row is measured; choose one of {', '.join(SCORED)}")
    golds = read_gold(gold)
    outcomes = [o for o in _outcomes(golds, found, articles, lexicon or [], model) if type in (None, o.type)]
    _WRITERS[name](outcomes, errors, confidence)


def _outcomes(
    golds: list[Gold], found: Path | None, articles: Path | None, lexicon: list[Path], model: str | None
) -> list[Outcome]:
    from kg.lexicon import load_lexicon

    kin = kin_of(load_lexicon(*lexicon).sectors)
    names = [gold.name for gold in golds]
    if found is not None and articles is None:
        rows = {name: rows_of_file(path) for name, path in files_of(found, names, (".jsonl", *GRAPHS)).items()}
    elif articles is not None and found is None:
        rows = _read(files_of(articles, names, (".txt",)), lexicon, model)
    else:
        raise KgError("FOUND, --articles: give one of the two, a folder of rows or graphs, or one of articles")
    for name in names:
        if name not in rows:
            typer.echo(f"kg: {name}: nothing found for this article; counted as empty", err=True)
    return [outcome for gold in golds for outcome in compare(gold, rows.get(gold.name, ()), kin)]


def _read(files: dict[str, Path], lexicon: list[Path], model: str | None) -> dict[str, list[Row]]:
    articles = [headed_article(path) for path in files.values()]
    read: list[tuple[Reading, list[Row]]] = []
    with progress("Reading", len(articles)) as advance:
        for one in rows_of_articles(articles, lexicon=lexicon, model=model):
            read.append(one)
            advance()
    for reading, _ in read:
        for warning in reading.warnings:
            typer.echo(f"kg: {reading.article.name}: {warning}", err=True)
    return {reading.article.name: rows for reading, rows in read}


def _table(outcomes: list[Outcome], errors: bool, confidence: bool) -> None:
    number = len({o.gold.name for o in outcomes})
    table(*_scores(outcomes), title=f"{number} article{'s' * (number > 1)}")
    some = counts(outcomes)
    facts = [count for kind, count in some.items() if kind != "entity"]
    if len(facts) > 1:
        emit([f"macro F1 of the facts {macro_f1(facts):.3f}"])
    if "entity" in some:
        emit([f"links right {_of(links(outcomes))}"])
    if parts := slots(outcomes):
        table(("type", "part", "right"), [(kind, slot, _of(share)) for (kind, slot), share in parts.items()], "Parts")
    if confidence:
        table(*_bands(outcomes), title="Confidence")
    if errors:
        table(*_errors(outcomes), title="Errors")


def _csv(outcomes: list[Outcome], errors: bool, confidence: bool) -> None:
    sheet = _errors if errors else _bands if confidence else _scores
    columns, lines = sheet(outcomes)
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\n").writerows([columns, *([cell.strip() for cell in line] for line in lines)])
    emit(file.getvalue().encode())


def _json(outcomes: list[Outcome], errors: bool, confidence: bool) -> None:
    some = _counts(outcomes)
    report: dict[str, Any] = {
        "articles": len({o.gold.name for o in outcomes}),
        "rows": {
            kind: asdict(count) | {"precision": count.precision, "recall": count.recall, "f1": count.f1}
            for kind, count in some.items()
        },
        "macroF1": macro_f1(count for kind, count in counts(outcomes).items() if kind != "entity"),
        "links": asdict(links(outcomes)),
        "slots": {f"{kind}.{slot}": asdict(share) for (kind, slot), share in slots(outcomes).items()},
    }
    if confidence:
        report["confidence"] = {name: asdict(share) for name, share in bands(outcomes).items()}
    if errors:
        report["errors"] = [asdict(error) for error in errors_of(outcomes)]
    emit([json.dumps(report, ensure_ascii=False, indent=1)])


_WRITERS: dict[str, Callable[[list[Outcome], bool, bool], None]] = {"table": _table, "json": _json, "csv": _csv}


def _counts(outcomes: list[Outcome]) -> dict[str, Count]:
    """The counts by type, and those of all facts where there are several types."""
    some = counts(outcomes)
    facts = [count for kind, count in some.items() if kind != "entity"]
    return some | ({"all facts": total(facts)} if len(facts) > 1 else {})


def _scores(outcomes: list[Outcome]) -> Sheet:
    lines = [
        (kind, *(f"{n:5}" for n in (c.gold, c.found, c.right)), *(f"{x:.3f}" for x in (c.precision, c.recall, c.f1)))
        for kind, c in _counts(outcomes).items()
    ]
    return ("row", "gold", "found", "right", "precision", "recall", "F1"), lines


def _bands(outcomes: list[Outcome]) -> Sheet:
    lines = [
        (name, f"{share.of:5}", f"{share.right:5}", f"{share.right / share.of:.3f}" if share.of else "")
        for name, share in bands(outcomes).items()
    ]
    return ("confidence", "facts", "right", "share"), lines


def _errors(outcomes: list[Outcome]) -> Sheet:
    lines = [
        (error.article, error.fault, error.type, ", ".join(f"{k} {v}" for k, v in error.says.items()), error.words)
        for error in errors_of(outcomes)
    ]
    return ("article", "fault", "type", "says", "words"), lines


def _of(share: Share) -> str:
    return f"{share.right}/{share.of}"
