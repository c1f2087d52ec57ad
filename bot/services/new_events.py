"""New events: made in one short conversation, or as a copy of an earlier one; each begins as a draft."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.events import Event, EventKind, EventState, Plan
from bot.domain.forms import Draft, Value
from bot.domain.localized import polish
from bot.domain.people import Actor
from bot.services import changes, dialogs, event_checks, event_editing, lists
from bot.services.dialogs import Setting, Step
from bot.services.event_fields import NONE, ahead, choice, moved, number, own, refused_at, where, where_fields
from bot.services.event_reading import aware, wall
from bot.store import audit, events, staff_events
from bot.store import dialogs as drafts
from bot.store.database import Database, Reader, Transaction
from bot.store.folding import fold

NEW = "new_event"
COPY = "copy_event"
LENGTHS = ("1 h", "1,5 h", "2 h", "3 h")
SATURDAY = 5
LONGEST_WORD = 16
"""Letters of a code before its number."""


async def begin(db: Database, actor: Actor, project: str, *, now: datetime) -> Step:
    """Begin to describe a new event of a project, or go on where it was left."""
    access.demand(actor, Permission.MANAGE_EVENTS, project=project)
    async with db.transaction() as tx:
        draft = Draft(NEW, 1, 0, "", {"_project": project})
        earlier = await drafts.get(tx, actor.id)
        if earlier and earlier.form == NEW and earlier.answers.get("_project") == project:
            return await dialogs.begin(tx, actor, draft, now=now)
        return await dialogs.restart(tx, actor, draft, now=now)


async def begin_copy(db: Database, actor: Actor, event: int, *, now: datetime) -> Step:
    """Begin to copy an event: only the new date is asked."""
    async with db.transaction() as tx:
        await lists.event_for(tx, actor, event, Permission.MANAGE_EVENTS)
        return await dialogs.restart(tx, actor, Draft(COPY, 1, event, ""), now=now)


async def new_code(tx: Reader, title: str, kind: str) -> str:
    """A code that is short and can be read: the first word of the title with the next number, ``forum-3``."""
    words = re.findall(r"[a-z0-9]{3,}", re.sub(r"[^a-z0-9]+", " ", fold(title)))
    word = (next((one for one in words if not one.isdecimal()), "") or kind)[:LONGEST_WORD]
    found = (re.fullmatch(rf"{word}-(\d{{1,6}})", code) for code in await staff_events.list_codes(tx, word))
    return f"{word}-{max((int(one[1]) for one in found if one), default=0) + 1}"


class _New:
    """Describing a new event, with what nearly every event needs; the rest has defaults and can be changed."""

    name = NEW

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:
        access.demand(actor, Permission.MANAGE_EVENTS, project=str(draft.answers.get("_project", "")))
        fields = (
            choice("edit_kind", *EventKind),
            own("edit_title"),
            own("edit_when", *sorted({*ahead(now, 1, 7, 14), *_saturday(now)})),
            own("edit_end", *LENGTHS, follows="edit_when"),
            *where_fields(await event_editing.places(tx)),
            own("edit_seats", "10", "15", "20", "30", NONE),
        )
        return Setting(None, fields, 1, has_summary=False, refused_at=refused_at)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:  # noqa: ARG002
        given: Mapping[str, Value] = draft.answers
        title, kind = str(given["edit_title"]), tuple(EventKind)[int(str(given["edit_kind"]))]
        starts, ends = (aware(given[key], now).astimezone(UTC) for key in ("edit_when", "edit_end"))
        plan = Plan(
            code=await new_code(tx, title, kind),
            project=str(given["_project"]),
            kind=kind,
            title=polish(title),
            starts_at=starts,
            ends_at=ends,
            seats=number(given["edit_seats"]),
            shortage_notice="3d",
        )
        return await _add(tx, actor, changes.Draft(where(plan, given)), now)


class _Copy:
    """Copying an event to another date; the subject is the earlier event."""

    name = COPY

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:
        event = await lists.event_for(tx, actor, draft.subject, Permission.MANAGE_EVENTS)
        about = await event_editing.editing(tx, event, now)
        asked = (own("copy_when", *_next_weeks(event, now)),)
        return Setting(about, asked, 1, has_summary=False, refused_at=refused_at)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:
        event = event_editing.about(setting).event
        first = datetime.fromisoformat(str(draft.answers["copy_when"]))
        span = first - datetime.fromisoformat(wall(event.plan.starts_at, now))
        title = event.plan.title.in_("pl")
        plan = replace(_later(event.plan, span, now), code=await new_code(tx, title, event.plan.kind), is_sample=False)
        sessions = tuple(
            replace(one, id=0, starts_at=_shifted(one.starts_at, span, now), ends_at=_shifted(one.ends_at, span, now))
            for one in event.sessions
        )
        groups = tuple(replace(one, id=0, is_released=False) for one in event.groups)
        return await _add(tx, actor, changes.Draft(plan, groups, sessions), now)


def _later(plan: Plan, span: timedelta, now: datetime) -> Plan:
    """The plan some days later; a sign-up that would open in the past is open at once."""
    shifted = replace(moved(plan, span, now), ends_at=_shifted(plan.ends_at, span, now))
    return replace(shifted, opens_at=shifted.opens_at if shifted.opens_at and shifted.opens_at > now else None)


def _shifted(moment: datetime, span: timedelta, now: datetime) -> datetime:
    local = datetime.fromisoformat(wall(moment, now)) + span
    return aware(local.isoformat(), now).astimezone(UTC)


def _saturday(now: datetime) -> tuple[str, ...]:
    return ahead(now, (SATURDAY - now.weekday() - 1) % 7 + 1, hour=10)


def _next_weeks(event: Event, now: datetime) -> tuple[str, ...]:
    """The same weekday and hour, the next times after the event and after now."""
    local = datetime.fromisoformat(wall(event.plan.starts_at, now))
    weeks = max(1, -((local - now.replace(tzinfo=None)) // timedelta(weeks=1)))
    return tuple((local + timedelta(weeks=weeks + each)).isoformat(timespec="minutes") for each in (0, 1, 3))


async def _add(tx: Transaction, actor: Actor, draft: changes.Draft, now: datetime) -> int:
    event_checks.check(draft, now)
    event = await events.add(tx, draft.plan, draft.groups, draft.sessions, now=now, state=EventState.DRAFT)
    await audit.add(tx, actor.id, Action.EVENT_ADDED, event=event, project=draft.plan.project, now=now)
    return event


dialogs.register(_New())
dialogs.register(_Copy())
