"""How much room an event has, as the team changes it: more or fewer seats, groups opened to everybody."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import seats
from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.events import Event, EventState, Group, Seats
from bot.domain.forms import Draft, Field, Kind
from bot.domain.people import Actor
from bot.domain.refusals import EventCalledOff, EventOver, SeatsTaken, StaleButton
from bot.services import changes, dialogs, lists, seating, shortages
from bot.services.dialogs import Setting, Step
from bot.services.shortages import Shortage
from bot.store import audit, events, quotas, rooms, signups
from bot.store.database import Database, Reader, Transaction

SEATS = "event_seats"
VERSION = 1
MOST = 10_000
"""Seats of one event, so that a slip of the finger is no stadium."""


@dataclass(frozen=True, slots=True)
class Rooming:
    """How an event's seats stand; ``offers`` is how many people were, or would be, offered a seat by a change."""

    event: Event
    seats: Seats
    shortage: Shortage
    offers: int = 0


class _Seats:
    """Typing how many seats there are; the subject is the event."""

    name = SEATS

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:
        event = await _alive(tx, actor, draft.subject, now)
        taken = (await signups.count_seats(tx, event.id)).taken
        return Setting(event, (Field("event_seats", Kind.NUMBER, low=max(1, taken), high=MOST),), VERSION)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:  # noqa: ARG002
        number = draft.answers["event_seats"]
        if not isinstance(number, int):
            raise TypeError(f"{number!r} seats")
        return await _resize(tx, actor, draft.subject, 0, number, now)


dialogs.register(_Seats())


async def show(db: Database, actor: Actor, event: int) -> Rooming:
    """The seats of an event and of its groups."""
    async with db.reading() as tx:
        return await _rooming(tx, await lists.event_for(tx, actor, event, Permission.MANAGE_SIGNUPS))


async def type_seats(db: Database, actor: Actor, event: int, *, now: datetime) -> Step:
    """Begin to type how many seats there are."""
    async with db.transaction() as tx:
        await _alive(tx, actor, event, now)
        return await dialogs.begin(tx, actor, Draft(SEATS, VERSION, event, ""), now=now)


async def resize(db: Database, actor: Actor, event: int, group: int, number: int, *, now: datetime) -> Rooming:
    """Set the seats of an event, or of one of its groups; raises SeatsTaken below what is taken."""
    async with db.transaction() as tx:
        return await _resize(tx, actor, event, group, number, now)


async def preview_release(db: Database, actor: Actor, event: int, group: int, *, now: datetime) -> Rooming:
    """How many would be offered a seat if the group's unfilled seats were anybody's."""
    async with db.reading() as tx:
        found = await lists.event_for(tx, actor, event, Permission.MANAGE_SIGNUPS)
        released = _with_group(found, group, lambda one: replace(one, is_released=True))
        return replace(await _rooming(tx, found), offers=await _would_offer(tx, released, now))


async def release(db: Database, actor: Actor, event: int, group: int, *, now: datetime) -> Rooming:
    """Let anybody have the unfilled seats of a group."""
    return await _set_released(db, actor, event, group, True, now)


async def keep(db: Database, actor: Actor, event: int, group: int, *, now: datetime) -> Rooming:
    """Keep the seats for the group again; whoever of the others sits there already stays."""
    return await _set_released(db, actor, event, group, False, now)


async def _set_released(db: Database, actor: Actor, event: int, group: int, released: bool, now: datetime) -> Rooming:
    async with db.transaction() as tx:
        found = await _alive(tx, actor, event, now)
        changed = _with_group(found, group, lambda one: replace(one, is_released=released))
        if changed == found:
            return await _rooming(tx, found)
        offers = await _would_offer(tx, changed, now)
        await quotas.set_released(tx, group, released)
        if not released and found.plan.release_groups_at and found.plan.release_groups_at <= now:
            await _forget_date(tx, found, now)
        action = Action.GROUP_RELEASED if released else Action.GROUP_KEPT
        await audit.add(tx, actor.id, action, event=event, subject=group, facts={"offers": offers}, now=now)
        await seating.settle(tx, changed, now=now)
        return replace(await _rooming(tx, changed), offers=offers)


async def _forget_date(tx: Transaction, event: Event, now: datetime) -> None:
    """The date that would open the groups again in a minute has had its day."""
    plan = replace(event.plan, release_groups_at=None)
    await changes.revise(tx, event, changes.Draft(plan, event.groups, event.sessions), now=now)


async def _resize(tx: Transaction, actor: Actor, event: int, group: int, number: int, now: datetime) -> Rooming:
    found = await _alive(tx, actor, event, now)
    have = await signups.count_seats(tx, event)
    taken = have.by_group.get(group, 0) if group else have.taken
    if not 1 <= number <= MOST:
        raise StaleButton
    if number < taken:
        raise SeatsTaken(event, taken)
    plan = found.plan if group else replace(found.plan, seats=number)
    changed = replace(found, plan=plan)
    if group:
        changed = _with_group(found, group, lambda one: replace(one, seats=number))
    if changed == found:
        return await _rooming(tx, found)
    offers = await _would_offer(tx, changed, now)
    facts = {"seats": number, "group": group}
    await audit.add(tx, actor.id, Action.SEATS_CHANGED, event=event, subject=event, facts=facts, now=now)
    await changes.revise(tx, found, changes.Draft(plan, changed.groups, found.sessions), now=now)
    revised = await events.get(tx, event)
    return replace(await _rooming(tx, revised or changed), offers=offers)


async def _rooming(tx: Reader, event: Event) -> Rooming:
    have = await signups.count_seats(tx, event.id)
    return Rooming(event, have, shortages.of(event, have))


async def _would_offer(tx: Reader, event: Event, now: datetime) -> int:
    """How many people of the queue find a seat in an event as it would be."""
    if await seating.waits_for_decisions(tx, event, now):
        return 0
    room = await rooms.get(tx, event)
    return sum(party.size for party in seats.seat(room, await rooms.queue(tx, event, room)))


def _with_group(event: Event, group: int, change: Callable[[Group], Group]) -> Event:
    if group not in {one.id for one in event.groups}:
        raise StaleButton
    return replace(event, groups=tuple(change(one) if one.id == group else one for one in event.groups))


async def _alive(tx: Reader, actor: Actor, event: int, now: datetime) -> Event:
    found = await lists.event_for(tx, actor, event, Permission.MANAGE_SIGNUPS)
    if found.state is EventState.CALLED_OFF:
        raise EventCalledOff(event)
    if found.last_entry <= now:
        raise EventOver(event)
    return found
