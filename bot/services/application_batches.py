"""Many applications decided at once: who it would be, then the deed."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Permission
from bot.domain.events import Event
from bot.domain.people import Actor
from bot.domain.refusals import EventOver
from bot.domain.signups import Decision, SignUp
from bot.services import applications, lists, seating
from bot.store import applications as store
from bot.store import rooms
from bot.store.database import Database, Reader


@dataclass(frozen=True, slots=True)
class Order:
    """What to do with applications without a decision: ``count`` of them in order of arrival, 0 for all.

    ``decision`` is a word of Decision, ``group`` the id of the group they are in, 0 for whatever group.
    """

    event: int
    decision: str
    group: int = 0
    count: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """Whom an order is about; ``left_out`` would have been accepted, but there is no seat for them."""

    event: Event
    order: Order
    chosen: tuple[SignUp, ...]
    left_out: int
    undecided: int

    @property
    def people(self) -> int:
        """How many people it is about, companions included."""
        return sum(one.size for one in self.chosen)


async def choices(db: Database, actor: Actor, event: int) -> Batch:
    """Everybody without a decision, to choose an order from."""
    return await preview(db, actor, Order(event, Decision.WAITING))


async def preview(db: Database, actor: Actor, order: Order) -> Batch:
    """Whom the order would be about now."""
    async with db.reading() as tx:
        return await _batch(tx, actor, order)


async def decide(db: Database, actor: Actor, order: Order, expected: int, *, now: datetime) -> Batch | None:
    """Carry the order out; None when it would not be about the ``expected`` number of applications any more."""
    async with db.transaction() as tx:
        batch = await _batch(tx, actor, order)
        if batch.event.last_entry <= now:
            raise EventOver(order.event)
        if len(batch.chosen) != expected:
            return None
        for signup in batch.chosen:
            await applications.set_decision(tx, actor, batch.event, signup, Decision(order.decision), now=now)
        await seating.settle(tx, batch.event, now=now)
    return batch


async def _batch(tx: Reader, actor: Actor, order: Order) -> Batch:
    event = await lists.event_for(tx, actor, order.event, Permission.MANAGE_SIGNUPS)
    undecided = [one for one in await store.list_open(tx, event.id) if one.decision is None]
    wanted = [one for one in undecided if order.group in {0, one.details.group}]
    if applications.read_decision(order.decision) is not Decision.ACCEPTED:
        chosen = wanted[: order.count or None]
        return Batch(event, order, tuple(chosen), 0, len(undecided))
    fitting, left_out = await _that_fit(tx, event, wanted, order.count or len(wanted))
    return Batch(event, order, tuple(fitting), left_out, len(undecided))


async def _that_fit(tx: Reader, event: Event, wanted: list[SignUp], most: int) -> tuple[list[SignUp], int]:
    """The first ``most`` that find a seat one after the other, and how many before the last of them did not."""
    room = await rooms.get(tx, event)
    chosen: list[SignUp] = []
    left_out = 0
    for signup in wanted:
        if len(chosen) == most:
            break
        party = rooms.party(event, signup)
        if room.lacking(party):
            left_out += 1
            continue
        room = room.without(party)
        chosen.append(signup)
    return chosen, left_out
