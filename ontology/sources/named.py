"""Write ontology/named.ttl: python named.py."""

from pathlib import Path

from ttl import en, listed, names, node, rows, text, wikidata, write

COMMENT = """\
Organisations, initiatives, treaties and former states that news of the world often names.
Written by sources/named.py; do not edit.
Names: sources/named.psv, by hand. Wikidata identifiers (CC0 1.0): 199 of 267, those of companies, forces, services and
most parties, come from https://github.com/osmlab/name-suggestion-index (BSD 3-Clause) or agree with it
(sources/link_checks.py); those of media, some parties and agencies are from general knowledge, not compared."""
CLASSES = {"organization": ":Organization", "event": ":Event", "country": ":Country"}


def main() -> None:
    blocks: dict[str, dict[str, list[str]]] = {
        "data:named": {
            "a": ["owl:Ontology"],
            "rdfs:label": [en("Organisations, initiatives and former states in the news")],
            "dcterms:source": ["<https://github.com/osmlab/name-suggestion-index>", "<https://www.wikidata.org/>"],
            "dcterms:license": ["<https://creativecommons.org/publicdomain/zero/1.0/>"],
        }
    }
    for row in rows("named.psv"):
        name, acronyms, others, qid = [*row, "", "", ""][:4]
        kind, _, label = (part.strip() for part in name.partition(":"))
        blocks[node(kind, label)] = {
            "a": [CLASSES[kind]],
            **names(label, listed(others)),
            ":acronym": [text(a) for a in listed(acronyms)],
            "owl:sameAs": [wikidata(qid)] if qid else [],
        }
    blocks["country:republic-of-the-congo"] = {"skos:altLabel": [en("Republic of Congo")]}
    blocks["body:eu"] = {":metonym": [en("Brussels")]}
    write(Path(__file__).parent.parent / "named.ttl", COMMENT, blocks)


if __name__ == "__main__":
    main()
