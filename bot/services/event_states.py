"""An event's life as the team decides it: published, made a draft again, called off, reopened, deleted."""

from datetime import datetime

from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.events import Event, EventState
from bot.domain.people import Actor
from bot.domain.refusals import EventOver, EventUnfit, PeopleInIt, StaleButton
from bot.services import changes, event_editing, lists
from bot.services.changes import Told
from bot.services.event_fields import Editing
from bot.store import audit, events, staff_events
from bot.store.database import Database, Transaction


async def publish(db: Database, actor: Actor, event: int, *, now: datetime) -> Editing:
    """Let everybody see the event and sign up; a second time changes nothing. Raises EventUnfit for a past one."""
    async with db.transaction() as tx:
        found = await lists.event_for(tx, actor, event, Permission.MANAGE_EVENTS)
        if found.state is EventState.DRAFT:
            if found.last_entry <= now:
                raise EventUnfit("starts", event)
            await _become(tx, actor, found, EventState.OPEN, Action.EVENT_PUBLISHED, now)
        return await event_editing.editing(tx, await _again(tx, found), now)


async def withdraw(db: Database, actor: Actor, event: int, *, now: datetime) -> Editing:
    """Make a published event a draft again. Raises PeopleInIt once somebody has signed up."""
    async with db.transaction() as tx:
        found = await lists.event_for(tx, actor, event, Permission.MANAGE_EVENTS)
        people = await staff_events.count_signups(tx, event)
        if people:
            raise PeopleInIt(event, people)
        if found.state is EventState.OPEN:
            await _become(tx, actor, found, EventState.DRAFT, Action.EVENT_WITHDRAWN, now)
        return await event_editing.editing(tx, await _again(tx, found), now)


async def call_off(db: Database, actor: Actor, event: int, *, now: datetime) -> Told:
    """The event will not take place; gives how many people are told. Raises EventOver, StaleButton."""
    async with db.transaction() as tx:
        found = await _ahead(tx, actor, event, EventState.OPEN, now)
        told = await changes.call_off(tx, found, now=now)
        await _note(tx, actor, found, Action.EVENT_CALLED_OFF, told, now)
        return told


async def reopen(db: Database, actor: Actor, event: int, *, now: datetime) -> Told:
    """The event takes place after all; gives how many people are told. Raises EventOver, StaleButton."""
    async with db.transaction() as tx:
        found = await _ahead(tx, actor, event, EventState.CALLED_OFF, now)
        told = await changes.reopen(tx, found, now=now)
        await _note(tx, actor, found, Action.EVENT_REOPENED, told, now)
        return told


async def _ahead(tx: Transaction, actor: Actor, event: int, state: EventState, now: datetime) -> Event:
    """An event the actor runs that has not ended and is in the state that the press came from."""
    found = await lists.event_for(tx, actor, event, Permission.MANAGE_EVENTS)
    if found.has_ended(now):
        raise EventOver(event)
    if found.state is not state:
        raise StaleButton
    return found


async def delete(db: Database, actor: Actor, event: int, *, now: datetime) -> Event:
    """Throw a draft away for good; gives what it was. Raises PeopleInIt, and StaleButton for what is no draft."""
    async with db.transaction() as tx:
        found = await lists.event_for(tx, actor, event, Permission.MANAGE_EVENTS)
        if found.state is not EventState.DRAFT:
            raise StaleButton
        people = await staff_events.count_signups(tx, event)
        if people:
            raise PeopleInIt(event, people)
        await staff_events.remove(tx, event)
        facts: dict[str, str | int | None] = {"code": found.plan.code}
        await audit.add(tx, actor.id, Action.EVENT_DELETED, project=found.plan.project, facts=facts, now=now)
        return found


async def _become(
    tx: Transaction, actor: Actor, event: Event, state: EventState, action: Action, now: datetime
) -> None:
    await events.set_state(tx, event.id, state, now)
    await audit.add(tx, actor.id, action, event=event.id, project=event.plan.project, now=now)


async def _again(tx: Transaction, event: Event) -> Event:
    return await events.get(tx, event.id) or event


async def _note(tx: Transaction, actor: Actor, event: Event, action: Action, told: Told, now: datetime) -> None:
    facts: dict[str, str | int | None] = {"told": told.everybody}
    await audit.add(tx, actor.id, action, event=event.id, project=event.plan.project, facts=facts, now=now)
