"""Numbers for pictures: sign-ups over time, seats by group, attendance, where people heard of us."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.clock import zone_of
from bot.domain.events import Event
from bot.domain.people import Actor
from bot.services.event_desk import projects_of
from bot.store import statistics
from bot.store.database import Database
from bot.store.statistics import Came, Reached


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is drawn; ``groups`` are taken seats by group id, ``sources`` people by where they heard of us."""

    days: Mapping[date, int]
    events: tuple[Event, ...]
    groups: Mapping[int, int]
    came: tuple[tuple[Event, Came], ...]
    sources: Mapping[str, int]


async def numbers(db: Database, actor: Actor, project: str, *, now: datetime) -> Numbers:
    """The numbers of a project, or of everything the actor's roles reach."""
    if project:
        access.demand(actor, Permission.SEE_LISTS, project=project)
    else:
        access.demand_somewhere(actor, Permission.SEE_LISTS)
    return await _counted(db, Reached(frozenset({project}) if project else projects_of(actor)), now)


async def numbers_of_event(db: Database, actor: Actor, event: Event, *, now: datetime) -> Numbers:
    """The numbers of one event."""
    access.demand(actor, Permission.SEE_LISTS, project=event.plan.project)
    return await _counted(db, Reached(None, event.id), now)


async def _counted(db: Database, reached: Reached, now: datetime) -> Numbers:
    async with db.reading() as tx:
        return Numbers(
            _by_day(await statistics.list_signed_up(tx, reached), zone_of(now)),
            tuple(await statistics.list_with_groups(tx, reached, now)),
            await statistics.count_by_group(tx, reached),
            tuple(await statistics.list_came(tx, reached, now)),
            await statistics.count_sources(tx, reached),
        )


def _by_day(moments: list[datetime], zone: ZoneInfo) -> dict[date, int]:
    found: dict[date, int] = {}
    for moment in sorted(moments):
        day = moment.astimezone(zone).date()
        found[day] = found.get(day, 0) + 1
    return found
