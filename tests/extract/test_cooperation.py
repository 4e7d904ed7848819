"""Cooperation: between whom, in which sector, and how sure it is."""

import pytest

from kg.model import Agreement, Cooperation

N, E, P, J = "Norway", "Estonia", "Peru", "Japan"
ASEAN, EU = "Association of Southeast Asian Nations", "European Union"

# The text; parties, sector and modality of each cooperation in it.
ACTUAL = [
    ("Norway cooperates with Estonia in education and mining.",
     [({N, E}, "education", "actual"), ({N, E}, "mining", "actual")]),
    ("Norway and Estonia work together in education.", [({N, E}, "education", "actual")]),
    ("Norway and Estonia are working together to protect the environment.", [({N, E}, "environment", "actual")]),
    ("Norway cooperates closely with Peru in the area of health.", [({N, P}, "health", "actual")]),
    ("Norway teamed up with Peru in the field of artificial intelligence.",
     [({N, P}, "artificial-intelligence", "actual")]),
    ("Norway's cooperation with Peru in education is growing.", [({N, P}, "education", "actual")]),
    ("Norway is expanding cooperation with Peru in mining and fisheries.",
     [({N, P}, "mining", "actual"), ({N, P}, "fisheries", "actual")]),
    ("Norway thanked Peru for its cooperation in health.", [({N, P}, "health", "actual")]),
    ("Norway and Peru launched a joint venture in aviation.", [({N, P}, "aviation", "actual")]),
    ("Peru works with Japan and Norway in mining.",
     [({"Peru", "Japan"}, "mining", "actual"), ({"Peru", "Norway"}, "mining", "actual")]),
    ("Norway and Peru collaborate with Japan in space.", [({N, P, J}, "space", "actual")]),
    ("Norway is building a railway in Peru.", [({N, P}, "rail", "actual")]),
    ("Norway is financing Peru's ports.", [({N, P}, "maritime", "actual")]),
    ("The minister flew to Peru. Norway is building a port in Callao.", [({N, P}, "maritime", "actual")]),
    ("Norway and Peru set up a joint commission on energy.", [({N, P}, "energy", "actual")]),
    ("Norway invested in Peru's mining sector.", [({N, P}, "mining", "actual")]),
    # in general: no sector
    ("Cooperation between Norway and Estonia is growing.", [({N, E}, None, "actual")]),
    ("Relations between Norway and Peru are developing well.", [({N, P}, None, "actual")]),
    ("Norway and Peru have close ties.", [({N, P}, None, "actual")]),
    ("Asean-Japan cooperation has grown.", [({ASEAN, J}, None, "actual")]),
    ("Peruvian-Japanese relations are excellent.", [({P, J}, None, "actual")]),
    ("Norway and Peru elevated ties to a strategic partnership.", [({N, P}, None, "actual")]),
    ("Peru is a strategic partner of Norway.", [({P, N}, None, "actual")]),
    # ties with several are ties with each
    ("Norway has close ties with Peru, Japan and Estonia.",
     [({N, P}, None, "actual"), ({N, J}, None, "actual"), ({N, E}, None, "actual")]),
    # two states before the noun
    ("Norway-Peru cooperation in tourism is strong.", [({N, P}, "tourism", "actual")]),
    ("Norwegian-Peruvian military cooperation began in 2001.", [({N, P}, "defence", "actual")]),
    # partners in trade
    ("Japan is Peru's largest trading partner.", [({J, P}, "trade", "actual")]),
    ("Bilateral trade between Norway and Estonia is flourishing.", [({N, E}, "trade", "actual")]),
    # regions and companies
    ("Central Asia and the EU cooperate in water management.", [({"Central Asia", EU}, "water", "actual")]),
    # a signed deal
    ("Norway and Estonia signed an agreement on tourism.", [({N, E}, "tourism", "actual")]),
    ("Norway and Peru signed a memorandum of understanding on tourism and sport.",
     [({N, P}, "tourism", "actual"), ({N, P}, "sport", "actual")]),
    # the fields of cooperation
    ("Cooperation between ASEAN and the EU covers health, sport and culture.",
     [({ASEAN, EU}, "health", "actual"), ({ASEAN, EU}, "sport", "actual"), ({ASEAN, EU}, "culture", "actual")]),
    ("Priority areas of cooperation between Norway and Peru include farming and tourism.",
     [({N, P}, "agriculture", "actual"), ({N, P}, "tourism", "actual")]),
    ("Trade is the main area of cooperation between Norway and Peru.", [({N, P}, "trade", "actual")]),
    # who supplies whom
    ("Norway has become a key gas supplier to Estonia.", [({N, E}, "oil-and-gas", "actual")]),
    ("Norway, the biggest supplier of gas to Estonia, cut prices.", [({N, E}, "oil-and-gas", "actual")]),
    ("Peru ordered six submarines from Norway.", [({N, P}, "defence", "actual")]),
    # together, jointly, shared
    ("Norway and Peru jointly protect the forests.", [({N, P}, "environment", "actual")]),
    ("Norway and Estonia fight crime together along their border.", [({N, E}, "security", "actual")]),
    ("Norway and Peru pooled their gas reserves.", [({N, P}, "oil-and-gas", "actual")]),
    ("Norway shared with Peru its know-how in rice cultivation.", [({N, P}, "agriculture", "actual")]),
    ("Norway and Peru hold joint naval exercises.", [({N, P}, "defence", "actual")]),
    ("Norway and Peru unveiled a joint solar platform.", [({N, P}, "renewable-energy", "actual")]),
    # what one does for the other
    ("Norway is helping Peru to build a railway.", [({N, P}, "rail", "actual")]),
    ("Norway helped Peru restore its ports.", [({N, P}, "maritime", "actual")]),
    ("Norway has been helping Peru with vocational schools.", [({N, P}, "education", "actual")]),
    ("Norway trains Peruvian soldiers.", [({N, P}, "defence", "actual")]),
    ("Norway supplies Estonia with electricity.", [({N, E}, "electricity", "actual")]),
    ("Norway sells liquefied gas to Estonia.", [({N, E}, "oil-and-gas", "actual")]),
    ("Norwegian engineers are repairing Peru's power plants.", [({N, P}, "electricity", "actual")]),
    ("Japanese companies built a railway in Peru.", [({J, P}, "rail", "actual")]),
    ("Norway and Estonia, together with Peru, are building a railway.", [({N, E, P}, "rail", "actual")]),
    # who says something about ties with another has them
    ("Norwegian President Ola Berg said ties with Peru were growing.", [({N, P}, None, "actual")]),
    ("Norway insists that the partnership with Peru is strategic.", [({N, P}, None, "actual")]),
    # told twice: the more certain telling counts
    ("Norway hopes to cooperate with Estonia in sport. Norway and Estonia cooperate in sport.",
     [({N, E}, "sport", "actual")]),
    # a bloc alone: its members among themselves
    ("The summit promoted tourism among ASEAN countries.",
     [({"Association of Southeast Asian Nations"}, "tourism", "actual")]),
]  # fmt: skip

NOT_YET = [
    ("Norway and Estonia will cooperate in tourism.", [({N, E}, "tourism", "planned")]),
    ("Norway and Estonia will work together on cyber security.", [({N, E}, "security", "planned")]),
    ("Norway agreed to deepen trade and energy cooperation with Estonia.",
     [({N, E}, "trade", "planned"), ({N, E}, "energy", "planned")]),
    ("Norwegian President Ola Berg agreed to expand cooperation with Peru in fisheries.",
     [({N, P}, "fisheries", "planned")]),
    ("Norway and Peru agreed to strengthen cooperation in rail, aviation and tourism.",
     [({N, P}, "rail", "planned"), ({N, P}, "aviation", "planned"), ({N, P}, "tourism", "planned")]),
    ("Norwegian President Ola Berg and Peruvian President Ana Ruiz pledged to boost trade.",
     [({N, P}, "trade", "planned")]),
    ("Peru stressed its commitment to enhancing cooperation with Japan in science.", [({P, J}, "science", "planned")]),
    ("Norway and Peru met. Oslo and Lima agreed to cooperate in space.", [({N, P}, "space", "planned")]),
    ("Norway met Estonia. The two countries agreed to cooperate in space.", [({N, E}, "space", "planned")]),
    ("Cooperation in tourism between Norway and Peru will be expanded.", [({N, P}, "tourism", "planned")]),
    ("Norway will sign an agreement on energy with Peru.", [({N, P}, "energy", "planned")]),
    ("Norway and Peru agreed to build a railway.", [({N, P}, "rail", "planned")]),
    ("Norway and Peru will jointly explore oil fields.", [({N, P}, "oil-and-gas", "planned")]),
    ("Norway is ready to share with Peru its know-how in farming.", [({N, P}, "agriculture", "proposed")]),
    ("Norway and Peru want to pool their gas.", [({N, P}, "oil-and-gas", "proposed")]),
    ("Norway's Fjordkraft and Peru's Andina will cooperate in electricity.",
     [({"Fjordkraft", "Andina"}, "electricity", "planned")]),
    ("The talks between Norway and Peru centred on farming and tourism.",
     [({N, P}, "agriculture", "proposed"), ({N, P}, "tourism", "proposed")]),
    ("Norway's talks with Peru on fisheries have begun.", [({N, P}, "fisheries", "proposed")]),
    ("Mining was named as an area for cooperation between Norway and Peru.", [({N, P}, "mining", "proposed")]),
    ("Norway and Peru have great potential in tourism.", [({N, P}, "tourism", "proposed")]),
    ("Norway and Peru explored opportunities for trade.", [({N, P}, "trade", "proposed")]),
    ("Norway met Peru. The two countries should tap potential in food processing.", [({N, P}, "food", "proposed")]),
    ("Norway and Peru discussed tourism and mining.",
     [({N, P}, "tourism", "proposed"), ({N, P}, "mining", "proposed")]),
    ("Norway and Peru met. Norway has good prospects for working with Peru in space.", [({N, P}, "space", "proposed")]),
    ("Norway and Peru agreed to cooperate in many areas, including cultural exchanges.",
     [({N, P}, "culture", "planned")]),
    ("Norway and Peru met. We are also interested in cooperation in IT.", [({N, P}, "digital", "proposed")]),
    ("Norway looks forward to working closely with Peru in trade.", [({N, P}, "trade", "planned")]),
    ("Norway and Estonia discussed cooperation in the field of agriculture.", [({N, E}, "agriculture", "proposed")]),
    ("Norway hopes to strengthen ties with Estonia in tourism.", [({N, E}, "tourism", "proposed")]),
    ("Norway called for closer cooperation with Estonia on renewable energy.",
     [({N, E}, "renewable-energy", "proposed")]),
    ("Norway called for cooperation between ASEAN and the EU.", [({ASEAN, EU}, None, "proposed")]),
    ("Norway is ready to cooperate with Peru in agriculture.", [({N, P}, "agriculture", "proposed")]),
    ("Norway is interested in cooperation with Peru in science.", [({N, P}, "science", "proposed")]),
    ("Norway proposed to cooperate with Peru in space.", [({N, P}, "space", "proposed")]),
    ("Norway may cooperate with Peru in space.", [({N, P}, "space", "proposed")]),
    ("If Norway cooperates with Peru, both will win.", [({N, P}, None, "proposed")]),
    ("Norway and Peru want to deepen their partnership in renewable energy.",
     [({N, P}, "renewable-energy", "proposed")]),
    ("Norway and Peru are negotiating a free trade agreement.", [({N, P}, "trade", "proposed")]),
    ("Norway and Estonia do not cooperate in defence.", [({N, E}, "defence", "denied")]),
    ("Norway no longer cooperates with Peru.", [({N, P}, None, "denied")]),
    ("Norway suspended cooperation with Peru.", [({N, P}, None, "denied")]),
    ("Norway and Peru discussed ways to expand trade and investment.",
     [({N, P}, "trade", "proposed"), ({N, P}, "investment", "proposed")]),
    ("Norway refused to cooperate with Peru in defence.", [({N, P}, "defence", "denied")]),
    ("There is no cooperation between Norway and Peru.", [({N, P}, None, "denied")]),
]  # fmt: skip


def _rows(result):
    names = {e.iri: e.labels[0] if e.type == "Organization" else e.name for e in result.entities}
    return [
        ({names[p] for p in f.parties}, f.sector and f.sector.rsplit("/", 1)[-1], f.modality)
        for f in result.facts if isinstance(f, Cooperation)
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*ACTUAL, *NOT_YET])
def test_cooperation(read, text, expected):
    assert sorted(_rows(read(text)), key=repr) == sorted(expected, key=repr)


ABSENT = [
    # ties that are no more
    "Norway broke off relations with Peru.",
    "Norway cut ties with Peru.",
    "Peru has severed all ties with Norway.",
    # a figure alone
    "Trade between Norway and Estonia reached $5 billion in 2023.",
    "Trade between Norway and Peru rose by 5% to $3 billion.",
    "Norway exported fish worth $2 million to Peru.",
    "Norway sold two million tonnes of gas to Estonia.",
    "Norway and Peru together account for half of the trade in fish.",
    "Norway's talks with Peru on the war continued.",
    "Norway has the potential to beat Peru in football.",
    "Young people in Norway and Peru see no prospects for jobs.",
    "The talks between Norway and Peru were held at the energy ministry.",
    # what is shared or given is no field
    "Norway shares a border with Peru in the mining region.",
    "Norway and Peru exchanged fire over a gas field.",
    "Norway and Peru exchanged notes on the railway.",
    "Norway, together with Peru, praised the farmers.",
    "Norway helped Peru win.",
    "Norway restored peace in Peru.",
    "The committee said ties with Peru were growing.",
    "The reporter from Norway bought bread in Peru.",
    # what is talked about, but is no field
    "Norway and Peru discussed the war and its oil.",
    "Norway discussed tourism.",
    # what is in a name only
    "The ministers of Norway and Peru met on the margins of the Asian Cooperation Dialogue.",
    "Norway and Peru praised the stock exchange.",
    # works at home, or of somebody not known
    "Norway is building a railway.",
    "The firm is building a railway in Peru.",
    # nobody, or nobody known, to cooperate with
    "Cooperation is important.",
    "Norway spoke about cooperation in general.",
    "Norway seeks cooperation with 35 states.",
    "The firm cooperated with the police.",
    "Norway has good relations with the press.",
    "The alliance grew.",
    # two names side by side
    "Ana Ruiz visited Peru and Japan.",
    "Norway and Peru are neighbours.",
    "Norway and Peru have their own problems.",
    "Norway and Peru are interested in tourism.",
    "Norwegian tourists like Peru.",
    "Peru played Norway in football.",
    # other senses
    "Trade unions in Norway and Peru met.",
    "The Norway Peru Trade Company grew.",
    "Norway has a ministry of trade.",
    "The partner of Ana Ruiz lives in Peru.",
    "Ana Ruiz tied Peru to Norway.",
    "Norway invested heavily.",
    "Norway and Estonia celebrated the anniversary of diplomatic relations.",
    "Norway and Peru established diplomatic relations in 1960.",
    # a deal about nothing that is named
    "Norway and Peru signed a deal worth $2 billion.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_cooperation(read, text):
    assert _rows(read(text)) == []


def test_one_party_is_completed_by_the_main_pair(read):
    text = (
        "Norway and Estonia held talks in Oslo. Norway praised Estonia. Estonia thanked Norway. "
        "Norwegian Prime Minister Ola Berg promised to boost cooperation in tourism."
    )
    result = read(text)
    (fact,) = [f for f in result.facts if isinstance(f, Cooperation)]
    assert _rows(result)[0][0] == {N, E}
    assert fact.confidence < 0.7


def test_sectors_become_entities(read):
    result = read("Norway and Estonia will cooperate in tourism.")
    assert [e.name for e in result.entities if e.type == "Sector"] == ["tourism"]


def test_a_signed_deal_is_an_agreement_and_a_cooperation(read):
    facts = read("Norway and Estonia signed an agreement on tourism.").facts
    (deal,) = [f for f in facts if isinstance(f, Agreement)]
    (fact,) = [f for f in facts if isinstance(f, Cooperation)]
    assert (set(fact.parties), fact.evidence) == (set(deal.parties), deal.evidence)
    assert fact.confidence < deal.confidence
