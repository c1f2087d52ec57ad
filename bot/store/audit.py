"""The audit log: who did what when, in ids and words of the program."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.audit import Action
from bot.store.database import Reader, Row, Transaction
from bot.store.rows import at, dump, moment


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: ``person`` did ``action`` to the row ``subject``, as part of ``event`` or ``project``."""

    id: int
    person: int | None
    action: Action
    event: int | None
    subject: int | None
    project: str
    facts: Mapping[str, object]
    at: datetime


async def add(
    tx: Transaction,
    person: int,
    action: Action,
    *,
    now: datetime,
    event: int | None = None,
    subject: int | None = None,
    project: str = "",
    facts: Mapping[str, str | int | None] | None = None,
) -> None:
    """Note that somebody did something. Names, phones and texts do not belong here."""
    await tx.execute(
        "INSERT INTO audit (person_id, action, event_id, subject, project, facts, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [person or None, action, event, subject, project, dump(dict(facts or {})), moment(now)],
    )


async def list_latest(
    tx: Reader, *, person: int | None = None, event: int | None = None, limit: int = 20, offset: int = 0
) -> list[Entry]:
    """Entries, newest first, of one person or about one event where given."""
    rows = await tx.all(
        """
        SELECT * FROM audit WHERE (:person IS NULL OR person_id = :person) AND (:event IS NULL OR event_id = :event)
        ORDER BY id DESC LIMIT :limit OFFSET :offset
        """,
        {"person": person, "event": event, "limit": limit, "offset": offset},
    )
    return [_entry(row) for row in rows]


def _entry(row: Row) -> Entry:
    return Entry(
        id=row["id"],
        person=row["person_id"],
        action=Action(row["action"]),
        event=row["event_id"],
        subject=row["subject"],
        project=row["project"],
        facts=json.loads(row["facts"]),
        at=at(row["at"]),
    )
