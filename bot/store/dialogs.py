"""The conversation under way, one row a person, and those that wait behind it."""

import json
from dataclasses import replace
from datetime import datetime

from bot.domain.forms import Draft
from bot.store.database import Reader, Row, Transaction
from bot.store.rows import at, dump, moment

ASIDE = "person_id, form, subject, version, step, changing, answers, started_at, changed_at"


async def get(tx: Reader, person: int) -> Draft | None:
    """The draft, None when there is no conversation."""
    row = await tx.one("SELECT * FROM dialogs WHERE person_id = ?", [person])
    return _draft(row, is_paused=bool(row["paused"]), misses=row["misses"], revision=row["revision"]) if row else None


def _draft(row: Row, *, is_paused: bool = True, misses: int = 0, revision: int = 0) -> Draft:
    return Draft(
        form=row["form"],
        version=row["version"],
        subject=row["subject"],
        step=row["step"],
        answers=json.loads(row["answers"]),
        is_changing=bool(row["changing"]),
        is_paused=is_paused,
        misses=misses,
        revision=revision,
    )


async def changed_at(tx: Reader, person: int) -> datetime | None:
    """When the conversation last moved, None when there is none."""
    found = await tx.value("SELECT changed_at FROM dialogs WHERE person_id = ?", [person])
    return at(found) if isinstance(found, str) else None


async def put(tx: Transaction, person: int, draft: Draft, now: datetime) -> None:
    """Keep the draft in place of an earlier one."""
    await tx.execute(
        """
        INSERT OR REPLACE INTO dialogs (person_id, form, version, subject, step, changing, paused, misses, revision,
                                        answers, started_at, changed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                coalesce((SELECT started_at FROM dialogs WHERE person_id = ? AND form = ? AND subject = ?), ?), ?)
        """,
        [person, draft.form, draft.version, draft.subject, draft.step, draft.is_changing, draft.is_paused, draft.misses]
        + [draft.revision, dump(dict(draft.answers)), person, draft.form, draft.subject, moment(now), moment(now)],
    )


async def put_aside(tx: Transaction, person: int) -> None:
    """Let the conversation wait behind another one, which takes its place."""
    await tx.execute(
        f"INSERT OR REPLACE INTO drafts_aside ({ASIDE}) SELECT {ASIDE} FROM dialogs WHERE person_id = ?", [person]
    )


async def take_up(tx: Transaction, person: int, form: str, subject: int) -> Draft | None:
    """The draft that waited, which waits no more; None where there was none."""
    waited = [person, form, subject]
    row = await tx.one("SELECT * FROM drafts_aside WHERE person_id = ? AND form = ? AND subject = ?", waited)
    if row is None:
        return None
    await tx.execute("DELETE FROM drafts_aside WHERE person_id = ? AND form = ? AND subject = ?", waited)
    return _draft(row)


async def remove(tx: Transaction, person: int) -> None:
    """End the conversation; the one that waited behind it, the newest of several, can be gone on with."""
    ended = await get(tx, person)
    await tx.execute("DELETE FROM dialogs WHERE person_id = ?", [person])
    row = await tx.one("SELECT * FROM drafts_aside WHERE person_id = ? ORDER BY changed_at DESC LIMIT 1", [person])
    waited = await take_up(tx, person, row["form"], row["subject"]) if row else None
    if row and waited:
        await put(tx, person, replace(waited, revision=ended.revision + 1 if ended else 0), at(row["changed_at"]))


async def remove_old(tx: Transaction, before: datetime) -> int:
    """Forget what has waited since ``before``."""
    return await tx.execute("DELETE FROM drafts_aside WHERE changed_at < ?", [moment(before)])
