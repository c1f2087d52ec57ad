"""The code on the wall: whoever scans or types it is noted as present, around the time of the event only."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from bot.domain import access, attendance
from bot.domain.access import Permission
from bot.domain.attendance import COMING, EARLY_BY_CODE, CheckInOver, CodeUnknown, NotOnTheList
from bot.domain.events import Event, EventState, Session
from bot.domain.people import Actor
from bot.domain.refusals import EventCalledOff, EventGone
from bot.domain.signups import SignUp
from bot.services import outcomes
from bot.services.attendance import for_check_in, is_enrolled
from bot.store import attendance as store
from bot.store import events, signups
from bot.store.database import Database, Reader


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who is there; ``was_known`` when they had been noted before."""

    event: Event
    session: Session | None
    signup: SignUp
    was_known: bool = False


async def code(
    db: Database, actor: Actor, event: int, session: int, *, now: datetime
) -> tuple[Event, Session | None, str]:
    """The code for the wall of an event or session, made when it is asked for first."""
    async with db.transaction() as tx:
        found = await for_check_in(tx, actor, event)
        held = attendance.session_of(found, session, now)
        number = held.id if held else None
        known = await store.get_code(tx, event, number)
        while known is None:
            made = f"{secrets.randbelow(1_000_000):06}"
            known = made if await store.add_code(tx, event, number, made) else None
    return found, held, known


async def arrive(db: Database, actor: Actor, typed: str, *, now: datetime) -> Arrival:
    """The actor is there, says the code. Raises CodeUnknown, CheckInTooEarly, CheckInOver, NotOnTheList."""
    async with db.transaction() as tx:
        meant = await store.find_code(tx, attendance.code_in(typed) or "")
        if meant is None:
            raise CodeUnknown
        if known := await _noted(tx, actor, *meant):
            return known
        event, session, signup = await _own(tx, actor, *meant, now)
        is_new = await store.add(tx, signup.id, session.id if session else None, actor.id, now)
        await outcomes.renew(tx, event, signup, now)
    return Arrival(event, session, signup, not is_new)


async def leave(db: Database, actor: Actor, event: int, session: int, *, now: datetime) -> Arrival:
    """It was a mistake: what the actor noted of themselves is taken back, what the team noted is not."""
    async with db.transaction() as tx:
        found, held, signup = await _own(tx, actor, event, session or None, now)
        number = held.id if held else None
        noted = await store.get(tx, signup.id, number)
        if noted and noted.by == actor.id:
            await store.remove(tx, signup.id, number)
            noted = None
    return Arrival(found, held, signup, noted is not None)


async def _noted(tx: Reader, actor: Actor, number: int, session: int | None) -> Arrival | None:
    """What is noted of the actor already: a code that is read once more, however late, has nothing to refuse."""
    event, signup = await events.get(tx, number), await signups.find(tx, number, actor.id)
    if event is None or signup is None or await store.get(tx, signup.id, session) is None:
        return None
    access.demand(actor, Permission.OWN_SIGNUP, owner=signup.person)
    return Arrival(event, next((one for one in event.sessions if one.id == session), None), signup, was_known=True)


async def _own(
    tx: Reader, actor: Actor, number: int, session: int | None, now: datetime
) -> tuple[Event, Session | None, SignUp]:
    event = await events.get(tx, number)
    if event is None or event.state is EventState.DRAFT:
        raise EventGone
    if event.state is EventState.CALLED_OFF:
        raise EventCalledOff(number)
    held = attendance.session_of(event, session or 0, now)
    attendance.check_begun(event, held, now, EARLY_BY_CODE)
    if attendance.times(event, held)[1] <= now:
        raise CheckInOver(number)
    signup = await signups.find(tx, number, actor.id)
    if signup is None or signup.state not in COMING or not is_enrolled(event, held, signup):
        raise NotOnTheList(number)
    access.demand(actor, Permission.OWN_SIGNUP, owner=signup.person)
    return event, held, signup
