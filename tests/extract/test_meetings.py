"""Meetings: who meets whom, where, when, in which form, and how sure it is."""

import pytest

from kg.model import Meeting

A, B, C = "Ana Ruiz", "Ola Berg", "Mia Kask"
PERU, NORWAY, ESTONIA = "Peruvian President Ana Ruiz", "Norwegian Prime Minister Ola Berg", "Estonian Minister Mia Kask"
SUMMIT = "Pacific Summit"

# The sentence, in an article of Friday 17 May 2024; participants, place, date, kind and modality of each meeting.
MEETINGS = [
    ("President Ana Ruiz met Prime Minister Ola Berg in Lima.", [({A, B}, "Lima", None, "bilateral", "actual")]),
    ("President Ana Ruiz met with Ola Berg.", [({A, B}, None, None, "bilateral", "actual")]),
    ("Ana Ruiz and Ola Berg met in Nairobi.", [({A, B}, "Nairobi", None, "bilateral", "actual")]),
    ("Ana Ruiz and Ola Berg held talks in Oslo on May 14.", [({A, B}, "Oslo", "2024-05-14", "bilateral", "actual")]),
    ("OSLO, May 16 – Norwegian Prime Minister Ola Berg met Peruvian President Ana Ruiz here on Thursday.",
     [({A, B}, "Oslo", "2024-05-16", "bilateral", "actual")]),
    ("Talks between Ana Ruiz and Ola Berg were held in Lima.", [({A, B}, "Lima", None, "bilateral", "actual")]),
    ("At a meeting with Ola Berg, Ana Ruiz praised the pact.", [({A, B}, None, None, "bilateral", "actual")]),
    ("Following talks with Ola Berg, Ana Ruiz left.", [({A, B}, None, None, "bilateral", "actual")]),
    ("Ana Ruiz's meeting with Ola Berg was long.", [({A, B}, None, None, "bilateral", "actual")]),
    ("The meeting was attended by Ana Ruiz and Ola Berg.", [({A, B}, None, None, "bilateral", "actual")]),
    ("Ana Ruiz held a series of meetings with Ola Berg.", [({A, B}, None, None, "bilateral", "actual")]),
    ("Ana Ruiz, Ola Berg and Mia Kask met in Oslo.", [({A, B, C}, "Oslo", None, "bilateral", "actual")]),
    ("Ana Ruiz had lunch with Ola Berg.", [({A, B}, None, None, "bilateral", "actual")]),
    ("Ana Ruiz conferred with Ola Berg.", [({A, B}, None, None, "bilateral", "actual")]),
    ("Ana Ruiz negotiated with Ola Berg.", [({A, B}, None, None, "bilateral", "actual")]),
    ("Ana Ruiz discussed fish quotas with Ola Berg.", [({A, B}, None, None, "bilateral", "actual")]),
    ("Ana Ruiz was received by Ola Berg in Lima.", [({A, B}, "Lima", None, "bilateral", "actual")]),
    ("Ana Ruiz hosted Ola Berg for talks in Lima.", [({A, B}, "Lima", None, "bilateral", "actual")]),
    ("Ana Ruiz welcomed Ola Berg in Lima.", [({A, B}, "Lima", None, "bilateral", "actual")]),
    ("Ana Ruiz called on Ola Berg in Lima.", [({A, B}, "Lima", None, "bilateral", "actual")]),
    ("Ana Ruiz, who met Ola Berg in May, smiled.", [({A, B}, None, "2024-05", "bilateral", "actual")]),
    ("Ana Ruiz met Ola Berg. The meeting between Ana Ruiz and Ola Berg took place in Lima.",
     [({A, B}, "Lima", None, "bilateral", "actual")]),
    ("Ana Ruiz met Ola Berg, the ministry said, and Mia Kask met Eva Lind.",
     [({A, B}, None, None, "bilateral", "actual"), ({C, "Eva Lind"}, None, None, "bilateral", "actual")]),
    ("Ana Ruiz dined with Ola Berg in Lima.", [({A, B}, "Lima", None, "bilateral", "actual")]),
    ("Ola Berg, with whom Ana Ruiz lunched on Monday, smiled.", [({A, B}, None, "2024-05-13", "bilateral", "actual")]),
    ("Ana Ruiz saw Ola Berg on Monday.", [({A, B}, None, "2024-05-13", "bilateral", "actual")]),
    ("The reception of Ana Ruiz by Ola Berg took place on Monday.",
     [({A, B}, None, "2024-05-13", "bilateral", "actual")]),
    ("Ola Berg hosted a reception for Ana Ruiz.", [({A, B}, None, None, "bilateral", "actual")]),
    ("Ola Berg granted Ana Ruiz an audience on Monday.", [({A, B}, None, "2024-05-13", "bilateral", "actual")]),
    ("Ana Ruiz's summit with Ola Berg lasted two hours.", [({A, B}, None, None, "bilateral", "actual")]),
    # a noun with one side only: the other is whom the text is about
    ("Ana Ruiz flew home. There was no meeting with Ola Berg.", [({A, B}, None, None, "bilateral", "denied")]),
    # another one, before
    ("Ana Ruiz will meet Ola Berg in Oslo. Ana Ruiz last met Ola Berg in Lima in May 2023.",
     [({A, B}, "Oslo", None, "bilateral", "planned"), ({A, B}, "Lima", "2023-05", "bilateral", "actual")]),
    ("Ana Ruiz met Ola Berg on Monday, as they could not speak by phone.",
     [({A, B}, None, "2024-05-13", "bilateral", "actual")]),
    ("Visiting President Ana Ruiz called on Ola Berg.", [({A, B}, None, None, "bilateral", "actual")]),
    ("Ana Ruiz exchanged views with Ola Berg.", [({A, B}, None, None, "bilateral", "actual")]),
    ("A meeting between Ana Ruiz and Ola Berg is on the agenda.", [({A, B}, None, None, "bilateral", "planned")]),
    ("No meeting between Ana Ruiz and Ola Berg is on the agenda.", [({A, B}, None, None, "bilateral", "denied")]),
    ("Had Ana Ruiz met Ola Berg, trade would have grown.", [({A, B}, None, None, "bilateral", "denied")]),
    ("Ana Ruiz was to have met Ola Berg on Monday.", [({A, B}, None, "2024-05-13", "bilateral", "denied")]),
    ("Ana Ruiz met the oil firm Kongsvik ASA.", [({A, "Kongsvik ASA"}, None, None, "other", "actual")]),
    ("Ola Berg will play host to Ana Ruiz in Lima.", [({A, B}, "Lima", None, "bilateral", "planned")]),
    ("Ola Berg hosted a dinner for Ana Ruiz.", [({A, B}, None, None, "bilateral", "actual")]),
    ("It is unclear whether Ana Ruiz will meet Ola Berg.", [({A, B}, None, None, "bilateral", "proposed")]),
    ("Plans for a meeting between Ana Ruiz and Ola Berg were dropped.", [({A, B}, None, None, "bilateral", "denied")]),
    # calls
    ("Ana Ruiz spoke with Ola Berg by phone on Monday.", [({A, B}, None, "2024-05-13", "call", "actual")]),
    ("Ana Ruiz held a phone call with Ola Berg.", [({A, B}, None, None, "call", "actual")]),
    ("Ana Ruiz held a video conference with Ola Berg.", [({A, B}, None, None, "call", "actual")]),
    ("Ana Ruiz telephoned Ola Berg on Wednesday.", [({A, B}, None, "2024-05-15", "call", "actual")]),
    ("In a phone call with Ola Berg, Ana Ruiz praised the pact.", [({A, B}, None, None, "call", "actual")]),
    ("Ana Ruiz and Ola Berg spoke by phone.", [({A, B}, None, None, "call", "actual")]),
    # interviews
    ("Ana Ruiz said in an interview with The Lima Times that talks would go on.",
     [({A, "Lima Times"}, None, None, "interview", "actual")]),
    ("“We are ready,” Ana Ruiz told the BBC.", [({A, "BBC"}, None, None, "interview", "actual")]),
    ("Ana Ruiz told Alpine Radio that talks would go on.",
     [({A, "Alpine Radio"}, None, None, "interview", "actual")]),
    ("“We will not wait,” Ana Ruiz told Reuters on Friday.",
     [({A, "Reuters"}, None, "2024-05-17", "interview", "actual")]),
    ("Ana Ruiz gave an interview to The Oslo Post.", [({A, "Oslo Post"}, None, None, "interview", "actual")]),
    # several one-to-one meetings give a row a pair; several countries' people met together do not
    ("Ana Ruiz held separate talks with Ola Berg and Mia Kask.",
     [({A, B}, None, None, "bilateral", "actual"), ({A, C}, None, None, "bilateral", "actual")]),
    (f"{PERU} met {NORWAY} and {ESTONIA} in Lima.",
     [({A, B}, "Lima", None, "bilateral", "actual"), ({A, C}, "Lima", None, "bilateral", "actual")]),
    (f"{PERU} held bilateral meetings with {NORWAY} and {ESTONIA}.",
     [({A, B}, None, None, "bilateral", "actual"), ({A, C}, None, None, "bilateral", "actual")]),
    (f"{PERU} met jointly with {NORWAY} and {ESTONIA}.", [({A, B, C}, None, None, "bilateral", "actual")]),
    (f"{PERU} met with King Aro of Norway and {NORWAY}.", [({A, "Aro", B}, None, None, "bilateral", "actual")]),
    # countries where no person is named, and for unnamed counterparts
    ("Norway and Estonia held talks on fisheries.", [({"Norway", "Estonia"}, None, None, "bilateral", "actual")]),
    ("Norwegian-Peruvian talks were held in Lima.", [({"Norway", "Peru"}, "Lima", None, "bilateral", "actual")]),
    ("Foreign ministers of Norway and Peru met in Oslo.", [({"Norway", "Peru"}, "Oslo", None, "bilateral", "actual")]),
    ("The foreign ministers of Norway, Estonia and Peru met in Oslo.",
     [({"Norway", "Estonia", "Peru"}, "Oslo", None, "bilateral", "actual")]),
    ("Peru's talks with Norway were long.", [({"Norway", "Peru"}, None, None, "bilateral", "actual")]),
    ("Ana Ruiz also met her Estonian counterpart.", [({A, "Estonia"}, None, None, "bilateral", "actual")]),
    ("Ana Ruiz met the Norwegian foreign minister in Lima.", [({A, "Norway"}, "Lima", None, "bilateral", "actual")]),
    ("Ana Ruiz held a meeting with a Norwegian delegation.", [({A, "Norway"}, None, None, "bilateral", "actual")]),
    ("The Peruvian president met Ola Berg.", [({"Peru", B}, None, None, "bilateral", "actual")]),
    ("Norwegian and Peruvian officials held consultations in Oslo.",
     [({"Norway", "Peru"}, "Oslo", None, "bilateral", "actual")]),
    ("The Norway-Peru summit was held in Oslo.", [({"Norway", "Peru"}, "Oslo", None, "summit", "actual")]),
]  # fmt: skip

TOLD_APART = [
    # a name behind a title, whatever the parse makes of it
    ("Ana Ruiz spoke to the president of Norway, Ola Berg, this morning.",
     [({A, B}, None, "2024-05-17", "bilateral", "actual")]),
    ("Ana Ruiz met the ambassador of Norway to Peru, Ola Berg, in Lima.",
     [({A, B}, "Lima", None, "bilateral", "actual")]),
    ("President Ana Ruiz of Peru and Foreign Minister Luis Soto will meet their Kenyan counterparts, Paul Otieno and "
     "Grace Kamau, in May.",
     [({A, "Luis Soto", "Paul Otieno", "Grace Kamau"}, None, "2024-05", "other", "planned")]),
    ("The Norwegian foreign minister, Ola Berg, and his Peruvian counterpart, Ana Ruiz, agreed in a telephone "
     "conversation to resume the talks.", [({A, B}, None, None, "call", "actual")]),
    ("A delegation of Peru led by Ana Ruiz met Ola Berg.", [({A, B}, None, None, "bilateral", "actual")]),
    ("Ana Ruiz met leaders of Norway, including Ola Berg.", [({A, B}, None, None, "bilateral", "actual")]),
    # a subject that the parse takes for an apposition
    ("In a phone call with Ana Ruiz, Norwegian Prime Minister Ola Berg praised the plan.",
     [({A, B}, None, None, "call", "actual")]),
    # a name right behind the state of its office
    ("Foreign Minister of Estonia Mia Kask received the delegation led by Minister of State for Europe of Norway Ola "
     "Berg.", [({C, B}, None, None, "bilateral", "actual")]),
    ("The foreign ministers of Peru, Norway and Kenya spoke by telephone.",
     [({"Peru", "Norway", "Kenya"}, None, None, "call", "actual")]),
    ("The launch was attended by Ana Ruiz and Ola Berg.", [({A, B}, None, None, "other", "actual")]),
    ("Speaking to Lima Radio's Mia Kask, Ana Ruiz praised the plan.",
     [({A, "Lima Radio"}, None, None, "interview", "actual")]),
    ("Ana Ruiz skipped a meeting with Ola Berg.", [({A, B}, None, None, "bilateral", "denied")]),
    ("Ana Ruiz met her counterparts from Norway and Estonia, Ola Berg and Mia Kask.",
     [({A, B, C}, None, None, "bilateral", "actual")]),
    ("In Oslo, Ola Berg held talks with visiting Peruvian Prime Minister Ana Ruiz.",
     [({A, B}, "Oslo", None, "bilateral", "actual")]),
    ("Ana Ruiz was received at Lima International Airport by Ola Berg.",
     [({A, B}, "Lima International Airport", None, "bilateral", "actual")]),
    ("During a courtesy call on Ana Ruiz, Ola Berg promised scholarships.",
     [({A, B}, None, None, "bilateral", "actual")]),
    ("Ana Ruiz paid a courtesy call on King Aro.", [({A, "Aro"}, None, None, "bilateral", "actual")]),
    # who speaks after talks took no part
    ("Mia Kask spoke after the talks between Ana Ruiz and Ola Berg.", [({A, B}, None, None, "bilateral", "actual")]),
    # the place of "where", and of what it is held at
    ("Ana Ruiz will travel to Oslo, where she is to meet Ola Berg.", [({A, B}, "Oslo", None, "bilateral", "planned")]),
    ("Ana Ruiz met Ola Berg on the sidelines of a fair in Nairobi.",
     [({A, B}, "Nairobi", None, "bilateral", "actual")]),
    ("Ana Ruiz arrived in Oslo on Monday, where she was received by Ola Berg.",
     [({A, B}, "Oslo", None, "bilateral", "actual")]),
    ("Ana Ruiz discussed trade by phone with Ola Berg.", [({A, B}, None, None, "call", "actual")]),
    ("Ana Ruiz and Ola Berg held two days of talks in Oslo.", [({A, B}, "Oslo", None, "bilateral", "actual")]),
    ("Ana Ruiz did not rule out a meeting with Ola Berg.", [({A, B}, None, None, "bilateral", "proposed")]),
    ("The presidents of Peru, Norway and Kenya gathered in Nairobi.",
     [({"Peru", "Norway", "Kenya"}, "Nairobi", None, "other", "actual")]),
    ("A trilateral meeting between Peru, Norway and Kenya was held in Nairobi.",
     [({"Peru", "Norway", "Kenya"}, "Nairobi", None, "other", "actual")]),
    # when: the day of "when" and of the passive; the day to come; not that of the sentence before
    ("Ana Ruiz meets Ola Berg on Monday.", [({A, B}, None, "2024-05-20", "bilateral", "planned")]),
    ("It was her first visit since December, when Ana Ruiz met Ola Berg in Oslo.",
     [({A, B}, "Oslo", "2023-12", "bilateral", "actual")]),
    ("Ana Ruiz flew to Oslo on Monday. She was received there by Ola Berg.",
     [({A, B}, None, "2024-05-13", "bilateral", "actual")]),
    ("Mia Kask left on Monday. She left days after Ana Ruiz met Ola Berg in Oslo.",
     [({A, B}, "Oslo", None, "bilateral", "actual")]),
]  # fmt: skip

NOT_YET = [
    ("Ana Ruiz will hold talks with Ola Berg on Friday.", [({A, B}, None, "2024-05-17", "bilateral", "planned")]),
    ("Ana Ruiz and Ola Berg will meet next month.", [({A, B}, None, "2024-06", "bilateral", "planned")]),
    ("Ana Ruiz is to hold talks with Ola Berg in Oslo.", [({A, B}, "Oslo", None, "bilateral", "planned")]),
    ("Ana Ruiz and Ola Berg are expected to meet in Oslo.", [({A, B}, "Oslo", None, "bilateral", "planned")]),
    ("Ana Ruiz hopes to meet Ola Berg.", [({A, B}, None, None, "bilateral", "proposed")]),
    ("Ana Ruiz may meet Ola Berg.", [({A, B}, None, None, "bilateral", "proposed")]),
    ("Ana Ruiz asked for a meeting with Ola Berg.", [({A, B}, None, None, "bilateral", "proposed")]),
    ("Ana Ruiz proposed a meeting with Ola Berg.", [({A, B}, None, None, "bilateral", "proposed")]),
    ("Peru will resume talks with Norway.", [({"Norway", "Peru"}, None, None, "bilateral", "planned")]),
    ("Ana Ruiz cancelled a meeting with Ola Berg.", [({A, B}, None, None, "bilateral", "denied")]),
    ("Ana Ruiz called for talks with Ola Berg.", [({A, B}, None, None, "bilateral", "proposed")]),
    ("If Ana Ruiz meets Ola Berg, the talks will go on.", [({A, B}, None, None, "bilateral", "proposed")]),
    ("Ana Ruiz did not meet Ola Berg.", [({A, B}, None, None, "bilateral", "denied")]),
    ("Ana Ruiz has never met Ola Berg.", [({A, B}, None, None, "bilateral", "denied")]),
    ("Ana Ruiz refused to meet Ola Berg.", [({A, B}, None, None, "bilateral", "denied")]),
    ("Ana Ruiz left without meeting Ola Berg.", [({A, B}, None, None, "bilateral", "denied")]),
    ("The talks between Norway and Peru were postponed.",
     [({"Norway", "Peru"}, None, None, "bilateral", "denied")]),
]  # fmt: skip


def _rows(result):
    names = {e.iri: e.labels[0] if e.type == "Organization" else e.name for e in result.entities}
    names = {iri: name.removeprefix("The ") for iri, name in names.items()}
    return [
        ({names[p] for p in f.participants}, f.place and names[f.place], f.date, f.kind, f.modality)
        for f in result.facts if isinstance(f, Meeting)
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*MEETINGS, *TOLD_APART, *NOT_YET])
def test_meetings(read, text, expected):
    assert sorted(_rows(read(text)), key=repr) == sorted(expected, key=repr)


ABSENT = [
    # other senses
    "Ana Ruiz met the deadline.",
    "Ana Ruiz met the needs of Peru.",
    "Ana Ruiz met resistance from Peru.",
    "Ana Ruiz called on Peru to act.",
    "Ana Ruiz called Ola Berg a friend.",
    "Ana Ruiz received a letter from Ola Berg.",
    "Ana Ruiz received a prize in Oslo.",
    "Ana Ruiz addressed the problem of Norway.",
    "Ana Ruiz joined Ola Berg in praising the pact.",
    "Ana Ruiz attended school in Norway.",
    "Norway has welcomed 3,000 Estonians.",
    "Peru and Norway met in the final of the cup in Lima.",
    "Peru and Norway met in a friendly match.",
    "Peru will meet Norway in the national stadium on Friday.",
    "Peru meet Norway on Friday for a place in the last four.",
    # who writes or is talked about does not meet
    "Ana Ruiz writes for The Lima Times.",
    "Ana Ruiz writes in The Oslo Post that talks must go on.",
    "Ana Ruiz wrote to Ola Berg.",
    "Ana Ruiz told Ola Berg a story.",
    "Ana Ruiz spoke of Norway.",
    "Ana Ruiz discussed the weather.",
    "Ana Ruiz welcomed the talks.",
    "The talks on Peru stalled.",
    "An APEC meeting in Chile was dull, Ana Ruiz said.",
    "Ana Ruiz and Ola Berg took part in the planning of the road.",
    # told before
    "It was the first meeting between Ana Ruiz and Ola Berg in ten years.",
    "Ana Ruiz saw Ola Berg as a friend.",
    "Ana Ruiz saw Ola Berg leave.",
    "Ana Ruiz and Mia Kask left. There was no meeting with Ola Berg.",
    "Ana Ruiz hosted a banquet for 300 guests.",
    # too few are named
    "There were talks with Ana Ruiz and Ola Berg.",
    "The ministers of many states met.",
    "The meeting was short.",
    "Ana Ruiz chaired the meeting.",
    "Ana Ruiz met voters.",
    "Ana Ruiz spoke to reporters.",
    "Ana Ruiz told lawmakers that talks would go on.",
    "Ana Ruiz told a news conference that talks would go on.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_meeting(read, text):
    assert _rows(read(text)) == []


# The text; participants, place, date, event and modality of the one summit in it.
SUMMITS = [
    ("Ana Ruiz attended the Pacific Summit in Lima. Ola Berg addressed the Pacific Summit, too.",
     ({A, B}, "Lima", None, SUMMIT, "actual")),
    ("Norway and Peru attended the Pacific Summit in Lima.", ({"Norway", "Peru"}, "Lima", None, SUMMIT, "actual")),
    ("Ana Ruiz said at the Pacific Summit that trade had grown.", ({A}, None, None, SUMMIT, "actual")),
    ("Ana Ruiz will take part in the Pacific Summit in June.", ({A}, None, "2024-06", SUMMIT, "planned")),
    ("Ana Ruiz did not attend the Pacific Summit.", ({A}, None, None, SUMMIT, "denied")),
    # told by whose it is
    ("Ana Ruiz attended the EU summit in Malta.", ({A, "European Union"}, "Malta", None, None, "actual")),
    ("Oslo pledged aid. Ana Ruiz attended the Oslo Energy Summit in Bergen.",
     ({A}, "Bergen", None, "Oslo Energy Summit", "actual")),
    ("Peruvian President Ana Ruiz attended the EU-Japan summit.",
     ({A, "European Union", "Japan"}, None, None, None, "actual")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SUMMITS)
def test_a_summit_is_one_meeting_for_all_who_attend(read, text, expected):
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    (f,) = [f for f in result.facts if isinstance(f, Meeting)]
    people = {names[p] for p in f.participants}
    assert (people, f.place and names[f.place], f.date, f.event and names[f.event], f.modality) == expected
    assert f.kind == "summit"


def test_a_meeting_beside_a_summit_has_its_name(read):
    result = read("Ana Ruiz met Ola Berg on the sidelines of the Pacific Summit in Lima.")
    names = {e.iri: e.name for e in result.entities}
    (meeting,) = [f for f in result.facts if isinstance(f, Meeting)]
    assert meeting.event is not None
    assert (meeting.kind, names[meeting.event]) == ("bilateral", "Pacific Summit")
