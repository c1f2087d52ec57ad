"""Telling the team: who hears of what, when, and once."""

from datetime import timedelta

import pytest

from bot.domain.events import Group
from bot.domain.localized import polish
from bot.domain.people import Actor, Grant, Role, Scope
from bot.domain.refusals import NotAllowed
from bot.domain.signups import Details
from bot.domain.staff_notices import AlmostFull, How, MinimumNotMet, StaffDigest, StaffNotice, Topic
from bot.services import notices, people, staff_notices
from bot.services.notices import Memo

from .house import Office


async def member(office: Office, role: Role, project: str = "") -> Actor:
    """Somebody of the team."""
    somebody = await office.person("Ola")
    held = Grant(role, Scope.PROJECT, project) if project else Grant(role)
    await people.grant(office.db, somebody.id, held, now=office.now)
    return Actor(somebody.id, somebody.telegram_id, "pl", frozenset({held}))


async def tell(office: Office, notice: StaffNotice, event: int, key: str = "k") -> None:
    async with office.db.transaction() as tx:
        await staff_notices.tell(tx, notice, project="podgorze", event=event, key=key, now=office.now)


async def sent(office: Office) -> list[Memo]:
    """What goes out now."""
    letters = await notices.claim(office.db, now=office.now, limit=50)
    prepared = [await notices.prepare(office.db, letter, now=office.now) for letter in letters]
    return [memo for memo in prepared if isinstance(memo, Memo)]


async def test_whoever_s_role_reaches_the_project_is_told_and_nobody_else(office: Office) -> None:
    event = await office.event()
    own = await member(office, Role.COORDINATOR, "podgorze")
    other = await member(office, Role.COORDINATOR, "mam")
    everywhere = await member(office, Role.ADMINISTRATOR)
    resident = await office.person()
    await tell(office, MinimumNotMet(event.id, 3), event.id)
    assert await office.told(own) == await office.told(everywhere) == [MinimumNotMet(event.id, 3)]
    assert await office.told(other) == await office.told(resident) == []


async def test_nobody_is_told_twice_of_the_same(office: Office) -> None:
    event = await office.event()
    ola = await member(office, Role.COORDINATOR)
    await tell(office, MinimumNotMet(event.id, 3), event.id)
    await tell(office, MinimumNotMet(event.id, 2), event.id)
    assert len(await office.told(ola)) == 1


async def test_never_means_never(office: Office) -> None:
    event = await office.event()
    ola = await member(office, Role.COORDINATOR)
    await staff_notices.choose(office.db, ola, Topic.MINIMUM, How.NEVER)
    await tell(office, MinimumNotMet(event.id, 3), event.id)
    assert await office.told(ola) == []


async def test_a_digest_gathers_until_eight_in_the_morning(office: Office) -> None:
    event = await office.event()
    ola = await member(office, Role.COORDINATOR)
    await tell(office, AlmostFull(event.id, 1), event.id, "one")
    office.clock.move(timedelta(hours=14))  # two at night
    await tell(office, AlmostFull(event.id, 0), event.id, "two")
    await tell(office, AlmostFull(event.id, 0), event.id, "two")
    office.clock.move(timedelta(hours=5, minutes=59))
    assert await sent(office) == []
    office.clock.move(timedelta(minutes=1))
    (memo,) = await sent(office)
    assert (memo.person.id, [part.letter.notice for part in memo.parts]) == (ola.id, [AlmostFull(event.id, 2)])
    await tell(office, AlmostFull(event.id, 0), event.id, "two")
    await tell(office, AlmostFull(event.id, 0), event.id, "three")
    (tomorrow,) = await office.told(ola)
    assert isinstance(tomorrow, StaffDigest)
    assert [item["key"] for item in tomorrow.items] == ["three"]


async def test_what_is_over_is_left_out_of_the_digest(office: Office) -> None:
    soon = await office.event("soon", starts_at=office.now + timedelta(hours=3))
    later = await office.event("later")
    await member(office, Role.COORDINATOR)
    await tell(office, AlmostFull(soon.id, 1), soon.id, "soon")
    await tell(office, AlmostFull(later.id, 1), later.id, "later")
    office.clock.move(timedelta(hours=20))
    (memo,) = await sent(office)
    assert [part.letter.notice for part in memo.parts] == [AlmostFull(later.id, 2)]


async def test_the_digest_tells_once_of_an_event_and_how_it_stands_in_the_morning(office: Office) -> None:
    full, roomy = await office.event("full"), await office.event("roomy", seats=9)
    await member(office, Role.COORDINATOR)
    for key, free in (("earlier", 2), ("later", 1)):
        await tell(office, AlmostFull(full.id, free), full.id, key)
    await tell(office, AlmostFull(roomy.id, 1), roomy.id, "roomy")
    await office.joins(await office.person(), full, Details("Anna Nowak", companions=1))
    office.clock.move(timedelta(hours=20))
    (memo,) = await sent(office)
    assert [(part.letter.notice, part.times) for part in memo.parts] == [(AlmostFull(full.id, 0), 3)]


async def test_seats_that_no_group_holds_are_not_counted_as_left(office: Office) -> None:
    event = await office.event(seats=9, groups=(Group(0, polish("nauczyciele"), 2),))
    await member(office, Role.COORDINATOR)
    await tell(office, AlmostFull(event.id, 2), event.id)
    for name in ("Anna Nowak", "Jan Kowalski"):
        await office.joins(await office.person(name), event, Details(name, group=event.groups[0].id))
    office.clock.move(timedelta(hours=20))
    (memo,) = await sent(office)
    assert [part.letter.notice for part in memo.parts] == [AlmostFull(event.id, 0)]


async def test_whoever_lost_the_role_is_not_told(office: Office) -> None:
    event = await office.event()
    await member(office, Role.COORDINATOR)
    await tell(office, MinimumNotMet(event.id, 3), event.id)
    await tell(office, AlmostFull(event.id, 3), event.id)
    async with office.db.transaction() as tx:
        await tx.execute("DELETE FROM roles")
    office.clock.move(timedelta(hours=20))
    assert await sent(office) == []


async def test_an_animator_chooses_only_of_what_they_may_see(office: Office) -> None:
    animator = await member(office, Role.ANIMATOR, "podgorze")
    assert set(await staff_notices.choices(office.db, animator)) == {Topic.ALMOST_FULL, Topic.MINIMUM}
    with pytest.raises(NotAllowed):
        await staff_notices.choose(office.db, animator, Topic.QUESTION, How.AT_ONCE)


async def test_a_resident_has_nothing_to_choose(office: Office) -> None:
    with pytest.raises(NotAllowed):
        await staff_notices.choices(office.db, await office.person())
