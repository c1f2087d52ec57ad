"""Lists, people and what is typed about them: as long as they may get, in every language."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.domain.access import Permission
from bot.domain.acquaintances import Known
from bot.domain.forms import SUMMARY, Draft, Field, Kind
from bot.domain.list_queries import EVERYBODY, FilterUnread, ListQuery, Standing
from bot.domain.localized import LANGUAGES, polish
from bot.domain.people import Person
from bot.domain.signups import State
from bot.screens import adding, dialogs, duplicates, list_filters, lists, people_search
from bot.screens.given import heard_from
from bot.screens.screen import Screen
from bot.screens.statistics import drawn
from bot.services.adding import FIXED, LINES, SAME, TOLD, Added, Adding, Line
from bot.services.dialogs import Setting, Step
from bot.services.duplicates import Linking, Merging
from bot.services.lists import ListPage
from bot.services.people_search import PersonPage, Search
from bot.services.statistics import Numbers
from bot.services.typed_people import Typed
from bot.texts import Translator

from ..conftest import NOON
from .fitting import Gallery, leads_on
from .test_every_screen import HOUSE, TEXTS, event, signup

NAME = "Świętosława Maria <Żółć> & Wasilewska-Zażółcka z Nowej Wsi Wielkiej nad Wisłą"
BODY = "Stowarzyszenie „Źródła” & Przyjaciele <gminy> " * 3
KNOWN = Known(3, NAME, "+48600100200", "Gmina & <Miasto> " * 3)
PERSON = Person(3, None, "pl", NAME, NAME, "+48600100200", "Kraków", is_reachable=False)


def listed(t: Translator) -> Iterator[Screen]:
    one = event()
    people = tuple(
        replace(signup(state), id=number) for number, state in enumerate([*State, State.WAITING, State.OFFERED])
    )
    full = dict.fromkeys(State, 2000)
    page = ListPage(
        one,
        people,
        1,
        200,
        2_000,
        full,
        {1: BODY},
        {each.id: 1990 + each.id for each in people},
        standings=dict.fromkeys(Standing, 999),
        with_needs=12,
        can_export=True,
    )
    query = ListQuery(frozenset(Standing), NAME, NAME, BODY, NAME, needs=True, since=NOON.date())
    for wanted in (EVERYBODY, query):
        yield lists.people_screen(replace(page, query=wanted), t, NOON)
        yield lists.people_screen(replace(page, query=wanted, entries=(), total=0), t, NOON)
    yield list_filters.unread_screen(FilterUnread("gmna" * 30, nearest="gmina"), one, t)
    yield list_filters.unread_screen(FilterUnread("status", "rezrwa" * 30, "rezerwa"), one, t)


def found(t: Translator) -> Iterator[Screen]:
    entries = tuple((event(), signup(state)) for state in State)
    page = PersonPage(
        PERSON,
        NAME,
        ("+48600100200",) * 4,
        NAME,
        BODY,
        "plakat",
        frozenset({"pictures", "needs"}),
        entries,
        99,
        1,
        9,
        frozenset(Permission),
    )
    yield people_search.find_help_screen(t)
    yield people_search.search_screen(Search(NAME, (KNOWN,) * 10, 99), t)
    yield people_search.search_screen(Search(NAME, (), 0), t)
    yield people_search.person_screen(page, t)
    yield duplicates.same_screen(page, (KNOWN,) * 8, t)
    yield duplicates.same_screen(page, (), t)
    clash = (event(), signup(State.CANCELLED), signup(State.CONFIRMED))
    yield duplicates.preview_screen(Merging(page, page, entries * 3, (clash,) * 20), t)
    yield duplicates.link_screen(page, "https://t.me/bot?start=l_" + "a" * 32, NOON, t, HOUSE)
    yield duplicates.linking_screen(Linking(NAME, entries * 3, (clash,)), "a" * 32, t, HOUSE)
    yield duplicates.linking_screen(Linking(NAME, (), ()), "a" * 32, t, HOUSE)
    yield duplicates.linked_screen(0, t)


def typed(t: Translator) -> Iterator[Screen]:
    good = Typed("x" * 200, NAME, "+48600100200", "adres@example.org" * 4, NAME, BODY)
    bad = Typed("<b>" * 60, problem="organisation")
    line = Line(good, f"{SAME}:1", None, (KNOWN,) * 4)
    about = Adding(event(), (line,) * 200, (bad,) * 200)
    fields = (
        Field(LINES, Kind.TEXT, high=9),
        Field(FIXED, Kind.TEXT, is_required=False),
        Field(line.key, Kind.CHOICE, options=(*(polish(NAME),) * 4, polish("+"))),
        Field(TOLD, Kind.CHOICE, options=(polish("tak"),)),
    )
    for field in (*fields, None):
        draft = Draft("adding", 1, 7, field.key if field else SUMMARY, {LINES: "x"})
        step = Step(draft, Setting(about, fields, 1), field, 2, 5)
        yield dialogs.step_screen(step, t, HOUSE)
    many = tuple(replace(signup(state), id=number) for number, state in enumerate(State) for _ in range(20))
    yield adding.added_screen(Added(event(), many, (NAME,) * 20, (NAME,) * 20, (bad,) * 20, NOON), t, NOON)
    yield adding.removed_screen(event(), 5, t)
    yield adding.file_unread_screen(t)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screens", [listed, found, typed])
def test_it_fits_telegram_and_has_a_way_on(language: str, screens: Gallery) -> None:
    for screen in screens(TEXTS.in_(language)):
        leads_on(screen)


def test_where_people_heard_of_us_is_said_in_words() -> None:
    t = TEXTS.in_("pl")
    assert heard_from("by-hand", t) == "zapis przez zespół"
    assert heard_from("kanal", t) == "kanał w Telegramie"
    assert heard_from("plakat <b>", t) == "plakat &lt;b&gt;"


def test_whom_the_team_signed_up_is_no_answer_to_where_people_heard_of_us() -> None:
    only_by_hand = Numbers({}, (), {}, (), {"by-hand": 5})
    assert drawn(only_by_hand, "Fundacja", TEXTS.in_("pl"), NOON) == []
