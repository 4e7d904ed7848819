"""A small article and the rows of its facts, written by hand; and a second article for the pages of several."""

import re
from collections.abc import Iterator
from typing import Any

Row = dict[str, Any]

TEXT = (
    "LJUBLJANA \N{DOVE OF PEACE} – Prime Minister Ana Zupan of Slovenia arrived in Vienna on March 4"
    " for an official visit. She met Austrian Chancellor Karl Wieser.\n"
    "“Our neighbours never blocked the railway,” Zupan said."
    " Slovenia and Austria will cooperate in tourism and rail, and hope to work together on energy.\n"
    "Slovenia did not leave the Alpine Forum. Austria, Slovenia and Hungary met at the Alpine Forum in 2023."
    " Trade between Slovenia and Austria rose by 12.5%. Ms. Zupan praised Wieser."
)
LATER = "Budapest hosted Karl Wieser on Monday. Hungary accused Österreich of delay, = so to speak."

BASE = "https://w3id.org/communique/id/"
ENTITIES = {
    "person/zupan": ("Person", "Ana Zupan", ["Ana Zupan", "Ms. Zupan", "Zupan"]),
    "person/wieser": ("Person", "Karl Wieser", ["Karl Wieser", "Wieser"]),
    "country/slovenia": ("Country", "Slovenia", ["Slovenia"]),
    "country/austria": ("Country", "Austria", ["Austrian", "Austria", "Österreich"]),
    "country/hungary": ("Country", "Hungary", ["Hungary"]),
    "place/ljubljana": ("Place", "Ljubljana", ["LJUBLJANA"]),
    "place/vienna": ("Place", "Vienna", ["Vienna"]),
    "body/forum": ("RegionalBody", "Alpine Forum", ["Alpine Forum"]),
    "sector/tourism": ("Sector", "tourism", ["tourism"]),
    "sector/rail": ("Sector", "rail", ["rail"]),
    "sector/energy": ("Sector", "energy", ["energy"]),
}
SAME_AS = {
    "country/slovenia": ["http://www.wikidata.org/entity/Q215", "https://sws.geonames.org/3190538/"],
    "place/vienna": ["javascript:alert(1)"],
}
ARTICLE: Row = {
    "iri": f"{BASE}article/zupan-in-vienna-0a1b2c3d", "title": "Zupan in Vienna", "publisher": "Alpine Courier",
    "date": "2024-03-05", "url": "https://news.example/zupan", "text": TEXT,
}  # fmt: skip
LATER_ARTICLE: Row = {
    "iri": f"{BASE}article/budapest-4e5f6a7b", "title": None, "publisher": "Danube Post", "date": "2024-05-06",
    "url": None, "text": LATER,
}  # fmt: skip


def iri(key: str) -> str:
    """The IRI of one of the entities above."""
    return BASE + key


def entity(key: str) -> Row:
    """The entity as it stands inside a row."""
    kind, label, labels = ENTITIES[key]
    return {"iri": iri(key), "label": label, "labels": labels, "class": kind, "sameAs": SAME_AS.get(key, [])}


def entity_row(key: str, articles: tuple[Row, ...] = (ARTICLE,)) -> Row:
    """The row of an entity, with its mentions."""
    words = "|".join(re.escape(label) for label in sorted(ENTITIES[key][2], key=len, reverse=True))
    mentions = [
        {"start": m.start(), "end": m.end(), "article": article["iri"]}
        for article in articles
        for m in re.finditer(rf"\b(?:{words})\b", article["text"])
    ]
    return {"type": "entity", **entity(key), "mentions": mentions}


def fact(type_: str, evidence: str, article: Row = ARTICLE, confidence: float = 0.8, **roles: Any) -> Row:
    """The row of a fact: values that are keys of ENTITIES, or lists of them, become entities."""

    def value(role: str, given: Any) -> Any:
        if isinstance(given, list):
            return [value(role, one) for one in given]
        return entity(given) if isinstance(given, str) and given in ENTITIES else given

    start = article["text"].index(evidence)
    span = {"text": evidence, "start": start, "end": start + len(evidence), "article": article["iri"]}
    told = {role: value(role, given) for role, given in roles.items()}
    return {"type": type_, **told, "evidence": span, "rule": f"{type_}/by-hand", "confidence": confidence}


ZUPAN, WIESER, VIENNA, FORUM = "person/zupan", "person/wieser", "place/vienna", "body/forum"
SLOVENIA, AUSTRIA, HUNGARY = "country/slovenia", "country/austria", "country/hungary"
JOINT = "Slovenia and Austria will cooperate in tourism and rail, and hope to work together on energy"
FACTS = [
    fact("office", "Prime Minister Ana Zupan of Slovenia", person=ZUPAN, title="prime minister", of=SLOVENIA,
         status="current", confidence=0.95),
    fact("office", "Austrian Chancellor Karl Wieser", person=WIESER, title="chancellor", of=AUSTRIA, status="current"),
    fact("visit", "Ana Zupan of Slovenia arrived in Vienna on March 4 for an official visit", visitor=ZUPAN,
         destination=VIENNA, country=AUSTRIA, date="2024-03-04", kind="official", modality="actual"),
    fact("meeting", "She met Austrian Chancellor Karl Wieser", participants=[ZUPAN, WIESER], place=VIENNA,
         date="2024-03-04", kind="bilateral", event=None, modality="actual"),
    fact("meeting", "Austria, Slovenia and Hungary met at the Alpine Forum in 2023",
         participants=[AUSTRIA, SLOVENIA, HUNGARY], place=None, date="2023", kind="summit", event=FORUM,
         modality="actual"),
    fact("cooperation", JOINT, parties=[SLOVENIA, AUSTRIA], sector="tourism", modality="planned"),
    fact("cooperation", JOINT, parties=[SLOVENIA, AUSTRIA], sector="rail", modality="planned"),
    fact("cooperation", JOINT, parties=[SLOVENIA, AUSTRIA], sector="energy", modality="proposed", confidence=0.5),
    fact("membership", "Slovenia did not leave the Alpine Forum", member=SLOVENIA, body=FORUM, role="former member",
         date=None, modality="denied"),
    fact("statement", "“Our neighbours never blocked the railway,” Zupan said.", speaker=ZUPAN, mode="direct"),
    fact("measure", "Trade between Slovenia and Austria rose by 12.5%", metric="trade", about=[SLOVENIA, AUSTRIA],
         value=12.5, unit="%", direction="increase", period=None),
    fact("event", "Ms. Zupan praised Wieser", actor=ZUPAN, plover="SUPPORT", target=WIESER, modality="actual"),
]  # fmt: skip
LATER_FACTS = [
    fact("visit", "Budapest hosted Karl Wieser on Monday", LATER_ARTICLE, visitor=WIESER, destination=None,
         country=HUNGARY, date="2024-05-06", kind="unspecified", modality="actual"),
    fact("event", "Hungary accused Österreich of delay", LATER_ARTICLE, actor=HUNGARY, plover="ACCUSE", target=AUSTRIA,
         modality="actual", asserter=WIESER),
]  # fmt: skip

ROWS = [*map(entity_row, ENTITIES), *FACTS]
"""The rows of the article, as `kg.facts.facts` would give them."""
ROWS_OF_BOTH = [*(entity_row(key, (ARTICLE, LATER_ARTICLE)) for key in ENTITIES), *FACTS, *LATER_FACTS]


def crowd(countries: int, visitors: int) -> Iterator[Row]:
    """The rows of as many people who each visit one of as many countries."""

    def thing(kind: str, class_: str, i: int) -> Row:
        return {"iri": iri(f"{kind}/{i}"), "label": f"{class_} {i}", "labels": [], "class": class_, "sameAs": []}

    for i in range(visitors):
        yield fact("visit", "LJUBLJANA", visitor=thing("person", "Person", i), destination=None,
                   country=thing("country", "Country", i % countries), date=None, kind="official",
                   modality="actual")  # fmt: skip
