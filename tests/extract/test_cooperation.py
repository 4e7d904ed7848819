"""Cooperation: between whom, in which sector, and how sure it is."""

import pytest

from kg.model import Cooperation

N, E, P, J = "Norway", "Estonia", "Peru", "Japan"
ASEAN, EU = "Association of Southeast Asian Nations", "European Union"

# The text; parties, sector and modality of each cooperation in it.
COOPERATION = [
    ("Norway and Estonia will cooperate in tourism.", [({N, E}, "tourism", "planned")]),
    ("Norway cooperates with Estonia in education and mining.",
     [({N, E}, "education", "actual"), ({N, E}, "mining", "actual")]),
    ("Cooperation between Norway and Estonia is growing.", [({N, E}, None, "actual")]),
    ("Norway and Estonia discussed cooperation in the field of agriculture.", [({N, E}, "agriculture", "proposed")]),
    ("Norway agreed to deepen trade and energy cooperation with Estonia.",
     [({N, E}, "trade", "planned"), ({N, E}, "energy", "planned")]),
    ("Norway hopes to strengthen ties with Estonia in tourism.", [({N, E}, "tourism", "proposed")]),
    ("Asean-Japan cooperation has grown.", [({ASEAN, J}, None, "actual")]),
    ("Peruvian-Japanese relations are excellent.", [({P, J}, None, "actual")]),
    ("Norwegian President Ola Berg agreed to expand cooperation with Peru in fisheries.",
     [({N, P}, "fisheries", "planned")]),
    ("Japan is Peru's largest trading partner.", [({J, P}, "trade", "actual")]),
    ("Peru stressed its commitment to enhancing cooperation with Japan in science.", [({P, J}, "science", "planned")]),
    ("Norway met Estonia. The two countries agreed to cooperate in space.", [({N, E}, "space", "planned")]),
    ("Norway and Estonia do not cooperate in defence.", [({N, E}, "defence", "denied")]),
    ("Norway called for closer cooperation with Estonia on renewable energy.",
     [({N, E}, "renewable-energy", "proposed")]),
    ("Norway and Estonia signed an agreement on tourism.", [({N, E}, "tourism", "actual")]),
    ("Bilateral trade between Norway and Estonia is flourishing.", [({N, E}, "trade", "actual")]),
    ("Cooperation between ASEAN and the EU covers health, sport and culture.",
     [({ASEAN, EU}, None, "actual")]),
    ("Peru works with Japan and Norway in mining.", [({P, J, N}, "mining", "actual")]),
    ("Norway hopes to cooperate with Estonia in sport. Norway and Estonia cooperate in sport.",
     [({N, E}, "sport", "actual")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COOPERATION)
def test_cooperation(read, text, expected):
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    rows = [
        ({names[p] for p in f.parties}, f.sector and f.sector.rsplit("/", 1)[-1], f.modality)
        for f in result.facts if isinstance(f, Cooperation)
    ]  # fmt: skip
    assert sorted(rows, key=repr) == sorted(expected, key=repr)


ABSENT = [
    "Cooperation is important.",
    "Norway has a ministry of trade.",
    "Trade between Norway and Estonia reached $5 billion in 2023.",
    "Norway seeks cooperation with 35 states.",
    "Norway and Estonia celebrated the anniversary of diplomatic relations.",
    "The firm cooperated with the police.",
    "Ana Ruiz visited Peru and Japan.",
    "Norway invested heavily.",
    "The alliance grew.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_cooperation(read, text):
    assert not [f for f in read(text).facts if isinstance(f, Cooperation)]


def test_one_party_is_completed_by_the_main_pair(read):
    text = (
        "Norway and Estonia held talks in Oslo. Norway praised Estonia. Estonia thanked Norway. "
        "Norwegian Prime Minister Ola Berg promised to boost cooperation in tourism."
    )
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    (fact,) = [f for f in result.facts if isinstance(f, Cooperation)]
    assert {names[p] for p in fact.parties} == {N, E}
    assert fact.confidence < 0.7


def test_sectors_become_entities(read):
    result = read("Norway and Estonia will cooperate in tourism.")
    assert [e.name for e in result.entities if e.type == "Sector"] == ["tourism"]
