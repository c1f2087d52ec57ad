"""Counting for pictures."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.domain.events import Event
from bot.store.database import Reader
from bot.store.events import with_groups
from bot.store.rows import at, moment
from bot.store.signup_states import SEATED_STATES

_REACHED = """(:projects IS NULL OR project IN (SELECT value FROM json_each(:projects)))
    AND (:event IS NULL OR events.id = :event) AND events.state <> 'draft'"""
LATEST = 12
"""Events that are compared in one picture."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What is counted: ``projects`` None is all of them, ``event`` None every event of theirs."""

    projects: Collection[str] | None
    event: int | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """How many had a seat at an event or at a ``session`` of it, and how many of them came."""

    seated: int
    there: int
    session: int | None = None


async def list_signed_up(tx: Reader, reached: Reached) -> list[datetime]:
    """When people signed up, each sign-up that was not cancelled once."""
    rows = await tx.all(
        f"""
        SELECT signups.created_at FROM signups JOIN events ON events.id = event_id
        WHERE {_REACHED} AND signups.state NOT IN ('cancelled', 'rejected')
        """,
        _values(reached),
    )
    return [at(row["created_at"]) for row in rows]


async def list_with_groups(tx: Reader, reached: Reached, now: datetime) -> list[Event]:
    """Open events with groups that have not ended, by start."""
    rows = await tx.all(
        f"""
        SELECT * FROM events WHERE {_REACHED} AND state = 'open' AND ends_at > :now
            AND EXISTS (SELECT 1 FROM event_groups WHERE event_id = events.id)
        ORDER BY starts_at, id LIMIT {LATEST}
        """,
        {**_values(reached), "now": moment(now)},
    )
    return [await with_groups(tx, row) for row in rows]


async def count_by_group(tx: Reader, reached: Reached) -> dict[int, int]:
    """People with a seat by group, companions included."""
    rows = await tx.all(
        f"""
        SELECT group_id, total(1 + signups.companions) AS n FROM signups JOIN events ON events.id = event_id
        WHERE {_REACHED} AND group_id IS NOT NULL AND signups.state IN {SEATED_STATES} GROUP BY group_id
        """,
        _values(reached),
    )
    return {row["group_id"]: int(row["n"]) for row in rows}


async def list_came(tx: Reader, reached: Reached, now: datetime) -> list[tuple[Event, Came]]:
    """The latest events and sessions of courses where attendance was taken, oldest first."""
    rows = await tx.all(
        f"""
        SELECT events.*, held.id AS session_id, sum(signups.state IN {SEATED_STATES}) AS seated,
            sum(attendance.id IS NOT NULL OR (held.id IS NULL AND signups.state = 'attended')) AS came
        FROM events LEFT JOIN event_sessions AS held ON held.event_id = events.id
            JOIN signups ON signups.event_id = events.id AND (held.id IS NULL OR signups.sessions IS NULL
                OR held.id IN (SELECT value FROM json_each(signups.sessions)))
            LEFT JOIN attendance ON attendance.signup_id = signups.id AND attendance.session_id IS held.id
        WHERE {_REACHED} AND coalesce(held.starts_at, events.starts_at) <= :now
        GROUP BY events.id, held.id HAVING came > 0
        ORDER BY coalesce(held.starts_at, events.starts_at) DESC, events.id DESC LIMIT {LATEST}
        """,
        {**_values(reached), "now": moment(now)},
    )
    came = [Came(row["seated"], row["came"], row["session_id"]) for row in reversed(rows)]
    return list(zip([await with_groups(tx, row) for row in reversed(rows)], came, strict=True))


async def count_sources(tx: Reader, reached: Reached) -> dict[str, int]:
    """People by the poster or channel their sign-up, or else their first visit, came from; the most first."""
    rows = await tx.all(
        f"""
        SELECT coalesce(signups.source, people.source) AS source, count(DISTINCT person_id) AS n
        FROM signups JOIN events ON events.id = event_id JOIN people ON people.id = person_id
        WHERE {_REACHED} AND coalesce(signups.source, people.source, '') <> '' GROUP BY 1 ORDER BY n DESC, source
        """,
        _values(reached),
    )
    return {row["source"]: row["n"] for row in rows}


def _values(reached: Reached) -> dict[str, object]:
    projects = None if reached.projects is None else json.dumps(sorted(reached.projects))
    return {"projects": projects, "event": reached.event}
