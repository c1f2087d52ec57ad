"""People, their roles and their consents."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime

from bot.domain.people import Grant, Person, Role, Scope
from bot.store.database import Reader, Row, Transaction
from bot.store.rows import moment

_COLUMNS = "id, telegram_id, language, language_chosen, first_name, name, phone, gmina, reachable"


async def get(tx: Reader, person: int) -> Person | None:
    """The person, None when unknown."""
    row = await tx.one(f"SELECT {_COLUMNS} FROM people WHERE id = ?", [person])
    return _person(row) if row else None


async def find(tx: Reader, telegram_id: int) -> Person | None:
    """The person with this Telegram account, None when they never wrote."""
    row = await tx.one(f"SELECT {_COLUMNS} FROM people WHERE telegram_id = ?", [telegram_id])
    return _person(row) if row else None


async def recognise(tx: Reader, telegram_id: int, first_name: str, language: str, now: datetime) -> Person | None:
    """The person who just wrote, None when there is something new to keep about them, for instance a first visit."""
    row = await tx.one(
        f"""
        SELECT {_COLUMNS} FROM people WHERE telegram_id = ? AND first_name = ? AND reachable = 1
        AND (language_chosen = 1 OR language = ?) AND seen_at >= ?
        """,
        [telegram_id, first_name, language, moment(now.replace(hour=0, minute=0, second=0, microsecond=0))],
    )
    return _person(row) if row else None


async def met(tx: Transaction, telegram_id: int, first_name: str, language: str, now: datetime) -> Person:
    """The person who just wrote: added, or with the name renewed and the language too unless it was chosen."""
    await tx.execute(
        """
        INSERT INTO people (telegram_id, first_name, language, created_at, seen_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (telegram_id) DO UPDATE SET
            first_name = excluded.first_name, seen_at = excluded.seen_at, reachable = 1,
            language = CASE WHEN language_chosen THEN language ELSE excluded.language END
        """,
        [telegram_id, first_name, language, moment(now), moment(now)],
    )
    found = await find(tx, telegram_id)
    assert found is not None  # noqa: S101 - it was written one statement ago, in this transaction
    return found


async def set_language(tx: Transaction, person: int, language: str) -> None:
    """Keep the language somebody chose."""
    await tx.execute("UPDATE people SET language = ?, language_chosen = 1 WHERE id = ?", [language, person])


async def set_source(tx: Transaction, person: int, source: str) -> None:
    """Keep where somebody first heard of us; later sources do not replace it."""
    await tx.execute("UPDATE people SET source = ? WHERE id = ? AND source IS NULL", [source, person])


async def set_reachable(tx: Transaction, person: int, reachable: bool) -> None:
    """Note whether Telegram lets us write to them."""
    await tx.execute("UPDATE people SET reachable = ? WHERE id = ?", [int(reachable), person])


async def remember(tx: Transaction, person: int, known: Mapping[str, str | None]) -> None:
    """Keep answers for next time: name with its folded form, phone, gmina."""
    await tx.execute(
        "UPDATE people SET name = :name, name_folded = :name_folded, phone = :phone, gmina = :gmina WHERE id = :id",
        {**known, "id": person},
    )


async def grants(tx: Reader, person: int) -> frozenset[Grant]:
    """All grants the person holds."""
    rows = await tx.all("SELECT role, scope, scope_key FROM roles WHERE person_id = ?", [person])
    return frozenset(Grant(Role(r["role"]), Scope(r["scope"]), r["scope_key"]) for r in rows)


async def grant(tx: Transaction, person: int, held: Grant, now: datetime) -> None:
    """Give a role; giving it twice changes nothing."""
    await tx.execute(
        "INSERT OR IGNORE INTO roles (person_id, role, scope, scope_key, at) VALUES (?, ?, ?, ?, ?)",
        [person, held.role, held.scope, held.scope_key, moment(now)],
    )


def _person(row: Row) -> Person:
    return Person(
        id=row["id"],
        telegram_id=row["telegram_id"],
        language=row["language"],
        first_name=row["first_name"],
        name=row["name"],
        phone=row["phone"],
        gmina=row["gmina"],
        is_reachable=bool(row["reachable"]),
    )


async def list_unreachable(tx: Reader, people: Collection[int]) -> frozenset[int]:
    """Those of these people whom the bot cannot write to."""
    rows = await tx.all(
        """
        SELECT id FROM people WHERE id IN (SELECT value FROM json_each(?))
            AND (telegram_id IS NULL OR NOT reachable)
        """,
        [json.dumps(sorted(people))],
    )
    return frozenset(row["id"] for row in rows)
