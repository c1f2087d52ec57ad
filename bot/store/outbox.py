"""The outbox: one row per recipient and message, the only schedule there is."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain import notices
from bot.domain.notices import Notice, Priority
from bot.store.database import Reader, Row, Transaction
from bot.store.rows import maybe_at, maybe_moment, moment


@dataclass(frozen=True, slots=True)
class Letter:
    """One claimed row: a notice on its way to a person."""

    id: int
    person: int
    event: int | None
    notice: Notice
    priority: Priority
    attempts: int
    useful_until: datetime | None


async def add(
    tx: Transaction,
    key: str,
    person: int,
    notice: Notice,
    *,
    event: int | None,
    due_at: datetime,
    useful_until: datetime | None,
    now: datetime,
) -> bool:
    """Queue a message; False when one with this key was queued before."""
    return bool(
        await tx.execute(
            """
            INSERT OR IGNORE INTO outbox (key, person_id, event_id, kind, facts, priority, due_at, useful_until,
                                          created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [key, person, event, notice.kind, json.dumps(notice.facts()), int(notice.priority)]
            + [moment(due_at), maybe_moment(useful_until), moment(now)],
        )
    )


async def remove_pending(tx: Transaction, event: int, kind: str, person: int | None = None) -> int:
    """Take back messages that are not on their way yet: of one kind, about one event, to one person or to all."""
    return await tx.execute(
        """
        DELETE FROM outbox WHERE event_id = ? AND kind = ? AND state = 'pending'
        AND (? IS NULL OR person_id = ?)
        """,
        [event, kind, person, person],
    )


async def list_pending(tx: Reader, event: int, kind: str, person: int) -> list[Letter]:
    """Messages that are not on their way yet: of one kind, about one event, to one person."""
    rows = await tx.all(
        "SELECT * FROM outbox WHERE event_id = ? AND kind = ? AND person_id = ? AND state = 'pending' ORDER BY id",
        [event, kind, person],
    )
    return [letter(row) for row in rows]


async def list_expecting(tx: Reader, event: int, kind: str) -> frozenset[int]:
    """To whom messages of one kind about one event are not on their way yet."""
    rows = await tx.all(
        "SELECT person_id FROM outbox WHERE event_id = ? AND kind = ? AND state = 'pending'", [event, kind]
    )
    return frozenset(row["person_id"] for row in rows)


async def remove(tx: Transaction, letter: int) -> None:
    """Take back one message that is not on its way yet."""
    await tx.execute("DELETE FROM outbox WHERE id = ? AND state = 'pending'", [letter])


async def claim(tx: Transaction, now: datetime, limit: int) -> list[Letter]:
    """Take due messages, the most urgent first, and mark them as being sent."""
    # one look for each priority, because together SQLite would sort all that is due
    due: list[int] = []
    for priority in Priority:
        rows = await tx.all(
            """
            SELECT id FROM outbox WHERE state = 'pending' AND priority = ? AND due_at <= ? ORDER BY due_at, id LIMIT ?
            """,
            [int(priority), moment(now), limit - len(due)],
        )
        due += [row["id"] for row in rows]
    rows = await tx.all(
        """
        UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE id IN (SELECT value FROM json_each(?))
        RETURNING *
        """,
        [json.dumps(due)],
    )
    return [letter(row) for row in sorted(rows, key=lambda row: (row["priority"], row["due_at"], row["id"]))]


async def end(tx: Transaction, letter: int, state: str, reason: str | None, now: datetime) -> None:
    """Write down how it ended: sent, dropped, failed or unknown; for an announcement with the copy, which stays."""
    await tx.execute(
        "UPDATE outbox SET state = ?, reason = ?, ended_at = ? WHERE id = ?", [state, reason, moment(now), letter]
    )
    outcome = "blocked" if reason in {"blocked", "unreachable"} else state
    await tx.execute("UPDATE announcement_copies SET state = ? WHERE outbox_id = ?", [outcome, letter])


async def put_off(tx: Transaction, letter: int, until: datetime, reason: str, *, in_doubt: bool) -> None:
    """Try again at ``until``; ``in_doubt`` records that the earlier try may have arrived."""
    await tx.execute(
        "UPDATE outbox SET state = 'pending', due_at = ?, reason = ?, repeated = repeated + ? WHERE id = ?",
        [moment(until), reason, int(in_doubt), letter],
    )


async def list_stranded(tx: Reader) -> list[Letter]:
    """Messages that were on their way when the process ended: sent, or not sent."""
    return [letter(row) for row in await tx.all("SELECT * FROM outbox WHERE state = 'sending' ORDER BY id")]


async def next_due(tx: Reader, to: Iterable[int] | None = None) -> datetime | None:
    """When the next message is due, to anybody or to one of the Telegram accounts ``to``."""
    if to is None:
        first = "SELECT min(due_at) AS due FROM outbox WHERE state = 'pending' AND priority = {}"
        union = " UNION ALL ".join(first.format(int(priority)) for priority in Priority)
        row = await tx.one(f"SELECT min(due) AS due FROM ({union})")
    else:
        row = await tx.one(
            """
            SELECT min(due_at) AS due FROM outbox WHERE state = 'pending' AND person_id IN (
                SELECT people.id FROM people JOIN json_each(?) ON json_each.value = telegram_id)
            """,
            [json.dumps(list(to))],
        )
    return maybe_at(row["due"]) if row else None


async def list_due(tx: Reader, event: int, person: int, kind: str) -> list[datetime]:
    """When pending messages of a kind about an event reach a person, earliest first."""
    rows = await tx.all(
        """
        SELECT due_at FROM outbox WHERE event_id = ? AND person_id = ? AND kind = ? AND state = 'pending'
        ORDER BY due_at
        """,
        [event, person, kind],
    )
    return [datetime.fromisoformat(row["due_at"]) for row in rows]


async def add_call(tx: Transaction, letter: int, person: int, reason: str, now: datetime) -> None:
    """Put somebody whom a message did not reach on the call list."""
    await tx.execute(
        "INSERT OR IGNORE INTO calls (outbox_id, person_id, reason, created_at) VALUES (?, ?, ?, ?)",
        [letter, person, reason, moment(now)],
    )


async def count(tx: Reader, states: Sequence[str]) -> int:
    """How many messages are in one of ``states``."""
    marks = ", ".join("?" for _ in states)
    row = await tx.one(f"SELECT count(*) AS n FROM outbox WHERE state IN ({marks})", list(states))
    return int(row["n"]) if row else 0


async def count_by_state(tx: Reader) -> dict[str, int]:
    """How many messages are in each state that occurs."""
    rows = await tx.all("SELECT state, count(*) AS n FROM outbox GROUP BY state")
    return {str(row["state"]): int(row["n"]) for row in rows}


async def last_ended(tx: Reader) -> datetime | None:
    """When the newest outcome was written down; looks at every message."""
    row = await tx.one("SELECT max(ended_at) AS ended FROM outbox")
    return maybe_at(row["ended"]) if row else None


def letter(row: Row) -> Letter:
    """A row of the outbox as the message it is."""
    return Letter(
        id=row["id"],
        person=row["person_id"],
        event=row["event_id"],
        notice=notices.load(row["kind"], json.loads(row["facts"])),
        priority=Priority(row["priority"]),
        attempts=row["attempts"],
        useful_until=maybe_at(row["useful_until"]),
    )
