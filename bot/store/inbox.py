"""The inbox: questions passed on, who has taken them, how they ended."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime

from bot.domain.inbox import InboxQuestion, InboxState
from bot.store.database import Reader, Row, Transaction
from bot.store.rows import at, maybe_at, moment

_SELECT = """
    SELECT inbox.*, faq.id AS faq_id FROM inbox LEFT JOIN faq ON faq.inbox_id = inbox.id AND faq.removed_at IS NULL
"""
_REACHED = """
    state IN (SELECT value FROM json_each(:states))
    AND (:projects IS NULL OR inbox.project IN (SELECT value FROM json_each(:projects)))
"""


async def add(tx: Transaction, person: int, project: str, question: str, language: str, now: datetime) -> int:
    """Put a question in; gives its id."""
    return await tx.insert(
        "INSERT INTO inbox (person_id, project, question, language, created_at) VALUES (?, ?, ?, ?, ?)",
        [person, project, question, language, moment(now)],
    )


async def find_open(tx: Reader, person: int, project: str, question: str) -> InboxQuestion | None:
    """The same question of the same person, still open."""
    row = await tx.one(
        f"{_SELECT} WHERE person_id = ? AND inbox.question = ? AND inbox.project = ? AND state = 'open'",
        [person, question, project],
    )
    return _question(row) if row else None


async def get(tx: Reader, question: int) -> InboxQuestion | None:
    """The question, None when there is none (any more)."""
    row = await tx.one(f"{_SELECT} WHERE inbox.id = ?", [question])
    return _question(row) if row else None


async def find_before(tx: Reader, question: InboxQuestion) -> InboxQuestion | None:
    """What the same person asked about the same project last, before this question."""
    row = await tx.one(
        f"{_SELECT} WHERE inbox.person_id = ? AND inbox.project = ? AND inbox.id < ? ORDER BY inbox.id DESC LIMIT 1",
        [question.person, question.project, question.id],
    )
    return _question(row) if row else None


async def list_page(
    tx: Reader, states: Sequence[InboxState], projects: Collection[str] | None, *, limit: int, offset: int
) -> list[InboxQuestion]:
    """Questions in one of ``states`` about one of ``projects`` (None: all), the newest first."""
    rows = await tx.all(
        f"{_SELECT} WHERE {_REACHED} ORDER BY inbox.created_at DESC, inbox.id DESC LIMIT :limit OFFSET :offset",
        {**_reached(states, projects), "limit": limit, "offset": offset},
    )
    return [_question(row) for row in rows]


async def count(tx: Reader, states: Sequence[InboxState], projects: Collection[str] | None) -> int:
    """How many there are."""
    row = await tx.one(f"SELECT count(*) AS n FROM inbox WHERE {_REACHED}", _reached(states, projects))
    return int(row["n"]) if row else 0


async def has_any(tx: Reader, person: int) -> bool:
    """Whether there is any question of this person."""
    return await tx.one("SELECT 1 FROM inbox WHERE person_id = ? LIMIT 1", [person]) is not None


async def count_since(tx: Reader, person: int, since: datetime) -> int:
    """How many the person passed on since then."""
    row = await tx.one(
        "SELECT count(*) AS n FROM inbox WHERE person_id = ? AND created_at > ?", [person, moment(since)]
    )
    return int(row["n"]) if row else 0


async def list_unreported(tx: Reader, before: datetime) -> list[InboxQuestion]:
    """Open questions older than that of which the team was not told."""
    rows = await tx.all(
        f"{_SELECT} WHERE state = 'open' AND inbox.created_at <= ? AND reported_at IS NULL", [moment(before)]
    )
    return [_question(row) for row in rows]


async def set_reported(tx: Transaction, question: int, now: datetime) -> None:
    """The team was told that it waits."""
    await tx.execute("UPDATE inbox SET reported_at = ? WHERE id = ?", [moment(now), question])


async def set_claim(tx: Transaction, question: int, person: int | None, now: datetime) -> None:
    """Give the question to somebody, or to nobody."""
    await tx.execute(
        "UPDATE inbox SET claimed_by = ?, claimed_at = ? WHERE id = ?",
        [person, moment(now) if person is not None else None, question],
    )


async def set_state(
    tx: Transaction, question: int, state: InboxState, *, by: int, answer: str | None = None, now: datetime
) -> None:
    """End the question, or open it again."""
    is_open = state is InboxState.OPEN
    await tx.execute(
        """
        UPDATE inbox SET state = ?, answer = ?, answered_by = ?, ended_at = ?, claimed_by = NULL, claimed_at = NULL
        WHERE id = ?
        """,
        [state, answer, None if is_open else by, None if is_open else moment(now), question],
    )


async def is_muted(tx: Reader, person: int) -> bool:
    """Whether the person's questions are not taken any more."""
    return bool(await tx.value("SELECT is_muted FROM people WHERE id = ?", [person]))


async def set_muted(tx: Transaction, person: int, *, muted: bool) -> None:
    """Take no more questions from the person, or take them again."""
    await tx.execute("UPDATE people SET is_muted = ? WHERE id = ?", [int(muted), person])


def _reached(states: Sequence[InboxState], projects: Collection[str] | None) -> dict[str, object]:
    return {
        "states": json.dumps(list(states)),
        "projects": None if projects is None else json.dumps(sorted(projects)),
    }


def _question(row: Row) -> InboxQuestion:
    return InboxQuestion(
        id=row["id"],
        person=row["person_id"],
        project=row["project"],
        text=row["question"],
        language=row["language"],
        state=InboxState(row["state"]),
        claimed_by=row["claimed_by"],
        claimed_at=maybe_at(row["claimed_at"]),
        answer=row["answer"],
        created_at=at(row["created_at"]),
        faq=row["faq_id"],
    )
