"""Which office a clause of appointing gives whom: "named X prime minister and Y as minister of energy"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.doc import Mention, mention_at, person_at, type_of
from kg.extract.frames import Match
from kg.extract.grammar import children
from kg.extract.scene import Scene
from kg.extract.titles import Title

__all__ = ["named_to", "offered", "owner_spoken_of"]

# What may stand between a title and the word that gives it: "as [the country's first female] leader".
_DESCRIBING = {"CD", "DT", "HYPH", "JJ", "JJS", "POS", "PRP$", "RB", "VBG", "VBN"}
_FINITE = {"VBD", "VBP", "VBZ"}
_GIVING = {"as", "be", "become"}


def named_to(scene: Scene, match: Match) -> dict[str, tuple[Token, Title]]:
    """The people behind a verb whose office stands right behind their name, each with its word and the title."""
    if "object" not in match.frame.roles.get("person", ()) or not match.is_verb:
        return {}
    doc, found = scene.doc, dict[str, tuple[Token, Title]]()
    for title in _behind(scene, match):
        i, given = _introduced(scene, title)
        mention = person_at(doc, i)
        if mention is not None and mention.kind == "name" and i == mention.end - 1 and mention.start > match.trigger.i:
            near = mention.start == match.trigger.i + 1 or doc[mention.start - 1].lower_ in ("and", ",")
            if given or near:
                found.setdefault(mention.iris[0], (doc[mention.head], title))
    return found


def offered(scene: Scene, match: Match, person: str, change: str) -> Title | None:
    """The title that a clause gives a person: that behind "as", else one that stands with the verb.

    What somebody was before is not what she gets: "elected X, a former judge, as president".
    """
    doc = scene.doc
    inside = {t.i for w in (*match.words, *match.carriers) for t in w.subtree}
    inside -= {t.i for v in children(match.trigger, "conj") if v.pos_ == "VERB" for t in v.subtree}
    others = [title for iri, (_, title) in named_to(scene, match).items() if iri != person]
    free = [t for t in _behind(scene, match) if t not in others and t.holder in (None, person)]
    by_as = [t for t in free if _introduced(scene, t)[1] and t.status != "former"]
    if by_as and not any(t.pos_ == "VERB" and t.tag_ in _FINITE for t in doc[match.trigger.i + 1 : by_as[0].start]):
        return by_as[0]
    near = [t for t in free if t.head in inside or _follows(doc, match, t)]
    own = [t for t in near if _beside_name(doc, t, person, match)]
    free = [t for t in near if t not in own]
    if change == "end":
        return min((*own, *free), key=lambda t: (t.status == "former", t.head), default=None)
    before = [t for t in own if t.status != "former" and doc[t.end].tag_ != "," and _before_name(doc, t)]
    return next(iter((*free, *before)), None)


def _follows(doc: Doc, match: Match, title: Title) -> bool:
    """Whether a title stands right behind a verb, whatever a parse makes of it: "became minister days ago"."""
    return match.is_verb and all(t.tag_ in _DESCRIBING for t in doc[match.trigger.i + 1 : title.start])


def owner_spoken_of(scene: Scene, title: Title) -> str | None:
    """Whom an office belongs to that a noun before it stands for: "the [country]'s new prime minister"."""
    for i in range(title.start - 1, max(-1, title.start - 5), -1):
        mention = mention_at(scene.doc[i])
        if mention is not None:
            owns = mention.kind != "name" and type_of(scene.doc, mention.iris[0]) in ("Country", "RegionalBody")
            tied = scene.doc[mention.end].tag_ == "POS" or scene.doc[i].tag_ == "PRP$"  # "its new envoy"
            return mention.iris[0] if owns and tied else None
        if scene.doc[i].tag_ not in _DESCRIBING:
            return None
    return None


def _behind(scene: Scene, match: Match) -> Iterator[Title]:
    """The titles behind a trigger in its sentence."""
    return iter(scene.titles_between(match.trigger.i + 1, match.trigger.sent.end))


def _introduced(scene: Scene, title: Title) -> tuple[int, bool]:
    """The token before a title, its owner and adjectives, and whether a word there gives it: "X [as the new] head"."""
    doc, i = scene.doc, title.start - 1
    while i > 0 and (_owner(doc, i) or doc[i].tag_ in _DESCRIBING or doc[i].lower_ in scene.words("noun-country")):
        i -= 1
    if i > 2 and doc[i].lower_ == "of" and scene.is_one_of("post", doc[i - 1]):
        return i - 1, True
    given = doc[i].lower_ in _GIVING
    while i > 0 and doc[i].lower_ in (*_GIVING, "to"):
        i -= 1
    return i, given


def _owner(doc: Doc, i: int) -> Mention | None:
    mention = mention_at(doc[i])
    return mention if mention is not None and type_of(doc, mention.iris[0]) != "Person" else None


def _beside_name(doc: Doc, title: Title, person: str, match: Match) -> bool:
    """Whether a title is part of how the clause names the person behind the verb."""
    return title.holder == person and any(
        m.iris == (person,) and m.kind == "name" and match.trigger.i < m.start and abs(m.head - title.head) < 12
        for m in doc._.mentions
    )


def _before_name(doc: Doc, title: Title) -> bool:
    """Whether the holder's name follows at once: "swore in [President] X"."""
    mention = person_at(doc, title.end)
    return mention is not None and mention.iris == (title.holder,)
