"""Events from a file: added or changed by their code; a second time changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.events import Event, Group, Plan
from bot.domain.notices import EventMoved
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


@dataclass(frozen=True, slots=True)
class Imported:
    """Codes by what happened to them, and how many people will be told of a change."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    told: int


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
    if plan == earlier.plan and _same(incoming.groups, earlier.groups):
        return "unchanged", 0
    await events.change(tx, earlier, plan, incoming.groups, now)
    changed = await events.get(tx, earlier.id)
    return "changed", await _changed(tx, earlier, changed, now) if changed else 0


async def _changed(tx: Transaction, old: Event, new: Event, now: datetime) -> int:
    """What a change causes: reminders planned anew, more seats given, people told."""
    told = 0
    for signup in await signups.list_active(tx, new.id):
        if signup.state is State.CONFIRMED:
            await reminders.plan(tx, new, signup.person, now=now)
        if _where_and_when(old.plan) != _where_and_when(new.plan):
            told += await outbox.add(
                tx,
                f"moved:{new.id}:{new.sequence}:{signup.person}",
                signup.person,
                EventMoved(new.id, old.plan.starts_at.isoformat(), old.plan.place, old.plan.address),
                event=new.id,
                due_at=now,
                useful_until=new.plan.starts_at,
                now=now,
            )
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


def _same(new: Sequence[Group], old: Sequence[Group]) -> bool:
    return [replace(group, id=0) for group in new] == [replace(group, id=0) for group in old]
