"""What time alone brings about: offers lapse, quotas open, unconfirmed seats pass on, the team hears of a shortage.

These are steps of the bot itself; no actor asks for them, so they ask no permission.
"""

from datetime import datetime

from bot.domain import schedule
from bot.domain.clock import zone_of
from bot.domain.events import Event
from bot.domain.notices import SeatReleased
from bot.domain.signups import SignUp, State
from bot.services import applications, changes, reminders, seating, shortages
from bot.store import events, quotas, signups
from bot.store.database import Database, Transaction


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
    """Seats of people who never said that they come go to those who wait, the latest sign-up first, one by one."""
    async with db.transaction() as tx:
        found = await events.get(tx, event)
        if found is None or found.has_started(now):
            return
        silent = [one for one in await signups.list_active(tx, event) if one.is_unconfirmed]
        for signup in sorted(silent, key=lambda one: -one.id):
            if not await signups.count_waiting(tx, event):
                return
            await _release(tx, found, signup, now)


async def _release(tx: Transaction, event: Event, signup: SignUp, now: datetime) -> None:
    await signups.set_state(tx, signup.id, State.CANCELLED, now)
    await reminders.drop(tx, event.id, signup.person)
    key = f"released:{signup.id}:{now.isoformat()}"
    await changes.tell(tx, key, signup.person, SeatReleased(event.id), event, now=now)
    await seating.settle(tx, event, now=now)
