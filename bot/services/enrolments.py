"""The conversation that signs somebody up, and the one that changes the answers later."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain import access, courses
from bot.domain.access import Permission
from bot.domain.events import Event, EventState, check_sign_up
from bot.domain.forms import Condition, Draft, Field, Kind, Value
from bot.domain.people import Actor, Person
from bot.domain.prospects import chosen_group, companions
from bot.domain.refusals import EventCalledOff, EventGone, EventOver, SignUpGone
from bot.domain.signups import Details, SignUp
from bot.services import dialogs, fitting, organisations, own_answers, reading, signups
from bot.services.dialogs import Setting, Step
from bot.store import consents, events, people
from bot.store import signups as rows
from bot.store.database import Database, Reader, Transaction
from bot.store.folding import fold

NOTICE_VERSION = 1
"""The version of the RODO notice and consent texts; whoever read an earlier one is asked again."""

QUESTION = "q:"
"""What the keys of an event's own questions begin with, so that they never meet the bot's."""


class _Enrolment:
    """Signing up: from the notice to the summary."""

    name = "signup"

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:
        event = await _event(tx, draft.subject)
        check_sign_up(event, now)
        asked, prospect = await questions(tx, actor, draft, event, now=now), await fitting.prospect(tx, event, now=now)
        return Setting(event, asked, event.form_version, prospect=prospect)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        if key == "notice":
            await consents.add(tx, actor.id, "notice", NOTICE_VERSION, True, actor.language, now)

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:
        event = about(setting)
        details = await answered(tx, actor, draft.answers, event, now=now)
        source = draft.answers.get("_source")
        return await signups.join(tx, actor, event, details, source=str(source) if source else None, now=now)


class _Correction:
    """Changing the answers of a sign-up; the subject is the event."""

    name = "change"

    async def load(self, tx: Reader, actor: Actor, draft: Draft, *, now: datetime) -> Setting:
        event = await _event(tx, draft.subject)
        if event.state is EventState.CALLED_OFF:
            raise EventCalledOff(event.id)
        signup = await _own(tx, actor, event)
        if courses.last_start(event, signup.details) <= now:
            raise EventOver(event.id)
        asked, prospect = await _fields(tx, actor, event, now), await fitting.prospect(tx, event, now=now)
        return Setting(event, asked, event.form_version, prospect=prospect)

    async def answered(self, tx: Transaction, actor: Actor, key: str, *, now: datetime) -> None:
        """Nothing before the commit."""

    async def commit(self, tx: Transaction, actor: Actor, draft: Draft, setting: Setting, *, now: datetime) -> object:
        event = about(setting)
        signup = await _own(tx, actor, event)
        details = await answered(tx, actor, draft.answers, event, now=now)
        if not event.plan.asks_organisation:
            details = replace(details, organisation=signup.details.organisation)
        return await signups.change(tx, actor, event, signup, details, now=now)


ENROLMENT = dialogs.register(_Enrolment(), is_kept=True)
CORRECTION = dialogs.register(_Correction())


async def start(db: Database, actor: Actor, event_id: int, *, source: str | None, now: datetime) -> Step:
    """Begin to sign up, or go on where an earlier attempt was left. What is known is filled in already."""
    access.demand(actor, Permission.SIGN_UP)
    async with db.transaction() as tx:
        event = await _event(tx, event_id)
        await signups.check(tx, actor, event, now=now)
        answers = await prefilled(tx, actor, event)
        if source:
            answers["_source"] = source
        draft = Draft(ENROLMENT.name, event.form_version, event.id, "", answers)
        return await dialogs.begin(tx, actor, draft, now=now)


async def correct(db: Database, actor: Actor, signup_id: int, *, now: datetime) -> Step:
    """Begin to change the answers of an own sign-up: the summary with everything that was answered."""
    async with db.transaction() as tx:
        signup = await rows.get(tx, signup_id)
        if signup is None or not signup.is_active:
            raise SignUpGone
        access.demand(actor, Permission.OWN_SIGNUP, owner=signup.person)
        event = await _event(tx, signup.event)
        draft = Draft(CORRECTION.name, event.form_version, event.id, "", await _given(tx, event, signup, now))
        return await dialogs.begin(tx, actor, draft, now=now)


async def forget(db: Database, actor: Actor, *, now: datetime) -> None:
    """Take back the consent to remember answers, and forget them."""
    access.demand(actor, Permission.OWN_DATA, owner=actor.id)
    async with db.transaction() as tx:
        await consents.add(tx, actor.id, "remember", NOTICE_VERSION, False, actor.language, now)
        await people.remember(tx, actor.id, {"name": None, "name_folded": None, "phone": None, "gmina": None})
        await organisations.remember(tx, actor, None)


async def questions(tx: Reader, actor: Actor, draft: Draft, event: Event, *, now: datetime) -> tuple[Field, ...]:
    """A step of every form that ends in a place for the actor: what is asked, the notice first."""
    return (*await _notice(tx, actor, draft), *await _fields(tx, actor, event, now), *await _remember(tx, actor))


async def answered(
    tx: Transaction, actor: Actor, answers: Mapping[str, Value], event: Event, *, now: datetime
) -> Details:
    """The answers as a sign-up keeps them; consents are logged, and what may be remembered is."""
    details = await _consented(tx, actor, answers, event, now=now)
    if answers.get("remember"):
        await consents.add(tx, actor.id, "remember", NOTICE_VERSION, True, actor.language, now)
    if await consents.is_given(tx, actor.id, "remember", NOTICE_VERSION):
        await _keep(tx, actor, details)
    return details


async def _fields(tx: Reader, actor: Actor, event: Event, now: datetime) -> tuple[Field, ...]:
    person = await _person(tx, actor)
    name = Field("name", Kind.NAME)
    fields = [
        replace(name, offered=reading.readable(name, person.name or person.first_name)),
        Field("phone", Kind.PHONE, is_required=False, offered=person.phone),
        Field("gmina", Kind.GMINA, is_required=False, offered=person.gmina),
    ]
    if event.plan.asks_organisation:
        fields.append(await organisations.field(tx, actor))
    if event.groups:
        fields.append(Field("group", Kind.GROUP, options=tuple(group.name for group in event.groups)))
    fields += courses.asked(event, now)
    if event.most_companions:
        several = Condition("companions", tuple(range(1, event.most_companions + 1)))
        fields.append(Field("companions", Kind.NUMBER, low=0, high=event.most_companions))
        fields.append(Field("companion_names", Kind.TEXT, is_required=False, condition=several))
    fields += [_own_question(question) for question in event.plan.questions]
    fields.append(Field("needs", Kind.TEXT, is_required=False))
    fields.append(Field("needs_consent", Kind.YES_NO, condition=Condition("needs")))
    return tuple(fields)


def _own_question(question: Field) -> Field:
    condition = question.condition
    if condition:
        condition = replace(condition, key=QUESTION + condition.key)
    return replace(question, key=QUESTION + question.key, condition=condition)


async def _notice(tx: Reader, actor: Actor, draft: Draft) -> list[Field]:
    if "notice" not in draft.answers and await consents.is_given(tx, actor.id, "notice", NOTICE_VERSION):
        return []
    return [Field("notice", Kind.NOTICE)]


async def _remember(tx: Reader, actor: Actor) -> list[Field]:
    if await consents.is_given(tx, actor.id, "remember", NOTICE_VERSION):
        return []
    return [Field("remember", Kind.YES_NO)]


async def prefilled(tx: Reader, actor: Actor, event: Event) -> dict[str, Value]:
    """What a returning person need not be asked: remembered answers, and nothing special about the rest."""
    if not await consents.is_given(tx, actor.id, "remember", NOTICE_VERSION):
        return {}
    person = await _person(tx, actor)
    if not person.name:
        return {}
    known: dict[str, Value] = {"name": person.name, "phone": person.phone, "gmina": person.gmina, "needs": None}
    if event.plan.asks_organisation:
        known |= await organisations.prefilled(tx, actor)
    return known | ({"companions": 0} if event.plan.companions else {})


async def _given(tx: Reader, event: Event, signup: SignUp, now: datetime) -> dict[str, Value]:
    details = signup.details
    numbers = {group.id: str(index) for index, group in enumerate(event.groups)}
    given: dict[str, Value] = {"name": details.name, "phone": details.phone, "gmina": details.gmina}
    if details.group in numbers:
        given["group"] = numbers[details.group]
    if event.plan.has_single_sessions:
        given |= courses.given(event, details, now)
    if event.plan.asks_organisation:
        given["organisation"] = await organisations.given(tx, details.organisation)
    if event.plan.companions:
        given |= {"companions": details.companions}
    if details.companions:
        given["companion_names"] = details.companion_names or None
    given |= {QUESTION + key: value for key, value in (await own_answers.carried(tx, event, signup)).items()}
    return given | {"needs": details.needs} | ({"needs_consent": True} if details.needs else {})


async def _consented(
    tx: Transaction, actor: Actor, answers: Mapping[str, Value], event: Event, *, now: datetime
) -> Details:
    """The answers as a sign-up keeps them; needs only with the consent of art. 9, which is logged."""
    agreed = bool(answers.get("needs")) and answers.get("needs_consent") is True
    if answers.get("needs"):
        await consents.add(tx, actor.id, "needs", NOTICE_VERSION, agreed, actor.language, now)
    along, group = companions(answers), chosen_group(event, answers)
    sessions = courses.chosen(event, answers)
    if "sessions" in answers and answers.get("part") == courses.SOME and not sessions:
        raise EventOver(event.id)
    body = await organisations.keep(tx, answers.get("organisation"), now)
    own = {key.removeprefix(QUESTION): given for key, given in answers.items() if key.startswith(QUESTION)}
    return Details(
        name=str(answers["name"]),
        phone=_words(answers.get("phone")),
        gmina=_words(answers.get("gmina")),
        needs=_words(answers.get("needs")) if agreed else None,
        companions=along,
        group=group.id if group else None,
        answers=await own_answers.kept(tx, event, own, now=now),
        organisation=body.id if body else None,
        companion_names=(_words(answers.get("companion_names")) or "") if along else "",
        sessions=sessions,
    )


async def _keep(tx: Transaction, actor: Actor, details: Details) -> None:
    known = {"name": details.name, "phone": details.phone, "gmina": details.gmina}
    await people.remember(tx, actor.id, {**known, "name_folded": fold(details.name)})
    if details.organisation:
        await organisations.remember(tx, actor, details.organisation)


def _words(value: Value) -> str | None:
    return value if isinstance(value, str) else None


def about(setting: Setting) -> Event:
    """The event of a conversation about a place."""
    if not isinstance(setting.about, Event):
        raise TypeError(f"a sign-up is about an event, not about {setting.about!r}")
    return setting.about


async def _event(tx: Reader, event_id: int) -> Event:
    event = await events.get(tx, event_id)
    if event is None or event.state is EventState.DRAFT:
        raise EventGone
    return event


async def _own(tx: Reader, actor: Actor, event: Event) -> SignUp:
    signup = await rows.find(tx, event.id, actor.id)
    if signup is None or not signup.is_active:
        raise SignUpGone
    access.demand(actor, Permission.OWN_SIGNUP, owner=signup.person)
    return signup


async def _person(tx: Reader, actor: Actor) -> Person:
    person = await people.get(tx, actor.id)
    return person or Person(actor.id, actor.telegram_id, actor.language, "", None, None, None, is_reachable=True)
