"""The call list: one entry for a person and an event, however many messages failed."""

import json
from collections.abc import Collection
from datetime import datetime

from bot.domain import notices
from bot.domain.calls import Call
from bot.store import events
from bot.store.database import Reader, Row, Transaction
from bot.store.rows import at, maybe_at, moment

_FROM = """
    FROM calls JOIN outbox ON outbox.id = calls.outbox_id JOIN people ON people.id = calls.person_id
    LEFT JOIN events ON events.id = outbox.event_id
    LEFT JOIN signups ON signups.event_id = outbox.event_id AND signups.person_id = calls.person_id
    LEFT JOIN people AS caller ON caller.id = calls.called_by
"""
_SELECT = f"""
    SELECT calls.*, outbox.event_id, outbox.kind, outbox.facts, caller.first_name AS caller,
           coalesce(nullif(signups.name, ''), people.name, people.first_name) AS name,
           coalesce(signups.phone, people.phone) AS phone
    {_FROM}
"""
_IS_OPEN = "(calls.called_at IS NULL AND (events.ends_at IS NULL OR events.ends_at > :now))"
_REACHED = f"""
    (:projects IS NULL OR events.project IN (SELECT value FROM json_each(:projects)))
    AND {_IS_OPEN} = :open
    AND calls.id IN (SELECT max(calls.id) FROM calls JOIN outbox ON outbox.id = calls.outbox_id
                     GROUP BY calls.person_id, outbox.event_id, calls.called_at IS NULL)
"""


async def get(tx: Reader, call: int) -> Call | None:
    """The entry, None when there is none (any more)."""
    row = await tx.one(f"{_SELECT} WHERE calls.id = ?", [call])
    return await _call(tx, row) if row else None


async def list_page(
    tx: Reader, projects: Collection[str] | None, *, is_open: bool, limit: int, offset: int, now: datetime
) -> list[Call]:
    """Entries of events of ``projects`` (None: all), whoever waits longest first; closed ones the newest first."""
    order = "ASC" if is_open else "DESC"
    rows = await tx.all(
        f"{_SELECT} WHERE {_REACHED} ORDER BY calls.created_at {order}, calls.id {order} LIMIT :limit OFFSET :offset",
        {**_reached(projects, is_open, now), "limit": limit, "offset": offset},
    )
    return [await _call(tx, row) for row in rows]


async def count(tx: Reader, projects: Collection[str] | None, *, is_open: bool, now: datetime) -> int:
    """How many entries there are."""
    row = await tx.one(f"SELECT count(*) AS n {_FROM} WHERE {_REACHED}", _reached(projects, is_open, now))
    return int(row["n"]) if row else 0


async def set_called(tx: Transaction, call: Call, by: int, now: datetime) -> None:
    """The person was called: about all that failed to reach them on this event."""
    await tx.execute(
        """
        UPDATE calls SET called_at = ?, called_by = ? WHERE person_id = ? AND called_at IS NULL
        AND outbox_id IN (SELECT id FROM outbox WHERE event_id IS ?)
        """,
        [moment(now), by, call.person, call.event.id if call.event else None],
    )


async def remove_open(tx: Transaction, event: int, person: int, kind: str) -> None:
    """Nobody needs to call about messages of this kind any more."""
    await tx.execute(
        """
        DELETE FROM calls WHERE person_id = ? AND called_at IS NULL
        AND outbox_id IN (SELECT id FROM outbox WHERE event_id = ? AND kind = ?)
        """,
        [person, event, kind],
    )


async def set_open(tx: Transaction, call: int) -> None:
    """The person was not called after all."""
    await tx.execute("UPDATE calls SET called_at = NULL, called_by = NULL WHERE id = ?", [call])


async def set_note(tx: Transaction, call: int, note: str) -> None:
    """What the caller wants to remember."""
    await tx.execute("UPDATE calls SET note = ? WHERE id = ?", [note, call])


def _reached(projects: Collection[str] | None, is_open: bool, now: datetime) -> dict[str, object]:
    return {
        "projects": None if projects is None else json.dumps(sorted(projects)),
        "open": int(is_open),
        "now": moment(now),
    }


async def _call(tx: Reader, row: Row) -> Call:
    return Call(
        id=row["id"],
        person=row["person_id"],
        name=row["name"],
        phone=row["phone"],
        event=await events.get(tx, row["event_id"]) if row["event_id"] is not None else None,
        notice=notices.load(row["kind"], json.loads(row["facts"])),
        reason=row["reason"],
        created_at=at(row["created_at"]),
        called_at=maybe_at(row["called_at"]),
        caller=row["caller"] or "",
        note=row["note"] or "",
    )
