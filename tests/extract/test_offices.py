"""Offices that the text gives people, with owner and status."""

import pytest

from kg.model import Office

OFFICES = [
    # A title before the name.
    ("Kazakh President Kassym-Jomart Tokayev spoke.",
     [("Kassym-Jomart Tokayev", "president", "Kazakhstan", "current")]),
    ("Norway's Prime Minister Ola Berg spoke.", [("Ola Berg", "prime minister", "Norway", "current")]),
    ("Chile's Deputy Prime Minister Ola Berg spoke.", [("Ola Berg", "deputy prime minister", "Chile", "current")]),
    ("Chilean Energy Minister Ola Berg spoke.", [("Ola Berg", "energy minister", "Chile", "current")]),
    ("NATO Secretary-General Ola Berg spoke.",
     [("Ola Berg", "secretary-general", "North Atlantic Treaty Organization", "current")]),
    ("Estonian ambassador Ola Berg spoke.", [("Ola Berg", "ambassador", "Estonia", "current")]),
    ("Peruvian foreign ministry spokeswoman Ana Ruiz spoke.",
     [("Ana Ruiz", "spokesperson", "Peruvian foreign ministry", "current")]),
    ("Norway's spy chief Ola Berg resigned.", [("Ola Berg", "spy chief", "Norway", "former")]),
    ("Harbour Bank CEO Ola Berg spoke.", [("Ola Berg", "chief executive officer", "Harbour Bank", "current")]),
    # After the name, with what it is an office of behind it.
    ("Ola Berg, the prime minister of Norway, spoke.", [("Ola Berg", "prime minister", "Norway", "current")]),
    ("Ola Berg, Minister of Foreign Affairs of the Republic of Estonia, spoke.",
     [("Ola Berg", "foreign minister", "Estonia", "current")]),
    ("Ola Berg, Chile's ambassador to Kenya, spoke.", [("Ola Berg", "ambassador", "Chile", "current")]),
    ("Ola Berg, the chief executive of the Harbour Bank, spoke.",
     [("Ola Berg", "chief executive", "Harbour Bank", "current")]),
    ("Ana Ruiz, senior analyst and associate fellow at the think tank Harbour Institute, spoke.",
     [("Ana Ruiz", "senior analyst", "Harbour Institute", "current"),
      ("Ana Ruiz", "associate fellow", "Harbour Institute", "current")]),
    ("Ana Ruiz, director of the Kenya-based Harbour Institute, spoke.",
     [("Ana Ruiz", "director", "Harbour Institute", "current")]),
    ("Ana Ruiz, president of Peru's Harbour Party, spoke.", [("Ana Ruiz", "president", "Harbour Party", "current")]),
    ("Ana Ruiz (D-Ohio), chair of the Harbour Committee, spoke.",
     [("Ana Ruiz", "chair", "Harbour Committee", "current")]),
    ("Peru's Minister of Investment, Industry and Trade Ana Ruiz spoke.",
     [("Ana Ruiz", "minister of investment, industry and trade", "Peru", "current")]),
    ("UN chief António Guterres spoke.", [("António Guterres", "secretary-general", "United Nations", "current")]),
    ("Ola Berg (president of Peru) spoke.", [("Ola Berg", "president", "Peru", "current")]),
    # Before the name, with what it is an office of between.
    ("The governor of the Bank of Chile, Ola Berg, spoke.", [("Ola Berg", "governor", "Bank of Chile", "current")]),
    ("Vice President of the Harbour Bank of Norway (HBN) Ola Berg spoke.",
     [("Ola Berg", "vice president", "Harbour Bank of Norway", "current")]),
    ("The Secretary-General of ASEAN, Ana Ruiz, spoke.",
     [("Ana Ruiz", "secretary-general", "Association of Southeast Asian Nations", "current")]),
    ("The chair of the African Union, Ana Ruiz, spoke.", [("Ana Ruiz", "chair", "African Union", "current")]),
    ("President Ana Ruiz of Peru spoke.", [("Ana Ruiz", "president", "Peru", "current")]),
    # Clauses.
    ("Ola Berg is the president of Peru.", [("Ola Berg", "president", "Peru", "current")]),
    ("Ola Berg, who is the foreign minister of Peru, spoke.", [("Ola Berg", "foreign minister", "Peru", "current")]),
    ("Ola Berg, who became prime minister of Norway in 2019, spoke.",
     [("Ola Berg", "prime minister", "Norway", "current")]),
    ("Ola Berg served as finance minister of Peru.", [("Ola Berg", "finance minister", "Peru", "current")]),
    ("Ola Berg, a former ambassador of Peru who is now an adviser at the Harbour Fund, spoke.",
     [("Ola Berg", "ambassador", "Peru", "former"), ("Ola Berg", "adviser", "Harbour Fund", "current")]),
    # Several offices of one, one office of several.
    ("Ola Berg, Deputy Prime Minister – Minister of Foreign Affairs of Peru, spoke.",
     [("Ola Berg", "deputy prime minister", "Peru", "current"), ("Ola Berg", "foreign minister", "Peru", "current")]),
    ("Presidents Ana Ruiz of Peru and Ola Berg of Norway met.",
     [("Ana Ruiz", "president", "Peru", "current"), ("Ola Berg", "president", "Norway", "current")]),
    ("Ana Ruiz and Ola Berg, the presidents of Peru and Norway, met.",
     [("Ana Ruiz", "president", "Peru", "current"), ("Ola Berg", "president", "Norway", "current")]),
    ("Peru's President Ana Ruiz met her Norwegian counterpart Ola Berg.",
     [("Ana Ruiz", "president", "Peru", "current"), ("Ola Berg", "president", "Norway", "current")]),
    ("Peru's President Ana Ruiz praised her predecessor, Ola Berg.",
     [("Ana Ruiz", "president", "Peru", "current"), ("Ola Berg", "president", "Peru", "former")]),
    ("President Ana Ruiz of Peru met Trade Minister Mary Lind. The president left. Her predecessor, Ola Berg, sat.",
     [("Ana Ruiz", "president", "Peru", "current"), ("Mary Lind", "trade minister", "Peru", "current"),
      ("Ola Berg", "president", "Peru", "former")]),
    ("At the invitation of his Norwegian counterpart, H.E. Ola Berg, the Foreign Minister of the Republic of Peru,"
     " H.E. Mrs. Ana Ruiz, paid a visit.",
     [("Ana Ruiz", "foreign minister", "Peru", "current"), ("Ola Berg", "foreign minister", "Norway", "current")]),
    ("The guests were H.E. Mr. Ola Berg, Foreign Minister of Norway, H.E. Ms. Ana Ruiz, Foreign Minister of Peru.",
     [("Ola Berg", "foreign minister", "Norway", "current"), ("Ana Ruiz", "foreign minister", "Peru", "current")]),
    ("She was received by the President of the Republic of Peru, H.E. Mr. Omar Lind, to whom she spoke.",
     [("Omar Lind", "president", "Peru", "current")]),
    ("Peru's Foreign Minister Ana Ruiz spoke. Minister Ruiz of Peru left.",
     [("Ana Ruiz", "foreign minister", "Peru", "current")]),
    ("The Harbour Fund's Kenya director, Ana Ruiz, spoke.", [("Ana Ruiz", "director", "Harbour Fund", "current")]),
    ("Ana Ruiz is the first president of Peru to visit Chile.", [("Ana Ruiz", "president", "Peru", "current")]),
    ("First Deputy Prime Minister Ana Ruiz of Peru left.",
     [("Ana Ruiz", "first deputy prime minister", "Peru", "current")]),
    ("Norway and Peru talked. Former Prime Minister Ana Ruiz spoke.", [("Ana Ruiz", "prime minister", None, "former")]),
    ("Norway met Kenya. Norway won. Norway left. Peru was granted help. “It suits us,” Foreign Minister Ana Ruiz said.",
     [("Ana Ruiz", "foreign minister", "Peru", "current")]),
    ("The ministers of defence of Peru and Norway – Ana Ruiz and Ola Berg – met.",
     [("Ana Ruiz", "minister of defence", "Peru", "current"),
      ("Ola Berg", "minister of defence", "Norway", "current")]),
    ("The Ambassador of the Republic of Kenya to Japan, Ana Ruiz, spoke.",
     [("Ana Ruiz", "ambassador", "Kenya", "current")]),
    ("Peru’s ambassador to the UN, Ana Ruiz, voted.", [("Ana Ruiz", "ambassador", "Peru", "current")]),
    ("The Chairman of the Senate of Kenya Ola Berg spoke.", [("Ola Berg", "chair", "Senate of Kenya", "current")]),
    ("IMF Managing Director Ana Ruiz spoke.",
     [("Ana Ruiz", "managing director", "International Monetary Fund", "current")]),
    ("Chinese Vice Premier He Jiahong spoke.", [("He Jiahong", "deputy prime minister", "China", "current")]),
    # Status.
    ("Former Peruvian President Ola Berg spoke.", [("Ola Berg", "president", "Peru", "former")]),
    ("Norway's ex-foreign minister Ola Berg spoke.", [("Ola Berg", "foreign minister", "Norway", "former")]),
    ("The acting president of Peru, Ola Berg, spoke.", [("Ola Berg", "president", "Peru", "acting")]),
    ("Peru's interim President Ana Ruiz spoke.", [("Ana Ruiz", "president", "Peru", "acting")]),
    ("Peruvian President-elect Ana Ruiz spoke.", [("Ana Ruiz", "president", "Peru", "future")]),
    ("Peru's incoming president, Ana Ruiz, spoke.", [("Ana Ruiz", "president", "Peru", "future")]),
    # Whose it is, where the title does not tell.
    ("Norway signed the treaty, said Foreign Minister Ola Berg.",
     [("Ola Berg", "foreign minister", "Norway", "current")]),
    ("Peru's President Ana Ruiz left. Ruiz's security adviser Ola Berg stayed.",
     [("Ana Ruiz", "president", "Peru", "current"), ("Ola Berg", "security adviser", "Peru", "current")]),
    ("President Vladimir Putin spoke of Russia.", [("Vladimir Putin", "president", "Russia", "current")]),
    ("Prime Minister David Cameron spoke for Britain in 2011.",
     [("David Cameron", "prime minister", "United Kingdom", "former")]),
    ("President Vladimir Putin spoke.", [("Vladimir Putin", "president", None, "current")]),
    ("Russia's Vladimir Putin spoke.", [("Vladimir Putin", "president", "Russia", "current")]),
    # One begins with a leader whose country it leaves out: it is written there.
    ("President Vladimir Putin met Peru's President Ana Ruiz of Peru. They agreed. Foreign Minister Ola Berg "
     "and presidential spokesman Max Lind spoke of Peru and Russia.",
     [("Vladimir Putin", "president", "Russia", "current"), ("Ana Ruiz", "president", "Peru", "current"),
      ("Ola Berg", "foreign minister", "Russia", "current"), ("Max Lind", "spokesperson", "Russia", "current")]),
    ("Ola Berg, Crown Prince, Prime Minister of Norway, spoke.",
     [("Ola Berg", "crown prince", "Norway", "current"), ("Ola Berg", "prime minister", "Norway", "current")]),
    # "ex-" before a country, an outgoing minister's portfolio, a body with its acronym between.
    ("Ex-Peruvian premier Ola Berg spoke.", [("Ola Berg", "prime minister", "Peru", "former")]),
    ("The then-Peruvian president Ola Berg spoke.", [("Ola Berg", "president", "Peru", "former")]),
    ("Peru's outgoing interior minister Ola Berg spoke.", [("Ola Berg", "interior minister", "Peru", "current")]),
    ("Pacific Islands Forum (PIF) Secretary General Ola Berg spoke.",
     [("Ola Berg", "secretary-general", "Pacific Islands Forum", "current")]),
    ("Ola Berg, Diplomatic Adviser to the Peruvian President, spoke.",
     [("Ola Berg", "diplomatic adviser", "Peru", "current")]),
    ("Peruvian President His Excellency Ola Berg spoke.", [("Ola Berg", "president", "Peru", "current")]),
    ("Peru's Minister of Information and National Orientation Ola Berg spoke.",
     [("Ola Berg", "minister of information and national orientation", "Peru", "current")]),
    ("US Secretary of the Treasury Ola Berg spoke.", [("Ola Berg", "treasury secretary", "United States", "current")]),
    ("UN Resident Coordinator Ola Berg spoke.", [("Ola Berg", "resident coordinator", "United Nations", "current")]),
    # A form of address is no second office.
    ("NATO Secretary-General Ambassador Ola Berg spoke.",
     [("Ola Berg", "secretary-general", "North Atlantic Treaty Organization", "current")]),
    ("Chief Ola Berg and Peru's Energy Minister Prince Omar Lind spoke.",
     [("Omar Lind", "energy minister", "Peru", "current"), ("Omar Lind", "prince", "Peru", "current")]),
    ("Peru's Deputy Prime Minister and Finance Minister Ola Berg spoke.",
     [("Ola Berg", "deputy prime minister", "Peru", "current"), ("Ola Berg", "finance minister", "Peru", "current")]),
    ("Minister of External Relations of Brazil Ambassador Ola Berg spoke.",
     [("Ola Berg", "foreign minister", "Brazil", "current")]),
    ("The mayor of Lima Ola Berg spoke.", [("Ola Berg", "mayor", "Lima", "current")]),
    ("Peru's Deputy Prime Minister and Minister of Foreign Affairs and Trade Ola Berg spoke.",
     [("Ola Berg", "deputy prime minister", "Peru", "current"), ("Ola Berg", "foreign minister", "Peru", "current")]),
    ("Peru's UN envoy Ola Berg spoke.", [("Ola Berg", "envoy", "Peru", "current")]),
    ("Ola Berg, who was Peru's defence minister until July, spoke.",
     [("Ola Berg", "defence minister", "Peru", "former")]),
    ("Ola Berg, head of the Harbour Office, and Finance Minister Eva Lind spoke.",
     [("Ola Berg", "head", "Harbour Office", "current"), ("Eva Lind", "finance minister", None, "current")]),
    ("President of the Republic of Peru, His Excellency Ola Berg, spoke.",
     [("Ola Berg", "president", "Peru", "current")]),
    ("Chile's president-elect Eva Lind, Peru's Vice President and Finance Minister Ola Berg and others spoke.",
     [("Eva Lind", "president", "Chile", "future"), ("Ola Berg", "vice president", "Peru", "current"),
      ("Ola Berg", "finance minister", "Peru", "current")]),
    ("Federal Minister for European and International Affairs of the Republic of Austria Eva Lind spoke.",
     [("Eva Lind", "federal minister", "Austria", "current")]),
    ("King Mohammed VI received France's Ola Berg. Foreign Minister Omar Lind joined. Moroccans cheered.",
     [("Mohammed VI of Morocco", "king", "Morocco", "current"),
      ("Omar Lind", "foreign minister", "Morocco", "current")]),
    # No party has ministers or ambassadors.
    ("Acting premier Ola Berg of the Harbour Party spoke.", [("Ola Berg", "prime minister", None, "acting")]),
    ("Ola Berg, a Harbour Party lawmaker and former ambassador to Peru, spoke.",
     [("Ola Berg", "lawmaker", "Harbour Party", "current"), ("Ola Berg", "ambassador", None, "former")]),
    ("US Commerce Secretary Ola Berg spoke.", [("Ola Berg", "commerce secretary", "United States", "current")]),
    ("Ministry Spokesperson Pham Thu Hang of Vietnam spoke.",
     [("Pham Thu Hang", "spokesperson", "Vietnam", "current")]),
]  # fmt: skip


def rows(result):
    names = {e.iri: e.name for e in result.entities}
    return sorted((names[f.person], f.title, names.get(f.of), f.status) for f in result.facts if isinstance(f, Office))


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_offices(read, text, expected):
    assert rows(read(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The president's office said that Ola Berg had left.",
        "Ola Berg met the president of Peru.",
        "Ola Berg is not the president of Peru.",
        "Ministers from Chile and Peru met Ola Berg.",
        "The President Hotel in Lima welcomed Ola Berg.",
        "Ola Berg wrote to the Norwegian government.",
        "The Peruvian analyst Ola Berg spoke.",
        "Ola Berg wants to become president of Peru if he can.",
        "Ola Berg asked who would be the next president of Peru.",
    ],
)
def test_no_office(read, text):
    assert not rows(read(text))


def test_whom_a_president_visits_has_another(read):
    """What an article says next to nothing of is not taken for the country of its president."""
    assert rows(read("President Ana Ruiz visited Kenya.")) == [("Ana Ruiz", "president", None, "current")]


def test_an_office_told_twice_is_one_fact(read):
    result = read("Chilean President Ola Berg spoke. President Berg left. The Chilean president smiled.")
    assert rows(result) == [("Ola Berg", "president", "Chile", "current")]


def test_leader_says_nothing_of_one_whose_office_is_named(read):
    result = read("Peruvian leader Ana Ruiz left. Peru's President Ana Ruiz smiled.")
    assert rows(result) == [("Ana Ruiz", "president", "Peru", "current")]


@pytest.mark.parametrize(("day", "status"), [("2012-05-01", "current"), ("2024-05-01", "former")])
def test_a_known_term_tells_whether_it_is_over(read, day, status):
    result = read("British Prime Minister David Cameron spoke.", day)
    assert rows(result) == [("David Cameron", "prime minister", "United Kingdom", status)]


@pytest.mark.parametrize(
    ("text", "rule", "sure"),
    [
        ("Norway's Prime Minister Ola Berg spoke.", "office/title", True),
        ("President Vladimir Putin spoke of Russia.", "office/term", True),
        ("Norway signed the treaty, said Foreign Minister Ola Berg.", "office/context", False),
        ("Secretary-General Ola Berg spoke.", "office/bare", False),
    ],
)
def test_rules_say_how_sure_they_are(read, text, rule, sure):
    (office,) = [f for f in read(text).facts if isinstance(f, Office)]
    assert office.rule == rule
    assert (office.confidence >= 0.8) is sure


def test_the_evidence_is_the_title_with_its_holder(read):
    text = "On Monday Ola Berg, the prime minister of Norway, spoke."
    (office,) = [f for f in read(text).facts if isinstance(f, Office)]
    assert text[office.evidence.start : office.evidence.end] == "Ola Berg, the prime minister of Norway"
