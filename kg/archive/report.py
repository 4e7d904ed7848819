"""What became of each article: built, unchanged, skipped or failed, and why."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Literal

from kg.errors import KgError

__all__ = ["STATUSES", "Entry", "Status", "Totals", "json_report"]

type Status = Literal["built", "unchanged", "skipped", "failed"]

STATUSES: tuple[Status, ...] = ("built", "unchanged", "skipped", "failed")


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one article, known by its name, or of a source that gave none.

    `files` are where it lies now, `size` the characters of its text; `facts` and `entities` count what was built by
    type; `rejected` holds words, rule and reason of each candidate that was not taken for a fact.
    """

    article: str
    status: Status
    reason: str = ""
    files: tuple[Path, ...] = ()
    facts: Mapping[str, int] = field(default_factory=dict)
    entities: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    rejected: tuple[tuple[str, str, str], ...] = ()
    size: int = 0


class Totals:
    """How many articles became what, and how many facts they gave."""

    def __init__(self) -> None:
        self.articles: Counter[str] = Counter()
        self.facts: Counter[str] = Counter()

    def add(self, entry: Entry) -> None:
        self.articles[entry.status] += 1
        self.facts.update(entry.facts)

    @property
    def status(self) -> int:
        """The exit status: 1 where an article was skipped or failed, or else 0."""
        return int(bool(self.articles["skipped"] or self.articles["failed"]))

    def __str__(self) -> str:
        told = [f"{self.articles[status]} {status}" for status in STATUSES if self.articles[status]]
        return ", ".join(told) or "no articles"


@contextmanager
def json_report(path: Path) -> Iterator["_Json"]:
    """A report as one JSON object, written entry by entry; it takes its place when the block ends, or not at all.

        {"articles": [{"article": "visit", "status": "built", "files": […], "facts": {"visit": 1}, …}, …],
         "totals": {"built": 1, "unchanged": 0, "skipped": 0, "failed": 0}, "facts": {"visit": 1}}

    Raises KgError where it cannot be written.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        if path.is_dir():  # told before the work
            raise IsADirectoryError(None, "is a folder")
        with part.open("w", encoding="utf-8") as file:
            report = _Json(file)
            yield report
            report.end()
        part.replace(path)
    except OSError as error:
        raise KgError(f"{path}: cannot be written ({error.strerror or error}); choose another --report") from error
    finally:
        part.unlink(missing_ok=True)


class _Json:
    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._totals = Totals()
        self._file.write('{"articles": [')

    def add(self, entry: Entry) -> None:
        self._file.write(",\n" if self._totals.articles.total() else "\n")
        self._file.write(json.dumps(_plain(entry), ensure_ascii=False))
        self._totals.add(entry)

    def end(self) -> None:
        totals = {status: self._totals.articles[status] for status in STATUSES}
        self._file.write(f'\n],\n"totals": {json.dumps(totals)},\n"facts": {json.dumps(self._totals.facts)}}}\n')


def _plain(entry: Entry) -> dict[str, Any]:
    told: dict[str, Any] = {"article": entry.article, "status": entry.status, "reason": entry.reason}
    told |= {"files": [str(path) for path in entry.files], "facts": dict(entry.facts)}
    told |= {"entities": dict(entry.entities), "warnings": list(entry.warnings)}
    return {key: value for key, value in told.items() if value}
