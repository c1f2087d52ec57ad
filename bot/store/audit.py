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
    """One line: ``person`` did ``action`` to the row ``subject``, as part of ``event`` and its ``project``.

    ``name`` is the person's and ``code`` the event's, as they are called now.
    """

    id: int
    person: int | None
    action: Action
    event: int | None
    subject: int | None
    project: str
    facts: Mapping[str, object]
    at: datetime
    name: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries: all that is given holds. ``within`` are projects, to which ``reader``'s own doings are added."""

    person: int | None = None
    event: int | None = None
    action: Action | None = None
    subject: int | None = None
    within: frozenset[str] | None = None
    reader: int = 0

    def values(self) -> dict[str, object]:
        """What fills the statement below."""
        return {
            "person": self.person,
            "event": self.event,
            "action": self.action,
            "subject": self.subject,
            "within": None if self.within is None else dump(sorted(self.within)),
            "reader": self.reader,
        }


_FROM = """
    FROM audit LEFT JOIN people ON people.id = audit.person_id LEFT JOIN events ON events.id = audit.event_id
    WHERE (:person IS NULL OR audit.person_id = :person) AND (:event IS NULL OR audit.event_id = :event)
      AND (:action IS NULL OR action = :action) AND (:subject IS NULL OR subject = :subject)
      AND (:within IS NULL OR audit.person_id = :reader
           OR coalesce(events.project, audit.project) IN (SELECT value FROM json_each(:within)))
"""


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
) -> int:
    """Note that somebody did something; gives the entry's id. Names, phones and texts do not belong here."""
    return await tx.insert(
        "INSERT INTO audit (person_id, action, event_id, subject, project, facts, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [person or None, action, event, subject, project, dump(dict(facts or {})), moment(now)],
    )


async def get(tx: Reader, entry: int) -> Entry | None:
    """One entry, without the names of the present."""
    row = await tx.one("SELECT *, '' AS name, '' AS code, project AS part_of FROM audit WHERE id = ?", [entry])
    return _entry(row) if row else None


async def list_latest(tx: Reader, wanted: Wanted, *, limit: int = 20, offset: int = 0) -> list[Entry]:
    """Entries, newest first."""
    rows = await tx.all(
        f"""
        SELECT audit.*, coalesce(people.name, people.first_name, '') AS name, coalesce(events.code, '') AS code,
               coalesce(events.project, audit.project) AS part_of
        {_FROM} ORDER BY audit.id DESC LIMIT :limit OFFSET :offset
        """,
        {**wanted.values(), "limit": limit, "offset": offset},
    )
    return [_entry(row) for row in rows]


async def count(tx: Reader, wanted: Wanted) -> int:
    """How many entries there are."""
    return int(str(await tx.value(f"SELECT count(*) {_FROM}", wanted.values())))


async def list_people(tx: Reader, wanted: Wanted, *, limit: int) -> list[tuple[int, str]]:
    """Who did any of it, with their names, the latest first."""
    rows = await tx.all(
        f"""
        SELECT people.id, coalesce(people.name, people.first_name) AS name
        {_FROM} AND people.id IS NOT NULL GROUP BY people.id ORDER BY max(audit.id) DESC LIMIT :limit
        """,
        {**wanted.values(), "limit": limit},
    )
    return [(row["id"], row["name"]) for row in rows]


async def list_events(tx: Reader, wanted: Wanted, *, limit: int) -> list[tuple[int, str]]:
    """Which events any of it was about, with their codes, the latest first."""
    rows = await tx.all(
        f"""
        SELECT events.id, events.code
        {_FROM} AND events.id IS NOT NULL GROUP BY events.id ORDER BY max(audit.id) DESC LIMIT :limit
        """,
        {**wanted.values(), "limit": limit},
    )
    return [(row["id"], row["code"]) for row in rows]


async def list_actions(tx: Reader, wanted: Wanted) -> list[Action]:
    """The kinds of action there are."""
    rows = await tx.all(f"SELECT DISTINCT action {_FROM} ORDER BY action", wanted.values())
    return [Action(row["action"]) for row in rows]


def _entry(row: Row) -> Entry:
    return Entry(
        id=row["id"],
        person=row["person_id"],
        action=Action(row["action"]),
        event=row["event_id"],
        subject=row["subject"],
        project=row["part_of"],
        facts=json.loads(row["facts"]),
        at=at(row["at"]),
        name=row["name"],
        code=row["code"],
    )
