"""Memberships: who is what to which body, since when, and how sure it is."""

import pytest

from kg.model import Membership

ASEAN, EU, NATO = "Association of Southeast Asian Nations", "European Union", "North Atlantic Treaty Organization"
OECD, OPEC = (
    "Organisation for Economic Co-operation and Development",
    "Organization of the Petroleum Exporting Countries",
)
OTS, SCO, ECOWAS = (
    "Organization of Turkic States",
    "Shanghai Cooperation Organisation",
    "Economic Community of West African States",
)
COUNCIL, WTO, APEC = "United Nations Security Council", "World Trade Organization", "Asia-Pacific Economic Cooperation"

# The text, of 17 May 2024; member, body, role, date and modality of each membership in it.
MEMBERSHIPS = [
    ("Estonia joined NATO in 2004.", [("Estonia", NATO, "member", "2004", "actual")]),
    ("Estonia is a member of the EU.", [("Estonia", EU, "member", None, "actual")]),
    ("Estonia and Malta are members of the EU.",
     [("Estonia", EU, "member", None, "actual"), ("Malta", EU, "member", None, "actual")]),
    ("Estonia, Latvia and Lithuania joined the EU in 2004.",
     [("Estonia", EU, "member", "2004", "actual"), ("Latvia", EU, "member", "2004", "actual"),
      ("Lithuania", EU, "member", "2004", "actual")]),
    ("Estonia rejoined the OECD.", [("Estonia", OECD, "member", None, "actual")]),
    # beside the name
    ("ASEAN member Laos voted.", [("Laos", ASEAN, "member", None, "actual")]),
    ("Laos, a member of ASEAN, voted.", [("Laos", ASEAN, "member", None, "actual")]),
    ("NATO ally Norway sent troops.", [("Norway", NATO, "member", None, "actual")]),
    ("The ASEAN nations Laos and Brunei agreed.",
     [("Laos", ASEAN, "member", None, "actual"), ("Brunei", ASEAN, "member", None, "actual")]),
    ("ASEAN countries such as Laos and Brunei agreed.",
     [("Laos", ASEAN, "member", None, "actual"), ("Brunei", ASEAN, "member", None, "actual")]),
    ("Members of ASEAN, including Laos and Brunei, agreed.",
     [("Laos", ASEAN, "member", None, "actual"), ("Brunei", ASEAN, "member", None, "actual")]),
    ("ASEAN comprises Laos and Brunei.",
     [("Laos", ASEAN, "member", None, "actual"), ("Brunei", ASEAN, "member", None, "actual")]),
    ("NATO and EU member Estonia voted.",
     [("Estonia", NATO, "member", None, "actual"), ("Estonia", EU, "member", None, "actual")]),
    ("Malta and fellow EU member Estonia voted.", [("Estonia", EU, "member", None, "actual")]),
    ("NATO allies Estonia and Norway sent tanks.",
     [("Estonia", NATO, "member", None, "actual"), ("Norway", NATO, "member", None, "actual")]),
    ("Norway became NATO's tenth member in 1949.", [("Norway", NATO, "member", "1949", "actual")]),
    ("Estonia was the latest country to join NATO.", [("Estonia", NATO, "member", None, "actual")]),
    ("Laos is part of ASEAN.", [("Laos", ASEAN, "member", None, "actual")]),
    # "the bloc"
    ("Peru was in the EU. Norway left the bloc in 2020.", [("Norway", EU, "former member", "2020", "actual")]),
    ("BRICS grew. Egypt and Iran joined the group in January.",
     [("Egypt", "BRICS", "member", "2024-01", "actual"), ("Iran", "BRICS", "member", "2024-01", "actual")]),
    ("Peru likes ASEAN. Laos became the bloc's tenth member.", [("Laos", ASEAN, "member", None, "actual")]),
    ("Peru likes the EU, the bloc of rich states that Malta joined in 2004.",
     [("Malta", EU, "member", "2004", "actual")]),
    # a body told before, where no word beside tells which
    ("Finland joined NATO. Ukraine has applied for membership.",
     [("Finland", NATO, "member", None, "actual"), ("Ukraine", NATO, "candidate", None, "actual")]),
    ("ASEAN has grown: Laos and Brunei became full members, alongside founding member Thailand.",
     [("Brunei", ASEAN, "member", None, "actual"), ("Laos", ASEAN, "member", None, "actual"),
      ("Thailand", ASEAN, "founder", None, "actual")]),
    ("BRICS met. South Africa, which was admitted in 2010, spoke.",
     [("South Africa", "BRICS", "member", "2010", "actual")]),
    ("BRICS met. Russia holds the rotating presidency.", [("Russia", "BRICS", "chair", None, "actual")]),
    ("Laos chairs ASEAN, whose members are Laos, Brunei and Malaysia.",
     [("Brunei", ASEAN, "member", None, "actual"), ("Laos", ASEAN, "chair", None, "actual"),
      ("Laos", ASEAN, "member", None, "actual"), ("Malaysia", ASEAN, "member", None, "actual")]),
    ("The Quad, which groups Japan, India and Australia, met.",
     [(c, "Quad", "member", None, "actual") for c in ("Australia", "India", "Japan")]),
    ("As EU members and NATO allies, Estonia and Latvia backed the plan.",
     [(c, b, "member", None, "actual") for c in ("Estonia", "Latvia") for b in (EU, NATO)]),
    ("The leaders welcomed Peru as a full member of the OECD.", [("Peru", OECD, "member", None, "actual")]),
    ("The EU accepted Malta as a member in 2004.", [("Malta", EU, "member", "2004", "actual")]),
    ("Laos is a member of ASEAN alongside Brunei.",
     [("Brunei", ASEAN, "member", None, "actual"), ("Laos", ASEAN, "member", None, "actual")]),
    # bodies that no list has
    ("Norway joined the Fjord Coalition.", [("Norway", "Fjord Coalition", "member", None, "actual")]),
    ("Lima Bank and Andes Bank became member banks of the Fjord Settlement Bank.",
     [("Andes Bank", "Fjord Settlement Bank", "member", None, "actual"),
      ("Lima Bank", "Fjord Settlement Bank", "member", None, "actual")]),
    # capacity
    ("Peru stressed its commitment to the OECD as a member.", [("Peru", OECD, "member", None, "actual")]),
    ("As a NATO member, Estonia voted for the plan.", [("Estonia", NATO, "member", None, "actual")]),
    ("As a member of the EU, Malta backed the plan.", [("Malta", EU, "member", None, "actual")]),
    ("As chair of ASEAN, Laos spoke first.", [("Laos", ASEAN, "chair", None, "actual")]),
    ("BRICS met. Russia, the current chair, spoke first.", [("Russia", "BRICS", "chair", None, "actual")]),
    ("Peru joined the OECD in 2009 despite having few friends.", [("Peru", OECD, "member", "2009", "actual")]),
    ("Norway is part of the Five Eyes intelligence-sharing network.",
     [("Norway", "Five Eyes", "member", None, "actual")]),
    ("The EU met. Malta holds the presidency this year.", [("Malta", EU, "chair", "2024", "actual")]),
    ("The EU met. Malta, this year's EU chair, will meet Peru in July.", [("Malta", EU, "chair", "2024", "actual")]),
    # what somebody is beside a name is not so only when something is done
    ("Norway, a NATO member, will vote in July.", [("Norway", NATO, "member", None, "actual")]),
    ("Estonia joined the EU in 2004; Norway did not.", [("Estonia", EU, "member", "2004", "actual")]),
    ("Norway, one of the founding members of NATO, voted.", [("Norway", NATO, "founder", None, "actual")]),
    ("Estonia belongs to the EU.", [("Estonia", EU, "member", None, "actual")]),
    ("ASEAN groups ten countries, including Laos, Brunei and Malaysia.",
     [(c, ASEAN, "member", None, "actual") for c in ("Brunei", "Laos", "Malaysia")]),
    ("Peru likes ASEAN. Japan backs the SCO, a bloc formed by China and India.",
     [(c, SCO, "member", None, "actual") for c in ("China", "India")]),
    ("The EU comprises Malta and Estonia as members, with Albania and Serbia as observers.",
     [("Albania", EU, "observer", None, "actual"), ("Serbia", EU, "observer", None, "actual"),
      ("Estonia", EU, "member", None, "actual"),
      ("Malta", EU, "member", None, "actual")]),
    ("EU leaders ended a summit in Malta.", [("Malta", EU, "host", None, "actual")]),
    ("Peru and Norway were named BRICS partner countries.",
     [("Norway", "BRICS", "partner", None, "actual"), ("Peru", "BRICS", "partner", None, "actual")]),
    # admission
    ("Peru was admitted to the WTO in 1995.", [("Peru", WTO, "member", "1995", "actual")]),
    ("Peru was admitted as a member of the OECD.", [("Peru", OECD, "member", None, "actual")]),
    ("The EU welcomed Malta into the bloc.", [("Malta", EU, "member", None, "actual")]),
    ("Norway was elected to the UN Security Council in 2020.", [("Norway", COUNCIL, "member", "2020", "actual")]),
    ("Peru was granted full membership in the OECD.", [("Peru", OECD, "member", None, "actual")]),
    ("The Maldives returned to the Commonwealth in 2020.",
     [("Maldives", "Commonwealth of Nations", "member", "2020", "actual")]),
    # leaving
    ("Peru pulled out of OPEC.", [("Peru", OPEC, "former member", None, "actual")]),
    ("Niger and Mali announced their withdrawal from ECOWAS in January.",
     [("Mali", ECOWAS, "former member", "2024-01", "actual"),
      ("Niger", ECOWAS, "former member", "2024-01", "actual")]),
    ("Britain left the EU.", [("United Kingdom", EU, "former member", None, "actual")]),
    ("Peru quit OPEC in 1992.", [("Peru", OPEC, "former member", "1992", "actual")]),
    ("Peru withdrew from OPEC.", [("Peru", OPEC, "former member", None, "actual")]),
    ("Peru's withdrawal from OPEC was quick.", [("Peru", OPEC, "former member", None, "actual")]),
    ("Peru is a former member of OPEC.", [("Peru", OPEC, "former member", None, "actual")]),
    # chairs
    ("Estonia holds the EU presidency.", [("Estonia", EU, "chair", None, "actual")]),
    ("Laos chairs ASEAN.", [("Laos", ASEAN, "chair", None, "actual")]),
    ("Laos is the chair of ASEAN this year.", [("Laos", ASEAN, "chair", "2024", "actual")]),
    ("Norway presided over the UN Security Council in January.", [("Norway", COUNCIL, "chair", "2024-01", "actual")]),
    ("Estonian Prime Minister Mia Kask chaired the EU summit.", [("Estonia", EU, "chair", None, "actual")]),
    ("Estonia took over the EU presidency in 2017.", [("Estonia", EU, "chair", "2017", "actual")]),
    ("Norway handed the chairmanship of ASEAN to Japan.", [("Norway", ASEAN, "chair", None, "actual")]),
    ("Eva Lind, foreign minister of Laos and chair of ASEAN, spoke.", [("Laos", ASEAN, "chair", None, "actual")]),
    # hosts: of a body's summit, also told by its city
    ("Malta hosted the EU summit.", [("Malta", EU, "host", None, "actual")]),
    ("The EU summit in Malta was long.", [("Malta", EU, "host", None, "actual")]),
    ("The EU summit opened in Valletta on Friday.", [("Malta", EU, "host", "2024-05-17", "actual")]),
    ("Peru hosted an APEC meeting.", [("Peru", APEC, "host", None, "actual")]),
    ("Norway's leaders met in Malta for an EU summit. Malta is sunny.", [("Malta", EU, "host", None, "actual")]),
    ("EU leaders gathered in Malta for a summit.", [("Malta", EU, "host", None, "actual")]),
    ("The EU meeting in Malta was short. Norway will attend next year's summit in Estonia.",
     [("Malta", EU, "host", None, "actual"), ("Estonia", EU, "host", "2025", "planned")]),
    ("Laos, this year's ASEAN chair, will host the summit.",
     [("Laos", ASEAN, "chair", "2024", "actual"), ("Laos", ASEAN, "host", None, "planned")]),
    # observers, partners, candidates, founders
    ("Peru is an observer at ASEAN.", [("Peru", ASEAN, "observer", None, "actual")]),
    ("Peru has observer status at ASEAN.", [("Peru", ASEAN, "observer", None, "actual")]),
    ("The SCO granted the status of dialogue partner to Peru.", [("Peru", SCO, "partner", None, "actual")]),
    ("Peru became a dialogue partner of ASEAN.", [("Peru", ASEAN, "partner", None, "actual")]),
    ("Norway became a sectoral dialogue partner of ASEAN in 2015.", [("Norway", ASEAN, "partner", "2015", "actual")]),
    ("Hungary, an observer member of the Organization of Turkic States, voted.",
     [("Hungary", OTS, "observer", None, "actual")]),
    ("Peru was granted the status of dialogue partner of the SCO.", [("Peru", SCO, "partner", None, "actual")]),
    ("Georgia was granted EU candidate status.", [("Georgia", EU, "candidate", None, "actual")]),
    ("Moldova's path to EU membership is long.", [("Moldova", EU, "candidate", None, "actual")]),
    ("The EU opened accession talks with Moldova.", [("Moldova", EU, "candidate", None, "actual")]),
    ("Albania opened accession negotiations with the EU in 2022.",
     [("Albania", EU, "candidate", "2022", "actual")]),
    ("Peru is a candidate for the EU.", [("Peru", EU, "candidate", None, "actual")]),
    ("EU candidate Moldova held a vote.", [("Moldova", EU, "candidate", None, "actual")]),
    ("Peru's bid for EU membership failed.", [("Peru", EU, "candidate", None, "actual")]),
    ("Serbia's EU bid stalled.", [("Serbia", EU, "candidate", None, "actual")]),
    ("Peru applied for EU membership.", [("Peru", EU, "candidate", None, "actual")]),
    ("Niger and Mali formed the Alliance of Sahel States in 2023.",
     [("Mali", "Alliance of Sahel States", "founder", "2023", "actual"),
      ("Niger", "Alliance of Sahel States", "founder", "2023", "actual")]),
    ("Norway was a founding member of NATO.", [("Norway", NATO, "founder", None, "actual")]),
    ("Iceland and Norway are founding members of NATO.",
     [("Iceland", NATO, "founder", None, "actual"), ("Norway", NATO, "founder", None, "actual")]),
    ("Norway helped found NATO.", [("Norway", NATO, "founder", None, "actual")]),
    ("Norway is a co-founder of the OECD.", [("Norway", OECD, "founder", None, "actual")]),
    ("Ana Ruiz founded the Alpine Forum.", [("Ana Ruiz", "Alpine Forum", "founder", None, "actual")]),
    ("Peru was granted observer status in ASEAN.", [("Peru", ASEAN, "observer", None, "actual")]),
    ("The EU admitted Malta.", [("Malta", EU, "member", None, "actual")]),
    ("Peru applied for membership of ASEAN.", [("Peru", ASEAN, "candidate", None, "actual")]),
    ("Peru wants a seat on the UN Security Council.",
     [("Peru", "United Nations Security Council", "candidate", None, "proposed")]),
]  # fmt: skip

NOT_YET = [
    ("Estonia will take the presidency of the EU in July.", [("Estonia", EU, "chair", "2024-07", "planned")]),
    ("The NATO summit will be held in Oslo in July.", [("Norway", NATO, "host", "2024-07", "planned")]),
    ("Peru will host the APEC summit in November.", [("Peru", APEC, "host", "2024-11", "planned")]),
    ("Peru will leave OPEC next year.", [("Peru", OPEC, "former member", "2025", "planned")]),
    ("Peru may leave OPEC.", [("Peru", OPEC, "former member", None, "proposed")]),
    ("Ana Ruiz was invited to attend the EU summit in Malta.", [("Malta", EU, "host", None, "planned")]),
    # who is to join, or wants to, is a candidate
    ("Peru will be admitted to the OECD next year.", [("Peru", OECD, "candidate", "2025", "planned")]),
    ("Peru plans to join the OECD by 2026.", [("Peru", OECD, "candidate", "2026", "planned")]),
    ("Peru's accession to the OECD is near.", [("Peru", OECD, "candidate", None, "planned")]),
    ("Peru wants to join the EU.", [("Peru", EU, "candidate", None, "proposed")]),
    ("Peru hopes to join the OECD.", [("Peru", OECD, "candidate", None, "proposed")]),
    ("Peru applied to join the EU.", [("Peru", EU, "candidate", None, "proposed")]),
    ("Peru was invited to join BRICS.", [("Peru", "BRICS", "candidate", None, "proposed")]),
    ("Peru seeks a UN Security Council seat.", [("Peru", COUNCIL, "candidate", None, "proposed")]),
    ("Peru is in the process of joining the OECD.", [("Peru", OECD, "candidate", None, "proposed")]),
    ("Peru has been waiting to join the OECD.", [("Peru", OECD, "candidate", None, "proposed")]),
    ("Peru wants to be admitted to the OECD.", [("Peru", OECD, "candidate", None, "proposed")]),
    ("Peru has begun the process of becoming an OECD member.", [("Peru", OECD, "candidate", None, "proposed")]),
    ("Turkey approved Sweden's membership in NATO.", [("Sweden", NATO, "candidate", None, "proposed")]),
    ("Peru is in talks to join the OECD.", [("Peru", OECD, "candidate", None, "proposed")]),
    ("Peru, a candidate to join the EU, voted.", [("Peru", EU, "candidate", None, "proposed")]),
    ("Peru expressed interest in joining BRICS.", [("Peru", "BRICS", "candidate", None, "proposed")]),
    ("Peru got backing for a UN Security Council seat it wants.", [("Peru", COUNCIL, "candidate", None, "proposed")]),
    ("Norway, a NATO member, has applied to join the bloc. The EU is strong.",
     [("Norway", NATO, "member", None, "actual")]),
    ("Turkey ratified Sweden's NATO accession.", [("Sweden", NATO, "candidate", None, "planned")]),
    ("If Peru joins the EU, trade will grow.", [("Peru", EU, "candidate", None, "proposed")]),
    ("Norway is not a member of the EU.", [("Norway", EU, "member", None, "denied")]),
    ("Peru is not a NATO member.", [("Peru", NATO, "member", None, "denied")]),
    ("Peru never joined the EU.", [("Peru", EU, "member", None, "denied")]),
    ("Peru refused to join OPEC.", [("Peru", OPEC, "member", None, "denied")]),
    ("Peru ruled out joining the EU.", [("Peru", EU, "member", None, "denied")]),
    ("Norway has no plans to join the EU.", [("Norway", EU, "member", None, "denied")]),
    ("Peru is not a candidate for the EU.", [("Peru", EU, "candidate", None, "denied")]),
]  # fmt: skip


def _label(iri):
    """The name in the IRI of a country that the text does not name."""
    return iri.rsplit("/", 1)[-1].title()


def _rows(result):
    names = {e.iri: e.name for e in result.entities}
    facts = [f for f in result.facts if isinstance(f, Membership)]
    return [(names.get(f.member, _label(f.member)), names[f.body], f.role, f.date, f.modality) for f in facts]


@pytest.mark.parametrize(("text", "expected"), [*MEMBERSHIPS, *NOT_YET])
def test_memberships(read, text, expected):
    assert sorted(_rows(read(text)), key=repr) == sorted(expected, key=repr)


ABSENT = [
    # no body, or which of several is not told
    "NATO and the EU met. Norway became a full member.",
    "NATO met. Ana Ruiz was admitted to hospital.",
    "NATO met. Norway applied sanctions.",
    "NATO met. Members of the Norwegian government spoke.",
    "NATO met. The team's members include Norway.",
    "Ana Ruiz joined the talks.",
    "Ana Ruiz joined the ministry.",
    "Peru joined Estonia in the vote.",
    "Estonia left the room.",
    "A member of parliament spoke in Peru.",
    "Ana Ruiz is a member of the Peruvian parliament.",
    "Estonia hosted the ministers.",
    "The chair of the committee visited Laos.",
    "NATO troops left Estonia.",
    # a body that is something else to the state
    "Peru joined hands with the EU.",
    "Peru trades with the EU.",
    "The EU is Peru's largest trading partner.",
    "The EU met Peru in Lima.",
    "The WTO ruled against Peru.",
    "Peru observed the EU vote.",
    "Peru is in the EU's interest.",
    "Norway voted against EU membership.",
    "The EU's partners include Peru.",
    "Norway praised the EU. The group of ministers left Peru.",
    "The Norwegian company joined the group. The EU praised it.",
    "Peru is part of the EU's single market.",
    "Peru is part of the problem, the EU said.",
    "The EU left Peru out of the deal.",
    "Peru and Norway will hold the next meeting of the Fjord Council.",
    "Ministers met in Peru ahead of the EU summit.",
    "Eva Lind said in Peru that the EU summit was a success.",
    "Norway was elected in May, the EU said.",
    "The EU met. Ana Ruiz took over the presidency of Peru.",
    "The EU met. Ana Ruiz, the president of Peru, took over the presidency.",
    "Peru belongs to the past, the EU said.",
    "Ana Ruiz backed a reformed UN Security Council with Peru as a permanent member.",
    # its people and its seats
    "Peru left the EU summit early.",
    "Peru hosted a NATO warship.",
    "EU officials spoke in Estonia.",
    "EU Commissioner Eva Lind visited Peru.",
    "The EU delegation left Peru.",
    "A Peruvian member of the EU parliament spoke.",
    "A member of the Peruvian delegation to the EU smiled.",
    "Ana Ruiz joined the NATO talks in Oslo.",
    "Ana Ruiz left the EU headquarters.",
    "Ana Ruiz hosted a dinner for the EU envoys.",
    "Peru chairs a commission with the EU.",
    "The NATO Defence College is in Rome.",
    "Norwegian nationals may work in the EU.",
    "Peru joined the EU in condemning the attack.",
    "The EU admitted defeat.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_membership(read, text):
    assert _rows(read(text)) == []
