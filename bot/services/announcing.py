"""Announcements on their way: confirmed, approved, started, paused, stopped, ended."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import access, schedule
from bot.domain.access import Permission
from bot.domain.announcements import (
    Announcement,
    AnnouncementChanged,
    AnnouncementHeld,
    ApprovalGiven,
    ApprovalWanted,
    NotReady,
    Of,
    OwnApproval,
    Phase,
    is_author,
)
from bot.domain.audit import Action
from bot.domain.clock import zone_of
from bot.domain.events import EventState
from bot.domain.people import Actor
from bot.domain.refusals import NotAllowed
from bot.services.announcements import Shown, approvers, due_at, own, seen, shown, target, tell, written
from bot.store import announcements as store
from bot.store import audiences, audit, events, people
from bot.store.database import Database, Reader, Transaction

USEFUL = timedelta(days=2)
"""How long after its start an announcement still goes out to whom it has not reached."""


async def confirm(db: Database, actor: Actor, announcement: int, revision: int, *, now: datetime) -> Shown:
    """Send it: at once, at its time, or once somebody else has agreed. Raises NotReady, AnnouncementChanged."""
    async with db.transaction() as tx:
        one = await own(tx, actor, announcement)
        _check_stands(one, Phase.COMPOSING, revision)
        await _check_ready(tx, actor, one, now)
        asked = await approvers(tx, one) if one.audience.needs_approval else []
        if asked:
            one = replace(one, phase=Phase.AWAITING, progress_message=None)
            for person in asked:
                await tell(tx, person, ApprovalWanted(one.id, bool(one.urgent)), one, now)
            await store.put(tx, one)
        else:
            one = await _let_go(tx, actor, one, now)
        return await shown(tx, actor, one)


async def approve(db: Database, actor: Actor, announcement: int, revision: int, *, now: datetime) -> Shown:
    """Agree to somebody else's announcement."""
    async with db.transaction() as tx:
        one = await _to_approve(tx, actor, announcement, revision)
        author = await _author(tx, one)
        one = await _let_go(tx, author, replace(one, approved_by=actor.id), now)
        await _note(tx, actor, Action.ANNOUNCEMENT_APPROVED, one, now)
        await tell(tx, author.id, ApprovalGiven(one.id, True, "", bool(one.urgent)), one, now)
        return await shown(tx, actor, one)


async def decline(tx: Transaction, actor: Actor, announcement: int, reason: str, *, now: datetime) -> Shown:
    """Do not agree, and say why: it becomes a draft again."""
    one = await _to_approve(tx, actor, announcement, None)
    one = one.changed(phase=Phase.COMPOSING)
    await store.put(tx, one)
    await _note(tx, actor, Action.ANNOUNCEMENT_DECLINED, one, now)
    if one.author:
        await tell(tx, one.author, ApprovalGiven(one.id, False, reason, bool(one.urgent)), one, now)
    return await shown(tx, actor, one)


async def check_may_decline(tx: Reader, actor: Actor, announcement: int) -> None:
    """Raise what ``decline`` would."""
    await _to_approve(tx, actor, announcement, None)


async def start_due(db: Database, *, now: datetime) -> None:
    """Let go what is planned for now."""
    async with db.reading() as tx:
        planned = await store.list_in(tx, {Phase.SCHEDULED})
        due = [one for one in planned if await _is_due(tx, one, now)]
    for one in due:
        async with db.transaction() as tx:
            await _start_or_hold(tx, await written(tx, one.id), now)


async def finish(db: Database, *, now: datetime) -> None:
    """End what has nothing left to send."""
    async with db.reading() as tx:
        running = await store.list_in(tx, {Phase.SENDING})
        over = [one.id for one in running if not await store.has_pending(tx, one.id)]
    for number in over:
        async with db.transaction() as tx:
            one = await written(tx, number)
            if one.phase is Phase.SENDING and not await store.has_pending(tx, number):
                await store.put(tx, replace(one, phase=Phase.DONE, ended_at=now))


async def pause(db: Database, actor: Actor, announcement: int, *, now: datetime) -> Shown:
    """Send nothing more for now."""
    async with db.transaction() as tx:
        one = await _running(tx, actor, announcement, {Phase.SENDING})
        await store.set_due(tx, one.id, None)
        return await _go_on(tx, actor, one, Phase.PAUSED, Action.ANNOUNCEMENT_PAUSED, now)


async def resume(db: Database, actor: Actor, announcement: int, *, now: datetime) -> Shown:
    """Go on where it was paused or stopped; what is left is of use as long as if it began now."""
    async with db.transaction() as tx:
        one = await _running(tx, actor, announcement, {Phase.PAUSED, Phase.STOPPED})
        due = _when(one, now)
        await audiences.requeue(tx, one.id, due_at=due, useful_until=await _useful_until(tx, one, due, now))
        await store.set_untold(tx, one.id)
        one = replace(one, ended_at=None)
        return await _go_on(tx, actor, one, Phase.SENDING, Action.ANNOUNCEMENT_RESUMED, now)


async def stop(db: Database, actor: Actor, announcement: int, *, now: datetime) -> Shown:
    """Send nothing more, or not even begin; it can be taken up again."""
    async with db.transaction() as tx:
        one = await _running(tx, actor, announcement, {Phase.SENDING, Phase.PAUSED})
        await store.drop_pending(tx, one.id, "stopped", now)
        one = replace(one, ended_at=now)
        return await _go_on(tx, actor, one, Phase.STOPPED, Action.ANNOUNCEMENT_STOPPED, now)


async def send_to_later(db: Database, actor: Actor, announcement: int, *, now: datetime) -> Shown:
    """Send it to those too who have joined those meant since."""
    async with db.transaction() as tx:
        one = await _running(tx, actor, announcement, {Phase.DONE})
        one = await _start(tx, await _author(tx, one), one, now)
        await store.set_untold(tx, one.id)
        return await shown(tx, actor, one)


async def _go_on(
    tx: Transaction, actor: Actor, one: Announcement, phase: Phase, action: Action, now: datetime
) -> Shown:
    one = replace(one, phase=phase)
    await store.put(tx, one)
    await _note(tx, actor, action, one, now)
    return await shown(tx, actor, one)


async def _running(tx: Reader, actor: Actor, announcement: int, phases: set[Phase]) -> Announcement:
    one = await seen(tx, actor, announcement)
    if one.phase not in phases:
        raise AnnouncementChanged(announcement)
    return one


async def _check_ready(tx: Reader, actor: Actor, one: Announcement, now: datetime) -> None:
    missing = ""
    if not one.content:
        missing = "content"
    elif one.audience.of is Of.NOBODY:
        missing = "audience"
    elif not (await audiences.reach(tx, await target(tx, actor, one.audience))).people:
        missing = "people"
    elif (due := await due_at(tx, one, now)) is not None and due < now:
        missing = "time"
    elif due and await _is_too_late(tx, one, due, now):
        missing = "night"
    if missing:
        raise NotReady(one.id, missing)


async def _is_too_late(tx: Reader, one: Announcement, due: datetime, now: datetime) -> bool:
    """Whether it waits for a morning that comes after the event it stands before."""
    event = await events.get(tx, one.event) if one.offset and one.event else None
    return event is not None and not one.urgent and schedule.morning(due, zone_of(now)) >= event.plan.starts_at


async def _let_go(tx: Transaction, actor: Actor, one: Announcement, now: datetime) -> Announcement:
    if one.due_at or one.offset:
        one = replace(one, phase=Phase.SCHEDULED, progress_message=None)
        await store.put(tx, one)
        return one
    return await _start(tx, actor, one, now)


async def _start(tx: Transaction, author: Actor, one: Announcement, now: datetime) -> Announcement:
    """Queue a copy for everybody in this transaction."""
    due = _when(one, now)
    until = await _useful_until(tx, one, due, now)
    aimed = await target(tx, author, one.audience)
    count = await audiences.enqueue(tx, one.id, aimed, due_at=due, useful_until=until, now=now)
    await store.enqueue_copies(tx, one.id)
    one = replace(one, phase=Phase.SENDING, started_at=one.started_at or now, ended_at=None)
    await store.put(tx, one)
    await _note(tx, author, Action.ANNOUNCED, one, now, {"people": count, "urgent": one.urgent})
    return one


async def _useful_until(tx: Reader, one: Announcement, due: datetime, now: datetime) -> datetime:
    """How long it is worth while, at most until the attached event begins."""
    event = await events.get(tx, one.event) if one.event else None
    until = due + USEFUL
    return event.plan.starts_at if event and now < event.plan.starts_at < until else until


def _when(one: Announcement, now: datetime) -> datetime:
    return now if one.urgent else schedule.morning(now, zone_of(now))


async def _is_due(tx: Reader, one: Announcement, now: datetime) -> bool:
    due = await due_at(tx, one, now)
    return due is None or due <= now


async def _start_or_hold(tx: Transaction, one: Announcement, now: datetime) -> None:
    """Start what was planned, unless its reason or its author's role has gone; the author is told."""
    if one.phase is not Phase.SCHEDULED:
        return
    event = await events.get(tx, one.event) if one.event else None
    reason = "called_off" if event and event.state is EventState.CALLED_OFF else ""
    if not reason and event and one.offset and event.has_started(now):
        reason = "late"
    try:
        author = await _author(tx, one)
        aimed = await target(tx, author, one.audience)
    except NotAllowed:
        reason, author = "role", Actor(one.author or 0, None, "")
    else:
        if not reason and not (await audiences.reach(tx, aimed)).people:
            reason = "people"
    if not reason:
        await _start(tx, author, one, now)
        return
    await store.put(tx, one.changed(phase=Phase.COMPOSING))
    if one.author:
        await tell(tx, one.author, AnnouncementHeld(one.id, reason), one, now)


async def _author(tx: Reader, one: Announcement) -> Actor:
    """Whoever wrote it, with the roles of now. Raises NotAllowed when they hold none any more."""
    person = await people.get(tx, one.author) if one.author else None
    if person is None or person.telegram_id is None:
        raise NotAllowed(Permission.ANNOUNCE)
    author = Actor(person.id, person.telegram_id, person.language, await people.grants(tx, person.id))
    access.demand_somewhere(author, Permission.ANNOUNCE)
    return author


async def _to_approve(tx: Reader, actor: Actor, announcement: int, revision: int | None) -> Announcement:
    access.demand(actor, Permission.APPROVE)
    one = await written(tx, announcement)
    if is_author(one, actor):
        raise OwnApproval(announcement)
    _check_stands(one, Phase.AWAITING, one.revision if revision is None else revision)
    return one


def _check_stands(one: Announcement, phase: Phase, revision: int) -> None:
    if one.phase is not phase or one.revision != revision:
        raise AnnouncementChanged(one.id)


async def _note(
    tx: Transaction,
    actor: Actor,
    action: Action,
    one: Announcement,
    now: datetime,
    facts: Mapping[str, str | int | None] | None = None,
) -> None:
    await audit.add(tx, actor.id, action, subject=one.id, project=one.audience.project, facts=facts, now=now)
