"""What became of a sign-up: attended or absent, once attendance was taken.

The chore is a step of the bot itself; no actor asks for it, so it asks no permission.
"""

from collections.abc import Set
from datetime import datetime, time, timedelta

from bot.domain import courses
from bot.domain.attendance import COMING
from bot.domain.clock import zone_of
from bot.domain.events import Event
from bot.domain.signups import SignUp, State
from bot.store import attendance, events, signups
from bot.store.database import Database, Transaction

PATIENCE = timedelta(days=30)
"""How long after the end somebody who was at no session with attendance is looked at again."""
CLOSED = frozenset({State.ATTENDED, State.ABSENT})


async def close(db: Database, *, now: datetime) -> int:
    """The day after the end: who was there attended, who was expected and was not is absent; gives how many events.

    Where nobody took attendance nothing is said of anybody.
    """
    zone = zone_of(now)
    midnight = datetime.combine(now.astimezone(zone).date(), time(), zone)
    async with db.reading() as tx:
        ended = await attendance.list_unclosed(tx, now - PATIENCE, midnight)
    for number in ended:
        async with db.transaction() as tx:
            event = await events.get(tx, number)
            if event:
                await _close(tx, event, now)
    return len(ended)


async def renew(tx: Transaction, event: Event, signup: SignUp, now: datetime) -> None:
    """A step of noting somebody after the event was closed: what became of them is decided anew."""
    if signup.state in CLOSED:
        await _decide(tx, event, signup, await attendance.taken(tx, event.id), now)


async def _close(tx: Transaction, event: Event, now: datetime) -> None:
    taken = await attendance.taken(tx, event.id)
    for signup in await attendance.list_signups(tx, event.id, frozenset({State.CONFIRMED})):
        await _decide(tx, event, signup, taken, now)


async def _decide(tx: Transaction, event: Event, signup: SignUp, taken: Set[int], now: datetime) -> None:
    attended = await attendance.sessions_of(tx, signup.id)
    own = {one.id for one in courses.enrolled(event, signup.details)} or {0}
    if attended:
        outcome = State.ATTENDED
    elif signup.state in COMING and (own & taken or signup.state in CLOSED):
        outcome = State.ABSENT
    else:
        return
    if signup.state is not outcome:
        await signups.set_state(tx, signup.id, outcome, now)
