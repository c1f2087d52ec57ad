"""What people are told of changes that follow on one another before anybody was told."""

from datetime import timedelta

from bot.domain.events import Event
from bot.domain.notices import EventCalledOff, EventMoved, EventReopened
from bot.domain.people import Actor
from bot.services import changes
from bot.store import events
from bot.store.database import Reader

from .house import Office


async def moved(office: Office, event: Event, days: int, place: str = "Dom kultury") -> None:
    """The event is so many days later than at first."""
    begins = event.plan.starts_at + timedelta(days=days)
    await office.bring(office.draft(starts_at=begins, ends_at=begins + timedelta(hours=2), place=place))


async def signed_up(office: Office) -> tuple[Actor, Event]:
    """Somebody with a seat."""
    ann, event = await office.person(), await office.event()
    await office.joins(ann, event)
    return ann, event


async def test_moved_twice_before_anybody_was_told_is_told_once(office: Office) -> None:
    ann, event = await signed_up(office)
    await moved(office, event, 1)
    await moved(office, event, 2, "Biblioteka")
    was = event.plan
    assert await office.told(ann) == [EventMoved(event.id, was.starts_at.isoformat(), was.place, was.address)]


async def test_moved_and_moved_back_before_anybody_was_told_is_not_told(office: Office) -> None:
    ann, event = await signed_up(office)
    await moved(office, event, 1)
    await moved(office, event, 0)
    assert await office.told(ann) == []


async def loaded(tx: Reader, event: Event) -> Event:
    """The event as it stands in a transaction."""
    found = await events.get(tx, event.id)
    assert found is not None
    return found


async def test_called_off_by_mistake_and_open_again_before_anybody_was_told_is_not_told(office: Office) -> None:
    ann, event = await signed_up(office)
    async with office.db.transaction() as tx:
        await changes.call_off(tx, event, now=office.now)
        assert await changes.reopen(tx, await loaded(tx, event), now=office.now) == changes.Told(unheard=1)
    assert await office.told(ann) == []
    assert len(await office.reminders(ann, event)) == 3


async def test_whoever_heard_that_it_is_called_off_hears_that_it_is_not(office: Office) -> None:
    ann, event = await signed_up(office)
    async with office.db.transaction() as tx:
        await changes.call_off(tx, event, now=office.now)
        await tx.execute("UPDATE outbox SET state = 'sent' WHERE kind = ?", [EventCalledOff.kind])
        await changes.reopen(tx, await loaded(tx, event), now=office.now)
    assert await office.told(ann) == [EventReopened(event.id)]
