"""Signing up, changing, cancelling: each one transaction."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import access, courses
from bot.domain.access import Permission
from bot.domain.events import Event, EventState, Session, check_sign_up
from bot.domain.notices import Reminder
from bot.domain.organisations import Delegation
from bot.domain.people import Actor
from bot.domain.refusals import (
    AlreadySignedUp,
    Declined,
    EventCalledOff,
    EventGone,
    EventOver,
    NotEnoughSeats,
    OfferGone,
    SignUpGone,
    TooLateToCancel,
    TooLateToUndo,
)
from bot.domain.seats import Hitch
from bot.domain.signups import UNDO, Attending, Details, SignUp, State
from bot.domain.staff_notices import NewApplication
from bot.services import fitting, histories, organisations, overlaps, own_answers, reminders, seating, staff_notices
from bot.services.own_answers import Given
from bot.store import attendance, events, outbox, rooms, signups
from bot.store.database import Database, Reader, Transaction


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody's place at an event: the sign-up, its position when waiting, when reminders come.

    ``had_seat`` tells a seat given up from a place in the queue; ``overlaps`` are other events the person wants to
    go to at the same time; ``attended`` are the sessions of a course they were at, if anybody noted who was,
    ``dropped`` those they gave up just now; ``delegation`` is whom they come for, ``answers`` are those to the
    event's own questions; of whoever left or waits ``hoping`` tells if others wait or were offered a seat, ``hitch``
    why somebody who signed up just now has to.
    """

    event: Event
    signup: SignUp
    position: int | None = None
    reminders: tuple[datetime, ...] = ()
    had_seat: bool = True
    overlaps: tuple[Event, ...] = ()
    attended: frozenset[int] = frozenset()
    is_attendance_taken: bool = False
    delegation: Delegation | None = None
    answers: tuple[Given, ...] = ()
    dropped: tuple[Session, ...] = ()
    hoping: frozenset[State] = frozenset()
    hitch: Hitch | None = None


async def check(tx: Reader, actor: Actor, event: Event, *, now: datetime) -> None:
    """Raise the reason why the actor cannot sign up for ``event``."""
    check_sign_up(event, now)
    earlier = await signups.find(tx, event.id, actor.id)
    if earlier and earlier.state is State.REJECTED:
        raise Declined(event.id)
    if earlier and earlier.is_active:
        raise AlreadySignedUp(earlier.id)
    await histories.check(tx, actor, event)


async def join(
    tx: Transaction, actor: Actor, event: Event, details: Details, *, source: str | None, now: datetime
) -> Place:
    """Sign the actor up: a seat when one is free and nobody waits for it, else the end of the queue."""
    access.demand(actor, Permission.SIGN_UP)
    await check(tx, actor, event, now=now)
    details = courses.entering(event, details, now)
    signup = await signups.add_waiting(
        tx, event.id, actor.id, details, version=event.form_version, source=source, now=now
    )
    if event.plan.approval:
        await signups.set_state(tx, signup, State.APPLIED, now)
        await _tell_of_application(tx, event, signup, now)
    await seating.settle(tx, event, now=now, acting=actor.id)
    place = await _place(tx, event, signup)
    await fitting.demand_queue(tx, event, place.signup)
    return replace(place, hitch=await fitting.hitch(tx, event, place.signup, now=now))


async def _tell_of_application(tx: Transaction, event: Event, signup: int, now: datetime) -> None:
    key = f"application:{signup}:{now.isoformat()}"
    notice = NewApplication(event.id, signup)
    await staff_notices.tell(tx, notice, project=event.plan.project, event=event.id, key=key, now=now)


async def change(
    tx: Transaction, actor: Actor, event: Event, signup: SignUp, details: Details, *, now: datetime
) -> Place:
    """Replace the answers of an own sign-up. More companions need seats; raises NotEnoughSeats."""
    access.demand(actor, Permission.OWN_SIGNUP, owner=signup.person)
    return await revise(tx, event, signup, details, now=now)


async def revise(tx: Transaction, event: Event, signup: SignUp, details: Details, *, now: datetime) -> Place:
    """A step of changing answers and of passing a place on; raises NotEnoughSeats."""
    _check_alive(event, now, courses.last_start(event, signup.details))
    if not signup.is_active:
        raise SignUpGone
    details = courses.changed(event, signup.details, details, now)
    if signup.has_seat:
        await _check_room(tx, event, signup, details)
    await fitting.demand_chance(tx, event, replace(signup, details=details))
    await signups.set_details(tx, signup.id, details, event.form_version, now)
    if signup.state is State.CONFIRMED and details.sessions != signup.details.sessions:
        await reminders.plan(tx, event, replace(signup, details=details), now=now)
    await seating.settle(tx, event, now=now, acting=signup.person)
    return replace(await _place(tx, event, signup.id), dropped=courses.dropped(event, signup.details, details))


async def _check_room(tx: Reader, event: Event, signup: SignUp, details: Details) -> None:
    """More people, or another group, need room that nobody waits for."""
    before, after = rooms.party(event, signup), rooms.party(event, replace(signup, details=details))
    if after.size <= before.size and after.keys <= before.keys:
        return
    room = (await rooms.get(tx, event)).freed(before)
    if await signups.count_waiting(tx, event.id) or room.lacking(after):
        waiting = await signups.count_waiting(tx, event.id)
        raise NotEnoughSeats(signup.id, 0 if waiting else max(0, room.largest(after) - before.size))


async def mine(db: Database, actor: Actor, *, now: datetime) -> tuple[Place, ...]:
    """The actor's sign-ups for what is still to come."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.reading() as tx:
        own = await signups.list_current(tx, actor.id, now)
        return tuple([await _place(tx, await _event(tx, one.event), one.id) for one in own])


async def show(db: Database, actor: Actor, signup: int) -> Place:
    """One own sign-up, whatever its state."""
    async with db.reading() as tx:
        found = await _own(tx, actor, signup)
        return await _place(tx, await _event(tx, found.event), found.id)


async def find_own(db: Database, actor: Actor, event: int) -> Place | None:
    """The actor's active sign-up for an event, None without one."""
    async with db.reading() as tx:
        found = await signups.find(tx, event, actor.id)
        if found is None or not found.is_active:
            return None
        access.demand(actor, Permission.OWN_SIGNUP, owner=found.person)
        return await _place(tx, await _event(tx, event), found.id)


async def cancel(db: Database, actor: Actor, signup: int, *, now: datetime) -> Place:
    """Give the seat or the place in the queue back; the next in the queue is seated in the same transaction.

    Cancelling twice changes nothing. A course can be left until its last session begins.
    """
    async with db.transaction() as tx:
        found = await _own(tx, actor, signup)
        event = await _event(tx, found.event)
        if found.is_active:
            _check_alive(event, now, courses.last_start(event, found.details))
            until = event.plan.cancel_until
            if until and until < now < event.plan.starts_at and found.state is State.CONFIRMED:
                raise TooLateToCancel(event.id, until)
            await withdraw(tx, event, found, now=now)
        return await _place(tx, event, signup)


async def withdraw(tx: Transaction, event: Event, signup: SignUp, *, now: datetime) -> None:
    """A step of cancelling and of erasing: the sign-up ends, reminders go, the queue moves up."""
    await signups.set_state(tx, signup.id, State.CANCELLED, now)
    await reminders.drop(tx, event.id, signup.person)
    await seating.settle(tx, event, now=now, acting=signup.person)


async def take(db: Database, actor: Actor, signup: int, *, now: datetime) -> Place:
    """Accept the seat offered from the waiting list. Taking it twice changes nothing."""
    async with db.transaction() as tx:
        found = await _own(tx, actor, signup)
        event = await _event(tx, found.event)
        _check_alive(event, now, event.last_entry)
        if found.state is State.OFFERED:
            found = replace(found, details=courses.entering(event, found.details, now))
            await signups.set_details(tx, found.id, found.details, found.form_version, now)
            await seating.give(tx, event, found, now=now)
        elif found.state is not State.CONFIRMED:
            raise OfferGone(signup)
        return await _place(tx, event, signup)


async def undo(db: Database, actor: Actor, signup: int, *, now: datetime) -> Place:
    """Take a cancellation back within ten minutes; a seat somebody else got meanwhile stays theirs."""
    async with db.transaction() as tx:
        found = await _own(tx, actor, signup)
        event = await _event(tx, found.event)
        if found.state is State.CANCELLED and found.cancelled_at:
            _check_alive(event, now, courses.last_start(event, found.details))
            if now - found.cancelled_at > UNDO:
                raise TooLateToUndo(event.id)
            await _take_back(tx, event, found, now)
            if event.last_entry <= now and found.left_queue is None:
                await seating.give(tx, event, found, now=now)
            await seating.settle(tx, event, now=now, acting=actor.id)
        return replace(await _place(tx, event, signup), had_seat=found.left_queue is None)


async def _take_back(tx: Transaction, event: Event, signup: SignUp, now: datetime) -> None:
    """An application is one again; whoever was accepted gets the seat nobody could be offered meanwhile."""
    if event.plan.approval and signup.decided_at is None:
        await signups.set_state(tx, signup.id, State.APPLIED, now)
        return
    await signups.back_in_queue(tx, signup.id, now)
    if signup.left_queue is None and await seating.waits_for_decisions(tx, event, now):
        room = await rooms.get(tx, event)
        if not room.lacking(rooms.party(event, signup)):
            await seating.give(tx, event, signup, now=now)


async def attend(db: Database, actor: Actor, event: int, attending: Attending, *, now: datetime) -> Place:
    """Note what somebody said to a reminder."""
    async with db.transaction() as tx:
        found = await signups.find(tx, event, actor.id)
        if found is None or found.state is not State.CONFIRMED:
            raise SignUpGone
        access.demand(actor, Permission.OWN_SIGNUP, owner=found.person)
        loaded = await _event(tx, event)
        _check_alive(loaded, now, loaded.plan.ends_at)
        await signups.set_attending(tx, found.id, attending, now)
        return await _place(tx, loaded, found.id)


async def decline(db: Database, actor: Actor, event: int, *, now: datetime) -> Place:
    """ "I can't" to a reminder: the same as cancelling, and never too late before the start."""
    async with db.transaction() as tx:
        found = await signups.find(tx, event, actor.id)
        if found is None:
            raise SignUpGone
        access.demand(actor, Permission.OWN_SIGNUP, owner=found.person)
        loaded = await _event(tx, event)
        if found.is_active:
            _check_alive(loaded, now, courses.last_start(loaded, found.details))
            await withdraw(tx, loaded, found, now=now)
        return await _place(tx, loaded, found.id)


def _check_alive(event: Event, now: datetime, until: datetime) -> None:
    if event.state is EventState.CALLED_OFF:
        raise EventCalledOff(event.id)
    if until <= now:
        raise EventOver(event.id)


async def _own(tx: Reader, actor: Actor, signup: int) -> SignUp:
    found = await signups.get(tx, signup)
    if found is None:
        raise SignUpGone
    access.demand(actor, Permission.OWN_SIGNUP, owner=found.person)
    return found


async def _event(tx: Reader, event: int) -> Event:
    found = await events.get(tx, event)
    if found is None:
        raise EventGone
    return found


async def _place(tx: Reader, event: Event, signup: int) -> Place:
    found = await signups.get(tx, signup)
    if found is None:
        raise SignUpGone
    position = await signups.position(tx, found) if found.state is State.WAITING else None
    due = await outbox.list_due(tx, event.id, found.person, Reminder.kind)
    return Place(
        event,
        found,
        position,
        tuple(due),
        had_seat=found.left_queue is None,
        overlaps=await overlaps.of(tx, event, found) if found.is_active else (),
        attended=await attendance.sessions_of(tx, found.id) if event.sessions else frozenset(),
        is_attendance_taken=bool(event.sessions and await attendance.taken(tx, event.id)),
        delegation=await organisations.delegation(tx, event, found.details.organisation),
        answers=await own_answers.of(tx, event, found),
        hoping=await signups.list_hoping(tx, event.id)
        if found.state in {State.CANCELLED, State.WAITING}
        else frozenset(),
    )
