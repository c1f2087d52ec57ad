"""The conversation under way, one row a person."""

import json
from datetime import datetime

from bot.domain.forms import Draft
from bot.store.database import Reader, Transaction
from bot.store.rows import at, dump, moment


async def get(tx: Reader, person: int) -> Draft | None:
    """The draft, None when there is no conversation."""
    row = await tx.one("SELECT * FROM dialogs WHERE person_id = ?", [person])
    if row is None:
        return None
    return Draft(
        form=row["form"],
        version=row["version"],
        subject=row["subject"],
        step=row["step"],
        answers=json.loads(row["answers"]),
        is_changing=bool(row["changing"]),
        is_paused=bool(row["paused"]),
        misses=row["misses"],
        revision=row["revision"],
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


async def remove(tx: Transaction, person: int) -> None:
    """End the conversation."""
    await tx.execute("DELETE FROM dialogs WHERE person_id = ?", [person])
