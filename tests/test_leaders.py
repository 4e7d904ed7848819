"""The leaders that the ontology knows: their names, and who held which office when."""

from collections import defaultdict

import pytest

from kg.lexicon import load_lexicon

ID = "https://w3id.org/communique/id/"
LEXICON = load_lexicon()
HOLDERS = {iri: LEXICON.things[iri] for iri in sorted(LEXICON.terms)}
TERMS = [term for held in LEXICON.terms.values() for term in held]


def leaders(of: str, day: str) -> dict[str, str]:
    """Who holds an office of a country or body on a day, by the post."""
    return {
        term.post.removeprefix(ID + "office/"): HOLDERS[term.holder].names[0]
        for term in sorted(TERMS, key=lambda term: term.start or "")
        if term.of.endswith(f"/{of}") and (term.start or "") <= day <= (term.end or "9999")
    }


def test_every_term_is_whole() -> None:
    offices = {office.iri for office in LEXICON.offices}
    for term in TERMS:
        assert HOLDERS[term.holder].type == "Person", term
        assert LEXICON.things[term.of].type in ("Country", "RegionalBody"), term
        assert term.post in offices, term
        assert term.start and term.start <= (term.end or "9999"), term
        assert (term.end or "9999") >= "2010", term


def test_nobody_holds_one_post_twice_at_a_time() -> None:
    for term in TERMS:
        for other in TERMS:
            if other != term and (other.holder, other.post, other.of) == (term.holder, term.post, term.of):
                assert (term.end or "9999") < (other.start or "") or (other.end or "9999") < (term.start or ""), term


def test_everybody_has_a_name_a_short_name_a_gender_and_an_office() -> None:
    assert set(HOLDERS) == {thing.iri for thing in LEXICON.things.values() if thing.type == "Person"}
    for thing in HOLDERS.values():
        assert thing.names[0].strip() and thing.family_name and thing.gender in ("male", "female"), thing


def test_no_word_alone_names_somebody_if_others_are_called_by_it() -> None:
    called: dict[str, set[str]] = defaultdict(set)
    for thing in HOLDERS.values():
        for word in " ".join((*thing.names, thing.family_name or "")).lower().split():
            called[word].add(thing.iri)
    for thing in HOLDERS.values():
        for name in thing.names:
            assert " " in name or called[name.lower()] == {thing.iri}, name


@pytest.mark.parametrize("day", ["2012-06-01", "2018-06-01", "2024-06-01", "2026-01-15"])
def test_nearly_every_country_has_a_leader(day: str) -> None:
    led = [thing.iri for thing in LEXICON.things.values() if thing.type == "Country" and
           leaders(thing.iri.removeprefix(ID + "country/"), day)]  # fmt: skip
    assert len(led) >= 190


@pytest.mark.parametrize(
    ("day", "of", "post", "name"),
    [
        ("2012-06-01", "china", "president", "Hu Jintao"),
        ("2024-05-16", "china", "president", "Xi Jinping"),
        ("2024-05-16", "china", "prime-minister", "Li Qiang"),
        ("2011-06-01", "russia", "president", "Dmitry Medvedev"),
        ("2024-05-16", "russia", "president", "Vladimir Putin"),
        ("2021-01-19", "united-states", "president", "Donald Trump"),
        ("2021-01-21", "united-states", "president", "Joe Biden"),
        ("2025-06-01", "united-states", "president", "Donald Trump"),
        ("2019-06-01", "kazakhstan", "president", "Kassym-Jomart Tokayev"),
        ("2018-06-01", "malaysia", "prime-minister", "Mahathir Mohamad"),
        ("2024-05-16", "malaysia", "prime-minister", "Anwar Ibrahim"),
        ("2024-05-16", "malaysia", "king", "Ibrahim Iskandar of Johor"),
        ("2023-08-21", "cambodia", "prime-minister", "Hun Sen"),
        ("2023-08-23", "cambodia", "prime-minister", "Hun Manet"),
        ("2020-06-01", "germany", "chancellor", "Angela Merkel"),
        ("2025-06-01", "germany", "chancellor", "Friedrich Merz"),
        ("2022-09-01", "united-kingdom", "queen", "Elizabeth II"),
        ("2022-10-01", "united-kingdom", "prime-minister", "Liz Truss"),
        ("2024-05-16", "united-kingdom", "king", "Charles III"),
        ("2024-05-16", "france", "president", "Emmanuel Macron"),
        ("2024-05-16", "iran", "president", "Ebrahim Raisi"),
        ("2024-05-16", "iran", "supreme-leader", "Ali Khamenei"),
        ("2019-06-01", "japan", "emperor", "Naruhito"),
        ("2026-01-15", "japan", "prime-minister", "Sanae Takaichi"),
        ("2024-05-16", "india", "prime-minister", "Narendra Modi"),
        ("2024-05-16", "ukraine", "president", "Volodymyr Zelenskyy"),
        ("2024-05-16", "saudi-arabia", "king", "Salman of Saudi Arabia"),
        ("2024-05-16", "qatar", "emir", "Tamim bin Hamad Al Thani"),
        ("2024-05-16", "north-korea", "leader", "Kim Jong-un"),
        ("2024-05-16", "hong-kong", "chief-executive", "John Lee Ka-chiu"),
        ("2024-05-21", "taiwan", "president", "Lai Ching-te"),
        ("2024-05-16", "holy-see", "pope", "Pope Francis"),
        ("2024-05-16", "un", "secretary-general", "António Guterres"),
        ("2014-05-16", "un", "secretary-general", "Ban Ki-moon"),
        ("2024-05-16", "european-commission", "president", "Ursula von der Leyen"),
        ("2025-01-01", "nato", "secretary-general", "Mark Rutte"),
    ],
)
def test_who_led_then(day: str, of: str, post: str, name: str) -> None:
    assert leaders(of, day)[post] == name
