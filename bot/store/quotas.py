"""Quotas: groups whose unfilled seats are anybody's, and limits over all events of a project."""

from bot.domain.events import Event, Quota
from bot.store.database import Reader, Transaction
from bot.store.events import with_groups


async def set(tx: Transaction, quota: Quota) -> bool:
    """Add or change a quota over a project's events; False when it was the same already."""
    return bool(
        await tx.execute(
            """
            INSERT INTO quotas (project, key, seats, minimum) VALUES (?, ?, ?, ?)
            ON CONFLICT (project, key) DO UPDATE SET seats = excluded.seats, minimum = excluded.minimum
            WHERE seats IS NOT excluded.seats OR minimum <> excluded.minimum
            """,
            [quota.project, quota.key, quota.seats, quota.minimum],
        )
    )


async def list_events(tx: Reader, quota: Quota) -> list[Event]:
    """Open events with a group that counts towards the quota, by start."""
    rows = await tx.all(
        """
        SELECT DISTINCT events.* FROM quotas JOIN event_groups ON quota_id = quotas.id
        JOIN events ON events.id = event_id
        WHERE quotas.project = ? AND quotas.key = ? AND state = 'open' ORDER BY starts_at, events.id
        """,
        [quota.project, quota.key],
    )
    return [await with_groups(tx, row) for row in rows]


async def set_released(tx: Transaction, group: int, released: bool) -> None:
    """Whether the unfilled seats of a group are anybody's."""
    await tx.execute("UPDATE event_groups SET is_released = ? WHERE id = ?", [int(released), group])


async def list_sharing(tx: Reader, event: int) -> list[Event]:
    """Other open events with groups that count towards a quota of this one's, by start."""
    rows = await tx.all(
        """
        SELECT DISTINCT events.* FROM event_groups AS own
        JOIN event_groups AS others ON others.quota_id = own.quota_id AND others.event_id <> own.event_id
        JOIN events ON events.id = others.event_id
        WHERE own.event_id = ? AND events.state = 'open' ORDER BY events.starts_at, events.id
        """,
        [event],
    )
    return [await with_groups(tx, row) for row in rows]
