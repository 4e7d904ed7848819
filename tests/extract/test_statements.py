"""Who says what: quotes and reported speech with their speakers."""

import pytest

from kg.model import Statement

# A bar stands before each sentence but the first. Expected: speaker, mode, and the number of the sentence.
VEGA = [("Omar Vega", "indirect", 0)]
SAID = [("Omar Vega", "direct", 0)]
MIXED = [("Omar Vega", "mixed", 0)]

DIRECT = [
    ("“We will build the bridge,” Omar Vega said.", SAID),
    ('"We will build the bridge," said Omar Vega.', SAID),
    ("“The bridge is safe,” said Omar Vega, the mayor of Lima, on Monday.", SAID),
    ("Omar Vega told reporters: “We will build the bridge.”", SAID),
    ("Omar Vega said, “We will build the bridge.”", SAID),
    ("“Will it ever open?” asked Omar Vega.", SAID),
    ("“It opens in May,” Omar Vega wrote on social media.", SAID),
    ("In a post on X, Omar Vega wrote: “The bridge is safe.”", SAID),
    ("“The bridge,” Omar Vega said, “opens in May.”", SAID),
    ("Omar Vega: “The bridge is safe.”", SAID),
    ("“Our work here is finished,” the Chilean minister, Omar Vega, told the agency.", SAID),
    ("Asked whether the bridge was safe, Omar Vega said: “Yes.”", SAID),
    ("“Peace is near,” the African Union said in a statement.", [("African Union", "direct", 0)]),
    ("“He told me, ‘The bridge is safe,’” Omar Vega said.", SAID),
    # several sentences, several paragraphs
    ("“The bridge opens in May,” Omar Vega said. |“It took ten years. |Nobody believed in it.”",
     [("Omar Vega", "direct", 0), ("Omar Vega", "direct", 1), ("Omar Vega", "direct", 2)]),
    ("“The bridge took ten years. |It opens in May,” Omar Vega said.",
     [("Omar Vega", "direct", 0), ("Omar Vega", "direct", 1)]),
    ("Omar Vega praised the builders.|\n“The bridge took ten years.|\n“It opens in May.”",
     [("Omar Vega", "indirect", 0), ("Omar Vega", "direct", 1), ("Omar Vega", "direct", 2)]),
    ("“The bridge took ten years,” said Omar Vega, mayor of Lima.|\n“We lost friends.|\n“But it will last,” he added.",
     [("Omar Vega", "direct", 0), ("Omar Vega", "direct", 1), ("Omar Vega", "direct", 2)]),
    ("“The bridge took ten years,” Omar Vega said.|\nThe bridge opened in May.|\n“It will last,” Ana Ruiz said.",
     [("Omar Vega", "direct", 0), ("Ana Ruiz", "direct", 2)]),
    ("Omar Vega said the bridge was safe.|\n“I hope it lasts,” Ana Ruiz said.|\n“It will,” replied Vega.",
     [("Omar Vega", "indirect", 0), ("Ana Ruiz", "direct", 1), ("Omar Vega", "direct", 2)]),
    ("Omar Vega: Is it safe?|\nAna Ruiz: It is.|\nOmar Vega: Thank you.",
     [("Omar Vega", "direct", 0), ("Ana Ruiz", "direct", 1), ("Omar Vega", "direct", 2)]),
]  # fmt: skip

INDIRECT = [
    ("Omar Vega said the bridge would open in May.", VEGA),
    ("Omar Vega said on Monday that the bridge would open in May.", VEGA),
    ("The bridge will open in May, Omar Vega said.", VEGA),
    ("The bridge, Omar Vega said, will open in May.", VEGA),
    ("The bridge will open in May, said Omar Vega.", VEGA),
    ("According to Omar Vega, the bridge will open in May.", VEGA),
    ("The bridge will open in May, according to Omar Vega, the mayor of Lima.", VEGA),
    ("In remarks to the council, Omar Vega warned that prices would rise.", VEGA),
    ("As Omar Vega noted, prices will rise.", VEGA),
    ("The plan was announced by Omar Vega on Monday.", VEGA),
    ("Omar Vega was quoted as saying that the bridge would open in May.", VEGA),
    ("The agency quoted Omar Vega as saying that the bridge would open in May.", VEGA),
    ("Reuters quoted Peru's security adviser Omar Vega as saying any fire lit there could be seen.", VEGA),
    ("The bridge will open in May, the newspaper reported, citing Omar Vega.", VEGA),
    ("Omar Vega said in a statement on Friday that the bridge would open.", VEGA),
    ("In a letter to Ana Ruiz, Omar Vega wrote that the bridge was safe.", VEGA),
    ("Ana Ruiz was told by Omar Vega that Chile was ready to help.", VEGA),
    ("Omar Vega, who is in Lima, has repeatedly said that the bridge is safe.", VEGA),
    ("Omar Vega made it clear that the bridge would open.", VEGA),
    ("Omar Vega was adamant that the bridge would open.", VEGA),
    ("Omar Vega joked that the bridge was older than he was.", VEGA),
    ("The bridge was safe, the agency quoted Omar Vega as saying.", VEGA),
    ("Omar Vega told the channel in an interview aired on Sunday that he would resign.", VEGA),
    ("On Monday, Omar Vega called the delay unfair.", VEGA),
    ("On television, Omar Vega called the bridge a triumph.", VEGA),
    ("Figures released by Peru on Monday showed that trade was up.", [("Peru", "indirect", 0)]),
    ("The Peruvian presidency said the bridge was safe.", [("Peru", "indirect", 0)]),
    ("Norway built it. |Officials in Oslo said the bridge was safe.", [("Norway", "indirect", 1)]),
    # the cue is itself quoted, or what something is called follows "as"
    ("Omar Vega “strongly condemned” the delay.", MIXED),
    ("Omar Vega “welcomed” the bridge and “called on” all sides to use it.", MIXED),
    ("Omar Vega dismissed as “nonsense” claims of a delay.", MIXED),
    # what is said is a noun or an action
    ("Omar Vega expressed his gratitude to Chile for the bridge.", VEGA),
    ("Omar Vega expressed his readiness to open the bridge.", VEGA),
    ("Omar Vega voiced concern about the delay.", VEGA),
    ("Omar Vega paid tribute to the builders.", VEGA),
    ("Omar Vega extended his congratulations to Peru.", VEGA),
    ("Omar Vega drew attention to the delay.", VEGA),
    ("Omar Vega apologised for the delay.", VEGA),
    ("Omar Vega thanked Chile for the bridge.", VEGA),
    ("Omar Vega hailed the bridge as a triumph.", VEGA),
    ("Omar Vega criticised the plan.", VEGA),
    ("Omar Vega accused Chile of delay.", VEGA),
    ("Omar Vega rejected claims that the bridge was unsafe.", VEGA),
    ("Omar Vega has denied that.", VEGA),
    ("Omar Vega promised to open the bridge.", VEGA),
    ("Omar Vega vowed to open the bridge, adding that it was safe.", VEGA),
    ("Omar Vega assured Chile of his support.", VEGA),
    ("Omar Vega called for calm.", VEGA),
    ("Omar Vega called for more bridges to be built.", VEGA),
    ("Omar Vega also called for refugees to be spread more evenly across the country.", VEGA),
    ("Omar Vega called on Chile to open the bridge.", VEGA),
    ("Omar Vega called the bridge a triumph.", VEGA),
    ("Omar Vega described the talks as fruitful.", VEGA),
    ("Omar Vega underlined the need for more bridges.", VEGA),
    ("Omar Vega suggested opening the bridge.", VEGA),
    ("Omar Vega used the occasion to reaffirm his support for the bridge.", VEGA),
    # one of several speakers
    ("Omar Vega and Ana Ruiz said the bridge would open.", [*VEGA, ("Ana Ruiz", "indirect", 0)]),
    ("Leaders including Omar Vega and Ana Ruiz called for calm.", [*VEGA, ("Ana Ruiz", "indirect", 0)]),
    ("When Ana Ruiz noted that trade fell, Omar Vega replied that it had risen.", [("Ana Ruiz", "indirect", 0), *VEGA]),
]  # fmt: skip

PARTLY_QUOTED = [
    ("Omar Vega said the bridge was “a triumph of will”.", MIXED),
    ("Omar Vega called the bridge “a triumph”.", MIXED),
    ("Omar Vega said that “the bridge will open in May”.", MIXED),
    ("The bridge is “a triumph”, according to Omar Vega.", MIXED),
    ("Omar Vega said he was “deeply concerned”.", MIXED),
    ("Omar Vega said the bridge was safe, adding: “It took ten years.”", MIXED),
    # names and titles in quotation marks are nobody's words
    ("Omar Vega praised the film “The Last Bridge”.", VEGA),
    ("Omar Vega praised the reform, whose slogan “everything for the people” is old.", VEGA),
]

CHILE, UNION, BANK = [("Chile", "indirect", 0)], [("African Union", "indirect", 0)], [("World Bank", "indirect", 0)]
PERU_AND_CHILE = [("Peru", "indirect", 0), *CHILE]

SOURCES = [
    ("Chile said the bridge would open in May.", CHILE),
    ("Santiago said the bridge would open.", CHILE),
    ("The Chilean government announced a plan to build a bridge.", CHILE),
    ("The African Union condemned the attack.", UNION),
    ("The leaders of the African Union called for a ceasefire.", UNION),
    ("The Kremlin said the bridge was safe.", [("Russia", "indirect", 0)]),
    # unnamed officials
    ("Chilean officials said the bridge would open.", CHILE),
    ("A Chilean official, who asked not to be named, said the bridge would open.", CHILE),
    ("A senior official from Chile said the bridge would open.", CHILE),
    ("A spokesman for Chile's government said the bridge would open.", CHILE),
    ("Chilean Foreign Ministry spokesperson Omar Vega said the bridge would open.", VEGA),
    ("Chilean business leaders said the bridge would open.", []),
    ("Chile opened the bridge. |The government said it was safe.", [("Chile", "indirect", 1)]),
    # documents
    ("Data from the World Bank show that trade fell.", BANK),
    ("Data from the World Bank (WB) shows that a fifth of Africa’s exports go to China.", BANK),
    ("The World Bank's latest figures show that trade rose.", BANK),
    ("Trade fell, a World Bank report said.", BANK),
    ("A report by the World Bank said that trade fell.", BANK),
    ("A World Bank study found that trade rose.", BANK),
    ("Trade fell by 3%, according to World Bank figures.", BANK),
    ("A survey of Chilean firms showed that trade fell.", []),
    ("A joint statement by Peru and Chile said the bridge would open.", PERU_AND_CHILE),
    ("In a joint statement, Peru and Chile condemned the attack.", PERU_AND_CHILE),
    ("Both Peru and Chile expressed concern over the delay.", PERU_AND_CHILE),
    ("Reuters reported that trade rose.", [("Reuters", "indirect", 0)]),
]

NESTED = [
    ("Ana Ruiz praised Chile, the spokesman said.", [("Ana Ruiz", "indirect", 0)]),
    ("The agency reported that Omar Vega had promised to open the bridge.", VEGA),
    ("Reuters reported that Omar Vega had promised to open the bridge.", VEGA),
    ("Omar Vega said that Ana Ruiz had welcomed the plan.", [("Ana Ruiz", "indirect", 0)]),
    ("The bridge is safe, Omar Vega said, according to the World Bank.", VEGA),
    ("Trade rose, Reuters reported, citing Omar Vega.", VEGA),
    # only part of what is reported is the inner speaker's
    ("Ana Ruiz met Paul Marsh and praised Peru, according to the World Bank.", [("Ana Ruiz", "indirect", 0), *BANK]),
    # a person tells what a body says; a participle trails behind the body's clause
    ("Omar Vega said the African Union welcomes the bridge.", VEGA),
    ("Omar Vega said the African Union met in Lima, describing the talks as a triumph.", VEGA),
]

MET = "Peruvian President Ana Ruiz met Chilean Foreign Minister Omar Vega in Lima. |"
VEGA_THEN, RUIZ_THEN = [("Omar Vega", "indirect", 1)], [("Ana Ruiz", "indirect", 1)]

COREFERENCE = [
    (MET + "He said the bridge would open in May.", VEGA_THEN),
    (MET + "She said the bridge would open in May.", RUIZ_THEN),
    (MET + "The foreign minister said the bridge would open in May.", VEGA_THEN),
    (MET + "The Peruvian leader said the bridge would open in May.", RUIZ_THEN),
    (MET + "The Chilean minister thanked his host.", VEGA_THEN),
    (MET + "For her part, Ruiz said the bridge was safe.", RUIZ_THEN),
    (MET + "Both sides said the bridge would open.", [("Peru", "indirect", 1), ("Chile", "indirect", 1)]),
    (MET + "The two leaders praised the bridge.", [*RUIZ_THEN, *VEGA_THEN]),
    (MET + "His Kazakh counterpart said that trade would grow.", [("Kazakhstan", "indirect", 1)]),
    ("Chilean Prime Minister Omar Vega arrived in Lima. |The visiting premier said the bridge would open.", VEGA_THEN),
    ("King Omar Vega of Chile arrived in Lima. |“We are friends,” the king said.", [("Omar Vega", "direct", 1)]),
    ("The African Union met in Lima. |The bloc said the bridge would open.", [("African Union", "indirect", 1)]),
    ("The African Union met in Lima. |In a statement, it condemned the attack.", [("African Union", "indirect", 1)]),
    ("Omar Vega spoke in Lima. |“Paul Marsh has closed the bridge,” he said.", [("Omar Vega", "direct", 1)]),
    ("Omar Vega said Paul Marsh had closed the bridge. |He added that it would open.", [*VEGA, *VEGA_THEN]),
    ("Peruvian President Ana Ruiz met Chilean President Omar Vega. |The leaders of Peru and Chile praised the bridge.",
     [*RUIZ_THEN, *VEGA_THEN]),
    ("The presidents of Peru and Chile, Ana Ruiz and Omar Vega, praised the bridge.",
     [("Ana Ruiz", "indirect", 0), *VEGA]),
    ("Ana Ruiz and Omar Vega met in Lima. |They stressed the need for peace.", [*RUIZ_THEN, *VEGA_THEN]),
]  # fmt: skip

ABSENT = [
    # topics, thoughts, wishes
    "Omar Vega and Ana Ruiz discussed the bridge.",
    "Omar Vega raised the issue of tariffs.",
    "Omar Vega believes that the bridge will open.",
    "Omar Vega hopes that the bridge will open.",
    "Omar Vega knew that the bridge was unsafe.",
    "The World Bank expects trade to rise.",
    "Omar Vega attached great importance to peace.",
    # titles and names in quotation marks
    "Omar Vega wrote a book called “The Bridge”.",
    "Omar Vega watched the film “The Last Bridge of Lima” in Santiago.",
    "The so-called “peace bridge” opened in Chile.",
    "Omar Vega, often referred to as the “father of bridges”, came to Lima.",
    "Figures released by mistake showed that trade was up.",
    "Omar Vega came to the “condemned” bridge.",
    "Omar Vega opened what Chile calls the “free road”.",
    "The islands, which are called the Blue Rocks by Chile, are small.",
    # nothing is said
    "Omar Vega did not say whether the bridge would open.",
    "Omar Vega never said that the bridge would open.",
    "Omar Vega declined to comment.",
    "Omar Vega refused to say when the bridge would open.",
    "Omar Vega stopped short of criticising the plan.",
    "Omar Vega is expected to announce a plan.",
    "Omar Vega will speak in Lima on Monday.",
    "Omar Vega gave a speech in Lima.",
    "Omar Vega answered questions.",
    "Omar Vega welcomed Ana Ruiz at the airport.",
    "Omar Vega called Ana Ruiz on Monday.",
    "Omar Vega claimed the prize.",
    "Omar Vega quoted a poem.",
    "Omar Vega asked for water.",
    # nobody says it
    "A builder from Lima says the bridge is safe.",
    "A diplomat meeting friends in Paris says the bridge is safe.",
    "Critics said the bridge was unsafe.",
    "An official said the bridge was unsafe.",
    "The statement said the bridge was safe.",
    "It is said that Chile built the bridge.",
    "The bridge is said to be safe.",
    "“Paul Marsh has closed the bridge,” he said.",
]


def statements(read, marked):
    """The statements of a text whose sentences stand between bars: speaker, mode, number of the sentence."""
    text, sentences = marked.replace("|", ""), [s.strip() for s in marked.split("|")]
    result = read(text)
    names = {e.iri: e.name for e in result.entities}
    facts = [f for f in result.facts if isinstance(f, Statement)]
    return [(names[f.speaker], f.mode, sentences.index(text[f.evidence.start : f.evidence.end])) for f in facts]


@pytest.mark.parametrize(("marked", "expected"), [*DIRECT, *INDIRECT, *PARTLY_QUOTED, *SOURCES, *NESTED, *COREFERENCE])
def test_statements(read, marked, expected):
    assert sorted(statements(read, marked)) == sorted(expected)


@pytest.mark.parametrize("text", ABSENT)
def test_no_statement(read, text):
    assert statements(read, text) == []


# The text; the rule, and what is said where it stands apart.
RULES = [
    ("Omar Vega said the bridge was safe.", "statement/say", "the bridge was safe"),
    ("“The bridge is safe,” Omar Vega said.", "statement/say", "The bridge is safe"),
    ("Omar Vega promised to open the bridge.", "statement/promise", "to open the bridge"),
    ("Omar Vega praised the bridge.", "statement/praise", "the bridge"),
    ("Omar Vega condemned the attack.", "statement/criticise", "the attack"),
    ("Omar Vega called for calm.", "statement/urge", "calm"),
    ("According to Omar Vega, the bridge is safe.", "statement/according", None),
    ("The newspaper says the bridge is safe, citing Omar Vega.", "statement/quote", None),
]


@pytest.mark.parametrize(("text", "rule", "content"), RULES)
def test_rule_and_content(read, text, rule, content):
    (fact,) = [f for f in read(text).facts if isinstance(f, Statement)]
    said = fact.content and text[fact.content.start : fact.content.end].strip("“”,.")
    assert (fact.rule, said) == (rule, content)


def test_the_less_a_speaker_is_named_the_less_sure_is_the_statement(read):
    text = (
        "Omar Vega, the mayor of Lima, said the bridge was old. The mayor said it was safe. He said it would last."
        " The engineer said it was his."
    )
    facts = [f for f in read(text).facts if isinstance(f, Statement)]
    assert len(facts) == 4
    confidences = [f.confidence for f in facts]
    assert confidences == sorted(set(confidences), reverse=True)


def test_a_quotation_without_a_cue_is_less_sure(read):
    text = "“It is old,” Omar Vega said. “It is safe.”"
    cued, continued = [f for f in read(text).facts if isinstance(f, Statement)]
    assert (cued.rule, continued.rule) == ("statement/say", "statement/continued")
    assert cued.confidence > continued.confidence
