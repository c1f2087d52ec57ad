"""The audit log: what was refused is written down, and what was done can be read."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.pages import find_page
from bot.domain.people import Actor, Scope
from bot.domain.refusals import EventGone
from bot.store import audit, events, people
from bot.store.audit import Entry, Wanted
from bot.store.database import Database, Reader

PAGE = 8
"""Entries on a page."""
OFFERED = 12
"""People or events to narrow the log down to, the latest of them."""
MOST = 100_000
"""Entries in one file."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the log is narrowed down to; 0 and an empty word are no limit."""

    person: int = 0
    event: int = 0
    action: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """An entry, and whether the reader may know who it was by name."""

    entry: Entry
    is_named: bool


@dataclass(frozen=True, slots=True)
class LogPage:
    """Some of the log, newest first; ``name`` and ``code`` are those of the person and the event chosen."""

    lines: tuple[Line, ...]
    page: int
    pages: int
    count: int
    chosen: Chosen
    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What the log can be narrowed down to: people and events with what they are called, and kinds of action."""

    people: tuple[tuple[int, str], ...]
    events: tuple[tuple[int, str], ...]
    actions: tuple[Action, ...]


async def refused(db: Database, person: int, permission: str, *, now: datetime) -> None:
    """Somebody tried what they had no right to. A step of the bot itself, no actor asks for it."""
    async with db.transaction() as tx:
        await audit.add(tx, person, Action.REFUSED, now=now, facts={"permission": permission})


async def show(db: Database, actor: Actor, chosen: Chosen, page: int, *, now: datetime) -> LogPage:
    """A page of the log, as far as the actor's roles reach. Looking at one person's doings is written down, too."""
    async with db.reading() as tx:
        wanted, code = await _wanted(tx, actor, chosen)
        count = await audit.count(tx, wanted)
        page, pages = find_page(page, count, PAGE)
        found = await audit.list_latest(tx, wanted, limit=PAGE, offset=page * PAGE)
        person = await people.get(tx, chosen.person) if chosen.person else None
    lines = tuple(Line(entry, _is_named(actor, entry)) for entry in found)
    if page == 0 and chosen.person not in (0, actor.id):
        async with db.transaction() as tx:
            await audit.add(tx, actor.id, Action.LOG_SEEN, subject=chosen.person, now=now)
    name = (person.name or person.first_name) if person and lines and lines[0].is_named else ""
    return LogPage(lines, page, pages, count, chosen, name, code)


async def choices(db: Database, actor: Actor, chosen: Chosen) -> Choices:
    """What the log can be narrowed down to further."""
    async with db.reading() as tx:
        wanted, _ = await _wanted(tx, actor, chosen)
        everybody = await audit.list_people(tx, wanted, limit=OFFERED)
        return Choices(
            tuple(everybody),
            tuple(await audit.list_events(tx, wanted, limit=OFFERED)),
            tuple(await audit.list_actions(tx, wanted)),
        )


async def export(db: Database, actor: Actor, chosen: Chosen, *, now: datetime) -> tuple[Line, ...]:
    """Everything of it, newest first; that somebody took it away is written down."""
    async with db.transaction() as tx:
        wanted, _ = await _wanted(tx, actor, chosen)
        found = await audit.list_latest(tx, wanted, limit=MOST)
        facts = {"entries": len(found)}
        await audit.add(
            tx, actor.id, Action.LOG_EXPORTED, event=wanted.event, subject=wanted.person, facts=facts, now=now
        )
    return tuple(Line(entry, _is_named(actor, entry)) for entry in found)


async def _wanted(tx: Reader, actor: Actor, chosen: Chosen) -> tuple[Wanted, str]:
    """The rows the actor may see of those chosen, and the event's code."""
    access.demand_somewhere(actor, Permission.SEE_LOG)
    event = await events.get(tx, chosen.event) if chosen.event else None
    if chosen.event and event is None:
        raise EventGone
    if event:
        access.demand(actor, Permission.SEE_LOG, project=event.plan.project)
    wanted = Wanted(
        person=chosen.person or None,
        event=chosen.event or None,
        action=Action(chosen.action) if chosen.action in set(Action) else None,
        within=_within(actor),
        reader=actor.id,
    )
    return wanted, event.plan.code if event else ""


def _within(actor: Actor) -> frozenset[str] | None:
    """The projects whose entries the actor sees, beside their own; None for all."""
    if access.is_allowed(actor, Permission.SEE_LOG):
        return None
    named = {grant.scope_key for grant in actor.grants if grant.scope is Scope.PROJECT}
    return frozenset(slug for slug in named if access.is_allowed(actor, Permission.SEE_LOG, project=slug))


def _is_named(actor: Actor, entry: Entry) -> bool:
    return entry.person == actor.id or access.is_allowed(actor, Permission.SEE_CONTACTS, project=entry.project)
