"""Whether there is room for one sign-up: for what the team wants to do with it, and ever at all."""

from dataclasses import replace
from datetime import datetime

from bot.domain import seats
from bot.domain.events import Event
from bot.domain.prospects import Prospect
from bot.domain.refusals import NoSeatFor, QueueFull
from bot.domain.seats import EVENT, SHARED, Hitch, Party, PartyTooLarge, Room
from bot.domain.signups import SignUp, State
from bot.services import seating
from bot.store import rooms, signups
from bot.store.database import Reader


async def prospect(tx: Reader, event: Event, *, now: datetime) -> Prospect:
    """A step: what somebody new finds."""
    room = seating.still_of_use(await rooms.get(tx, event), event, now)
    return Prospect(event, now, room, tuple(await rooms.queue(tx, event, room)))


async def hitch(tx: Reader, event: Event, signup: SignUp, *, now: datetime) -> Hitch | None:
    """A step: why somebody waits who was the last to sign up, None for whoever does not."""
    if signup.state is not State.WAITING:
        return None
    found, party = await prospect(tx, event, now=now), rooms.party(event, signup)
    return seats.hitch(found.room, [one for one in found.queue if one != party], party)


async def demand_room(tx: Reader, event: Event, signup: SignUp) -> None:
    """Raise NoSeatFor unless all of them find a seat; who has one already does."""
    if signup.has_seat:
        return
    _demand(event, await rooms.get(tx, event), rooms.party(event, signup))


async def demand_group(tx: Reader, event: Event, signup: SignUp, group: int) -> None:
    """Raise NoSeatFor unless somebody with a seat would find one in another group, too."""
    if not signup.has_seat:
        return
    before = rooms.party(event, signup)
    after = rooms.party(event, replace(signup, details=replace(signup.details, group=group)))
    _demand(event, (await rooms.get(tx, event)).freed(before), after)


async def demand_chance(tx: Reader, event: Event, signup: SignUp) -> None:
    """Raise PartyTooLarge for more people than there are seats: they would wait for ever, and everybody behind them."""
    if signup.has_seat:
        return
    whole, party = await rooms.whole(tx, event, signup.details.organisation), rooms.party(event, signup)
    if whole.lacking(party):
        raise PartyTooLarge(event.id, whole.largest(party))


async def demand_queue(tx: Reader, event: Event, signup: SignUp) -> None:
    """Raise QueueFull when a new sign-up has to wait and no more may, PartyTooLarge when waiting is of no use."""
    await demand_chance(tx, event, signup)
    limit = event.plan.queue_limit
    if limit is not None and signup.state is State.WAITING and await signups.count_waiting(tx, event.id) > limit:
        raise QueueFull(event.id)


def _demand(event: Event, room: Room, party: Party) -> None:
    lacking = room.lacking(party) - {SHARED}
    if lacking:
        limit, number = EVENT if EVENT in lacking else min(lacking)
        missing = party.size - room.left.get((limit, number), 0)
        raise NoSeatFor(event.id, max(1, missing), limit)
