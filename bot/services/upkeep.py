"""What time alone brings about: offers lapse, quotas open, unconfirmed seats pass on, the team hears of a shortage.

These are steps of the bot itself; no actor asks for them, so they ask no permission.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.domain import schedule, seats
from bot.domain.clock import zone_of
from bot.domain.events import Event
from bot.domain.notices import SeatReleased
from bot.domain.seats import Room
from bot.domain.signups import SignUp, State
from bot.services import applications, changes, reminders, seating, shortages
from bot.store import events, quotas, rooms, signups
from bot.store.database import Database, Reader, Transaction


async def keep(db: Database, *, now: datetime) -> None:
    """Do everything that is due."""
    await lapse_offers(db, now=now)
    await applications.send_due(db, now=now)
    await applications.move_queues(db, now=now)
    await applications.nudge(db, now=now)
    async with db.reading() as tx:
        upcoming = await events.list_with_rules(tx, now)
    for event in upcoming:
        if event.plan.release_groups_at and event.plan.release_groups_at <= now:
            await _release_groups(db, event.id, now)
        if _is_due(event, event.plan.release_unconfirmed, now):
            await _release_unconfirmed(db, event.id, now)
        if _is_due(event, event.plan.shortage_notice, now):
            await shortages.tell(db, event.id, now=now)


async def lapse_offers(db: Database, *, now: datetime) -> int:
    """Pass on the offers nobody answered in time; gives how many."""
    async with db.reading() as tx:
        lapsed = [signup.id for signup in await signups.list_lapsed(tx, now)]
    for signup in lapsed:
        async with db.transaction() as tx:
            found = await signups.get(tx, signup)
            event = await events.get(tx, found.event) if found else None
            if found and event and found.state is State.OFFERED and found.offered_until and found.offered_until <= now:
                await seating.lapse(tx, event, found, now=now)
    return len(lapsed)


def _is_due(event: Event, offset: str, now: datetime) -> bool:
    return bool(offset) and schedule.before(event.plan.starts_at, offset, zone_of(now)) <= now


async def _release_groups(db: Database, event: int, now: datetime) -> None:
    async with db.transaction() as tx:
        found = await events.get(tx, event)
        if found and not all(group.is_released for group in found.groups):
            for group in found.groups:
                await quotas.set_released(tx, group.id, True)
            released = await events.get(tx, event)
            if released:
                await seating.settle(tx, released, now=now)


async def _release_unconfirmed(db: Database, event: int, now: datetime) -> None:
    """Seats of people who never said that they come go to those who wait, the latest sign-up first.

    Nobody loses a seat that nobody would get: in another group, too small for a couple, or while applications wait.
    """
    async with db.transaction() as tx:
        found = await events.get(tx, event)
        if found is None or found.has_started(now):
            return
        silent = [one for one in await signups.list_active(tx, event) if one.is_unconfirmed]
        silent.sort(key=lambda one: -one.id)
        while leaving := await _whose_seat_helps(tx, found, silent, now):
            for signup in leaving:
                await _release(tx, found, signup, now)
            silent = [one for one in silent if one not in leaving]
            await seating.settle(tx, found, now=now)


async def _whose_seat_helps(tx: Reader, event: Event, silent: Sequence[SignUp], now: datetime) -> list[SignUp]:
    if not silent or not await signups.count_waiting(tx, event.id):
        return []
    if await seating.waits_for_decisions(tx, event, now):
        return []
    room, everybody = await rooms.get(tx, event), await rooms.queue(tx, event, Room())
    freed = {party.signup for party in seats.to_free(room, everybody, [rooms.party(event, one) for one in silent])}
    return [one for one in silent if one.id in freed]


async def _release(tx: Transaction, event: Event, signup: SignUp, now: datetime) -> None:
    await signups.set_state(tx, signup.id, State.CANCELLED, now)
    await reminders.drop(tx, event.id, signup.person)
    key = f"released:{signup.id}:{now.isoformat()}"
    await changes.tell(tx, key, signup.person, SeatReleased(event.id), event, now=now)
