"""What the stages hand to each other: an article goes in, a reading of it comes out.

All offsets count characters (Unicode code points) of `Article.text`; `end` is exclusive, so that
`text[start:end]` gives the words. Entities are known by their IRI. Dates are ISO 8601, possibly partial
("2024-05-16", "2024-05", "2024"), intervals have a slash ("2024-05-01/2024-05-03").
The rows of `kg facts` follow these classes field by field.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

__all__ = [
    "Act", "Agreement", "Appointment", "Article", "Cooperation", "Entity", "EntityType", "Fact", "Meeting",
    "Measure", "Membership", "Modality", "Office", "Passage", "Reading", "Rejected", "Statement",
    "TimeExpression", "Visit",
]  # fmt: skip

EntityType = Literal["Person", "Country", "Place", "RegionalBody", "Organization", "Sector", "Event"]
Modality = Literal["actual", "planned", "proposed", "denied"]


@dataclass(frozen=True, slots=True)
class Article:
    """A news article: its plain text and what is known about its publication.

    `name` is a path below a folder, with "/" and without a suffix, that is safe to write to: the stem of the file that
    it came from, its path below the folder that was read ("2024/05/visit"), or a file's name and an id or number in it.
    `date` is the day of publication (ISO) or None.
    """

    text: str
    name: str = "article"
    title: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch of the article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world, with every place in the text that names it (pronouns and "the president" do not)."""

    iri: str
    type: EntityType
    name: str
    labels: tuple[str, ...] = ()
    mentions: tuple[Passage, ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time, valued as TIMEX3 does: "2024-05-16", "2024-Q1", "P3D", "PRESENT_REF"."""

    passage: Passage
    value: str | None
    type: Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact has: the passage that says it, the rule that found it, and how sure that rule is.

    `asserter` is the IRI of who says it, where it stands in somebody's statement; None is the article itself.
    `confidence` lies between 0 and 1.
    """

    evidence: Passage
    rule: str
    confidence: float = 0.8
    asserter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Fact):
    """A person holds an office. `title` is generic lower-case English, `of` a country, body or organisation."""

    person: str
    title: str
    of: str | None
    status: Literal["current", "former", "future", "acting"] = "current"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Fact):
    """A person, or a country's delegation, travels to a place."""

    visitor: str
    destination: str | None
    country: str | None
    date: str | None
    kind: Literal["official", "state", "working", "private", "unspecified"] = "unspecified"
    modality: Modality = "actual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Fact):
    """Two or more parties meet, talk or phone. `event` is the named summit, if it is one."""

    participants: tuple[str, ...]
    place: str | None
    date: str | None
    kind: Literal["bilateral", "summit", "call", "interview", "other"] = "bilateral"
    event: str | None = None
    modality: Modality = "actual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cooperation(Fact):
    """States, bodies or companies cooperate in a sector (the sector's IRI; None: in general)."""

    parties: tuple[str, ...]
    sector: str | None
    modality: Modality = "actual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Fact):
    """Something that parties agree or sign. `name` is the text's own wording; `sectors` are IRIs."""

    parties: tuple[str, ...]
    kind: Literal["agreement", "memorandum", "treaty", "contract", "declaration", "loan", "plan"]
    name: str | None
    sectors: tuple[str, ...]
    date: str | None
    modality: Modality = "actual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """A quote or reported speech: `evidence` is the whole sentence, `content` what is said, where it stands apart."""

    speaker: str
    mode: Literal["direct", "indirect", "mixed"]
    content: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Fact):
    """What a state (or person) is to a body."""

    member: str
    body: str
    role: Literal["member", "chair", "host", "observer", "partner", "candidate", "founder", "former member"]
    date: str | None
    modality: Modality = "actual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Fact):
    """A number about countries, bodies or organisations. `unit` is "%", "USD", "people", "tonnes" …

    Of a range ("10-15%") `value` is the lower end and `upper` the upper one.
    """

    metric: str
    about: tuple[str, ...]
    value: Decimal
    unit: str
    direction: Literal["level", "increase", "decrease"] = "level"
    period: str | None = None
    upper: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment(Fact):
    """A person takes, leaves or is proposed for an office."""

    person: str
    title: str
    of: str | None
    change: Literal["start", "end", "proposed"]
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Fact):
    """Any other act of one party towards another: `kind` is the IRI of its class, `plover` its PLOVER root."""

    actor: str
    plover: str
    target: str | None
    kind: str
    modality: Modality = "actual"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that was not taken for a fact, and why."""

    passage: Passage
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one article, each tuple in the order of the text.

    `fingerprint` tells what was read by which program (`kg.archive.fingerprint`); it is empty where nobody asks.
    """

    article: Article
    entities: tuple[Entity, ...]
    dates: tuple[TimeExpression, ...]
    facts: tuple[Fact, ...]
    rejected: tuple[Rejected, ...] = ()
    warnings: tuple[str, ...] = ()
    fingerprint: str = ""
