"""Events and their groups."""

import json
from collections.abc import Sequence
from datetime import datetime

from bot.domain.events import Event, EventKind, EventState, Group, Plan, Session
from bot.domain.localized import Localized
from bot.store import form_versions
from bot.store.database import Reader, Row, Transaction
from bot.store.rows import at, dump, dump_fields, dump_localized, fields, localized, maybe_at, maybe_moment, moment
from bot.store.signup_states import ACTIVE_STATES


async def get(tx: Reader, event: int) -> Event | None:
    """The event with its groups, None when unknown."""
    row = await tx.one("SELECT * FROM events WHERE id = ?", [event])
    return await with_groups(tx, row) if row else None


async def find(tx: Reader, code: str) -> Event | None:
    """The event by its code, whatever the case of the letters."""
    row = await tx.one("SELECT * FROM events WHERE code = ? COLLATE NOCASE", [code])
    return await with_groups(tx, row) if row else None


async def list_upcoming(
    tx: Reader, now: datetime, *, until: datetime | None = None, project: str = "", limit: int = 100, offset: int = 0
) -> list[Event]:
    """Open events that have not ended, by start; ``until`` bounds the start, ``project`` is a slug."""
    rows = await tx.all(
        f"SELECT * FROM events WHERE {_UPCOMING} ORDER BY starts_at, id LIMIT :limit OFFSET :offset",
        {**_bounds(now, until, project), "limit": limit, "offset": offset},
    )
    return [await with_groups(tx, row) for row in rows]


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


async def list_overlapping(tx: Reader, event: Event, person: int) -> list[Event]:
    """Other open events at the same time that the person wants to come to, by start."""
    rows = await tx.all(
        f"""
        SELECT events.* FROM signups JOIN events ON events.id = event_id
        WHERE person_id = ? AND events.id <> ? AND starts_at < ? AND ends_at > ? AND events.state = 'open'
            AND signups.state IN {ACTIVE_STATES}
        ORDER BY starts_at, events.id
        """,
        [person, event.id, moment(event.plan.ends_at), moment(event.plan.starts_at)],
    )
    return [await with_groups(tx, row) for row in rows]


async def add(
    tx: Transaction,
    plan: Plan,
    groups: Sequence[Group],
    sessions: Sequence[Session] = (),
    *,
    now: datetime,
    state: EventState = EventState.OPEN,
) -> int:
    """Add an event; gives its id. Groups and sessions get ids of their own."""
    values = {**_values(plan), "state": state, "created_at": moment(now), "changed_at": moment(now)}
    event = await tx.insert(
        f"INSERT INTO events ({', '.join(values)}) VALUES ({', '.join(':' + name for name in values)})", values
    )
    await _set_groups(tx, event, plan.project, groups)
    await _set_sessions(tx, event, sessions)
    await form_versions.keep(tx, event, 1, plan)
    return event


async def change(
    tx: Transaction,
    event: Event,
    plan: Plan,
    groups: Sequence[Group],
    sessions: Sequence[Session] = (),
    *,
    now: datetime,
) -> None:
    """Replace the plan of an event; its calendar file gets the next sequence number.

    Groups and sessions with an id keep their row, wherever they stand; without ids the place in the row counts.
    """
    version = event.form_version + (_form(plan) != _form(event.plan))
    values = {**_values(plan), "changed_at": moment(now), "sequence": event.sequence + 1, "form_version": version}
    changes = ", ".join(f"{name} = :{name}" for name in values)
    await tx.execute(f"UPDATE events SET {changes} WHERE id = :id", {**values, "id": event.id})
    await _set_groups(tx, event.id, plan.project, groups)
    await _set_sessions(tx, event.id, sessions)
    await form_versions.keep(tx, event.id, version, plan)


def _form(plan: Plan) -> tuple[object, ...]:
    """What a sign-up asks because of the event; another one is another version of the form."""
    return plan.questions, plan.asks_organisation, plan.companions > 0


async def set_state(tx: Transaction, event: int, state: EventState, now: datetime) -> None:
    """Open or call off; the calendar file gets the next sequence number."""
    await tx.execute(
        "UPDATE events SET state = ?, sequence = sequence + 1, changed_at = ? WHERE id = ?", [state, moment(now), event]
    )


async def list_with_rules(tx: Reader, now: datetime) -> list[Event]:
    """Open events before their start for which time alone may bring something about."""
    rows = await tx.all(
        """
        SELECT * FROM events WHERE state = 'open' AND starts_at > :now AND (
            release_groups_at <= :now OR release_unconfirmed <> ''
            OR (shortage_notice <> '' AND shortage_told_for IS NOT starts_at))
        ORDER BY starts_at, id
        """,
        {"now": moment(now)},
    )
    return [await with_groups(tx, row) for row in rows]


async def tell_short(tx: Transaction, event: int) -> bool:
    """Note that the team is told of a shortage; False when it was for this date already."""
    return bool(
        await tx.execute(
            "UPDATE events SET shortage_told_for = starts_at WHERE id = ? AND shortage_told_for IS NOT starts_at",
            [event],
        )
    )


async def used_groups(tx: Reader, event: int) -> frozenset[int]:
    """The groups somebody signed up for."""
    rows = await tx.all("SELECT DISTINCT group_id FROM signups WHERE event_id = ? AND group_id IS NOT NULL", [event])
    return frozenset(row["group_id"] for row in rows)


async def _arrange(tx: Transaction, table: str, event: int, ids: Sequence[int]) -> None:
    """Put the rows of these ids into this order, the others behind them, so that each stays itself."""
    if not any(ids):
        return
    await tx.execute(f"UPDATE {table} SET position = position + {BEHIND} WHERE event_id = ?", [event])
    for position, number in enumerate(ids):
        await tx.execute(f"UPDATE {table} SET position = ? WHERE id = ? AND event_id = ?", [position, number, event])


BEHIND = 1000
"""More than any event has groups or sessions."""


async def _set_groups(tx: Transaction, event: int, project: str, groups: Sequence[Group]) -> None:
    await _arrange(tx, "event_groups", event, [group.id for group in groups])
    for position, group in enumerate(groups):
        await tx.execute(
            """
            INSERT INTO event_groups (event_id, position, name, seats, minimum, quota_id)
            VALUES (?, ?, ?, ?, ?, (SELECT id FROM quotas WHERE project = ? AND key = ?))
            ON CONFLICT (event_id, position) DO UPDATE SET
                name = excluded.name, seats = excluded.seats, minimum = excluded.minimum, quota_id = excluded.quota_id
            """,
            [event, position, dump_localized(group.name), group.seats, group.minimum, project, group.quota],
        )
    await tx.execute(
        """
        DELETE FROM event_groups WHERE event_id = ? AND position >= ?
        AND NOT EXISTS (SELECT 1 FROM signups WHERE group_id = event_groups.id)
        """,
        [event, len(groups)],
    )


async def _set_sessions(tx: Transaction, event: int, sessions: Sequence[Session]) -> None:
    await _arrange(tx, "event_sessions", event, [one.id for one in sessions])
    for position, one in enumerate(sessions):
        await tx.execute(
            """
            INSERT INTO event_sessions (event_id, position, title, starts_at, ends_at, place, address)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (event_id, position) DO UPDATE SET
                title = excluded.title, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                place = excluded.place, address = excluded.address
            """,
            [event, position, dump_localized(one.title), moment(one.starts_at), moment(one.ends_at)]
            + [one.place, one.address],
        )
    await tx.execute(
        """
        DELETE FROM event_sessions WHERE event_id = ? AND position >= ?
        AND NOT EXISTS (SELECT 1 FROM attendance WHERE session_id = event_sessions.id)
        """,
        [event, len(sessions)],
    )


async def with_groups(tx: Reader, row: Row) -> Event:
    """The event of a row, with its groups and sessions."""
    groups = await tx.all(
        """
        SELECT event_groups.*, quotas.key AS quota FROM event_groups LEFT JOIN quotas ON quotas.id = quota_id
        WHERE event_id = ? ORDER BY position
        """,
        [row["id"]],
    )
    sessions = await tx.all("SELECT * FROM event_sessions WHERE event_id = ? ORDER BY starts_at, id", [row["id"]])
    return Event(
        id=row["id"],
        plan=_plan(row),
        state=EventState(row["state"]),
        groups=tuple(_group(one) for one in groups),
        sessions=tuple(_session(one) for one in sessions),
        sequence=row["sequence"],
        form_version=row["form_version"],
    )


def _group(row: Row) -> Group:
    name = Localized(json.loads(row["name"]))
    return Group(row["id"], name, row["seats"], row["minimum"], row["quota"] or "", bool(row["is_released"]))


def _session(row: Row) -> Session:
    moments = at(row["starts_at"]), at(row["ends_at"])
    return Session(row["id"], *moments, localized(row["title"]), row["place"], row["address"])


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
        "decide_by": maybe_moment(plan.decide_by),
        "release_groups_at": maybe_moment(plan.release_groups_at),
        "asks_organisation": int(plan.asks_organisation),
        "has_single_sessions": int(plan.has_single_sessions),
        "languages": dump(plan.languages),
        "reminders": dump(plan.reminders),
        "questions": dump_fields(plan.questions),
        "approval": int(plan.approval),
        "is_sample": int(plan.is_sample),
    }


_PLAIN = (
    *("code", "project", "kind", "place", "address", "latitude", "longitude", "online_link"),
    *("seats", "minimum", "companions", "queue_limit", "organisation_seats"),
    *("after_event", "not_after_event", "release_unconfirmed", "shortage_notice"),
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
        decide_by=maybe_at(row["decide_by"]),
        release_groups_at=maybe_at(row["release_groups_at"]),
        asks_organisation=bool(row["asks_organisation"]),
        has_single_sessions=bool(row["has_single_sessions"]),
        languages=tuple(json.loads(row["languages"])),
        reminders=tuple(json.loads(row["reminders"])),
        questions=fields(row["questions"]),
        approval=bool(row["approval"]),
        is_sample=bool(row["is_sample"]),
    )
