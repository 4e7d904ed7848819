import pytest

from kg.view.telling import role_values, tell


def entity(label):
    return {"iri": f"https://example.org/{label}", "label": label, "class": "Country"}


A, B, C = map(entity, ("Ana", "Slovenia", "Austria"))


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"type": "office", "person": A, "title": "prime minister", "of": B, "status": "current"},
         "Ana is prime minister of Slovenia"),
        ({"type": "office", "person": A, "title": "president", "of": None, "status": "former"}, "Ana was president"),
        ({"type": "visit", "visitor": A, "destination": None, "country": B, "modality": "actual"},
         "Ana visits Slovenia"),
        ({"type": "visit", "visitor": A, "destination": B, "country": C, "modality": "planned"},
         "Ana will visit Slovenia"),
        ({"type": "meeting", "participants": [A, B, C], "place": None, "event": None, "modality": "actual"},
         "Ana, Slovenia and Austria meet"),
        ({"type": "meeting", "participants": [B, C], "place": A, "event": None, "modality": "denied"},
         "Slovenia and Austria do not meet in Ana"),
        ({"type": "cooperation", "parties": [B], "sector": ["rail"], "modality": "actual"},
         "Slovenia cooperates in rail"),
        ({"type": "cooperation", "parties": [B, C], "sector": None, "modality": "proposed"},
         "Slovenia and Austria may cooperate"),
        ({"type": "agreement", "parties": [B, C], "kind": "memorandum", "name": "Rail Pact", "sector": [],
          "modality": "actual"}, "Slovenia and Austria agree on a memorandum “Rail Pact”"),
        ({"type": "agreement", "parties": [B], "kind": "agreement", "name": None, "sector": ["rail", "trade"],
          "modality": "planned"}, "Slovenia will agree on an agreement in rail and trade"),
        ({"type": "statement", "speaker": A, "mode": "direct"}, "Ana says"),
        ({"type": "membership", "member": B, "body": C, "role": "chair", "modality": "planned"},
         "Slovenia will be chair of Austria"),
        ({"type": "membership", "member": B, "body": C, "role": "member", "modality": "denied"},
         "Slovenia is not member of Austria"),
        ({"type": "measure", "metric": "trade", "about": [B, C], "value": 1250000, "unit": "USD",
          "direction": "decrease", "period": None}, "trade of Slovenia and Austria: −1,250,000 USD"),
        ({"type": "measure", "metric": "growth", "about": [], "value": 1000, "upper": 1500.5, "unit": "%",
          "direction": "increase", "period": None}, "growth: +1,000–1,500.5 %"),
        ({"type": "measure", "metric": "growth", "about": [], "value": 2.5, "unit": "%", "direction": "level",
          "period": None}, "growth: 2.5 %"),
        ({"type": "appointment", "person": A, "title": "envoy", "of": B, "change": "start"},
         "Ana becomes envoy of Slovenia"),
        ({"type": "event", "actor": A, "plover": "ACCUSE", "target": B, "modality": "actual"}, "Ana accuses Slovenia"),
        ({"type": "event", "actor": A, "plover": "AGREE", "target": B, "modality": "planned"},
         "Ana will agree with Slovenia"),
        ({"type": "event", "actor": A, "plover": "AGREE", "target": None, "modality": "actual"}, "Ana agrees"),
        ({"type": "event", "actor": A, "plover": "SUPPORT", "target": None, "modality": "denied"},
         "Ana does not support"),
        ({"type": "something new"}, "something new"),
    ],
)  # fmt: skip
def test_a_fact_is_told_as_a_sentence(row, told):
    assert "".join(part if isinstance(part, str) else part["label"] for part in tell(row)) == told


def test_roles_without_a_value_are_left_out():
    row = {"type": "visit", "visitor": A, "destination": None, "date": "2024", "evidence": {"text": "x"}}
    assert list(role_values(row)) == [("visitor", [A]), ("date", ["2024"])]
