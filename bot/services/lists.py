"""Who signed up for an event, as the team may see them: names for all of them, contacts for whoever may."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain import access
from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.events import Event
from bot.domain.forms import Kind
from bot.domain.list_queries import EVERYBODY, ListQuery, NeedsHidden, Standing
from bot.domain.pages import find_page
from bot.domain.people import Actor, Person
from bot.domain.refusals import EventGone, ParticipantGone
from bot.domain.signups import SignUp, State
from bot.services import histories, list_filters, own_answers
from bot.services.histories import History
from bot.services.list_filters import NOTHING, Narrowed, Understood
from bot.services.own_answers import Given
from bot.store import audit, consents, events, lists, people, signups
from bot.store.database import Database, Reader

ON_PAGE = 10
CONTACTS = frozenset({Kind.PHONE, Kind.EMAIL})
"""Kinds of an event's questions whose answers only those see who may see contacts."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of an event's sign-ups by surname; pages count from 0, ``total`` is of those the ``query`` wants.

    ``numbers`` are those of the attendance list; ``by_state`` counts people, companions included, whatever the
    query; ``organisations`` are names by id; ``standings`` and ``with_needs`` are what can be asked for.
    """

    event: Event
    entries: tuple[SignUp, ...]
    page: int
    pages: int
    total: int
    by_state: Mapping[State, int] = field(default_factory=dict)
    organisations: Mapping[int, str] = field(default_factory=dict)
    numbers: Mapping[int, int] = field(default_factory=dict)
    query: ListQuery = EVERYBODY
    understood: Understood = NOTHING
    standings: Mapping[Standing, int] = field(default_factory=dict)
    with_needs: int = 0
    can_export: bool = False


@dataclass(frozen=True, slots=True)
class Participant:
    """One sign-up as the team sees it; ``allowed`` is what the actor may do with it."""

    event: Event
    signup: SignUp
    person: Person
    history: History
    position: int | None = None
    organisation: str = ""
    answers: tuple[Given, ...] = ()
    consents: frozenset[str] = frozenset()
    allowed: frozenset[Permission] = frozenset()


async def of_event(
    db: Database, actor: Actor, event: int, *, query: ListQuery = EVERYBODY, page: int = 0, now: datetime
) -> ListPage:
    """The wanted sign-ups of an event, by surname in the Polish alphabet; kept in the audit log."""
    async with db.transaction() as tx:
        found = await event_for(tx, actor, event, Permission.SEE_LISTS)
        narrowed = await _narrowed(tx, actor, found, query, now)
        wanted = list(narrowed.numbers)
        at, pages = find_page(page, len(wanted), ON_PAGE)
        shown = await lists.get_all(tx, wanted[at * ON_PAGE : (at + 1) * ON_PAGE])
        await audit.add(tx, actor.id, Action.LIST_SEEN, event=event, facts={"people": len(shown)}, now=now)
        can_see = access.is_allowed(actor, Permission.SEE_CONTACTS, project=found.plan.project)
        return ListPage(
            found,
            tuple(as_seen_by(actor, found, one) for one in shown),
            at,
            pages,
            len(wanted),
            await lists.count_by_state(tx, event),
            await organisations_of(tx, shown),
            {one.id: narrowed.numbers[one.id] for one in shown},
            query,
            narrowed.understood,
            narrowed.standings,
            narrowed.with_needs if can_see else 0,
            can_see,
        )


async def wanted(db: Database, actor: Actor, event: int, query: ListQuery, *, now: datetime) -> frozenset[int]:
    """The sign-ups a query wants, for whoever may take them away as a file."""
    async with db.reading() as tx:
        found = await event_for(tx, actor, event, Permission.SEE_CONTACTS)
        return frozenset((await _narrowed(tx, actor, found, query, now)).numbers)


async def _narrowed(tx: Reader, actor: Actor, event: Event, query: ListQuery, now: datetime) -> Narrowed:
    """Who needs something special is for those who may see contacts."""
    can_see = access.is_allowed(actor, Permission.SEE_CONTACTS, project=event.plan.project)
    if query.needs is not None and not can_see:
        raise NeedsHidden(Permission.SEE_CONTACTS, event.id)
    return await list_filters.narrow(tx, event, query, now=now)


async def participant(db: Database, actor: Actor, signup: int, *, now: datetime) -> Participant:
    """One person's sign-up with their history; kept in the audit log."""
    async with db.transaction() as tx:
        event, found = await signup_for(tx, actor, signup, Permission.SEE_LISTS)
        person = await people.get(tx, found.person)
        if person is None:
            raise ParticipantGone
        await audit.add(tx, actor.id, Action.PERSON_SEEN, event=event.id, subject=signup, now=now)
        names = await organisations_of(tx, [found])
        project = event.plan.project
        return Participant(
            event,
            as_seen_by(actor, event, found),
            person,
            await histories.of(tx, actor, found),
            await signups.position(tx, found) if found.state is State.WAITING else None,
            names.get(found.details.organisation or 0, ""),
            await answers_for(tx, actor, event, found),
            await consents.list_given(tx, found.person),
            frozenset(one for one in Permission if access.is_allowed(actor, one, project=project)),
        )


async def event_for(tx: Reader, actor: Actor, event: int, permission: Permission) -> Event:
    """An event for whoever may; a step of what the team does. Raises EventGone, NotAllowed."""
    found = await events.get(tx, event)
    if found is None:
        raise EventGone
    access.demand(actor, permission, project=found.plan.project)
    return found


async def signup_for(tx: Reader, actor: Actor, signup: int, permission: Permission) -> tuple[Event, SignUp]:
    """A sign-up with its event for whoever may; raises ParticipantGone, NotAllowed."""
    found = await signups.get(tx, signup)
    event = await events.get(tx, found.event) if found else None
    if found is None or event is None:
        raise ParticipantGone
    access.demand(actor, permission, project=event.plan.project)
    return event, found


def as_seen_by(actor: Actor, event: Event, signup: SignUp) -> SignUp:
    """A sign-up without phone, needs, e-mail and the reason of a refusal for whoever may not see them."""
    if access.is_allowed(actor, Permission.SEE_CONTACTS, project=event.plan.project):
        return signup
    hidden = {question.key for question in event.plan.questions if question.kind in CONTACTS}
    known = {question.key for question in event.plan.questions} - hidden
    asked_before = signup.form_version != event.form_version
    answers = {} if asked_before else {key: value for key, value in signup.details.answers.items() if key in known}
    details = replace(signup.details, phone=None, needs=None, answers=answers)
    return replace(signup, details=details, reason=None)


async def answers_for(tx: Reader, actor: Actor, event: Event, signup: SignUp) -> tuple[Given, ...]:
    """The answers to the event's own questions as they were asked; contacts only for whoever may see them."""
    given = await own_answers.of(tx, event, signup)
    if access.is_allowed(actor, Permission.SEE_CONTACTS, project=event.plan.project):
        return given
    return tuple((question, value) for question, value in given if question.kind not in CONTACTS)


async def organisations_of(tx: Reader, found: Sequence[SignUp]) -> dict[int, str]:
    """Names of the organisations these people come from, by id."""
    return await lists.organisations(tx, {one.details.organisation for one in found if one.details.organisation})
