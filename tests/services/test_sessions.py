"""Courses: one enrolment, several sessions, some chosen, some missed, the rest left."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain import courses
from bot.domain.courses import SessionGone, SessionOver, SessionTaken
from bot.domain.events import Event, Plan, Session
from bot.domain.notices import EventCalledOff, EventMoved, EventReopened, SeatOffered
from bot.domain.people import Actor
from bot.domain.refusals import EventOver, ForNewcomers, ForParticipants, NotEnoughSeats, TooLateToCancel
from bot.domain.signups import Attending, Details, State
from bot.services import events, importing, notices, sessions, signups
from bot.services.importing import Imported, Incoming
from bot.store import attendance

from .house import OWNER, Office

WEEK = timedelta(days=7)


def meetings(office: Office, count: int = 4) -> tuple[Session, ...]:
    """Sessions a week apart, the first eight days ahead at 17:00."""
    first = office.draft().starts_at
    starts = [first + WEEK * number for number in range(count)]
    return tuple(Session(0, start, start + timedelta(hours=2)) for start in starts)


async def bring(office: Office, held: tuple[Session, ...], *, is_off: bool = False, **changes: object) -> Imported:
    """Import a course, new or changed."""
    plan: Plan = office.draft("szkola-1", **changes)
    plan = replace(plan, starts_at=held[0].starts_at, ends_at=held[-1].ends_at)
    return await importing.import_events(office.db, OWNER, [Incoming(plan, (), held, False, is_off)], now=office.now)


async def course(office: Office, count: int = 4, **changes: object) -> Event:
    """A course, imported."""
    await bring(office, meetings(office, count), **changes)  # type: ignore[arg-type]
    return await office.found("szkola-1")


def goes(event: Event, *numbers: int) -> Details:
    """Somebody who chose sessions by their numbers, none for the whole course."""
    return Details("Anna Nowak", sessions=tuple(event.sessions[number - 1].id for number in numbers))


def until(office: Office, moment: datetime, **after: float) -> None:
    """Let the time come."""
    office.clock.move(moment - office.now + timedelta(**after))


async def cancels(office: Office, actor: Actor, event: Event) -> State:
    """Give the place up; gives the state after it."""
    signup = await office.signup(actor, event)
    return (await signups.cancel(office.db, actor, signup.id, now=office.now)).signup.state


class TestARunningCourse:
    async def test_takes_nobody_in_after_its_first_session(self, office: Office) -> None:
        event = await course(office)
        until(office, event.plan.starts_at, minutes=1)
        with pytest.raises(EventOver):
            await office.joins(await office.person(), event)

    async def test_with_single_sessions_can_be_joined_for_what_is_still_to_come(self, office: Office) -> None:
        event = await course(office, has_single_sessions=True)
        until(office, event.sessions[1].starts_at, minutes=1)
        ann = await office.person()
        assert (await office.joins(ann, event)).signup.state is State.CONFIRMED
        assert (await office.signup(ann, event)).details.sessions == tuple(one.id for one in event.sessions[2:])
        until(office, event.sessions[3].starts_at)
        with pytest.raises(EventOver):
            await office.joins(await office.person(), event)

    async def test_can_be_left_until_its_last_session_begins(self, office: Office) -> None:
        event = await course(office)
        ann, ben = await office.person(), await office.person()
        for one in (ann, ben):
            await office.joins(one, event)
        until(office, event.sessions[2].starts_at, minutes=1)
        assert await cancels(office, ann, event) is State.CANCELLED
        assert await office.reminders(ann, event) == []
        until(office, event.last_start)
        with pytest.raises(EventOver):
            await cancels(office, ben, event)

    async def test_gives_a_seat_left_to_nobody(self, office: Office) -> None:
        event = await course(office, seats=1)
        ann, ben = await office.person(), await office.person()
        for one in (ann, ben):
            await office.joins(one, event)
        until(office, event.plan.starts_at, minutes=1)
        await cancels(office, ann, event)
        assert (await office.signup(ben, event)).state is State.WAITING
        assert await office.told(ben) == []
        undone = await signups.undo(office.db, ann, (await office.signup(ann, event)).id, now=office.now)
        assert undone.signup.state is State.CONFIRMED

    async def test_with_single_sessions_offers_a_seat_left_with_time_until_the_next_session(
        self, office: Office
    ) -> None:
        event = await course(office, seats=1, has_single_sessions=True)
        ann, ben = await office.person(), await office.person()
        for one in (ann, ben):
            await office.joins(one, event)
        until(office, event.sessions[1].starts_at, minutes=1)
        await cancels(office, ann, event)
        (offer,) = await office.told(ben)
        assert isinstance(offer, SeatOffered)
        assert office.now < datetime.fromisoformat(offer.until) <= event.sessions[2].starts_at
        taken = await signups.take(office.db, ben, (await office.signup(ben, event)).id, now=office.now)
        assert taken.signup.state is State.CONFIRMED
        assert taken.signup.details.sessions == tuple(one.id for one in event.sessions[2:])

    async def test_the_deadline_for_cancelling_ends_with_the_first_session(self, office: Office) -> None:
        draft = office.draft()
        event = await course(office, cancel_until=draft.starts_at - timedelta(days=1))
        ann = await office.person()
        await office.joins(ann, event)
        until(office, event.plan.starts_at, hours=-2)
        with pytest.raises(TooLateToCancel):
            await cancels(office, ann, event)
        until(office, event.plan.starts_at, hours=3)
        assert await cancels(office, ann, event) is State.CANCELLED


class TestChoosing:
    async def test_what_is_behind_us_stays_when_somebody_chooses_anew(self, office: Office) -> None:
        event = await course(office, has_single_sessions=True)
        ann = await office.person()
        await office.joins(ann, event, goes(event, 1, 2))
        until(office, event.sessions[0].ends_at)
        signup = await office.signup(ann, event)
        async with office.db.transaction() as tx:
            await signups.change(tx, ann, event, signup, goes(event, 1, 4), now=office.now)
        ids = [one.id for one in event.sessions]
        assert (await office.signup(ann, event)).details.sessions == (ids[0], ids[3])
        assert {f"{due:%d.%m}" for due in await office.reminders(ann, event)} == {"21.12", "22.12"}

    async def test_a_full_session_cannot_be_added(self, office: Office) -> None:
        event = await course(office, seats=1, has_single_sessions=True)
        ann, ben = await office.person(), await office.person()
        await office.joins(ann, event, goes(event, 1))
        await office.joins(ben, event, goes(event, 2))
        signup = await office.signup(ann, event)
        with pytest.raises(NotEnoughSeats):
            async with office.db.transaction() as tx:
                await signups.change(tx, ann, event, signup, goes(event, 1, 2), now=office.now)

    async def test_the_whole_stays_the_whole(self, office: Office) -> None:
        event = await course(office, has_single_sessions=True)
        until(office, event.sessions[0].ends_at)
        whole, late = goes(event), goes(event, 2, 3, 4)
        assert courses.changed(event, whole, goes(event), office.now).sessions == ()
        assert courses.changed(event, late, goes(event), office.now).sessions == late.sessions
        assert courses.has_whole(event, late, office.now)
        assert not courses.has_whole(event, goes(event, 2, 3), office.now)


class TestMissingASession:
    async def test_keeps_the_place_in_the_course(self, office: Office) -> None:
        event = await course(office)
        ann = await office.person()
        await office.joins(ann, event)
        second = event.sessions[1]
        before = len(await office.reminders(ann, event))
        place, missed = await sessions.miss(office.db, ann, event.id, second.id, now=office.now)
        assert (place.signup.state, missed.id, place.signup.misses) == (State.CONFIRMED, second.id, (second.id,))
        assert len(await office.reminders(ann, event)) == before - 2
        back, _ = await sessions.come(office.db, ann, event.id, second.id, Attending.YES, now=office.now)
        assert (back.signup.misses, back.signup.attending) == ((), Attending.YES)
        assert len(await office.reminders(ann, event)) == before

    async def test_twice_is_missing_it_once(self, office: Office) -> None:
        event = await course(office)
        ann = await office.person()
        await office.joins(ann, event)
        first = event.sessions[0].id
        await sessions.miss(office.db, ann, event.id, first, now=office.now)
        place, _ = await sessions.miss(office.db, ann, event.id, first, now=office.now)
        assert place.signup.misses == (event.sessions[0].id,)

    async def test_offers_its_seat_where_sessions_can_be_joined_singly(self, office: Office) -> None:
        event = await course(office, seats=1, has_single_sessions=True)
        ann, ben = await office.person(), await office.person()
        await office.joins(ann, event)
        await office.joins(ben, event, goes(event, 2))
        assert (await office.signup(ben, event)).state is State.WAITING
        await sessions.miss(office.db, ann, event.id, event.sessions[1].id, now=office.now)
        assert (await office.signup(ben, event)).state is State.OFFERED
        with pytest.raises(SessionTaken):
            await sessions.come(office.db, ann, event.id, event.sessions[1].id, Attending.YES, now=office.now)
        assert (await office.signup(ann, event)).state is State.CONFIRMED

    async def test_is_no_news_once_it_has_begun(self, office: Office) -> None:
        event = await course(office)
        ann = await office.person()
        await office.joins(ann, event)
        until(office, event.plan.starts_at)
        with pytest.raises(SessionOver):
            await sessions.miss(office.db, ann, event.id, event.sessions[0].id, now=office.now)

    async def test_of_somebody_else_s_sessions_is_refused(self, office: Office) -> None:
        event = await course(office, has_single_sessions=True)
        ann = await office.person()
        await office.joins(ann, event, goes(event, 1))
        with pytest.raises(SessionGone):
            await sessions.miss(office.db, ann, event.id, event.sessions[1].id, now=office.now)


class TestChangingACourse:
    async def test_moving_a_session_tells_only_those_who_go_to_it(self, office: Office) -> None:
        event = await course(office, has_single_sessions=True)
        ann, ben = await office.person(), await office.person()
        await office.joins(ann, event, goes(event, 1))
        await office.joins(ben, event, goes(event, 1, 2))
        held = list(meetings(office))
        later = timedelta(days=1)
        held[1] = replace(held[1], starts_at=held[1].starts_at + later, ends_at=held[1].ends_at + later)
        done = await bring(office, tuple(held), has_single_sessions=True)
        assert (done.changed, done.told) == (("szkola-1",), 1)
        old, house = event.sessions[1], ("Dom kultury", "ul. Na Kozłówce 25, Kraków")
        assert await office.told(ben) == [EventMoved(event.id, old.starts_at.isoformat(), *house, old.id)]
        assert await office.told(ann) == []
        assert (await office.found("szkola-1")).sessions[1].starts_at == old.starts_at + later

    async def test_another_place_of_one_session_is_told_with_the_old_one(self, office: Office) -> None:
        event = await course(office)
        ann = await office.person()
        await office.joins(ann, event)
        held = list(meetings(office))
        held[2] = replace(held[2], place="Biblioteka")
        await bring(office, tuple(held))
        (told,) = await office.told(ann)
        assert isinstance(told, EventMoved)
        assert (told.session, told.old_place) == (event.sessions[2].id, "Dom kultury")
        await hears(office)
        await bring(office, meetings(office))
        (again,) = await office.told(ann)
        assert isinstance(again, EventMoved)
        assert (again.old_place, again.old_address) == ("Biblioteka", "")

    async def test_called_off_and_reopened_under_way_it_reminds_of_what_is_left(self, office: Office) -> None:
        event = await course(office)
        ann = await office.person()
        await office.joins(ann, event)
        until(office, event.sessions[1].ends_at)
        await bring(office, meetings_from(event), is_off=True)
        assert await office.reminders(ann, event) == []
        assert [type(one) for one in await office.told(ann)] == [EventCalledOff]
        await hears(office)
        await bring(office, meetings_from(event))
        assert [type(one) for one in await office.told(ann)] == [EventReopened]
        assert {f"{due:%d.%m}" for due in await office.reminders(ann, event)} == {"14.12", "15.12", "21.12", "22.12"}


async def hears(office: Office) -> None:
    """Everything that is due has arrived."""
    for letter in await notices.claim(office.db, now=office.now, limit=100):
        await notices.sent(office.db, letter, now=office.now)


def meetings_from(event: Event) -> tuple[Session, ...]:
    """The sessions as a file has them."""
    return tuple(replace(one, id=0) for one in event.sessions)


class TestEditions:
    async def test_only_who_was_there_may_go_on_and_only_others_may_begin(self, office: Office) -> None:
        event = await course(office)
        ann, ben = await office.person(), await office.person()
        for one in (ann, ben):
            await office.joins(one, event)
        until(office, event.plan.starts_at)
        async with office.db.transaction() as tx:
            await attendance.add(tx, (await office.signup(ann, event)).id, event.sessions[0].id, 0, office.now)
        until(office, event.plan.ends_at, days=1)
        more = await office.event("ciag-dalszy", after_event="szkola-1")
        again = await office.event("edycja-2", not_after_event="szkola-1")
        await office.joins(ann, more)
        with pytest.raises(ForParticipants):
            await office.joins(ben, more)
        await office.joins(ben, again)
        with pytest.raises(ForNewcomers):
            await office.joins(ann, again)


async def test_progress_counts_what_was_attended_what_is_behind_and_what_is_next(office: Office) -> None:
    event = await course(office)
    ann = await office.person()
    await office.joins(ann, event)
    until(office, event.sessions[1].ends_at)
    await sessions.miss(office.db, ann, event.id, event.sessions[2].id, now=office.now)
    far = courses.progress(event, await office.signup(ann, event), {event.sessions[0].id}, office.now)
    assert (far.attended, far.past, far.total) == (1, 2, 4)
    assert far.next is not None
    assert far.next.id == event.sessions[3].id


async def test_seats_are_told_by_session_where_sessions_can_be_joined_singly(office: Office) -> None:
    event = await course(office, seats=2, has_single_sessions=True)
    ann, ben, cecylia = [await office.person() for _ in range(3)]
    await office.joins(ann, event, goes(event, 1))
    await office.joins(ben, event, goes(event, 1))
    await office.joins(cecylia, event, goes(event, 2))
    card = await events.card(office.db, ann, event.id)
    assert [card.left[one.id] for one in event.sessions] == [0, 1, 2, 2]
    until(office, event.sessions[2].starts_at)
    (told,) = await events.calendar(office.db, ann, now=office.now)
    assert (list(told.left), told.free) == ([event.sessions[3].id], 2)
