"""What the team changes about one sign-up: its group, its place in the queue."""

from datetime import datetime

from bot.domain.signups import State
from bot.store import signups
from bot.store.database import Transaction
from bot.store.rows import moment


async def set_group(tx: Transaction, signup: int, group: int, now: datetime) -> None:
    """Another group; the place in the queue stays."""
    await tx.execute("UPDATE signups SET group_id = ?, changed_at = ? WHERE id = ?", [group, moment(now), signup])


async def set_waiting(tx: Transaction, signup: int, queue: int | None, now: datetime) -> None:
    """Into the queue: at a place given up earlier when it is still free, else at the end."""
    await signups.set_state(tx, signup, State.WAITING, now)
    await tx.execute(
        """
        UPDATE OR IGNORE signups SET queue = :queue WHERE id = :id AND :queue IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM signups AS others WHERE others.event_id = signups.event_id AND others.id <> :id
                AND (others.queue = :queue OR others.left_queue = :queue))
        """,
        {"queue": queue, "id": signup},
    )
