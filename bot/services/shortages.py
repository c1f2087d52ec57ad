"""How many people are missing to the minimum, of an event and of its groups, and telling the team."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.events import Event, Group, Seats
from bot.domain.staff_notices import MinimumNotMet
from bot.services import staff_notices
from bot.store import events, signups
from bot.store.database import Database


@dataclass(frozen=True, slots=True)
class Shortage:
    """How many more people the event needs, and each group that needs some."""

    total: int
    groups: tuple[tuple[Group, int], ...]

    def __bool__(self) -> bool:
        return bool(self.total or self.groups)

    @property
    def people(self) -> int:
        """How many people are missing at least."""
        return max(self.total, sum(number for _, number in self.groups))


def of(event: Event, seats: Seats) -> Shortage:
    """What is missing to the minimum; empty when nothing is."""
    short = ((group, group.minimum - seats.by_group.get(group.id, 0)) for group in event.groups)
    return Shortage(
        max(0, event.plan.minimum - seats.taken), tuple((group, missing) for group, missing in short if missing > 0)
    )


async def tell(db: Database, event: int, *, now: datetime) -> None:
    """Tell the team once for each date of the event; a step of the bot itself."""
    async with db.transaction() as tx:
        found = await events.get(tx, event)
        if found is None or found.has_started(now) or not await events.tell_short(tx, event):
            return
        missing = of(found, await signups.count_seats(tx, event))
        if missing:
            await staff_notices.tell(
                tx,
                MinimumNotMet(found.id, missing.people),
                project=found.plan.project,
                event=found.id,
                key=f"short:{found.id}:{found.plan.starts_at.isoformat()}",
                now=now,
            )
