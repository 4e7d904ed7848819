"""What the pipeline's components leave on a Doc for those after them.

| attribute         | set by        | what |
|-------------------|---------------|------|
| `doc._.article`   | the caller    | the `Article` that the Doc was made of |
| `doc._.entities`  | names         | dict from IRI to `Entity` |
| `doc._.mentions`  | names, coreference | tuple of `Mention`, in the order of the text, not overlapping |
| `doc._.titles`    | offices      | tuple of `Title` (kg.extract.titles) |
| `doc._.dates`     | dates         | tuple of `TimeExpression` |
| `doc._.quotes`    | quotes        | tuple of `Quote` |
| `doc._.facts`     | every stage   | list of `Fact` |
| `doc._.rejected`  | every stage   | list of `Rejected` |
| `doc._.warnings`  | every stage   | list of str |

Inside the Doc, offsets count tokens; those of `model` count characters.
"""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from kg.extract.tree import conjuncts
from kg.model import Article, Entity, EntityType, Passage

__all__ = [
    "Mention", "Quote", "characters", "denoted", "mention_at", "named", "parties", "passage", "quotes_in", "register",
    "text_of", "type_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for one entity, or for several together ("the two countries").

    Tokens `start` to `end` (exclusive); `head` is the token that the parse hangs the phrase on.
    """

    start: int
    end: int
    head: int
    kind: Literal["name", "nominal", "pronoun"]
    iris: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks (tokens, marks included) and the IRI of who says them."""

    start: int
    end: int
    speaker: str | None


def register() -> None:
    """Declare the attributes of this module's table; doing it again changes nothing."""
    if Doc.has_extension("mentions"):
        return
    Doc.set_extension("article", default=Article(text=""))
    Doc.set_extension("mentions", getter=_mentions, setter=_set_mentions)
    Doc.set_extension("quotes", getter=_quotes, setter=_set_quotes)
    for name in ("dates", "titles"):
        Doc.set_extension(name, default=())
    Doc.set_extension("entities", getter=_entities, setter=_set_entities)
    for name in ("facts", "rejected", "warnings"):
        Doc.set_extension(name, default=[])  # spaCy copies a mutable default for each Doc


def _entities(doc: Doc) -> dict[str, Entity]:
    found: dict[str, Entity] = doc.user_data.setdefault("kg.entities", {})
    return found


def _set_entities(doc: Doc, entities: dict[str, Entity]) -> None:
    """Keep them where `type_of` finds them at once: an attribute costs spaCy a search through its extensions."""
    doc.user_data["kg.entities"] = entities


def _mentions(doc: Doc) -> tuple[Mention, ...]:
    found: tuple[Mention, ...] = doc.user_data.get("kg.mentions", ())
    return found


def _set_mentions(doc: Doc, mentions: tuple[Mention, ...]) -> None:
    """Keep the mentions with an index by token, so that `mention_at` takes no search."""
    doc.user_data["kg.mentions"] = mentions
    doc.user_data.pop("kg.referents", None)  # what phrases were found to stand for
    doc.user_data["kg.mention_at"] = {i: m for m in mentions for i in range(m.start, m.end)}


def _quotes(doc: Doc) -> tuple[Quote, ...]:
    found: tuple[Quote, ...] = doc.user_data.get("kg.quotes", ())
    return found


def _set_quotes(doc: Doc, quotes: tuple[Quote, ...]) -> None:
    """Keep the quotations with an index by token, so that `quotes_in` looks through no others."""
    doc.user_data["kg.quotes"] = quotes
    index: dict[int, list[Quote]] = {}
    for quote in quotes:
        for i in range(quote.start, quote.end):
            index.setdefault(i, []).append(quote)
    doc.user_data["kg.quotes_at"] = index


def quotes_in(doc: Doc, start: int, end: int) -> list[Quote]:
    """The quotations that have some of the tokens `start` to `end` (exclusive), in their order."""
    index: dict[int, list[Quote]] = doc.user_data.get("kg.quotes_at", {})
    return list(dict.fromkeys(quote for i in range(start, end) for quote in index.get(i, ()))) if index else []


def mention_at(token: Token) -> Mention | None:
    """The mention that covers a token."""
    index: dict[int, Mention] | None = token.doc.user_data.get("kg.mention_at")
    return index.get(token.i) if index else None


def named(token: Token) -> tuple[str, ...]:
    """The IRIs of the name that covers a token."""
    mention = mention_at(token)
    return mention.iris if mention is not None and mention.kind == "name" else ()


def person_at(doc: Doc, i: int) -> Mention | None:
    """The mention of one named person that covers the token at `i`, which may lie outside the Doc."""
    mention = mention_at(doc[i]) if 0 <= i < len(doc) else None
    return mention if mention and len(mention.iris) == 1 and type_of(doc, mention.iris[0]) == "Person" else None


def owner_at(doc: Doc, i: int) -> Mention | None:
    """The mention of a country, body, organisation or place that covers the token at `i`."""
    mention = mention_at(doc[i]) if 0 <= i < len(doc) else None
    if mention is None or not mention.iris or type_of(doc, mention.iris[0]) in ("Person", "Event", "Sector", None):
        return None
    return mention


def denoted(token: Token) -> tuple[str, ...]:
    """The IRIs of what the phrase headed by `token` stands for; empty where that is nothing known."""
    mention = mention_at(token)
    return mention.iris if mention and mention.head == token.i else ()


def parties(token: Token) -> tuple[str, ...]:
    """The IRIs of `token`'s phrase and of all that is joined to it ("X, Y and Z"), each once, in order."""
    return tuple(dict.fromkeys(iri for t in (token, *conjuncts(token)) for iri in denoted(t)))


def type_of(doc: Doc, iri: str) -> EntityType | None:
    """The type of an entity of this Doc."""
    entity: Entity | None = doc.user_data.get("kg.entities", {}).get(iri)
    return entity.type if entity else None


def text_of(doc: Doc) -> str:
    """The text of a Doc, which spaCy puts together anew each time."""
    text: str | None = doc.user_data.get("kg.text")
    if text is None:
        text = doc.user_data["kg.text"] = doc.text
    return text


def passage(span: Span) -> Passage:
    """The characters of a span of tokens."""
    return Passage(span.start_char, span.end_char)


def characters(doc: Doc, start: int, end: int) -> Passage:
    """The characters of the tokens `start` to `end` (exclusive), without a span made for them."""
    last = doc[end - 1]
    return Passage(doc[start].idx, last.idx + len(last))
