"""Taking attendance: the list to tick off, one by one, by numbers or by ticket; twice is the same as once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain import access, attendance, courses, reach
from bot.domain.access import Permission
from bot.domain.attendance import COMING, EARLY, WALK_IN, Numbers
from bot.domain.audit import Action
from bot.domain.events import Event, EventState, Session
from bot.domain.pages import find_page
from bot.domain.people import Actor
from bot.domain.refusals import EventGone, ParticipantGone
from bot.domain.signups import SignUp, State
from bot.services import outcomes
from bot.store import attendance as store
from bot.store import audit, events, signups, staff_events
from bot.store.attendance import Presence
from bot.store.database import Database, Reader, Transaction
from bot.store.folding import by_surname

ON_PAGE = 10
EVENTS = 8
BEHIND = timedelta(days=14)
OTHERS = frozenset({State.WAITING, State.APPLIED, State.CANCELLED, State.REJECTED})
"""Who is not on the list and may stand at the door all the same."""


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody on the list, under the number the printed sheet gives them; companions have the numbers after it."""

    number: int
    signup: SignUp
    presence: Presence | None = None

    @property
    def last(self) -> int:
        """The number of the last companion, the own one without any."""
        return self.number + self.signup.size - 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the list of an event, or of one ``session``; ``present`` and ``expected`` count people.

    ``heads`` are people who came without giving a name; ``is_others`` is the list of those without a seat.
    """

    event: Event
    session: Session | None
    lines: tuple[Line, ...]
    page: int
    pages: int
    present: int
    expected: int
    heads: int
    is_others: bool = False


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """Who stands at the door: ``is_expected`` says whether they have a seat, ``before`` who noted them earlier.

    Whoever is not expected is not noted as present.
    """

    event: Event
    session: Session | None
    signup: SignUp
    is_expected: bool
    before: Presence | None


@dataclass(frozen=True, slots=True)
class Batch:
    """Several noted at one moment, by which they can be taken back; ``already`` were there before.

    ``missing`` are numbers the list does not have.
    """

    event: Event
    session: Session | None
    numbers: Numbers
    noted: tuple[Line, ...]
    already: tuple[Line, ...]
    missing: tuple[int, ...]
    at: datetime


async def upcoming(db: Database, actor: Actor, *, now: datetime) -> tuple[Event, ...]:
    """The events whose attendance the actor may take: what is on now first, then the nearest."""
    projects = reach.projects(actor, Permission.CHECK_IN)
    async with db.reading() as tx:
        found = await staff_events.list_page(tx, now - BEHIND, projects, now=now, limit=50, offset=0)
    held = [event for event in found if event.state is EventState.OPEN]
    return tuple(sorted(held, key=lambda event: _distance(event, now))[:EVENTS])


async def sheet(
    db: Database, actor: Actor, event: int, session: int, page: int, *, is_others: bool = False, now: datetime
) -> Sheet:
    """A page of the list; ``session`` 0 is the one that is on. Kept in the audit log."""
    async with db.transaction() as tx:
        found = await for_check_in(tx, actor, event)
        made = await _sheet(tx, found, attendance.session_of(found, session, now), page, is_others=is_others)
        await audit.add(tx, actor.id, Action.LIST_SEEN, event=event, facts={"people": len(made.lines)}, now=now)
    return made


async def mark(
    db: Database, actor: Actor, signup: int, session: int, page: int, *, is_here: bool, is_others: bool, now: datetime
) -> Sheet:
    """Note that somebody is there, or is not; gives the page again, with what others noted meanwhile."""
    async with db.transaction() as tx:
        event, found = await _signup(tx, actor, signup)
        held = attendance.session_of(event, session, now)
        attendance.check_begun(event, held, now, EARLY)
        await (note if is_here else take_back)(tx, actor, event, held, found, now)
        return await _sheet(tx, event, held, page, is_others=is_others)


async def mark_numbers(
    db: Database, actor: Actor, event: int, session: int, numbers: Numbers, *, now: datetime
) -> Batch:
    """Note everybody under these numbers of the list; a companion's number is the host's."""
    async with db.transaction() as tx:
        found = await for_check_in(tx, actor, event)
        held = attendance.session_of(found, session, now)
        attendance.check_begun(found, held, now, EARLY)
        lines = await _lines(tx, found, held)
        meant = [line for line in lines if any(line.number <= one <= line.last for one in numbers.all)]
        for line in meant:
            await note(tx, actor, found, held, line.signup, now)
    return Batch(
        found,
        held,
        numbers,
        tuple(line for line in meant if line.presence is None),
        tuple(line for line in meant if line.presence),
        tuple(one for one in numbers.all if not any(line.number <= one <= line.last for line in lines)),
        now,
    )


async def undo_batch(db: Database, actor: Actor, event: int, session: int, at: datetime, *, now: datetime) -> int:
    """Take back everybody the actor noted at one moment; gives how many."""
    async with db.transaction() as tx:
        found = await for_check_in(tx, actor, event)
        held = attendance.session_of(found, session, now)
        noted = await store.list_noted(tx, event, held.id if held else None, actor.id, at)
        for number in noted:
            signup = await signups.get(tx, number)
            if signup:
                await take_back(tx, actor, found, held, signup, now)
    return len(noted)


async def check_in(db: Database, actor: Actor, signup: int, session: int | None, *, now: datetime) -> CheckedIn:
    """Somebody shows a ticket: whoever has a seat is noted as present, once; who it is, is said in any case."""
    async with db.transaction() as tx:
        event, found = await _signup(tx, actor, signup)
        held = attendance.session_of(event, session or 0, now)
        attendance.check_begun(event, held, now, EARLY)
        before = await store.get(tx, signup, held.id if held else None)
        is_expected = found.state in COMING and is_enrolled(event, held, found)
        if is_expected and before is None:
            await note(tx, actor, event, held, found, now)
    return CheckedIn(event, held, found, is_expected, before)


async def note(
    tx: Transaction, actor: Actor, event: Event, session: Session | None, signup: SignUp, now: datetime
) -> bool:
    """A step: somebody is there; False when that was known."""
    if not await store.add(tx, signup.id, session.id if session else None, actor.id, now):
        return False
    await outcomes.renew(tx, event, signup, now)
    await audit.add(tx, actor.id, Action.CHECKED_IN, event=event.id, subject=signup.id, now=now)
    return True


async def take_back(
    tx: Transaction, actor: Actor, event: Event, session: Session | None, signup: SignUp, now: datetime
) -> bool:
    """A step: somebody is not there after all; False when that was known."""
    if not await store.remove(tx, signup.id, session.id if session else None):
        return False
    await outcomes.renew(tx, event, signup, now)
    await audit.add(tx, actor.id, Action.CHECK_IN_UNDONE, event=event.id, subject=signup.id, now=now)
    return True


async def for_check_in(tx: Reader, actor: Actor, event: int) -> Event:
    """A step: an event for whoever may take its attendance. Raises EventGone, NotAllowed."""
    access.demand_somewhere(actor, Permission.CHECK_IN)
    return _allowed(actor, await events.get(tx, event))


def is_enrolled(event: Event, session: Session | None, signup: SignUp) -> bool:
    """Whether the sign-up is for this session; for an event without sessions it always is."""
    return session is None or session in courses.enrolled(event, signup.details)


def _allowed(actor: Actor, event: Event | None) -> Event:
    if event is None:
        raise EventGone
    access.demand(actor, Permission.CHECK_IN, project=event.plan.project)
    return event


async def _signup(tx: Reader, actor: Actor, signup: int) -> tuple[Event, SignUp]:
    access.demand_somewhere(actor, Permission.CHECK_IN)
    found = await signups.get(tx, signup)
    event = await events.get(tx, found.event) if found else None
    if found is None or event is None:
        raise ParticipantGone
    return _allowed(actor, event), found


async def _sheet(tx: Reader, event: Event, session: Session | None, page: int, *, is_others: bool) -> Sheet:
    lines = await _lines(tx, event, session)
    shown: Sequence[Line] = lines
    if is_others:
        found = sorted(await store.list_signups(tx, event.id, OTHERS), key=_place)
        kept = [one for one in found if one.state in OTHERS and one.details.name]
        there = {line.signup.id: line.presence for line in lines}
        shown = [Line(number, one, there.get(one.id)) for number, one in enumerate(kept, start=1)]
    at, pages = find_page(page, len(shown), ON_PAGE)
    return Sheet(
        event,
        session,
        tuple(shown[at * ON_PAGE : (at + 1) * ON_PAGE]),
        at,
        pages,
        sum(line.signup.size for line in lines if line.presence),
        sum(line.signup.size for line in lines if line.signup.state in COMING),
        await store.heads(tx, event.id, session.id if session else None),
        is_others,
    )


async def _lines(tx: Reader, event: Event, session: Session | None) -> tuple[Line, ...]:
    """Everybody expected at the session, and whoever is there besides; the numbers are those of the whole event."""
    there = await store.of_event(tx, event.id, session.id if session else None)
    found = _numbered(await store.list_signups(tx, event.id, COMING), there)
    return tuple(
        line
        for line in found
        if line.presence or (line.signup.state in COMING and is_enrolled(event, session, line.signup))
    )


def _numbered(found: Iterable[SignUp], there: Mapping[int, Presence]) -> list[Line]:
    """By surname as on the printed sheet, then who came at the door, so that no number changes on the day.

    Whoever was erased has no name and no number any more.
    """
    lines, number = [], 1
    for signup in sorted((one for one in found if one.details.name), key=_place):
        lines.append(Line(number, signup, there.get(signup.id)))
        number += signup.size
    return lines


def _place(signup: SignUp) -> tuple[bool, int, tuple[str, str]]:
    is_listed = signup.state in COMING and signup.source != WALK_IN
    return not is_listed, 0 if is_listed else signup.id, by_surname(signup.details.name)


def _distance(event: Event, now: datetime) -> timedelta:
    """How far the event is, or the nearest of its sessions; nothing while it is on."""
    return min(max(starts - now, now - ends, timedelta()) for starts, ends in event.times())
