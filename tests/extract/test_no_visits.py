"""What tells of no visit, though it sounds like one."""

import pytest

from kg.model import Visit

ABSENT = [
    # attending a meeting abroad is a meeting
    "A Peruvian plane landed in Kenya.",
    "The ministers met in Lima.",
    "Ana Ruiz attended a conference in Nairobi.",
    "Ana Ruiz is in charge of the talks with Peru.",
    # who was there all the time
    "Ana Ruiz was born in Peru.",
    "Ana Ruiz lives in Kenya.",
    "Ana Ruiz studied in Kenya.",
    "Ana Ruiz comes from Kenya.",
    "Peruvian President Ana Ruiz returned to Peru.",
    "LIMA, May 16 (Alpine Press) -- Peruvian President Ana Ruiz arrived here on Thursday.",
    # other senses
    "Ana Ruiz is on her way to recovery.",
    "Ana Ruiz's Kenya policy was short-lived.",
    "Ola Berg urged visiting Peruvian senators to wait.",
    "Ana Ruiz visited soldiers of Kenya.",
    "Ana Ruiz went to great lengths.",
    "Ana Ruiz heads to the polls in Peru.",
    "Ana Ruiz left the Kenya talks.",
    "Ana Ruiz left office in Peru.",
    "Ana Ruiz will be in office until May.",
    "Ana Ruiz visited the website of the ministry of Kenya.",
    "Relations between Peru and Kenya go back to 1960.",
    "Ana Ruiz went to school in Kenya.",
    "Ana Ruiz came to power in Peru.",
    "Ana Ruiz landed a job in Kenya.",
    "Norwegian Foreign Minister Ola Berg hosted the EU ambassador in Oslo.",
    "Norwegian Foreign Minister Ola Berg hosted the Peruvian ambassador in Oslo.",
    "Ola Berg welcomed the deal in Oslo.",
    "Ola Berg received a doctorate in Oslo.",
    "Police took Ana Ruiz to Nairobi.",
    "Ana Ruiz has toured around the globe.",
    # no visitor
    "The former's visit to Kenya was short.",
    "Exports to Japan arrived at a record.",
    "Peru's exports travelled to Kenya.",
    "The prize went to Kenya.",
    "Kenya hopes that many tourists visit.",
    "The Kenya Tourism Board welcomed visitors.",
    "Visit Kenya is a campaign.",
    # no destination
    "Ana Ruiz spoke about tourism to Kenya.",
    "Ana Ruiz left Nairobi on Monday.",
    "Ana Ruiz visited a factory.",
    "The visit was short.",
]


@pytest.mark.parametrize("text", ABSENT)
def test_no_visit(read, text):
    assert [fact for fact in read(text).facts if isinstance(fact, Visit)] == []
