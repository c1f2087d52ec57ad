"""Events and their groups."""

import json
from collections.abc import Sequence
from datetime import datetime

from bot.domain.events import Event, EventKind, EventState, Group, Plan
from bot.domain.localized import Localized
from bot.store.database import Reader, Row, Transaction
from bot.store.rows import at, dump, dump_fields, dump_localized, fields, localized, maybe_at, maybe_moment, moment


async def get(tx: Reader, event: int) -> Event | None:
    """The event with its groups, None when unknown."""
    row = await tx.one("SELECT * FROM events WHERE id = ?", [event])
    return await _with_groups(tx, row) if row else None


async def find(tx: Reader, code: str) -> Event | None:
    """The event by its code, whatever the case of the letters."""
    row = await tx.one("SELECT * FROM events WHERE code = ? COLLATE NOCASE", [code])
    return await _with_groups(tx, row) if row else None


async def list_upcoming(
    tx: Reader, now: datetime, *, until: datetime | None = None, project: str = "", limit: int = 100, offset: int = 0
) -> list[Event]:
    """Open events that have not ended, by start; ``until`` bounds the start, ``project`` is a slug."""
    rows = await tx.all(
        f"SELECT * FROM events WHERE {_UPCOMING} ORDER BY starts_at, id LIMIT :limit OFFSET :offset",
        {**_bounds(now, until, project), "limit": limit, "offset": offset},
    )
    return [await _with_groups(tx, row) for row in rows]


async def count_upcoming(tx: Reader, now: datetime, *, until: datetime | None = None, project: str = "") -> int:
    """How many events ``list_upcoming`` has without limit."""
    found = await tx.one(f"SELECT count(*) AS n FROM events WHERE {_UPCOMING}", _bounds(now, until, project))
    return found["n"] if found else 0


_UPCOMING = """
    state = 'open' AND ends_at > :now AND (:until IS NULL OR starts_at < :until)
    AND (:project = '' OR project = :project)
"""


def _bounds(now: datetime, until: datetime | None, project: str) -> dict[str, object]:
    return {"now": moment(now), "until": maybe_moment(until), "project": project}


async def add(tx: Transaction, plan: Plan, groups: Sequence[Group], now: datetime) -> int:
    """Add an open event; gives its id. ``Group.id`` is ignored."""
    values = {**_values(plan), "created_at": moment(now), "changed_at": moment(now)}
    event = await tx.insert(
        f"INSERT INTO events ({', '.join(values)}) VALUES ({', '.join(':' + name for name in values)})", values
    )
    await _set_groups(tx, event, groups)
    return event


async def change(tx: Transaction, event: Event, plan: Plan, groups: Sequence[Group], now: datetime) -> None:
    """Replace the plan of an event; its calendar file gets the next sequence number."""
    version = event.form_version + (plan.questions != event.plan.questions)
    values = {**_values(plan), "changed_at": moment(now), "sequence": event.sequence + 1, "form_version": version}
    changes = ", ".join(f"{name} = :{name}" for name in values)
    await tx.execute(f"UPDATE events SET {changes} WHERE id = :id", {**values, "id": event.id})
    await _set_groups(tx, event.id, groups)


async def set_state(tx: Transaction, event: int, state: EventState, now: datetime) -> None:
    """Open or call off; the calendar file gets the next sequence number."""
    await tx.execute(
        "UPDATE events SET state = ?, sequence = sequence + 1, changed_at = ? WHERE id = ?", [state, moment(now), event]
    )


async def used_groups(tx: Reader, event: int) -> frozenset[int]:
    """The groups somebody signed up for."""
    rows = await tx.all("SELECT DISTINCT group_id FROM signups WHERE event_id = ? AND group_id IS NOT NULL", [event])
    return frozenset(row["group_id"] for row in rows)


async def _set_groups(tx: Transaction, event: int, groups: Sequence[Group]) -> None:
    for position, group in enumerate(groups):
        await tx.execute(
            """
            INSERT INTO event_groups (event_id, position, name, seats, minimum) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (event_id, position) DO UPDATE SET
                name = excluded.name, seats = excluded.seats, minimum = excluded.minimum
            """,
            [event, position, dump_localized(group.name), group.seats, group.minimum],
        )
    await tx.execute(
        """
        DELETE FROM event_groups WHERE event_id = ? AND position >= ?
        AND NOT EXISTS (SELECT 1 FROM signups WHERE group_id = event_groups.id)
        """,
        [event, len(groups)],
    )


async def _with_groups(tx: Reader, row: Row) -> Event:
    groups = await tx.all("SELECT * FROM event_groups WHERE event_id = ? ORDER BY position", [row["id"]])
    return Event(
        id=row["id"],
        plan=_plan(row),
        state=EventState(row["state"]),
        groups=tuple(Group(g["id"], Localized(json.loads(g["name"])), g["seats"], g["minimum"]) for g in groups),
        sequence=row["sequence"],
        form_version=row["form_version"],
    )


def _values(plan: Plan) -> dict[str, object]:
    return {
        **{name: getattr(plan, name) for name in _PLAIN},
        "title": dump_localized(plan.title),
        "description": dump_localized(plan.description),
        "accessibility": dump_localized(plan.accessibility),
        "starts_at": moment(plan.starts_at),
        "ends_at": moment(plan.ends_at),
        "opens_at": maybe_moment(plan.opens_at),
        "closes_at": maybe_moment(plan.closes_at),
        "cancel_until": maybe_moment(plan.cancel_until),
        "languages": dump(plan.languages),
        "reminders": dump(plan.reminders),
        "questions": dump_fields(plan.questions),
        "approval": int(plan.approval),
        "is_sample": int(plan.is_sample),
    }


_PLAIN = (
    *("code", "project", "kind", "place", "address", "latitude", "longitude", "online_link"),
    *("seats", "minimum", "companions"),
)


def _plan(row: Row) -> Plan:
    plain = {name: row[name] for name in _PLAIN}
    return Plan(
        **{**plain, "kind": EventKind(row["kind"])},
        title=Localized(json.loads(row["title"])),
        description=localized(row["description"]),
        accessibility=localized(row["accessibility"]),
        starts_at=at(row["starts_at"]),
        ends_at=at(row["ends_at"]),
        opens_at=maybe_at(row["opens_at"]),
        closes_at=maybe_at(row["closes_at"]),
        cancel_until=maybe_at(row["cancel_until"]),
        languages=tuple(json.loads(row["languages"])),
        reminders=tuple(json.loads(row["reminders"])),
        questions=fields(row["questions"]),
        approval=bool(row["approval"]),
        is_sample=bool(row["is_sample"]),
    )
