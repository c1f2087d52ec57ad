"""The screens of recruitment, lists, cards and seats fit Telegram, however long the names and answers are."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.access import Permission
from bot.domain.applications import ApplicationAccepted, ApplicationRejected, ApplicationWaiting
from bot.domain.audit import Action
from bot.domain.events import Event, Group, Seats
from bot.domain.forms import Field, Kind
from bot.domain.localized import LANGUAGES, polish
from bot.domain.notices import Notice
from bot.domain.people import Person
from bot.domain.placements import LONGEST_LETTER, CancelledByTeam, Letter, PutInQueue
from bot.domain.signups import Decision, SignUp, State
from bot.domain.staff_notices import DecisionsDue, NewApplication
from bot.screens import application_batches as batches
from bot.screens import applications, lists, memos, notices, participants, placements, rooms
from bot.screens.event_desk import event_desk_screen
from bot.screens.list_filters import ShowParticipant
from bot.screens.screen import Screen
from bot.services.application_batches import Batch, Order
from bot.services.applications import Application, ApplicationPage
from bot.services.event_desk import Overview
from bot.services.histories import History
from bot.services.lists import ListPage, Participant
from bot.services.notices import Delivery, Memo
from bot.services.own_answers import Given
from bot.services.placements import Placed
from bot.services.rooms import Rooming
from bot.services.shortages import Shortage
from bot.store import outbox
from bot.texts import Translator

from ..conftest import NOON
from .fitting import Gallery, leads_on
from .test_every_screen import FILE, LONG, TEXTS, event, signup

NAME = "Anna Maria <Bardzo> & Długonazwiskowa-Jeszczedłuższa z Podgórza Duchackiego"
PERSON = Person(1, 5, "pl", "Anna", None, None, None, is_reachable=True)
ANSWERS: tuple[Given, ...] = tuple(
    (Field(f"q{number}", Kind.TEXT, polish(f"{LONG} {number}?")), "<b>" + "odpowiedź & " * 50) for number in range(16)
)


def recruitment(**changes: object) -> Event:
    """An event whose organisers choose, with groups of long names."""
    groups = tuple(Group(number, polish(f"{LONG} {number}"), 10, is_released=number == 2) for number in range(1, 6))
    made = event(approval=True, decide_by=NOON + timedelta(days=2))
    return replace(made, plan=replace(made.plan, **changes), groups=groups)  # type: ignore[arg-type]


def somebody(state: State, **changes: object) -> SignUp:
    """A sign-up with a long name and long answers."""
    made = signup(state, created_at=NOON, reason="Powód <b>" * 30, **changes)
    details = replace(made.details, name=NAME, needs="rampa & " * 70, organisation=3, companion_names="Jan <i> " * 60)
    return replace(made, details=details)


def history(of: Event) -> History:
    """Somebody who was everywhere."""
    return History(12, 3, 4, tuple((of, state) for state in (State.ATTENDED, State.ABSENT, State.CANCELLED) * 2)[:5])


def application_screens(t: Translator) -> Iterator[Screen]:
    """The list and one application, with every decision."""
    names = {3: "Stowarzyszenie <Bardzo> Długie " * 5}
    for of in (recruitment(), recruitment(decide_by=None), recruitment(decide_by=NOON - timedelta(days=1))):
        decided = [somebody(State.APPLIED, decision=one) for one in (None, *Decision)]
        entries = tuple(decided * 2)
        counts = dict.fromkeys(Decision, 7)
        page = ApplicationPage(of, entries, 1, 3, 25, 4, counts, NOON + timedelta(minutes=9), names)
        yield applications.applications_screen(page, t, NOON, "Gotowe.")
        yield applications.send_screen(page, t, NOON)
        empty = ApplicationPage(of, (), 0, 1, 0, None)
        yield applications.applications_screen(empty, t, NOON)
        yield applications.send_screen(empty, t, NOON)
        for one in decided:
            read = Application(of, one, history(of), 4, names[3], ANSWERS, 9)
            yield applications.application_screen(read, t, NOON, read)
            yield applications.application_screen(Application(of, one, History(), None), t, NOON)


def batch_screens(t: Translator) -> Iterator[Screen]:
    """Many at once."""
    of = recruitment()
    many = tuple(somebody(State.APPLIED) for _ in range(40))
    for decision in Decision:
        batch = Batch(of, Order(7, decision), many, 5, 60)
        yield batches.batches_screen(batch, t, NOON)
        yield batches.batch_screen(batch, t, NOON, has_changed=True)
        yield batches.batch_screen(Batch(of, Order(7, decision), (), 2, 2), t, NOON)


def list_screens(t: Translator) -> Iterator[Screen]:
    """The list and the card, in every state, for who may do all and who may only look."""
    of = recruitment()
    people = tuple(somebody(state) for state in (*State, State.CONFIRMED, State.WAITING))
    counts = dict.fromkeys(State, 123)
    numbers = {one.id: number for number, one in enumerate(people, 11)}
    page = ListPage(of, people, 1, 3, 25, counts, {3: "KGW <Rybie> " * 20}, numbers)
    yield lists.people_screen(page, t, NOON)
    yield lists.people_screen(ListPage(of, (), 0, 1, 0), t, NOON)
    for allowed in (frozenset(Permission), frozenset({Permission.SEE_LISTS})):
        for one in people:
            consents = frozenset({"pictures", "sharing"})
            card = Participant(of, one, PERSON, history(of), 3, "KGW", ANSWERS, consents, allowed)
            yield participants.participant_screen(card, t, NOON)
            for action in (Action.SEAT_GIVEN, Action.MOVED_TO_QUEUE, Action.SIGNUP_CANCELLED, Action.GROUP_CHANGED):
                yield participants.participant_screen(card, t, NOON, Placed(one.id, 10**9, action))
            yield participants.groups_screen(card, t)
            yield participants.undone_screen(card, t, NOON)
            away = replace(card, person=replace(PERSON, is_reachable=False))
            yield participants.participant_screen(away, t, NOON)


def room_screens(t: Translator) -> Iterator[Screen]:
    """Seats and groups."""
    of = recruitment()
    seats = Seats(20, 15, 4, {1: 10, 2: 5, 3: 0}, {1: 3})
    short = Shortage(3, ((of.groups[0], 2),))
    for room in (Rooming(of, seats, short, 3), Rooming(recruitment(seats=None), Seats(None, 3, 0), Shortage(0, ()))):
        yield rooms.room_screen(room, t, NOON, rooms.resized_words(room, 0, t))
        yield rooms.room_screen(room, t, NOON, rooms.resized_words(room, 1, t))
        yield rooms.release_screen(room, 3, t, NOON)
    yield event_desk_screen(Overview(of, seats, short, 3, 2, 1, frozenset(Permission)), t, NOON)


def told_screens(t: Translator) -> Iterator[Screen]:
    """What people and the team are told."""
    own: tuple[Notice, ...] = (ApplicationAccepted(7), ApplicationWaiting(7, 3), ApplicationRejected(7))
    for notice in (*own, PutInQueue(7, 3), CancelledByTeam(7)):
        letter = outbox.Letter(1, 1, 7, notice, notice.priority, 1, None)
        delivery = Delivery(letter, PERSON, event(online_link="https://example.org/?a=1&b=2"), signup(State.WAITING))
        yield notices.notice_screen(delivery, t, NOON, FILE)
    for told in (Letter(7, "<b>&" * (LONGEST_LETTER // 4)), NewApplication(7, 5), DecisionsDue(7)):
        letter = outbox.Letter(1, 1, 7, told, told.priority, 1, None)
        yield memos.memo_screen(Memo(letter, PERSON, recruitment()), t, NOON)
        yield memos.memo_screen(Memo(letter, PERSON, event(approval=True)), t, NOON)
    yield placements.sent_screen(ShowParticipant(5), t)


GALLERY = (application_screens, batch_screens, list_screens, room_screens, told_screens)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screens", GALLERY)
def test_it_fits_telegram_and_has_a_way_on(language: str, screens: Gallery) -> None:
    for screen in screens(TEXTS.in_(language)):
        leads_on(screen)


@pytest.mark.parametrize("state", [State.APPLIED, State.CONFIRMED, State.WAITING, State.REJECTED, State.CANCELLED])
def test_whoever_may_only_look_is_offered_nothing_to_do(state: State) -> None:
    of = recruitment()
    card = Participant(of, somebody(state), PERSON, History(), allowed=frozenset({Permission.SEE_LISTS}))
    assert participants.participant_screen(card, TEXTS.in_("pl"), NOON).labels == ("Do listy", "O tej osobie")
