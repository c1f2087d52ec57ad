"""Whoever takes part without Telegram is called by the team instead of being forgotten."""

from datetime import timedelta

from bot.domain.notices import EventCalledOff, EventReopened
from bot.domain.people import Actor
from bot.domain.signups import Details
from bot.services import calls, event_states, notices
from bot.services.changes import Told
from bot.store import hand_overs

from .house import OWNER, Office


async def test_a_reminder_for_somebody_without_telegram_is_a_call_to_make(office: Office) -> None:
    event = await office.event()
    async with office.db.transaction() as tx:
        number = await hand_overs.add_person(tx, "Jan Kowalski", "+48600100200", "pl", office.now)
    jan = Actor(number, None, "pl")
    await office.joins(jan, event, Details("Jan Kowalski", "+48600100200"))
    office.clock.move(timedelta(days=1, hours=6))
    for letter in await notices.claim(office.db, now=office.now, limit=10):
        assert await notices.prepare(office.db, letter, now=office.now) is None
    page = await calls.page(office.db, OWNER, 0, is_open=True, now=office.now)
    assert [(one.name, one.phone, one.reason) for one in page.calls] == [("Jan Kowalski", "+48600100200", "phone")]


async def test_a_call_that_an_event_is_called_off_goes_when_it_takes_place_after_all(office: Office) -> None:
    event = await office.event()
    async with office.db.transaction() as tx:
        number = await hand_overs.add_person(tx, "Jan Kowalski", "+48600100200", "pl", office.now)
    await office.joins(Actor(number, None, "pl"), event, Details("Jan Kowalski", "+48600100200"))
    for act, said in ((event_states.call_off, EventCalledOff), (event_states.reopen, EventReopened)) * 2:
        assert await act(office.db, OWNER, event.id, now=office.now) == Told(to_call=1)
        assert (await calls.page(office.db, OWNER, 0, is_open=True, now=office.now)).calls == ()
        for letter in await notices.claim(office.db, now=office.now, limit=10):
            assert await notices.prepare(office.db, letter, now=office.now) is None
        (call,) = (await calls.page(office.db, OWNER, 0, is_open=True, now=office.now)).calls
        assert call.notice == said(event.id)


async def test_nobody_is_called_about_a_place_given_up(office: Office) -> None:
    event = await office.event()
    async with office.db.transaction() as tx:
        number = await hand_overs.add_person(tx, "Jan Kowalski", None, "pl", office.now)
    await office.joins(Actor(number, None, "pl"), event, Details("Jan Kowalski"))
    async with office.db.transaction() as tx:
        await tx.execute("UPDATE signups SET state = 'cancelled', cancelled_at = created_at")
    office.clock.move(timedelta(days=2))
    for letter in await notices.claim(office.db, now=office.now, limit=10):
        assert await notices.prepare(office.db, letter, now=office.now) is None
    assert (await calls.page(office.db, OWNER, 0, is_open=True, now=office.now)).calls == ()
