"""The log of consents: the newest row of a kind is in force."""

from datetime import datetime

from bot.store.database import Reader, Transaction
from bot.store.rows import at, moment


async def add(tx: Transaction, person: int, kind: str, version: int, given: bool, language: str, now: datetime) -> None:
    """Log that a consent was given or withdrawn, or a notice read."""
    await tx.execute(
        "INSERT INTO consents (person_id, kind, version, given, language, at) VALUES (?, ?, ?, ?, ?, ?)",
        [person, kind, version, int(given), language, moment(now)],
    )


async def say(tx: Transaction, person: int, kind: str, version: int, given: bool, language: str, now: datetime) -> None:
    """The same unless it was said before and changes nothing."""
    if not await was_asked(tx, person, kind) or (kind in await list_given(tx, person)) != given:
        await add(tx, person, kind, version, given, language, now)


async def is_given(tx: Reader, person: int, kind: str, version: int) -> bool:
    """Whether the consent is in force for this version of its text."""
    row = await tx.one(
        "SELECT version, given FROM consents WHERE person_id = ? AND kind = ? ORDER BY id DESC LIMIT 1", [person, kind]
    )
    return row is not None and bool(row["given"]) and row["version"] == version


async def list_given(tx: Reader, person: int) -> frozenset[str]:
    """The kinds of consent that are in force, whatever the version of their texts."""
    return frozenset(await list_in_force(tx, person))


async def list_in_force(tx: Reader, person: int) -> dict[str, datetime]:
    """The same with the moment each was given, the oldest first."""
    rows = await tx.all(
        """
        SELECT kind, given, at FROM consents
        WHERE id IN (SELECT max(id) FROM consents WHERE person_id = ? GROUP BY kind) ORDER BY id
        """,
        [person],
    )
    return {row["kind"]: at(row["at"]) for row in rows if row["given"]}


async def was_asked(tx: Reader, person: int, kind: str) -> bool:
    """Whether anything was ever said about this consent."""
    return await tx.one("SELECT 1 FROM consents WHERE person_id = ? AND kind = ? LIMIT 1", [person, kind]) is not None
