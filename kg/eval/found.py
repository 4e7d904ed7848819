"""What was found in the articles that there is gold for: rows from files, or read from the articles themselves."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kg.articles import read_article
from kg.errors import KgError
from kg.eval.gold import ONE, SEVERAL, Row
from kg.facts import TYPES, facts
from kg.model import Article, Reading
from kg.rdf.formats import FORMATS

__all__ = ["GRAPHS", "files_of", "headed_article", "rows_of_articles", "rows_of_file"]

GRAPHS = tuple(extensions[0] for extensions in FORMATS.values())
"""The extensions of graphs."""

# What sets made for evaluation begin their articles with: lines such as `# date: 2024-05-17`, then an empty one.
_HEAD = re.compile(r"(?:# \w+:.*\n)+\n")
_FIELD = re.compile(r"^# (title|publisher|date|url): (?!unknown)(.+)$", re.MULTILINE)


def files_of(folder: Path, names: Iterable[str], extensions: Sequence[str]) -> dict[str, Path]:
    """The file of each name that has one in a folder, with the first of the extensions that there is.

    Raises KgError where there is no such folder, or a file for no name at all.
    """
    if not folder.is_dir():
        raise KgError(f"{folder}: no such folder; give one with a file NAME{extensions[0]} for each article")
    found = ((name, _first(folder, name, extensions)) for name in names)
    files = {name: path for name, path in found if path}
    if not files:
        raise KgError(
            f"{folder}: no file for any article that the gold names; give a folder with NAME{extensions[0]} for each"
        )
    return files


def _first(folder: Path, name: str, extensions: Sequence[str]) -> Path | None:
    return next((path for e in extensions if (path := folder / f"{name}{e}").is_file()), None)


def rows_of_file(path: Path) -> list[Row]:
    """The rows in a file: JSON Lines as `kg facts` prints them, or those of a graph.

    Raises KgError where the file holds neither, or a row has no type that is known.
    """
    if path.suffix in GRAPHS:
        return list(facts(path))
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError) as error:
        raise KgError(f"{path}: cannot be read ({error}); give JSON Lines in UTF-8") from error
    return [_row(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def _row(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise KgError(
            f"{where}: not valid JSON ({error.msg}); give one row a line, as `kg facts` prints them"
        ) from error
    kind = row.get("type") if isinstance(row, dict) else None
    if kind not in TYPES:
        raise KgError(f"{where}: no row of a known type ({kind}); choose one of {', '.join(TYPES)}")
    assert isinstance(row, dict)
    for key in ONE & row.keys():
        if not isinstance(row[key], dict | str | None):
            raise KgError(
                f'{where}: "{key}" is no entity; give an object with label, labels and class, a name, or null'
            )
    for key in SEVERAL & row.keys():
        if not isinstance(row[key], list | None):
            raise KgError(f'{where}: "{key}" is no list of entities; give one, or null')
    return row


def headed_article(path: Path) -> Article:
    """The article in a file whose title, publisher, date and url are in its front matter or in lines `# date: …`.

    A value that begins with "unknown" is none. Raises KgError as `read_article` does.
    """
    article = read_article(path)
    head = _HEAD.match(article.text)
    if head is None:
        return article
    fields = dict(_FIELD.findall(head[0]))
    return replace(read_article(path, **fields), text=article.text[head.end() :])


def rows_of_articles(
    articles: Iterable[Article], *, lexicon: Iterable[Path] = (), model: str | None = None
) -> Iterator[tuple[Reading, list[Row]]]:
    """The reading of each article, and the rows of the graph that is built of it. Raises KgError as `kg.build` does."""
    import pyoxigraph as ox

    from kg.build import readings
    from kg.rdf.write import to_quads

    for reading in readings(articles, lexicon=lexicon, model=model):
        store = ox.Store()
        store.extend(to_quads([reading]))
        yield reading, list(facts(store))
