"""The one step that gives seats: used by every sign-up, cancellation, change of capacity."""

from datetime import datetime

from bot.domain import seats
from bot.domain.events import Event, EventState
from bot.domain.notices import SeatGiven
from bot.domain.seats import Room
from bot.domain.signups import State
from bot.services import reminders
from bot.store import outbox, signups
from bot.store.database import Transaction


async def settle(tx: Transaction, event: Event, *, now: datetime, acting: int | None = None) -> None:
    """Seat whoever waits and fits, in order of arrival. Everybody but the ``acting`` person is sent a notice."""
    if event.has_started(now) or event.state is EventState.CALLED_OFF:
        return
    taken = await signups.count_seats(tx, event.id)
    left = {g.id: None if g.seats is None else g.seats - taken.by_group.get(g.id, 0) for g in event.groups}
    for party in seats.seat(Room(taken.free, left), await signups.list_queue(tx, event.id)):
        await signups.set_state(tx, party.signup, State.CONFIRMED, now)
        signup = await signups.get(tx, party.signup)
        assert signup is not None  # noqa: S101 - it was in the queue one statement ago, in this transaction
        await reminders.plan(tx, event, signup.person, now=now)
        if signup.person != acting:
            await outbox.add(
                tx,
                f"seat:{signup.id}:{now.isoformat()}",
                signup.person,
                SeatGiven(event.id),
                event=event.id,
                due_at=now,
                useful_until=event.plan.starts_at,
                now=now,
            )
