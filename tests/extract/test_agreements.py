"""Agreements: between whom, of which kind, called what, about what, when, and how sure it is."""

import pytest

from kg.model import Agreement

N, E, P, J = "Norway", "Estonia", "Peru", "Japan"
ASEAN, EU = "Association of Southeast Asian Nations", "European Union"

# The text, of 17 May 2024; parties, kind, name, sectors, date and modality of each agreement in it.
AGREEMENTS = [
    ("Norway and Estonia signed an agreement on tourism.",
     [({N, E}, "agreement", None, {"tourism"}, None, "actual")]),
    ("Norway signed a free trade agreement with Peru.",
     [({N, P}, "agreement", "free trade agreement", {"trade"}, None, "actual")]),
    ("Ministers from Norway and Peru signed a deal on aviation.",
     [({N, P}, "agreement", None, {"aviation"}, None, "actual")]),
    ("Norway and Peru inked a deal on gas.", [({N, P}, "agreement", None, {"oil-and-gas"}, None, "actual")]),
    ("Norway struck a deal with Peru.", [({N, P}, "agreement", None, set(), None, "actual")]),
    ("Norway and Peru reached an agreement in 2020.", [({N, P}, "agreement", None, set(), "2020", "actual")]),
    ("Norwegian Prime Minister Ola Berg and Peruvian President Ana Ruiz signed an agreement on justice.",
     [({N, P}, "agreement", None, {"justice"}, None, "actual")]),
    ("Norway met Peru. The two countries signed a pact.", [({N, P}, "agreement", None, set(), None, "actual")]),
    ("The two countries, Norway and Peru, signed 12 agreements.",
     [({N, P}, "agreement", None, set(), None, "actual")]),
    ("Norway and Peru signed a number of agreements on health and sport.",
     [({N, P}, "agreement", None, {"health", "sport"}, None, "actual")]),
    ("A treaty was drafted and signed by Norway and Peru.", [({N, P}, "treaty", None, set(), None, "actual")]),
    ("Norway and Peru signed a protocol.", [({N, P}, "agreement", None, set(), None, "actual")]),
    # beside nouns and in clauses
    ("The agreement that Norway reached with Peru is old.", [({N, P}, "agreement", None, set(), None, "actual")]),
    ("The agreement between Norway and Peru on energy is old.",
     [({N, P}, "agreement", None, {"energy"}, None, "actual")]),
    ("The agreement, signed by Norway and Peru on 3 May, covers fisheries.",
     [({N, P}, "agreement", None, {"fisheries"}, "2024-05-03", "actual")]),
    ("The 1998 agreement between Norway and Peru expired.",
     [({N, P}, "agreement", None, set(), "1998", "actual")]),
    ("Norway and Peru put their names to a memorandum on soil research.",
     [({N, P}, "memorandum", None, {"science"}, None, "actual")]),
    ("A free trade pact between Norway and Peru, first mooted in 2010, is back on the agenda.",
     [({N, P}, "agreement", "free trade pact", {"trade"}, "2010", "actual")]),
    ("Norway and Peru renewed until 2034 their Binational Plan.",
     [({N, P}, "plan", "Binational Plan", set(), None, "actual")]),
    ("Norway reached an understanding with Peru on migrants.",
     [({N, P}, "agreement", None, {"migration"}, None, "actual")]),
    ("Norway revived the plan with Peru, years after their first accord on railways.",
     [({N, P}, "agreement", None, {"rail"}, None, "actual")]),
    ("Peru awarded a railway concession to Andina Corporation.",
     [({P, "Andina Corporation"}, "contract", "railway concession", {"rail"}, None, "actual")]),
    ("EU and Peruvian negotiators wrapped up a trade pact.",
     [({EU, P}, "agreement", "trade pact", {"trade"}, None, "actual")]),
    # what is done under a deal
    ("Norway sells gas to Peru under a five-year contract.",
     [({N, P}, "contract", None, {"oil-and-gas"}, None, "actual")]),
    ("Norway supplies Estonia with electricity under a deal signed in May.",
     [({N, E}, "agreement", None, {"electricity"}, "2024-05", "actual")]),
    # a forum of both tells the parties
    ("They met at the Norwegian-Peruvian forum. Three memoranda on trade were exchanged.",
     [({N, P}, "memorandum", None, {"trade"}, None, "actual")]),
    # nominalisations
    ("The presidents oversaw the inking of six documents on energy between Norway and Peru.",
     [({N, P}, "agreement", None, {"energy"}, None, "actual")]),
    ("The signing of agreements with Peru pleased Norway.", [({N, P}, "agreement", None, set(), None, "actual")]),
    ("Norway welcomed the signing of an agreement with Peru on rail.",
     [({N, P}, "agreement", None, {"rail"}, None, "actual")]),
    ("Norway and Peru oversaw the signing of a memorandum on health.",
     [({N, P}, "memorandum", None, {"health"}, None, "actual")]),
    # documents that the main pair signs
    ("Norwegian Prime Minister Ola Berg met Peruvian President Ana Ruiz. Several documents were signed after talks.",
     [({N, P}, "agreement", None, set(), None, "actual")]),
    ("Norwegian Prime Minister Ola Berg met Peruvian President Ana Ruiz. The sides signed five documents.",
     [({N, P}, "agreement", None, set(), None, "actual")]),
    # what they agree to, and ties elevated
    ("Norway and Peru decided to elevate their ties to a strategic partnership.",
     [({N, P}, "agreement", "strategic partnership", set(), None, "actual")]),
    ("Norway and Peru reached an understanding on fisheries.",
     [({N, P}, "agreement", None, {"fisheries"}, None, "actual")]),
    ("Norway and Peru signed the Convention on the Status of the Baltic Sea.",
     [({N, P}, "treaty", "Convention on the Status of the Baltic Sea", set(), None, "actual")]),
    ("Norway and Peru agreed to build a railway.", [({N, P}, "agreement", None, {"rail"}, None, "actual")]),
    ("Norway and Peru agreed on fish quotas.", [({N, P}, "agreement", None, {"fisheries"}, None, "actual")]),
    ("Norway agreed with Peru on visas.", [({N, P}, "agreement", None, {"migration"}, None, "actual")]),
    ("Norway and Peru elevated their ties to a comprehensive partnership.",
     [({N, P}, "agreement", "comprehensive partnership", set(), None, "actual")]),
    ("Norway-Peru raised their ties to the level of a strategic partnership.",
     [({N, P}, "agreement", "strategic partnership", set(), None, "actual")]),
    ("Norway and Peru agreed to upgrade their relationship to a strategic partnership.",
     [({N, P}, "agreement", "strategic partnership", set(), None, "actual")]),
    # what is agreed may be a deal by its own noun
    ("Norway and Peru agreed to a ceasefire.", [({N, P}, "agreement", None, set(), None, "actual")]),
    ("Norway and Peru agreed on an action plan for tourism.",
     [({N, P}, "plan", "action plan", {"tourism"}, None, "actual")]),
    # compounds
    ("The Norway-Peru trade deal was signed on Monday.",
     [({N, P}, "agreement", "trade deal", {"trade"}, "2024-05-13", "actual")]),
    ("Estonia will profit from the Norway-Peru trade pact signed in March.",
     [({N, P}, "agreement", "trade pact", {"trade"}, "2024-03", "actual")]),
    ("The Estonian-brokered ceasefire between Norway and Peru held.",
     [({N, P}, "agreement", None, set(), None, "actual")]),
    ("Norway signed a five billion dollar deal with Peru.", [({N, P}, "agreement", None, set(), None, "actual")]),
    # the other side is who does something about it
    ("Norway called for a trade agreement with Peru.",
     [({N, P}, "agreement", "trade agreement", {"trade"}, None, "proposed")]),
    ("Norway ended a military agreement with Peru in March.",
     [({N, P}, "agreement", "military agreement", {"defence"}, "2024-03", "actual")]),
    ("Norway is in talks with Peru about a customs agreement.",
     [({N, P}, "agreement", "customs agreement", {"trade"}, None, "proposed")]),
    ("Norway and Peru held talks on a double taxation agreement.",
     [({N, P}, "agreement", "double taxation agreement", {"finance"}, None, "proposed")]),
    # those who meet in the sentence
    ("Norwegian President Ola Berg will travel to Peru, where new agreements are expected.",
     [({N, P}, "agreement", None, set(), None, "planned")]),
    ("New agreements on rail are expected during Ola Berg's trip to Peru. Ola Berg is the president of Norway.",
     [({N, P}, "agreement", None, {"rail"}, None, "planned")]),
    ("The deal was reached after talks between Norway and Peru. Japan welcomed the deal.",
     [({N, P}, "agreement", None, set(), None, "actual")]),
    # each document has its own field
    ("Norway and Peru signed a memorandum of understanding on health and a pact on aviation.",
     [({N, P}, "memorandum", None, {"health"}, None, "actual"),
      ({N, P}, "agreement", None, {"aviation"}, None, "actual")]),
    # all that makes a deal one
    ("Norway and Peru signed a partnership in security.", [({N, P}, "agreement", None, {"security"}, None, "actual")]),
    ("Norway signed a deal with Peru and Japan.", [({N, P, J}, "agreement", None, set(), None, "actual")]),
    ("Norway and Peru clinched contracts worth $2 billion in the energy sector.",
     [({N, P}, "contract", None, {"energy"}, None, "actual")]),
    ("Norway inked a letter of intent with Peru on space.", [({N, P}, "memorandum", None, {"space"}, None, "actual")]),
    ("Norway and Peru signed an executive programme in education.",
     [({N, P}, "plan", "executive programme", {"education"}, None, "actual")]),
    ("Norway revoked a military accord with Peru.",
     [({N, P}, "agreement", "military accord", {"defence"}, None, "actual")]),
    ("Norway and Peru signed a memorandum of understanding (MoU) on health.",
     [({N, P}, "memorandum", None, {"health"}, None, "actual")]),
    ("Norway and Peru met. The delegations signed an agreement on rail.",
     [({N, P}, "agreement", None, {"rail"}, None, "actual")]),
    ("Norway and Peru met. Two agreements between ministries were signed.",
     [({N, P}, "agreement", None, set(), None, "actual")]),
    # what it is for
    ("Norway clinched a deal with Peru to build a railway.", [({N, P}, "agreement", None, {"rail"}, None, "actual")]),
    ("Norway and Peru signed an agreement on the construction of a nuclear power plant.",
     [({N, P}, "agreement", None, {"nuclear-energy"}, None, "actual")]),
    ("Norway and Peru exchanged three memoranda of understanding, covering tourism and sport.",
     [({N, P}, "memorandum", None, {"sport", "tourism"}, None, "actual")]),
    # what it covers, told by a verb
    ("Norway and Peru signed a pact. The pact covers tourism and education.",
     [({N, P}, "agreement", None, {"education", "tourism"}, None, "actual")]),
    ("Norway and Peru signed long-term supply deals.",
     [({N, P}, "agreement", "long-term supply deals", set(), None, "actual")]),
    ("Norway and Peru agreed in March to meet again.", [({N, P}, "agreement", None, set(), "2024-03", "actual")]),
    # memoranda
    ("Norway and Estonia signed a memorandum of understanding on mining.",
     [({N, E}, "memorandum", None, {"mining"}, None, "actual")]),
    ("Norway and Peru exchanged memoranda of understanding on education.",
     [({N, P}, "memorandum", None, {"education"}, None, "actual")]),
    ("Norwegian and Peruvian ministers signed a memorandum of cooperation in labour.",
     [({N, P}, "memorandum", None, {"labour"}, None, "actual")]),
    # treaties and contracts
    ("A treaty was signed by Norway and Estonia.", [({N, E}, "treaty", None, set(), None, "actual")]),
    ("Norway and Peru ratified the Fjord Treaty in 2019.",
     [({N, P}, "treaty", "Fjord Treaty", set(), "2019", "actual")]),
    ("Norway and Peru concluded a tax treaty on May 3.",
     [({N, P}, "treaty", "tax treaty", {"finance"}, "2024-05-03", "actual")]),
    ("The Norwegian company Fjordkraft signed a contract with the Peruvian company Andina.",
     [({"Fjordkraft", "Andina"}, "contract", None, set(), None, "actual")]),
    # declarations: one body may adopt them alone
    ("Norway and Estonia adopted a joint declaration.",
     [({N, E}, "declaration", "joint declaration", set(), None, "actual")]),
    ("Norway and Peru issued a joint statement.",
     [({N, P}, "declaration", "joint statement", set(), None, "actual")]),
    ("Norway and Peru released a joint communique on water.",
     [({N, P}, "declaration", "joint communique", {"water"}, None, "actual")]),
    ("Norway and Peru signed the Oslo Declaration.",
     [({N, P}, "declaration", "Oslo Declaration", set(), None, "actual")]),
    ("ASEAN adopted a declaration on culture.", [({ASEAN}, "declaration", None, {"culture"}, None, "actual")]),
    ("Norway and Peru adopted a resolution.", [({N, P}, "declaration", None, set(), None, "actual")]),
    # loans and plans
    ("Norway signed a loan agreement with Japan.", [({N, J}, "loan", "loan agreement", set(), None, "actual")]),
    ("The World Bank approved a loan agreement with Peru.",
     [({"World Bank", P}, "loan", "loan agreement", set(), None, "actual")]),
    ("Norway and Japan approved an action plan.", [({N, J}, "plan", "action plan", set(), None, "actual")]),
    ("ASEAN and the EU adopted a plan of action.", [({ASEAN, EU}, "plan", "plan of action", set(), None, "actual")]),
    ("A roadmap was adopted by Norway and Peru.", [({N, P}, "plan", None, set(), None, "actual")]),
]  # fmt: skip

NOT_YET = [
    ("Norway and Peru are about to conclude a treaty.", [({N, P}, "treaty", None, set(), None, "planned")]),
    ("Norway and Peru are on the verge of signing a pact.", [({N, P}, "agreement", None, set(), None, "proposed")]),
    ("Norway and Peru have yet to sign the treaty.", [({N, P}, "treaty", None, set(), None, "denied")]),
    ("Norway said that it would sign a pact with Peru.", [({N, P}, "agreement", None, set(), None, "planned")]),
    ("Norway and Peru are close to a tax treaty.",
     [({N, P}, "treaty", "tax treaty", {"finance"}, None, "proposed")]),
    ("Norway will sign a contract with Japan.", [({N, J}, "contract", None, set(), None, "planned")]),
    ("Norway and Peru are expected to sign an agreement on fisheries.",
     [({N, P}, "agreement", None, {"fisheries"}, None, "planned")]),
    ("Norway and Peru plan to sign a memorandum of understanding.",
     [({N, P}, "memorandum", None, set(), None, "planned")]),
    ("Norway and Peru will soon sign a treaty on extradition.",
     [({N, P}, "treaty", None, {"justice"}, None, "planned")]),
    ("Norway and Peru discussed a bilateral agreement on education.",
     [({N, P}, "agreement", None, {"education"}, None, "proposed")]),
    ("Norway and Peru are negotiating a free trade agreement.",
     [({N, P}, "agreement", "free trade agreement", {"trade"}, None, "proposed")]),
    ("Norway hopes to conclude an agreement with Peru this year.",
     [({N, P}, "agreement", None, set(), "2024", "proposed")]),
    ("Norway proposed a treaty with Peru.", [({N, P}, "treaty", None, set(), None, "proposed")]),
    ("Peru rejected a deal with Norway.", [({N, P}, "agreement", None, set(), None, "denied")]),
    ("Norway may sign a pact with Peru.", [({N, P}, "agreement", None, set(), None, "proposed")]),
    ("Norway is ready to sign an agreement with Peru.", [({N, P}, "agreement", None, set(), None, "proposed")]),
    ("If Norway signs the treaty with Peru, fish will be cheap.",
     [({N, P}, "treaty", None, set(), None, "proposed")]),
    ("Peru turned down a customs agreement with Norway.",
     [({N, P}, "agreement", "customs agreement", {"trade"}, None, "denied")]),
    ("Norway met Peru in Oslo. There is no lithium deal.",
     [({N, P}, "agreement", "lithium deal", {"mining"}, None, "denied")]),
    ("Norway did not sign the agreement with Peru.", [({N, P}, "agreement", None, set(), None, "denied")]),
    ("Norway and Peru have not signed the treaty.", [({N, P}, "treaty", None, set(), None, "denied")]),
    ("No agreement was signed by Norway and Peru.", [({N, P}, "agreement", None, set(), None, "denied")]),
    ("Norway refused to sign the accord with Peru.", [({N, P}, "agreement", None, set(), None, "denied")]),
    ("Norway and Peru failed to reach an agreement.", [({N, P}, "agreement", None, set(), None, "denied")]),
    ("Peru denied that it had signed an agreement with Norway.",
     [({N, P}, "agreement", None, set(), None, "denied")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*AGREEMENTS, *NOT_YET])
def test_agreements(agreements_in, text, expected):
    assert sorted(agreements_in(text), key=repr) == sorted(expected, key=repr)


ABSENT = [
    # no parties, or none known
    "The agreement is good.",
    "The customs agreement entered into force.",
    "There is no deal.",
    "The firm signed a contract.",
    "Norway has a contract.",
    "Norway announced a plan.",
    "Norway praised the agreement.",
    "Norway agreed.",
    "An agreement signed by 35 states is old, Norway said.",
    "Peru likes Norway. Peru's pacts with other countries are old.",
    "Norway met Peru. Norway agreed that the war must end.",
    "Norway agreed with Peru that the war must end.",
    "In agreement with Peru, Norway closed the port.",
    "Norway said it would suspend the Black Sea tariff deal.",
    "EU leaders agreed to open talks with Peru.",
    "Norway and Peru are neighbours. Estonia tried to broker a deal.",
    # what stands beside a list of deals
    "Norway and Peru met. The documents include a letter.",
    "Norway's parliament and Peru spoke of a plea deal.",
    "The Norwegian parliament adopted a Peruvian fisheries resolution.",
    # done under what was told before, or by one alone
    "Under the agreement, Norway will build a port in Peru.",
    "Norway closed a port under a deal.",
    "Norway's farmers have a long history, and their pact is old.",
    # other things are signed
    "Ana Ruiz signed a letter.",
    "Ana Ruiz signed a decree.",
    "Ana Ruiz signed a law on trade with Norway.",
    "Ana Ruiz signed the guest book in Norway.",
    "Norway signed a player from Peru.",
    # other senses
    "There was broad agreement in Peru.",
    "Ana Ruiz agreed with the critics.",
    "Norway made a statement about Peru.",
    "Norway declared that Peru was right.",
    "It is a great deal of money, Norway told Peru.",
    "It is a big deal for Norway and Peru.",
    "Norway deals with Peru.",
    "Norway and Peru share a plan.",
    # names with a treaty in them
    "Norway's Peru Agreement Office opened.",
    "The Treaty of Lima is displayed in Norway.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_agreement(agreements_in, text):
    assert agreements_in(text) == []


def test_a_party_from_the_context_is_less_sure(read):
    named, told = (
        [f.confidence for f in read(text).facts if isinstance(f, Agreement)]
        for text in (
            "Norway and Peru signed a document.",
            "Norway praised Peru. Peru thanked Norway. A document was signed.",
        )
    )
    assert told[0] < named[0]
