"""Links that pass a place on, of whose tokens only the hash is kept, and the passing itself."""

from datetime import datetime

from bot.domain.hand_overs import HandOver
from bot.store.database import Reader, Row, Transaction
from bot.store.folding import fold
from bot.store.rows import at, moment


async def add(tx: Transaction, hashed: str, signup: int, by: int, *, expires_at: datetime, now: datetime) -> int:
    """Keep a link; earlier ones for the same sign-up are void. Gives its id."""
    await tx.execute("DELETE FROM hand_overs WHERE signup_id = ? AND used_at IS NULL", [signup])
    return await tx.insert(
        "INSERT INTO hand_overs (hash, signup_id, by_person, created_at, expires_at) VALUES (?, ?, ?, ?, ?)",
        [hashed, signup, by, moment(now), moment(expires_at)],
    )


async def get(tx: Reader, number: int) -> HandOver | None:
    """The link with this id."""
    row = await tx.one("SELECT * FROM hand_overs WHERE id = ?", [number])
    return _hand_over(row) if row else None


async def find(tx: Reader, hashed: str) -> HandOver | None:
    """The link whose token has this hash."""
    row = await tx.one("SELECT * FROM hand_overs WHERE hash = ?", [hashed])
    return _hand_over(row) if row else None


async def use(tx: Transaction, number: int, now: datetime) -> None:
    """Note that somebody took the place."""
    await tx.execute("UPDATE hand_overs SET used_at = ? WHERE id = ?", [moment(now), number])


async def pass_on(tx: Transaction, event: int, signup: int, person: int, now: datetime) -> None:
    """Give a sign-up, with its seat or its place in the queue, to another person; an own one of theirs goes."""
    await tx.execute(
        "DELETE FROM signups WHERE event_id = ? AND person_id = ? AND id <> ?",
        [event, person, signup],
    )
    await tx.execute(
        """
        UPDATE signups SET person_id = ?, attending = NULL, asked = 0, misses = NULL, source = NULL, changed_at = ?
        WHERE id = ?
        """,
        [person, moment(now), signup],
    )


async def add_person(tx: Transaction, name: str, phone: str | None, language: str, now: datetime) -> int:
    """Somebody who takes part without Telegram; gives the id."""
    return await tx.insert(
        """
        INSERT INTO people (language, first_name, name, name_folded, phone, reachable, created_at, seen_at)
        VALUES (?, '', ?, ?, ?, 0, ?, ?)
        """,
        [language, name, fold(name), phone, moment(now), moment(now)],
    )


def _hand_over(row: Row) -> HandOver:
    return HandOver(row["id"], row["signup_id"], row["by_person"], at(row["expires_at"]), row["used_at"] is not None)
