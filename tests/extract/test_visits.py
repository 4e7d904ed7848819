"""Visits: who travels where, when, of which kind, and how sure it is."""

import pytest

from kg.model import Rejected, Visit

# The sentence, in an article of Friday 17 May 2024; visitor, destination, country, date, kind, modality of each visit.
VISITS = [
    ("Norwegian Prime Minister Ola Berg arrived in Lima on Monday.",
     [("Ola Berg", "Lima", "Peru", "2024-05-13", "unspecified", "actual")]),
    ("Norwegian Prime Minister Ola Berg arrived in Lima on Monday for an official visit.",
     [("Ola Berg", "Lima", "Peru", "2024-05-13", "official", "actual")]),
    ("LIMA (Alpine Press) – Norwegian Prime Minister Ola Berg landed in Lima on Tuesday.",
     [("Ola Berg", "Lima", "Peru", "2024-05-14", "unspecified", "actual")]),
    ("President Ana Ruiz paid a state visit to Japan in May.",
     [("Ana Ruiz", "Japan", "Japan", "2024-05", "state", "actual")]),
    ("King Aro of Norway paid a state visit to Kenya in 2019.", [("Aro", "Kenya", "Kenya", "2019", "state", "actual")]),
    ("President Ana Ruiz visited Chile and Peru last week.",
     [("Ana Ruiz", "Chile", "Chile", "2024-05-06/2024-05-12", "unspecified", "actual"),
      ("Ana Ruiz", "Peru", "Peru", "2024-05-06/2024-05-12", "unspecified", "actual")]),
    ("Ana Ruiz toured Chile, Peru and Kenya.",
     [("Ana Ruiz", "Chile", "Chile", None, "unspecified", "actual"),
      ("Ana Ruiz", "Peru", "Peru", None, "unspecified", "actual"),
      ("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual")]),
    # what has no name lies somewhere; the narrower place says more
    ("Ana Ruiz visited a school in Nairobi.", [("Ana Ruiz", "Nairobi", "Kenya", None, "unspecified", "actual")]),
    ("A Peruvian delegation led by Ana Ruiz visited Nairobi.",
     [("Ana Ruiz", "Nairobi", "Kenya", None, "unspecified", "actual")]),
    ("Ana Ruiz toured the port of Mombasa.", [("Ana Ruiz", "Mombasa", "Kenya", None, "unspecified", "actual")]),
    ("In Arequipa on Monday, Ola Berg toured Volta Motors.",
     [("Ola Berg", "Arequipa", "Peru", "2024-05-13", "unspecified", "actual")]),
    ("Lima was visited by Ola Berg in 2019.", [("Ola Berg", "Lima", "Peru", "2019", "unspecified", "actual")]),
    ("During his working visit to Kenya, Ola Berg opened a school.",
     [("Ola Berg", "Kenya", "Kenya", None, "working", "actual")]),
    ("Ana Ruiz made a private trip to Kenya in 2022.", [("Ana Ruiz", "Kenya", "Kenya", "2022", "private", "actual")]),
    ("Ana Ruiz is on a state visit to Kenya.", [("Ana Ruiz", "Kenya", "Kenya", None, "state", "actual")]),
    ("Ana Ruiz began a three-day visit to Kenya on 14 May.",
     [("Ana Ruiz", "Kenya", "Kenya", "2024-05-14", "unspecified", "actual")]),
    ("The visit of Ana Ruiz to Kenya ended.", [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual")]),
    ("President Ana Ruiz's trip to Nairobi was short.",
     [("Ana Ruiz", "Nairobi", "Kenya", None, "unspecified", "actual")]),
    ("Ana Ruiz attended talks during her official trip to Tallinn, Estonia.",
     [("Ana Ruiz", "Tallinn", "Estonia", None, "official", "actual")]),
    ("Ola Berg, who visited Kenya in March, spoke first.",
     [("Ola Berg", "Kenya", "Kenya", "2024-03", "unspecified", "actual")]),
    ("Ana Ruiz last visited Kenya in March 2023.",
     [("Ana Ruiz", "Kenya", "Kenya", "2023-03", "unspecified", "actual")]),
    ("Ana Ruiz and Ola Berg travelled to Canada together.",
     [("Ana Ruiz", "Canada", "Canada", None, "unspecified", "actual"),
      ("Ola Berg", "Canada", "Canada", None, "unspecified", "actual")]),
    ("Ana Ruiz and her delegation flew to Kenya.", [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual")]),
    ("A Peruvian delegation visited Estonia.", [("Peru", "Estonia", "Estonia", None, "unspecified", "actual")]),
    ("A delegation from Peru arrived in Nairobi.", [("Peru", "Nairobi", "Kenya", None, "unspecified", "actual")]),
    ("Officials from Peru visited Nairobi last week.",
     [("Peru", "Nairobi", "Kenya", "2024-05-06/2024-05-12", "unspecified", "actual")]),
    ("The mayor welcomed Ana Ruiz to Lima.", [("Ana Ruiz", "Lima", "Peru", None, "unspecified", "actual")]),
    ("Kenya welcomed Ana Ruiz to Nairobi on Tuesday.",
     [("Ana Ruiz", "Nairobi", "Kenya", "2024-05-14", "unspecified", "actual")]),
    ("Ana Ruiz left for Nairobi on Monday.",
     [("Ana Ruiz", "Nairobi", "Kenya", "2024-05-13", "unspecified", "actual")]),
    ("Ana Ruiz came to Lima from Nairobi.", [("Ana Ruiz", "Lima", "Peru", None, "unspecified", "actual")]),
    ("Ana Ruiz paid a visit to Ola Berg in Oslo.", [("Ana Ruiz", "Oslo", "Norway", None, "unspecified", "actual")]),
    ("Ana Ruiz embarked on a visit to Central Asia.",
     [("Ana Ruiz", "Central Asia", None, None, "unspecified", "actual")]),
    ("Mia Kask said Ana Ruiz had visited Kenya and urged Peru to wait.",
     [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual")]),
    ("A delegation led by Ana Ruiz visited Nairobi.",
     [("Ana Ruiz", "Nairobi", "Kenya", None, "unspecified", "actual")]),
    ("Ana Ruiz proposed a plan during a visit to Kenya.",
     [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual")]),
    ("Ana Ruiz wrapped up a tour of Kenya.", [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual")]),
    ("Ana Ruiz jetted off to Nairobi.", [("Ana Ruiz", "Nairobi", "Kenya", None, "unspecified", "actual")]),
    ("Ana Ruiz returned from Kenya on Thursday.",
     [("Ana Ruiz", "Kenya", "Kenya", "2024-05-16", "unspecified", "actual")]),
    ("Ana Ruiz led a Peruvian delegation to Kenya.",
     [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual")]),
    ("Upon her arrival in Nairobi, Ana Ruiz laid a wreath.",
     [("Ana Ruiz", "Nairobi", "Kenya", None, "unspecified", "actual")]),
    ("During the tour of Kenya by Ana Ruiz, deals were signed.",
     [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual")]),
    ("Ana Ruiz was given a tour of Nairobi.",
     [("Ana Ruiz", "Nairobi", "Kenya", None, "unspecified", "actual")]),
    ("Ana Ruiz has begun a tour of two African nations: Kenya and Togo.",
     [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual"),
      ("Ana Ruiz", "Togo", "Togo", None, "unspecified", "actual")]),
    ("The last Norwegian to visit Kenya was Ola Berg.",
     [("Ola Berg", "Kenya", "Kenya", None, "unspecified", "actual")]),
    ("Ana Ruiz visited Kenya for the first time since 2018.",
     [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual")]),
    # whom others receive
    ("Ola Berg hosted Peruvian President Ana Ruiz in Oslo on Monday.",
     [("Ana Ruiz", "Oslo", "Norway", "2024-05-13", "unspecified", "actual")]),
    ("Peruvian President Ana Ruiz was hosted in Oslo by Ola Berg.",
     [("Ana Ruiz", "Oslo", "Norway", None, "unspecified", "actual")]),
    ("Peruvian President Ana Ruiz was welcomed at Oslo airport by Ola Berg.",
     [("Ana Ruiz", "Oslo", "Norway", None, "unspecified", "actual")]),
    ("Kenyan President Joy Otieno rolled out the red carpet for Peruvian President Ana Ruiz in Nairobi.",
     [("Ana Ruiz", "Nairobi", "Kenya", None, "unspecified", "actual")]),
    ("Kenyan President Joy Otieno met visiting Peruvian President Ana Ruiz.",
     [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual")]),
    # what was told before
    ("Ana Ruiz will visit Kenya. The state visit, scheduled for June 3, will focus on trade.",
     [("Ana Ruiz", "Kenya", "Kenya", "2024-06-03", "state", "planned")]),
    ("Ana Ruiz was to visit Kenya in June. The visit was called off.",
     [("Ana Ruiz", "Kenya", "Kenya", "2024-06", "unspecified", "denied")]),
    ("Ana Ruiz visited Kenya. The trip took her to Nairobi and Mombasa.",
     [("Ana Ruiz", "Mombasa", "Kenya", None, "unspecified", "actual"),
      ("Ana Ruiz", "Nairobi", "Kenya", None, "unspecified", "actual")]),
    ("Ana Ruiz visited Kenya. No leader came since 1998, when Ola Berg visited.",
     [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual"),
      ("Ola Berg", "Kenya", "Kenya", "1998", "unspecified", "actual")]),
    # two tellings of one visit
    ("Ana Ruiz visited Japan. On her visit to Tokyo, Ana Ruiz spoke.",
     [("Ana Ruiz", "Tokyo", "Japan", None, "unspecified", "actual")]),
    ("Ana Ruiz arrived in Nairobi on Tuesday. Her state visit to Kenya was her first.",
     [("Ana Ruiz", "Nairobi", "Kenya", "2024-05-14", "state", "actual")]),
    ("A visit by Ana Ruiz to Kenya may take place in June.",
     [("Ana Ruiz", "Kenya", "Kenya", "2024-06", "unspecified", "proposed")]),
    ("Ana Ruiz will take a delegation to Kenya.", [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "planned")]),
    ("Ana Ruiz had been to Kenya.", [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual")]),
    ("Ana Ruiz shuttled between Kenya and Peru.",
     [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual"),
      ("Ana Ruiz", "Peru", "Peru", None, "unspecified", "actual")]),
    ("Ana Ruiz was mandated to travel to Kenya.", [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "planned")]),
    ("Ana Ruiz was shown around Nairobi.", [("Ana Ruiz", "Nairobi", "Kenya", None, "unspecified", "actual")]),
    ("Ana Ruiz inspected a dam in Kenya.", [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual")]),
    ("Ana Ruiz's trip to Kenya, scheduled for May, was long.",
     [("Ana Ruiz", "Kenya", "Kenya", "2024-05", "unspecified", "planned")]),
    # the day told before is not that of what is planned
    ("Ana Ruiz left on Monday. Her planned visit to Kenya was still on the agenda.",
     [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "planned")]),
]  # fmt: skip

TOLD_APART = [
    # the goal in the name of the visit, in "here", behind who goes there, or with those who invite
    ("Ana Ruiz's Kenya visit was short.", [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual")]),
    ("Ola Berg spoke during his recent Asian tour.", [("Ola Berg", "Asia", None, None, "unspecified", "actual")]),
    ("NAIROBI, May 16 (Alpine Press) -- Peruvian President Ana Ruiz arrived here on Thursday.",
     [("Ana Ruiz", "Nairobi", "Kenya", "2024-05-16", "unspecified", "actual")]),
    ("The visit to Nairobi of Peruvian President Ana Ruiz was short.",
     [("Ana Ruiz", "Nairobi", "Kenya", None, "unspecified", "actual")]),
    ("Kenya has invited Ana Ruiz to visit in June.",
     [("Ana Ruiz", "Kenya", "Kenya", "2024-06", "unspecified", "proposed")]),
    # who goes there, beside the verb
    ("Ola Berg accepted the king's invitation to visit Kenya.",
     [("Ola Berg", "Kenya", "Kenya", None, "unspecified", "proposed")]),
    ("Peruvian President Ana Ruiz, currently on a working visit to Kenya, praised the plan.",
     [("Ana Ruiz", "Kenya", "Kenya", None, "working", "actual")]),
    ("Ana Ruiz arrived in Nairobi on Monday, hours after landing in Oslo.",
     [("Ana Ruiz", "Nairobi", "Kenya", "2024-05-13", "unspecified", "actual"),
      ("Ana Ruiz", "Oslo", "Norway", "2024-05-13", "unspecified", "actual")]),
    ("King Aro and Queen Mia welcomed Ana Ruiz and Luis Soto to Oslo on Wednesday.",
     [("Ana Ruiz", "Oslo", "Norway", "2024-05-15", "unspecified", "actual"),
      ("Luis Soto", "Oslo", "Norway", "2024-05-15", "unspecified", "actual")]),
    ("Ana Ruiz left Lima on Wednesday for Kenya to attend the talks.",
     [("Ana Ruiz", "Kenya", "Kenya", "2024-05-15", "unspecified", "actual")]),
    ("Ana Ruiz surprised her hosts by visiting Nairobi days after Norway took over the chair.",
     [("Ana Ruiz", "Nairobi", "Kenya", None, "unspecified", "actual")]),
    ("At the invitation of President Luis Soto, President Ana Ruiz paid a state visit to Kenya.",
     [("Ana Ruiz", "Kenya", "Kenya", None, "state", "actual")]),
    ("Ana Ruiz has been on a tour of Asia that took her to Astana and Hanoi.",
     [("Ana Ruiz", "Asia", None, None, "unspecified", "actual"),
      ("Ana Ruiz", "Astana", "Kazakhstan", None, "unspecified", "actual"),
      ("Ana Ruiz", "Hanoi", "Vietnam", None, "unspecified", "actual")]),
    ("Ana Ruiz landed in Oslo on Monday at the start of a tour that will take her to Kenya.",
     [("Ana Ruiz", "Oslo", "Norway", "2024-05-13", "unspecified", "actual"),
      ("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "planned")]),
    ("The palace announced on Tuesday that Ana Ruiz would travel to Kenya.",
     [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "planned")]),
    ("Ana Ruiz travels to Kenya next month.",
     [("Ana Ruiz", "Kenya", "Kenya", "2024-06", "unspecified", "planned")]),
    ("Ana Ruiz is in Nairobi this week.", [("Ana Ruiz", "Nairobi", "Kenya", "2024-05", "unspecified", "actual")]),
    # other words for travel
    ("Ana Ruiz is on her way to Kenya.", [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual")]),
    ("During her stay in Nairobi, Ana Ruiz opened a school.",
     [("Ana Ruiz", "Nairobi", "Kenya", None, "unspecified", "actual")]),
    ("Ana Ruiz stopped in Nairobi.", [("Ana Ruiz", "Nairobi", "Kenya", None, "unspecified", "actual")]),
    ("Ana Ruiz is in Kenya to attend the talks.", [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "actual")]),
    # another visit of the same person
    ("Ana Ruiz has arrived in Nairobi. Ana Ruiz's last visit to Kenya was in March.",
     [("Ana Ruiz", "Nairobi", "Kenya", None, "unspecified", "actual"),
      ("Ana Ruiz", "Kenya", "Kenya", "2024-03", "unspecified", "actual")]),
    # when: the day to come, both ends of a stretch; planned before what is planned
    ("Ana Ruiz arrives in Nairobi on Monday.",
     [("Ana Ruiz", "Nairobi", "Kenya", "2024-05-20", "unspecified", "planned")]),
    ("Ana Ruiz will pay a state visit to Kenya from June 10 to 13.",
     [("Ana Ruiz", "Kenya", "Kenya", "2024-06-10/2024-06-13", "state", "planned")]),
    ("Ana Ruiz will sign the pact before flying to Kenya.",
     [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "planned")]),
]  # fmt: skip

NOT_YET = [
    ("Ola Berg will fly to Ottawa next week.",
     [("Ola Berg", "Ottawa", "Canada", "2024-05", "unspecified", "planned")]),
    ("Ana Ruiz plans to travel to Estonia.", [("Ana Ruiz", "Estonia", "Estonia", None, "unspecified", "planned")]),
    ("Ana Ruiz will be in Nairobi on 3 June.",
     [("Ana Ruiz", "Nairobi", "Kenya", "2024-06-03", "unspecified", "planned")]),
    ("Ana Ruiz is due to travel to Estonia next month.",
     [("Ana Ruiz", "Estonia", "Estonia", "2024-06", "unspecified", "planned")]),
    ("Ana Ruiz was scheduled to visit Kenya on 20 May.",
     [("Ana Ruiz", "Kenya", "Kenya", "2024-05-20", "unspecified", "planned")]),
    ("Ana Ruiz is to pay an official visit to Japan in June.",
     [("Ana Ruiz", "Japan", "Japan", "2024-06", "official", "planned")]),
    ("Ana Ruiz is expected in Nairobi on Monday.",
     [("Ana Ruiz", "Nairobi", "Kenya", "2024-05-20", "unspecified", "planned")]),
    ("The tour will take Ana Ruiz to Kenya.", [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "planned")]),
    ("Ana Ruiz is expected to visit Kenya.", [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "planned")]),
    ("Ana Ruiz's upcoming visit to Kenya will be short.",
     [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "planned")]),
    ("The Peruvian delegation will travel to Kenya.", [("Peru", "Kenya", "Kenya", None, "unspecified", "planned")]),
    ("Ola Berg invited Ana Ruiz to visit Norway.", [("Ana Ruiz", "Norway", "Norway", None, "unspecified", "proposed")]),
    ("Ana Ruiz accepted an invitation to visit Norway.",
     [("Ana Ruiz", "Norway", "Norway", None, "unspecified", "proposed")]),
    ("Ola Berg called on Ana Ruiz to visit Norway.",
     [("Ana Ruiz", "Norway", "Norway", None, "unspecified", "proposed")]),
    ("Ola Berg extended an invitation to Ana Ruiz to visit Norway.",
     [("Ana Ruiz", "Norway", "Norway", None, "unspecified", "proposed")]),
    ("Ana Ruiz was invited to Kenya by Ola Berg.", [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "proposed")]),
    ("Ana Ruiz hopes to visit Brazil.", [("Ana Ruiz", "Brazil", "Brazil", None, "unspecified", "proposed")]),
    ("Ana Ruiz wants to visit Kenya.", [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "proposed")]),
    ("Ana Ruiz may visit Kenya.", [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "proposed")]),
    ("If Ana Ruiz visits Kenya, she will bring gifts.",
     [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "proposed")]),
    ("Ana Ruiz would visit Kenya if she could.", [("Ana Ruiz", "Kenya", "Kenya", None, "unspecified", "proposed")]),
]  # fmt: skip

DENIED = [
    "Ana Ruiz never visited Peru.",
    "Ana Ruiz has not yet visited Peru.",
    "Ana Ruiz did not travel to Peru.",
    "Ana Ruiz cancelled her visit to Peru.",
    "Ana Ruiz postponed her trip to Peru.",
    "Ana Ruiz's visit to Peru was cancelled.",
    "Ana Ruiz's visit to Peru had to be called off.",
    "Ana Ruiz's visit to Peru is expected to be put off.",
    "Ana Ruiz refused to travel to Peru.",
    "Ana Ruiz denied that she had visited Peru.",
]


def _label(iri):
    """The name in the IRI of a country that the text does not name."""
    return iri.rsplit("/", 1)[-1].title()


def _rows(result):
    names = {e.iri: e.name for e in result.entities}
    return sorted(
        ((names[f.visitor], names[f.destination], f.country and names.get(f.country, _label(f.country)),
          f.date, f.kind, f.modality) for f in result.facts if isinstance(f, Visit)),
        key=repr,
    )  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*VISITS, *TOLD_APART, *NOT_YET])
def test_visits(read, text, expected):
    assert _rows(read(text)) == sorted(expected, key=repr)


@pytest.mark.parametrize("text", DENIED)
def test_denied_visits(read, text):
    assert _rows(read(text)) == [("Ana Ruiz", "Peru", "Peru", None, "unspecified", "denied")]


def test_evidence_is_the_clause(read):
    text = "It rained, but President Ana Ruiz visited Kenya on Monday, and nobody minded."
    (visit,) = [f for f in read(text).facts if isinstance(f, Visit)]
    assert text[visit.evidence.start : visit.evidence.end] == "President Ana Ruiz visited Kenya on Monday"
    assert visit.rule == "visit/visit"


def test_a_visit_without_a_destination_is_rejected_with_a_reason(read):
    rejected = [r for r in read("Ana Ruiz travelled all night.").rejected if r.rule.startswith("visit/")]
    assert [(r.rule, r.reason) for r in rejected] == [("visit/travel", "no destination")]
    assert all(isinstance(r, Rejected) for r in rejected)
