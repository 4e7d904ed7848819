"""CSV and Parquet give an article a row, held a few at a time; what is wrong in a row costs no other."""

import io
import tracemalloc
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from kg.articles import Skipped, articles
from kg.model import Article

TEXT = "Prime Minister Ana Zupan of Slovenia met Karl Wieser in Vienna."
ROWS = [
    {"id": "a1", "text": TEXT, "title": "Zupan, Abroad", "date": "2024-03-05"},
    {"id": "a2", "text": f"{TEXT}\n“They spoke.”", "title": "", "date": None},
]
WANTED = [
    Article(TEXT, "news-a1", "Zupan, Abroad", date="2024-03-05"),
    Article(f"{TEXT}\n“They spoke.”", "news-a2"),
]


def read(path: Path, data: bytes | str, **options: object) -> list[Article | Skipped]:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(articles([str(path)], **options))  # type: ignore[arg-type]


def told(one: Article | Skipped) -> str:
    assert isinstance(one, Skipped), one
    return one.reason


CSV = "id{0}title{0}date{0}text\na1{0}“Zupan, Abroad”{0}2024-03-05{0}" + TEXT + '\n\na2{0}{0}{0}"' + TEXT + '\nThey."\n'


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv(tmp_path: Path, delimiter: str, encoding: str) -> None:
    data = CSV.format(delimiter).replace("“Zupan, Abroad”", '"Zupan, Abroad"')
    assert read(tmp_path / "news.csv", data.encode(encoding)) == [WANTED[0], Article(f"{TEXT}\nThey.", "news-a2")]


def test_csv_fields_by_other_names(tmp_path: Path) -> None:
    data = f"Headline,Body\r\nZupan,{TEXT}\r\n"
    found = read(tmp_path / "news.csv", data, fields={"text": "Body", "title": "Headline"})
    assert found == [Article(TEXT, "news-0001", "Zupan")]


def test_a_broken_row_costs_no_other(tmp_path: Path) -> None:
    rows = [f"1,{TEXT}", "2", f"3,{TEXT},x,y", "4,", f"5,Andr\xe9 {TEXT}", f"6,{TEXT}"]
    data = "\n".join(["id,text", *rows]).encode("latin-1")
    one, two, three, four, five, six = read(tmp_path / "news.csv", data)
    assert [x.name for x in (one, three, six) if isinstance(x, Article)] == ["news-1", "news-3", "news-6"]
    assert "no text in its field 'text'" in told(two)
    assert "no text in its field 'text'" in told(four)
    assert "not UTF-8" in told(five)


def test_a_quotation_that_is_not_closed(tmp_path: Path) -> None:
    one, two = read(tmp_path / "news.csv", f'id,text\n1,{TEXT}\n2,"{"the end " * 2_500_000}')
    assert isinstance(one, Article)
    assert "look for a quotation mark that is not closed" in told(two)


NO_TABLES = [
    ("", "has no header"),
    ("\n\n", "has no header"),
    (b"\0" * 100, "has no header"),
    ("x" * 17_000_000, "has no header"),
]


@pytest.mark.parametrize(("data", "reason"), NO_TABLES, ids=["empty", "blank", "NUL", "long"])
def test_no_csv(tmp_path: Path, data: bytes | str, reason: str) -> None:
    (one,) = read(tmp_path / "news.csv", data)
    assert reason in told(one)


def test_csv_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"id,text\n7,{TEXT}\n".encode())))
    assert list(articles(["-"], form="csv")) == [Article(TEXT, "article-7")]


def parquet_of(rows: list[dict[str, object]], **options: object) -> bytes:
    data = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), data, **options)
    return data.getvalue()


def test_parquet(tmp_path: Path) -> None:
    assert read(tmp_path / "news.parquet", parquet_of([*ROWS])) == WANTED


def test_parquet_with_days_and_lists(tmp_path: Path) -> None:
    import datetime

    row = {"n": 3, "body": TEXT, "date": datetime.datetime(2024, 3, 5, 23, 30), "author": ["Mira Holm", "Jo Berg"]}
    (one,) = read(tmp_path / "news.parquet", parquet_of([row]), fields={"text": "body", "id": "n"})
    assert one == Article(TEXT, "news-3", date="2024-03-05", author="Mira Holm, Jo Berg")


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + bytes(100) + b"PAR1", parquet_of([*ROWS])[:-9]])
def test_no_parquet(tmp_path: Path, data: bytes) -> None:
    (one,) = read(tmp_path / "news.parquet", data)
    assert "cannot be read as Parquet" in told(one)


def test_parquet_without_the_field(tmp_path: Path) -> None:
    (one,) = read(tmp_path / "news.parquet", parquet_of([{"body": TEXT}]))
    assert "no text in its field 'text'; it has body" in told(one)


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_little_is_held(tmp_path: Path, form: str) -> None:
    """Of 19 MB of texts a few are held at a time."""
    import json

    texts = [f"{number} {'the end ' * 8_000}" for number in range(300)]
    path = tmp_path / f"news.{form}"
    if form == "parquet":
        path.write_bytes(parquet_of([{"text": text} for text in texts], use_dictionary=False, write_batch_size=16))
    else:
        lines = (json.dumps({"text": text}) if form == "jsonl" else text for text in texts)
        path.write_text("\n".join(["text", *lines] if form == "csv" else lines), encoding="utf-8")
    del texts
    before = pyarrow.total_allocated_bytes()
    most = 0
    tracemalloc.start()
    for one in articles([str(path)], form=form):
        assert isinstance(one, Skipped)  # a list of words, and no prose
        most = max(most, tracemalloc.get_traced_memory()[1] + pyarrow.total_allocated_bytes() - before)
    tracemalloc.stop()
    assert 0 < most < 8_000_000
