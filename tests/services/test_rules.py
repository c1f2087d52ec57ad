"""What limits sign-ups, and what time releases: queues, quotas over events, earlier editions, unconfirmed seats."""

from datetime import timedelta

import pytest

from bot.domain.events import Event, Group, Quota
from bot.domain.localized import polish
from bot.domain.people import Actor, Grant, Role
from bot.domain.refusals import ForNewcomers, ForParticipants, QueueFull
from bot.domain.seats import PartyTooLarge
from bot.domain.signups import Attending, Details, State
from bot.domain.staff_notices import AlmostFull, MinimumNotMet, StaffDigest
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


async def silent_and_due(office: Office, **event: object) -> tuple[Event, list[Actor]]:
    """Three with seats: the first says that they come, the others nothing; seats are to be released now."""
    plan = {"seats": 3, "reminders": ("7d", "3d"), "release_unconfirmed": "1d 12:00", "companions": 3, **event}
    made = await office.event(**plan)  # type: ignore[arg-type]
    joined = [await office.person() for _ in range(3)]
    for number, one in enumerate(joined):
        group = made.groups[min(number, 1)].id if made.groups else None
        await office.joins(one, made, Details("Jan Nowak", group=group))
    for days, hours in ((1, 5), (4, 0)):
        office.clock.move(timedelta(days=days, hours=hours))
        await remind(office)
    await signups.attend(office.db, joined[0], made.id, Attending.YES, now=office.now)
    office.clock.move(made.plan.starts_at - timedelta(days=1, hours=4) - office.now)
    return made, joined


async def test_nobody_loses_an_unconfirmed_seat_to_a_group_it_does_not_help(office: Office) -> None:
    animators = Group(0, polish("animatorzy"), 1)
    event, sitting = await silent_and_due(office, seats=None, groups=(animators, Group(0, polish("urzędnicy"), 2)))
    waiting = await office.person()
    await office.joins(waiting, event, Details("Ewa Nowak", group=event.groups[0].id))
    await upkeep.keep(office.db, now=office.now)
    assert [await state(office, one, event) for one in sitting[1:]] == [State.CONFIRMED, State.CONFIRMED]
    assert await state(office, waiting, event) is State.WAITING


async def test_two_unconfirmed_seats_go_to_a_couple_and_one_to_nobody(office: Office) -> None:
    event, sitting = await silent_and_due(office)
    couple = await office.person()
    await office.joins(couple, event, Details("Ewa Nowak", companions=1))
    await upkeep.keep(office.db, now=office.now)
    assert [await state(office, one, event) for one in sitting] == [
        State.CONFIRMED,
        State.CANCELLED,
        State.CANCELLED,
    ]
    assert await state(office, couple, event) is State.OFFERED


async def test_a_party_of_three_takes_nobody_s_seat_while_only_two_are_unconfirmed(office: Office) -> None:
    event, sitting = await silent_and_due(office)
    family = await office.person()
    await office.joins(family, event, Details("Ewa Nowak", companions=2))
    await upkeep.keep(office.db, now=office.now)
    assert [await state(office, one, event) for one in sitting] == [State.CONFIRMED] * 3


async def test_more_people_than_seats_do_not_wait_for_ever_with_everybody_behind_them(office: Office) -> None:
    groups = (Group(0, polish("gmina Piastów"), 1), Group(0, polish("gmina Raszyn"), 3))
    event = await office.event(groups=groups, seats=4, companions=3)
    family, other = await office.person(), await office.person()
    with pytest.raises(PartyTooLarge) as refused:
        await office.joins(family, event, Details("Ewa Nowak", companions=1, group=event.groups[0].id))
    assert refused.value.most == 1
    assert (await office.joins(other, event, Details("Jan Nowak", group=event.groups[0].id))).signup.has_seat
    place = await office.joins(family, event, Details("Ewa Nowak", group=event.groups[0].id))
    more = Details("Ewa Nowak", companions=2, group=event.groups[0].id)
    with pytest.raises(PartyTooLarge):
        async with office.db.transaction() as tx:
            await signups.change(tx, family, event, place.signup, more, now=office.now)


async def test_the_team_hears_that_groups_without_a_total_are_almost_full(office: Office) -> None:
    coordinator = await office.person("Krystyna")
    await people.grant(office.db, coordinator.id, Grant(Role.COORDINATOR), now=office.now)
    event = await office.event(seats=None, groups=(OFFICIALS, ANIMATORS))
    await office.joins(await office.person(), event, Details("Jan Nowak", group=event.groups[1].id))
    (digest,) = await office.told(coordinator)
    assert isinstance(digest, StaffDigest)
    assert [item["kind"] for item in digest.items] == [AlmostFull.kind]


async def test_a_place_in_the_queue_counts_everybody_who_waits_for_the_same_seats(office: Office) -> None:
    wide = (Group(0, polish("animatorzy"), 2), Group(0, polish("urzędnicy"), 2))
    event = await office.event(groups=wide, seats=2)
    await join_all(office, event, [0, 0])
    waiting = await join_all(office, event, [0, 1])
    assert await positions(office, event, waiting) == [1, 2]
    own = await office.event("forum-2", groups=(OFFICIALS, Group(0, polish("animatorzy"), 1)), seats=2)
    await join_all(office, own, [0, 1])
    waiting = await join_all(office, own, [0, 1])
    assert await positions(office, own, waiting) == [1, 1]


async def positions(office: Office, event: Event, waiting: list[Actor]) -> list[int | None]:
    """Which number everybody has in the queue."""
    found = [await signups.find_own(office.db, one, event.id) for one in waiting]
    return [place.position if place else None for place in found]
