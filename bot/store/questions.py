"""What somebody asked last and which event they saw last, so that a follow-up has a meaning."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.store.database import Reader, Transaction
from bot.store.rows import maybe_at, moment

REMEMBERED = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Talk:
    """What was talked of: the question asked last and the event shown last, each with its moment."""

    question: str | None = None
    asked_at: datetime | None = None
    event: int | None = None
    shown_at: datetime | None = None

    @property
    def question_since_event(self) -> str | None:
        """The question, unless the event was shown after it: then the talk begins with the event."""
        is_older = self.asked_at and self.shown_at and self.asked_at < self.shown_at
        return None if is_older else self.question


async def get_talk(tx: Reader, person: int, now: datetime) -> Talk:
    """What was talked of; nothing that is too long ago to be meant."""
    row = await tx.one("SELECT question, at, event_id, event_at FROM follow_ups WHERE person_id = ?", [person])
    if row is None:
        return Talk()
    asked, shown = maybe_at(row["at"]), maybe_at(row["event_at"])
    has_question = bool(row["question"]) and asked is not None and now - asked <= REMEMBERED
    has_event = row["event_id"] is not None and shown is not None and now - shown <= REMEMBERED
    return Talk(
        row["question"] if has_question else None,
        asked if has_question else None,
        row["event_id"] if has_event else None,
        shown if has_event else None,
    )


async def get_last(tx: Reader, person: int, now: datetime) -> str | None:
    """The last question, None when it is too long ago to be meant."""
    return (await get_talk(tx, person, now)).question


async def remove_old(tx: Transaction, now: datetime) -> int:
    """Forget what is too long ago to be meant."""
    then = {"then": moment(now - REMEMBERED)}
    await tx.execute("UPDATE follow_ups SET question = '' WHERE at < :then AND question <> ''", then)
    return await tx.execute("DELETE FROM follow_ups WHERE at < :then AND coalesce(event_at, at) < :then", then)


async def set_last(tx: Transaction, person: int, question: str, now: datetime) -> None:
    """Remember a question in place of the one before."""
    await tx.execute(
        """
        INSERT INTO follow_ups (person_id, question, at) VALUES (?, ?, ?)
        ON CONFLICT (person_id) DO UPDATE SET question = excluded.question, at = excluded.at
        """,
        [person, question, moment(now)],
    )


async def set_event(tx: Transaction, person: int, event: int | None, now: datetime) -> None:
    """Remember the event that is talked of in place of the one before; None for none."""
    await tx.execute(
        """
        INSERT INTO follow_ups (person_id, question, at, event_id, event_at) VALUES (:person, '', :now, :event, :now)
        ON CONFLICT (person_id) DO UPDATE SET event_id = excluded.event_id, event_at = excluded.event_at
        """,
        {"person": person, "event": event, "now": moment(now)},
    )
