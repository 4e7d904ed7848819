"""The graphs that all engines are asked: the seed's, and articles of our own, merged.

The variable KG_ENGINE_ARTICLES names a folder with more articles to be merged and asked.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from kg.cli import app
from kg.rdf.articles import Graphs, graphs_of
from kg.rdf.formats import FORMATS, serialize

__all__ = ["SETS", "Data", "make"]

ROOT = Path(__file__).parents[2]
SETS = {
    "seed": ROOT / "seeds",
    "articles": Path(__file__).parent / "articles",
    **({"more": Path(folder)} if (folder := os.environ.get("KG_ENGINE_ARTICLES")) else {}),
}


@dataclass(frozen=True, slots=True)
class Data:
    """The graph of some articles, in files; a named graph for each in TriG and N-Quads."""

    name: str
    folder: Path
    graphs: Graphs

    def file(self, extension: str) -> Path:
        """The file with an extension."""
        return self.folder / f"{self.name}{extension}"

    @property
    def triples(self) -> int:
        """How many triples all graphs have when merged."""
        return len({quad.triple for quads in self.graphs.values() for quad in quads})


def make(name: str, folder: Path) -> Data:
    """Build the graph of a set of articles into files of all formats in a folder."""
    texts = sorted(SETS[name].glob("*.txt"))
    done = CliRunner().invoke(
        app, ["build", *map(str, texts), "--out", str(folder / "built"), "--format", "trig", "--quiet"]
    )
    assert done.exit_code == 0, done.output
    graphs: Graphs = {}
    for text in texts:
        graphs |= graphs_of(folder / "built" / f"{text.stem}.trig")
    for format, (extension, *_) in FORMATS.items():
        quads = (quad for graph in graphs.values() for quad in graph)
        (folder / f"{name}{extension}").write_bytes(serialize(quads, format))
    return Data(name, folder, graphs)
