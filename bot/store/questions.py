"""What somebody asked last, so that a follow-up has a meaning."""

from datetime import datetime, timedelta

from bot.store.database import Reader, Transaction
from bot.store.rows import at, moment

REMEMBERED = timedelta(minutes=30)


async def get_last(tx: Reader, person: int, now: datetime) -> str | None:
    """The last question, None when it is too long ago to be meant."""
    row = await tx.one("SELECT question, at FROM follow_ups WHERE person_id = ?", [person])
    return row["question"] if row and now - at(row["at"]) <= REMEMBERED else None


async def remove_old(tx: Transaction, now: datetime) -> int:
    """Forget questions that are too long ago to be meant."""
    return await tx.execute("DELETE FROM follow_ups WHERE at < ?", [moment(now - REMEMBERED)])


async def set_last(tx: Transaction, person: int, question: str, now: datetime) -> None:
    """Remember a question in place of the one before."""
    await tx.execute(
        "INSERT OR REPLACE INTO follow_ups (person_id, question, at) VALUES (?, ?, ?)", [person, question, moment(now)]
    )
