"""The screens of courses and attendance fit Telegram in every language, and none is a dead end."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain import attendance, courses
from bot.domain.attendance import WALK_IN, Numbers
from bot.domain.courses import SOME, SessionsField
from bot.domain.events import Event, NoSuchCode, Seats, Session
from bot.domain.forms import SUMMARY, Condition, Draft, Field, Kind, Value
from bot.domain.localized import LANGUAGES, polish
from bot.domain.notices import EventMoved, Reminder
from bot.domain.people import Person
from bot.domain.signups import State
from bot.screens import attendance as sheets
from bot.screens import check_ins, event_cards, leaving, notices, self_check_in, signups, walk_ins
from bot.screens import courses as sessions
from bot.screens import dialogs as talking
from bot.screens import refusals as words
from bot.screens.screen import Screen
from bot.services.attendance import Batch, CheckedIn, Line, Sheet
from bot.services.dialogs import Setting, Step
from bot.services.events import Card
from bot.services.notices import Delivery
from bot.services.self_check_in import Arrival
from bot.services.signups import Place
from bot.services.walk_ins import HEADS, NAMES, HeadCount, WalkIns
from bot.store.attendance import Presence
from bot.store.outbox import Letter
from bot.texts import Translator

from ..conftest import NOON
from .fitting import Gallery, leads_on
from .test_every_screen import FILE, HOUSE, TEXTS, event, signup

LONG_NAME = "Wielce <Długie> Imię i Jeszcze Dłuższe & Nazwisko z Kreską-Kropką Oraz Coś"


def course(count: int = 4, **changes: object) -> Event:
    """A course with something in every field of its sessions."""
    starts = [NOON + timedelta(days=7 * number + 1) for number in range(count)]
    held = tuple(
        Session(number, one, one + timedelta(hours=6), polish("Jak <słuchać> & pytać"), "Biblioteka <b>", "ul. Inna 1")
        for number, one in enumerate(starts, start=1)
    )
    return replace(event(**changes), sessions=held)  # type: ignore[arg-type]


def course_screens(t: Translator) -> Iterator[Screen]:
    """Cards, places and answers of courses, of four sessions and of forty."""
    for held in (course(), course(40), course(40, has_single_sessions=True)):
        left = {one.id: one.id % 3 for one in held.sessions} if held.plan.has_single_sessions else {}
        for later in (0, 10):
            now = NOON + timedelta(days=later)
            yield event_cards.event_screen(Card(held, Seats(20, 7, 0), left=left), t, now)
            yield event_cards.more_screen(Card(held, Seats(20, 7, 0), left=left), t, now, "Projekt & spółka")
            for state in State:
                own = signup(state, misses=(3, 4), attending=None)
                place = Place(held, own, 3, (NOON + timedelta(days=1),), attended=frozenset({1}))
                chosen = replace(own.details, sessions=tuple(one.id for one in held.sessions[1:]))
                for one in (place, replace(place, signup=replace(own, details=chosen))):
                    yield signups.joined_screen(one, t, now, FILE)
                    yield signups.place_screen(one, t, now)
                    yield leaving.cancelled_screen(one, t, now)
                    yield signups.calendar_screen(one, t, now, FILE)
                    yield sessions.missing_screen(one, held.sessions[2], t, now)
                    yield sessions.coming_to_screen(one, held.sessions[2], t, now)
    yield from _notices(t)
    yield from _questions(t)


def _notices(t: Translator) -> Iterator[Screen]:
    person = Person(1, 5, t.language, "Anna", None, None, None, is_reachable=True)
    moved = EventMoved(7, (NOON + timedelta(days=5)).isoformat(), "Biblioteka <b>", "ul. Inna", 2)
    for notice in (Reminder(7, "7d", 1), moved):
        delivery = Delivery(
            Letter(1, 1, 7, notice, notice.priority, 1, None), person, course(), signup(State.CONFIRMED)
        )
        yield notices.notice_screen(delivery, t, NOON, FILE)


def _questions(t: Translator) -> Iterator[Screen]:
    held = course(12)
    asked = SessionsField(
        "sessions",
        Kind.CHOICES,
        options=tuple(polish(str(one.id)) for one in held.sessions),
        condition=Condition("part", (SOME,)),
        sessions=held.sessions,
        now=held.sessions[1].starts_at,
    )
    fields = (Field("part", Kind.CHOICE, options=(polish("1"), polish("2"))), asked)
    answers: dict[str, Value] = {"part": SOME, "sessions": ["2", "3"]}
    for field in (*fields, None):
        draft = Draft("signup", 1, 7, field.key if field else SUMMARY, answers, revision=10**6)
        yield talking.step_screen(Step(draft, Setting(held, fields, 1), field, 2, 3), t, HOUSE)


def sheet(**changes: object) -> Sheet:
    """A page of the list, with somebody in every state of things."""
    there = Presence(5, 1, LONG_NAME, NOON)
    people = [signup(State.CONFIRMED, misses=(1,)), signup(State.WAITING), signup(State.CONFIRMED, source=WALK_IN)]
    named = [replace(one, details=replace(one.details, name=LONG_NAME)) for one in people]
    lines = [Line(number * 3 + 1, one, there if number % 2 else None) for number, one in enumerate(named * 3)]
    made = Sheet(course(), course().sessions[0], tuple(lines), 1, 3, 5, 12, 7)
    return replace(made, **changes)  # type: ignore[arg-type]


def attendance_screens(t: Translator) -> Iterator[Screen]:
    """Everything about taking attendance."""
    held, plain = course(), event()
    yield sheets.events_screen((), t, NOON)
    yield sheets.events_screen((held, plain), t, NOON)
    yield sheets.sessions_screen(course(12), t, NOON)
    for is_others in (False, True):
        yield sheets.sheet_screen(sheet(is_others=is_others), t, NOON)
        yield sheets.sheet_screen(sheet(is_others=is_others, lines=(), session=None, page=0, pages=1), t, NOON)
    for session in (None, held.sessions[0]):
        for state in (State.CONFIRMED, State.WAITING, State.APPLIED, State.CANCELLED, State.REJECTED):
            for before in (None, Presence(5, None, "", NOON)):
                is_expected = state is State.CONFIRMED
                yield check_ins.checked_in_screen(CheckedIn(held, session, signup(state), is_expected, before), t, NOON)
        for was_known in (False, True):
            arrival = Arrival(held, session, signup(State.CONFIRMED), was_known)
            yield self_check_in.arrived_screen(arrival, t, NOON)
            yield self_check_in.left_screen(arrival, t, NOON)
        yield self_check_in.poster_screen(held, session, "483920", FILE, t, NOON)
    lines = tuple(Line(number, sheet().lines[0].signup) for number in range(1, 90))
    numbers = Numbers(tuple(range(1, 900)), ("Zosia<b>" * 30,) * 40)
    yield check_ins.batch_screen(Batch(held, None, numbers, lines, lines[:3], tuple(range(90, 900)), NOON), t, NOON)
    yield check_ins.batch_screen(Batch(held, None, numbers, (), (), (), NOON), t, NOON)
    yield check_ins.undone_batch_screen(7, 1, 5, t)
    yield check_ins.present_help_screen(t)
    yield from _walk_ins(t)


def _walk_ins(t: Translator) -> Iterator[Screen]:
    added = tuple(line.signup for line in sheet().lines) * 3
    yield walk_ins.walk_ins_screen(WalkIns(course(), None, added, added[:2], ("12<b>", "?")), t, NOON)
    yield walk_ins.walk_ins_screen(WalkIns(course(), None, (), (), ()), t, NOON)
    yield walk_ins.removed_screen(event(), LONG_NAME, t)
    for before in (0, 12):
        yield walk_ins.heads_screen(HeadCount(event(), None, 12, before), t, NOON)
    for key, kind, given in ((NAMES, Kind.TEXT, f"{LONG_NAME}\n12"), (HEADS, Kind.NUMBER, 7)):
        field = Field(key, kind, high=2000)
        for step in (field, None):
            draft = Draft(key, 1, 7, step.key if step else SUMMARY, {key: given}, revision=10**6)
            yield talking.step_screen(Step(draft, Setting(event(), (field,), 1), step, 1, 2), t, HOUSE)


def refusal_screens(t: Translator) -> Iterator[Screen]:
    """Why not."""
    refused = (
        *(kind(7) for kind in (courses.SessionGone, courses.SessionOver, courses.SessionTaken)),
        *(kind(7) for kind in (attendance.CheckInOver, attendance.NotOnTheList, attendance.NameStaysListed)),
        attendance.CheckInTooEarly(7, NOON),
        attendance.CodeUnknown(),
        attendance.NumbersUnread("wszyscy <b>" * 30),
        NoSuchCode("<b>" * 30, "warsztaty-1", 7, "list"),
        NoSuchCode("nie-ma", "", 0, ""),
    )
    for one in refused:
        yield words.refusal_screen(one, t, NOON, HOUSE)


GALLERY = (course_screens, attendance_screens, refusal_screens)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screens", GALLERY)
def test_it_fits_telegram_and_leads_on(language: str, screens: Gallery) -> None:
    stale = TEXTS.in_(language)("This button is from an earlier time and does nothing any more. Choose anew.")
    for screen in screens(TEXTS.in_(language)):
        leads_on(screen)
        assert stale not in screen.text


def test_a_session_that_has_begun_has_no_button() -> None:
    *_, which, _ = _questions(TEXTS.in_("pl"))
    labels = [button.label for row in which.rows for button in row]
    assert not any(label.startswith(("1. ", "2. ")) for label in labels)
    assert any(label.startswith("✓ 3. ") for label in labels)
