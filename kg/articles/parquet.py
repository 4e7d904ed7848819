"""Parquet: an article a row, its fields in columns. Needs pyarrow (`pip install 'communique[parquet]'`)."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import BinaryIO

from kg.articles.jsonl import record
from kg.articles.records import FIELDS, Record, Skipped
from kg.errors import KgError

__all__ = ["read"]

_BATCH = 16  # rows that are held
_BUFFER = 1 << 20  # bytes of a column that are read at once; without it all of a row group's are
_STREAM = 1 << 28  # bytes of what cannot be read but once


def read(file: BinaryIO, name: str, fields: Mapping[str, str]) -> Iterator[Record | Skipped]:
    """The articles in the rows of a file, a few rows and one of its pages held at a time.

    Raises KgError where it is no Parquet.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise KgError(f"{name}: Parquet needs pyarrow; pip install 'communique[parquet]'") from error
    try:
        table = parquet.ParquetFile(_seekable(file, name), buffer_size=_BUFFER, pre_buffer=False)
        wanted = {fields.get(ours, ours) for ours in FIELDS}
        columns = [column for column in table.schema_arrow.names if column in wanted]
        if fields.get("text", "text") not in columns:
            columns = table.schema_arrow.names[:1]  # enough to tell what is wrong
        number = 0
        for batch in table.iter_batches(batch_size=_BATCH, columns=columns, use_threads=False):
            for values in batch.to_pylist():
                number += 1
                yield record(values, f"{name}, row {number}", fields, number)
    except (pyarrow.ArrowException, OSError, ValueError, UnicodeError) as error:
        raise KgError(f"{name}: cannot be read as Parquet ({str(error)[:100]}); write the file again") from error


def _seekable(file: BinaryIO, name: str) -> BinaryIO:
    if file.seekable():
        return file
    data = file.read(_STREAM + 1)
    if len(data) > _STREAM:
        raise KgError(f"{name}: is too long to be read as Parquet from there; give its path")
    return BytesIO(data)
