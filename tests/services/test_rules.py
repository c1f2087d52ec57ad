"""What limits sign-ups, and what time releases: queues, quotas over events, earlier editions, unconfirmed seats."""

from datetime import timedelta

import pytest

from bot.domain.events import Event, Group, Quota
from bot.domain.localized import polish
from bot.domain.people import Actor, Grant, Role
from bot.domain.refusals import ForNewcomers, ForParticipants, QueueFull
from bot.domain.signups import Attending, Details, State
from bot.domain.staff_notices import MinimumNotMet
from bot.services import importing, notices, people, signups, upkeep
from bot.services.importing import Incoming

from .house import OWNER, Office

OFFICIALS, ANIMATORS = Group(0, polish("urzędnicy"), 1), Group(0, polish("animatorzy"), 2)


async def join_all(office: Office, event: Event, groups: list[int]) -> list[Actor]:
    """So many people, each in the group of that number."""
    joined = []
    for number in groups:
        actor = await office.person()
        await office.joins(actor, event, Details("Jan Nowak", group=event.groups[number].id))
        joined.append(actor)
    return joined


async def state(office: Office, actor: Actor, event: Event) -> State:
    """Where somebody stands."""
    return (await office.signup(actor, event)).state


async def test_no_more_people_wait_than_the_queue_holds_and_nothing_is_left_behind(office: Office) -> None:
    event = await office.event(seats=1, queue_limit=1)
    ann, ben, cyd = [await office.person() for _ in range(3)]
    await office.joins(ann, event)
    await office.joins(ben, event)
    with pytest.raises(QueueFull):
        await office.joins(cyd, event)
    async with office.db.reading() as tx:
        assert len(await tx.all("SELECT * FROM signups")) == 2


async def test_seats_of_a_group_become_everybody_s_at_the_date_that_was_set(office: Office) -> None:
    release = office.now + timedelta(days=2)
    event = await office.event(seats=3, groups=(OFFICIALS, ANIMATORS), release_groups_at=release)
    _, waiting = await join_all(office, event, [0, 0])
    assert await state(office, waiting, event) is State.WAITING
    office.clock.move(timedelta(days=2, minutes=1))
    await upkeep.keep(office.db, now=office.now)
    assert await state(office, waiting, event) is State.OFFERED
    assert all(group.is_released for group in (await office.found()).groups)


async def test_a_quota_holds_over_all_events_of_a_project_and_frees_seats_in_the_others(office: Office) -> None:
    groups = (Group(0, polish("ambasadorzy"), 5, quota="ambasadorzy"),)
    drafts = [office.draft(code, seats=10) for code in ("edycja-1", "edycja-2")]
    quota = Quota("podgorze", "ambasadorzy", 2)
    await importing.import_events(
        office.db, OWNER, [Incoming(plan, groups) for plan in drafts], [quota], now=office.now
    )
    first, second = await office.found("edycja-1"), await office.found("edycja-2")
    ann, ben = await join_all(office, first, [0, 0])
    (cyd,) = await join_all(office, second, [0])
    assert await state(office, cyd, second) is State.WAITING
    await signups.cancel(office.db, ann, (await office.signup(ann, first)).id, now=office.now)
    assert await state(office, cyd, second) is State.OFFERED
    larger = Quota("podgorze", "ambasadorzy", 3)
    (dan,) = await join_all(office, second, [0])
    await importing.import_events(office.db, OWNER, [], [larger], now=office.now)
    assert await state(office, dan, second) is State.OFFERED
    assert await state(office, ben, first) is State.CONFIRMED


async def test_an_edition_only_for_newcomers_and_one_only_for_participants(office: Office) -> None:
    first = await office.event("edycja-1")
    ann, ben = await office.person(), await office.person()
    signup = (await office.joins(ann, first)).signup
    async with office.db.transaction() as tx:
        await tx.execute("INSERT INTO attendance (signup_id, at) VALUES (?, ?)", [signup.id, office.now.isoformat()])
    new = await office.event("edycja-2", not_after_event="edycja-1")
    later = await office.event("zjazd", after_event="EDYCJA-1")
    with pytest.raises(ForNewcomers):
        await office.joins(ann, new)
    with pytest.raises(ForParticipants):
        await office.joins(ben, later)
    assert (await office.joins(ben, new)).signup.state is State.CONFIRMED
    assert (await office.joins(ann, later)).signup.state is State.CONFIRMED


async def test_another_event_at_the_same_time_is_a_warning_and_no_refusal(office: Office) -> None:
    ann = await office.person()
    first = await office.event("forum-1")
    await office.joins(ann, first)
    place = await office.joins(ann, await office.event("forum-2"))
    assert [event.plan.code for event in place.overlaps] == ["forum-1"]
    assert place.signup.state is State.CONFIRMED


async def remind(office: Office) -> None:
    """Everything that is due is sent."""
    for letter in await notices.claim(office.db, now=office.now, limit=100):
        if await notices.prepare(office.db, letter, now=office.now):
            await notices.sent(office.db, letter, now=office.now)


async def test_a_seat_is_unconfirmed_after_two_questions_without_an_answer(office: Office) -> None:
    event = await office.event(reminders=("7d", "3d", "1d"))
    ann, ben = await office.person(), await office.person()
    for one in (ann, ben):
        await office.joins(one, event)
    for days, hours in ((1, 5), (4, 0)):
        office.clock.move(timedelta(days=days, hours=hours))
        await remind(office)
        if days == 1:
            await signups.attend(office.db, ben, event.id, Attending.YES, now=office.now)
    assert (await office.signup(ann, event)).is_unconfirmed
    assert not (await office.signup(ben, event)).is_unconfirmed
    await signups.attend(office.db, ann, event.id, Attending.YES, now=office.now)
    assert not (await office.signup(ann, event)).is_unconfirmed


async def test_an_unconfirmed_seat_goes_to_who_waits_at_the_set_time_and_only_then(office: Office) -> None:
    event = await office.event(seats=2, reminders=("7d", "3d"), release_unconfirmed="1d 12:00")
    ann, ben, cyd = [await office.person() for _ in range(3)]
    for one in (ann, ben, cyd):
        await office.joins(one, event)
    for days, hours in ((1, 5), (4, 0)):
        office.clock.move(timedelta(days=days, hours=hours))
        await remind(office)
        await upkeep.keep(office.db, now=office.now)
    assert await state(office, ben, event) is State.CONFIRMED
    office.clock.move(event.plan.starts_at - timedelta(days=1, hours=4) - office.now)
    await upkeep.keep(office.db, now=office.now)
    assert [await state(office, one, event) for one in (ann, ben, cyd)] == [
        State.CONFIRMED,
        State.CANCELLED,
        State.OFFERED,
    ]
    await upkeep.keep(office.db, now=office.now)
    assert await state(office, ann, event) is State.CONFIRMED


async def test_the_team_hears_once_that_people_are_missing(office: Office) -> None:
    boss = await office.person("Krystyna")
    await people.grant(office.db, boss.id, Grant(Role.COORDINATOR), now=office.now)
    event = await office.event(seats=9, minimum=5, shortage_notice="3d")
    await office.joins(await office.person(), event)
    await upkeep.keep(office.db, now=office.now)
    assert await office.told(boss) == []
    office.clock.move(timedelta(days=5, hours=6))
    for _ in range(2):
        await upkeep.keep(office.db, now=office.now)
    assert await office.told(boss) == [MinimumNotMet(event.id, 4)]
