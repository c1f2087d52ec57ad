"""Whether the store works and messages leave. A look of the bot at itself: no actor asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.store import outbox
from bot.store.database import Database

PATIENCE = timedelta(minutes=5)
"""How late messages may be while none of them moves."""


@dataclass(frozen=True, slots=True)
class Health:
    """Messages by state, how late the longest waiting one is, and how long ago the last one ended."""

    messages: Mapping[str, int]
    overdue: timedelta
    quiet: timedelta | None

    @property
    def is_stuck(self) -> bool:
        """Whether messages are late and none has ended lately; a long announcement moves, and is not stuck."""
        return self.overdue > PATIENCE and (self.quiet is None or self.quiet > PATIENCE)


async def look(db: Database, *, now: datetime) -> Health:
    """The state of things, seen by the connection that writes: it fails when writing would."""
    async with db.transaction() as tx:
        messages = await outbox.count_by_state(tx)
        due = await outbox.next_due(tx)
        overdue = max(now - due, timedelta()) if due else timedelta()
        ended = await outbox.last_ended(tx) if overdue > PATIENCE else None
    return Health(messages, overdue, now - ended if ended else None)
