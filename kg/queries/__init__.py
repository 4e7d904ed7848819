"""The questions that every graph is asked: the SPARQL files in `ontology/queries/`, each with its question on top.

What a question can be narrowed by stands in it, too: see `kg.queries.parameters`.
"""

from difflib import get_close_matches
from pathlib import Path

from kg.errors import KgError

__all__ = ["questions", "sparql"]

_QUERIES = Path(__file__).parents[1] / "ontology" / "queries"


def questions() -> dict[str, str]:
    """The question that each query answers, by the query's name."""
    return {path.stem: _question(path) for path in sorted(_QUERIES.glob("*.rq"))}


def _question(path: Path) -> str:
    first, _, _ = path.read_text(encoding="utf-8").partition("\n")
    return first.removeprefix("#").strip()


def sparql(given: str) -> str:
    """The SPARQL that somebody means: by a query's name, by a file that ends in ".rq", or as it is.

    Raises KgError where there is no such query or file.
    """
    if given.endswith(".rq"):
        return _from_file(Path(given))
    if not given.replace("-", "").isalnum():
        return given
    if (path := _QUERIES / f"{given}.rq").is_file():
        return path.read_text(encoding="utf-8")
    names = questions()
    near = get_close_matches(given, names)
    remedy = f"did you mean {' or '.join(near)}?" if near else f"choose one of {', '.join(names)}"
    raise KgError(f"{given}: no such query; {remedy}")


def _from_file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise KgError(f"{path}: cannot read this query ({reason}); give a file with SPARQL") from error
