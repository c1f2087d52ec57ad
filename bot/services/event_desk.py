"""One event as the team sees it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.events import Event, Seats
from bot.domain.pages import find_page
from bot.domain.people import Actor, Scope
from bot.domain.refusals import EventGone
from bot.domain.signups import State
from bot.services import shortages
from bot.services.shortages import Shortage
from bot.store import events, signups, staff_events
from bot.store.database import Database

PAGE = 6
"""Events on a page of the team's list."""
BEHIND = timedelta(days=60)
"""How long a past event stays on it."""


@dataclass(frozen=True, slots=True)
class Mine:
    """Some of the events the actor runs, with how full they are; pages count from 0."""

    events: tuple[tuple[Event, Seats], ...]
    page: int
    pages: int


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
        sum(one.state is State.APPLIED and one.decision is None for one in active),
        sum(one.state is State.OFFERED for one in active),
        sum(one.is_unconfirmed for one in active),
        frozenset(one for one in Permission if access.is_allowed(actor, one, project=project)),
    )


async def mine(db: Database, actor: Actor, page: int, *, now: datetime) -> Mine:
    """The events the actor runs: drafts, those to come, and those of the last two months."""
    access.demand_somewhere(actor, Permission.SEE_LISTS)
    projects = projects_of(actor)
    async with db.reading() as tx:
        at, pages = find_page(page, await staff_events.count(tx, now - BEHIND, projects), PAGE)
        found = await staff_events.list_page(tx, now - BEHIND, projects, now=now, limit=PAGE, offset=at * PAGE)
        return Mine(tuple([(event, await signups.count_seats(tx, event.id)) for event in found]), at, pages)


def projects_of(actor: Actor) -> frozenset[str] | None:
    """The projects the actor's roles reach, None for all of them."""
    if any(grant.scope is Scope.EVERYTHING for grant in actor.grants):
        return None
    return frozenset(grant.scope_key for grant in actor.grants if grant.scope is Scope.PROJECT)
