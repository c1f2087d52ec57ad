"""Updates already seen: Telegram may deliver one twice."""

from datetime import datetime, timedelta

from bot.store.database import Transaction
from bot.store.rows import moment

KEPT = timedelta(days=2)
"""Telegram keeps undelivered updates for 24 hours."""


async def add(tx: Transaction, update_id: int, fingerprint: int, now: datetime) -> bool:
    """Note an update; False when it was noted before."""
    return bool(
        await tx.execute(
            "INSERT OR IGNORE INTO seen_updates (update_id, fingerprint, at) VALUES (?, ?, ?)",
            [update_id, fingerprint, moment(now)],
        )
    )


async def remove_old(tx: Transaction, now: datetime) -> int:
    """Forget updates Telegram cannot deliver any more."""
    return await tx.execute("DELETE FROM seen_updates WHERE at < ?", [moment(now - KEPT)])
