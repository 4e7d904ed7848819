"""The fuzz target of reading: `python -m tests.fuzz.articles -runs=100000` feeds any bytes to each form."""

import sys

import atheris

with atheris.instrument_imports(include=["kg.articles"]):
    from tests.fuzz.cases import read

FORMS = ("text", "jsonl", "csv", "feed", "html")


def one(data: bytes) -> None:
    """The first byte chooses the form, the others are the file."""
    if data:
        list(read(FORMS[data[0] % len(FORMS)], data[1:]))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
