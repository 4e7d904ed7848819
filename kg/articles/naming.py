"""The names of articles: what their files are called in the output, and so below its folder, whatever a source says."""

import hashlib
import re
import unicodedata
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

__all__ = ["digest", "name_of_file", "name_of_record", "name_of_url", "safe"]

_MOST = 120  # bytes of one part: room for suffixes in the 255 that file systems give
_UNSAFE = frozenset('/\\:*?"<>|')  # what a file's name may not hold, or not everywhere


def digest(text: str, length: int = 8) -> str:
    """The first hexadecimal digits of the SHA-256 of a text, which may hold lone surrogates."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


def safe(part: str) -> str:
    """One part of a path, as it is or, where that may not be, what may be of it and a digest that tells it apart.

    Control and formatting characters, separators of paths, dots at its beginning and too great a length may not.
    """
    plain = "".join(c if _is_safe(c) else "-" for c in part)
    plain = re.sub(r"^[.\s-]+|[.\s]+$", "", plain)
    short = plain.encode()[:_MOST].decode(errors="ignore")
    return part if short == part and part else f"{short.rstrip('-. ') or 'article'}-{digest(part)}"


def _is_safe(character: str) -> bool:
    return character == " " or not (character in _UNSAFE or unicodedata.category(character)[0] in "CZ")


def name_of_file(path: PurePath) -> str:
    """The name of the article in a file: its path below the folder that was asked for, without the suffix."""
    return "/".join(map(safe, path.with_suffix("").parts if path.name.strip(".") else ()))


def name_of_record(name: str, key: str) -> str:
    """The name of one article among many in a file: the file's name and the article's id or number."""
    return f"{name}-{safe(key)}" if key else name


def name_of_url(url: str) -> str:
    """The name of the article at an address: its host and path; what else there is in it gives a digest."""
    parts = urlsplit(url)
    steps = [unquote(step) for step in parts.path.split("/") if step]
    if steps:
        steps[-1] = re.sub(r"(?i)\.(x?html?|php|aspx?)$", "", steps[-1])
    name = "/".join(map(safe, [parts.hostname or "web", *steps]))
    return f"{name}-{digest(parts.query)}" if parts.query else name
