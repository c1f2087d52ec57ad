"""Offers from the waiting list: taken, left, lapsed, and never two for one seat."""

from datetime import timedelta

import pytest

from bot.domain.events import Event
from bot.domain.notices import EventCalledOff, OfferLapsed, SeatOffered
from bot.domain.people import Actor
from bot.domain.refusals import OfferGone
from bot.domain.signups import Details, State
from bot.services import changes, signups, upkeep

from .house import Office


async def full(office: Office, waiting: int, **event: object) -> tuple[Event, list[Actor]]:
    """An event with one seat that is taken, and so many who wait for it; the first has the seat."""
    made = await office.event(**{"seats": 1, **event})  # type: ignore[arg-type]
    people = [await office.person() for _ in range(1 + waiting)]
    for one in people:
        await office.joins(one, made)
    return made, people


async def leaves(office: Office, actor: Actor, event: Event) -> None:
    """Give up the place."""
    await signups.cancel(office.db, actor, (await office.signup(actor, event)).id, now=office.now)


async def states(office: Office, people: list[Actor], event: Event) -> list[State]:
    """Where everybody stands."""
    return [(await office.signup(one, event)).state for one in people]


async def passes(office: Office, **span: float) -> None:
    """Time goes by, and what is due happens."""
    office.clock.move(timedelta(**span))
    await upkeep.keep(office.db, now=office.now)


async def test_an_offer_counts_as_a_taken_seat(office: Office) -> None:
    event, (ann, ben) = await full(office, 1)
    await leaves(office, ann, event)
    cyd = await office.person()
    assert (await office.joins(cyd, event)).signup.state is State.WAITING
    assert await states(office, [ben, cyd], event) == [State.OFFERED, State.WAITING]


async def test_who_leaves_an_offer_leaves_it_to_the_next(office: Office) -> None:
    event, (ann, ben, cyd) = await full(office, 2)
    await leaves(office, ann, event)
    await leaves(office, ben, event)
    assert await states(office, [ben, cyd], event) == [State.CANCELLED, State.OFFERED]


async def test_an_offer_nobody_answers_passes_on_and_the_person_waits_at_the_end(office: Office) -> None:
    event, (ann, ben, cyd) = await full(office, 2)
    await leaves(office, ann, event)
    await passes(office, hours=23)
    assert await states(office, [ben, cyd], event) == [State.WAITING, State.OFFERED]
    assert OfferLapsed(event.id, is_off=False) in await office.told(ben)
    with pytest.raises(OfferGone):
        await signups.take(office.db, ben, (await office.signup(ben, event)).id, now=office.now)


async def test_whoever_waits_alone_is_offered_the_seat_once_more_and_hears_only_that(office: Office) -> None:
    event, (ann, ben) = await full(office, 1)
    await leaves(office, ann, event)
    await passes(office, hours=23)
    signup = await office.signup(ben, event)
    assert (signup.state, signup.offers_missed) == (State.OFFERED, 1)
    told = [notice for notice in await office.told(ben) if isinstance(notice, SeatOffered | OfferLapsed)]
    assert [isinstance(notice, SeatOffered) and notice.is_last for notice in told] == [False, True]


async def test_two_offers_without_an_answer_end_the_waiting_and_the_way_back_is_open(office: Office) -> None:
    event, (ann, ben) = await full(office, 1)
    await leaves(office, ann, event)
    await passes(office, hours=23)
    await passes(office, hours=23)
    assert (await office.signup(ben, event)).state is State.CANCELLED
    assert OfferLapsed(event.id, is_off=True) in await office.told(ben)
    assert (await office.joins(ben, event)).signup.state is State.CONFIRMED
    assert (await office.signup(ben, event)).offers_missed == 0


async def test_taking_twice_is_taking_once(office: Office) -> None:
    event, (ann, ben) = await full(office, 1)
    await leaves(office, ann, event)
    signup = await office.signup(ben, event)
    for _ in range(2):
        assert (await signups.take(office.db, ben, signup.id, now=office.now)).signup.state is State.CONFIRMED
    assert len(await office.reminders(ben, event)) == 3


async def test_several_freed_seats_are_offered_at_once_in_order(office: Office) -> None:
    event, people = await full(office, 3)
    await office.bring(office.draft(seats=3))
    assert await states(office, people, event) == [State.CONFIRMED, State.OFFERED, State.OFFERED, State.WAITING]


async def test_a_couple_is_offered_two_seats_or_none(office: Office) -> None:
    event, (ann, ben) = await full(office, 1, seats=2, companions=1)
    couple, cyd = await office.person(), await office.person()
    await office.joins(couple, event, Details("Jan Nowak", companions=1))
    await office.joins(cyd, event)
    await leaves(office, ann, event)
    assert await states(office, [couple, cyd], event) == [State.WAITING, State.WAITING]
    await leaves(office, ben, event)
    assert await states(office, [couple, cyd], event) == [State.OFFERED, State.WAITING]


async def test_after_the_deadline_for_cancelling_one_can_still_leave_the_queue_or_an_offer(office: Office) -> None:
    event, (ann, ben, cyd) = await full(office, 2, cancel_until=office.now + timedelta(hours=1))
    await leaves(office, ann, event)
    office.clock.move(timedelta(hours=2))
    await leaves(office, ben, event)
    await leaves(office, cyd, event)
    assert await states(office, [ben, cyd], event) == [State.CANCELLED] * 2


async def test_what_is_offered_when_the_event_begins_ends_there(office: Office) -> None:
    event, (ann, ben) = await full(office, 1)
    office.clock.move(event.plan.starts_at - office.now - timedelta(minutes=20))
    await leaves(office, ann, event)
    await passes(office, minutes=21)
    assert (await office.signup(ben, event)).state is State.CANCELLED


async def test_who_left_an_offer_by_mistake_is_first_again(office: Office) -> None:
    event, (ann, ben, cyd, dan) = await full(office, 3)
    await leaves(office, ann, event)
    await leaves(office, ben, event)
    place = await signups.undo(office.db, ben, (await office.signup(ben, event)).id, now=office.now)
    assert (place.signup.state, place.position) == (State.WAITING, 1)
    assert await states(office, [cyd, dan], event) == [State.OFFERED, State.WAITING]


async def test_an_offer_does_not_lapse_while_the_event_is_called_off(office: Office) -> None:
    event, (ann, ben, cyd) = await full(office, 2)
    await leaves(office, ann, event)
    async with office.db.transaction() as tx:
        await changes.call_off(tx, event, now=office.now)
    assert EventCalledOff(event.id) in await office.told(ben)
    await passes(office, days=3)
    assert await states(office, [ben, cyd], event) == [State.WAITING, State.WAITING]
    async with office.db.transaction() as tx:
        await changes.reopen(tx, await office.found(), now=office.now)
    assert await states(office, [ben, cyd], event) == [State.OFFERED, State.WAITING]
    assert (await office.signup(ben, event)).offers_missed == 0
