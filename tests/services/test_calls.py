"""The call list: one entry for a person and an event, for those who may see numbers."""

from datetime import timedelta

import pytest

from bot.domain.calls import Call
from bot.domain.notices import EventCalledOff, Reminder
from bot.domain.people import Actor, Grant, Role, Scope
from bot.domain.refusals import CallGone, NotAllowed
from bot.domain.signups import Details
from bot.services import calls, notices, privacy
from bot.store import outbox

from .house import OWNER, Office
from .test_inbox import coordinator


async def unreached(office: Office, code: str = "forum-1", messages: int = 1) -> Actor:
    """Somebody with a place whom messages about the event did not reach."""
    ann = await office.person()
    event = await office.event(code)
    await office.joins(ann, event, Details("Anna Nowak", "+48600100200"))
    async with office.db.transaction() as tx:
        for number in range(messages):
            await outbox.add(
                tx,
                f"{code}:{ann.id}:{number}",
                ann.id,
                EventCalledOff(event.id),
                event=event.id,
                due_at=office.now,
                useful_until=None,
                now=office.now,
            )
    for letter in await notices.claim(office.db, now=office.now, limit=10):
        await notices.refused(office.db, letter, "bad request", now=office.now)
    return ann


async def listed(office: Office, actor: Actor = OWNER, *, is_open: bool = True) -> tuple[Call, ...]:
    """The list as the actor sees it."""
    return (await calls.page(office.db, actor, 0, is_open=is_open, now=office.now)).calls


async def test_several_messages_about_an_event_are_one_entry(office: Office) -> None:
    await unreached(office, messages=3)
    (call,) = await listed(office)
    assert (call.name, call.phone, call.reason) == ("Anna Nowak", "+48600100200", "failed")
    await calls.done(office.db, await coordinator(office), call.id, now=office.now)
    assert await listed(office) == ()
    (done,) = await listed(office, is_open=False)
    assert done.caller == "Ola"


async def test_a_message_that_fails_after_the_call_opens_it_again(office: Office) -> None:
    ann = await unreached(office)
    (call,) = await listed(office)
    await calls.done(office.db, await coordinator(office), call.id, now=office.now)
    event = await office.found()
    async with office.db.transaction() as tx:
        await outbox.add(
            tx,
            "later",
            ann.id,
            Reminder(event.id, "1d"),
            event=event.id,
            due_at=office.now,
            useful_until=None,
            now=office.now,
        )
    for letter in await notices.claim(office.db, now=office.now, limit=10):
        await notices.blocked(office.db, letter, now=office.now)
    (again,) = await listed(office)
    assert (again.reason, again.notice) == ("blocked", Reminder(event.id, "1d"))


async def test_what_is_over_needs_no_call_any_more(office: Office) -> None:
    await unreached(office)
    office.clock.move(timedelta(days=9))
    assert await listed(office) == ()
    assert len(await listed(office, is_open=False)) == 1


async def test_a_call_is_undone_and_noted_nothing_twice(office: Office) -> None:
    await unreached(office)
    (call,) = await listed(office)
    ola, ewa = await coordinator(office), await coordinator(office)
    first = await calls.done(office.db, ola, call.id, now=office.now)
    office.clock.move(timedelta(minutes=5))
    assert (await calls.done(office.db, ewa, call.id, now=office.now)).called_at == first.called_at
    assert (await calls.undo(office.db, ola, call.id, now=office.now)).called_at is None


async def test_a_project_s_coordinator_sees_only_its_people(office: Office) -> None:
    await unreached(office)
    there = await coordinator(office, frozenset({Grant(Role.COORDINATOR, Scope.PROJECT, "mam")}))
    here = await coordinator(office, frozenset({Grant(Role.COORDINATOR, Scope.PROJECT, "podgorze")}))
    assert await listed(office, there) == ()
    (call,) = await listed(office, here)
    for act in (calls.show, calls.done, calls.undo, calls.note):
        with pytest.raises(NotAllowed):
            await act(office.db, there, call.id, now=office.now)


async def test_animators_and_residents_see_nobody(office: Office) -> None:
    ann = await unreached(office)
    (call,) = await listed(office)
    animator = await coordinator(office, frozenset({Grant(Role.ANIMATOR)}))
    for actor in (animator, ann):
        with pytest.raises(NotAllowed):
            await listed(office, actor)
        with pytest.raises(NotAllowed):
            await calls.show(office.db, actor, call.id, now=office.now)


async def test_whoever_is_erased_is_called_no_more(office: Office) -> None:
    ann = await unreached(office)
    (call,) = await listed(office)
    await privacy.erase(office.db, ann, now=office.now)
    with pytest.raises(CallGone):
        await calls.show(office.db, OWNER, call.id, now=office.now)
