"""Turtle as the files of `ontology/` are laid out: one block a subject, sorted, without blank nodes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

__all__ = ["Blocks", "ascii_form", "date", "en", "expand", "geonames", "listed", "names", "node", "rows", "slug",
           "text", "wikidata", "write", "year"]  # fmt: skip

HERE = Path(__file__).parent
KINDS = ("body", "country", "event", "office", "organization", "person", "place", "tenure")
PREFIXES = {
    "": "https://w3id.org/communique/ontology#",
    **{kind: f"https://w3id.org/communique/id/{kind}/" for kind in KINDS},
    "data": "https://w3id.org/communique/data/",
    "dcterms": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
PLAIN = str.maketrans({
    "ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "ð": "d",
    "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A", "œ": "oe", "ʻ": "'", "ʼ": "'", "’": "'", "‘": "'", "–": "-",
})  # fmt: skip

type Blocks = Mapping[str, Mapping[str, Iterable[str]]]
"""The objects of each subject by predicate, all of them written as Turtle terms."""


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table beside this file: cells between bars, blanks stripped, comments and empty lines left out."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [cell.strip() for cell in line.replace("||", "| |").split("|")]


def listed(cell: str) -> list[str]:
    """The parts of a cell: "a; b" gives a and b."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def expand(forms: Iterable[str]) -> list[str]:
    """Singular and plural: "Kazakh(s)" gives Kazakh and Kazakhs."""
    return [f for form in forms for f in ((form[:-3], form[:-3] + "s") if form.endswith("(s)") else (form,))]


def ascii_form(name: str) -> str:
    """The name without diacritics: "São Tomé" becomes "Sao Tome"."""
    return unicodedata.normalize("NFKD", name.translate(PLAIN)).encode("ascii", "ignore").decode()


def slug(name: str) -> str:
    """The name as the last part of an IRI: "São Tomé" becomes "sao-tome"."""
    return re.sub(r"[^a-z0-9]+", "-", ascii_form(name).lower().replace("'", "")).strip("-")


def names(label: str, others: Iterable[str]) -> dict[str, list[str]]:
    """The label and, as other names, `others` and every form without diacritics."""
    forms = [label, *others]
    alternatives = dict.fromkeys([*forms, *map(ascii_form, forms), *(f.replace("'", "’") for f in forms)])
    return {"rdfs:label": [en(label)], "skos:altLabel": [en(a) for a in alternatives if a != label]}


def text(value: str) -> str:
    """A plain string."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def en(value: str) -> str:
    """An English name."""
    return text(value) + "@en"


def date(value: str) -> str:
    """A date, month or year: its ISO form says which."""
    return f'"{value}"^^xsd:{ {10: "date", 7: "gYearMonth", 4: "gYear"}[len(value)] }'


def year(value: str) -> str:
    """A year."""
    return f'"{value}"^^xsd:gYear'


def node(kind: str, name: str) -> str:
    """The IRI of a thing of this kind that has this name."""
    return f"{kind}:{slug(name)}"


def wikidata(qid: str) -> str:
    """The IRI of a Wikidata item."""
    return f"wd:{qid}"


def geonames(number: str | int) -> str:
    """The IRI of a GeoNames feature."""
    return f"<https://sws.geonames.org/{number}/>"


def write(path: Path, comment: str, blocks: Blocks) -> None:
    """Write the blocks, sorted by subject, after the lines of the comment and the prefixes that they use."""
    ordered = sorted(blocks, key=lambda s: (not s.startswith("data:"), s))
    body = "\n".join(_block(subject, blocks[subject]) for subject in ordered)
    used = [f"@prefix {p}: <{iri}> ." for p, iri in PREFIXES.items() if re.search(rf"(?<![\w\"]){p}:\w|\^\^{p}:", body)]
    head = "\n".join(f"# {line}".rstrip() for line in comment.strip().splitlines())
    path.write_text(f"{head}\n\n" + "\n".join(used) + f"\n\n{body}", encoding="utf-8")


def _block(subject: str, values: Mapping[str, Iterable[str]]) -> str:
    lines = []
    for predicate, objects in values.items():
        found = sorted(set(objects)) if predicate != "a" else list(objects)
        if found:
            lines.append(f"{predicate} {_wrapped(found)}")
    return f"{subject} " + " ;\n    ".join(lines) + " .\n"


def _wrapped(objects: list[str], width: int = 112) -> str:
    """The objects between commas, on as many lines as they need."""
    lines, line = [], ""
    for obj in objects:
        if line and len(line) + len(obj) > width:
            lines.append(line)
            line = ""
        line += f"{obj}, "
    return "\n        ".join(part.rstrip() for part in [*lines, line]).rstrip(",")
