"""The members that a text lists behind a body's name: "BRICS (Brazil, Russia and India)", "ASEAN groups X, Y and Z".

They are told by the words side by side, whatever the parse makes of a long list.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.doc import Mention, type_of
from kg.extract.scene import Scene
from kg.extract.toldbodies import names_body

__all__ = ["listed_members"]

_OPENING = {"(": ")", "-": "-", "–": "–", "—": "—", ":": "."}
_FEWEST = 3  # names that make a list of members


def listed_members(scene: Scene) -> Iterator[tuple[Mention, tuple[Mention, ...]]]:
    """The bodies whose members stand behind their name: "BRICS (Brazil, Russia, India, China and South Africa)"."""
    mentions = [m for m in scene.doc._.mentions if m.kind == "name"]
    for at, mention in enumerate(mentions):
        if not names_body(scene, mention) or mention.end >= len(scene.doc):
            continue
        opening = mention.end
        if _is_body_noun(scene, scene.doc[opening]) and opening + 1 < len(scene.doc):  # "the BRICS group (…"
            opening += 1
        closing = _OPENING.get(scene.doc[opening].text)
        members: list[Mention] = []
        end = opening + 1
        if verb := _grouping(scene, opening):
            closing, end = "", verb.i + 1
        for other in mentions[at + 1 :] if closing is not None else ():
            if other.start < end:
                continue
            if not members:
                end = _past_count(scene, end)
            between = {t.lower_ for t in scene.doc[end : other.start]}
            if between - {",", "and", "the"} or type_of(scene.doc, other.iris[0]) != "Country":
                break
            members.append(other)
            end = other.end
        if len(members) >= _FEWEST and end < len(scene.doc) and closing in ("", scene.doc[end].text):
            yield mention, tuple(members)


def _is_body_noun(scene: Scene, token: Token) -> bool:
    members = token.tag_ == "NNS" and scene.is_one_of("member-counted", token)  # "the BRICS nations – X, Y and Z"
    return members or token.tag_ in ("NN", "NNP") and scene.is_one_of("body-noun", token)


def _past_count(scene: Scene, i: int) -> int:
    """The token behind what counts those in a list: "groups [16 countries, including] X, Y and Z"."""
    doc, end = scene.doc, i
    while end < len(doc) and (doc[end].like_num or doc[end].text == "," or scene.is_one_of("member-counted", doc[end])):
        end += 1
    return end


def _grouping(scene: Scene, i: int) -> Token | None:
    """The verb at `i`, or in a relative clause there, that tells a body's members: "the GCC, which groups X and Y"."""
    doc = scene.doc
    if doc[i].text == "(" and i + 2 < len(doc) and doc[i + 2].text == ")":  # the acronym
        i += 3
    if i + 2 < len(doc) and doc[i].text == "," and doc[i + 1].lower_ == "which":
        i += 2
    return doc[i] if i < len(doc) and scene.is_one_of("body-groups", doc[i]) and doc[i].lemma_ != "be" else None
