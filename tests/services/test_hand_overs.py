"""Passing a place on, on a real store."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.events import Event, Group
from bot.domain.hand_overs import HandOverGone, OwnHandOver, PlaceHandedOver
from bot.domain.localized import polish
from bot.domain.people import Actor
from bot.domain.refusals import (
    AlreadySignedUp,
    Declined,
    EventCalledOff,
    ForNewcomers,
    NotAllowed,
    Refusal,
    SignUpGone,
)
from bot.domain.signups import Details, State
from bot.services import dialogs, enrolments, hand_overs, moves, signups
from bot.services.signups import Place

from .house import OWNER, Office, goes_on


async def link(office: Office, actor: Actor, event: Event) -> str:
    """A link that passes the actor's place on."""
    signup = await office.signup(actor, event)
    return (await hand_overs.offer(office.db, actor, signup.id, now=office.now)).token


async def takes(office: Office, actor: Actor, token: str, *, companions: int | None = None) -> Place:
    """Take a place over as a newcomer."""
    step = (await hand_overs.take_over(office.db, actor, token, now=office.now)).step
    answers = {"notice": "ok", "companions": str(companions), "remember": "no", "needs_consent": "no"}
    while field := step.field:
        if field.key in answers:
            step = goes_on(await moves.press(office.db, actor, step.draft.revision, answers[field.key], now=office.now))
        elif field.is_required:
            step = goes_on(await moves.type_in(office.db, actor, "Ewa Nowa", now=office.now))
        else:
            step = goes_on(await moves.skip(office.db, actor, step.draft.revision, now=office.now))
    done = await dialogs.commit(office.db, actor, step.draft.revision, now=office.now)
    assert isinstance(done.result, Place)
    return done.result


async def test_seat_group_and_reminders_pass_on_and_the_answers_do_not(office: Office) -> None:
    event = await office.event(groups=(Group(0, polish("urzędnicy"), 1), Group(0, polish("animatorzy"), 1)))
    ann, eva = await office.person("Anna"), await office.person("Ewa")
    await office.joins(ann, event, Details("Anna Nowak", "+48600100200", needs="rampa", group=event.groups[1].id))
    place = await takes(office, eva, await link(office, ann, event))
    details = place.signup.details
    assert (place.signup.state, details.group, details.name) == (State.CONFIRMED, event.groups[1].id, "Ewa Nowa")
    assert (details.phone, details.needs) == (None, None)
    assert await office.reminders(ann, event) == []
    assert [
        one.astimezone(office.clock.zone).replace(tzinfo=None) for one in place.reminders
    ] == await office.reminders(eva, event)
    assert len(place.reminders) == 3
    assert await office.told(ann) == [PlaceHandedOver(event.id, False)]


async def test_companions_are_asked_anew_within_the_seats_there_are(office: Office) -> None:
    event = await office.event(seats=3, companions=4)
    ann, ben, eva = [await office.person(name) for name in ("Anna", "Bogdan", "Ewa")]
    await office.joins(ann, event, Details("Anna Nowak", companions=2))
    await office.joins(ben, event, Details("Bogdan Nowak"))
    token = await link(office, ann, event)
    step = (await hand_overs.take_over(office.db, eva, token, now=office.now)).step
    asked = {field.key: field for field in step.setting.fields}
    assert asked["companions"].high == 2
    place = await takes(office, eva, token, companions=1)
    assert place.signup.size == 2
    assert (await office.signup(ben, event)).state is State.OFFERED


async def test_of_two_who_open_one_link_one_gets_the_place(office: Office) -> None:
    event = await office.event(seats=1)
    ann, ben, eva = [await office.person(name) for name in ("Anna", "Bogdan", "Ewa")]
    await office.joins(ann, event)
    token = await link(office, ann, event)
    outcomes = await asyncio.gather(*(takes(office, one, token) for one in (ben, eva)), return_exceptions=True)
    assert sorted(type(one).__name__ for one in outcomes) == ["HandOverGone", "Place"]
    async with office.db.reading() as tx:
        rows = await tx.all("SELECT state FROM signups")
    assert [row["state"] for row in rows] == ["confirmed"]


async def test_whoever_took_the_place_is_led_to_it_by_the_same_link(office: Office) -> None:
    event = await office.event(seats=1)
    ann, ben, eva = [await office.person(name) for name in ("Anna", "Bogdan", "Ewa")]
    await office.joins(ann, event)
    token = await link(office, ann, event)
    taken = await takes(office, eva, token)
    with pytest.raises(AlreadySignedUp) as refusal:
        await hand_overs.take_over(office.db, eva, token, now=office.now)
    assert refusal.value.signup == taken.signup.id
    for other in (ann, ben):
        with pytest.raises(HandOverGone) as gone:
            await hand_overs.take_over(office.db, other, token, now=office.now)
        assert gone.value.event == event.id


async def test_a_link_is_of_no_use_when_it_is_old_or_the_place_is_not_theirs_any_more(office: Office) -> None:
    event = await office.event(starts_at=office.now + timedelta(days=30), ends_at=office.now + timedelta(days=31))
    ann, eva = await office.person("Anna"), await office.person("Ewa")
    await office.joins(ann, event)
    token = await link(office, ann, event)
    office.clock.move(timedelta(days=8))
    await refused(office, eva, token, HandOverGone)
    token = await link(office, ann, event)
    await signups.cancel(office.db, ann, (await office.signup(ann, event)).id, now=office.now)
    await refused(office, eva, token, HandOverGone)
    with pytest.raises(SignUpGone):
        await link(office, ann, event)


async def test_a_link_is_not_for_whoever_has_the_place_or_a_seat_or_was_declined(office: Office) -> None:
    event = await office.event(seats=5)
    ann, ben, eva = [await office.person(name) for name in ("Anna", "Bogdan", "Ewa")]
    for one in (ann, ben, eva):
        await office.joins(one, event)
    token = await link(office, ann, event)
    await refused(office, ann, token, OwnHandOver)
    await refused(office, ben, token, AlreadySignedUp)
    async with office.db.transaction() as tx:
        await tx.execute("UPDATE signups SET state = 'rejected' WHERE person_id = ?", [eva.id])
    await refused(office, eva, token, Declined)
    with pytest.raises(NotAllowed):
        await hand_overs.offer(office.db, ben, (await office.signup(ann, event)).id, now=office.now)


async def test_what_keeps_people_from_signing_up_keeps_them_from_taking_over(office: Office) -> None:
    first = await office.event("edycja-1")
    eva = await office.person("Ewa")
    await office.joins(eva, first)
    async with office.db.transaction() as tx:
        await tx.execute("UPDATE signups SET state = 'attended'")
    second = await office.event("edycja-2", not_after_event="edycja-1")
    ann = await office.person("Anna")
    await office.joins(ann, second)
    token = await link(office, ann, second)
    await refused(office, eva, token, ForNewcomers)
    async with office.db.transaction() as tx:
        await tx.execute("UPDATE events SET state = 'called_off' WHERE id = ?", [second.id])
    await refused(office, await office.person(), token, EventCalledOff)


async def test_where_the_team_chooses_only_the_team_passes_places_on(office: Office) -> None:
    event = await office.event(approval=True)
    ann = await office.person("Anna")
    signup = (await office.joins(ann, event)).signup
    async with office.db.transaction() as tx:
        await tx.execute("UPDATE signups SET state = 'confirmed', queue = NULL")
    with pytest.raises(SignUpGone):
        await hand_overs.offer(office.db, ann, signup.id, now=office.now)
    with pytest.raises(NotAllowed):
        await hand_overs.substitute(office.db, ann, signup.id, now=office.now)
    _, listed = await hand_overs.list_for_team(office.db, OWNER, event.id)
    assert [one.id for one in listed] == [signup.id]


async def test_who_left_may_sign_up_anew_and_answers_remembered_are_filled_in(office: Office) -> None:
    event = await office.event()
    ann, eva = await office.person("Anna"), await office.person("Ewa")
    await office.joins(ann, event)
    await takes(office, eva, await link(office, ann, event))
    assert (await office.joins(ann, event)).signup.state is State.CONFIRMED
    step = await enrolments.correct(office.db, eva, (await office.signup(eva, event)).id, now=office.now)
    assert step.draft.answers["name"] == "Ewa Nowa"


async def refused(office: Office, actor: Actor, token: str, why: type[Refusal]) -> None:
    """The link does not work for this person."""
    with pytest.raises(why):
        await hand_overs.take_over(office.db, actor, token, now=office.now)
