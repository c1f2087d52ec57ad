"""The projects' pages show every fact, fit a message, and hold no stray markup."""

from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.content import Content, Facet, Fact, PartialDate, Period, Project, load
from bot.domain.localized import LANGUAGES
from bot.screens.projects import (
    SECTIONS,
    ProjectCard,
    ProjectList,
    ProjectSection,
    ended,
    facts_in,
    partial_date,
    project_screen,
    projects_screen,
    section_of,
    section_screen,
)
from bot.screens.screen import Screen
from bot.texts import Texts, Translator

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Europe/Warsaw"))


@pytest.fixture(scope="module")
def content() -> Content:
    return load(ROOT / "content")


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts(ROOT / "locales", ZoneInfo("Europe/Warsaw"))


@pytest.fixture
def t(texts: Texts) -> Translator:
    return texts.in_("en")


class Marks(HTMLParser):
    """Collects the tags of a message and its visible text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - html.parser's signature
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def fits(screen: Screen) -> None:
    marks = Marks(screen.text)
    assert set(marks.tags) <= {"b", "i"}
    assert len(marks.text) < 4000
    assert all(label and len(label) <= 64 for label in screen.labels)
    assert all(len(button.action.pack().encode()) <= 64 for row in screen.rows for button in row if button.action)


def project(**changes: object) -> Project:
    fact = Fact.model_validate({"id": "a", "facets": ["what"], "text": {"pl": "Sadzimy <drzewa> & krzewy."}})
    values: dict[str, object] = {
        "slug": "ogrody",
        "order": 1,
        "source": "ogrody.txt",
        "title": {"pl": "Ogrody & sady"},
        "summary": {"pl": "Sadzimy."},
        "attribution": {"pl": "Finansuje miasto."},
        "facts": (fact,),
    }
    return Project.model_validate(values | changes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits_in_every_language(content: Content, texts: Texts, language: str) -> None:
    t = texts.in_(language)
    fits(projects_screen(content, t))
    for one in content.projects.values():
        fits(project_screen(one, t, NOW))
        for section in SECTIONS:
            for page in range(4):
                fits(section_screen(one, section.name, t, NOW, page))


def test_every_listed_fact_stands_in_one_section(content: Content) -> None:
    for one in content.projects.values():
        shown = [fact.id for section in SECTIONS for fact in facts_in(one, section)]
        assert sorted(shown) == sorted(fact.id for fact in one.facts if fact.listed)


@pytest.mark.parametrize("facet", Facet)
def test_every_facet_has_a_section(facet: Facet) -> None:
    assert facet in section_of(facet).facets


def test_the_list_has_a_button_for_each_project(content: Content, t: Translator) -> None:
    pressed = [button.action for row in projects_screen(content, t).rows for button in row]
    assert pressed == [ProjectCard(slug) for slug in content.projects]


def test_the_card_says_when_it_ended(t: Translator) -> None:
    past = project(period={"starts": "2022-11-01", "ends": "2024-04-30"})
    words = project_screen(past, t, NOW).text
    assert "1 November 2022 – 30 April 2024" in words
    assert "already ended" in words
    assert "30 April 2024" in ended(past, t, NOW)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ({"starts": "2026-10", "ends": "2027-02"}, "running now"),
        ({"starts": "2027-01", "ends": "2027-02"}, "not begun yet"),
        ({"starts": "2026"}, "Beginning: 2026"),
        ({"ends": "2027-01-02"}, "End: 2 January 2027"),
    ],
)
def test_the_card_says_how_a_project_stands(t: Translator, period: dict[str, str], words: str) -> None:
    one = project(period=period, leader={"pl": "Sąsiedzi"}, contact={"email": "a@example.org", "phone": "600 100 200"})
    text = project_screen(one, t, NOW).text
    assert words in text
    assert "Run by: Sąsiedzi" in text
    assert "a@example.org, 600 100 200" in text
    assert not ended(one, t, NOW)


def test_nothing_is_said_of_an_unknown_period(t: Translator) -> None:
    assert "Time" not in project_screen(project(), t, NOW).text
    assert project(period=Period()).finished(NOW.date()) is False


def test_what_people_wrote_is_no_markup(t: Translator) -> None:
    assert "&lt;drzewa&gt; &amp; krzewy" in section_screen(project(), "goals", t, NOW).text
    assert projects_screen(Content({"ogrody": project()}), t).labels == ("Ogrody & sady",)


def test_a_section_leads_back_and_to_all(t: Translator) -> None:
    screen = section_screen(project(), "goals", t, NOW)
    assert [button.action for button in screen.rows[-1]] == [ProjectCard("ogrody"), ProjectList()]


def test_a_section_nobody_knows_shows_the_card(t: Translator) -> None:
    assert section_screen(project(), "nonsense", t, NOW) == project_screen(project(), t, NOW)


def test_a_long_section_turns_pages(t: Translator) -> None:
    sizes = [120] * 20
    facts = [
        {"id": f"f{number}", "facets": ["goals"], "text": {"pl": "słowo " * size}} for number, size in enumerate(sizes)
    ]
    long = project(facts=facts)
    first = section_screen(long, "goals", t, NOW)
    assert ProjectSection("ogrody", "goals", 1) in [button.action for button in first.rows[0]]
    seen = "".join(section_screen(long, "goals", t, NOW, page).text for page in range(9))
    assert seen.count("•") >= 20
    for page in range(9):
        fits(section_screen(long, "goals", t, NOW, page))


def test_dates_are_as_precise_as_they_are_known(texts: Texts) -> None:
    days = [PartialDate(2024, 4, 30), PartialDate(2023, 4), PartialDate(2022)]
    assert [partial_date(day, texts.in_("pl")) for day in days] == ["30 kwietnia 2024", "kwiecień 2023", "2022"]


def test_a_long_title_is_shortened_on_its_button(t: Translator) -> None:
    long = project(title={"pl": "Bardzo długi tytuł " * 5})
    assert projects_screen(Content({"ogrody": long}), t).labels[0].endswith("…")
