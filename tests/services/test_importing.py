"""Events from a file."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.events import EventState, Group
from bot.domain.localized import polish
from bot.domain.notices import EventCalledOff, EventMoved
from bot.domain.refusals import NotAllowed
from bot.domain.signups import Details, State
from bot.services import importing, notices
from bot.services.importing import Incoming
from bot.store import signups

from .house import OWNER, Office


async def test_the_second_time_nothing_changes_and_nobody_is_told(office: Office) -> None:
    event, ann = await office.event(), await office.person()
    await office.joins(ann, event)
    again = await office.bring(office.draft())
    assert (again.added, again.changed, again.unchanged) == ((), (), ("forum-1",))
    assert await office.told(ann) == []


async def test_a_moved_event_is_told_to_everybody_once_and_reminders_move_with_it(office: Office) -> None:
    event = await office.event(seats=1)
    ann, ben = await office.person(), await office.person()
    for one in (ann, ben):
        await office.joins(one, event)
    later = event.plan.starts_at + timedelta(days=2)
    moved = replace(office.draft(seats=1), starts_at=later, ends_at=later + timedelta(hours=2))
    done = await office.bring(moved)
    assert (done.changed, done.told) == (("forum-1",), 2)
    notice = EventMoved(event.id, event.plan.starts_at.isoformat(), "Dom kultury", "ul. Na Kozłówce 25, Kraków")
    assert await office.told(ann) == [notice]
    assert await office.told(ben) == [notice]
    assert [f"{due:%d.%m}" for due in await office.reminders(ann, event)] == ["26.11", "02.12", "03.12"]
    assert (await office.found()).sequence == 1


async def test_another_title_is_changed_without_telling_anybody(office: Office) -> None:
    event, ann = await office.event(), await office.person()
    await office.joins(ann, event)
    done = await office.bring(office.draft(address="ul. Na Kozłówce 25, Kraków", seats=3))
    assert (done.changed, done.told) == (("forum-1",), 0)


async def test_more_seats_go_to_the_queue(office: Office) -> None:
    event = await office.event(seats=1)
    ann, ben = await office.person(), await office.person()
    for one in (ann, ben):
        await office.joins(one, event)
    await office.bring(office.draft(seats=2))
    assert (await office.signup(ben, event)).state is State.OFFERED


async def test_fewer_seats_take_nobody_s_place(office: Office) -> None:
    event = await office.event(seats=2)
    people = [await office.person() for _ in range(2)]
    for one in people:
        await office.joins(one, event)
    await office.bring(office.draft(seats=1))
    assert [(await office.signup(one, event)).state for one in people] == [State.CONFIRMED] * 2


async def test_an_event_written_relative_to_now_keeps_its_time(office: Office) -> None:
    event = await office.event()
    office.clock.move(timedelta(hours=3))
    done = await importing.import_events(
        office.db, OWNER, [Incoming(office.draft(), (), is_floating=True)], now=office.now
    )
    assert done.unchanged == ("forum-1",)
    assert (await office.found()).plan.starts_at == event.plan.starts_at


async def test_an_event_that_is_called_off_is_told_once_and_reminds_nobody(office: Office) -> None:
    event = await office.event(seats=1)
    ann, ben = await office.person(), await office.person()
    for one in (ann, ben):
        await office.joins(one, event)
    off = [Incoming(office.draft(seats=1), (), is_called_off=True)]
    done = await importing.import_events(office.db, OWNER, off, now=office.now)
    assert (done.changed, done.told) == (("forum-1",), 2)
    assert [await office.told(one) for one in (ann, ben)] == [[EventCalledOff(event.id)]] * 2
    assert await office.reminders(ann, event) == []
    again = await importing.import_events(office.db, OWNER, off, now=office.now)
    assert (again.unchanged, again.told) == (("forum-1",), 0)
    assert (await office.found()).state is EventState.CALLED_OFF


async def test_a_group_taken_out_of_the_file_stays_while_people_are_in_it(office: Office) -> None:
    groups = (Group(0, polish("urzędnicy"), 1), Group(0, polish("animatorzy"), 1), Group(0, polish("inni"), 1))
    event = await office.event(groups=groups)
    await office.joins(await office.person(), event, Details("Jan Nowak", group=event.groups[1].id))
    assert (await office.bring(office.draft(), groups[:1])).changed == ("forum-1",)
    assert [group.name.in_("pl") for group in (await office.found()).groups] == ["urzędnicy", "animatorzy"]
    assert (await office.bring(office.draft(), groups[:1])).unchanged == ("forum-1",)


async def test_a_resident_imports_nothing(office: Office) -> None:
    ann = await office.person()
    with pytest.raises(NotAllowed):
        await importing.import_events(office.db, ann, [Incoming(office.draft(), ())], now=office.now)


async def test_a_notice_of_a_move_is_dropped_once_the_person_cancelled(office: Office) -> None:
    event, ann = await office.event(), await office.person()
    await office.joins(ann, event)
    await office.bring(office.draft(place="Biblioteka"))
    async with office.db.transaction() as tx:
        from_store = await office.signup(ann, event)
        await signups.set_state(tx, from_store.id, State.CANCELLED, office.now)
    letters = await notices.claim(office.db, now=office.now, limit=10)
    assert [await notices.prepare(office.db, letter, now=office.now) for letter in letters] == [None]
