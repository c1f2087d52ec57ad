"""Answers in words: the project named, the end said, the next step offered, nothing made up."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.answers.values import Answer, CalendarEntry, Kind, Topic
from bot.content import Content, Door, Facet
from bot.domain.localized import LANGUAGES, Localized
from bot.screens.answers import AskAbout, TellFact, answer_screen
from bot.screens.events import EventCard, EventList
from bot.screens.inbox_asking import PassOn
from bot.screens.projects import ProjectCard, ProjectList, ProjectSection
from bot.screens.screen import Screen
from bot.texts import Texts, Translator

from .test_projects import NOW, ROOT, fits, project

DAY = datetime(2026, 11, 24, 17, 0, tzinfo=ZoneInfo("Europe/Warsaw"))


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts(Path(ROOT) / "locales", ZoneInfo("Europe/Warsaw"))


@pytest.fixture
def t(texts: Texts) -> Translator:
    return texts.in_("en")


@pytest.fixture
def content() -> Content:
    past = project(period={"starts": "2023", "ends": "2024-04-30"}, contact={"email": "a@example.org"})
    return Content({"ogrody": past, "lasy": project(slug="lasy", title={"pl": "Lasy <dla> ludzi"})})


def entry(number: int, **changes: object) -> CalendarEntry:
    values: dict[str, object] = {
        "id": number,
        "code": f"e-{number}",
        "project": "lasy",
        "kind": "debate",
        "title": Localized({"pl": f"Debata {number} & rozmowa"}),
        "starts": DAY + timedelta(days=number),
        "ends": DAY + timedelta(days=number, hours=2),
        "place": "Dom kultury",
        "address": "ul. Leśna 1",
        "seats_left": 3,
    }
    return CalendarEntry(**(values | changes))  # type: ignore[arg-type]


def actions(screen: Screen) -> list[object]:
    return [button.action for row in screen.rows for button in row]


def test_a_fact_names_its_project_and_offers_more(t: Translator, content: Content) -> None:
    screen = answer_screen(Answer(Kind.FACT, "en", project="lasy", texts=("Sadzimy <las>.",)), t, content, NOW)
    assert screen.text == "<b>Lasy &lt;dla&gt; ludzi</b>\nSadzimy &lt;las&gt;."
    assert actions(screen) == [ProjectCard("lasy"), EventList(project="lasy")]


def test_a_finished_project_is_said_to_be_finished_once(t: Translator, content: Content) -> None:
    answer = Answer(Kind.FACT, "en", project="ogrody", finished=True, passed=date(2024, 1, 1), texts=("Tak.",))
    screen = answer_screen(answer, t, content, NOW)
    assert screen.text.count("already ended (30 April 2024)") == 1
    assert "over" not in screen.text
    assert actions(screen) == [ProjectCard("ogrody")]


def test_what_is_past_is_said_to_be_past(t: Translator, content: Content) -> None:
    answer = Answer(Kind.FACT, "en", project="lasy", passed=date(2022, 5, 10), texts=("Tak.",))
    assert "This is over (10 May 2022)." in answer_screen(answer, t, content, NOW).text


def test_a_fact_tells_of_coming_events(t: Translator, content: Content) -> None:
    answer = Answer(Kind.FACT, "en", project="lasy", texts=("Tak.",), events=(entry(1),))
    screen = answer_screen(answer, t, content, NOW)
    assert "Coming up:" in screen.text
    assert EventCard(1) in actions(screen)


def test_a_list_has_a_button_for_each_project(t: Translator, content: Content) -> None:
    answer = Answer(Kind.LIST, "en", texts=("Trzy lata.", ""), suggestions=(Topic("ogrody"), Topic("lasy")))
    screen = answer_screen(answer, t, content, NOW)
    assert screen.text == "• <b>Ogrody &amp; sady</b>: Trzy lata.\n• <b>Lasy &lt;dla&gt; ludzi</b>"
    assert actions(screen) == [ProjectCard("ogrody"), ProjectCard("lasy"), ProjectList()]


def test_a_list_says_where_a_project_is(t: Translator, content: Content) -> None:
    area = Localized({"pl": "Łąki & pola", "en": "Meadows & fields"})
    placed = content.projects["ogrody"].model_copy(update={"area": area})
    known = replace(content, projects={**content.projects, "ogrody": placed})
    screen = answer_screen(Answer(Kind.LIST, "en", texts=("",), suggestions=(Topic("ogrody"),)), t, known, NOW)
    assert screen.text == "• <b>Ogrody &amp; sady</b> (Meadows &amp; fields)"


def test_a_course_is_told_with_the_session_of_the_day_asked_about(t: Translator, content: Content) -> None:
    times = tuple((DAY + timedelta(days=days), DAY + timedelta(days=days, hours=2)) for days in (0, 7, 14))
    club = CalendarEntry(1, "klub", "ogrody", "club", Localized({"pl": "Klub"}), DAY, times[-1][1], sessions=times)
    answer = Answer(Kind.CALENDAR, "en", events=(club,), span=(times[1][0].date(), times[1][0].date()))
    screen = answer_screen(answer, t, content, NOW)
    assert "Tuesday, 1 December" in screen.text
    assert "3 sessions, from 24 November to 8 December" in screen.text
    assert screen.labels[0] == "Klub, 1 December"


def test_the_calendar_tells_title_weekday_date_time_and_place(t: Translator, content: Content) -> None:
    span = (DAY.date(), DAY.date() + timedelta(days=6))
    answer = Answer(Kind.CALENDAR, "en", project="lasy", events=(entry(1), entry(2, seats_left=0)), span=span)
    screen = answer_screen(answer, t, content, NOW)
    assert "<b>Debata 1 &amp; rozmowa</b>\nWednesday, 25 November, 17:00–19:00\nDom kultury, ul. Leśna 1" in screen.text
    assert "3 seats are free." in screen.text
    assert "waiting list" in screen.text
    assert screen.labels[0] == "Debata 1 & rozmowa, 25 November"
    assert actions(screen) == [EventCard(1), EventCard(2), EventList(project="lasy")]


def test_an_event_of_several_days_and_no_place(t: Translator, content: Content) -> None:
    long = entry(1, ends=DAY + timedelta(days=3), place="", address="", seats_left=None)
    text = answer_screen(Answer(Kind.CALENDAR, "en", events=(long,)), t, content, NOW).text
    assert "from Wednesday, 25 November, 17:00, to Friday, 27 November, 17:00" in text
    assert text.startswith("The nearest events:")


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ((NOW.date(), NOW.date()), "today, Saturday, 21 November"),
        ((NOW.date() + timedelta(days=1),) * 2, "tomorrow, Sunday, 22 November"),
        ((NOW.date() + timedelta(days=2),) * 2, "this time: Monday, 23 November"),
        (None, "No events are planned now."),
    ],
)
def test_an_empty_calendar_is_no_dead_end(
    t: Translator, content: Content, span: tuple[date, date] | None, words: str
) -> None:
    screen = answer_screen(Answer(Kind.CALENDAR, "en", span=span), t, content, NOW)
    assert words in screen.text
    assert actions(screen) == [EventList(), ProjectList()]


def test_tomorrow_is_called_tomorrow(t: Translator, content: Content) -> None:
    soon = entry(1, starts=NOW + timedelta(days=1), ends=NOW + timedelta(days=1, hours=1))
    assert "tomorrow, Sunday" in answer_screen(Answer(Kind.CALENDAR, "en", events=(soon,)), t, content, NOW).text


def test_asking_back_has_a_button_for_each_project(t: Translator, content: Content) -> None:
    answer = Answer(Kind.CLARIFY, "en", suggestions=(Topic("ogrody"), Topic("lasy")))
    screen = answer_screen(answer, t, content, NOW, sign=7)
    assert actions(screen) == [AskAbout("ogrody", 7), AskAbout("lasy", 7), ProjectList()]
    assert actions(answer_screen(answer, t, content, NOW))[:2] == [ProjectCard("ogrody"), ProjectCard("lasy")]


def test_not_knowing_says_what_is_known_and_whom_to_ask(t: Translator, content: Content) -> None:
    answer = Answer(
        Kind.ABSTAIN,
        "en",
        project="ogrody",
        finished=True,
        suggestions=(Topic("ogrody", Facet.WHEN), Topic("ogrody", Facet.SCHEDULE), Topic("ogrody", Facet.GOALS)),
    )
    screen = answer_screen(answer, t, content, NOW)
    assert "does not say this" in screen.text
    assert "a@example.org" in screen.text
    assert actions(screen) == [
        ProjectSection("ogrody", "when"),
        ProjectSection("ogrody", "goals"),
        ProjectCard("ogrody"),
    ]


def test_a_known_gap_is_told_in_its_own_words(t: Translator, content: Content) -> None:
    answer = Answer(Kind.ABSTAIN, "en", project="lasy", texts=("Opis nie podaje roku.",))
    screen = answer_screen(answer, t, content, NOW)
    assert "Opis nie podaje roku." in screen.text
    assert "does not say this" not in screen.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_fits_in_every_language(kind: Kind, language: str, texts: Texts, content: Content) -> None:
    answer = Answer(kind, language, project="lasy", texts=("Tak.",), suggestions=(Topic("lasy", Facet.WHEN),))
    screen = answer_screen(answer, texts.in_(language), content, NOW)
    fits(screen)
    assert screen.text
    assert screen.rows


def test_without_a_project_the_ways_on_are_events_and_projects(t: Translator, content: Content) -> None:
    for kind in (Kind.ABSTAIN, Kind.GREETING, Kind.THANKS):
        assert actions(answer_screen(Answer(kind, "en"), t, content, NOW)) == [EventList(), ProjectList()]


def test_what_is_known_stands_under_its_words_before_passing_on(t: Translator, content: Content) -> None:
    known = Answer(Kind.ABSTAIN, "en", project="lasy", suggestions=(Topic("lasy", Facet.WHEN),))
    screen = answer_screen(known, t, content, NOW, sign=7)
    assert screen.text.endswith("This is what I know about it:")
    assert actions(screen) == [ProjectSection("lasy", "when"), PassOn("lasy", 7), ProjectCard("lasy")]
    unsure = Answer(Kind.UNSURE, "en", project="lasy", suggestions=(Topic("lasy", Facet.WHAT, "a"),))
    screen = answer_screen(unsure, t, content, NOW, sign=7)
    assert screen.text.endswith("Or perhaps this is it:")
    assert actions(screen) == [TellFact("lasy", "a"), PassOn("lasy", 7), ProjectCard("lasy")]


def test_whoever_wants_a_person_can_go_on(t: Translator, content: Content) -> None:
    answer = Answer(Kind.FAQ, "en", texts=("You are talking to a bot.",), buttons=(Door.CONTACT,))
    assert actions(answer_screen(answer, t, content, NOW, sign=7)) == [PassOn("", 7), EventList(), ProjectList()]


def test_where_it_is_unsure_each_topic_is_a_button(t: Translator, content: Content) -> None:
    topics = (Topic("lasy", Facet.WHAT, "a"), Topic("ogrody", Facet.WHAT, "a"))
    screen = answer_screen(Answer(Kind.UNSURE, "en", suggestions=topics), t, content, NOW)
    assert "Perhaps" in screen.text
    assert "drzewa" not in screen.text
    assert {TellFact("lasy", "a"), TellFact("ogrody", "a")} <= set(actions(screen))
    assert len(set(screen.labels)) == len(screen.labels)
