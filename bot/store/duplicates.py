"""Rows that are about one person: moved together, told apart; and the links by which people do it themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.store.database import Reader, Row, Transaction
from bot.store.rows import at, dump, moment

_OF_SIGNUP = (
    "UPDATE attendance SET person_id = :to WHERE person_id = :of AND signup_id IN (SELECT value FROM json_each(:ids))"
)


@dataclass(frozen=True, slots=True)
class PersonLink:
    """A link by which somebody takes over what was entered for ``person``."""

    id: int
    person: int
    expires_at: datetime
    is_used: bool


async def conflicts(tx: Reader, gone: int, kept: int) -> list[tuple[int, int]]:
    """Sign-ups of both for the same event: of the one that goes, and of the one that stays."""
    rows = await tx.all(
        """
        SELECT theirs.id AS gone, ours.id AS kept FROM signups AS theirs
        JOIN signups AS ours ON ours.event_id = theirs.event_id AND ours.person_id = ?
        WHERE theirs.person_id = ? ORDER BY theirs.id
        """,
        [kept, gone],
    )
    return [(row["gone"], row["kept"]) for row in rows]


async def move(tx: Transaction, gone: int, kept: int, signups: Sequence[int]) -> None:
    """Give these sign-ups, their attendance and what is to be sent about them to the one that stays."""
    values = {"of": gone, "to": kept, "ids": dump(list(signups))}
    await tx.execute("UPDATE signups SET person_id = :to WHERE id IN (SELECT value FROM json_each(:ids))", values)
    await tx.execute(_OF_SIGNUP, values)
    await tx.execute(
        """
        UPDATE outbox SET person_id = :to WHERE person_id = :of AND state = 'pending' AND event_id IN
            (SELECT event_id FROM signups WHERE id IN (SELECT value FROM json_each(:ids)))
        """,
        values,
    )


async def set_merged(tx: Transaction, gone: int, kept: int | None) -> None:
    """Note that two rows are one person, or that they are not."""
    await tx.execute("UPDATE people SET merged_into = ? WHERE id = ?", [kept, gone])


async def merged_into(tx: Reader, person: int) -> int | None:
    """The row this one went into, None for one that stands for itself."""
    found = await tx.value("SELECT merged_into FROM people WHERE id = ?", [person])
    return found if isinstance(found, int) else None


async def add_link(tx: Transaction, hashed: str, person: int, by: int, *, expires_at: datetime, now: datetime) -> None:
    """Keep a link; earlier ones for the same person are void."""
    await tx.execute("DELETE FROM person_links WHERE person_id = ? AND used_at IS NULL", [person])
    await tx.insert(
        "INSERT INTO person_links (hash, person_id, by_person, created_at, expires_at) VALUES (?, ?, ?, ?, ?)",
        [hashed, person, by or None, moment(now), moment(expires_at)],
    )


async def find_link(tx: Reader, hashed: str) -> PersonLink | None:
    """The link whose token has this hash."""
    row = await tx.one("SELECT * FROM person_links WHERE hash = ?", [hashed])
    return _link(row) if row else None


async def use_link(tx: Transaction, number: int, now: datetime) -> None:
    """Note that it was used."""
    await tx.execute("UPDATE person_links SET used_at = ? WHERE id = ?", [moment(now), number])


def _link(row: Row) -> PersonLink:
    return PersonLink(row["id"], row["person_id"], at(row["expires_at"]), row["used_at"] is not None)
