"""Signing people up by hand: lines understood, told apart from people known, entered in one transaction, undone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

from bot.domain import courses, reach
from bot.domain.access import Permission
from bot.domain.acquaintances import BY_HAND, Known
from bot.domain.audit import Action
from bot.domain.events import Event, EventState
from bot.domain.forms import Draft, Field, Kind, Value
from bot.domain.localized import polish
from bot.domain.notices import SeatGiven
from bot.domain.organisations import BodyKind, Chosen
from bot.domain.people import Actor
from bot.domain.refusals import EventCalledOff, EventGone, EventOver, StaleButton, TooLateForTeam
from bot.domain.signups import UNDO, Details, SignUp, State
from bot.services import dialogs, lists, organisations, reminders, seating, spellings
from bot.services.dialogs import Setting, Step
from bot.services.enrolments import NOTICE_VERSION
from bot.services.typed_people import MOST, Typed, read_lines
from bot.store import attendance, audit, consents, hand_overs, outbox, people, people_search, signups
from bot.store import organisations as bodies
from bot.store.database import Database, Reader, Transaction
from bot.store.folding import fold

ADDING = "adding"
LINES, FIXED, SAME, GROUP, TOLD = "adding_lines", "adding_fixed", "adding_same", "adding_group", "adding_told"
VERSION = 1
LONGEST = 20_000
"""Characters of all lines together; a file may bring more of them than a message holds."""
CANDIDATES = 4
"""How many people somebody may be taken for."""


@dataclass(frozen=True, slots=True)
class Line:
    """One person to add: ``known`` is who they are for sure, ``candidates`` who they may be, asked under ``key``."""

    typed: Typed
    key: str
    known: int | None = None
    candidates: tuple[Known, ...] = ()

    def person(self, answers: Mapping[str, Value]) -> int | None:
        """Who it is by the answers so far, None for somebody new."""
        chosen = answers.get(self.key)
        is_one = isinstance(chosen, str) and chosen.isdecimal() and int(chosen) < len(self.candidates)
        return self.candidates[int(str(chosen))].person if is_one else self.known


@dataclass(frozen=True, slots=True)
class Adding:
    """What was understood: people to add, and lines that cannot be read."""

    event: Event
    lines: tuple[Line, ...] = ()
    unread: tuple[Typed, ...] = ()

    @property
    def asks_email(self) -> bool:
        """Whether the event wants to know e-mail addresses; else none is kept."""
        return any(question.kind is Kind.EMAIL for question in self.event.plan.questions)


@dataclass(frozen=True, slots=True)
class Added:
    """Who is on the list now, who was on it before, and for whom there was no room in the queue either."""

    event: Event
    entered: tuple[SignUp, ...]
    already: tuple[str, ...]
    without_room: tuple[str, ...]
    unread: tuple[Typed, ...]
    at: datetime


class _Adding:
    """Lines, what is doubtful in them, and that these people know of it; the subject is the event."""

    name = ADDING

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:
        about = await _understood(tx, actor, draft, now)
        fields = [Field(LINES, Kind.TEXT, high=LONGEST)]
        if any(one.problem for one in read_lines(str(draft.answers.get(LINES) or ""))):
            fields.append(Field(FIXED, Kind.TEXT, is_required=False, high=LONGEST))
        fields += [
            Field(line.key, Kind.CHOICE, options=(*(polish(one.name) for one in line.candidates), polish("+")))
            for line in about.lines
            if line.candidates
        ]
        if about.event.groups:
            fields.append(Field(GROUP, Kind.GROUP, options=tuple(group.name for group in about.event.groups)))
        fields.append(Field(TOLD, Kind.CHOICE, options=(polish("tak"),)))
        return Setting(about, tuple(fields), VERSION, follows_answers=True)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:  # noqa: ARG002
        about = await _understood(tx, actor, draft, now)
        chosen = draft.answers.get(GROUP)
        group = about.event.groups[int(chosen)].id if isinstance(chosen, str) and about.event.groups else None
        entered, already, without_room = [], [], []
        for line in about.lines:
            known = line.person(draft.answers)
            earlier = await signups.find(tx, about.event.id, known) if known else None
            if earlier and (earlier.is_active or earlier.has_seat):
                already.append(line.typed.name)
                continue
            signup = await _enter(tx, actor, about.event, line.typed, known, group, earlier, now)
            if signup is None:
                without_room.append(line.typed.name)
            else:
                entered.append(signup)
        return Added(about.event, tuple(entered), tuple(already), tuple(without_room), about.unread, now)


dialogs.register(_Adding())


async def begin(db: Database, actor: Actor, event: int, *, now: datetime) -> Step:
    """Begin to add people. Raises EventOver, EventCalledOff, NotAllowed."""
    async with db.transaction() as tx:
        await _open(tx, actor, event, now)
        return await dialogs.begin(tx, actor, Draft(ADDING, VERSION, event, ""), now=now)


async def undo(db: Database, actor: Actor, event: int, at: datetime, *, now: datetime) -> tuple[Event, int]:
    """Take everybody back whom the actor added at one moment, within ten minutes; gives how many."""
    async with db.transaction() as tx:
        found = await lists.event_for(tx, actor, event, Permission.MANAGE_SIGNUPS)
        wanted = audit.Wanted(person=actor.id, event=event, action=Action.PERSON_ADDED)
        done = [one for one in await audit.list_latest(tx, wanted, limit=2 * MOST) if one.at == at]
        if not done:
            raise StaleButton
        if now - at > UNDO:
            raise TooLateForTeam(done[0].subject or 0)
        taken = 0
        for entry in done:
            signup = await signups.get(tx, entry.subject or 0)
            if signup and signup.source == BY_HAND:
                await _take_back(tx, actor, signup, entry, now)
                taken += 1
        await seating.settle(tx, found, now=now)
    return found, taken


async def _take_back(tx: Transaction, actor: Actor, signup: SignUp, entry: audit.Entry, now: datetime) -> None:
    await reminders.drop(tx, signup.event, signup.person)
    await outbox.remove_pending(tx, signup.event, SeatGiven.kind, signup.person)
    if entry.facts.get("before"):
        await signups.set_state(tx, signup.id, State(str(entry.facts["before"])), now)
    elif entry.facts.get("created"):
        await attendance.remove_person(tx, signup)
    else:
        await attendance.remove_signup(tx, signup.id)
    await audit.add(tx, actor.id, Action.PERSON_REMOVED, event=signup.event, subject=signup.id, now=now)


async def _open(tx: Reader, actor: Actor, event: int, now: datetime) -> Event:
    found = await lists.event_for(tx, actor, event, Permission.MANAGE_SIGNUPS)
    if found.state is EventState.DRAFT:
        raise EventGone
    if found.state is EventState.CALLED_OFF:
        raise EventCalledOff(event)
    if found.last_entry <= now:
        raise EventOver(event)
    return found


async def _understood(tx: Reader, actor: Actor, draft: Draft, now: datetime) -> Adding:
    event = await _open(tx, actor, draft.subject, now)
    first = read_lines(str(draft.answers.get(LINES) or ""))
    fixed = draft.answers.get(FIXED)
    more = read_lines(str(fixed)) if fixed else ()
    readable = [one for one in (*first, *more) if not one.problem][:MOST]
    unread = tuple(one for one in (more if fixed else first) if one.problem)
    if not readable:
        return Adding(event, (), unread)
    known = await people_search.list_known(tx, reach.projects(actor, Permission.MANAGE_SIGNUPS))
    return Adding(event, tuple(_lines(readable, known)), unread)


def _lines(readable: Sequence[Typed], known: Iterable[Known]) -> list[Line]:
    """Each with who it is, or may be: somebody of the same name or number."""
    by_name: dict[str, list[Known]] = {}
    by_phone: dict[str, list[Known]] = {}
    for one in known:
        by_name.setdefault(fold(one.name), []).append(one)
        by_phone.setdefault(one.phone, []).append(one)
    return [_line(typed, by_name.get(fold(typed.name), []), by_phone.get(typed.phone or " ", [])) for typed in readable]


def _line(typed: Typed, named: Sequence[Known], called: Sequence[Known]) -> Line:
    sure = {one.person for one in named} & {one.person for one in called}
    if sure:
        return Line(typed, SAME, min(sure))
    maybe = list({one.person: one for one in (*named, *called)}.values())[:CANDIDATES]
    mark = crc32(repr((fold(typed.line), [one.person for one in maybe])).encode())
    return Line(typed, f"{SAME}:{mark}", None, tuple(maybe))


async def _enter(
    tx: Transaction,
    actor: Actor,
    event: Event,
    typed: Typed,
    known: int | None,
    group: int | None,
    earlier: SignUp | None,
    now: datetime,
) -> SignUp | None:
    """A seat, a place in the queue or an application; None when nobody else may wait."""
    person = known or await _add_person(tx, actor, typed, now)
    body = await _body(tx, typed.organisation, now) if typed.organisation else None
    if body and not known:
        await bodies.remember(tx, person, body)
    key = next((question.key for question in event.plan.questions if question.kind is Kind.EMAIL), "")
    given: dict[str, Value] = {key: typed.email} if key and typed.email else {}
    details = Details(
        typed.name, typed.phone or None, typed.gmina or None, group=group, answers=given, organisation=body
    )
    details = courses.entering(event, details, now)
    number = await signups.add_waiting(
        tx, event.id, person, details, version=event.form_version, source=BY_HAND, now=now
    )
    if event.plan.approval:
        await signups.set_state(tx, number, State.APPLIED, now)
    await seating.settle(tx, event, now=now, acting=person)
    signup = await signups.get(tx, number)
    if signup and await _is_too_many(tx, event, signup):
        await (attendance.remove_signup(tx, number) if known else attendance.remove_person(tx, signup))
        return None
    await consents.add(tx, person, "notice", NOTICE_VERSION, True, actor.language, now)
    facts = {"created": int(known is None), "before": earlier.state.value if earlier else None}
    entry = await audit.add(tx, actor.id, Action.PERSON_ADDED, event=event.id, subject=number, facts=facts, now=now)
    if signup and signup.state is State.CONFIRMED and known:
        await _tell(tx, event, signup, entry, now)
    return signup


async def _is_too_many(tx: Reader, event: Event, signup: SignUp) -> bool:
    limit = event.plan.queue_limit
    return limit is not None and signup.state is State.WAITING and await signups.count_waiting(tx, event.id) > limit


async def _tell(tx: Transaction, event: Event, signup: SignUp, entry: int, now: datetime) -> None:
    """Somebody who has the bot hears of the seat once it cannot be undone any more."""
    person = await people.get(tx, signup.person)
    if person and person.telegram_id is not None:
        key, due = f"added:{entry}", now + UNDO
        notice, until = SeatGiven(event.id), event.last_entry
        await outbox.add(tx, key, person.id, notice, event=event.id, due_at=due, useful_until=until, now=now)


async def _add_person(tx: Transaction, actor: Actor, typed: Typed, now: datetime) -> int:
    person = await hand_overs.add_person(tx, typed.name, typed.phone or None, actor.language, now)
    known = {"name": typed.name, "name_folded": fold(typed.name), "phone": typed.phone or None}
    await people.remember(tx, person, {**known, "gmina": typed.gmina or None})
    return person


async def _body(tx: Transaction, typed: str, now: datetime) -> int | None:
    """The organisation of this name, added when nobody is called so yet."""
    found = await organisations.look_up(tx, typed)
    if not isinstance(found, Chosen):
        found = Chosen(typed, None, spellings.guessed(typed) or BodyKind.OTHER)
    body = await organisations.keep(tx, found.value(), now)
    return body.id if body else None
