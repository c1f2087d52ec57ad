"""One session of a course: whether somebody comes to it. Who misses one keeps the place in the course."""

from collections.abc import Set
from datetime import datetime

from bot.domain import access, courses
from bot.domain.access import Permission
from bot.domain.courses import SessionGone, SessionOver, SessionTaken
from bot.domain.events import Event, EventState, Session
from bot.domain.people import Actor
from bot.domain.refusals import EventCalledOff, EventGone, SignUpGone
from bot.domain.seats import Limit, Party
from bot.domain.signups import Attending, SignUp, State
from bot.services import reminders, seating, signups
from bot.services.signups import Place
from bot.store import events, rooms
from bot.store import signups as rows
from bot.store.database import Database, Reader, Transaction


async def come(
    db: Database, actor: Actor, event: int, session: int, attending: Attending, *, now: datetime
) -> tuple[Place, Session]:
    """They will be at the session, even if they said before that they cannot; raises SessionTaken."""
    async with db.transaction() as tx:
        loaded, signup, meant = await _found(tx, actor, event, session)
        if meant.ends_at <= now:
            raise SessionOver(event)
        if session in signup.misses:
            await _check_room(tx, loaded, signup, session)
            await _note(tx, loaded, signup, frozenset(signup.misses) - {session}, now)
        await rows.set_attending(tx, signup.id, attending, now)
    return await signups.show(db, actor, signup.id), meant


async def miss(db: Database, actor: Actor, event: int, session: int, *, now: datetime) -> tuple[Place, Session]:
    """They cannot come to the session; where sessions can be joined singly, its seat goes to whoever waits."""
    async with db.transaction() as tx:
        loaded, signup, meant = await _found(tx, actor, event, session)
        if meant.starts_at <= now:
            raise SessionOver(event)
        await _note(tx, loaded, signup, {*signup.misses, session}, now)
        await seating.settle(tx, loaded, now=now)
    return await signups.show(db, actor, signup.id), meant


async def _found(tx: Reader, actor: Actor, event: int, session: int) -> tuple[Event, SignUp, Session]:
    signup = await rows.find(tx, event, actor.id)
    loaded = await events.get(tx, event)
    if loaded is None:
        raise EventGone
    if signup is None or signup.state is not State.CONFIRMED:
        raise SignUpGone
    access.demand(actor, Permission.OWN_SIGNUP, owner=signup.person)
    if loaded.state is EventState.CALLED_OFF:
        raise EventCalledOff(event)
    meant = next((one for one in courses.enrolled(loaded, signup.details) if one.id == session), None)
    if meant is None:
        raise SessionGone(event)
    return loaded, signup, meant


async def _note(tx: Transaction, event: Event, signup: SignUp, misses: Set[int], now: datetime) -> None:
    await rows.set_misses(tx, signup.id, misses, now)
    noted = await rows.get(tx, signup.id)
    if noted:
        await reminders.plan(tx, event, noted, now=now)


async def _check_room(tx: Reader, event: Event, signup: SignUp, session: int) -> None:
    """The seat of a missed session may be somebody else's by now."""
    party = Party(signup.id, signup.size, frozenset({(Limit.SESSION, session)}))
    room = await rooms.get(tx, event)
    if (Limit.SESSION, session) in room.lacking(party):
        raise SessionTaken(event.id)
