"""Which things a text names: their extent and class, and that each is one entity."""

import pytest

ENTITIES = [
    # People, however they are written.
    ("Mr Hun Manet and Ms Ana Ruiz met.", {"Hun Manet": "Person", "Ana Ruiz": "Person"}),
    ("Dr Cornelis van der Brug spoke.", {"Cornelis van der Brug": "Person"}),
    ("Sheikh Omar bin Rashid al-Harbi spoke to Ana Ruiz.", {"Omar bin Rashid al-Harbi": "Person"}),
    ("Datuk Seri Rahim Osman arrived in Kuala Lumpur.", {"Rahim Osman": "Person", "Kuala Lumpur": "Place"}),
    ("Kim Dae-seok and Jean-Paul Mercier signed it.", {"Kim Dae-seok": "Person", "Jean-Paul Mercier": "Person"}),
    ("Rodrigo \"Digo\" Salas left Lima.", {"Rodrigo \"Digo\" Salas": "Person", "Lima": "Place"}),
    ("On Monday Ola Berg, the prime minister of Norway, spoke.", {"Ola Berg": "Person"}),
    ("D.K. Rao said so in Nairobi.", {"D.K. Rao": "Person", "Nairobi": "Place"}),
    ("Ruiz and Berg met. Ana Ruiz praised Karl Berg.", {"Ana Ruiz": "Person", "Karl Berg": "Person"}),
    # Countries by names, demonyms and acronyms.
    ("The Thais and the British agreed.", {"Thailand": "Country", "United Kingdom": "Country"}),
    ("The U.S. and the UAE agreed.", {"United States": "Country", "United Arab Emirates": "Country"}),
    ("KENYA AND PERU SIGN A TREATY", {"Kenya": "Country", "Peru": "Country"}),
    ("Kenya’s neighbours met.", {"Kenya": "Country"}),
    ("Hong Kong and Taiwan took part.", {"Hong Kong": "Country", "Taiwan": "Country"}),
    # Places, known and unknown.
    ("The road goes from Varnhem to Oslo.", {"Varnhem": "Place", "Oslo": "Place"}),
    ("Fighting began near Zoltara, a town in Peru.", {"Zoltara": "Place"}),
    ("He lives in the village of Harmond.", {"Harmond": "Place"}),
    ("They toured Zoltara region.", {"Zoltara region": "Place"}),
    ("Central Asia and the South China Sea were on the agenda.",
     {"Central Asia": "Place", "South China Sea": "Place"}),
    ("He visited the White House.", {"White House": "Place"}),
    # Organisations.
    ("Kenya's foreign ministry agreed.", {"Kenya": "Country", "foreign ministry of Kenya": "Organization"}),
    ("The Peruvian president's office confirmed it.", {"Peruvian president's office": "Organization"}),
    ("The Peruvian Embassy in Oslo opened.", {"Peruvian Embassy in Oslo": "Organization"}),
    ("The Ministry of Trade, Industry, and Energy signed it.",
     {"Ministry of Trade, Industry, and Energy": "Organization"}),
    ("The newspaper Morgenluft reported it.", {"Morgenluft": "Organization"}),
    ("The ruling Harmond party lost.", {"Harmond": "Organization"}),
    ("Harmond Dream leader Ola Berg lost.", {"Harmond Dream": "Organization", "Ola Berg": "Person"}),
    ("The Green Harbour Fund (GHF) gave money to Reuters.",
     {"Green Harbour Fund": "Organization", "Reuters": "Organization"}),
    ("The University of Nairobi and the Bank of Chile signed.",
     {"University of Nairobi": "Organization", "Bank of Chile": "Organization"}),
    # Bodies of states.
    ("ASEAN, Asean and the G20 met.",
     {"Association of Southeast Asian Nations": "RegionalBody", "G20": "RegionalBody"}),
    ("The Kenya-Peru Joint Committee on Trade met.", {"Kenya-Peru Joint Committee on Trade": "RegionalBody"}),
    ("The ASEAN Centre for Harbours opened.", {"ASEAN Centre for Harbours": "RegionalBody"}),
    # Events.
    ("The Treaty of Harmond is old.", {"Treaty of Harmond": "Event"}),
    ("China's Belt and Road Initiative (BRI) grew.", {"China": "Country", "Belt and Road Initiative": "Event"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ENTITIES)
def test_entities(read, text, expected):
    found = {e.name: e.type for e in read(text).entities}
    assert {name: found.get(name) for name in expected} == expected


ABSENT = [
    ("The Bank of Chile opened.", "Country"),  # a country's name inside another name
    ("The Treaty of Lima was signed.", "Place"),
    ("They sold electric vehicles (EVs). The EVs are cheap.", "Organization"),
    ("GDP grew and FDI fell, MPs said.", "Organization"),
    ("It cost 5 million US dollars.", "Country"),
    ("The French-speaking delegates met.", "Country"),
    ("The post-Soviet order is over.", "Country"),
    ("He put turkey on the table.", "Country"),
    ("Who will go? It may rain in march.", "RegionalBody"),
]


@pytest.mark.parametrize(("text", "type_"), ABSENT)
def test_what_names_none(read, text, type_):
    assert type_ not in {e.type for e in read(text).entities}


ONE_THING = [
    ("Kassym-Jomart Tokayev spoke. Mr Tokayev left.", "Kassym-Jomart Tokayev", {"Kassym-Jomart Tokayev", "Tokayev"}),
    ("TOKAYEV SPEAKS\nKassym-Jomart Tokayev spoke.", "Kassym-Jomart Tokayev", {"TOKAYEV", "Kassym-Jomart Tokayev"}),
    ("Ivana Petrova and her colleague met. Petrova spoke.", "Ivana Petrova", {"Ivana Petrova", "Petrova"}),
    ("Rodrigo \"Digo\" Salas spoke. Digo left.", "Rodrigo \"Digo\" Salas", {"Rodrigo \"Digo\" Salas", "Digo"}),
    ("Yelena Petrenko came. Yelena Petrenka spoke.", "Yelena Petrenko", {"Yelena Petrenko", "Yelena Petrenka"}),
    ("The Green Harbour Fund (GHF) grew. GHF is new.", "Green Harbour Fund", {"Green Harbour Fund", "GHF"}),
    ("The Harbour Aid Agency (HarbAID) grew. HarbAID is new.", "Harbour Aid Agency", {"HarbAID"}),
    ("The US and America are the United States.", "United States", {"US", "America", "United States"}),
    ("Thai and Thailand's", "Thailand", {"Thai", "Thailand"}),
    ("Türkiye is Turkey, and Turks agree.", "Turkey", {"Türkiye", "Turkey", "Turks"}),
    ("The Association of Southeast Asia Nations (ASEAN) met.", "Association of Southeast Asian Nations",
     {"Association of Southeast Asia Nations", "ASEAN"}),
    ("Kenya's foreign ministry agreed. A foreign ministry spokesman smiled.", "foreign ministry of Kenya",
     {"foreign ministry"}),
    ("The Harbour Fund grew. The Harbour-Fund is new.", "Harbour Fund", {"Harbour Fund", "Harbour-Fund"}),
    ("The Saudi Press Agency (SPA) grew. SPA is old.", "Saudi Press Agency", {"Saudi Press Agency", "SPA"}),
    ("China said so. Beijing said so.", "China", {"China", "Beijing"}),
    ("Xi Jinping spoke. Xi left China.", "Xi Jinping", {"Xi Jinping", "Xi"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "labels"), ONE_THING)
def test_one_thing_is_one_entity(read, text, name, labels):
    (entity,) = [e for e in read(text).entities if e.name == name]
    assert labels <= set(entity.labels)


TWO_THINGS = [
    ("Anna Berg met Karl Berg in Norway.", "Person", {"Anna Berg", "Karl Berg"}),
    ("Norway's Ministry of Defence wrote to Peru's Ministry of Defence.", "Organization",
     {"Ministry of Defence of Norway", "Ministry of Defence of Peru"}),
    ("Niger borders Nigeria.", "Country", {"Niger", "Nigeria"}),
    ("Guinea, Guinea-Bissau and Papua New Guinea met.", "Country", {"Guinea", "Guinea-Bissau", "Papua New Guinea"}),
    ("North Korea and South Korea talked.", "Country", {"North Korea", "South Korea"}),
    ("The Berg-Ruiz talks failed. Anna Berg and Jorge Ruiz left.", "Person", {"Anna Berg", "Jorge Ruiz"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "type_", "names"), TWO_THINGS)
def test_two_things_stay_two(read, text, type_, names):
    assert {e.name for e in read(text).entities if e.type == type_} == names


WIKIDATA = "http://www.wikidata.org/entity/"
LINKS = [
    ("Xi met the guests in China.", "2024-05-01", "Q15031"),  # a family name, and the country is spoken of
    ("Modi spoke for India.", "2019-05-01", "Q1058"),
    ("Mr Trump spoke.", "2018-05-01", "Q22686"),  # no other leader has this name
    ("President Joko Widodo spoke.", "2020-05-01", "Q3318231"),
]


@pytest.mark.parametrize(("text", "day", "qid"), LINKS)
def test_leaders_are_linked(read, text, day, qid):
    (person,) = [e for e in read(text, day).entities if e.type == "Person"]
    assert WIKIDATA + qid in person.same_as


UNLINKED = [
    ("Mr Modi spoke for India.", "1995-05-01"),  # long before any term
    ("Mr Lee spoke.", "2024-05-01"),  # a name of many
    ("Sophie Trump and her band played.", "2018-05-01"),
    ("Crown Prince Hussein spoke.", "2024-05-01"),  # a given name
    ("Mr Brown sang in Brazil.", "2009-05-01"),  # a prime minister of another country
]


@pytest.mark.parametrize(("text", "day"), UNLINKED)
def test_namesakes_are_not_linked(read, text, day):
    (person,) = [e for e in read(text, day).entities if e.type == "Person"]
    assert not person.same_as


@pytest.mark.parametrize(
    ("text", "name", "qid"),
    [("He lives in Peru.", "Peru", "Q419"), ("NATO met.", "North Atlantic Treaty Organization", "Q7184"),
     ("He lives in Chicago.", "Chicago", "Q1297"), ("Reuters reported it.", "Reuters", "Q130879")],
)  # fmt: skip
def test_known_things_are_linked(read, text, name, qid):
    (entity,) = [e for e in read(text).entities if e.name == name]
    assert WIKIDATA + qid in entity.same_as


def test_mentions_give_their_words(read):
    text = "Kazakh President Kassym-Jomart Tokayev met Thai officials. Tokayev praised Thailand’s Ministry of Trade."
    for entity in read(text).entities:
        assert {text[m.start : m.end] for m in entity.mentions} == set(entity.labels)
