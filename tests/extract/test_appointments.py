"""Appointments: who takes, leaves or is proposed for which office, and when."""

import pytest

from kg.model import Appointment

A, B, L = "Ana Ruiz", "Ola Berg", "Eva Lind"
NATO = "North Atlantic Treaty Organization"

# The text, of Friday 17 May 2024; person, title, owner, change and date of each appointment in it.
APPOINTMENTS = [
    ("In May, Ana Ruiz was elected president of Peru.", [(A, "president", "Peru", "start", "2024-05")]),
    ("Ana Ruiz was elected president of Peru in May.", [(A, "president", "Peru", "start", "2024-05")]),
    ("Ana Ruiz was elected as the new president of Peru on 3 May.", [(A, "president", "Peru", "start", "2024-05-03")]),
    ("Parliament elected Ana Ruiz as prime minister of Peru.", [(A, "prime minister", "Peru", "start", None)]),
    ("Ana Ruiz was appointed foreign minister of Peru.", [(A, "foreign minister", "Peru", "start", None)]),
    ("Ana Ruiz was sworn in as president of Peru.", [(A, "president", "Peru", "start", None)]),
    ("Ana Ruiz became prime minister of Peru in 2021.", [(A, "prime minister", "Peru", "start", "2021")]),
    ("Peruvian President Ana Ruiz took office in July 2021.", [(A, "president", "Peru", "start", "2021-07")]),
    ("Ana Ruiz took office as president of Peru on May 3.", [(A, "president", "Peru", "start", "2024-05-03")]),
    ("Peruvian President Ana Ruiz returned to office in May.", [(A, "president", "Peru", "start", "2024-05")]),
    ("Peruvian President Ana Ruiz won re-election in May.", [(A, "president", "Peru", "start", "2024-05")]),
    ("The king named Ola Berg prime minister of Norway.", [(B, "prime minister", "Norway", "start", None)]),
    ("Ola Berg, who was appointed ambassador to Peru, spoke.", [(B, "ambassador", None, "start", None)]),
    ("Ana Ruiz was appointed ambassador of Peru to Norway.", [(A, "ambassador", "Peru", "start", None)]),
    # of bodies and companies
    ("Ana Ruiz was chosen as secretary-general of the United Nations.",
     [(A, "secretary-general", "United Nations", "start", None)]),
    ("Ana Ruiz became secretary-general of NATO in 2022.", [(A, "secretary-general", NATO, "start", "2022")]),
    ("Ana Ruiz was appointed chief executive officer of Andina.",
     [(A, "chief executive officer", "Andina", "start", None)]),
    # whose office it is: of those who give it, or as a noun before it tells
    ("Peru's parliament elected Ana Ruiz, leader of the Green Party, as the country's new prime minister.",
     [(A, "prime minister", "Peru", "start", None)]),
    ("Peru's National Assembly elected Ana Ruiz as state president.", [(A, "president", "Peru", "start", None)]),
    ("Peruvian President Ana Ruiz appointed former Energy Minister Ola Berg as foreign minister and Eva Lind as "
     "finance minister.",
     [(B, "foreign minister", "Peru", "start", None), (L, "finance minister", "Peru", "start", None)]),
    ("Peruvian President Ana Ruiz named Ola Berg acting minister. Energy Minister Eva Lind was there.",
     [(B, "minister", "Peru", "start", None)]),
    ("Peruvian President Ana Ruiz appointed Vice President Ola Berg as interim president.",
     [(B, "president", "Peru", "start", None)]),
    ("Ola Berg, a Green Party lawmaker and former ambassador to Peru, was appointed energy minister.",
     [(B, "energy minister", None, "start", None)]),
    ("The king named Ola Berg, a judge, to the post of foreign minister of Norway.",
     [(B, "foreign minister", "Norway", "start", None)]),
    ("Peruvian President Ana Ruiz tapped Ola Berg as energy minister.",
     [(B, "energy minister", "Peru", "start", None)]),
    # an office that the article has given already
    ("Peru's Foreign Minister Ana Ruiz was elected president of the European Commission. She succeeds Eva Lind.",
     [(A, "president", "European Commission", "start", None), (L, "president", "European Commission", "end", None)]),
    ("Ana Ruiz took office as Peru's president, succeeding Eva Lind.",
     [(A, "president", "Peru", "start", None), (L, "president", "Peru", "end", None)]),
    ("Ana Ruiz took over as Peru's finance minister from Eva Lind.",
     [(A, "finance minister", "Peru", "start", None), (L, "finance minister", "Peru", "end", None)]),
    ("Ana Ruiz took over the chair of the European Council.", [(A, "chair", "European Council", "start", None)]),
    ("Peruvian President Ana Ruiz was re-elected in May.", [(A, "president", "Peru", "start", "2024-05")]),
    ("Ana Ruiz was sworn in as Peru's energy minister. Eva Lind was named foreign minister.",
     [(A, "energy minister", "Peru", "start", None), (L, "foreign minister", "Peru", "start", None)]),
    ("Peruvian President Ana Ruiz appointed Ola Berg as energy minister on Monday, replacing Eva Lind, who was ill.",
     [(B, "energy minister", "Peru", "start", "2024-05-13"), (L, "energy minister", "Peru", "end", "2024-05-13")]),
    ("Peru's president swore in Prof. Ola Berg, SAN, as energy minister.",
     [(B, "energy minister", "Peru", "start", None)]),
    # leaving
    ("Ana Ruiz resigned as foreign minister of Peru.", [(A, "foreign minister", "Peru", "end", None)]),
    ("Ana Ruiz, who resigned as foreign minister of Peru in May, smiled.",
     [(A, "foreign minister", "Peru", "end", "2024-05")]),
    ("Peruvian President Ana Ruiz resigned on Monday.", [(A, "president", "Peru", "end", "2024-05-13")]),
    ("The resignation of Peruvian President Ana Ruiz shook Lima.", [(A, "president", "Peru", "end", None)]),
    ("Ana Ruiz's resignation as president of Peru was expected.", [(A, "president", "Peru", "end", None)]),
    ("Peruvian President Ana Ruiz stepped down.", [(A, "president", "Peru", "end", None)]),
    ("Peruvian President Ana Ruiz left office in July 2016.", [(A, "president", "Peru", "end", "2016-07")]),
    ("Peruvian Prime Minister Ana Ruiz retired in 2020.", [(A, "prime minister", "Peru", "end", "2020")]),
    ("Peruvian President Ana Ruiz died in 2019.", [(A, "president", "Peru", "end", "2019")]),
    ("Peruvian Prime Minister Ana Ruiz was ousted.", [(A, "prime minister", "Peru", "end", None)]),
    ("Ana Ruiz was dismissed as energy minister of Peru.", [(A, "energy minister", "Peru", "end", None)]),
    ("The president of Peru dismissed Energy Minister Ana Ruiz.", [(A, "energy minister", "Peru", "end", None)]),
    ("Outgoing British premier David Cameron resigned in January.",
     [("David Cameron", "prime minister", "United Kingdom", "end", "2024-01")]),
    # successors and predecessors
    ("Ana Ruiz succeeded Eva Lind as president of Peru.",
     [(A, "president", "Peru", "start", None), (L, "president", "Peru", "end", None)]),
    ("Ana Ruiz replaced Eva Lind as foreign minister of Peru.",
     [(A, "foreign minister", "Peru", "start", None), (L, "foreign minister", "Peru", "end", None)]),
    ("Ana Ruiz took over from Eva Lind as president of Peru in May.",
     [(A, "president", "Peru", "start", "2024-05"), (L, "president", "Peru", "end", "2024-05")]),
    ("Peruvian President Ana Ruiz, who succeeded Eva Lind in 2020, spoke.",
     [(A, "president", "Peru", "start", "2020"), (L, "president", "Peru", "end", "2020")]),
    ("Ana Ruiz will succeed Eva Lind as president of Peru.",
     [(A, "president", "Peru", "start", None), (L, "president", "Peru", "end", None)]),
    ("Peruvian Energy Minister Ana Ruiz was replaced by Ola Berg.",
     [(A, "energy minister", "Peru", "end", None), (B, "energy minister", "Peru", "start", None)]),
    ("Ana Ruiz was relieved of her duties and appointed chairman of the National Bank.",
     [(A, "chair", "National Bank", "start", None)]),
    ("Peruvian President Ana Ruiz signed a decree naming Ola Berg minister of energy.",
     [(B, "minister of energy", "Peru", "start", None)]),
    # told by titles
    ("Outgoing Peruvian President Ana Ruiz gave a speech.", [(A, "president", "Peru", "end", None)]),
    ("Outgoing president Ana Ruiz of Peru gave a speech.", [(A, "president", "Peru", "end", None)]),
    ("Incoming Peruvian President Ana Ruiz gave a speech.", [(A, "president", "Peru", "start", None)]),
    ("Peruvian President-elect Ana Ruiz gave a speech.", [(A, "president", "Peru", "start", None)]),
    ("Ana Ruiz, president of Peru since 2014, gave a speech.", [(A, "president", "Peru", "start", "2014")]),
    ("Ana Ruiz has been president of Peru since May 2019.", [(A, "president", "Peru", "start", "2019-05")]),
    ("Ana Ruiz has served as prime minister of Peru since 2019.", [(A, "prime minister", "Peru", "start", "2019")]),
    # to come
    ("Ana Ruiz will become president of Peru.", [(A, "president", "Peru", "start", None)]),
    ("Ana Ruiz will be sworn in as president of Peru on June 1.", [(A, "president", "Peru", "start", "2024-06-01")]),
    ("Peruvian Prime Minister Ana Ruiz will resign on 3 June.", [(A, "prime minister", "Peru", "end", "2024-06-03")]),
    # only proposed
    ("The king named Ola Berg, a judge, as his prime minister nominee.",
     [(B, "prime minister", None, "proposed", None)]),
    ("The party nominated Ana Ruiz as president of Peru.", [(A, "president", "Peru", "proposed", None)]),
    ("Ana Ruiz was nominated for prime minister of Peru.", [(A, "prime minister", "Peru", "proposed", None)]),
    ("The king proposed Ola Berg as prime minister of Norway.", [(B, "prime minister", "Norway", "proposed", None)]),
    ("Ana Ruiz could be appointed president of Peru.", [(A, "president", "Peru", "proposed", None)]),
    ("Ana Ruiz may succeed Eva Lind as president of Peru.", [(A, "president", "Peru", "proposed", None)]),
]  # fmt: skip


def _rows(result):
    names = {e.iri: e.labels[0] if e.type == "Organization" else e.name for e in result.entities}
    facts = [f for f in result.facts if isinstance(f, Appointment)]
    return [(names[f.person], f.title, names.get(f.of), f.change, f.date) for f in facts]


@pytest.mark.parametrize(("text", "expected"), APPOINTMENTS)
def test_appointments(read, text, expected):
    assert sorted(_rows(read(text)), key=repr) == sorted(expected, key=repr)


ABSENT = [
    # denied
    "Ana Ruiz was not elected president of Peru.",
    "Ana Ruiz will not become president of Peru.",
    "Ana Ruiz denied that she had resigned as president of Peru.",
    "Peruvian President Ana Ruiz did not resign.",
    "Peruvian President Ana Ruiz refused to step down.",
    # no office
    "Ana Ruiz resigned.",
    "Ana Ruiz was named in the report.",
    "Ana Ruiz was named after her mother.",
    "Ana Ruiz became angry.",
    "Peruvian President Ana Ruiz became ill.",
    "Peruvian President Ana Ruiz hopes to be elected.",
    # no person
    "The minister resigned.",
    "Peru was elected to the council.",
    "The ship was named Ana Ruiz.",
    "Peruvian President Ana Ruiz appointed a committee.",
    "Ana Ruiz met the new president of Peru.",
    "Peruvian President Ana Ruiz took over the firm.",
    "Peruvian President Ana Ruiz named Ola Berg in her speech.",
    "The king named Ola Berg, a former energy minister, in the report.",
    "The firm picked Ana Ruiz, a former minister of Peru.",
    "Former Peruvian president Ana Ruiz resigned from the club.",
    "Peru's former president Ana Ruiz will take over from Eva Lind in May.",
    # other senses
    "The president fired a gun.",
    "Ana Ruiz succeeded in signing the pact.",
    "Peruvian President Ana Ruiz succeeded in Lima.",
    "Peruvian President Ana Ruiz replaced the lamp.",
    "Peruvian President Ana Ruiz removed her hat.",
    "Peruvian President Ana Ruiz quit smoking.",
    "Peruvian President Ana Ruiz won the cup.",
    "Peruvian President Ana Ruiz elected to stay.",
    "Peruvian President Ana Ruiz confirmed the talks.",
    "Peruvian President Ana Ruiz declared a holiday.",
    "Peruvian President Ana Ruiz proposed a plan.",
    # an office held, or wanted, is no change
    "Former Peruvian president Ana Ruiz spoke.",
    "Ana Ruiz, a former president of Peru, spoke.",
    "Ana Ruiz was president of Peru.",
    "Ana Ruiz ran for president of Peru.",
    "Ana Ruiz lost the election in Peru.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_appointment(read, text):
    assert _rows(read(text)) == []


def test_evidence_has_the_title_and_its_holder(read):
    text = "It rained when outgoing Peruvian President Ana Ruiz gave a speech."
    (fact,) = [f for f in read(text).facts if isinstance(f, Appointment)]
    assert text[fact.evidence.start : fact.evidence.end].endswith("Peruvian President Ana Ruiz")
    assert fact.rule == "appointment/title"


def test_what_is_denied_is_rejected_with_a_reason(read):
    rejected = [r for r in read("Peruvian President Ana Ruiz did not resign.").rejected if r.rule.startswith("appoint")]
    assert [(r.rule, r.reason) for r in rejected] == [("appointment/leave-office", "denied")]
