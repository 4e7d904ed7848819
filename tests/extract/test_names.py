"""Names: extent, type, and which of them are one thing."""

import pytest

from kg.extract.entities import mint
from kg.lexicon import load_lexicon

NAMES = [
    ("In Debrecen, Berg visited a school.", {"Debrecen": "Place", "Debrecen, Berg": None}),
    ("President Kassym-Jomart Tokayev spoke. Tokayev then left.", {"Kassym-Jomart Tokayev": "Person"}),
    ("Mr. Smith met Datuk Seri Anwar Ibrahim in Ottawa.", {"Anwar Ibrahim": "Person", "Ottawa": "Place"}),
    ("Yoon Suk-yeol travelled to Canada.", {"Yoon Suk-yeol": "Person", "Canada": "Country"}),
    ("Kenya's KenGen and Ana DeVries met.", {"KenGen": "Organization", "Ana DeVries": "Person"}),
    ("Talks with Retno Marsudi, her host, went well.", {"Retno Marsudi": "Person"}),
    ("He received Aldo de Luria, Personal Envoy of the UN. Mr. de Luria left.", {"Aldo de Luria": "Person"}),
    ("Minister Khalid bin Omar al-Farsi opened the talks.", {"Khalid bin Omar al-Farsi": "Person"}),
    ("Thai and Malaysian officials met in Brazil.",
     {"Thailand": "Country", "Malaysia": "Country", "Brazil": "Country"}),
    ("The Bank of China opened a branch in Kenya.", {"Bank of China": "Organization", "Kenya": "Country"}),
    ("Estonia's Ministry of Defence signed it.",
     {"Estonia": "Country", "Ministry of Defence of Estonia": "Organization"}),
    ("The Peruvian foreign ministry denied it.", {"Peruvian foreign ministry": "Organization"}),
    ("Leaders of ASEAN and the European Union agreed.",
     {"Association of Southeast Asian Nations": "RegionalBody", "European Union": "RegionalBody"}),
    ("The University of Nairobi hosted the guests.", {"University of Nairobi": "Organization"}),
    ("The guests were the ministers of Peru and Chile, Mary Ruiz and Takeshi Berg.",
     {"Mary Ruiz": "Person", "Takeshi Berg": "Person"}),
    ("Energy Minister Tan Sri Ahmad Yusof Berg met Datuk Seri Utama Haji Rahim bin Haji Lind in Ottawa.",
     {"Ahmad Yusof Berg": "Person", "Rahim bin Haji Lind": "Person"}),
    ("She was received by the President of the Republic, H.E. Mr. Abdelmadjid Lind, to whom she spoke.",
     {"Abdelmadjid Lind": "Person"}),
    ("Peru's Minister of Commerce, Trade and Industry, Chipoka Zulu, was in Oslo this week to court investors.",
     {"Chipoka Zulu": "Person"}),
    ("Peru's Minister of Commerce, Trade and Industry, Mutale Phiri, was in Oslo this week to court investors.",
     {"Mutale Phiri": "Person"}),
    ("The Minister of Trade, Foreign Employment and Tourism, Mutale Phiri, left.",
     {"Mutale Phiri": "Person", "Foreign Employment": None}),
    ("Intra-ASEAN trade grew.", {"Association of Southeast Asian Nations": "RegionalBody", "Intra-ASEAN": None}),
    ("He kept Sri Wahyuni Lestari as finance minister.", {"Sri Wahyuni Lestari": "Person"}),
    ("Peru's ambassador Syed Md Hasrin Tengku Berg spoke.", {"Syed Md Hasrin Tengku Berg": "Person"}),
    ("President of the Republic Abdelkader Berg received him.", {"Abdelkader Berg": "Person"}),
    ("Ana Ruiz MP and Ola Berg, KC, met H.H. Lt. General Sheikh Omar bin Rashid Lind.",
     {"Ana Ruiz": "Person", "Ola Berg": "Person", "Omar bin Rashid Lind": "Person"}),
    ("NEW DELHI: The talks began.", {"New Delhi": "Place"}),
    ("Addis Ababa, May 20 (ENA) – The talks began.", {"Addis Ababa": "Place"}),
    ("Ex-British premier Ola Berg spoke.", {"United Kingdom": "Country"}),
    ("HAVANA (Prensa Latina) - The talks began.", {"Prensa Latina": "Organization"}),
    ("Peruvian President Ana Ruiz appointed Sugiono as foreign minister to replace Retno Lestari.",
     {"Sugiono": "Person", "Retno Lestari": "Person"}),
    ("Boeing replaced Airbus as the largest maker.", {"Boeing": "Organization", "Airbus": "Organization"}),
    ("XI, PUTIN HAIL PARTNERSHIP\nXi Jinping met Vladimir Putin.",
     {"Xi Jinping": "Person", "Vladimir Putin": "Person"}),
    ("Amir Khan Lind and the Amir Sheikh Omar bin Rashid Berg met.",
     {"Amir Khan Lind": "Person", "Omar bin Rashid Berg": "Person"}),
    ("Lao Prime Minister Ola Berg spoke.", {"Laos": "Country", "Ola Berg": "Person"}),
    ("Minister of Energy Yerlan Lind, Governor of the National Bank Timur Berg and mayor of Almaty Darkhan Ruiz met.",
     {"Yerlan Lind": "Person", "National Bank": "Organization", "Timur Berg": "Person", "Almaty": "Place",
      "Darkhan Ruiz": "Person"}),
    ("U.S. senior adviser for Africa Massad Lind met EU Special Representative for the South Caucasus Magda Berg.",
     {"Africa": "Place", "Massad Lind": "Person", "European Union": "RegionalBody", "Magda Berg": "Person"}),
    ("Armenia's Security Council met.", {"Security Council of Armenia": "Organization"}),
    ("The Security Council met.", {"United Nations Security Council": "RegionalBody"}),
    ("Serbia's Marko Đurđević remains foreign minister.", {"Marko Đurđević": "Person"}),
    ("Sino-Peruvian trade grew, N. Korea said.",
     {"China": "Country", "Peru": "Country", "North Korea": "Country"}),
    ("Ola Berg spoke of Berg's Harbour Guards.", {"Ola Berg": "Person", "Harbour Guards": "Organization"}),
    ("The Free Voters' Party and the People's Bank of Peru met.",
     {"Free Voters' Party": "Organization", "People's Bank of Peru": "Organization"}),
    ("The Grand National Assembly of Peru Speaker Ola Berg spoke.", {"Ola Berg": "Person"}),
    ("The two sides discussed cooperation between Ivory Coast and Norway.",
     {"Ivory Coast": "Country", "Norway": "Country"}),
    ("The Government of the Kingdom of Norway and the Government of Peru signed it.",
     {"Norway": "Country", "Peru": "Country"}),
    ("OSLO, Norway is a founding state of NATO.",
     {"Norway": "Country", "North Atlantic Treaty Organization": "RegionalBody"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(read, text, expected):
    found = {e.name: e.type for e in read(text).entities}
    assert {name: found.get(name) for name in expected} == expected


def test_a_long_name_is_found_wherever_it_stands(read):
    text = (
        "Acting President and Prime Minister Ola Berg visited Zerav region on 1 October to review reforms, works in "
        "industry and the social sphere.\nZerav region, as in all over our country, has seen works.\n"
        "It lies in the south of Zerav region, in Peru."
    )
    (region,) = (e for e in read(text).entities if e.name == "Zerav region")
    assert [text[m.start : m.end] for m in region.mentions] == ["Zerav region"] * 3


ABSENT = [
    ("The Bank of China opened a branch.", "China"),
    ("He put turkey and swiss cheese on the table, who knows why.", "Turkey"),
    ("He put turkey and swiss cheese on the table, who knows why.", "World Health Organization"),
    ("The US-backed plan failed.", "US-backed"),
    ("President Tokayev spoke.", "President"),
    ("Finn laughed with Rachel.", "Finland"),
    ("Ola Berg was named head of the National Integrity Service (NIS) of Peru.", "Niš"),
    ("The NIS said so.", "Niš"),
    ("Ana Ruiz took office on Friday, after the vote.", "Godwin Friday"),
    ("Industry and Trade Minister Ana Ruiz spoke.", "Industry"),
    ("The Minister of Foreign Affairs of Nigeria spoke.", "Foreign Affairs of Nigeria"),
    ("The Government of Peru signed it.", "Government of Peru"),
    ("Ana Ruiz was sworn in as Minister of Trade, Foreign Employment and Tourism.", "Foreign Employment and Tourism"),
    ("The king swore in Prof. Ola Berg, SAN, as chairman.", "SAN"),
    ("Rep. Ola Berg (D-N.Y.) watched.", "D-N.Y."),
    ("The ex-Soviet republics met.", "Russia"),
    (
        "Italy Rejects Easing Assisted Fertility Rules\nThe vote failed.",
        "Italy Rejects Easing Assisted Fertility Rules",
    ),
    ("Ola Berg is Cabinet Secretary for Foreign and Diaspora Affairs.", "Foreign and Diaspora Affairs"),
    ("Ola Berg, Jr., spoke. Jr. was late.", "Jr."),
    ("Kurds and Uyghurs live in Peru.", "Uyghurs"),
    ("Ola Berg paid a State Visit to Peru.", "State Visit"),
    ("The EU Special Representative left.", "EU Special Representative"),
    ("XI, PUTIN HAIL PARTNERSHIP\nXi Jinping met Vladimir Putin.", "XI, PUTIN HAIL"),
]


@pytest.mark.parametrize(("text", "name"), ABSENT)
def test_what_is_no_name(read, text, name):
    assert name not in {e.name for e in read(text).entities}


@pytest.mark.parametrize(
    ("type_", "name", "path"),
    [
        ("Person", "Ola Berg", "person/ola-berg"),
        ("Place", "São Tomé", "place/sao-tome"),
        ("Organization", "Банк", "organization/%D0%91%D0%B0%D0%BD%D0%BA"),
    ],
)
def test_iris_are_ascii(type_, name, path):
    assert mint("https://w3id.org/communique/id/", type_, name) == f"https://w3id.org/communique/id/{path}"


STATES = [thing for thing in load_lexicon().things.values() if thing.type == "Country"]


def test_every_name_of_a_country_is_linked(read):
    """The full names, too, wherever they stand."""
    for state in STATES:
        for name in (n.removeprefix("The ") for n in state.names if not n.isupper() and n[0].isupper()):
            text = f"The Government of the {name} and the ambassador of {name} to NATO met {name}'s envoy."
            found = {e.iri: e.labels for e in read(text).entities}
            assert found.pop(state.iri, ()) == (name,), (name, found)
            assert [iri.rsplit("/", 1)[-1] for iri in found] == ["nato"], (name, found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Republic of Hungary signed it.", "Hungary"),
        ("The Kingdom of Nepal signed it.", "Nepal"),
        ("He came to the Republic of Korea.", "South Korea"),
        ("He came to the Republic of China.", "Taiwan"),
        ("He came to the Democratic Republic of the Congo.", "Democratic Republic of the Congo"),
    ],
)
def test_full_names_of_states(read, text, name):
    assert [(e.name, e.type) for e in read(text).entities] == [(name, "Country")]


def test_a_leader_is_known_with_a_middle_name(read):
    (leader,) = (
        e for e in read("Nigeria's President Bola Ahmed Tinubu spoke.", "2025-05-20").entities if e.type == "Person"
    )
    assert (leader.name, leader.labels) == ("Bola Tinubu", ("Bola Ahmed Tinubu",))


def test_what_a_bracket_explains_an_acronym_means_from_there_on(read):
    text = "The Harbour Development Fund (HFD) will lend. The HFD said so, and the Andean Community (CAN). The CAN met."
    found = {e.name: e.labels for e in read(text).entities}
    assert found == {
        "Harbour Development Fund": ("HFD", "Harbour Development Fund"),
        "Andean Community": ("Andean Community", "CAN"),
    }


def test_two_people_of_one_surname(read):
    text = (
        "Armenia's Security Council Secretary Armen Grigoryan and Deputy Prime Minister Mher Grigoryan left. "
        "Armen Grigoryan said Yerevan was ready. Grigoryan added that Baku had replied."
    )
    found = {e.name: e.labels for e in read(text).entities if e.type == "Person"}
    assert found == {"Armen Grigoryan": ("Armen Grigoryan", "Grigoryan"), "Mher Grigoryan": ("Mher Grigoryan",)}
