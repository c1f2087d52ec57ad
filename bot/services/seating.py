"""The one step that gives seats: used by every sign-up, cancellation, decision, lapsed offer and change of capacity."""

from datetime import datetime

from bot.domain import courses, offers, seats
from bot.domain.clock import zone_of
from bot.domain.events import Event, EventState
from bot.domain.notices import Notice, OfferLapsed, SeatOffered
from bot.domain.seats import Limit, Room
from bot.domain.signups import SignUp, State
from bot.domain.staff_notices import AlmostFull
from bot.services import reminders, staff_notices
from bot.store import applications, outbox, quotas, rooms, signups
from bot.store.database import Reader, Transaction


async def settle(tx: Transaction, event: Event, *, now: datetime, acting: int | None = None) -> None:
    """Give the free seats to whoever waits and fits, in order of arrival.

    The ``acting`` person gets the seat at once; everybody else is offered it, with time to answer. Seats that
    count towards a quota over several events are given in all of them.
    """
    await _settle(tx, event, now, acting)
    if any(group.quota for group in event.groups):
        for other in await quotas.list_sharing(tx, event.id):
            await _settle(tx, other, now, acting=None)


async def _settle(tx: Transaction, event: Event, now: datetime, acting: int | None) -> None:
    if event.last_entry <= now or event.state is not EventState.OPEN or await waits_for_decisions(tx, event, now):
        return
    room = still_of_use(await rooms.get(tx, event), event, now)
    seated = seats.seat(room, await rooms.queue(tx, event, room))
    for party in seated:
        signup = await signups.get(tx, party.signup)
        assert signup is not None  # noqa: S101 - it was in the queue one statement ago, in this transaction
        if signup.person == acting:
            await give(tx, event, signup, now=now)
        else:
            await _offer(tx, event, signup, now)
    if seated:
        await tell_few(tx, event, now=now)


async def waits_for_decisions(tx: Reader, event: Event, now: datetime) -> bool:
    """Whether the waiting list stands still: whoever applied in time is decided about first."""
    if not event.plan.approval or (event.plan.decide_by and event.plan.decide_by <= now):
        return False
    return bool(await applications.count_open(tx, event.id))


async def tell_few(tx: Transaction, event: Event, *, now: datetime) -> None:
    """Tell the team, once for as many seats as there are, that only a few are left."""
    total = event.capacity
    free = await seats_left(tx, event)
    if total is not None and free is not None and seats.is_few(free, total) and free < total:
        key = f"almost_full:{event.id}:{total}"
        await staff_notices.tell(
            tx, AlmostFull(event.id, free), project=event.plan.project, event=event.id, key=key, now=now
        )


async def seats_left(tx: Reader, event: Event) -> int | None:
    """The seats people can still have: no more than its groups hold, where all of them are limited."""
    room = await rooms.get(tx, event)
    limits = (room.free, None if event.seats_in_groups is None else room.in_groups)
    return min((one for one in limits if one is not None), default=None)


def still_of_use(room: Room, event: Event, now: datetime) -> Room:
    """The room without the sessions of a course that have begun: they hold nobody back any more."""
    past = {(Limit.SESSION, one.id) for one in event.sessions if one.starts_at <= now}
    return Room({key: left for key, left in room.left.items() if key not in past})


async def give(tx: Transaction, event: Event, signup: SignUp, *, now: datetime) -> None:
    """A seat, for good: reminders begin."""
    await signups.set_state(tx, signup.id, State.CONFIRMED, now)
    await reminders.plan(tx, event, signup, now=now)


async def lapse(tx: Transaction, event: Event, signup: SignUp, *, now: datetime) -> None:
    """Nobody answered an offer in time: it passes on, and the person waits at the end of the queue, or no longer.

    Whoever is offered the same seat again at once, because nobody else waits, is told only of that.
    """
    is_off = signup.offers_missed + 1 >= offers.CHANCES or event.last_entry <= now
    if is_off:
        await signups.set_state(tx, signup.id, State.CANCELLED, now)
    else:
        await signups.miss_offer(tx, signup.id, now)
    await settle(tx, event, now=now)
    after = await signups.get(tx, signup.id)
    if after and after.state is not State.OFFERED:
        notice = OfferLapsed(event.id, is_off)
        await _tell(tx, f"lapsed:{signup.id}:{now.isoformat()}", event, signup, notice, now, None)


async def _offer(tx: Transaction, event: Event, signup: SignUp, now: datetime) -> None:
    until = offers.lapses_at(courses.next_start(event, signup.details, now), now, zone_of(now))
    await signups.offer(tx, signup.id, until, now)
    is_last = signup.offers_missed + 1 >= offers.CHANCES
    notice = SeatOffered(event.id, until.isoformat(), is_last)
    await _tell(tx, f"offer:{signup.id}:{now.isoformat()}", event, signup, notice, now, until)


async def _tell(
    tx: Transaction, key: str, event: Event, signup: SignUp, notice: Notice, now: datetime, until: datetime | None
) -> None:
    await outbox.add(
        tx,
        key,
        signup.person,
        notice,
        event=event.id,
        due_at=now,
        useful_until=until or event.last_entry,
        now=now,
    )
