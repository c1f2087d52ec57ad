"""One event as the team sees it."""

from dataclasses import dataclass

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.events import Event, Seats
from bot.domain.people import Actor
from bot.domain.refusals import EventGone
from bot.domain.signups import State
from bot.services import shortages
from bot.services.shortages import Shortage
from bot.store import events, signups
from bot.store.database import Database


@dataclass(frozen=True, slots=True)
class Overview:
    """How an event stands: seats, what is missing, sign-ups that want attention; ``allowed`` is what the actor may."""

    event: Event
    seats: Seats
    shortage: Shortage
    applied: int
    offered: int
    unconfirmed: int
    allowed: frozenset[Permission]


async def overview(db: Database, actor: Actor, event: int) -> Overview:
    """The event for whoever may see its list; raises EventGone, NotAllowed."""
    async with db.reading() as tx:
        found = await events.get(tx, event)
        if found is None:
            raise EventGone
        project = found.plan.project
        access.demand(actor, Permission.SEE_LISTS, project=project)
        active = await signups.list_active(tx, event)
        seats = await signups.count_seats(tx, event)
    return Overview(
        found,
        seats,
        shortages.of(found, seats),
        sum(one.state is State.APPLIED for one in active),
        sum(one.state is State.OFFERED for one in active),
        sum(one.is_unconfirmed for one in active),
        frozenset(one for one in Permission if access.is_allowed(actor, one, project=project)),
    )
