"""Frames: what evokes them, and which phrases fill their roles."""

from pathlib import Path

import pytest

from kg.extract.frames import FrameIndex
from kg.extract.joining import joined
from kg.extract.pipeline import load_pipeline
from kg.extract.reading import reading
from kg.lexicon import load_lexicon
from kg.model import Act, Article

PREFIXES = """
@prefix : <https://w3id.org/communique/ontology#> .
@prefix my: <https://example.org/mine#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
TOAST = f"""{PREFIXES}
my:toast a :Frame ;
    :evokes :Act ;
    :verb "toast", "raise glass to" ;
    :noun "toast", "farewell toast" ;
    :lightVerb "drink", "propose" ;
    :actorAt "subject", "possessive", "circumstance" ;
    :targetAt "object", "to", "between", "modifier" .
"""

# The text; the trigger's words, its light verbs, and the heads that fill the roles.
MATCHES = [
    ("Ana toasted Ola.", ["toasted"], [], ["Ana"], ["Ola"]),
    ("Ola was toasted by Ana.", ["toasted"], [], ["Ana"], ["Ola"]),
    ("Ana, who toasted Ola, left.", ["toasted"], [], ["Ana"], ["Ola"]),
    ("Ana came and toasted Ola.", ["toasted"], [], ["Ana"], ["Ola"]),
    ("Ana wants to toast Ola.", ["toast"], [], ["Ana"], ["Ola"]),
    ("Ana asked Mia to toast Ola.", ["toast"], [], ["Mia"], ["Ola"]),
    ("Ana toasted Ola, Mia and Eva.", ["toasted"], [], ["Ana"], ["Ola", "Mia", "Eva"]),
    ("Ana raised a glass to Ola.", ["raised", "glass", "to"], [], ["Ana"], ["Ola"]),
    ("Ana drank a toast to Ola.", ["toast"], ["drank"], ["Ana"], ["Ola"]),
    ("A toast to Ola was proposed by Ana.", ["toast"], ["proposed"], ["Ana"], ["Ola"]),
    ("Ana proposed a farewell toast to Ola.", ["farewell", "toast"], ["proposed"], ["Ana"], ["Ola"]),
    ("Ana's toast to Ola was short.", ["toast"], [], ["Ana"], ["Ola"]),
    ("During a toast to Ola, Ana smiled.", ["toast"], [], ["Ana"], ["Ola"]),
    ("Ana proposed a toast in a voice of joy to Ola.", ["toast"], ["proposed"], ["Ana"], ["Ola"]),
    ("The toast that Ana drank to Ola was short.", ["toast"], ["drank"], ["Ana"], ["Ola"]),
    ("Ana invited Mia to toast Ola.", ["toast"], [], ["Mia"], ["Ola"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    path = tmp_path_factory.mktemp("frames") / "toast.ttl"
    path.write_text(TOAST, encoding="utf-8")
    return FrameIndex(f for f in load_lexicon(path).frames if f.iri.endswith("toast"))


@pytest.mark.parametrize(("text", "words", "carriers", "actors", "targets"), MATCHES)
def test_matches(parse, index, text, words, carriers, actors, targets):
    (match,) = index.find(parse(text))
    assert [t.text for t in match.words] == words
    assert [t.text for t in match.carriers] == carriers
    assert [t.text for t in match.fillers("actor")] == actors
    assert [t.text for t in joined(match.fillers("target")) if t.pos_ == "PROPN"] == targets


# Words that make no trigger: others, names, part of one.
NONE = [
    "The toaster broke.",
    "The Toast Council met Ana.",
    "Ana raised a child.",
    "Ana raised a glass.",
    "Ana took a glass to Ola.",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_no_match(parse, index, text):
    assert not list(index.find(parse(text)))


def test_what_a_trigger_must_not_have(parse, tmp_path):
    path = tmp_path / "mine.ttl"
    path.write_text(
        PREFIXES + 'my:ask a :Frame ; :evokes :Act ; :verb "ask" ; :withoutValue "infinitive" .\n'
        'my:beg a :Frame ; :evokes :Act ; :verb "ask" ; :withValue "infinitive" .\n'
        'my:return a :Frame ; :evokes :Act ; :verb "return" ; :withValue "object" .',
        encoding="utf-8",
    )
    index = FrameIndex(f for f in load_lexicon(path).frames if f.iri.startswith("https://example.org"))
    assert not list(index.find(parse("Ana returned to Oslo.")))
    for text, name in (("Ana asked.", "ask"), ("Ana asked us to go.", "beg"), ("Ana returned it.", "return")):
        assert [m.frame.iri for m in index.find(parse(text))] == [f"https://example.org/mine#{name}"]


GIFT = f"""{PREFIXES}
my:gift a :Frame ; :evokes :Act ; :noun "gift" ; :lightVerb "give", "presentation" ;
    :actorAt "subject", "controller", "capacity" ; :targetAt "recipient", "to" .
my:precious-gift a :Frame ; :evokes :Act ; :noun "precious gift" ; :targetAt "to" .
my:guest a :Frame ; :evokes :Act ; :noun "guest" ; :actorAt "capacity", "apposition" ; :targetAt "of" .
my:paint a :Frame ; :evokes :Act ; :verb "paint" ; :actorAt "subject" ; :targetAt "object" .
"""

# The text; the frame, and the heads that fill the roles.
PLACES = [
    ("Ana gave Ola a gift.", "gift", ["Ana"], ["Ola"]),
    ("Ana gave a gift to Ola.", "gift", ["Ana"], ["Ola"]),
    ("Ana oversaw the presentation of a gift to Ola.", "gift", ["Ana"], ["Ola"]),
    ("Ana discussed the idea of a gift to Ola.", "gift", ["Ana"], ["Ola"]),
    ("A precious gift to Ola was lost.", "precious-gift", [], ["Ola"]),  # of a kind, the longest trigger
    ("As a guest of Ola, Ana spoke.", "guest", ["Ana"], ["Ola"]),
    ("Ana, a guest of Ola, spoke.", "guest", ["Ana"], ["Ola"]),
    ("The Peruvian-painted wall fell.", "paint", ["Peruvian"], ["wall"]),
]


@pytest.fixture(scope="module")
def gifts(tmp_path_factory):
    path = tmp_path_factory.mktemp("frames") / "gift.ttl"
    path.write_text(GIFT, encoding="utf-8")
    return FrameIndex(f for f in load_lexicon(path).frames if f.iri.startswith("https://example.org"))


@pytest.mark.parametrize(("text", "frame", "actors", "targets"), PLACES)
def test_places_of_roles(parse, gifts, text, frame, actors, targets):
    (match,) = gifts.find(parse(text))
    assert match.frame.iri == f"https://example.org/mine#{frame}"
    assert [t.text for t in match.fillers("actor")] == actors
    assert [t.text for t in match.fillers("target")] == targets


def test_a_verb_that_looks_like_the_past_of_another(parse, tmp_path):
    path = tmp_path / "mine.ttl"
    frames = 'my:found a :Frame ; :evokes :Act ; :verb "found" . my:find a :Frame ; :evokes :Act ; :verb "find" .'
    path.write_text(PREFIXES + frames, encoding="utf-8")
    index = FrameIndex(f for f in load_lexicon(path).frames if f.iri.startswith("https://example.org"))
    for text, name in (("Ana wants to found a club.", "found"), ("Ana found Ola.", "find"), ("Ana finds Ola.", "find")):
        assert [m.frame.iri for m in index.find(parse(text))] == [f"https://example.org/mine#{name}"]


def test_a_role_without_places_has_no_fillers(parse, index):
    (match,) = index.find(parse("Ana toasted Ola."))
    assert match.fillers("place") == ()


INAUGURATION = f"""{PREFIXES}
my:Inauguration rdfs:subClassOf :Act ; :plover "SUPPORT" .
my:inaugurate a :Frame ;
    :evokes my:Inauguration ;
    :noun "inauguration" ;
    :lightVerb "attend" ;
    :actorAt "subject" ;
    :targetAt "of" .
"""


def test_turtle_teaches_a_new_kind_of_act(tmp_path: Path):
    path = tmp_path / "mine.ttl"
    path.write_text(INAUGURATION, encoding="utf-8")
    nlp = load_pipeline(lexicon=[path])
    doc = nlp.make_doc(text := "President Ana Ruiz attended the inauguration of Ola Berg in Norway.")
    doc._.article = Article(text=text)
    (act,) = [f for f in reading(nlp(doc)).facts if isinstance(f, Act)]
    assert (act.plover, act.kind) == ("SUPPORT", "https://example.org/mine#Inauguration")
    assert (act.actor.rsplit("/", 1)[-1], (act.target or "").rsplit("/", 1)[-1]) == ("ana-ruiz", "ola-berg")
    assert act.rule == "act/inaugurate"


def test_every_frame_of_the_ontology_has_a_trigger_roles_and_an_example():
    frames = [f for f in load_lexicon().frames if f.kind != "Measurement"]  # these have a test of their own
    assert len(frames) > 50
    for frame in frames:
        assert frame.verbs or frame.nouns or frame.adverbs, frame.iri
        assert frame.roles, frame.iri
        assert frame.kind != "Act" or frame.plover, frame.iri
