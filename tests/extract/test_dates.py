"""Expressions of time: which words they are, their value and type. The article's day is Friday, 2024-05-17."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract.pipeline import BASE

TIMES = [
    # Days.
    ("They met on May 16, 2024.", [("May 16, 2024", "2024-05-16", "DATE")]),
    ("They met on 16 May 2024.", [("16 May 2024", "2024-05-16", "DATE")]),
    ("They met on Wednesday, May 15, 2024.", [("Wednesday, May 15, 2024", "2024-05-15", "DATE")]),
    ("The pact of the 5th of May was kept.", [("the 5th of May", "2024-05-05", "DATE")]),
    ("The attack of Sept. 11, 2001 changed much.", [("Sept. 11, 2001", "2001-09-11", "DATE")]),
    ("He left on November 25.", [("November 25", "2023-11-25", "DATE")]),
    ("The offer will expire on June 3.", [("June 3", "2024-06-03", "DATE")]),
    ("It was signed on 2024-05-16.", [("2024-05-16", "2024-05-16", "DATE")]),
    ("It was signed on 16.05.2024 in Riga.", [("16.05.2024", "2024-05-16", "DATE")]),
    ("It was signed on 03/04/2023 in Riga.", [("03/04/2023", "2023", "DATE")]),
    ("They met from May 3 to 5.", [("May 3", "2024-05-03", "DATE"), ("5", "2024-05-05", "DATE")]),
    ("They met on May 6-7.", [("May 6", "2024-05-06", "DATE"), ("7", "2024-05-07", "DATE")]),
    ("They met on 6-7 June 2023.", [("6", "2023-06-06", "DATE"), ("7 June 2023", "2023-06-07", "DATE")]),
    # Months and years.
    ("They met in May.", [("May", "2024-05", "DATE")]),
    ("They met in February 2023.", [("February 2023", "2023-02", "DATE")]),
    ("In November he won.", [("November", "2023-11", "DATE")]),
    ("In January he will leave.", [("January", "2025-01", "DATE")]),
    ("They had met last March.", [("last March", "2024-03", "DATE")]),
    ("They had met in March last year.", [("March last year", "2023-03", "DATE")]),
    ("He came in mid-April.", [("mid-April", "2024-04", "DATE")]),
    ("It was founded in 2019.", [("2019", "2019", "DATE")]),
    ("By 2030 trade will double.", [("2030", "2030", "DATE")]),
    ("It grew by 4% in FY24.", [("FY24", "2024", "DATE")]),
    ("Aid fell in FY2023-24.", [("FY2023", "2023", "DATE"), ("24", "2024", "DATE")]),
    ("Aid fell in the 2023-24 fiscal year.", [("2023", "2023", "DATE"), ("24 fiscal year", "2024", "DATE")]),
    ("The plant opens by year-end.", [("year-end", "2024", "DATE")]),
    ("The plant opens by end-2025.", [("end-2025", "2025", "DATE")]),
    ("Debt rose at the end of 2023.", [("the end of 2023", "2023", "DATE")]),
    ("It made a good start this year.", [("this year", "2024", "DATE")]),
    ("Trade grew between 1994 and 1997.", [("1994", "1994", "DATE"), ("1997", "1997", "DATE")]),
    ("The plan for 2021-2025 failed.", [("2021", "2021", "DATE"), ("2025", "2025", "DATE")]),
    ("Trade grew between January and June 2023.",
     [("January", "2023-01", "DATE"), ("June 2023", "2023-06", "DATE")]),
    ("The 2024 Olympics will be held in Paris.", [("2024", "2024", "DATE")]),
    ("The war of the early 1990s ended.", [("the early 1990s", "199", "DATE")]),
    ("It began in the '80s.", [("the '80s", "198", "DATE")]),
    ("Trade grew in the 21st century.", [("the 21st century", "20", "DATE")]),
    # Quarters, halves, seasons, weeks.
    ("Exports fell in the first quarter of 2023.", [("the first quarter of 2023", "2023-Q1", "DATE")]),
    ("Exports fell in the fourth quarter.", [("the fourth quarter", "2023-Q4", "DATE")]),
    ("Exports fell in Q1 2024.", [("Q1 2024", "2024-Q1", "DATE")]),
    ("Exports fell in the first half of 2024.", [("the first half of 2024", "2024-H1", "DATE")]),
    ("He resigned in the summer of 2022.", [("the summer of 2022", "2022-SU", "DATE")]),
    ("He resigned last fall.", [("last fall", "2023-FA", "DATE")]),
    ("They met last week.", [("last week", "2024-W19", "DATE")]),
    ("They will meet next week.", [("next week", "2024-W21", "DATE")]),
    ("They met over the weekend.", [("the weekend", "2024-W19-WE", "DATE")]),
    # Days of the week: the tense decides.
    ("They met on Monday.", [("Monday", "2024-05-13", "DATE")]),
    ("They will meet on Monday.", [("Monday", "2024-05-20", "DATE")]),
    ("The summit is scheduled for Tuesday.", [("Tuesday", "2024-05-21", "DATE")]),
    ("They met on Friday.", [("Friday", "2024-05-17", "DATE")]),
    ("They had met last Friday.", [("last Friday", "2024-05-10", "DATE")]),
    # ... and the present of what is scheduled
    ("The forum starts on Monday.", [("Monday", "2024-05-20", "DATE")]),
    ("Talks open Tuesday in Oslo.", [("Tuesday", "2024-05-21", "DATE")]),
    ("The minister is visiting Oslo from Monday.", [("Monday", "2024-05-20", "DATE")]),
    ("The deadline is Thursday.", [("Thursday", "2024-05-23", "DATE")]),
    ("The vote, due on Sunday, is close.", [("Sunday", "2024-05-19", "DATE")]),
    ("The pact expires in October.", [("October", "2024-10", "DATE")]),
    ("Peru's king to visit Oslo on Thursday.", [("Thursday", "2024-05-23", "DATE")]),
    ("Sunday's election will decide.", [("Sunday", "2024-05-19", "DATE")]),
    ("The talks run from Monday to Wednesday.",
     [("Monday", "2024-05-20", "DATE"), ("Wednesday", "2024-05-22", "DATE")]),
    ("The talks ran from Monday to Wednesday.",
     [("Monday", "2024-05-13", "DATE"), ("Wednesday", "2024-05-15", "DATE")]),
    ("They meet on Sunday (May 26) in Oslo.", [("Sunday", "2024-05-26", "DATE"), ("May 26", "2024-05-26", "DATE")]),
    # ... not of what has been
    ("The attack on Monday is the worst since 2019.", [("Monday", "2024-05-13", "DATE"), ("2019", "2019", "DATE")]),
    ("The ministry says that on Monday they left.", [("Monday", "2024-05-13", "DATE")]),
    ("Monday's raid will be remembered.", [("Monday", "2024-05-13", "DATE")]),
    ("What happened on Monday will be studied.", [("Monday", "2024-05-13", "DATE")]),
    ("He has been in Oslo since Monday.", [("Monday", "2024-05-13", "DATE")]),
    ("He left on Thursday morning.", [("Thursday morning", "2024-05-16TMO", "TIME")]),
    # Relative ones.
    ("They meet today, and met yesterday.", [("today", "2024-05-17", "DATE"), ("yesterday", "2024-05-16", "DATE")]),
    ("They will leave tomorrow night.", [("tomorrow night", "2024-05-18TNI", "TIME")]),
    ("Trade fell last year and last month.", [("last year", "2023", "DATE"), ("last month", "2024-04", "DATE")]),
    ("They fell out two years ago.", [("two years ago", "2022", "DATE")]),
    ("They fell out a decade ago.", [("a decade ago", "2014", "DATE")]),
    ("They met on March 3. Two days later they signed.",
     [("March 3", "2024-03-03", "DATE"), ("Two days later", "2024-03-05", "DATE")]),
    ("In 2019 he won. That year prices rose, and they fell the following year.",
     [("2019", "2019", "DATE"), ("That year", "2019", "DATE"), ("the following year", "2020", "DATE")]),
    ("Profit fell in the third quarter of 2023 from a year earlier.",
     [("the third quarter of 2023", "2023-Q3", "DATE"), ("a year earlier", "2022-Q3", "DATE")]),
    ("By 2030 it will double. It fell from a year earlier.",
     [("2030", "2030", "DATE"), ("a year earlier", "2023", "DATE")]),
    ("In a few days they will meet.", [("a few days", "PXD", "DURATION")]),
    ("In five years it will double.", [("five years", "2029", "DATE")]),
    # Vague ones.
    ("Relations are now good and recently improved.",
     [("now", "PRESENT_REF", "DATE"), ("recently", "PAST_REF", "DATE")]),
    ("They will soon meet.", [("soon", "FUTURE_REF", "DATE")]),
    ("Ties grew in recent years.", [("recent years", "PAST_REF", "DATE")]),
    # Times.
    ("He arrived at 10 a.m. on Monday.", [("10 a.m. on Monday", "2024-05-13T10:00", "TIME")]),
    ("He arrived yesterday at 19:30 GMT.",
     [("yesterday", "2024-05-16", "DATE"), ("19:30 GMT", "2024-05-16T19:30", "TIME")]),
    # Durations and sets.
    ("The siege lasted three days.", [("three days", "P3D", "DURATION")]),
    ("He began a four-day visit.", [("four-day", "P4D", "DURATION")]),
    ("Over the past two decades trade grew.", [("the past two decades", "P20Y", "DURATION")]),
    ("It took two and a half years.", [("two and a half years", "P2Y6M", "DURATION")]),
    ("It took half an hour.", [("half an hour", "PT30M", "DURATION")]),
    ("They fought for years.", [("years", "PXY", "DURATION")]),
    ("It took 5 1/2 hours.", [("5 1/2 hours", "PT5H30M", "DURATION")]),
    ("They meet every two years.", [("every two years", "P2Y", "SET")]),
    ("They meet annually.", [("annually", "P1Y", "SET")]),
    ("They meet every Monday.", [("every Monday", "XXXX-WXX-1", "SET")]),
    ("They meet twice a year.", [("twice a year", "P1Y", "SET")]),
    ("It makes 3 million tonnes a year.", [("a year", "P1Y", "SET")]),
]  # fmt: skip


def _found(doc):
    return [(doc.text[d.passage.start : d.passage.end], d.value, d.type) for d in doc._.dates]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_expressions_of_time(parse, text, expected):
    assert _found(parse(text)) == expected


NONE = [
    "They may sign the deal.",
    "Theresa May visited Oslo.",
    "Mr March may march on the town.",
    "They sat in the Sun.",
    "The second minister took second place.",
    "The council decided by a 12-3 vote.",
    "Some 1,200 people fled.",
    "About 2000 troops were sent.",
    "It cost $1999.",
    "It fell by 2000 troops.",
    "A 48-year-old man, who is 48 years old, was held.",
    "The 2030 Agenda and Vision 2040 were praised.",
    "The plant makes 3050 MW.",
    "Half of its exports and three quarters of its land fall under the rule.",
    "The fall of the government was no spring of hope.",
    "Growth was 5.2 percent year-on-year.",
    "He sat in seat 17 of row 2025B.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_expression_of_time(parse, text):
    assert _found(parse(text)) == []


UNDATED = [
    ("They met last week.", [("last week", None, "DATE")]),
    ("They met on Monday.", [("Monday", None, "DATE")]),
    ("They met in May.", [("May", None, "DATE")]),
    ("He arrived at 10 a.m. on Monday.", [("10 a.m. on Monday", None, "TIME")]),
    ("They met on May 3, 2023, and signed two days later.",
     [("May 3, 2023", "2023-05-03", "DATE"), ("two days later", "2023-05-05", "DATE")]),
    ("They met for three days.", [("three days", "P3D", "DURATION")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNDATED)
def test_without_the_articles_date(parse, text, expected):
    assert _found(parse(text, date=None)) == expected


def test_unresolved_dates_are_warned_of_once(parse):
    warnings = [w for w in parse("They met last week and on Monday.", date=None)._.warnings if "--date" in w]
    assert len(warnings) == 1
    assert "last week" in warnings[0]


@pytest.mark.parametrize(("text", "date"), [("They met in 2019.", None), ("They met last week.", "2024-05-17")])
def test_no_warning_where_all_is_resolved(parse, text, date):
    assert not parse(text, date=date)._.warnings


def test_words_of_vague_time_come_from_the_lexicon(tmp_path):
    from spacy.lang.en import English

    import kg.extract.dates  # noqa: F401

    mine = tmp_path / "mine.ttl"
    mine.write_text(
        "<https://w3id.org/communique/id/words/time-present> a <https://w3id.org/communique/ontology#WordList> ;\n"
        '  <http://www.w3.org/2004/02/skos/core#notation> "time-present" ;\n'
        '  <https://w3id.org/communique/ontology#word> "anon" .\n'
    )
    nlp = English()
    nlp.add_pipe("kg_dates", config={"lexicon": [str(mine)], "base": BASE})
    assert _found(nlp("They meet anon.")) == [("anon", "PRESENT_REF", "DATE")]


_PIECES = st.sampled_from([
    "May", "16", "2024", "last", "week", "the", "first", "quarter", "of", "a", "year", "ago", "Monday", "99999", "in",
    "days", "later", "-", "12:99", "February", "30", "31", "every", "half", "0000-00-00", "45/45/2000", "the", "1990s",
    "past", "two", "century", "99th", "3 1/2", "and", "p.m.", "tomorrow", "weekend", "Q4", "summer", "to", ".", "\n\n",
])  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=14).map(" ".join)),
    date=st.sampled_from([None, "2024-05-17", "0001-01-01", "9999-12-31"]),
)
def test_any_text_gives_expressions_in_order(plain, text, date):
    end = 0
    for found in plain(text, date)._.dates:
        assert end <= found.passage.start < found.passage.end <= len(text)
        assert text[found.passage.start : found.passage.end].strip()
        end = found.passage.end


@pytest.fixture(scope="module")
def plain():
    """A text to a Doc with dates alone, without a parse."""
    from spacy.lang.en import English

    import kg.extract.dates  # noqa: F401
    from kg.model import Article

    nlp = English()
    component = nlp.add_pipe("kg_dates")

    def run(text, date):
        doc = nlp.make_doc(text)
        doc._.article = Article(text=text, date=date)
        return component(doc)

    return run
