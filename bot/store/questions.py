"""What somebody asked lately and what was shown or told to them last, so that a follow-up has a meaning."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.inbox import sign_of
from bot.store.database import Reader, Transaction
from bot.store.rows import maybe_at, moment

REMEMBERED = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Talk:
    """What was talked of: the question asked last, unless something was shown since, the event and the project."""

    question: str | None = None
    event: int | None = None
    project: str = ""


async def get_talk(tx: Reader, person: int, now: datetime) -> Talk:
    """What was talked of; nothing that is too long ago to be meant."""
    row = await tx.one("SELECT question, at, event_id, project, event_at FROM follow_ups WHERE person_id = ?", [person])
    if row is None:
        return Talk()
    asked, shown = maybe_at(row["at"]), maybe_at(row["event_at"])
    has_question = bool(row["question"]) and asked is not None and now - asked <= REMEMBERED
    is_meant = shown is not None and now - shown <= REMEMBERED
    return Talk(
        row["question"] if has_question else None,
        row["event_id"] if is_meant else None,
        row["project"] if is_meant else "",
    )


async def get_signed(tx: Reader, person: int, sign: int, now: datetime) -> str | None:
    """The question with this checksum, None when it is too long ago to be meant."""
    row = await tx.one(
        "SELECT question FROM asked_lately WHERE person_id = ? AND sign = ? AND at >= ?",
        [person, sign, moment(now - REMEMBERED)],
    )
    return row["question"] if row else None


async def remove_old(tx: Transaction, now: datetime) -> int:
    """Forget what is too long ago to be meant."""
    then = {"then": moment(now - REMEMBERED)}
    await tx.execute("DELETE FROM asked_lately WHERE at < :then", then)
    await tx.execute("UPDATE follow_ups SET question = '' WHERE at < :then AND question <> ''", then)
    return await tx.execute("DELETE FROM follow_ups WHERE at < :then AND coalesce(event_at, at) < :then", then)


async def set_last(tx: Transaction, person: int, question: str, now: datetime) -> None:
    """Remember a question: the last one now, and for a while one of those asked lately."""
    await tx.execute(
        """
        INSERT INTO asked_lately (person_id, sign, question, at) VALUES (?, ?, ?, ?)
        ON CONFLICT (person_id, sign) DO UPDATE SET question = excluded.question, at = excluded.at
        """,
        [person, sign_of(question), question, moment(now)],
    )
    await tx.execute(
        """
        INSERT INTO follow_ups (person_id, question, at) VALUES (?, ?, ?)
        ON CONFLICT (person_id) DO UPDATE SET question = excluded.question, at = excluded.at
        """,
        [person, question, moment(now)],
    )


async def clear_last(tx: Transaction, person: int) -> None:
    """The last question is gone on from no more; the buttons under its answer still know it."""
    await tx.execute("UPDATE follow_ups SET question = '' WHERE person_id = ?", [person])


async def set_subject(tx: Transaction, person: int, event: int | None, project: str, now: datetime) -> None:
    """Remember the event and the project that are talked of in place of those before; none where left empty."""
    await tx.execute(
        """
        INSERT INTO follow_ups (person_id, question, at, event_id, project, event_at)
        VALUES (:person, '', :now, :event, :project, :now)
        ON CONFLICT (person_id) DO UPDATE
        SET event_id = excluded.event_id, project = excluded.project, event_at = excluded.event_at
        """,
        {"person": person, "event": event, "project": project, "now": moment(now)},
    )
