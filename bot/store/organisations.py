"""Organisations and local governments, and every spelling by which they are found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.organisations import Body, BodyKind
from bot.store.database import Reader, Row, Transaction
from bot.store.rows import moment
from bot.store.signup_states import SEATED_STATES


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling, and the organisation it means."""

    folded: str
    body: Body


async def get(tx: Reader, number: int) -> Body | None:
    """The organisation; for one that was merged the one it went into; None when unknown."""
    row = await tx.one(
        """
        SELECT kept.* FROM organisations AS asked JOIN organisations AS kept
            ON kept.id = coalesce(asked.merged_into, asked.id)
        WHERE asked.id = ?
        """,
        [number],
    )
    return _body(row) if row else None


async def find(tx: Reader, folded: str) -> Body | None:
    """The organisation this spelling means."""
    row = await tx.one(
        "SELECT organisations.* FROM organisation_names JOIN organisations ON id = organisation_id WHERE folded = ?",
        [folded],
    )
    return _body(row) if row else None


async def list_spellings(tx: Reader) -> list[Spelling]:
    """Every spelling of every organisation."""
    rows = await tx.all(
        "SELECT folded, organisations.* FROM organisation_names JOIN organisations ON id = organisation_id"
    )
    return [Spelling(row["folded"], _body(row)) for row in rows]


async def spellings_of(tx: Reader, number: int) -> list[str]:
    """How people spelled one organisation."""
    rows = await tx.all(
        "SELECT folded FROM organisation_names WHERE organisation_id = ? ORDER BY length(folded), folded", [number]
    )
    return [row["folded"] for row in rows]


async def add(tx: Transaction, name: str, kind: BodyKind, folded: str, now: datetime) -> int:
    """Add an organisation, found by its name even where that was said to mean another one; gives its id."""
    number = await tx.insert(
        "INSERT INTO organisations (name, kind, created_at) VALUES (?, ?, ?)", [name, kind, moment(now)]
    )
    await tx.execute(
        """
        INSERT INTO organisation_names (folded, organisation_id) VALUES (?, ?)
        ON CONFLICT (folded) DO UPDATE SET organisation_id = excluded.organisation_id
        """,
        [folded, number],
    )
    return number


async def learn(tx: Transaction, number: int, folded: str) -> None:
    """Note one more spelling; one that means something already keeps its meaning."""
    await tx.execute(
        "INSERT OR IGNORE INTO organisation_names (folded, organisation_id) VALUES (?, ?)", [folded, number]
    )


async def unlearn(tx: Transaction, number: int, folded: str) -> bool:
    """Forget a spelling; False when it did not mean this organisation."""
    return bool(
        await tx.execute("DELETE FROM organisation_names WHERE organisation_id = ? AND folded = ?", [number, folded])
    )


async def rename(tx: Transaction, number: int, name: str) -> None:
    """Call it something else; it is still found by every spelling."""
    await tx.execute("UPDATE organisations SET name = ? WHERE id = ?", [name, number])


async def set_kind(tx: Transaction, number: int, kind: BodyKind) -> None:
    """Say what it is."""
    await tx.execute("UPDATE organisations SET kind = ? WHERE id = ?", [kind, number])


async def count_taken(tx: Reader, event: int, number: int) -> int:
    """How many seats people of the organisation have at an event, companions included."""
    row = await tx.one(
        f"""
        SELECT total(1 + companions) AS taken FROM signups
        WHERE event_id = ? AND organisation_id = ? AND state IN {SEATED_STATES}
        """,
        [event, number],
    )
    return int(row["taken"]) if row else 0


async def of_person(tx: Reader, person: int) -> Body | None:
    """The organisation somebody let us remember."""
    row = await tx.one("SELECT organisation_id FROM people WHERE id = ?", [person])
    return await get(tx, row["organisation_id"]) if row and row["organisation_id"] is not None else None


async def remember(tx: Transaction, person: int, number: int | None) -> None:
    """Keep whom somebody comes for, for next time; None forgets it."""
    await tx.execute("UPDATE people SET organisation_id = ? WHERE id = ?", [number, person])


async def list_limited(tx: Reader, numbers: Sequence[int], now: datetime) -> list[int]:
    """Events to come that limit the seats of organisations and have people of one of these."""
    marks = ", ".join(str(int(one)) for one in numbers)
    rows = await tx.all(
        f"""
        SELECT DISTINCT events.id FROM signups JOIN events ON events.id = event_id
        WHERE organisation_id IN ({marks}) AND organisation_seats IS NOT NULL AND starts_at > ?
            AND events.state = 'open'
        ORDER BY starts_at, events.id
        """,
        [moment(now)],
    )
    return [row["id"] for row in rows]


def _body(row: Row) -> Body:
    return Body(row["id"], row["name"], BodyKind(row["kind"]))
