"""Frequent questions made from the inbox."""

import json
from collections.abc import Collection
from datetime import date, datetime

from bot.domain.faq import FaqEntry
from bot.store.database import Reader, Row, Transaction
from bot.store.rows import moment

_REACHED = "removed_at IS NULL AND (:projects IS NULL OR project IN (SELECT value FROM json_each(:projects)))"


async def add(tx: Transaction, entry: FaqEntry, *, inbox: int | None, by: int, now: datetime) -> int:
    """Add an entry, whose own id is of no account; gives its id."""
    return await tx.insert(
        """
        INSERT INTO faq (inbox_id, project, question, answer, language, review_on, by_person, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (inbox_id) DO UPDATE SET
            project = excluded.project, question = excluded.question, answer = excluded.answer,
            language = excluded.language, review_on = excluded.review_on, by_person = excluded.by_person,
            removed_at = NULL
        """,
        [inbox, entry.project, entry.question, entry.answer, entry.language, _day(entry.review_on), by, moment(now)],
    )


async def find(tx: Reader, inbox: int) -> FaqEntry | None:
    """The entry made from a question of the inbox."""
    row = await tx.one("SELECT * FROM faq WHERE inbox_id = ?", [inbox])
    return _entry(row) if row else None


async def get(tx: Reader, entry: int) -> FaqEntry | None:
    """The entry, removed or not; None when there is none."""
    row = await tx.one("SELECT * FROM faq WHERE id = ?", [entry])
    return _entry(row) if row else None


async def set_entry(tx: Transaction, entry: FaqEntry) -> None:
    """Put the entry in place of the one with its id; the language stays."""
    await tx.execute(
        "UPDATE faq SET project = ?, question = ?, answer = ?, review_on = ? WHERE id = ?",
        [entry.project, entry.question, entry.answer, _day(entry.review_on), entry.id],
    )


async def set_removed(tx: Transaction, entry: int, at: datetime | None) -> None:
    """Take the entry away, or with None put it back."""
    await tx.execute("UPDATE faq SET removed_at = ? WHERE id = ?", [moment(at) if at else None, entry])


async def list_page(tx: Reader, projects: Collection[str] | None, *, limit: int, offset: int) -> list[FaqEntry]:
    """Entries about one of ``projects`` (None: all), the one to be reviewed soonest first."""
    rows = await tx.all(
        f"SELECT * FROM faq WHERE {_REACHED} ORDER BY review_on IS NULL, review_on, id LIMIT :limit OFFSET :offset",
        {"projects": _list(projects), "limit": limit, "offset": offset},
    )
    return [_entry(row) for row in rows]


async def list_all(tx: Reader) -> list[FaqEntry]:
    """Every entry that is answered from."""
    return [_entry(row) for row in await tx.all("SELECT * FROM faq WHERE removed_at IS NULL ORDER BY id")]


async def count(tx: Reader, projects: Collection[str] | None, *, due_by: date | None = None) -> int:
    """How many entries there are; with ``due_by`` how many are to be reviewed by that day."""
    row = await tx.one(
        f"SELECT count(*) AS n FROM faq WHERE {_REACHED} AND (:due IS NULL OR review_on <= :due)",
        {"projects": _list(projects), "due": _day(due_by)},
    )
    return int(row["n"]) if row else 0


def _list(projects: Collection[str] | None) -> str | None:
    return None if projects is None else json.dumps(sorted(projects))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _entry(row: Row) -> FaqEntry:
    return FaqEntry(
        id=row["id"],
        project=row["project"],
        question=row["question"],
        answer=row["answer"],
        language=row["language"],
        review_on=date.fromisoformat(row["review_on"]) if row["review_on"] else None,
        is_removed=row["removed_at"] is not None,
    )
