"""Whose an office is and what it is for, as the words around its title tell: "minister of energy of X"."""

from spacy.tokens import Doc

from kg.extract.doc import Mention, mention_at, owner_at, type_of
from kg.extract.wordlists import listed
from kg.lexicon import OfficeKind

__all__ = ["DIPLOMAT", "HEADS", "is_public", "may_own", "owner_after", "owner_before", "owner_behind"]

OFFICE = "https://w3id.org/communique/id/office/"
DIPLOMAT = OFFICE + "diplomat"
HEADS = frozenset({OFFICE + "head-of-state", OFFICE + "head-of-government"})
_PUBLIC = {OFFICE + "head-of-government", OFFICE + "minister", DIPLOMAT}
# What may stand between an owner and the office, and in a phrase before the owner.
_BETWEEN = {"POS", "JJ", "JJR", "RB", "VBN", "VBG", "HYPH", "NN"}
_INSIDE = {"DT", "JJ", "NN", "NNP", "POS", "VBN", "HYPH", "PRP$", "``", "''"}


def may_own(doc: Doc, iri: str | None, kind: OfficeKind) -> bool:
    """Whether something not said to have an office, only named beside it, may have one: no party has ministers."""
    entity = doc._.entities.get(iri)
    return entity is not None and not (is_public(doc, kind) and entity.type == "Organization")


def is_public(doc: Doc, kind: OfficeKind) -> bool:
    """Whether it is an office that only states and bodies of states have."""
    return bool(_PUBLIC & {kind.iri, *kind.broader}) and kind.title not in listed(doc, "title-common")


def owner_before(doc: Doc, start: int) -> tuple[str, int] | None:
    """Whom an office belongs to, named before it: "Kazakh President", "Malaysia's prime minister"."""
    i = start - 1
    if i > 2 and doc[i].text == ")" and doc[i - 2].text == "(":  # "Harbour Fund (HF) president"
        i -= 3
    while i >= 0 and mention_at(doc[i]) is None and doc[i].tag_ in _BETWEEN and start - i < 4:
        i -= 1
    mention = mention_at(doc[i]) if i >= 0 else None
    if mention and mention.iris and _owns(doc, mention):
        entity = doc._.entities[mention.iris[0]]
        if entity.type == "Place" and doc[mention.start : mention.end].text not in (entity.name, entity.name.upper()):
            return None  # "African President"
        return mention.iris[0], mention.start
    return None


def _owns(doc: Doc, mention: Mention) -> bool:
    entity = doc._.entities.get(mention.iris[0])
    return entity is not None and entity.type in ("Country", "RegionalBody", "Organization", "Place")


def owner_behind(doc: Doc, mention: Mention) -> str | None:
    """ "President X of Y"."""
    if mention.end + 1 < len(doc) and doc[mention.end].lower_ == "of":
        j = mention.end + 1 + (doc[mention.end + 1].lower_ == "the")
        owner = owner_at(doc, j)
        return owner.iris[0] if owner and type_of(doc, owner.iris[0]) != "Place" else None
    return None


def owner_after(doc: Doc, end: int, kind: OfficeKind) -> tuple[str | None, int, str]:
    """Whom an office belongs to and its portfolio, named after it: "of Energy of the Republic of X"."""
    words: list[str] = []
    i = end
    if i + 1 < len(doc) and doc[i].text == "," and doc[i + 1].lower_ == "at":
        i += 1  # "analyst and fellow, at X"
    while i + 1 < len(doc) and doc[i].lower_ in ("of", "for", "at", "in", "with", "to"):
        mention = None if kind.takes_portfolio and _is_field(doc, i + 1) else _owner_in(doc, i + 1)
        if mention is not None:
            place = doc._.entities[mention.iris[0]].type == "Place"
            serves = doc[i].lower_ == "to" and kind.title in listed(doc, "title-serving") and not place
            if serves:  # "adviser to the Peruvian president"
                return mention.iris[0], mention.end, _spaced(words)
            sent = doc[i].lower_ == "to" and DIPLOMAT in (kind.iri, *kind.broader)
            if sent or doc[i].lower_ in ("with", "to") and not _employs(doc, mention):
                return None, mention.end if doc[i].lower_ == "to" else end, _spaced(words)
            if place and doc[i].lower_ != "of":
                return None, mention.end, _spaced(words)
            return mention.iris[0], _sent_to(doc, mention.end), _spaced(words)
        j = i + 1
        while j < len(doc) and doc[j].tag_ in ("DT", "PRP$"):
            j += 1
        if doc[i].lower_ not in ("of", "for") or not kind.takes_portfolio or words:
            break
        k = j
        while k < len(doc) and (mention_at(doc[k]) is None or _is_field(doc, k)) and _portfolio(doc, j, k):
            k += 1
        while k > j and doc[k - 1].lower_ in ("and", ",", "&"):
            k -= 1
        if k == j:
            break
        words = [t.lower_ for t in doc[j:k]]
        i = end = k
    return None, end, _spaced(words)


def _sent_to(doc: Doc, i: int) -> int:
    """The token behind the country to which somebody is sent: "ambassador of X [to Y]"."""
    if i + 1 < len(doc) and doc[i].lower_ in ("to", "in"):
        mention = mention_at(doc[i + 1]) or (
            mention_at(doc[i + 2]) if i + 2 < len(doc) and doc[i + 1].tag_ == "DT" else None
        )
        if mention is not None and _owns(doc, mention):
            return mention.end
    return i


def _owner_in(doc: Doc, start: int) -> Mention | None:
    """The owner named in the phrase that begins at `start`: an organisation comes before the country that it is of."""
    owners: list[Mention] = []
    i = start
    while i < min(start + 10, len(doc)):
        mention = mention_at(doc[i])
        if mention is not None:
            if not (mention.iris and _owns(doc, mention)):
                break
            if i == start or doc[i - 1].text != "-":  # "the pro-European party"
                owners.append(mention)
            i = mention.end
        elif (
            doc[i].tag_ in _INSIDE
            or doc[i].lower_ in ("think", "based")
            or doc[i].text in ("-", "–", '"', "“", "‘", "'")
        ):
            i += 1
        else:
            break
    organisations = [m for m in owners if doc._.entities[m.iris[0]].type in ("Organization", "RegionalBody")]
    return next(iter(organisations[-1:] or owners[:1]), None)


def _employs(doc: Doc, mention: Mention) -> bool:
    return doc._.entities[mention.iris[0]].type in ("Organization", "RegionalBody")


def _is_field(doc: Doc, i: int) -> bool:
    """Whether a word for a continent begins what a minister is for: "for [European] and International Affairs"."""
    continent = doc[i].lower_ in listed(doc, "portfolio-continent")
    return continent and any(t.lower_ in listed(doc, "portfolio-abroad") for t in doc[i + 1 : i + 4])


def _portfolio(doc: Doc, start: int, i: int) -> bool:
    token = doc[i]
    if token.lower_ in ("and", "&", ","):
        nxt = doc[i + 1] if i + 1 < len(doc) else None
        return i > start and nxt is not None and nxt.text[:1].isupper() == doc[start].text[:1].isupper() and (
            nxt.pos_ in ("NOUN", "PROPN", "ADJ") and (mention_at(nxt) is None or _is_field(doc, nxt.i))
            and not (token.text == "," and nxt.ent_type_ == "PERSON"))  # fmt: skip
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and token.text[:1].isupper() == doc[start].text[:1].isupper()


def _spaced(words: list[str]) -> str:
    """Words as they are written: no blank before a comma."""
    return " ".join(words).replace(" ,", ",")
