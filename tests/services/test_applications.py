"""Applications, decided about one by one and many at once."""

from datetime import timedelta

import pytest

from bot.domain.applications import ApplicationAccepted, ApplicationRejected, ApplicationWaiting
from bot.domain.events import Event, Group
from bot.domain.forms import Field, Kind
from bot.domain.localized import polish
from bot.domain.people import Actor, Grant, Role, Scope
from bot.domain.refusals import (
    ApplicationDecided,
    EventOver,
    NoSeatFor,
    NotAllowed,
    NotEnoughSeats,
    StaleButton,
)
from bot.domain.signups import Decision, Details, State
from bot.domain.staff_notices import DecisionsDue, NewApplication
from bot.services import application_batches, applications, lists, signups, upkeep
from bot.services.application_batches import Order

from .house import OWNER, Office
from .test_staff_notices import member, sent

GROUPS = (Group(0, polish("animatorzy"), 3), Group(0, polish("urzędnicy"), 1))
ANIMATOR = Actor(0, None, "pl", frozenset({Grant(Role.ANIMATOR)}))
ELSEWHERE = Actor(0, None, "pl", frozenset({Grant(Role.COORDINATOR, Scope.PROJECT, "lider")}))


async def applicants(office: Office, event: Event, *details: Details) -> list[Actor]:
    """People who applied, in this order."""
    found = []
    for one in details:
        actor = await office.person()
        await office.joins(actor, event, one)
        found.append(actor)
    return found


async def decide(office: Office, actor: Actor, event: Event, decision: Decision) -> None:
    signup = await office.signup(actor, event)
    await applications.decide(office.db, OWNER, signup.id, decision, now=office.now)


async def state(office: Office, actor: Actor, event: Event) -> State:
    return (await office.signup(actor, event)).state


async def test_an_acceptance_keeps_its_seat_before_the_applicant_hears(office: Office) -> None:
    event = await office.event(seats=2, approval=True)
    anna, piotr = await applicants(office, event, Details("Anna", companions=1), Details("Piotr"))
    await decide(office, anna, event, Decision.ACCEPTED)
    with pytest.raises(NoSeatFor) as refused:
        await decide(office, piotr, event, Decision.ACCEPTED)
    assert (refused.value.missing, refused.value.limit) == (1, "event")
    await decide(office, anna, event, Decision.REJECTED)
    await decide(office, piotr, event, Decision.ACCEPTED)
    assert await state(office, anna, event) is await state(office, piotr, event) is State.APPLIED


async def test_everybody_is_told_once_what_was_decided(office: Office) -> None:
    event = await office.event(seats=1, approval=True)
    anna, piotr, ola = await applicants(office, event, Details("Anna"), Details("Piotr"), Details("Ola"))
    await decide(office, anna, event, Decision.REJECTED)
    await decide(office, piotr, event, Decision.ACCEPTED)
    await decide(office, ola, event, Decision.WAITING)
    assert await applications.send(office.db, OWNER, event.id, now=office.now) == 3
    assert await applications.send(office.db, OWNER, event.id, now=office.now) == 0
    assert await office.told(anna) == [ApplicationRejected(event.id)]
    assert await office.told(piotr) == [ApplicationAccepted(event.id)]
    assert await office.told(ola) == [ApplicationWaiting(event.id, 1)]
    assert len(await office.reminders(piotr, event)) == 3


async def test_the_queue_is_in_the_order_of_arrival_and_not_of_the_decisions(office: Office) -> None:
    event = await office.event(seats=1, approval=True)
    anna, piotr, ola = await applicants(office, event, Details("Anna"), Details("Piotr"), Details("Ola"))
    for who, decision in ((ola, Decision.WAITING), (anna, Decision.WAITING), (piotr, Decision.ACCEPTED)):
        await decide(office, who, event, decision)
    await applications.send(office.db, OWNER, event.id, now=office.now)
    assert await office.told(anna) == [ApplicationWaiting(event.id, 1)]
    assert await office.told(ola) == [ApplicationWaiting(event.id, 2)]


async def test_a_decision_is_told_neither_before_the_promised_day_nor_within_ten_minutes(office: Office) -> None:
    event = await office.event(seats=3, approval=True, decide_by=office.now + timedelta(days=1))
    early, late = await applicants(office, event, Details("Anna"), Details("Piotr"))
    await decide(office, early, event, Decision.ACCEPTED)
    office.clock.move(timedelta(hours=23, minutes=55))
    await decide(office, late, event, Decision.ACCEPTED)
    await upkeep.keep(office.db, now=office.now)
    assert await state(office, early, event) is State.APPLIED
    office.clock.move(timedelta(minutes=5))
    await upkeep.keep(office.db, now=office.now)
    assert await state(office, early, event) is State.CONFIRMED
    assert await state(office, late, event) is State.APPLIED
    office.clock.move(timedelta(minutes=5))
    await upkeep.keep(office.db, now=office.now)
    assert await state(office, late, event) is State.CONFIRMED


async def test_what_was_told_cannot_be_decided_anew(office: Office) -> None:
    event = await office.event(approval=True)
    (anna,) = await applicants(office, event, Details("Anna"))
    await decide(office, anna, event, Decision.REJECTED)
    signup = await office.signup(anna, event)
    await applications.send_one(office.db, OWNER, signup.id, now=office.now)
    with pytest.raises(ApplicationDecided):
        await applications.undo(office.db, OWNER, signup.id, now=office.now)
    with pytest.raises(ApplicationDecided):
        await decide(office, anna, event, Decision.ACCEPTED)


async def test_undoing_frees_the_seat_and_forgets_the_reason(office: Office) -> None:
    event = await office.event(seats=1, approval=True)
    anna, piotr = await applicants(office, event, Details("Anna"), Details("Piotr"))
    await decide(office, anna, event, Decision.ACCEPTED)
    await applications.undo(office.db, OWNER, (await office.signup(anna, event)).id, now=office.now)
    await decide(office, piotr, event, Decision.ACCEPTED)
    after = await office.signup(anna, event)
    assert (after.decision, after.decided_at, after.reason) == (None, None, None)


async def test_an_accepted_applicant_brings_more_people_only_when_there_is_room(office: Office) -> None:
    event = await office.event(seats=2, companions=3, approval=True)
    (anna,) = await applicants(office, event, Details("Anna"))
    await decide(office, anna, event, Decision.ACCEPTED)
    signup = await office.signup(anna, event)
    with pytest.raises(NotEnoughSeats):
        async with office.db.transaction() as tx:
            await signups.change(tx, anna, event, signup, Details("Anna", companions=2), now=office.now)
    async with office.db.transaction() as tx:
        await signups.change(tx, anna, event, signup, Details("Anna", companions=1), now=office.now)
    assert (await office.signup(anna, event)).decision is Decision.ACCEPTED


async def test_whoever_withdraws_gives_the_seat_kept_for_them_back(office: Office) -> None:
    event = await office.event(seats=1, approval=True)
    anna, piotr = await applicants(office, event, Details("Anna"), Details("Piotr"))
    await decide(office, anna, event, Decision.ACCEPTED)
    await signups.cancel(office.db, anna, (await office.signup(anna, event)).id, now=office.now)
    await decide(office, piotr, event, Decision.ACCEPTED)
    await applications.send(office.db, OWNER, event.id, now=office.now)
    assert await office.told(anna) == []
    assert await state(office, piotr, event) is State.CONFIRMED


async def test_whoever_was_accepted_cancels_and_thinks_better_of_it(office: Office) -> None:
    event = await office.event(seats=1, approval=True)
    anna, _ = await applicants(office, event, Details("Anna"), Details("Piotr"))
    await decide(office, anna, event, Decision.ACCEPTED)
    await applications.send(office.db, OWNER, event.id, now=office.now)
    signup = await office.signup(anna, event)
    await signups.cancel(office.db, anna, signup.id, now=office.now)
    undone = await signups.undo(office.db, anna, signup.id, now=office.now)
    assert undone.signup.state is State.CONFIRMED


async def test_once_the_promised_day_is_past_the_waiting_list_moves_without_the_undecided(office: Office) -> None:
    event = await office.event(seats=1, approval=True, decide_by=office.now + timedelta(days=1))
    anna, piotr, _ = await applicants(office, event, Details("Anna"), Details("Piotr"), Details("Ola"))
    await decide(office, anna, event, Decision.ACCEPTED)
    await decide(office, piotr, event, Decision.WAITING)
    await applications.send(office.db, OWNER, event.id, now=office.now)
    await signups.cancel(office.db, anna, (await office.signup(anna, event)).id, now=office.now)
    assert await state(office, piotr, event) is State.WAITING
    office.clock.move(timedelta(days=1, minutes=1))
    await upkeep.keep(office.db, now=office.now)
    assert await state(office, piotr, event) is State.OFFERED


async def test_the_list_has_pages_with_the_undecided_first(office: Office) -> None:
    event = await office.event(seats=20, approval=True)
    everybody = await applicants(office, event, *[Details(f"Osoba {number}") for number in range(10)])
    await decide(office, everybody[0], event, Decision.ACCEPTED)
    await decide(office, everybody[1], event, Decision.REJECTED)
    first = await applications.page(office.db, OWNER, event.id, 0)
    last = await applications.page(office.db, OWNER, event.id, 7)
    assert [one.details.name for one in first.entries] == [f"Osoba {number}" for number in range(2, 10)]
    assert [one.details.name for one in last.entries] == ["Osoba 0", "Osoba 1"]
    assert (first.pages, last.page, first.undecided, first.free) == (2, 1, 8, 19)
    assert first.goes_out == office.now + timedelta(minutes=10)


class TestManyAtOnce:
    async def test_the_first_who_fit_are_accepted_and_nobody_is_split(self, office: Office) -> None:
        event = await office.event(seats=3, approval=True)
        details = [Details("Anna", companions=1), Details("Piotr", companions=1), Details("Ola")]
        anna, piotr, ola = await applicants(office, event, *details)
        batch = await application_batches.preview(office.db, OWNER, Order(event.id, Decision.ACCEPTED))
        assert [one.person for one in batch.chosen] == [anna.id, ola.id]
        assert (batch.people, batch.left_out, batch.undecided) == (3, 1, 3)
        done = await application_batches.decide(office.db, OWNER, batch.order, 2, now=office.now)
        assert done is not None
        assert (await office.signup(piotr, event)).decision is None

    async def test_of_a_group_only_its_own_and_only_so_many(self, office: Office) -> None:
        event = await office.event(seats=10, groups=GROUPS, approval=True)
        animators, officials = event.groups
        details = [Details(str(number), group=animators.id) for number in range(3)]
        await applicants(office, event, *details, Details("Urząd", group=officials.id))
        order = Order(event.id, Decision.REJECTED, animators.id, 2)
        assert [one.details.name for one in (await application_batches.preview(office.db, OWNER, order)).chosen] == [
            "0",
            "1",
        ]
        everybody = Order(event.id, Decision.ACCEPTED, officials.id)
        assert len((await application_batches.preview(office.db, OWNER, everybody)).chosen) == 1

    async def test_nothing_is_done_when_something_changed_since_the_preview(self, office: Office) -> None:
        event = await office.event(seats=3, approval=True)
        await applicants(office, event, Details("Anna"))
        order = Order(event.id, Decision.ACCEPTED)
        await applicants(office, event, Details("Piotr"))
        assert await application_batches.decide(office.db, OWNER, order, 1, now=office.now) is None
        page = await applications.page(office.db, OWNER, event.id, 0)
        assert (page.undecided, dict(page.decided)) == (2, {})

    async def test_a_forged_word_is_no_decision(self, office: Office) -> None:
        event = await office.event(approval=True)
        (anna,) = await applicants(office, event, Details("Anna"))
        with pytest.raises(StaleButton):
            await application_batches.preview(office.db, OWNER, Order(event.id, "everybody"))
        with pytest.raises(StaleButton):
            await applications.decide(office.db, OWNER, (await office.signup(anna, event)).id, "maybe", now=office.now)


class TestTheTeam:
    async def test_hears_of_a_new_application_only_while_it_waits(self, office: Office) -> None:
        ola = await member(office, Role.COORDINATOR)
        event = await office.event(seats=20, approval=True)
        anna, piotr = await applicants(office, event, Details("Anna"), Details("Piotr"))
        await decide(office, anna, event, Decision.ACCEPTED)
        office.clock.move(timedelta(hours=20))
        memo = next(one for one in await sent(office) if one.person.id == ola.id)
        waiting = (await office.signup(piotr, event)).id
        assert [part.letter.notice for part in memo.parts] == [NewApplication(event.id, waiting)]

    async def test_is_reminded_once_before_answers_are_due(self, office: Office) -> None:
        ola = await member(office, Role.COORDINATOR)
        event = await office.event(approval=True, decide_by=office.now + timedelta(days=4))
        await applicants(office, event, Details("Anna"))
        office.clock.move(timedelta(days=2, minutes=-1))
        await sent(office)
        await upkeep.keep(office.db, now=office.now)
        assert await office.told(ola) == []
        office.clock.move(timedelta(minutes=1))
        await upkeep.keep(office.db, now=office.now)
        await upkeep.keep(office.db, now=office.now)
        office.clock.move(timedelta(hours=20))
        (memo,) = await sent(office)
        assert [part.letter.notice for part in memo.parts] == [DecisionsDue(event.id)]

    async def test_decides_only_within_its_scope(self, office: Office) -> None:
        event = await office.event(approval=True)
        (anna,) = await applicants(office, event, Details("Anna"))
        signup = (await office.signup(anna, event)).id
        for nobody in (ANIMATOR, ELSEWHERE, anna):
            with pytest.raises(NotAllowed):
                await applications.decide(office.db, nobody, signup, "accepted", now=office.now)
            with pytest.raises(NotAllowed):
                await applications.show(office.db, nobody, signup, now=office.now)

    async def test_decides_nothing_after_the_start(self, office: Office) -> None:
        event = await office.event(approval=True)
        (anna,) = await applicants(office, event, Details("Anna"))
        office.clock.move(timedelta(days=9))
        with pytest.raises(EventOver):
            await decide(office, anna, event, Decision.ACCEPTED)


async def test_contacts_are_only_for_whoever_may_see_them(office: Office) -> None:
    asked = (Field("mail", Kind.EMAIL, polish("E-mail?")), Field("dieta", Kind.TEXT, polish("Dieta?")))
    event = await office.event(questions=asked)
    anna = await office.person()
    answers = {"mail": "anna@example.org", "dieta": "bez orzechów"}
    await office.joins(anna, event, Details("Anna", "+48600100200", "Kraków", "rampa", answers=answers))
    signup = (await office.signup(anna, event)).id
    seen = await lists.participant(office.db, ANIMATOR, signup, now=office.now)
    assert (seen.signup.details.phone, seen.signup.details.needs) == (None, None)
    assert dict(seen.signup.details.answers) == {"dieta": "bez orzechów"}
    assert [field.key for field, _ in seen.answers] == ["dieta"]
    boss = await lists.participant(office.db, OWNER, signup, now=office.now)
    assert boss.signup.details.phone == "+48600100200"
    assert [field.key for field, _ in boss.answers] == ["mail", "dieta"]
    (listed,) = (await lists.of_event(office.db, ANIMATOR, event.id, now=office.now)).entries
    assert (listed.details.phone, listed.details.needs) == (None, None)
