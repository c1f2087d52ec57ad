"""Signing up, changing, cancelling, undoing."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.events import Group
from bot.domain.localized import polish
from bot.domain.notices import SeatOffered
from bot.domain.refusals import (
    AlreadySignedUp,
    EventOver,
    NotAllowed,
    NotEnoughSeats,
    SignUpClosed,
    SignUpGone,
    SignUpNotOpen,
    TooLateToCancel,
    TooLateToUndo,
)
from bot.domain.signups import Attending, Details, State
from bot.services import signups

from .house import Office


async def test_the_first_get_seats_and_the_next_wait_in_order(office: Office) -> None:
    event = await office.event(seats=1)
    ann, ben, cyd = [await office.person(name) for name in ("Anna", "Bogdan", "Cyryl")]
    assert (await office.joins(ann, event)).signup.state is State.CONFIRMED
    assert [(await office.joins(one, event)).position for one in (ben, cyd)] == [1, 2]


async def test_fifty_people_at_once_get_one_seat_and_forty_nine_places_in_the_queue(office: Office) -> None:
    event = await office.event(seats=1)
    everybody = [await office.person(f"Osoba {number}") for number in range(50)]
    places = await asyncio.gather(*(office.joins(one, event) for one in everybody))
    assert [place.signup.state for place in places].count(State.CONFIRMED) == 1
    assert sorted(place.position for place in places if place.position) == list(range(1, 50))


async def test_without_a_limit_nobody_waits(office: Office) -> None:
    event = await office.event(seats=None)
    assert (await office.joins(await office.person(), event)).signup.state is State.CONFIRMED


async def test_a_couple_waits_together_for_two_seats(office: Office) -> None:
    event = await office.event(seats=2, companions=1)
    ann, couple = await office.person(), await office.person()
    await office.joins(ann, event)
    assert (await office.joins(couple, event, Details("Jan Nowak", companions=1))).signup.state is State.WAITING
    await signups.cancel(office.db, ann, (await office.signup(ann, event)).id, now=office.now)
    assert (await office.signup(couple, event)).state is State.OFFERED


async def test_a_group_has_a_queue_of_its_own(office: Office) -> None:
    groups = (Group(0, polish("urzędnicy"), 1), Group(0, polish("animatorzy"), 1))
    event = await office.event(seats=5, groups=groups)
    officials, animators = (group.id for group in event.groups)
    people = [await office.person() for _ in range(3)]
    places = [
        await office.joins(one, event, Details("Jan Nowak", group=group))
        for one, group in zip(people, (officials, officials, animators), strict=True)
    ]
    assert [place.signup.state for place in places] == [State.CONFIRMED, State.WAITING, State.CONFIRMED]
    assert places[1].position == 1


async def test_nobody_signs_up_twice(office: Office) -> None:
    event, ann = await office.event(), await office.person()
    await office.joins(ann, event)
    with pytest.raises(AlreadySignedUp):
        await office.joins(ann, event)


async def test_one_cannot_sign_up_before_after_or_too_late(office: Office) -> None:
    ann = await office.person()
    opens = await office.event("a", opens_at=office.now + timedelta(days=1))
    closed = await office.event("b", closes_at=office.now - timedelta(hours=1))
    with pytest.raises(SignUpNotOpen):
        await office.joins(ann, opens)
    with pytest.raises(SignUpClosed):
        await office.joins(ann, closed)
    event = await office.event("c")
    office.clock.move(timedelta(days=9))
    with pytest.raises(EventOver):
        await office.joins(ann, event)


async def test_a_freed_seat_is_offered_to_the_first_in_the_queue_who_is_told_in_the_same_transaction(
    office: Office,
) -> None:
    event = await office.event(seats=1)
    ann, ben, cyd = [await office.person() for _ in range(3)]
    places = [await office.joins(one, event) for one in (ann, ben, cyd)]
    await signups.cancel(office.db, ann, places[0].signup.id, now=office.now)
    offered = await office.signup(ben, event)
    assert offered.state is State.OFFERED
    assert offered.offered_until is not None
    assert await office.told(ben) == [SeatOffered(event.id, offered.offered_until.isoformat(), is_last=False)]
    assert await office.told(cyd) == []
    assert (await signups.show(office.db, cyd, places[2].signup.id)).position == 1


async def test_reminders_are_planned_with_the_seat_and_go_with_it(office: Office) -> None:
    event, ann = await office.event(), await office.person()
    place = await office.joins(ann, event)
    assert [f"{due:%d.%m %H:%M}" for due in await office.reminders(ann, event)] == [
        "24.11 17:00",
        "30.11 18:00",
        "01.12 15:00",
    ]
    assert len(place.reminders) == 3
    await signups.cancel(office.db, ann, place.signup.id, now=office.now)
    assert await office.reminders(ann, event) == []


async def test_who_waits_is_not_reminded_until_there_is_a_seat(office: Office) -> None:
    event = await office.event(seats=1)
    ann, ben = await office.person(), await office.person()
    place = await office.joins(ann, event)
    await office.joins(ben, event)
    assert await office.reminders(ben, event) == []
    await signups.cancel(office.db, ann, place.signup.id, now=office.now)
    assert await office.reminders(ben, event) == []
    await signups.take(office.db, ben, (await office.signup(ben, event)).id, now=office.now)
    assert len(await office.reminders(ben, event)) == 3


async def test_cancelling_twice_frees_one_seat(office: Office) -> None:
    event = await office.event(seats=1)
    ann, ben, cyd = [await office.person() for _ in range(3)]
    place, *_ = [await office.joins(one, event) for one in (ann, ben, cyd)]
    for _ in range(2):
        await signups.cancel(office.db, ann, place.signup.id, now=office.now)
    assert (await office.signup(cyd, event)).state is State.WAITING


async def test_undo_gives_a_seat_back_that_nobody_took(office: Office) -> None:
    event, ann = await office.event(), await office.person()
    place = await office.joins(ann, event)
    await signups.cancel(office.db, ann, place.signup.id, now=office.now)
    undone = await signups.undo(office.db, ann, place.signup.id, now=office.now)
    assert undone.signup.state is State.CONFIRMED
    assert len(await office.reminders(ann, event)) == 3


async def test_undo_does_not_take_a_seat_away_from_who_got_it(office: Office) -> None:
    event = await office.event(seats=1)
    ann, ben = await office.person(), await office.person()
    place = await office.joins(ann, event)
    await office.joins(ben, event)
    await signups.cancel(office.db, ann, place.signup.id, now=office.now)
    undone = await signups.undo(office.db, ann, place.signup.id, now=office.now)
    assert (undone.signup.state, undone.position) == (State.WAITING, 1)
    assert (await office.signup(ben, event)).state is State.OFFERED


async def test_whoever_had_a_seat_comes_first_among_those_who_wait(office: Office) -> None:
    event = await office.event(seats=1)
    ann, ben, cyd, dan = [await office.person() for _ in range(4)]
    place = await office.joins(ann, event)
    for one in (ben, cyd):
        await office.joins(one, event)
    await signups.cancel(office.db, ann, place.signup.id, now=office.now)
    undone = await signups.undo(office.db, ann, place.signup.id, now=office.now)
    assert undone.position == 1
    assert undone.hoping == {State.WAITING, State.OFFERED}
    assert (await office.joins(dan, event)).position == 3
    await signups.cancel(office.db, ben, (await office.signup(ben, event)).id, now=office.now)
    assert (await office.signup(ann, event)).state is State.OFFERED


async def test_undo_gives_a_seat_back_that_is_too_small_for_whoever_waits(office: Office) -> None:
    event = await office.event(seats=2, companions=1)
    ann, ben, couple = [await office.person() for _ in range(3)]
    place = await office.joins(ann, event)
    await office.joins(ben, event)
    await office.joins(couple, event, Details("Jan Nowak", companions=1))
    await signups.cancel(office.db, ann, place.signup.id, now=office.now)
    undone = await signups.undo(office.db, ann, place.signup.id, now=office.now)
    assert undone.signup.state is State.CONFIRMED


async def test_undo_gives_the_old_place_in_the_queue_back(office: Office) -> None:
    event = await office.event(seats=1)
    people = [await office.person() for _ in range(4)]
    places = [await office.joins(one, event) for one in people[:3]]
    await signups.cancel(office.db, people[1], places[1].signup.id, now=office.now)
    await office.joins(people[3], event)
    undone = await signups.undo(office.db, people[1], places[1].signup.id, now=office.now)
    assert undone.position == 1


async def test_after_ten_minutes_nothing_is_undone(office: Office) -> None:
    event, ann = await office.event(), await office.person()
    place = await office.joins(ann, event)
    await signups.cancel(office.db, ann, place.signup.id, now=office.now)
    office.clock.move(timedelta(minutes=11))
    with pytest.raises(TooLateToUndo):
        await signups.undo(office.db, ann, place.signup.id, now=office.now)


async def test_who_cancelled_can_sign_up_anew(office: Office) -> None:
    event, ann = await office.event(), await office.person()
    first = await office.joins(ann, event)
    await signups.cancel(office.db, ann, first.signup.id, now=office.now)
    again = await office.joins(ann, event, Details("Anna Maria Nowak"))
    assert again.signup.id == first.signup.id
    assert (again.signup.state, again.signup.details.name) == (State.CONFIRMED, "Anna Maria Nowak")


async def test_after_the_deadline_one_cannot_cancel_but_can_say_no_to_a_reminder(office: Office) -> None:
    event = await office.event(cancel_until=office.now + timedelta(days=1))
    ann = await office.person()
    place = await office.joins(ann, event)
    office.clock.move(timedelta(days=2))
    with pytest.raises(TooLateToCancel):
        await signups.cancel(office.db, ann, place.signup.id, now=office.now)
    assert (await signups.decline(office.db, ann, event.id, now=office.now)).signup.state is State.CANCELLED


async def test_nobody_touches_the_sign_up_of_somebody_else(office: Office) -> None:
    event = await office.event()
    ann, ben = await office.person(), await office.person()
    signup = (await office.joins(ann, event)).signup.id
    for act in (signups.cancel, signups.undo, signups.take):
        with pytest.raises(NotAllowed):
            await act(office.db, ben, signup, now=office.now)
    with pytest.raises(NotAllowed):
        await signups.show(office.db, ben, signup)
    assert (await office.signup(ann, event)).state is State.CONFIRMED


async def test_more_companions_are_taken_when_there_is_room_and_refused_when_there_is_none(office: Office) -> None:
    event = await office.event(seats=3, companions=3)
    ann = await office.person()
    signup = (await office.joins(ann, event)).signup
    async with office.db.transaction() as tx:
        changed = await signups.change(tx, ann, event, signup, Details("Anna Nowak", companions=2), now=office.now)
    assert changed.signup.details.companions == 2
    with pytest.raises(NotEnoughSeats) as refused:
        async with office.db.transaction() as tx:
            await signups.change(tx, ann, event, changed.signup, Details("Anna", companions=3), now=office.now)
    assert refused.value.free == 0


async def test_fewer_companions_free_seats_for_the_queue(office: Office) -> None:
    event = await office.event(seats=2, companions=1)
    ann, ben = await office.person(), await office.person()
    signup = (await office.joins(ann, event, Details("Anna Nowak", companions=1))).signup
    await office.joins(ben, event)
    async with office.db.transaction() as tx:
        await signups.change(tx, ann, event, signup, Details("Anna Nowak"), now=office.now)
    assert (await office.signup(ben, event)).state is State.OFFERED


async def test_what_is_said_to_a_reminder_is_kept(office: Office) -> None:
    event, ann = await office.event(), await office.person()
    await office.joins(ann, event)
    place = await signups.attend(office.db, ann, event.id, Attending.LATE, now=office.now)
    assert place.signup.attending is Attending.LATE


async def test_without_a_seat_there_is_nothing_to_attend(office: Office) -> None:
    event, ann = await office.event(), await office.person()
    with pytest.raises(SignUpGone):
        await signups.attend(office.db, ann, event.id, Attending.YES, now=office.now)
    with pytest.raises(SignUpGone):
        await signups.decline(office.db, ann, event.id, now=office.now)
    with pytest.raises(SignUpGone):
        await signups.show(office.db, ann, 99)


async def test_an_application_waits_for_the_organisers(office: Office) -> None:
    event = await office.event(approval=True)
    place = await office.joins(await office.person(), event)
    assert place.signup.state is State.APPLIED
    assert place.reminders == ()
