"""Articles are read from files in the usual encodings, with their front matter; what is none is refused."""

from pathlib import Path

import pytest

from kg.articles import MAX_LENGTH, read_article
from kg.errors import KgError
from kg.model import Article

TEXT = "Ana Zupan – “hello” – met André in Málaga.\n"


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "visit.txt"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    assert read_article(write(tmp_path, TEXT.encode(encoding))) == Article(TEXT, "visit")


@pytest.mark.parametrize("text", ["one\r\ntwo\rthree\n", "one\ntwo\nthree\n"])
def test_line_ends_are_line_feeds(tmp_path: Path, text: str) -> None:
    assert read_article(write(tmp_path, text)).text == "one\ntwo\nthree\n"


HEADS = [
    ("title: Zupan Abroad\ndate: 2024-03-05", {"title": "Zupan Abroad", "date": "2024-03-05"}),
    (
        'Title: "Zupan: Abroad"\nurl:  https://news.example/1 ',
        {"title": "Zupan: Abroad", "url": "https://news.example/1"},
    ),
    (
        "publisher: 'Alpine Courier'\ntitle:\n\n# a comment\nauthor: N. N.",
        {"publisher": "Alpine Courier", "author": "N. N."},
    ),
    ("section: World\ntext: none\nid: 7\ntitle: Zupan", {"title": "Zupan"}),
    ("", {}),
]


@pytest.mark.parametrize(("head", "fields"), HEADS)
def test_front_matter(tmp_path: Path, head: str, fields: dict[str, str]) -> None:
    assert read_article(write(tmp_path, f"---\n{head}\n---\n{TEXT}")) == Article(TEXT, "visit", **fields)


def test_what_is_given_goes_before_the_front_matter(tmp_path: Path) -> None:
    path = write(tmp_path, f"---\ntitle: Old\npublisher: Alpine Courier\n---\n{TEXT}")
    article = read_article(path, title="New", date="2024-03-05")
    assert article == Article(TEXT, "visit", title="New", publisher="Alpine Courier", date="2024-03-05")


def test_text_may_have_lines_of_dashes(tmp_path: Path) -> None:
    assert read_article(write(tmp_path, f"{TEXT}---\n{TEXT}")).text == f"{TEXT}---\n{TEXT}"


FOREIGN = [
    ("de", "Die Ministerpräsidentin traf am Montag in Wien ein und sprach mit dem Kanzler über die neue Eisenbahn."),
    ("fr", "La présidente est arrivée lundi à Vienne et elle y a parlé avec le chancelier du nouveau chemin de fer."),
    ("es", "La presidenta llegó el lunes a Viena y habló allí con el canciller sobre el nuevo ferrocarril de montaña."),
    ("nl", "De premier kwam maandag aan in Wenen en sprak daar met de kanselier over handel of de nieuwe spoorlijn."),
    ("sv", "Statsministern anlände i måndags till Wien och talade där med kanslern om handel och den nya järnvägen."),
    ("tr", "Başbakan pazartesi günü Viyana'ya geldi ve orada şansölyeyle ticaret ve yeni demiryolu hakkında konuştu."),
    ("ru", "Премьер-министр прибыла в понедельник в Вену и говорила там с канцлером о торговле и новой дороге."),
    ("zh", "总理星期一抵达维也纳，在那里就贸易和新铁路进行了会谈。双方同意加强在旅游和能源领域的合作。" * 2),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), FOREIGN)
def test_other_languages_are_refused(tmp_path: Path, language: str, text: str) -> None:
    with pytest.raises(KgError, match=f"seems to be written in '{language}', not in English"):
        read_article(write(tmp_path, text))


ENGLISH = [
    "Prime Minister Ana Zupan of Slovenia met Karl Wieser in Vienna. Chancellor Karl Wieser hosted Ana Zupan there.",
    "Slovenia, Austria, Hungary, Croatia, Italy, Slovakia: six states signed. Trade, tourism, energy and rail count.",
    "Zupan: “Gospod predsednik, hvala lepa!” That is how she thanked the president for his words, and he thanked her.",
    "Prime Minister Ana Zupan of Slovenia met Karl Wieser in Vienna.\n" * 9,
    "Kratko.",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_full_of_names_is_read(tmp_path: Path, text: str) -> None:
    assert read_article(write(tmp_path, text)).text == text


def test_a_text_that_is_too_long(tmp_path: Path) -> None:
    assert len(read_article(write(tmp_path, "the " * (MAX_LENGTH // 4))).text) == MAX_LENGTH
    with pytest.raises(KgError, match="longer than 1,000,000 characters"):
        read_article(write(tmp_path, "the " * (MAX_LENGTH // 4) + "."))


@pytest.mark.parametrize("path", ["nul\0byte", "x" * 5000])
def test_paths_that_cannot_be(path: str) -> None:
    with pytest.raises(KgError, match="cannot be read"):
        read_article(path)
