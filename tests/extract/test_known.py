"""Known names: short forms of places, peoples within a country, legal forms of companies, names with an article."""

import pytest

CASES = [
    ("Talks were held in Norfolk, Va., on Monday.", {"Norfolk": "place/norfolk", "Va.": "place/virginia"}),
    ("The port of Houston, TX, is open.", {"TX": "place/texas"}),
    ("CAMP DAVID, Md. (AP) - Ola Berg met the ministers.", {"Md.": "place/maryland"}),
    (
        "Boeing Co. and Gazprom PJSC signed it.",
        {"Boeing Co.": "organization/boeing", "Gazprom PJSC": "organization/gazprom"},
    ),
    ("Facebook Inc denied it.", {"Facebook Inc": "organization/facebook"}),
    ("Egypt's el-Sisi went to Paris.", {"el-Sisi": "person/abdel-fattah-el-sisi"}),
    ("Egypt's al-Sisi went to Paris.", {"al-Sisi": "person/abdel-fattah-el-sisi"}),
    ("Norway lent Angola $4 billion.", {"Angola": "country/angola"}),
    ("African leaders met American officials.", {"African": "place/africa", "American": "country/united-states"}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_known_names(read, text, expected):
    reading = read(text, date="2020-05-01")
    found = {text[m.start : m.end]: e.iri.split("/id/")[1] for e in reading.entities for m in e.mentions}
    assert {name: found.get(name) for name in expected} == expected


ABSENT = [
    ("African Americans and Native Americans spoke.", {"Africa", "United States"}),
    ("An African-American lawyer and an Asian American judge spoke.", {"Africa", "Asia", "United States"}),
    ("The state, IN brief, agreed.", {"Indiana"}),
    ("LEADERS MEET IN GENEVA, OR SO THEY SAY", {"Oregon"}),
    ("He said OK, and Pa. left.", {"Oklahoma", "Pennsylvania"}),
    ("Google Cloud and Microsoft Office were sold.", {"Google", "Microsoft"}),
]


@pytest.mark.parametrize(("text", "names"), ABSENT)
def test_what_is_not_known(read, text, names):
    assert not names & {e.name for e in read(text).entities}
