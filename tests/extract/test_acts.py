"""Other acts of one party towards another, by PLOVER's roots."""

import pytest

from kg.model import Act

A, B = "Ana Ruiz", "Ola Berg"

# The text; actor, root, target and modality of each act in it.
ACTS = [
    # SUPPORT: praise, thanks, backing, what is welcomed
    ("Ana Ruiz praised Norway.", [(A, "SUPPORT", "Norway", "actual")]),
    ("Ana Ruiz praised Norway's reforms.", [(A, "SUPPORT", "Norway", "actual")]),
    ("Ana Ruiz praised Ola Berg's leadership.", [(A, "SUPPORT", B, "actual")]),
    ("Ana Ruiz congratulated Ola Berg.", [(A, "SUPPORT", B, "actual")]),
    ("Ana Ruiz expressed gratitude to Norway.", [(A, "SUPPORT", "Norway", "actual")]),
    ("Ana Ruiz expressed condolences to Norway.", [(A, "SUPPORT", "Norway", "actual")]),
    ("Ana Ruiz voiced solidarity with Norway.", [(A, "SUPPORT", "Norway", "actual")]),
    ("Peru thanked Norway for its support.", [("Peru", "SUPPORT", "Norway", "actual")]),
    ("Peru expressed support for Norway.", [("Peru", "SUPPORT", "Norway", "actual")]),
    ("Peru reaffirmed its support for Norway.", [("Peru", "SUPPORT", "Norway", "actual")]),
    ("Peru has the full support of Norway.", [("Norway", "SUPPORT", "Peru", "actual")]),
    ("Norway enjoys Peru's backing.", [("Peru", "SUPPORT", "Norway", "actual")]),
    ("Peru backs Norway's bid for the OECD.", [("Peru", "SUPPORT", "Norway", "actual")]),
    ("Peru recognised Norway.", [("Peru", "SUPPORT", "Norway", "actual")]),
    ("Peru welcomed Norway's decision.", [("Peru", "SUPPORT", "Norway", "actual")]),
    ("Peru welcomed Norway's decision to lower tariffs.", [("Peru", "SUPPORT", "Norway", "actual")]),
    ("The Norwegian-backed Peruvian government fell.", [("Norway", "SUPPORT", "Peru", "actual")]),
    ("The Peruvian-backed reforms of Norway failed.", [("Peru", "SUPPORT", "Norway", "actual")]),
    # ACCUSE
    ("Peru condemned Norway.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Peru condemned the policy of Norway.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Peru accused Norway of meddling.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Peru blamed Norway for the crisis.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Norway was criticised by Peru.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Peru criticised and condemned Norway.", [("Peru", "ACCUSE", "Norway", "actual")]),
    # REQUEST: what is asked, urged, invited
    ("Ana Ruiz invited Ola Berg to Lima.", [(A, "REQUEST", B, "actual")]),
    ("Ana Ruiz extended an invitation to Ola Berg to visit Peru.", [(A, "REQUEST", B, "actual")]),
    ("At the invitation of Ana Ruiz, Ola Berg visited Lima.", [(A, "REQUEST", B, "actual")]),
    ("Ola Berg visited Lima at the invitation of Ana Ruiz.", [(A, "REQUEST", B, "actual")]),
    ("Ana Ruiz called on Norway to act.", [(A, "REQUEST", "Norway", "actual")]),
    ("Peru asked Norway for help.", [("Peru", "REQUEST", "Norway", "actual")]),
    ("Peru urged Norway to end the blockade.", [("Peru", "REQUEST", "Norway", "actual")]),
    ("Peru appealed to Norway to act.", [("Peru", "REQUEST", "Norway", "actual")]),
    ("Mia Kask said Peru had left and urged Norway to wait.", [("Mia Kask", "REQUEST", "Norway", "actual")]),
    # AID
    ("Peru sent weapons to Norway.", [("Peru", "AID", "Norway", "actual")]),
    ("Peru provided humanitarian aid to Norway.", [("Peru", "AID", "Norway", "actual")]),
    ("Peru provided Norway with medicine.", [("Peru", "AID", "Norway", "actual")]),
    ("Peru donated vaccines to Norway.", [("Peru", "AID", "Norway", "actual")]),
    ("Peru handed over ten ambulances to Norway.", [("Peru", "AID", "Norway", "actual")]),
    ("Peru granted Norway a loan.", [("Peru", "AID", "Norway", "actual")]),
    ("Peru trained Norwegian officers.", [("Peru", "AID", "Norway", "actual")]),
    # REJECT, PROTEST, THREATEN
    ("Peru rejected Norway's proposal.", [("Peru", "REJECT", "Norway", "actual")]),
    ("Peru opposed Norway's plan.", [("Peru", "REJECT", "Norway", "actual")]),
    ("Peru lodged a protest with Norway.", [("Peru", "PROTEST", "Norway", "actual")]),
    ("Peru summoned the Norwegian ambassador.", [("Peru", "PROTEST", "Norway", "actual")]),
    ("Peru threatened Norway with tariffs.", [("Peru", "THREATEN", "Norway", "actual")]),
    ("Peru warned Norway.", [("Peru", "THREATEN", "Norway", "actual")]),
    # SANCTION and, where they are lifted, CONCEDE
    ("Peru imposed sanctions on Norway.", [("Peru", "SANCTION", "Norway", "actual")]),
    ("Sanctions imposed by Peru on Norway remain.", [("Peru", "SANCTION", "Norway", "actual")]),
    ("Peru broke off relations with Norway.", [("Peru", "SANCTION", "Norway", "actual")]),
    ("Peru severed ties with Norway.", [("Peru", "SANCTION", "Norway", "actual")]),
    ("Peru recalled its ambassador from Norway.", [("Peru", "SANCTION", "Norway", "actual")]),
    ("Peru expelled Norwegian diplomats.", [("Peru", "SANCTION", "Norway", "actual")]),
    ("Peru lifted sanctions on Norway.", [("Peru", "CONCEDE", "Norway", "actual")]),
    ("Peru eased restrictions on Norway.", [("Peru", "CONCEDE", "Norway", "actual")]),
    ("Peru apologised to Norway.", [("Peru", "CONCEDE", "Norway", "actual")]),
    ("Peru freed Ola Berg.", [("Peru", "CONCEDE", B, "actual")]),
    # force
    ("Peru invaded Norway.", [("Peru", "ASSAULT", "Norway", "actual")]),
    ("Peruvian troops invaded Norway.", [("Peru", "ASSAULT", "Norway", "actual")]),
    ("Peru's invasion of Norway was long ago.", [("Peru", "ASSAULT", "Norway", "actual")]),
    ("Peru's attack on Norway was brutal.", [("Peru", "ASSAULT", "Norway", "actual")]),
    ("Peru bombed Norway's ports.", [("Peru", "ASSAULT", "Norway", "actual")]),
    ("Peru fired missiles at Norway.", [("Peru", "ASSAULT", "Norway", "actual")]),
    ("Peru launched rockets at Norway on Monday.", [("Peru", "ASSAULT", "Norway", "actual")]),
    ("Norway, Peru said, attacked Chile.", [("Norway", "ASSAULT", "Chile", "actual")]),
    ("Peru deployed troops to Norway.", [("Peru", "MOBILIZE", "Norway", "actual")]),
    ("Peru withdrew from Norway.", [("Peru", "RETREAT", "Norway", "actual")]),
    ("Peru pulled its troops out of Norway.", [("Peru", "RETREAT", "Norway", "actual")]),
    ("Peru detained Ola Berg.", [("Peru", "COERCE", B, "actual")]),
    # one row per actor, root and target
    ("Peru condemned Norway. Peru condemned Norway again.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Peru imposed tariffs on Norway and Chile.",
     [("Peru", "SANCTION", "Norway", "actual"), ("Peru", "SANCTION", "Chile", "actual")]),
    ("Ana Ruiz and Ola Berg condemned Chile.", [(A, "ACCUSE", "Chile", "actual"), (B, "ACCUSE", "Chile", "actual")]),
    ("Peru mediated between Norway and Chile.",
     [("Peru", "CONSULT", "Norway", "actual"), ("Peru", "CONSULT", "Chile", "actual")]),
    ("Peru condemned Norway's attack on Chile.",
     [("Norway", "ASSAULT", "Chile", "actual"), ("Peru", "ACCUSE", "Norway", "actual")]),
]  # fmt: skip

# What each group of words tells, in the forms that news gives them.
MORE = [
    # SUPPORT
    ("Peru paid tribute to Norway.", [("Peru", "SUPPORT", "Norway", "actual")]),
    ("Peru stands by Norway.", [("Peru", "SUPPORT", "Norway", "actual")]),
    ("Peru awarded Ola Berg the Order of the Sun.", [("Peru", "SUPPORT", B, "actual")]),
    ("Peru opened an embassy in Norway.", [("Peru", "SUPPORT", "Norway", "actual")]),
    ("Ana Ruiz conveyed Norway's support for Chile.", [("Norway", "SUPPORT", "Chile", "actual")]),
    # REQUEST
    ("Ana Ruiz demanded that Norway leave.", [(A, "REQUEST", "Norway", "actual")]),
    ("Ana Ruiz said Norway must leave Chile.", [(A, "REQUEST", "Norway", "actual")]),
    ("Peru recommended that Norway reform its banks.", [("Peru", "REQUEST", "Norway", "actual")]),
    ("Peru told Norway to leave.", [("Peru", "REQUEST", "Norway", "actual")]),
    ("Peru asked for Norway's help.", [("Peru", "REQUEST", "Norway", "actual")]),
    ("Ana Ruiz requested aid from Norway.", [(A, "REQUEST", "Norway", "actual")]),
    ("Ola Berg sought asylum in Peru.", [(B, "REQUEST", "Peru", "actual")]),
    ("Ola Berg accepted Ana Ruiz's invitation.", [(A, "REQUEST", B, "actual")]),
    ("Ola Berg received an invitation from Ana Ruiz.", [(A, "REQUEST", B, "actual")]),
    ("Peru was urged by Norway to leave.", [("Norway", "REQUEST", "Peru", "actual")]),
    # ACCUSE
    ("Peru opened an investigation into Norway.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("The lawsuit filed by Peru against Norway failed.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("An investigation into Peru was opened by Norway.", [("Norway", "ACCUSE", "Peru", "actual")]),
    ("Peru is under investigation by Norway.", [("Norway", "ACCUSE", "Peru", "actual")]),
    ("Peru blamed the crisis on Norway.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Peru faces criticism from Norway.", [("Norway", "ACCUSE", "Peru", "actual")]),
    ("Peru called for sanctions against Norway.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("Ana Ruiz repeated Chile's attacks on Norway.", [(A, "ACCUSE", "Norway", "actual")]),
    ("A Peruvian statement condemned Norway.", [("Peru", "ACCUSE", "Norway", "actual")]),
    ("In a letter to Norway, Peru complained about Chile.", [("Peru", "ACCUSE", "Chile", "actual")]),
    # who is accused or praised does what the gerund tells
    ("Peru accused Norway of attacking Chile.",
     [("Peru", "ACCUSE", "Norway", "actual"), ("Norway", "ASSAULT", "Chile", "actual")]),
    ("Peru praised Norway for helping Chile.",
     [("Peru", "SUPPORT", "Norway", "actual"), ("Norway", "AID", "Chile", "actual")]),
    # REJECT
    ("Peru's parliament voted against Norway's plan.", [("Peru", "REJECT", "Norway", "actual")]),
    ("Peru denied Norway access to its ports.", [("Peru", "REJECT", "Norway", "actual")]),
    ("Peru reneged on its promise to Norway.", [("Peru", "REJECT", "Norway", "actual")]),
    # THREATEN: what is threatened is not done
    ("Peru threatened to invade Norway.", [("Peru", "THREATEN", "Norway", "actual")]),
    ("Peru threatened to impose tariffs on Norway.", [("Peru", "THREATEN", "Norway", "actual")]),
    ("Peru issued an ultimatum to Norway.", [("Peru", "THREATEN", "Norway", "actual")]),
    # PROTEST
    ("Norway staged a protest against Peru.", [("Norway", "PROTEST", "Peru", "actual")]),
    ("Ana Ruiz started a hunger strike against Norway.", [(A, "PROTEST", "Norway", "actual")]),
    # SANCTION and CONCEDE: the light verb tells
    ("Peru suspended aid to Norway.", [("Peru", "SANCTION", "Norway", "actual")]),
    ("Peru announced a suspension of aid to Norway.", [("Peru", "SANCTION", "Norway", "actual")]),
    ("Peru closed its embassy in Norway.", [("Peru", "SANCTION", "Norway", "actual")]),
    ("Peru lifted its blockade of Norway.", [("Peru", "CONCEDE", "Norway", "actual")]),
    ("Peru allowed Norway to fish.", [("Peru", "CONCEDE", "Norway", "actual")]),
    ("Peru accepted Norway's demand.", [("Peru", "CONCEDE", "Norway", "actual")]),
    ("Peru agreed to the demands of Norway.", [("Peru", "CONCEDE", "Norway", "actual")]),
    ("Peru returned the statues to Norway.", [("Peru", "CONCEDE", "Norway", "actual")]),
    # AID
    ("Peru gave 5 million dollars to Norway.", [("Peru", "AID", "Norway", "actual")]),
    ("Peru provided $2 million in aid to Norway.", [("Peru", "AID", "Norway", "actual")]),
    ("Peru offered loans to help upgrade Norwegian railways.", [("Peru", "AID", "Norway", "proposed")]),
    ("Peru sent peacekeepers to Norway.", [("Peru", "AID", "Norway", "actual")]),
    ("Peru received loans from Norway.", [("Norway", "AID", "Peru", "actual")]),
    ("Norway is Peru's largest donor.", [("Norway", "AID", "Peru", "actual")]),
    ("As a donor to Peru, Norway has a say.", [("Norway", "AID", "Peru", "actual")]),
    # COOPERATE
    ("Peru shared intelligence with Norway.", [("Peru", "COOPERATE", "Norway", "actual")]),
    ("Peru extradited Ola Berg to Norway.", [("Peru", "COOPERATE", "Norway", "actual")]),
    # force
    ("Peru massed troops along Norway's border.", [("Peru", "MOBILIZE", "Norway", "actual")]),
    ("Norwegian police arrested Ana Ruiz.", [("Norway", "COERCE", A, "actual")]),
    ("Authorities in Norway detained Ana Ruiz.", [("Norway", "COERCE", A, "actual")]),
    ("A Norwegian court jailed Ana Ruiz.", [("Norway", "COERCE", A, "actual")]),
    ("Peruvian troops clashed with Norwegian soldiers.", [("Peru", "ASSAULT", "Norway", "actual")]),
    ("Peru came under attack from Norway.", [("Norway", "ASSAULT", "Peru", "actual")]),
    ("The killing of Ola Berg by Peruvian soldiers angered Norway.", [("Peru", "ASSAULT", B, "actual")]),
    ("Peru responded with a bombardment of Norway.", [("Peru", "ASSAULT", "Norway", "actual")]),
]  # fmt: skip

FURTHER = [
    ("Norway vowed full support for Peru.", [("Norway", "SUPPORT", "Peru", "planned")]),
    ("Norway will provide 15 billion kroner in aid to Peru.", [("Norway", "AID", "Peru", "planned")]),
    ("Norway sent ten howitzers to Peru.", [("Norway", "AID", "Peru", "actual")]),
    ("Norway supports Peru's Green Coast Initiative.", [("Norway", "SUPPORT", "Peru", "actual")]),
    ("Norway lifted its veto on Peru's accession.", [("Norway", "CONCEDE", "Peru", "actual")]),
    ("Norway's aid to Peru was vetoed.", [("Norway", "AID", "Peru", "denied")]),
    ("They saw Norway-backed railways in Peru.", []),
]

NOT_YET = [
    ("Ana Ruiz will visit Norway in June at the invitation of Ola Berg.",
     [("Ola Berg", "REQUEST", "Ana Ruiz", "actual")]),
    ("Peru will impose sanctions on Norway.", [("Peru", "SANCTION", "Norway", "planned")]),
    ("Peru will send medicine to Norway.", [("Peru", "AID", "Norway", "planned")]),
    ("Peru pledged $5 million to Norway.", [("Peru", "AID", "Norway", "planned")]),
    ("Peru pledged aid to Norway.", [("Peru", "AID", "Norway", "planned")]),
    ("Peru promised to help Norway.", [("Peru", "AID", "Norway", "planned")]),
    ("Peru may back Norway.", [("Peru", "SUPPORT", "Norway", "proposed")]),
    ("Peru said it would back Norway.", [("Peru", "SUPPORT", "Norway", "planned")]),
    ("Peru could impose sanctions on Norway.", [("Peru", "SANCTION", "Norway", "proposed")]),
    ("If Peru attacks Norway, Chile will watch.", [("Peru", "ASSAULT", "Norway", "proposed")]),
    ("Peru has never condemned Norway.", [("Peru", "ACCUSE", "Norway", "denied")]),
    ("Peru did not condemn Norway.", [("Peru", "ACCUSE", "Norway", "denied")]),
    ("Peru denied that it had attacked Norway.", [("Peru", "ASSAULT", "Norway", "denied")]),
    ("Peru refused to send weapons to Norway.", [("Peru", "AID", "Norway", "denied")]),
]  # fmt: skip


def _rows(result):
    names = {e.iri: e.name for e in result.entities}
    acts = [f for f in result.facts if isinstance(f, Act)]
    return sorted((names[f.actor], f.plover, f.target and names[f.target], f.modality) for f in acts)


@pytest.mark.parametrize(("text", "expected"), [*ACTS, *MORE, *FURTHER, *NOT_YET])
def test_acts(read, text, expected):
    assert _rows(read(text)) == sorted(expected)


ABSENT = [
    # a bare war is none
    "The war between Peru and Norway was long.",
    "Peru's war with Norway began in 1999.",
    # no target that is a party
    "Ana Ruiz praised the weather.",
    "Ana Ruiz invited experts.",
    "Ana Ruiz invited criticism.",
    "Ana Ruiz asked a question.",
    "Ana Ruiz asked whether Norway would win.",
    "Ana Ruiz asked about Norway.",
    "Ana Ruiz supported her mother.",
    "Ana Ruiz defended her record in Norway.",
    "The talks support peace.",
    "Peru backed the invasion of Norway.",
    "Peru recognised the need for talks with Norway.",
    "Peru rejected the plan.",
    "Peru banned smoking.",
    "Peru trained in Norway.",
    # no actor that is a party
    "Critics condemned Norway.",
    "Norway's critics praised Peru.",
    "The film praised Norway.",
    "The ball struck Norway.",
    "The attack was condemned.",
    # other senses, and what has rows of its own
    "Ana Ruiz struck a deal with Norway.",
    "Workers went on strike in Norway.",
    "A strike hit Norway.",
    "Peru's support group met in Norway.",
    "Peru sent a delegation to Norway.",
    "Peru welcomed Ola Berg to Lima.",
    "Ana Ruiz welcomed guests to Norway.",
    "Ana Ruiz called on Ola Berg in Lima.",
    "Ola Berg returned to Norway.",
    "Peru told Norway that the ship had left.",
    "Ana Ruiz said a ship must leave Norway.",
    "Ana Ruiz said the policy of Norway must change.",
    "Ana Ruiz said that Norway would leave.",
    "Norwegian rebels attacked Peru.",
    "The aid to Norway was suspended.",
    "Peru left Norway.",
    "Peru gave Norway a map.",
    "Peru seeks shelter.",
    "The company captured 10 percent of sales in Norway.",
    # nobody acts on himself, nor on a pair that he is of
    "Peru said the two countries must act. Peru and Norway trade.",
    "Peruvian President Ana Ruiz praised Peru.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_act(read, text):
    assert _rows(read(text)) == []


def test_the_kind_is_the_class_of_the_frame(read):
    (act,) = [f for f in read("Peru welcomed Norway's decision.").facts if isinstance(f, Act)]
    assert act.kind == "https://w3id.org/communique/ontology#Support"
    assert act.rule == "act/welcome"


# The text and the words that show its act.
EVIDENCE = [
    ("After the talks, Peru praised the efforts of Norway in May.", "Peru praised the efforts of Norway"),
    ("After the talks, Ana Ruiz said Norway must leave Chile.", "Ana Ruiz said Norway must leave"),
    ("In May the statement said Peru suspended its aid to Norway for good.", "Peru suspended its aid to Norway"),
]


@pytest.mark.parametrize(("text", "expected"), EVIDENCE)
def test_evidence(read, text, expected):
    (act,) = [f for f in read(text).facts if isinstance(f, Act)]
    assert text[act.evidence.start : act.evidence.end] == expected
