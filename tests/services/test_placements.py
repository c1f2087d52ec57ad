"""What the team does to one sign-up by hand, and how it is taken back."""

from datetime import timedelta

import pytest

from bot.domain.events import Event, Group
from bot.domain.localized import polish
from bot.domain.notices import SeatGiven, SeatOffered
from bot.domain.people import Actor, Role
from bot.domain.placements import CancelledByTeam, PutInQueue
from bot.domain.refusals import NobodyWaits, NoSeatFor, SeatsTaken, StaleButton, TooLateForTeam
from bot.domain.signups import Details, State
from bot.domain.staff_notices import AlmostFull
from bot.services import placements, rooms, upkeep
from bot.services.placements import Placed
from bot.store import audit

from .house import OWNER, Office
from .test_staff_notices import member

GROUPS = (Group(0, polish("animatorzy"), 2), Group(0, polish("urzędnicy"), 1))


async def guests(office: Office, event: Event, *details: Details) -> list[Actor]:
    """People who signed up, in this order."""
    found = []
    for one in details or (Details("Anna"), Details("Piotr"), Details("Ola")):
        actor = await office.person()
        await office.joins(actor, event, one)
        found.append(actor)
    return found


async def number(office: Office, actor: Actor, event: Event) -> int:
    return (await office.signup(actor, event)).id


async def states(office: Office, event: Event, *actors: Actor) -> list[State]:
    return [(await office.signup(actor, event)).state for actor in actors]


async def undo(office: Office, placed: Placed) -> None:
    await placements.undo(office.db, OWNER, placed.signup, placed.entry, now=office.now)


async def test_a_seat_out_of_order_is_logged_and_told_after_ten_minutes(office: Office) -> None:
    event = await office.event(seats=2)
    anna, piotr, ola = await guests(office, event, Details("Anna"), Details("Piotr", companions=1), Details("Ola"))
    assert await states(office, event, anna, piotr, ola) == [State.CONFIRMED, State.WAITING, State.WAITING]
    placed = await placements.give(office.db, OWNER, await number(office, ola, event), now=office.now)
    assert await states(office, event, anna, piotr, ola) == [State.CONFIRMED, State.WAITING, State.CONFIRMED]
    assert await office.told(ola) == [SeatGiven(event.id)]
    async with office.db.reading() as tx:
        entry = await audit.get(tx, placed.entry)
        due = await tx.value("SELECT due_at FROM outbox WHERE kind = 'seat_given'")
    assert entry is not None
    assert (entry.action, entry.subject, entry.event) == ("seat_given", placed.signup, event.id)
    assert str(due) == (office.now + timedelta(minutes=10)).astimezone(event.plan.starts_at.tzinfo).isoformat()
    await undo(office, placed)
    after = await office.signup(ola, event)
    assert (after.state, after.queue) == (State.WAITING, 3)
    assert await office.told(ola) == []


async def test_nobody_gets_a_seat_that_is_not_there(office: Office) -> None:
    event = await office.event(seats=3)
    _, piotr = await guests(office, event, Details("Anna"), Details("Piotr", companions=2))
    with pytest.raises(NoSeatFor) as refused:
        await placements.give(office.db, OWNER, await number(office, piotr, event), now=office.now)
    assert refused.value.missing == 1


async def test_a_seat_taken_away_is_given_back_unless_it_passed_on(office: Office) -> None:
    event = await office.event(seats=2)
    anna, _, ola = await guests(office, event)
    placed = await placements.cancel(office.db, OWNER, await number(office, anna, event), now=office.now)
    assert await office.told(anna) == [CancelledByTeam(event.id)]
    assert await states(office, event, anna, ola) == [State.CANCELLED, State.OFFERED]
    await undo(office, placed)
    assert await states(office, event, anna, ola) == [State.WAITING, State.OFFERED]
    assert await office.told(anna) == [PutInQueue(event.id, 1)]


async def test_a_seat_nobody_waits_for_comes_straight_back(office: Office) -> None:
    event = await office.event(seats=2)
    (anna,) = await guests(office, event, Details("Anna"))
    before = await office.reminders(anna, event)
    placed = await placements.cancel(office.db, OWNER, await number(office, anna, event), now=office.now)
    assert await office.reminders(anna, event) == []
    await undo(office, placed)
    assert await states(office, event, anna) == [State.CONFIRMED]
    assert await office.reminders(anna, event) == before


async def test_the_queue_is_for_whoever_has_somebody_behind_them(office: Office) -> None:
    event = await office.event(seats=1)
    (anna,) = await guests(office, event, Details("Anna"))
    with pytest.raises(NobodyWaits):
        await placements.queue(office.db, OWNER, await number(office, anna, event), now=office.now)
    (piotr,) = await guests(office, event, Details("Piotr"))
    await placements.queue(office.db, OWNER, await number(office, anna, event), now=office.now)
    assert await states(office, event, anna, piotr) == [State.WAITING, State.OFFERED]
    assert await office.told(anna) == [PutInQueue(event.id, 2)]


async def test_ten_minutes_later_or_after_something_else_nothing_is_undone(office: Office) -> None:
    event = await office.event(seats=2)
    (anna,) = await guests(office, event, Details("Anna"))
    placed = await placements.cancel(office.db, OWNER, await number(office, anna, event), now=office.now)
    other = await placements.give(office.db, OWNER, placed.signup, now=office.now)
    with pytest.raises(StaleButton):
        await undo(office, placed)
    with pytest.raises(StaleButton):
        await placements.undo(office.db, OWNER, placed.signup, placed.entry + 10, now=office.now)
    office.clock.move(timedelta(minutes=11))
    with pytest.raises(TooLateForTeam):
        await undo(office, other)


class TestAGroup:
    async def test_is_changed_without_losing_the_place_in_the_queue(self, office: Office) -> None:
        event = await office.event(seats=1, groups=GROUPS)
        animators, officials = event.groups
        details = [Details(name, group=officials.id) for name in ("Anna", "Piotr", "Ola")]
        _, piotr, _ = await guests(office, event, *details)
        queue = (await office.signup(piotr, event)).queue
        placed = await placements.regroup(
            office.db, OWNER, await number(office, piotr, event), animators.id, now=office.now
        )
        after = await office.signup(piotr, event)
        assert (after.details.group, after.queue) == (animators.id, queue)
        await undo(office, placed)
        assert (await office.signup(piotr, event)).details.group == officials.id

    async def test_takes_somebody_with_a_seat_only_when_it_has_one(self, office: Office) -> None:
        event = await office.event(seats=3, groups=GROUPS)
        animators, officials = event.groups
        anna, piotr = await guests(
            office, event, Details("Anna", group=animators.id), Details("Piotr", group=officials.id)
        )
        with pytest.raises(NoSeatFor) as refused:
            await placements.regroup(office.db, OWNER, await number(office, anna, event), officials.id, now=office.now)
        assert refused.value.limit == "group"
        await placements.regroup(office.db, OWNER, await number(office, piotr, event), animators.id, now=office.now)
        await placements.regroup(office.db, OWNER, await number(office, anna, event), officials.id, now=office.now)
        assert await states(office, event, anna, piotr) == [State.CONFIRMED, State.CONFIRMED]

    async def test_of_another_event_is_none(self, office: Office) -> None:
        event = await office.event(groups=GROUPS)
        other = await office.event("inne", groups=GROUPS)
        (anna,) = await guests(office, event, Details("Anna", group=event.groups[0].id))
        with pytest.raises(StaleButton):
            await placements.regroup(
                office.db, OWNER, await number(office, anna, event), other.groups[0].id, now=office.now
            )

    async def test_opened_to_everybody_offers_its_seats_as_the_preview_said(self, office: Office) -> None:
        event = await office.event(seats=3, groups=GROUPS)
        animators, officials = event.groups
        people = await guests(office, event, *[Details(str(one), group=officials.id) for one in range(3)])
        assert await states(office, event, *people) == [State.CONFIRMED, State.WAITING, State.WAITING]
        preview = await rooms.preview_release(office.db, OWNER, event.id, animators.id, now=office.now)
        assert preview.offers == 2
        assert await states(office, event, *people) == [State.CONFIRMED, State.WAITING, State.WAITING]
        assert (await rooms.release(office.db, OWNER, event.id, animators.id, now=office.now)).offers == 2
        assert await states(office, event, *people) == [State.CONFIRMED, State.OFFERED, State.OFFERED]
        kept = await rooms.keep(office.db, OWNER, event.id, animators.id, now=office.now)
        assert not any(group.is_released for group in kept.event.groups)

    async def test_kept_after_its_date_stays_kept(self, office: Office) -> None:
        event = await office.event(seats=3, groups=GROUPS, release_groups_at=office.now + timedelta(hours=1))
        office.clock.move(timedelta(hours=1))
        await upkeep.keep(office.db, now=office.now)
        assert all(group.is_released for group in (await office.found()).groups)
        await rooms.keep(office.db, OWNER, event.id, event.groups[0].id, now=office.now)
        await upkeep.keep(office.db, now=office.now)
        assert [group.is_released for group in (await office.found()).groups] == [False, True]


class TestSeats:
    async def test_more_of_them_are_offered_at_once(self, office: Office) -> None:
        event = await office.event(seats=1)
        _, piotr, ola = await guests(office, event)
        room = await rooms.resize(office.db, OWNER, event.id, 0, 2, now=office.now)
        assert (room.offers, room.event.plan.seats) == (1, 2)
        assert await states(office, event, piotr, ola) == [State.OFFERED, State.WAITING]
        (told,) = await office.told(piotr)
        assert isinstance(told, SeatOffered)

    async def test_are_never_fewer_than_are_taken(self, office: Office) -> None:
        event = await office.event(seats=3)
        await guests(office, event)
        with pytest.raises(SeatsTaken):
            await rooms.resize(office.db, OWNER, event.id, 0, 2, now=office.now)

    async def test_of_a_group_change_alone(self, office: Office) -> None:
        event = await office.event(seats=3, groups=GROUPS)
        animators, officials = event.groups
        people = await guests(office, event, *[Details(str(one), group=officials.id) for one in range(2)])
        await rooms.resize(office.db, OWNER, event.id, officials.id, 2, now=office.now)
        assert await states(office, event, *people) == [State.CONFIRMED, State.OFFERED]
        found = await office.found()
        assert [group.seats for group in found.groups] == [2, 2]
        assert found.plan.seats == 3
        assert found.groups[0].id == animators.id

    async def test_the_team_is_told_once_when_few_are_left(self, office: Office) -> None:
        ola = await member(office, Role.COORDINATOR)
        event = await office.event(seats=5)
        await guests(office, event)
        await guests(office, event, Details("Ewa"))
        async with office.db.reading() as tx:
            gathered = await tx.all("SELECT facts FROM outbox WHERE person_id = ? AND kind = 'staff_digest'", [ola.id])
        assert len(gathered) == 1
        assert str(gathered[0]["facts"]).count(AlmostFull.kind) == 2  # its kind and its key
