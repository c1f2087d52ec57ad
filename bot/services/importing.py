"""Events from a file: added or changed by their code; a second time changes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.content.calendar import CalendarFile
from bot.domain import access
from bot.domain.access import Permission
from bot.domain.events import Event, EventState, Group, Plan, Quota, Session
from bot.domain.people import Actor
from bot.services import changes, seating
from bot.services.changes import Draft
from bot.store import events
from bot.store import quotas as store
from bot.store.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Incoming:
    """An event to import; a ``is_floating`` one was written relative to now and keeps an earlier time."""

    plan: Plan
    groups: tuple[Group, ...]
    sessions: tuple[Session, ...] = ()
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
        Incoming(
            spec.plan(now, is_sample=calendar.sample),
            spec.quotas(),
            spec.meetings(now),
            spec.is_relative(),
            spec.called_off,
        )
        for spec in calendar.event
    ]


def quotas(calendar: CalendarFile) -> list[Quota]:
    """The quotas over a project's events, as the file has them."""
    return [Quota(spec.project, spec.key, spec.seats, spec.minimum) for spec in calendar.quota]


async def import_events(
    db: Database, actor: Actor, incoming: Sequence[Incoming], quotas: Sequence[Quota] = (), *, now: datetime
) -> Imported:
    """Take all events over, or none. Whoever is signed up for an event that moved is told once."""
    for project in {*(one.plan.project for one in incoming), *(quota.project for quota in quotas)}:
        access.demand(actor, Permission.IMPORT_EVENTS, project=project)
    outcomes: dict[str, list[str]] = {"added": [], "changed": [], "unchanged": []}
    told = 0
    async with db.transaction() as tx:
        grown = [quota for quota in quotas if await store.set(tx, quota)]
        for one in incoming:
            outcome, people = await _take_over(tx, one, now)
            outcomes[outcome].append(one.plan.code)
            told += people
        for quota in grown:
            for event in await store.list_events(tx, quota):
                await seating.settle(tx, event, now=now)
    return Imported(tuple(outcomes["added"]), tuple(outcomes["changed"]), tuple(outcomes["unchanged"]), told)


async def _take_over(tx: Transaction, incoming: Incoming, now: datetime) -> tuple[str, int]:
    earlier = await events.find(tx, incoming.plan.code)
    if earlier is None:
        await events.add(tx, incoming.plan, incoming.groups, incoming.sessions, now=now)
        return "added", 0
    if incoming.is_called_off:
        is_open = earlier.state is EventState.OPEN
        return ("changed", (await changes.call_off(tx, earlier, now=now)).everybody) if is_open else ("unchanged", 0)
    outcome, told = "unchanged", 0
    if earlier.state is EventState.CALLED_OFF:
        outcome, told = "changed", (await changes.reopen(tx, earlier, now=now)).everybody
    draft = _draft(incoming, earlier)
    present = await events.get(tx, earlier.id) or earlier
    if draft.plan != present.plan or not await _same(tx, draft, present):
        outcome, told = "changed", told + (await changes.revise(tx, present, draft, now=now)).everybody
    return outcome, told


def _draft(incoming: Incoming, earlier: Event) -> Draft:
    plan, sessions = replace(incoming.plan, code=earlier.plan.code), incoming.sessions
    if incoming.is_floating:
        plan = _kept_times(plan, earlier.plan)
        kept = [
            replace(one, starts_at=was.starts_at, ends_at=was.ends_at)
            for one, was in zip(sessions, earlier.sessions, strict=False)
        ]
        sessions = (*kept, *sessions[len(kept) :])
    return Draft(plan, incoming.groups, sessions)


def _kept_times(plan: Plan, earlier: Plan) -> Plan:
    return replace(
        plan,
        starts_at=earlier.starts_at,
        ends_at=earlier.ends_at,
        opens_at=earlier.opens_at,
        closes_at=earlier.closes_at,
        cancel_until=earlier.cancel_until,
        decide_by=earlier.decide_by,
        release_groups_at=earlier.release_groups_at,
    )


async def _same(tx: Transaction, draft: Draft, event: Event) -> bool:
    """Whether groups and sessions are as they were; a group taken out of the file stays while people are in it."""
    used = await events.used_groups(tx, event.id)
    old = [
        replace(group, id=0, is_released=False)
        for number, group in enumerate(event.groups)
        if number < len(draft.groups) or group.id not in used
    ]
    sessions = sorted((replace(one, id=0) for one in draft.sessions), key=lambda one: one.starts_at)
    return [replace(group, id=0) for group in draft.groups] == old and sessions == [
        replace(one, id=0) for one in event.sessions
    ]
