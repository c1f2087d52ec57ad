"""What each of the team wants to be told, and the digests that gather until morning."""

import json
from collections.abc import Mapping
from datetime import datetime

from bot.domain.staff_notices import How, StaffDigest, Topic
from bot.store import outbox
from bot.store.database import Reader, Transaction
from bot.store.rows import dump


async def list_members(tx: Reader) -> list[int]:
    """Everybody who holds a role and can be written to."""
    rows = await tx.all(
        """
        SELECT id FROM people WHERE telegram_id IS NOT NULL AND id IN (SELECT person_id FROM roles) ORDER BY id
        """
    )
    return [row["id"] for row in rows]


async def get_choices(tx: Reader, person: int) -> dict[Topic, How]:
    """What the person chose; a topic that is missing was never chosen."""
    rows = await tx.all("SELECT kind, how FROM staff_notices WHERE person_id = ?", [person])
    return {Topic(row["kind"]): How(row["how"]) for row in rows}


async def set_choice(tx: Transaction, person: int, topic: Topic, how: How) -> None:
    """Keep what the person chose."""
    await tx.execute(
        "INSERT OR REPLACE INTO staff_notices (person_id, kind, how) VALUES (?, ?, ?)", [person, topic, how]
    )


async def add_to_digest(
    tx: Transaction, person: int, item: Mapping[str, object], *, due_at: datetime, now: datetime
) -> None:
    """Put an item into the digest due at ``due_at``; one whose ``key`` stands in any digest stays there."""
    if await _is_told(tx, person, item["key"]):
        return
    key = f"digest:{person}:{due_at.isoformat()}"
    row = await tx.one("SELECT id, facts FROM outbox WHERE key = ?", [key])
    if row is None:
        await outbox.add(
            tx, key, person, StaffDigest([dict(item)]), event=None, due_at=due_at, useful_until=None, now=now
        )
        return
    items = [*json.loads(row["facts"])["items"], dict(item)]
    await tx.execute("UPDATE outbox SET facts = ? WHERE id = ?", [dump({"items": items}), row["id"]])


async def _is_told(tx: Reader, person: int, key: object) -> bool:
    return bool(
        await tx.value(
            """
            SELECT 1 FROM outbox, json_each(outbox.facts, '$.items') AS item
            WHERE person_id = ? AND kind = ? AND json_extract(item.value, '$.key') = ?
            """,
            [person, StaffDigest.kind, key],
        )
    )
