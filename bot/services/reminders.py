"""Reminders: planned with the sign-up, answered with a press."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.domain import courses, schedule
from bot.domain.clock import zone_of
from bot.domain.events import Event
from bot.domain.notices import Reminder
from bot.domain.signups import SignUp
from bot.store import outbox
from bot.store.database import Transaction

FAR = timedelta(days=3)
"""Only the first session of a course is announced earlier than this; between sessions it would be noise."""


async def plan(tx: Transaction, event: Event, signup: SignUp, *, now: datetime) -> None:
    """Queue the reminders still to come for somebody with a seat, in place of those planned before."""
    await outbox.remove_pending(tx, event.id, Reminder.kind, signup.person)
    for session, starts, offsets in _occasions(event, signup):
        for due in schedule.plan(starts, offsets, now, zone_of(now)):
            await outbox.add(
                tx,
                f"reminder:{event.id}:{signup.person}:{starts.isoformat()}:{due.offset}",
                signup.person,
                Reminder(event.id, due.offset, session),
                event=event.id,
                due_at=due.at,
                useful_until=due.useful_until,
                now=now,
            )


async def drop(tx: Transaction, event: int, person: int) -> None:
    """Take back what is planned for somebody who does not come."""
    await outbox.remove_pending(tx, event, Reminder.kind, person)


def _occasions(event: Event, signup: SignUp) -> Iterator[tuple[int | None, datetime, Sequence[str]]]:
    """What to remind of: the event, or each session of theirs; where it starts, with which offsets."""
    if not event.sessions:
        yield None, event.plan.starts_at, event.plan.reminders
    for number, one in enumerate(courses.enrolled(event, signup.details)):
        if one.id in signup.misses:
            continue
        offsets = [offset for offset in event.plan.reminders if number == 0 or schedule.length(offset) < FAR]
        yield one.id, one.starts_at, offsets
