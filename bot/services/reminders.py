"""Reminders: planned with the sign-up, answered with a press."""

from datetime import datetime

from bot.domain import schedule
from bot.domain.clock import zone_of
from bot.domain.events import Event
from bot.domain.notices import Reminder
from bot.store import outbox
from bot.store.database import Transaction


async def plan(tx: Transaction, event: Event, person: int, *, now: datetime) -> None:
    """Queue the reminders still to come for somebody with a seat, in place of those planned before."""
    await outbox.remove_pending(tx, event.id, Reminder.kind, person)
    for due in schedule.plan(event.plan.starts_at, event.plan.reminders, now, zone_of(now)):
        await outbox.add(
            tx,
            f"reminder:{event.id}:{person}:{event.plan.starts_at.isoformat()}:{due.offset}",
            person,
            Reminder(event.id, due.offset),
            event=event.id,
            due_at=due.at,
            useful_until=due.useful_until,
            now=now,
        )


async def drop(tx: Transaction, event: int, person: int) -> None:
    """Take back what is planned for somebody who does not come."""
    await outbox.remove_pending(tx, event, Reminder.kind, person)
