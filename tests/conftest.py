"""A small article and the reading of it, written by hand; a browser that opens pages from disk."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from kg.model import (
    Act,
    Agreement,
    Appointment,
    Article,
    Cooperation,
    Entity,
    Fact,
    Measure,
    Meeting,
    Membership,
    Office,
    Passage,
    Reading,
    Statement,
    TimeExpression,
    Visit,
)

ID = "https://w3id.org/communique/id/"
KG = "https://w3id.org/communique/ontology#"

TEXT = (
    "VIENNA \N{DOVE OF PEACE} – Prime Minister Ana Zupan of Slovenia arrived in Vienna on March 4 for an official"
    " visit. She met Austrian Chancellor Karl Wieser at the “Forum of the Alps”.\n"
    "“Our neighbours never blocked the railway,” Zupan said."
    " Slovenia and Austria will cooperate in tourism and rail, and signed a memorandum on energy."
    " Slovenia joined the Alpine League in 2004 and will not leave the Alpine League."
    " Trade between Slovenia and Austria rose by 12.50% between January and June 2023."
    " Matej Kos became finance minister of Slovenia. Zupan praised Wieser; Zupan again praised Wieser.\n"
)


def place(words: str, nth: int = 0) -> Passage:
    """Where the article has these words, for the first or a later time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Passage(start, start + len(words))


def everywhere(*forms: str) -> tuple[Passage, ...]:
    return tuple(sorted({place(form, n) for form in forms for n in range(TEXT.count(form))}))


def entity(path: str, type_: str, name: str, *forms: str, same_as: tuple[str, ...] = ()) -> Entity:
    labels = forms or (name,)
    return Entity(ID + path, type_, name, labels, everywhere(*labels), same_as)  # type: ignore[arg-type]


ENTITIES = (
    entity("place/vienna", "Place", "Vienna", "Vienna", "VIENNA", same_as=("https://sws.geonames.org/2761369/",)),
    entity("person/ana-zupan", "Person", "Ana Zupan", "Ana Zupan"),
    entity("country/slovenia", "Country", "Slovenia", same_as=("http://www.wikidata.org/entity/Q215",)),
    entity("country/austria", "Country", "Austria", "Austria", "Austrian"),
    entity("person/karl-wieser", "Person", "Karl Wieser", "Karl Wieser"),
    entity("event/forum-of-the-alps", "Event", "Forum of the Alps"),
    entity("body/alpine-league", "RegionalBody", "Alpine League"),
    entity("person/matej-kos", "Person", "Matej Kos"),
    entity("sector/tourism", "Sector", "tourism"),
    entity("sector/energy", "Sector", "energy"),
)
ZUPAN, WIESER, KOS = (f"{ID}person/{name}" for name in ("ana-zupan", "karl-wieser", "matej-kos"))
SLOVENIA, AUSTRIA = f"{ID}country/slovenia", f"{ID}country/austria"
TOURISM, RAIL, ENERGY = (f"{ID}sector/{name}" for name in ("tourism", "rail", "energy"))
VIENNA, FORUM, LEAGUE = f"{ID}place/vienna", f"{ID}event/forum-of-the-alps", f"{ID}body/alpine-league"

COOPERATE = place("Slovenia and Austria will cooperate in tourism and rail")
FACTS: tuple[Fact, ...] = (
    Office(person=ZUPAN, title="prime minister", of=SLOVENIA, evidence=place("Prime Minister Ana Zupan of Slovenia"),
           rule="title-before-name", confidence=0.9),
    Visit(visitor=ZUPAN, destination=VIENNA, country=AUSTRIA, date="2024-03-04", kind="official",
          evidence=place("Ana Zupan of Slovenia arrived in Vienna on March 4 for an official visit"), rule="arrive"),
    Meeting(participants=(ZUPAN, WIESER), place=VIENNA, date="2024-03", event=FORUM, kind="summit",
            evidence=place("She met Austrian Chancellor Karl Wieser"), rule="meet"),
    Statement(speaker=ZUPAN, mode="direct", evidence=place("“Our neighbours never blocked the railway,” Zupan said."),
              content=place("Our neighbours never blocked the railway"), rule="say"),
    Cooperation(parties=(SLOVENIA, AUSTRIA), sector=TOURISM, modality="planned", evidence=COOPERATE, rule="cooperate",
                asserter=ZUPAN),
    Cooperation(parties=(SLOVENIA, AUSTRIA), sector=RAIL, modality="planned", evidence=COOPERATE, rule="cooperate"),
    Cooperation(parties=(SLOVENIA, AUSTRIA), sector=ENERGY, evidence=place("signed a memorandum on energy"),
                rule="sign"),
    Agreement(parties=(SLOVENIA, AUSTRIA), kind="memorandum", name="memorandum on energy", sectors=(ENERGY, TOURISM),
              date=None, evidence=place("signed a memorandum on energy"), rule="sign"),
    Membership(member=SLOVENIA, body=LEAGUE, role="member", date="2004",
               evidence=place("Slovenia joined the Alpine League in 2004"), rule="join"),
    Membership(member=SLOVENIA, body=LEAGUE, role="former member", date=None, modality="denied",
               evidence=place("will not leave the Alpine League"), rule="leave"),
    Measure(metric="trade", about=(SLOVENIA, AUSTRIA), value=Decimal("12.50"), unit="%", direction="increase",
            period="2023-01/2023-06", evidence=place("Trade between Slovenia and Austria rose by 12.50%"), rule="rise"),
    Appointment(person=KOS, title="finance minister", of=SLOVENIA, change="start", date=None,
                evidence=place("Matej Kos became finance minister of Slovenia"), rule="become"),
    Act(actor=ZUPAN, plover="SUPPORT", target=WIESER, kind=KG + "Support", evidence=place("Zupan praised Wieser"),
        rule="praise", confidence=0.9),
    Act(actor=ZUPAN, plover="SUPPORT", target=WIESER, kind=KG + "Support", evidence=place("Zupan again praised Wieser"),
        rule="praise", confidence=0.6),
)  # fmt: skip

DATES = (
    TimeExpression(place("March 4"), "2024-03-04", "DATE"),
    TimeExpression(place("2004"), "2004", "DATE"),
    TimeExpression(place("between January and June 2023"), None, "DURATION"),
)


@pytest.fixture(scope="session")
def article() -> Article:
    """The article."""
    return Article(
        TEXT,
        "zupan-in-vienna",
        "Zupan in Vienna",
        "Alpine Courier",
        "2024-03-05",
        "https://news.example/é",
        "Mira Holm",
    )


@pytest.fixture(scope="session")
def reading(article: Article) -> Reading:
    """What the article says."""
    return Reading(article, ENTITIES, DATES, FACTS)


@pytest.fixture(scope="session")
def turtle(reading: Reading, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the article as a file."""
    from kg.rdf.formats import serialize
    from kg.rdf.write import to_quads

    path = tmp_path_factory.mktemp("graph") / "zupan-in-vienna.ttl"
    path.write_bytes(serialize(to_quads([reading]), "turtle"))
    return path


@pytest.fixture(scope="session")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as p:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        try:
            launched = p.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        except playwright.Error as error:
            pytest.skip(f"no browser: install chromium, or run playwright install chromium ({error.message[:60]})")
        yield launched
        launched.close()


@pytest.fixture
def view(browser, tmp_path):
    """Opens a page, given as HTML, from disk; afterwards nothing was asked of a network, nothing went wrong."""
    requests, troubles = [], []
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    tab = context.new_page()
    tab.on("request", lambda request: requests.append(request.url))
    tab.on("console", lambda message: troubles.append(message.text))
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    tab.on("dialog", lambda dialog: (troubles.append(dialog.message), dialog.dismiss()))
    file: Path = tmp_path / "page.html"

    def open_page(html, fragment=""):
        file.write_text(html, encoding="utf-8")
        tab.goto(file.as_uri() + fragment)
        tab.wait_for_selector("body.ready")
        return tab

    yield open_page
    assert [url for url in requests if not url.startswith(file.as_uri())] == []
    assert troubles == []
    context.close()


@pytest.fixture(scope="session")
def grave():
    """Gives what axe finds serious or critical on a page: the rule and the elements."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")

    def found(tab):
        return [
            (violation["id"], [node["html"][:120] for node in violation["nodes"]])
            for violation in axe.Axe().run(tab).response["violations"]
            if violation["impact"] in ("serious", "critical")
        ]

    return found
