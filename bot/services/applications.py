"""Applications: read, decided, undone; decisions go out together, each applicant told once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.applications import ApplicationAccepted, ApplicationRejected, ApplicationWaiting, goes_out_at, nudge_at
from bot.domain.audit import Action
from bot.domain.events import Event, EventState
from bot.domain.notices import Notice
from bot.domain.pages import find_page
from bot.domain.people import Actor
from bot.domain.refusals import ApplicationDecided, EventCalledOff, EventOver, StaleButton
from bot.domain.signups import Decision, SignUp, State
from bot.domain.staff_notices import DecisionsDue
from bot.services import changes, fitting, histories, lists, seating, staff_notices
from bot.services.histories import History
from bot.services.own_answers import Given
from bot.store import applications, audit, events, signups
from bot.store.database import Database, Reader, Transaction

ON_PAGE = 8


@dataclass(frozen=True, slots=True)
class ApplicationPage:
    """Applications whose applicants have not heard, those without a decision first; pages count from 0.

    ``decided`` counts decisions that have not gone out; ``goes_out`` is when the last of them does by itself.
    """

    event: Event
    entries: tuple[SignUp, ...]
    page: int
    pages: int
    undecided: int
    free: int | None
    decided: Mapping[Decision, int] = field(default_factory=dict)
    goes_out: datetime | None = None
    organisations: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Application:
    """One application as the team reads it; ``following`` is the next one without a decision."""

    event: Event
    signup: SignUp
    history: History
    free: int | None
    organisation: str = ""
    answers: tuple[Given, ...] = ()
    following: int | None = None


async def page(db: Database, actor: Actor, event: int, number: int) -> ApplicationPage:
    """A page of the applications."""
    async with db.reading() as tx:
        found = await lists.event_for(tx, actor, event, Permission.MANAGE_SIGNUPS)
        undecided = await applications.count_undecided(tx, event)
        decided = await applications.count_decided(tx, event)
        at, pages = find_page(number, undecided + sum(n for n, _ in decided.values()), ON_PAGE)
        entries = await applications.list_open(tx, event, limit=ON_PAGE, offset=at * ON_PAGE)
        last = max((moment for _, moment in decided.values()), default=None)
        return ApplicationPage(
            found,
            tuple(entries),
            at,
            pages,
            undecided,
            (await signups.count_seats(tx, event)).free,
            {one: decided[one][0] for one in Decision if one in decided},
            goes_out_at(found.plan, last) if last else None,
            await lists.organisations_of(tx, entries),
        )


async def show(db: Database, actor: Actor, signup: int, *, now: datetime) -> Application:
    """One application; that it was read is kept in the audit log. Contacts only for whoever may see them."""
    async with db.transaction() as tx:
        event, found = await lists.signup_for(tx, actor, signup, Permission.MANAGE_SIGNUPS)
        if found.state is not State.APPLIED:
            raise ApplicationDecided(signup)
        await audit.add(tx, actor.id, Action.APPLICATION_SEEN, event=event.id, subject=signup, now=now)
        undecided = await applications.list_undecided(tx, event.id)
        names = await lists.organisations_of(tx, [found])
        return Application(
            event,
            lists.as_seen_by(actor, event, found),
            await histories.of(tx, actor, found),
            (await signups.count_seats(tx, event.id)).free,
            names.get(found.details.organisation or 0, ""),
            await lists.answers_for(tx, actor, event, found),
            _after(undecided, signup),
        )


def _after(undecided: list[int], signup: int) -> int | None:
    """The one after ``signup``, from the start again after the last."""
    here = undecided.index(signup) if signup in undecided else -1
    others = undecided[here + 1 :] + undecided[: max(here, 0)]
    return others[0] if others else None


async def decide(db: Database, actor: Actor, signup: int, decided: str, *, now: datetime) -> Application:
    """Decide about an application whose applicant has not heard, or decide anew; raises NoSeatFor."""
    async with db.transaction() as tx:
        event, found = await _open(tx, actor, signup, now)
        decision = read_decision(decided)
        if found.decision is not decision:
            if decision is Decision.ACCEPTED:
                await fitting.demand_room(tx, event, found)
            await set_decision(tx, actor, event, found, decision, now=now)
            await seating.settle(tx, event, now=now)
    return await show(db, actor, signup, now=now)


def read_decision(word: str) -> Decision:
    """The decision a button names, which may be forged."""
    if word not in set(Decision):
        raise StaleButton
    return Decision(word)


async def set_decision(
    tx: Transaction, actor: Actor, event: Event, signup: SignUp, decision: Decision, *, now: datetime
) -> None:
    """A step of deciding, about one or many: kept until it goes out."""
    access.demand(actor, Permission.MANAGE_SIGNUPS, project=event.plan.project)
    await applications.set_decision(tx, signup.id, decision, now)
    facts = {"decision": decision.value}
    await audit.add(tx, actor.id, Action.DECIDED, event=event.id, subject=signup.id, facts=facts, now=now)
    if decision is Decision.ACCEPTED:
        await seating.tell_few(tx, event, now=now)


async def undo(db: Database, actor: Actor, signup: int, *, now: datetime) -> Application:
    """Take a decision back that nobody was told of; raises ApplicationDecided."""
    async with db.transaction() as tx:
        event, found = await _open(tx, actor, signup, now)
        if found.decision:
            await applications.set_decision(tx, signup, None, now)
            await audit.add(tx, actor.id, Action.DECISION_UNDONE, event=event.id, subject=signup, now=now)
            await seating.settle(tx, event, now=now)
    return await show(db, actor, signup, now=now)


async def send(db: Database, actor: Actor, event: int, *, now: datetime) -> int:
    """Tell everybody who was decided about, now; gives how many."""
    async with db.transaction() as tx:
        found = await lists.event_for(tx, actor, event, Permission.MANAGE_SIGNUPS)
        _check_alive(found, now)
        decided = [one for one in await applications.list_open(tx, event) if one.decision]
        if decided:
            facts = {"people": len(decided)}
            await audit.add(tx, actor.id, Action.DECISIONS_SENT, event=event, facts=facts, now=now)
        await _tell(tx, found, decided, now)
    return len(decided)


async def send_one(db: Database, actor: Actor, signup: int, *, now: datetime) -> tuple[Event, SignUp]:
    """Tell one applicant now, without waiting for the others."""
    async with db.transaction() as tx:
        event, found = await _open(tx, actor, signup, now)
        if found.decision:
            facts = {"people": 1}
            await audit.add(tx, actor.id, Action.DECISIONS_SENT, event=event.id, subject=signup, facts=facts, now=now)
            await _tell(tx, event, [found], now)
    return event, found


async def send_due(db: Database, *, now: datetime) -> None:
    """Tell those whose answer is due. A step of the bot itself, no actor asks for it."""
    async with db.reading() as tx:
        found = await applications.list_with_decisions(tx)
    for number in found:
        async with db.transaction() as tx:
            event = await events.get(tx, number)
            if event is None or event.state is not EventState.OPEN or event.last_entry <= now:
                continue
            due = [
                one
                for one in await applications.list_open(tx, number)
                if one.decided_at and goes_out_at(event.plan, one.decided_at) <= now
            ]
            await _tell(tx, event, due, now)


async def move_queues(db: Database, *, now: datetime) -> None:
    """Applicants without an answer hold the waiting list up no longer than promised. A step of the bot itself."""
    async with db.reading() as tx:
        overdue = await applications.list_overdue(tx, now)
    for number in overdue:
        async with db.transaction() as tx:
            event = await events.get(tx, number)
            if event:
                await seating.settle(tx, event, now=now)


async def nudge(db: Database, *, now: datetime) -> None:
    """Remind the team of applications that have no decision when answers are due. A step of the bot itself."""
    async with db.reading() as tx:
        found = await applications.list_undecided_events(tx, now)
    for number in found:
        async with db.transaction() as tx:
            event = await events.get(tx, number)
            if event and nudge_at(event.plan) <= now:
                about = event.plan.decide_by or event.plan.starts_at
                key = f"decisions:{event.id}:{about.isoformat()}"
                project = event.plan.project
                await staff_notices.tell(tx, DecisionsDue(event.id), project=project, event=event.id, key=key, now=now)


async def _tell(tx: Transaction, event: Event, decided: list[SignUp], now: datetime) -> None:
    """Decisions become states, in order of arrival, and everybody hears."""
    for signup in decided:
        notice = await _apply(tx, event, signup, now)
        await changes.tell(tx, f"decided:{signup.id}:{now.isoformat()}", signup.person, notice, event, now=now)
    if decided:
        await seating.settle(tx, event, now=now)


async def _apply(tx: Transaction, event: Event, signup: SignUp, now: datetime) -> Notice:
    match signup.decision:
        case Decision.ACCEPTED:
            await seating.give(tx, event, signup, now=now)
            return ApplicationAccepted(event.id)
        case Decision.WAITING:
            await signups.set_state(tx, signup.id, State.WAITING, now)
            waiting = await signups.get(tx, signup.id)
            return ApplicationWaiting(event.id, await signups.position(tx, waiting) if waiting else 0)
        case _:
            await signups.set_state(tx, signup.id, State.REJECTED, now)
            return ApplicationRejected(event.id)


async def _open(tx: Reader, actor: Actor, signup: int, now: datetime) -> tuple[Event, SignUp]:
    event, found = await lists.signup_for(tx, actor, signup, Permission.MANAGE_SIGNUPS)
    if found.state is not State.APPLIED:
        raise ApplicationDecided(signup)
    _check_alive(event, now)
    return event, found


def _check_alive(event: Event, now: datetime) -> None:
    if event.state is EventState.CALLED_OFF:
        raise EventCalledOff(event.id)
    if event.last_entry <= now:
        raise EventOver(event.id)
