"""Updates already seen: Telegram may deliver one twice."""

from datetime import datetime, timedelta

from bot.store.database import Database, Reader, Transaction
from bot.store.rows import moment

KEPT = timedelta(days=2)
"""Telegram keeps undelivered updates for 24 hours."""


async def is_known(tx: Reader, update_id: int, fingerprint: int) -> bool:
    """Whether an update was noted before."""
    sql = "SELECT 1 FROM seen_updates WHERE update_id = ? AND fingerprint = ?"
    return await tx.value(sql, [update_id, fingerprint]) is not None


def note(db: Database, update_id: int, fingerprint: int, now: datetime) -> None:
    """Note an update together with whatever is written next: with all that it may cause."""
    db.write_along(
        "INSERT OR IGNORE INTO seen_updates (update_id, fingerprint, at) VALUES (?, ?, ?)",
        (update_id, fingerprint, moment(now)),
    )


async def remove_old(tx: Transaction, now: datetime) -> int:
    """Forget updates Telegram cannot deliver any more."""
    return await tx.execute("DELETE FROM seen_updates WHERE at < ?", [moment(now - KEPT)])
