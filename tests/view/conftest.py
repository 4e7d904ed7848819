"""A small article and the rows of its facts, written by hand."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

Row = dict[str, Any]

TEXT = (
    "LJUBLJANA \N{DOVE OF PEACE} – Prime Minister Ana Zupan of Slovenia arrived in Vienna on March 4"
    " for an official visit. She met Austrian Chancellor Karl Wieser.\n"
    "“Our neighbours never blocked the railway,” Zupan said."
    " Slovenia and Austria will cooperate in tourism and rail, and hope to work together on energy.\n"
    "Slovenia did not leave the Alpine Forum. Austria, Slovenia and Hungary met at the Alpine Forum in 2023."
    " Trade between Slovenia and Austria rose by 12.5%. Ms. Zupan praised Wieser."
)

ENTITIES = {
    "zupan": ("Person", "Ana Zupan", ["Ana Zupan", "Ms. Zupan", "Zupan"]),
    "wieser": ("Person", "Karl Wieser", ["Karl Wieser", "Wieser"]),
    "slovenia": ("Country", "Slovenia", ["Slovenia"]),
    "austria": ("Country", "Austria", ["Austrian", "Austria"]),
    "hungary": ("Country", "Hungary", ["Hungary"]),
    "ljubljana": ("Place", "Ljubljana", ["LJUBLJANA"]),
    "vienna": ("Place", "Vienna", ["Vienna"]),
    "forum": ("RegionalBody", "Alpine Forum", ["Alpine Forum"]),
    "tourism": ("Sector", "tourism", ["tourism"]),
    "rail": ("Sector", "rail", ["rail"]),
    "energy": ("Sector", "energy", ["energy"]),
}
SAME_AS = {
    "slovenia": ["http://www.wikidata.org/entity/Q215", "https://sws.geonames.org/3190538/"],
    "vienna": ["javascript:alert(1)"],
}


def iri(key: str) -> str:
    """The IRI of one of the entities above."""
    return f"https://w3id.org/communique/id/{ENTITIES[key][0].lower()}/{key}"


def entity(key: str) -> Row:
    """The entity as it stands inside a row."""
    kind, label, labels = ENTITIES[key]
    return {"iri": iri(key), "label": label, "labels": labels, "class": kind, "sameAs": SAME_AS.get(key, [])}


def entity_row(key: str) -> Row:
    """The row of an entity, with its mentions."""
    words = "|".join(re.escape(label) for label in sorted(ENTITIES[key][2], key=len, reverse=True))
    mentions = [{"start": m.start(), "end": m.end()} for m in re.finditer(rf"\b(?:{words})\b", TEXT)]
    return {"type": "entity", **entity(key), "mentions": mentions}


def fact(type_: str, evidence: str, **roles: Any) -> Row:
    """The row of a fact: values that are keys of ENTITIES, or lists of them, become entities."""

    def value(role: str, given: Any) -> Any:
        if isinstance(given, list):
            return [value(role, one) for one in given]
        return entity(given) if role != "sector" and given in ENTITIES else given

    start = TEXT.index(evidence)
    span = {"text": evidence, "start": start, "end": start + len(evidence)}
    return {"type": type_, **{role: value(role, given) for role, given in roles.items()}, "evidence": span}


JOINT = "Slovenia and Austria will cooperate in tourism and rail, and hope to work together on energy"
FACTS = [
    fact("office", "Prime Minister Ana Zupan of Slovenia", person="zupan", title="prime minister", of="slovenia",
         status="current"),
    fact("office", "Austrian Chancellor Karl Wieser", person="wieser", title="chancellor", of="austria",
         status="current"),
    fact("visit", "Ana Zupan of Slovenia arrived in Vienna on March 4 for an official visit", visitor="zupan",
         destination="vienna", country="austria", date="2024-03-04", kind="official", modality="actual"),
    fact("meeting", "She met Austrian Chancellor Karl Wieser", participants=["zupan", "wieser"], place="vienna",
         date="2024-03-04", kind="bilateral", event=None, modality="actual"),
    fact("meeting", "Austria, Slovenia and Hungary met at the Alpine Forum in 2023",
         participants=["austria", "slovenia", "hungary"], place=None, date="2023", kind="summit", event="forum",
         modality="actual"),
    fact("cooperation", JOINT, parties=["slovenia", "austria"], sector="tourism", modality="planned"),
    fact("cooperation", JOINT, parties=["slovenia", "austria"], sector="rail", modality="planned"),
    fact("cooperation", JOINT, parties=["slovenia", "austria"], sector="energy", modality="proposed"),
    fact("membership", "Slovenia did not leave the Alpine Forum", member="slovenia", body="forum",
         role="former member", date=None, modality="denied"),
    fact("statement", "“Our neighbours never blocked the railway,” Zupan said.", speaker="zupan", mode="direct"),
    fact("measure", "Trade between Slovenia and Austria rose by 12.5%", metric="trade", about=["slovenia", "austria"],
         value=12.5, unit="%", direction="increase", period=None),
    fact("event", "Ms. Zupan praised Wieser", actor="zupan", plover="SUPPORT", target="wieser", modality="actual"),
]  # fmt: skip

ARTICLE: Mapping[str, Any] = {
    "title": "Zupan in Vienna", "publisher": "Alpine Courier", "date": "2024-03-05",
    "url": "https://news.example/zupan", "text": TEXT,
}  # fmt: skip


@pytest.fixture(scope="session")
def rows() -> list[Row]:
    """The rows of the article, as `kg.facts.facts` would give them."""
    return [*map(entity_row, ENTITIES), *FACTS]


@pytest.fixture(scope="session")
def articles() -> list[Mapping[str, Any]]:
    """The article."""
    return [ARTICLE]
