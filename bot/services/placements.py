"""What the team does to one sign-up by hand: a seat out of order, the queue, another group, off the list, undone."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import courses
from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.events import Event, EventState
from bot.domain.notices import Notice, SeatGiven
from bot.domain.people import Actor
from bot.domain.placements import CancelledByTeam, PutInQueue
from bot.domain.refusals import EventCalledOff, EventOver, NobodyWaits, StaleButton, TooLateForTeam
from bot.domain.signups import UNDO, Attending, SignUp, State
from bot.services import fitting, lists, reminders, seating
from bot.store import audit, outbox, placements, rooms, signups
from bot.store.database import Database, Reader, Transaction

UNDOABLE = frozenset({Action.SEAT_GIVEN, Action.MOVED_TO_QUEUE, Action.SIGNUP_CANCELLED, Action.GROUP_CHANGED})
TOLD = (SeatGiven, PutInQueue, CancelledByTeam)
"""What people are told of it: not before it can no longer be undone."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What was done to a sign-up; ``entry`` is its line in the audit log, by which it can be undone."""

    signup: int
    entry: int
    action: Action


async def give(db: Database, actor: Actor, signup: int, *, now: datetime) -> Placed:
    """A seat, whoever else waits; raises NoSeatFor rather than over-book."""
    async with db.transaction() as tx:
        event, found = await _alive(tx, actor, signup, now)
        if found.state not in {State.WAITING, State.OFFERED, State.CANCELLED, State.REJECTED}:
            raise StaleButton
        entered = replace(found, details=courses.entering(event, found.details, now))
        await fitting.demand_room(tx, event, entered)
        if entered != found:
            await signups.set_details(tx, signup, entered.details, found.form_version, now)
        await seating.give(tx, event, entered, now=now)
        placed = await _note(tx, actor, Action.SEAT_GIVEN, event, found, State.CONFIRMED, now)
        await _tell(tx, placed, event, found, SeatGiven(event.id), now)
        await seating.tell_few(tx, event, now=now)
        await seating.settle(tx, event, now=now)
    return placed


async def queue(db: Database, actor: Actor, signup: int, *, now: datetime) -> Placed:
    """To the end of the queue; a seat they had goes to the next. Raises NobodyWaits."""
    async with db.transaction() as tx:
        event, found = await _alive(tx, actor, signup, now)
        if found.state not in {State.CONFIRMED, State.OFFERED, State.CANCELLED, State.REJECTED}:
            raise StaleButton
        if found.has_seat and not await signups.count_waiting(tx, event.id):
            raise NobodyWaits(signup)
        await reminders.drop(tx, event.id, found.person)
        await placements.set_waiting(tx, signup, None, now)
        placed = await _note(tx, actor, Action.MOVED_TO_QUEUE, event, found, State.WAITING, now)
        waiting = await signups.get(tx, signup)
        position = await signups.position(tx, waiting) if waiting else 0
        await _tell(tx, placed, event, found, PutInQueue(event.id, position), now)
        await seating.settle(tx, event, now=now)
    return placed


async def cancel(db: Database, actor: Actor, signup: int, *, now: datetime) -> Placed:
    """Off the list; the person is told kindly, and the seat goes to the next."""
    async with db.transaction() as tx:
        event, found = await _alive(tx, actor, signup, now)
        if not found.is_active:
            raise StaleButton
        await signups.set_state(tx, signup, State.CANCELLED, now)
        await reminders.drop(tx, event.id, found.person)
        placed = await _note(tx, actor, Action.SIGNUP_CANCELLED, event, found, State.CANCELLED, now)
        await _tell(tx, placed, event, found, CancelledByTeam(event.id), now)
        await seating.settle(tx, event, now=now)
    return placed


async def note_coming(db: Database, actor: Actor, signup: int, coming: bool, *, now: datetime) -> None:
    """Somebody with a seat told the team that they come, or it was a mistake and nobody knows."""
    async with db.transaction() as tx:
        event, found = await _alive(tx, actor, signup, now)
        if found.state is not State.CONFIRMED:
            raise StaleButton
        await signups.set_attending(tx, signup, Attending.YES if coming else None, now)
        facts = {"coming": int(coming)}
        await audit.add(tx, actor.id, Action.COMING_NOTED, event=event.id, subject=signup, facts=facts, now=now)


async def regroup(db: Database, actor: Actor, signup: int, group: int, *, now: datetime) -> Placed:
    """Another group: the place in the queue stays; with a seat only when that group has room."""
    async with db.transaction() as tx:
        event, found = await _alive(tx, actor, signup, now)
        if group not in {one.id for one in event.groups} or group == found.details.group:
            raise StaleButton
        if not (found.is_active or found.has_seat):
            raise StaleButton
        await fitting.demand_group(tx, event, found, group)
        await placements.set_group(tx, signup, group, now)
        placed = await _note(tx, actor, Action.GROUP_CHANGED, event, found, found.state, now)
        await seating.settle(tx, event, now=now)
    return placed


async def undo(db: Database, actor: Actor, signup: int, entry: int, *, now: datetime) -> bool:
    """Take what an ``entry`` of the log did back within ten minutes, before anybody is told.

    A seat that somebody else was offered meanwhile stays with them; then the person waits at the end of the
    queue, is told so, and it gives False.
    """
    async with db.transaction() as tx:
        event, found = await _alive(tx, actor, signup, now)
        done = await audit.get(tx, entry)
        if done is None or done.subject != signup or done.action not in UNDOABLE:
            raise StaleButton
        if now - done.at > UNDO:
            raise TooLateForTeam(signup)
        is_other_group = done.action is Action.GROUP_CHANGED and found.details.group == done.facts["group"]
        if found.state != done.facts["after"] or is_other_group:
            raise StaleButton
        await _restore(tx, event, found, done.action, done.facts, now)
        restored = await audit.add(tx, actor.id, Action.PLACE_RESTORED, event=event.id, subject=found.id, now=now)
        await seating.settle(tx, event, now=now)
        after = await signups.get(tx, signup)
        if after is None or done.facts["state"] != State.CONFIRMED or after.state is not State.WAITING:
            return True
        notice = PutInQueue(event.id, await signups.position(tx, after))
        await _tell(tx, Placed(signup, restored, Action.PLACE_RESTORED), event, after, notice, now)
        return False


async def _restore(
    tx: Transaction, event: Event, found: SignUp, action: Action, before: Mapping[str, object], now: datetime
) -> None:
    if action is Action.GROUP_CHANGED:
        group = before["group"]
        if isinstance(group, int):
            await fitting.demand_group(tx, event, found, group)
            await placements.set_group(tx, found.id, group, now)
        return
    for kind in TOLD:
        await outbox.remove_pending(tx, event.id, kind.kind, found.person)
    await reminders.drop(tx, event.id, found.person)
    place = before["queue"]
    match State(str(before["state"])):
        case State.CONFIRMED:
            await placements.set_waiting(tx, found.id, None, now)
            waiting = await signups.get(tx, found.id)
            room = await rooms.get(tx, event)
            if waiting and not room.lacking(rooms.party(event, waiting)):
                await seating.give(tx, event, waiting, now=now)
        case State.WAITING | State.OFFERED:
            await placements.set_waiting(tx, found.id, place if isinstance(place, int) else None, now)
        case other:
            await signups.set_state(tx, found.id, other, now)


async def _alive(tx: Reader, actor: Actor, signup: int, now: datetime) -> tuple[Event, SignUp]:
    event, found = await lists.signup_for(tx, actor, signup, Permission.MANAGE_SIGNUPS)
    if event.state is EventState.CALLED_OFF:
        raise EventCalledOff(event.id)
    if event.last_entry <= now:
        raise EventOver(event.id)
    return event, found


async def _note(
    tx: Transaction, actor: Actor, action: Action, event: Event, before: SignUp, after: State, now: datetime
) -> Placed:
    """Log what was done with all that is needed to take it back."""
    place = before.queue if before.queue is not None else before.left_queue
    facts = {"state": before.state.value, "after": after.value, "queue": place, "group": before.details.group}
    entry = await audit.add(tx, actor.id, action, event=event.id, subject=before.id, facts=facts, now=now)
    return Placed(before.id, entry, action)


async def _tell(tx: Transaction, placed: Placed, event: Event, signup: SignUp, notice: Notice, now: datetime) -> None:
    """Queue what the person is told once the ten minutes are over; what was to be told before is not true any more."""
    for kind in TOLD:
        await outbox.remove_pending(tx, event.id, kind.kind, signup.person)
    await outbox.add(
        tx,
        f"placed:{placed.entry}",
        signup.person,
        notice,
        event=event.id,
        due_at=now + UNDO,
        useful_until=event.last_entry,
        now=now,
    )
