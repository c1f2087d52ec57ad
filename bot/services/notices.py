"""Messages on their way: claimed, checked once more, and written down as they end.

These are steps of the bot itself; no actor asks for them, so they ask no permission.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain import access, schedule
from bot.domain.announcements import ApprovalGiven, ApprovalWanted, Copy
from bot.domain.clock import zone_of
from bot.domain.events import Event, EventState
from bot.domain.notices import (
    About,
    EventCalledOff,
    EventMoved,
    EventReopened,
    Notice,
    Priority,
    Reminder,
    SeatOffered,
)
from bot.domain.people import Person
from bot.domain.signups import SignUp
from bot.domain.staff_notices import StaffDigest, StaffNotice
from bot.services import bulletins, staff_digests
from bot.services.bulletins import Bulletin
from bot.store import events, news, outbox, people, signups
from bot.store.database import Database, Reader, Transaction
from bot.store.outbox import Letter

REMINDERS = "reminders"
"""The kind of messages somebody may not want."""
TRIES = 6
"""How often a message is tried before a person has to call."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message that may go out now: what to say, to whom, about what."""

    letter: Letter
    person: Person
    event: Event
    signup: SignUp


@dataclass(frozen=True, slots=True)
class Memo:
    """A message that may go out now and is not about the reader's own sign-up; ``event`` is what it is about.

    A digest has ``parts``: what it tells of, each as a message of its own would; ``times`` notices say the same.
    """

    letter: Letter
    person: Person
    event: Event | None
    parts: tuple["Memo", ...] = ()
    times: int = 1


@dataclass(frozen=True, slots=True)
class Dropped:
    """A message that must not go out any more, and why; ``call`` is why somebody has to call instead, if so."""

    reason: str
    call: str = ""


@dataclass(frozen=True, slots=True)
class Later:
    """A message that has to wait until morning."""

    until: datetime


async def recover(db: Database, *, now: datetime) -> int:
    """After a start: messages in flight when the process ended may or may not have arrived.

    Reminders, offers and changes are sent again, broadcasts are not; either way it is recorded. Gives how many.
    """
    async with db.transaction() as tx:
        stranded = await outbox.list_stranded(tx)
        for letter in stranded:
            if _is_once(letter):
                await outbox.end(tx, letter.id, "unknown", "the bot stopped while sending", now)
            else:
                await outbox.put_off(tx, letter.id, now, "the bot stopped while sending", in_doubt=True)
    return len(stranded)


async def claim(db: Database, *, now: datetime, limit: int) -> list[Letter]:
    """Due messages, now marked as being sent."""
    async with db.transaction() as tx:
        return await outbox.claim(tx, now, limit)


async def prepare(db: Database, letter: Letter, *, now: datetime) -> Delivery | Memo | Bulletin | None:
    """The message as it may go out now, after a last look at the state of things; None when it may not."""
    async with db.reading() as tx:
        checked = await _checked(tx, letter, now)
    if isinstance(checked, Delivery | Memo | Bulletin):
        return checked
    async with db.transaction() as tx:
        if isinstance(checked, Later):
            await outbox.put_off(tx, letter.id, checked.until, "night", in_doubt=False)
            await bulletins.hold(tx, letter, checked.until)
        else:
            await outbox.end(tx, letter.id, "dropped", checked.reason, now)
            if checked.call:
                await _call(tx, letter, checked.call, now)
    return None


async def sent(db: Database, letter: Letter, *, copy: Copy | None = None, revision: int = 0, now: datetime) -> None:
    """It arrived; what asks whether somebody comes is counted. A ``copy`` of an announcement is kept."""
    async with db.transaction() as tx:
        await outbox.end(tx, letter.id, "sent", None, now)
        if copy:
            await bulletins.arrived(tx, copy, revision, now)
        event = await events.get(tx, letter.event) if letter.event is not None else None
        if event and _asks(letter.notice, event):
            is_news = not isinstance(letter.notice, Reminder)
            await signups.was_asked(tx, event.id, letter.person, anew=is_news)


async def blocked(db: Database, letter: Letter, *, now: datetime) -> None:
    """The person blocked the bot or is gone: no more messages, somebody has to call."""
    async with db.transaction() as tx:
        await outbox.end(tx, letter.id, "failed", "blocked", now)
        await people.set_reachable(tx, letter.person, False)
        await _call(tx, letter, "blocked", now)


async def refused(db: Database, letter: Letter, reason: str, *, now: datetime) -> None:
    """Telegram will not take this message, however often it is tried."""
    async with db.transaction() as tx:
        await outbox.end(tx, letter.id, "failed", reason, now)
        await _call(tx, letter, "failed", now)


async def ambiguous(db: Database, letter: Letter, reason: str, *, now: datetime) -> None:
    """Sent or not sent, nobody knows: tried again while of use, a broadcast never."""
    await _again(db, letter, reason, in_doubt=True, now=now)


async def failed(db: Database, letter: Letter, reason: str, *, now: datetime) -> None:
    """Not sent, but it may go better next time."""
    await _again(db, letter, reason, in_doubt=False, now=now)


async def _again(db: Database, letter: Letter, reason: str, *, in_doubt: bool, now: datetime) -> None:
    retry = now + timedelta(seconds=5 * 4 ** min(letter.attempts - 1, 5))
    too_late = letter.useful_until is not None and retry >= letter.useful_until
    async with db.transaction() as tx:
        if in_doubt and _is_once(letter):
            await outbox.end(tx, letter.id, "unknown", reason, now)
        elif too_late or letter.attempts >= TRIES:
            await outbox.end(tx, letter.id, "failed", reason, now)
            await _call(tx, letter, "failed", now)
        else:
            await outbox.put_off(tx, letter.id, retry, reason, in_doubt=in_doubt)


def _is_once(letter: Letter) -> bool:
    """Whether it is better lost than sent twice."""
    return letter.priority is Priority.BROADCAST and not letter.notice.is_idempotent


async def _call(tx: Transaction, letter: Letter, reason: str, now: datetime) -> None:
    """Somebody has to call, unless it was news that is about nothing the person signed up for."""
    if letter.priority is not Priority.BROADCAST or letter.event is not None:
        await outbox.add_call(tx, letter.id, letter.person, reason, now)


async def next_due(db: Database, *, to: Iterable[int] | None = None) -> datetime | None:
    """When the next message is due, to anybody or to one of the Telegram accounts ``to``."""
    async with db.reading() as tx:
        return await outbox.next_due(tx, to)


async def _checked(tx: Reader, letter: Letter, now: datetime) -> Delivery | Memo | Bulletin | Dropped | Later:
    person = await people.get(tx, letter.person)
    event = await events.get(tx, letter.event) if letter.event is not None else None
    if person is None or (event is None and letter.event is not None):
        return Dropped("gone")
    if letter.useful_until is not None and now >= letter.useful_until:
        return Dropped("late")
    found = await _still_true(tx, letter, person, event, now)
    if isinstance(found, Dropped):
        return found
    if person.telegram_id is None or not person.is_reachable:
        return Dropped("unreachable", "phone" if person.telegram_id is None else "blocked")
    if isinstance(found, Bulletin | Later):
        return found
    return (None if _may_wake(letter.notice) else _until_morning(event, now)) or found


async def _still_true(
    tx: Reader, letter: Letter, person: Person, event: Event | None, now: datetime
) -> Delivery | Memo | Bulletin | Dropped | Later:
    match letter.notice.about:
        case About.ANNOUNCEMENT:
            copy = await bulletins.check(tx, letter, person, now=now)
            if isinstance(copy, Bulletin):
                return copy
            return Dropped(copy) if isinstance(copy, str) else Later(copy)
        case About.STAFF:
            return await _for_staff(tx, letter, person, event, now)
        case About.PERSON:
            return Memo(letter, person, event)
        case _:
            signup = await signups.find(tx, event.id, person.id) if event else None
            if event is None or signup is None:
                return Dropped("gone")
            if not _is_wanted(letter.notice, event, signup):
                return Dropped("cancelled")
            if await _is_refused(tx, letter, event):
                return Dropped("not wanted")
            is_late = _begins(letter.notice, event) <= now
            return Dropped("late") if is_late else Delivery(letter, person, event, signup)


async def _for_staff(tx: Reader, letter: Letter, person: Person, event: Event | None, now: datetime) -> Memo | Dropped:
    match letter.notice:
        case StaffDigest() as digest:
            parts = [
                Memo(replace(letter, notice=one.notice), person, one.event, times=one.times)
                for one in await staff_digests.gathered(tx, digest, person, now=now)
            ]
            return Memo(letter, person, None, tuple(parts)) if parts else Dropped("settled")
        case StaffNotice() as told:
            fresh = await staff_digests.as_of_now(tx, told, person, event, now=now)
            return Memo(replace(letter, notice=fresh), person, event) if fresh else Dropped("settled")
        case _:
            is_staff = access.is_staff_of(await people.grants(tx, person.id), event.plan.project if event else "")
            return Memo(letter, person, event) if is_staff else Dropped("no role")


def _is_wanted(notice: Notice, event: Event, signup: SignUp) -> bool:
    if (event.state is EventState.CALLED_OFF) != isinstance(notice, EventCalledOff):
        return False
    if isinstance(notice, SeatOffered) and signup.offered_until != datetime.fromisoformat(notice.until):
        return False
    return signup.state in notice.states


async def _is_refused(tx: Reader, letter: Letter, event: Event) -> bool:
    """Whether the person wants no reminders; where silence may cost the seat they are asked all the same."""
    if not isinstance(letter.notice, Reminder) or event.plan.release_unconfirmed:
        return False
    return REMINDERS in await news.list_opt_outs(tx, letter.person)


def _asks(notice: Notice, event: Event) -> bool:
    """Whether the message asks if the reader comes; another place alone does not."""
    match notice:
        case EventMoved(old_starts_at=before, session=session):
            return datetime.fromisoformat(before) != event.starts_at(session)
        case _:
            return isinstance(notice, Reminder | EventReopened)


def _begins(notice: Notice, event: Event) -> datetime:
    """The start after which the notice is of no use."""
    match notice:
        case Reminder(session=session) | EventMoved(session=session):
            return event.starts_at(session)
        case _:
            return max(starts for starts, _ in event.times())


def _may_wake(notice: Notice) -> bool:
    """Whether it is about an announcement that cannot wait for the morning either."""
    match notice:
        case ApprovalWanted(is_urgent=True) | ApprovalGiven(is_urgent=True):
            return True
        case _:
            return False


def _until_morning(event: Event | None, now: datetime) -> Later | None:
    zone = zone_of(now)
    until = schedule.morning(now, zone)
    if until == now:
        return None
    start = event.plan.starts_at if event else None
    return Later(until) if start is None or (until < start and not schedule.is_night(start, zone)) else None
