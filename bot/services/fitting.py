"""Whether there is room for what the team wants to do with one sign-up."""

from dataclasses import replace

from bot.domain.events import Event
from bot.domain.refusals import NoSeatFor
from bot.domain.seats import EVENT, SHARED, Party, Room
from bot.domain.signups import SignUp
from bot.store import rooms
from bot.store.database import Reader


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


def _demand(event: Event, room: Room, party: Party) -> None:
    lacking = room.lacking(party) - {SHARED}
    if lacking:
        limit, number = EVENT if EVENT in lacking else min(lacking)
        missing = party.size - room.left.get((limit, number), 0)
        raise NoSeatFor(event.id, max(1, missing), limit)
