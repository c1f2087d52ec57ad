"""Events from a file: added or changed by their code; a second time changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.content.calendar import CalendarFile
from bot.domain import access
from bot.domain.access import Permission
from bot.domain.events import Event, EventState, Group, Plan
from bot.domain.notices import EventCalledOff, EventMoved, Notice
from bot.domain.people import Actor
from bot.domain.signups import State
from bot.services import reminders, seating
from bot.store import events, outbox, signups
from bot.store.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Incoming:
    """An event to import; a ``is_floating`` one was written relative to now and keeps an earlier time."""

    plan: Plan
    groups: tuple[Group, ...]
    is_floating: bool = False
    is_called_off: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """Codes by what happened to them, and how many people will be told of a change."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    told: int


def incoming(calendar: CalendarFile, now: datetime) -> list[Incoming]:
    """The events of a file as they are imported."""
    return [
        Incoming(spec.plan(now, is_sample=calendar.sample), spec.quotas(), spec.is_relative(), spec.called_off)
        for spec in calendar.event
    ]


async def import_events(db: Database, actor: Actor, incoming: Sequence[Incoming], *, now: datetime) -> Imported:
    """Take all events over, or none. Whoever is signed up for an event that moved is told once."""
    for one in incoming:
        access.demand(actor, Permission.IMPORT_EVENTS, project=one.plan.project)
    outcomes: dict[str, list[str]] = {"added": [], "changed": [], "unchanged": []}
    told = 0
    async with db.transaction() as tx:
        for one in incoming:
            outcome, people = await _take_over(tx, one, now)
            outcomes[outcome].append(one.plan.code)
            told += people
    return Imported(tuple(outcomes["added"]), tuple(outcomes["changed"]), tuple(outcomes["unchanged"]), told)


async def _take_over(tx: Transaction, incoming: Incoming, now: datetime) -> tuple[str, int]:
    earlier = await events.find(tx, incoming.plan.code)
    if earlier is None:
        await events.add(tx, incoming.plan, incoming.groups, now)
        return "added", 0
    plan = replace(incoming.plan, code=earlier.plan.code)
    if incoming.is_floating:
        plan = _kept_times(plan, earlier.plan)
    if incoming.is_called_off and earlier.state is EventState.OPEN:
        return "changed", await _call_off(tx, earlier, now)
    if incoming.is_called_off or (plan == earlier.plan and await _same(tx, incoming.groups, earlier)):
        return "unchanged", 0
    await events.change(tx, earlier, plan, incoming.groups, now)
    changed = await events.get(tx, earlier.id)
    return "changed", await _changed(tx, earlier, changed, now) if changed else 0


async def _call_off(tx: Transaction, event: Event, now: datetime) -> int:
    """The event will not take place: everybody who wanted to come is told once, reminders go."""
    await events.set_state(tx, event.id, EventState.CALLED_OFF, now)
    told = 0
    for signup in await signups.list_active(tx, event.id):
        await reminders.drop(tx, event.id, signup.person)
        notice = EventCalledOff(event.id)
        told += await _tell(
            tx, f"called_off:{event.id}:{event.sequence + 1}:{signup.person}", signup.person, notice, event, now
        )
    return told


async def _tell(tx: Transaction, key: str, person: int, notice: Notice, event: Event, now: datetime) -> bool:
    until = event.plan.starts_at
    return await outbox.add(tx, key, person, notice, event=event.id, due_at=now, useful_until=until, now=now)


async def _changed(tx: Transaction, old: Event, new: Event, now: datetime) -> int:
    """What a change causes: reminders planned anew, more seats given, people told."""
    told = 0
    for signup in await signups.list_active(tx, new.id):
        if signup.state is State.CONFIRMED:
            await reminders.plan(tx, new, signup.person, now=now)
        if _where_and_when(old.plan) != _where_and_when(new.plan):
            notice = EventMoved(new.id, old.plan.starts_at.isoformat(), old.plan.place, old.plan.address)
            told += await _tell(tx, f"moved:{new.id}:{new.sequence}:{signup.person}", signup.person, notice, new, now)
    await seating.settle(tx, new, now=now)
    return told


def _kept_times(plan: Plan, earlier: Plan) -> Plan:
    return replace(
        plan,
        starts_at=earlier.starts_at,
        ends_at=earlier.ends_at,
        opens_at=earlier.opens_at,
        closes_at=earlier.closes_at,
        cancel_until=earlier.cancel_until,
    )


def _where_and_when(plan: Plan) -> tuple[object, ...]:
    return plan.starts_at, plan.ends_at, plan.place, plan.address, plan.online_link


async def _same(tx: Transaction, groups: Sequence[Group], event: Event) -> bool:
    """Whether the groups are as they were; one taken out of the file stays while people are in it."""
    used = await events.used_groups(tx, event.id)
    old = [
        replace(group, id=0)
        for number, group in enumerate(event.groups)
        if number < len(groups) or group.id not in used
    ]
    return [replace(group, id=0) for group in groups] == old
