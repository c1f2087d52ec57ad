"""Messages on their way: checked once more, and written down as they end."""

from datetime import timedelta

import pytest

from bot.domain.people import Actor
from bot.services import notices, people, signups
from bot.services.bulletins import Bulletin
from bot.services.notices import TRIES, Delivery, Memo
from bot.store import outbox
from bot.store.outbox import Letter

from .house import Office


async def row(office: Office, letter: Letter) -> dict[str, object]:
    """The outbox row as it is stored."""
    async with office.db.reading() as tx:
        found = await tx.one("SELECT * FROM outbox WHERE id = ?", [letter.id])
    assert found is not None
    return dict(found)


async def calls(office: Office, actor: Actor) -> int:
    """How often somebody is on the call list."""
    async with office.db.reading() as tx:
        return len(await tx.all("SELECT * FROM calls WHERE person_id = ?", [actor.id]))


async def due_reminder(office: Office, **event: object) -> tuple[Actor, Letter]:
    """Somebody with a seat, and the first reminder claimed when it is due."""
    ann = await office.person()
    await office.joins(ann, await office.event(**event))  # type: ignore[arg-type]
    office.clock.move(timedelta(days=1, hours=5))
    (letter,) = await notices.claim(office.db, now=office.now, limit=10)
    return ann, letter


async def prepared(office: Office, letter: Letter) -> Delivery | None:
    """The last look before sending."""
    found = await notices.prepare(office.db, letter, now=office.now)
    assert not isinstance(found, Memo | Bulletin)
    return found


async def test_a_due_reminder_is_claimed_once_and_may_go_out(office: Office) -> None:
    ann, letter = await due_reminder(office)
    assert await notices.claim(office.db, now=office.now, limit=10) == []
    delivery = await prepared(office, letter)
    assert delivery is not None
    assert delivery.person.id == ann.id
    await notices.sent(office.db, letter, now=office.now)
    assert (await row(office, letter))["state"] == "sent"


async def test_nothing_goes_to_somebody_who_cancelled(office: Office) -> None:
    ann, letter = await due_reminder(office)
    place = (await signups.mine(office.db, ann, now=office.now))[0]
    await signups.cancel(office.db, ann, place.signup.id, now=office.now)
    assert await prepared(office, letter) is None
    stored = await row(office, letter)
    assert (stored["state"], stored["reason"]) == ("dropped", "cancelled")


async def test_nothing_goes_out_for_an_event_that_was_called_off(office: Office) -> None:
    _, letter = await due_reminder(office)
    async with office.db.transaction() as tx:
        await tx.execute("UPDATE events SET state = 'called_off'")
    assert await prepared(office, letter) is None


async def test_nothing_goes_out_after_the_start(office: Office) -> None:
    _, letter = await due_reminder(office)
    office.clock.move(timedelta(days=8))
    assert await prepared(office, letter) is None
    assert (await row(office, letter))["reason"] == "late"


async def test_after_an_outage_an_early_reminder_gives_way_to_the_next(office: Office) -> None:
    await office.joins(await office.person(), await office.event())
    office.clock.move(timedelta(days=7, hours=7))
    letters = await notices.claim(office.db, now=office.now, limit=10)
    deliveries = [await prepared(office, letter) for letter in letters]
    assert [one is not None for one in deliveries] == [False, True]


async def test_at_night_a_message_waits_for_the_morning(office: Office) -> None:
    _, letter = await due_reminder(office)
    office.clock.move(timedelta(hours=5))
    assert await prepared(office, letter) is None
    stored = await row(office, letter)
    assert (stored["state"], stored["due_at"]) == ("pending", "2026-11-25T07:00:00+00:00")


async def test_before_an_event_at_night_it_goes_out_at_night(office: Office) -> None:
    starts = office.now.replace(hour=23) + timedelta(days=8)
    event = await office.event(starts_at=starts, ends_at=starts + timedelta(hours=2), reminders=("2h",))
    await office.joins(await office.person(), event)
    office.clock.move(timedelta(days=8, hours=9, minutes=30))
    (letter,) = await notices.claim(office.db, now=office.now, limit=10)
    assert await prepared(office, letter) is not None


async def test_whoever_blocked_the_bot_lands_on_the_call_list_and_gets_nothing_more(office: Office) -> None:
    ann, letter = await due_reminder(office)
    await notices.blocked(office.db, letter, now=office.now)
    assert (await row(office, letter))["state"] == "failed"
    office.clock.move(timedelta(days=6, hours=2))
    (second,) = await notices.claim(office.db, now=office.now, limit=10)
    assert await prepared(office, second) is None
    assert await calls(office, ann) == 2
    assert ann.telegram_id is not None
    await people.became_reachable(office.db, ann.telegram_id, reachable=True)
    office.clock.move(timedelta(hours=20))
    (third,) = await notices.claim(office.db, now=office.now, limit=10)
    assert await prepared(office, third) is not None


async def test_a_message_telegram_refuses_is_somebody_to_call(office: Office) -> None:
    ann, letter = await due_reminder(office)
    await notices.refused(office.db, letter, "Bad Request", now=office.now)
    assert await calls(office, ann) == 1


async def test_an_ambiguous_reminder_is_repeated_and_that_is_recorded(office: Office) -> None:
    _, letter = await due_reminder(office)
    await notices.ambiguous(office.db, letter, "TimedOut", now=office.now)
    stored = await row(office, letter)
    assert (stored["state"], stored["repeated"]) == ("pending", 1)


async def test_a_failing_message_is_tried_later_and_later_and_then_given_to_a_person(office: Office) -> None:
    ann, letter = await due_reminder(office)
    waits = []
    for _ in range(TRIES - 1):
        await notices.failed(office.db, letter, "500", now=office.now)
        due = await notices.next_due(office.db)
        assert due is not None
        waits.append((due - office.now).total_seconds())
        office.clock.move(due - office.now)
        (letter,) = await notices.claim(office.db, now=office.now, limit=1)
    assert waits == sorted(waits)
    await notices.failed(office.db, letter, "500", now=office.now)
    assert ((await row(office, letter))["state"], await calls(office, ann)) == ("failed", 1)


async def test_a_message_is_not_tried_again_when_it_would_come_too_late(office: Office) -> None:
    ann = await office.person()
    await office.joins(ann, await office.event(reminders=("2h",)))
    office.clock.move(timedelta(days=8, hours=4, minutes=59, seconds=58))
    (letter,) = await notices.claim(office.db, now=office.now, limit=10)
    await notices.failed(office.db, letter, "500", now=office.now)
    assert (await row(office, letter))["state"] == "failed"


@pytest.mark.parametrize(("priority", "state", "repeated"), [(3, "pending", 1), (4, "unknown", 0)])
async def test_what_was_in_flight_at_a_kill_is_repeated_unless_it_was_a_broadcast(
    office: Office, priority: int, state: str, repeated: int
) -> None:
    _, letter = await due_reminder(office)
    async with office.db.transaction() as tx:
        await tx.execute("UPDATE outbox SET priority = ? WHERE id = ?", [priority, letter.id])
    assert await notices.recover(office.db, now=office.now) == 1
    stored = await row(office, letter)
    assert (stored["state"], stored["repeated"]) == (state, repeated)


async def test_an_ambiguous_broadcast_is_not_repeated(office: Office) -> None:
    _, letter = await due_reminder(office)
    async with office.db.transaction() as tx:
        await tx.execute("UPDATE outbox SET priority = 4, state = 'pending' WHERE id = ?", [letter.id])
        (letter,) = await outbox.claim(tx, office.now, 1)
    await notices.ambiguous(office.db, letter, "TimedOut", now=office.now)
    assert (await row(office, letter))["state"] == "unknown"


async def test_the_same_message_is_queued_once(office: Office) -> None:
    ann, letter = await due_reminder(office)
    async with office.db.transaction() as tx:
        key = (await tx.all("SELECT key FROM outbox WHERE id = ?", [letter.id]))[0]["key"]
        again = await outbox.add(
            tx, key, ann.id, letter.notice, event=letter.event, due_at=office.now, useful_until=None, now=office.now
        )
    assert not again
