"""Where articles lie: files, folders with all below them, patterns of paths, standard input, addresses on the web."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from kg.articles.forms import is_form
from kg.articles.naming import name_of_file, name_of_url
from kg.articles.records import Skipped
from kg.errors import KgError

__all__ = ["Place", "check_source", "is_url", "places"]


_MAGIC = re.compile(r"[*?\[]")  # signs of a pattern


@dataclass(frozen=True, slots=True)
class Place:
    """A path, an address, or "-", and the name of the article there."""

    source: str
    name: str


def is_url(source: str) -> bool:
    """Whether a source is an address on the web."""
    return re.match(r"(?i)https?://", source) is not None


def check_source(source: str) -> None:
    """Raise KgError where a source cannot be there: no file, no folder, no file that fits a pattern."""
    if source == "-" or is_url(source):
        return
    if match := re.match(r"(?i)([a-z][a-z0-9+.-]+)://", source):
        raise KgError(f"{source}: {match[1]} addresses are not fetched; give one that begins with https://")
    try:
        if _lies(source) or (_MAGIC.search(source) and next(_fitting(source), None)):
            return
    except (OSError, ValueError, NotImplementedError) as error:  # a NUL, a name too long, no pattern
        reason = getattr(error, "strerror", None) or error
        raise KgError(f"{source!r}: cannot be read ({reason}); check the path and its permissions") from error
    why = "no file fits this pattern" if _MAGIC.search(source) else "no such file"
    raise KgError(f"{source}: {why}; check the path")


def _lies(source: str) -> bool:
    """Whether something is there; a link that leads nowhere is, but cannot be read."""
    try:
        os.lstat(source)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def places(source: str, everything: bool = False) -> Iterator[Place | Skipped]:
    """The places that a source stands for, in the order of their paths.

    Of folders and patterns each article's name is its path below what was given, so that two of one file name stay
    apart. In folders hidden files and folders are passed by, and files of no known form skipped, unless `everything`
    is to be taken for articles.
    """
    if source == "-":
        yield Place(source, "article")
    elif is_url(source):
        yield Place(source, name_of_url(source))
    elif Path(source).is_dir():
        yield from _below(Path(source), Path(source), everything)
    elif _lies(source):
        yield Place(source, name_of_file(Path(Path(source).name)))
    else:
        for path, name in sorted(_fitting(source)):
            yield Place(str(path), name_of_file(name))


def _fitting(pattern: str) -> Iterator[tuple[Path, Path]]:
    """The files that fit a pattern, each with its path below the folder that the pattern begins with."""
    root = Path(*takewhile(lambda part: not _MAGIC.search(part), Path(pattern).parts))
    for path in root.glob(str(Path(pattern).relative_to(root))):
        if path.is_file():
            yield path, path.relative_to(root)


def _below(folder: Path, root: Path, everything: bool) -> Iterator[Place | Skipped]:
    """The files below a folder, folder by folder; links to folders are not followed, which may lead in a circle."""
    try:
        entries = sorted(os.scandir(folder), key=lambda e: e.name)
    except OSError as error:
        yield Skipped(str(folder), f"cannot be read ({error.strerror or error}); check its permissions")
        return
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(path, root, everything)
        elif entry.is_dir():
            continue
        elif not entry.is_file():
            yield Skipped(str(path), "not a file that can be read; take it out")
        elif everything or is_form(path):
            yield Place(str(path), name_of_file(path.relative_to(root)))
        else:
            yield Skipped(str(path), "no known form of article; say which it is by --input, or take it out")
