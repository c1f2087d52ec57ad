"""What people want to hear: projects they follow, kinds of messages they do not want."""

from datetime import datetime

from bot.store.database import Reader, Transaction
from bot.store.rows import moment


async def set_follows(tx: Transaction, person: int, project: str, follows: bool, now: datetime) -> None:
    """Follow a project's news, or no longer."""
    await tx.execute(
        """
        INSERT INTO follows (person_id, project, follows, at) VALUES (?, ?, ?, ?)
        ON CONFLICT (project, person_id) DO UPDATE SET follows = excluded.follows, at = excluded.at
        """,
        [person, project, int(follows), moment(now)],
    )


async def list_followed(tx: Reader, person: int) -> list[str]:
    """The projects somebody follows."""
    rows = await tx.all("SELECT project FROM follows WHERE person_id = ? AND follows = 1 ORDER BY project", [person])
    return [row["project"] for row in rows]


async def opt_out(tx: Transaction, person: int, kind: str, now: datetime) -> None:
    """Somebody does not want messages of this kind."""
    await tx.execute(
        "INSERT OR IGNORE INTO opt_outs (person_id, kind, at) VALUES (?, ?, ?)", [person, kind, moment(now)]
    )


async def opt_in(tx: Transaction, person: int, kind: str) -> None:
    """They want them again."""
    await tx.execute("DELETE FROM opt_outs WHERE person_id = ? AND kind = ?", [person, kind])


async def list_opt_outs(tx: Reader, person: int) -> frozenset[str]:
    """The kinds somebody does not want."""
    rows = await tx.all("SELECT kind FROM opt_outs WHERE person_id = ?", [person])
    return frozenset(row["kind"] for row in rows)
