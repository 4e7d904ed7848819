"""When what a word tells of happened. The article's day is Friday, 2024-05-17."""

import pytest

from kg.extract.dates import date_of, period_of

DATES = [
    # In the clause of the verb.
    ("The ministers met on Monday.", "met", "2024-05-13"),
    ("On Monday, the ministers met in Oslo.", "met", "2024-05-13"),
    ("The ministers will meet on Monday.", "meet", "2024-05-20"),
    ("The minister visited Peru last week.", "visited", "2024-05-06/2024-05-12"),
    ("The minister will visit Peru this week.", "visit", "2024-05"),
    ("Peru joined the bloc in 2019.", "joined", "2019"),
    ("Peru joined the bloc early this year.", "joined", "2024"),
    ("The minister will visit Peru from June 3 to 5.", "visit", "2024-06-03/2024-06-05"),
    ("The ministers met in Oslo on May 6-7.", "met", "2024-05-06/2024-05-07"),
    ("He ruled between 2003 and 2010.", "ruled", "2003/2010"),
    ("She has been a minister since 2014.", "been", "2014"),
    # On the noun.
    ("The visit on Monday was short.", "visit", "2024-05-13"),
    ("Monday's meeting was short.", "meeting", "2024-05-13"),
    ("He praised last month's summit.", "summit", "2024-04"),
    ("They attended the February summit of the bloc.", "summit", "2024-02"),
    ("The 2010 summit was praised.", "summit", "2010"),
    ("The treaty signed in 2021 was praised on Monday.", "treaty", "2021"),
    # On the verb that the noun belongs to.
    ("The ministers held talks on Tuesday.", "talks", "2024-05-14"),
    ("On Tuesday, the minister paid a visit to Peru.", "visit", "2024-05-14"),
    ("The visit will take place in July.", "visit", "2024-07"),
    ("The summit on Wednesday adopted a declaration.", "declaration", "2024-05-15"),
    # Joined and dependent verbs.
    ("The minister arrived on Monday and met the king.", "met", "2024-05-13"),
    ("The minister flew to Peru to meet the king next month.", "flew", "2024-06"),
    ("In 2022, he went to Peru to meet the king.", "meet", "2022"),
    ("Both sides agreed to cooperate after their leaders met on Tuesday.", "agreed", "2024-05-14"),
    ("He attended the March summit in Peru, where two countries signed a deal.", "signed", "2024-03"),
    # Another's time.
    ("The ministry said on Monday that the minister visited Peru.", "visited", None),
    ("The minister, who resigned in March, visited Peru.", "visited", None),
    ("The minister visited Peru after the vote of 2019.", "visited", None),
    ("They praised the 2021-2025 programme.", "praised", None),
    ("They met the hero of 1999.", "met", None),
    # Vague.
    ("They met in recent months.", "met", None),
    ("They met for three days.", "met", None),
    # The sentence before.
    ("The ministers met on Monday. They signed a deal.", "signed", "2024-05-13"),
    ("In April the minister visited Peru. He also met the king.", "met", "2024-04"),
    ("In April the minister visited Peru. At the time he promised a deal.", "promised", "2024-04"),
    ("In April the minister visited Peru. He will meet the king.", "meet", None),
    ("In April the minister visited Peru. He met the king in recent months.", "met", None),
    ("The minister will visit Peru in June. He met the king.", "met", None),
    # of another clause, or of what it is before or after
    ("The minister met the king, but in 2019 she refused.", "met", None),
    ("The minister met the king, but in 2019 she refused.", "refused", "2019"),
    ("The minister met the king in May, but in 2019 she refused.", "met", "2024-05"),
    ("The minister will meet the king ahead of the summit on June 13.", "meet", None),
    ("The minister will meet the king on June 13 ahead of the summit.", "meet", "2024-06-13"),
    # what it is set against
    ("Unlike in 2019, the ministers met.", "met", None),
    ("In contrast to 2019, the ministers met in May.", "met", "2024-05"),
    ("The ministers met on Monday, compared with 2021.", "met", "2024-05-13"),
    ("The ministers met on Monday, while the treaty was signed in May.", "met", "2024-05-13"),
    ("The ministers met in April, while the treaty was signed on Monday.", "signed", "2024-05-13"),
]  # fmt: skip


def _token(doc, word):
    return next(t for t in doc if t.text == word)


@pytest.mark.parametrize(("text", "word", "date"), DATES)
def test_date_of(parse, text, word, date):
    assert date_of(_token(parse(text), word)) == date


PERIODS = [
    ("Exports reached $3 billion in 2023.", "reached", "2023"),
    ("Exports rose by 5% last year.", "rose", "2023"),
    ("Exports rose by 5% in the first quarter of 2024.", "rose", "2024-01/2024-03"),
    ("Exports rose by 5% between January and June 2023.", "rose", "2023-01/2023-06"),
    ("Exports rose by 5% in the first eight months of 2023.", "rose", "2023-01/2023-08"),
    ("Exports rose by 5% in the first four months of this year.", "rose", "2024-01/2024-04"),
    ("Exports rose by 5% in the first nine months.", "rose", "2023-01/2023-09"),
    ("Exports will reach $3 billion by 2030.", "reach", "2030"),
    ("Exports have doubled since 2001.", "doubled", "2001/2024"),
    ("Exports fell by half through April.", "fell", "2024-01/2024-04"),
    ("Exports reached $3 billion.", "reached", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "period"), PERIODS)
def test_period_of(parse, text, word, period):
    assert period_of(_token(parse(text), word)) == period


def test_nothing_is_told_without_the_articles_date(parse):
    doc = parse("The ministers met on Monday, and in 2019.", date=None)
    assert date_of(_token(doc, "met")) == "2019"
    assert date_of(_token(parse("The ministers met on Monday.", date=None), "met")) is None
