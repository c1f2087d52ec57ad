"""What grant indicators are counted from."""

from datetime import datetime

from bot.domain.indicators import Entry, Participation
from bot.store.database import Reader, Transaction
from bot.store.folding import fold
from bot.store.rows import at, moment
from bot.store.signup_states import SEATED_STATES


async def list_participations(tx: Reader, project: str, now: datetime) -> list[Participation]:
    """Everybody with a seat at an event of the project; whoever was erased is counted still, without a name."""
    rows = await tx.all(
        f"""
        SELECT signups.id, person_id, signups.companions, signups.event_id, code, events.kind, ends_at, signups.gmina,
            coalesce(json_extract(event_groups.name, '$.pl'), '') AS group_name,
            coalesce(organisations.merged_into, organisations.id) AS organisation,
            coalesce(kept.kind, organisations.kind, '') AS organisation_kind,
            signups.state = 'attended' OR EXISTS (SELECT 1 FROM attendance WHERE signup_id = signups.id) AS was_there
        FROM signups JOIN events ON events.id = signups.event_id
            LEFT JOIN event_groups ON event_groups.id = group_id
            LEFT JOIN organisations ON organisations.id = organisation_id
            LEFT JOIN organisations AS kept ON kept.id = organisations.merged_into
        WHERE project = ? AND events.state <> 'draft' AND signups.state IN {SEATED_STATES} AND signups.state <> 'absent'
        """,
        [project],
    )
    return [
        Participation(
            signup=row["id"],
            person=row["person_id"],
            companions=row["companions"],
            event=row["event_id"],
            code=row["code"],
            kind=row["kind"],
            ended=at(row["ends_at"]) <= now,
            group=row["group_name"],
            gmina=fold(row["gmina"] or ""),
            organisation=row["organisation"],
            organisation_kind=row["organisation_kind"],
            was_there=bool(row["was_there"]),
        )
        for row in rows
        if row["was_there"] or at(row["ends_at"]) > now
    ]


async def count_heads(tx: Reader, project: str) -> int:
    """People who came and gave no name, over all events of the project."""
    row = await tx.one(
        "SELECT total(people) AS n FROM head_counts JOIN events ON events.id = event_id WHERE project = ?", [project]
    )
    return int(row["n"]) if row else 0


async def list_entries(tx: Reader, project: str, indicator: str) -> list[Entry]:
    """What was entered by hand and not taken back, the newest first."""
    rows = await tx.all(
        """
        SELECT * FROM indicator_entries WHERE project = ? AND indicator = ? AND removed_at IS NULL ORDER BY id DESC
        """,
        [project, indicator],
    )
    return [Entry(row["id"], row["amount"], row["note"], at(row["at"])) for row in rows]


async def add_entry(
    tx: Transaction, project: str, indicator: str, amount: int, note: str, by: int, now: datetime
) -> int:
    """Enter an amount; gives the id of the entry."""
    return await tx.insert(
        "INSERT INTO indicator_entries (project, indicator, amount, note, by_person, at) VALUES (?, ?, ?, ?, ?, ?)",
        [project, indicator, amount, note, by or None, moment(now)],
    )


async def project_of_entry(tx: Reader, entry: int) -> tuple[str, str] | None:
    """The project and the indicator an entry belongs to, None when unknown."""
    row = await tx.one("SELECT project, indicator FROM indicator_entries WHERE id = ?", [entry])
    return (row["project"], row["indicator"]) if row else None


async def set_removed(tx: Transaction, entry: int, at_: datetime | None) -> None:
    """Take an entry back, or bring it back."""
    await tx.execute("UPDATE indicator_entries SET removed_at = ? WHERE id = ?", [moment(at_) if at_ else None, entry])


async def names(tx: Reader, signups: list[int]) -> dict[int, tuple[str, str]]:
    """Name and organisation by sign-up; an erased person has none."""
    rows = await tx.all(
        """
        SELECT signups.id, signups.name, coalesce(organisations.name, '') AS organisation FROM signups
        LEFT JOIN organisations ON organisations.id = organisation_id
        WHERE signups.id IN (SELECT value FROM json_each(?))
        """,
        [str(signups)],
    )
    return {row["id"]: (row["name"], row["organisation"]) for row in rows}
