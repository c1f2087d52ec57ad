"""Passing a place on without losing it: by a one-time link, or by the team, who put in another name."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import access, courses
from bot.domain.access import Permission
from bot.domain.audit import Action
from bot.domain.events import Event, EventState
from bot.domain.forms import Condition, Draft, Field, Kind
from bot.domain.hand_overs import HOLDS, PASSABLE, HandOver, HandOverGone, OwnHandOver, PlaceHandedOver, can_pass_on
from bot.domain.people import Actor
from bot.domain.prospects import companions
from bot.domain.refusals import (
    AlreadySignedUp,
    Declined,
    EventCalledOff,
    EventGone,
    EventOver,
    SignUpGone,
)
from bot.domain.signups import Details, SignUp, State
from bot.domain.tokens import digest
from bot.services import changes, dialogs, enrolments, fitting, histories, reminders, signups
from bot.services.dialogs import Setting, Step
from bot.services.signups import Place
from bot.store import audit, events
from bot.store import hand_overs as store
from bot.store import signups as rows
from bot.store.database import Database, Reader, Transaction

VERSION = 1
KEPT = frozenset({"group", "organisation", "part", "sessions"})
"""What goes with the place and is not asked again."""
TAKE_OVER = "hand_over"
SUBSTITUTE = "substitute"


@dataclass(frozen=True, slots=True)
class Offered:
    """A place to be passed on, and the secret of its link, which is shown once and kept nowhere."""

    event: Event
    signup: SignUp
    token: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Passing:
    """What a link passes on: the sign-up, and the first step of taking it."""

    event: Event
    signup: SignUp
    step: Step


@dataclass(frozen=True, slots=True)
class Replaced:
    """What the team did: whose place it was, whose it is."""

    event: Event
    before: str
    after: str


class _TakingOver:
    """Taking somebody's place: the enrolment without what the place keeps. The subject is the link."""

    name = TAKE_OVER

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:
        event, signup = await _open(tx, actor, await store.get(tx, draft.subject), now)
        asked = await enrolments.questions(tx, actor, draft, event, now=now)
        prospect = await fitting.prospect(tx, event, now=now)
        return Setting(event, _within(event, signup, asked), event.form_version, prospect=prospect)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        await enrolments.ENROLMENT.answered(tx, actor, key, now=now)

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:
        event = enrolments.about(setting)
        _, signup = await _open(tx, actor, await store.get(tx, draft.subject), now)
        details = await enrolments.answered(tx, actor, draft.answers, event, now=now)
        await store.use(tx, draft.subject, now)
        return await _pass_on(tx, event, signup, actor.id, details, is_by_team=False, now=now)


class _Substitution:
    """The team puts somebody else in; the subject is the sign-up."""

    name = SUBSTITUTE

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:
        event, signup = await _managed(tx, actor, draft.subject, now)
        several = Condition("companions", tuple(range(1, event.plan.companions + 1)))
        fields = (
            Field("substitute_name", Kind.NAME),
            Field("substitute_phone", Kind.PHONE, is_required=False),
            Field("companions", Kind.NUMBER, low=0),
            Field("companion_names", Kind.TEXT, is_required=False, condition=several),
        )
        return Setting(event, _within(event, signup, fields), VERSION)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:
        event = enrolments.about(setting)
        _, signup = await _managed(tx, actor, draft.subject, now)
        name, phone = str(draft.answers["substitute_name"]), draft.answers.get("substitute_phone")
        along, names = companions(draft.answers), draft.answers.get("companion_names")
        details = Details(
            name,
            phone if isinstance(phone, str) else None,
            companions=along,
            companion_names=str(names) if along and names else "",
        )
        person = await store.add_person(tx, name, details.phone, actor.language, now)
        await _pass_on(tx, event, signup, person, details, is_by_team=True, now=now)
        await audit.add(tx, actor.id, Action.PERSON_SUBSTITUTED, event=event.id, subject=signup.id, now=now)
        return Replaced(event, signup.details.name, name)


dialogs.register(_TakingOver())
dialogs.register(_Substitution())


async def offer(db: Database, actor: Actor, signup: int, *, now: datetime) -> Offered:
    """A link by which somebody else takes the actor's place; a link made before is void. Raises SignUpGone."""
    token = secrets.token_hex(16)
    async with db.transaction() as tx:
        found = await rows.get(tx, signup)
        if found is None:
            raise SignUpGone
        access.demand(actor, Permission.OWN_SIGNUP, owner=found.person)
        event = await _alive(tx, found, now)
        if not can_pass_on(event, found):
            raise SignUpGone
        until = min(now + HOLDS, courses.last_start(event, found.details))
        await store.add(tx, digest(token), found.id, actor.id, expires_at=until, now=now)
    return Offered(event, found, token, until)


async def take_over(db: Database, actor: Actor, token: str, *, now: datetime) -> Passing:
    """Begin to take the place behind a link. Raises HandOverGone, OwnHandOver, AlreadySignedUp."""
    access.demand(actor, Permission.SIGN_UP)
    async with db.transaction() as tx:
        found = await store.find(tx, digest(token))
        event, signup = await _open(tx, actor, found, now)
        known = await enrolments.prefilled(tx, actor, event)
        answers = {key: value for key, value in known.items() if key not in KEPT}
        draft = Draft(TAKE_OVER, event.form_version, found.id if found else 0, "", answers)
        return Passing(event, signup, await dialogs.begin(tx, actor, draft, now=now))


async def list_for_team(db: Database, actor: Actor, event: int) -> tuple[Event, tuple[SignUp, ...]]:
    """Whose place the team may give to somebody else."""
    async with db.reading() as tx:
        found = await events.get(tx, event)
        if found is None:
            raise EventGone
        access.demand(actor, Permission.MANAGE_SIGNUPS, project=found.plan.project)
        active = await rows.list_active(tx, event)
    return found, tuple(one for one in active if one.state in PASSABLE)


async def substitute(db: Database, actor: Actor, signup: int, *, now: datetime) -> Step:
    """Begin to put somebody else in, for the team."""
    async with db.transaction() as tx:
        await _managed(tx, actor, signup, now)
        return await dialogs.begin(tx, actor, Draft(SUBSTITUTE, VERSION, signup, ""), now=now)


def _within(event: Event, signup: SignUp, fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """What is asked of whoever takes a place: nothing that it keeps, and no more people than it has seats for."""
    most = signup.details.companions if signup.has_seat else event.plan.companions
    left_out = KEPT if most else KEPT | {"companions", "companion_names"}
    return tuple(
        replace(field, high=most) if field.key == "companions" else field
        for field in fields
        if field.key not in left_out
    )


async def _pass_on(
    tx: Transaction, event: Event, signup: SignUp, person: int, details: Details, *, is_by_team: bool, now: datetime
) -> Place:
    """The sign-up goes to somebody else with its seat or place in the queue; who had it is told."""
    kept = signup.details
    details = replace(details, group=kept.group, organisation=kept.organisation, sessions=kept.sessions)
    await reminders.drop(tx, event.id, signup.person)
    await store.pass_on(tx, event.id, signup.id, person, now)
    passed = replace(signup, person=person, misses=())
    if signup.state is State.CONFIRMED:
        await reminders.plan(tx, event, replace(passed, details=details), now=now)
    place = await signups.revise(tx, event, passed, details, now=now)
    key = f"handed_over:{signup.id}:{signup.person}:{now.isoformat()}"
    await changes.tell(tx, key, signup.person, PlaceHandedOver(event.id, is_by_team), event, now=now)
    return place


async def _open(tx: Reader, actor: Actor, found: HandOver | None, now: datetime) -> tuple[Event, SignUp]:
    """The place behind a link, if it still holds and the actor may take it."""
    signup = await rows.get(tx, found.signup) if found else None
    if found is None or signup is None:
        raise HandOverGone
    if found.is_used and signup.person == actor.id and signup.is_active:
        raise AlreadySignedUp(signup.id)
    if found.is_used or now >= found.expires_at or signup.person != found.by or signup.state not in PASSABLE:
        raise HandOverGone(signup.event)
    event = await _alive(tx, signup, now)
    if signup.person == actor.id:
        raise OwnHandOver(signup.id)
    own = await rows.find(tx, event.id, actor.id)
    if own and own.state is State.REJECTED:
        raise Declined(event.id)
    if own and own.has_seat:
        raise AlreadySignedUp(own.id)
    await histories.check(tx, actor, event)
    return event, signup


async def _managed(tx: Reader, actor: Actor, signup: int, now: datetime) -> tuple[Event, SignUp]:
    found = await rows.get(tx, signup)
    if found is None:
        raise SignUpGone
    event = await events.get(tx, found.event)
    if event is None:
        raise EventGone
    access.demand(actor, Permission.MANAGE_SIGNUPS, project=event.plan.project)
    await _alive(tx, found, now)
    if found.state not in PASSABLE:
        raise SignUpGone
    return event, found


async def _alive(tx: Reader, signup: SignUp, now: datetime) -> Event:
    event = await events.get(tx, signup.event)
    if event is None:
        raise EventGone
    if event.state is EventState.CALLED_OFF:
        raise EventCalledOff(event.id)
    if courses.last_start(event, signup.details) <= now:
        raise EventOver(event.id)
    return event
