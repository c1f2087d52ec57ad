"""What happens to an event's people when the event changes: steps of importing and of the coordinator's desk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.events import Event, EventState, Group, Plan, Session
from bot.domain.notices import EventCalledOff, EventMoved, EventReopened, Notice
from bot.domain.signups import SignUp, State
from bot.services import reminders, seating
from bot.store import calls, events, outbox, people, placements, signups
from bot.store.database import Transaction

TAKES_BACK: Mapping[type[Notice], type[Notice]] = {EventReopened: EventCalledOff, EventCalledOff: EventReopened}
"""What takes back what: whoever has not heard of the one need not hear of the other."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An event as it shall be: its plan, groups and sessions.

    Groups and sessions with an id stay themselves wherever they stand; without ids they go by their place in the row.
    """

    plan: Plan
    groups: tuple[Group, ...] = ()
    sessions: tuple[Session, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """How many people hear of a change from the bot, and how many only by telephone.

    ``unheard`` are those who hear nothing, because what it takes back never reached them.
    """

    people: int = 0
    to_call: int = 0
    unheard: int = 0

    def __add__(self, other: "Told") -> "Told":
        return Told(self.people + other.people, self.to_call + other.to_call, self.unheard + other.unheard)

    @property
    def everybody(self) -> int:
        """All who hear of it."""
        return self.people + self.to_call


async def revise(tx: Transaction, old: Event, draft: Draft, *, now: datetime) -> Told:
    """Change an event: reminders are planned anew, more seats given, everybody concerned told once; gives how many."""
    await events.change(tx, old, draft.plan, draft.groups, draft.sessions, now=now)
    new = await events.get(tx, old.id)
    assert new is not None  # noqa: S101 - it was changed one statement ago, in this transaction
    told = Told()
    for signup in await signups.list_active(tx, new.id):
        if signup.state is State.CONFIRMED:
            await reminders.plan(tx, new, signup, now=now)
        moves = [await _since_told(tx, notice, new, signup) for notice in _moves(old, new, signup)]
        for number, notice in enumerate(one for one in moves if one):
            key = f"moved:{new.id}:{new.sequence}:{signup.person}" + (f":{number}" if number else "")
            told += await _told(tx, key, signup.person, notice, new, now=now)
    await seating.settle(tx, new, now=now)
    return told


async def _since_told(tx: Transaction, moved: EventMoved, new: Event, signup: SignUp) -> EventMoved | None:
    """The move from what the reader knows, if an earlier one is not on its way yet; None when it is undone by this."""
    for letter in await outbox.list_pending(tx, new.id, EventMoved.kind, signup.person):
        earlier = letter.notice
        if isinstance(earlier, EventMoved) and earlier.session == moved.session:
            await outbox.remove(tx, letter.id)
            place = new.place_of(next((one for one in new.sessions if one.id == moved.session), None))
            now = EventMoved(new.id, new.starts_at(moved.session).isoformat(), *place, moved.session)
            return None if earlier == now != moved else earlier
    return moved


def concerned(old: Event, new: Event, active: Sequence[SignUp]) -> list[SignUp]:
    """Whom a change would be told to."""
    return [signup for signup in active if _moves(old, new, signup)]


async def call_off(tx: Transaction, event: Event, *, now: datetime) -> Told:
    """The event will not take place: everybody who wanted to come is told once, reminders go; gives how many.

    Who was offered a seat waits again where they waited: an offer of nothing is not to lapse.
    """
    await events.set_state(tx, event.id, EventState.CALLED_OFF, now)
    told = Told()
    for signup in await signups.list_active(tx, event.id):
        await reminders.drop(tx, event.id, signup.person)
        if signup.state is State.OFFERED:
            await placements.set_waiting(tx, signup.id, signup.left_queue, now)
        key = f"called_off:{event.id}:{event.sequence + 1}:{signup.person}"
        told += await _turned(tx, key, signup.person, EventCalledOff(event.id), event, now=now)
    return told


async def reopen(tx: Transaction, event: Event, *, now: datetime) -> Told:
    """The event takes place after all: everybody keeps their place and is asked whether they still come.

    Who had not heard yet that it was called off hears nothing.
    """
    await events.set_state(tx, event.id, EventState.OPEN, now)
    opened = await events.get(tx, event.id)
    assert opened is not None  # noqa: S101 - it was opened one statement ago, in this transaction
    told = Told()
    for signup in await signups.list_active(tx, event.id):
        if signup.state is State.CONFIRMED:
            await reminders.plan(tx, opened, signup, now=now)
        key = f"reopened:{event.id}:{opened.sequence}:{signup.person}"
        told += await _turned(tx, key, signup.person, EventReopened(event.id), opened, now=now)
    await seating.settle(tx, opened, now=now)
    return told


async def tell(tx: Transaction, key: str, person: int, notice: Notice, event: Event, *, now: datetime) -> bool:
    """Queue a message about a change, useful until the event begins."""
    until = event.plan.ends_at if event.sessions else event.plan.starts_at
    return await outbox.add(tx, key, person, notice, event=event.id, due_at=now, useful_until=until, now=now)


async def _turned(tx: Transaction, key: str, person: int, notice: Notice, event: Event, *, now: datetime) -> Told:
    """Tell of one of the two that take each other back; a call about the other is not to be made any more."""
    taken_back = TAKES_BACK[type(notice)].kind
    await calls.remove_open(tx, event.id, person, taken_back)
    if await outbox.remove_pending(tx, event.id, taken_back, person):
        return Told(unheard=1)
    return await _told(tx, key, person, notice, event, now=now)


async def _told(tx: Transaction, key: str, person: int, notice: Notice, event: Event, *, now: datetime) -> Told:
    if not await tell(tx, key, person, notice, event, now=now):
        return Told()
    return Told(to_call=1) if await people.list_unreachable(tx, [person]) else Told(people=1)


def _moves(old: Event, new: Event, signup: SignUp) -> Sequence[EventMoved]:
    """What the person has to be told: that the event moved, or which of their sessions did."""
    if new.sessions and not old.sessions and _session_place(new.sessions[0], new) == _where_and_when_of_one(old):
        return []
    if not (old.sessions and new.sessions):
        moved = _where_and_when(old.plan) != _where_and_when(new.plan)
        return [EventMoved(new.id, old.plan.starts_at.isoformat(), old.plan.place, old.plan.address)] if moved else []
    before = {one.id: one for one in old.sessions}
    concerned = signup.details.sessions or tuple(before)
    return [
        EventMoved(new.id, was.starts_at.isoformat(), *old.place_of(was), one.id)
        for one in new.sessions
        if one.id in concerned and (was := before.get(one.id)) and _session_place(was, old) != _session_place(one, new)
    ]


def _session_place(one: Session, event: Event) -> tuple[object, ...]:
    return one.starts_at, one.ends_at, event.place_of(one), event.plan.online_link


def _where_and_when_of_one(event: Event) -> tuple[object, ...]:
    """The same of an event without sessions, which may become the first of a course."""
    return event.plan.starts_at, event.plan.ends_at, event.place_of(None), event.plan.online_link


def _where_and_when(plan: Plan) -> tuple[object, ...]:
    return plan.starts_at, plan.ends_at, plan.place, plan.address, plan.online_link
