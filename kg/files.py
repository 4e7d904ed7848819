"""Files that are written whole or not at all, and their folders."""

from collections.abc import Mapping
from pathlib import Path

from kg.errors import KgError

__all__ = ["make_folder", "write_all"]


def make_folder(folder: Path) -> None:
    """Make a folder, and those that it lies in, unless it is there. Raises KgError where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KgError(f"{folder}: no folder to write to ({error.strerror or error}); choose another --out") from error


def write_all(contents: Mapping[Path, bytes]) -> list[Path]:
    """Write files that belong together, in folders that exist; returns their paths.

    All are first written beside their places, so that a fault leaves what was there before; then they are put there in
    the order in which they are given.
    Raises KgError where a file cannot be written.
    """
    parts = {path: path.with_name(f"{path.name}.part") for path in contents}
    path = Path()
    try:
        for path, part in parts.items():
            if path.is_dir():  # else replacing it would fail after others have been replaced
                raise IsADirectoryError(None, "is a folder")
            part.unlink(missing_ok=True)  # it may be a link, through which nothing is to be written
            with part.open("xb") as file:
                file.write(contents[path])
        _replace(parts)
    except OSError as error:
        raise KgError(f"{path}: cannot be written ({error.strerror or error}); choose another --out") from error
    finally:
        for part in parts.values():
            if part.exists():
                part.unlink()
    return list(parts)


def _replace(parts: Mapping[Path, Path]) -> None:
    try:
        for path, part in parts.items():
            part.replace(path)
    except KeyboardInterrupt:  # once some are in their places the others follow
        for path, part in parts.items():
            if part.exists():
                part.replace(path)
        raise
