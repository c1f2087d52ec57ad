"""Organisations as the team keeps them: how much each is used, and two merged into one, which can be undone."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime

from bot.domain.organisations import Body, BodyKind, Merge, Use
from bot.store.database import Reader, Row, Transaction
from bot.store.rows import dump, moment

_USES = """
    SELECT organisations.id, organisations.name, kind, count(DISTINCT signups.person_id) AS people,
           count(DISTINCT signups.event_id) AS events
    FROM organisations LEFT JOIN signups
        ON organisation_id = organisations.id AND signups.state NOT IN ('cancelled', 'rejected')
    WHERE merged_into IS NULL AND (:within IS NULL OR organisations.id IN (
        SELECT organisation_id FROM signups JOIN events ON events.id = event_id
        WHERE project IN (SELECT value FROM json_each(:within))))
"""
_MOVED = {"signups": "organisation_id", "people": "organisation_id", "organisations": "merged_into"}
"""Tables whose rows go over by their id, and the column that names the organisation."""


async def list_uses(tx: Reader, within: Collection[str] | None) -> list[Use]:
    """Every organisation, or those with sign-ups in some projects; in no order."""
    rows = await tx.all(f"{_USES} GROUP BY organisations.id", {"within": _listed(within)})
    return [_use(row) for row in rows]


async def get_use(tx: Reader, number: int, within: Collection[str] | None) -> Use | None:
    """One organisation; None when it is unknown, merged into another, or not within the projects."""
    rows = await tx.all(
        f"{_USES} AND organisations.id = :id GROUP BY organisations.id", {"within": _listed(within), "id": number}
    )
    return _use(rows[0]) if rows else None


async def list_codes(tx: Reader, number: int, *, limit: int) -> list[str]:
    """The codes of events people came to for an organisation, the latest first."""
    rows = await tx.all(
        """
        SELECT DISTINCT code FROM signups JOIN events ON events.id = event_id
        WHERE organisation_id = ? AND signups.state NOT IN ('cancelled', 'rejected') ORDER BY starts_at DESC LIMIT ?
        """,
        [number, limit],
    )
    return [row["code"] for row in rows]


async def merge(tx: Transaction, loser: int, winner: int, now: datetime) -> int:
    """All that was the loser's becomes the winner's; gives the id by which it can be undone."""
    moved: dict[str, Sequence[int | str]] = {}
    for table, column in _MOVED.items():
        moved[table] = [row["id"] for row in await tx.all(f"SELECT id FROM {table} WHERE {column} = ?", [loser])]
        await tx.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", [winner, loser])
    names = await tx.all("SELECT folded FROM organisation_names WHERE organisation_id = ?", [loser])
    moved["names"] = [row["folded"] for row in names]
    await tx.execute("UPDATE organisation_names SET organisation_id = ? WHERE organisation_id = ?", [winner, loser])
    await tx.execute("UPDATE organisations SET merged_into = ? WHERE id = ?", [winner, loser])
    return await tx.insert(
        "INSERT INTO organisation_merges (loser_id, winner_id, moved, at) VALUES (?, ?, ?, ?)",
        [loser, winner, dump(moved), moment(now)],
    )


async def list_merges(tx: Reader, winner: int, *, limit: int) -> list[Merge]:
    """What was merged into an organisation and can be taken apart again, the latest first."""
    rows = await tx.all(f"{_MERGES} AND winner_id = ? ORDER BY merges.id DESC LIMIT ?", [winner, limit])
    return [_merge(row) for row in rows]


async def get_merge(tx: Reader, number: int) -> Merge | None:
    """A merge that can be undone; None for one that was, or whose winner was merged since."""
    row = await tx.one(f"{_MERGES} AND merges.id = ?", [number])
    return _merge(row) if row else None


async def undo(tx: Transaction, merge: Merge, now: datetime) -> None:
    """Take two apart again; what was moved elsewhere meanwhile stays there."""
    for table, column in _MOVED.items():
        await tx.execute(
            f"UPDATE {table} SET {column} = ? WHERE {column} = ? AND id IN (SELECT value FROM json_each(?))",
            [merge.loser.id, merge.winner, dump(merge.moved[table])],
        )
    await tx.execute(
        """
        UPDATE organisation_names SET organisation_id = ?
        WHERE organisation_id = ? AND folded IN (SELECT value FROM json_each(?))
        """,
        [merge.loser.id, merge.winner, dump(merge.moved["names"])],
    )
    await tx.execute("UPDATE organisations SET merged_into = NULL WHERE id = ?", [merge.loser.id])
    await tx.execute("UPDATE organisation_merges SET undone_at = ? WHERE id = ?", [moment(now), merge.id])


_MERGES = """
    SELECT merges.*, loser.name, loser.kind FROM organisation_merges AS merges
    JOIN organisations AS loser ON loser.id = loser_id JOIN organisations AS winner ON winner.id = winner_id
    WHERE undone_at IS NULL AND winner.merged_into IS NULL AND loser.merged_into = winner_id
"""


def _listed(within: Collection[str] | None) -> str | None:
    return None if within is None else dump(sorted(within))


def _use(row: Row) -> Use:
    return Use(Body(row["id"], row["name"], BodyKind(row["kind"])), row["people"], row["events"])


def _merge(row: Row) -> Merge:
    loser = Body(row["loser_id"], row["name"], BodyKind(row["kind"]))
    return Merge(row["id"], loser, row["winner_id"], json.loads(row["moved"]))
