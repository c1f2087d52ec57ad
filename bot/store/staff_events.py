"""The events somebody of the team runs."""

import json
from collections.abc import Collection
from datetime import datetime

from bot.domain.events import Event
from bot.store.database import Reader, Transaction
from bot.store.events import with_groups
from bot.store.rows import moment

_WHERE = "ends_at > :since AND (:projects IS NULL OR project IN (SELECT value FROM json_each(:projects)))"


async def count(tx: Reader, since: datetime, projects: Collection[str] | None) -> int:
    """How many events in whatever state end after ``since``; ``projects`` None is all of them."""
    found = await tx.one(f"SELECT count(*) AS n FROM events WHERE {_WHERE}", _values(since, projects))
    return int(found["n"]) if found else 0


async def list_page(
    tx: Reader, since: datetime, projects: Collection[str] | None, *, now: datetime, limit: int, offset: int
) -> list[Event]:
    """Those to come and under way first, by start; then the past ones, the latest first."""
    rows = await tx.all(
        f"""
        SELECT * FROM events WHERE {_WHERE}
        ORDER BY ends_at <= :now, CASE WHEN ends_at > :now THEN starts_at END, starts_at DESC, id
        LIMIT :limit OFFSET :offset
        """,
        {**_values(since, projects), "now": moment(now), "limit": limit, "offset": offset},
    )
    return [await with_groups(tx, row) for row in rows]


async def list_places(tx: Reader, *, limit: int) -> list[tuple[str, str, float | None, float | None]]:
    """Where events were lately, each place once: name, address, latitude, longitude."""
    rows = await tx.all(
        """
        SELECT place, address, max(latitude) AS latitude, max(longitude) AS longitude FROM events
        WHERE place <> '' AND is_sample = 0 GROUP BY place, address ORDER BY max(id) DESC LIMIT ?
        """,
        [limit],
    )
    return [(row["place"], row["address"], row["latitude"], row["longitude"]) for row in rows]


async def list_codes(tx: Reader, word: str) -> list[str]:
    """The codes that begin with a word and a hyphen."""
    rows = await tx.all("SELECT code FROM events WHERE code GLOB ? || '-*'", [word])
    return [row["code"] for row in rows]


async def list_all_codes(tx: Reader, projects: Collection[str] | None) -> dict[str, int]:
    """All codes with the ids of their events, the latest first; ``projects`` None is all of them."""
    rows = await tx.all(
        "SELECT code, id FROM events WHERE :projects IS NULL OR project IN (SELECT value FROM json_each(:projects)) "
        "ORDER BY starts_at DESC",
        {"projects": None if projects is None else json.dumps(sorted(projects))},
    )
    return {row["code"]: row["id"] for row in rows}


async def count_signups(tx: Reader, event: int) -> int:
    """How many people ever signed up for an event, whatever became of it."""
    found = await tx.one("SELECT count(*) AS n FROM signups WHERE event_id = ?", [event])
    return int(found["n"]) if found else 0


async def list_question_keys(tx: Reader, event: int) -> list[str]:
    """The keys of all questions the event ever asked."""
    rows = await tx.all(
        """
        SELECT DISTINCT json_extract(question.value, '$.key') AS key
        FROM form_versions, json_each(questions) AS question WHERE event_id = ?
        """,
        [event],
    )
    return [row["key"] for row in rows]


async def remove(tx: Transaction, event: int) -> None:
    """Delete an event for which nobody ever signed up."""
    await tx.execute("DELETE FROM outbox WHERE event_id = ?", [event])
    await tx.execute("DELETE FROM form_versions WHERE event_id = ?", [event])
    await tx.execute("DELETE FROM events WHERE id = ?", [event])


def _values(since: datetime, projects: Collection[str] | None) -> dict[str, object]:
    return {"since": moment(since), "projects": None if projects is None else json.dumps(sorted(projects))}
