"""Which tellings are of one deal, and which deals a list holds."""

import pytest

N, P = "Norway", "Peru"


def test_the_deal_told_again_is_no_other(agreements_in):
    text = "Norway and Peru signed a trade deal in 2020. Norway hopes to renew the deal with Peru."
    assert [(row[2], row[4], row[5]) for row in agreements_in(text)] == [("trade deal", "2020", "actual")]


# Texts of several sentences that tell of one deal: its kind, name, sectors, date and modality.
TOLD_AGAIN = [
    ("Norway signed a treaty with Peru in January. Estonia has rejected the pact.",
     ("treaty", None, set(), "2024-01", "actual")),
    ("Norway and Peru are negotiating a tax treaty. Norway hopes that the treaty will be signed this year.",
     ("treaty", "tax treaty", {"finance"}, "2024", "proposed")),
    ("Norway and Peru will sign a pact on Monday. The pact covers fisheries. The deal is their first.",
     ("agreement", None, {"fisheries"}, "2024-05-20", "planned")),
    ("Norway and Peru have agreed in principle to upgrade ties to a tourism partnership.",
     ("agreement", "tourism partnership", {"tourism"}, None, "actual")),
    ("Norway and Peru negotiated a deal for years. The deal was signed on Friday.",
     ("agreement", None, set(), "2024-05-17", "actual")),
    ("A trade pact was announced in Oslo. The pact between Norway and Peru is their first.",
     ("agreement", "trade pact", {"trade"}, None, "actual")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOLD_AGAIN)
def test_the_pact_is_the_one_told_before(agreements_in, text, expected):
    assert agreements_in(text) == [({N, P}, *expected)]


# Texts that tell of two deals, with the kind, the name and the modality of each.
TWO = [
    ("Norway and Peru signed an agreement in Oslo. Norway and Peru will sign an agreement in Lima.",
     [("agreement", None, "actual"), ("agreement", None, "planned")]),
    ("Norway has not signed a contract with Peru. The 2020 arrangement between Norway, Peru and Estonia stands.",
     [("agreement", None, "actual"), ("contract", None, "denied")]),
    ("Norway and Peru have a memorandum on labour. The document was signed in 2021. A free trade pact is discussed.",
     [("agreement", "free trade pact", "proposed"), ("memorandum", None, "actual")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TWO)
def test_what_is_new_or_denied_is_another_deal(agreements_in, text, expected):
    assert sorted(((r[1], r[2], r[5]) for r in agreements_in(text)), key=str) == expected


# What lists deals, and the kind and sectors of each of them; all are between Norway and Peru, and signed.
LISTED = [
    ("Norway and Peru signed two documents, a memorandum on health and a treaty on extradition.",
     [("memorandum", {"health"}), ("treaty", {"justice"})]),
    ("Following the talks, Norway and Peru signed:\n- Agreement on visa exemption\n- Protocol on tourism",
     [("agreement", {"migration"}), ("agreement", {"tourism"})]),
    ("The following documents were signed by Norway and Peru:\n\nMemorandum on tourism;\nContract on rail.",
     [("contract", {"rail"}), ("memorandum", {"tourism"})]),
    ("Norway and Peru signed several documents. They include an agreement on rail and a roadmap for tourism.",
     [("agreement", {"rail"}), ("plan", {"tourism"})]),
    ("Norway and Peru signed ten documents. Among them are a treaty on tax, a memorandum on sport and a contract.",
     [("contract", set()), ("memorandum", {"sport"}), ("treaty", {"finance"})]),
    ("Norway and Peru signed an agreement on trade, a memorandum on space, as well as a contract on rail.",
     [("agreement", {"trade"}), ("contract", {"rail"}), ("memorandum", {"space"})]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTED)
def test_each_deal_of_a_list_is_one(agreements_in, text, expected):
    rows = agreements_in(text)
    assert sorted((row[1], row[3]) for row in rows) == expected
    assert all((row[0], row[5]) == ({N, P}, "actual") for row in rows)


# Two deals, though both are between the same two states.
APART = [
    "Norway and Peru signed a trade deal in 2020. Norway and Peru signed a tax deal in 2021.",
    "Norway signed a deal with Peru. Estonia signed a deal with Japan.",
    "Norway and Peru signed a treaty. Norway and Peru signed a contract.",
]


@pytest.mark.parametrize("text", APART)
def test_two_deals(agreements_in, text):
    assert len(agreements_in(text)) == 2


def test_a_deal_told_twice_is_one(agreements_in):
    text = "Norway and Peru signed an agreement on energy. The agreement between Norway and Peru is their first."
    assert agreements_in(text) == [({N, P}, "agreement", None, {"energy"}, None, "actual")]


def test_who_calls_for_a_truce_is_no_party_to_it(agreements_in):
    text = "Norway and Peru signed an agreement. They called for an immediate ceasefire in Sudan."
    assert [(row[2], row[5]) for row in agreements_in(text)] == [(None, "actual")]
