"""Frequent questions made from the inbox: from whom, for what, until when."""

from datetime import date, timedelta

import pytest

from bot.domain.faq import FaqEntry, review_after
from bot.domain.people import Actor, Grant, Role, Scope
from bot.domain.refusals import FaqGone, NotAllowed, QuestionEnded
from bot.services import dialogs, faq, moves

from .house import OWNER, Office, goes_on
from .test_inbox import coordinator, passed, reply

LOCAL = frozenset({Grant(Role.COORDINATOR, Scope.PROJECT, "podgorze")})


async def added(office: Office, actor: Actor, *presses: str) -> FaqEntry:
    """An entry made of an answered question, the buttons pressed in turn."""
    question = await passed(office, await office.person())
    await reply(office, actor, question.id)
    step = await faq.add(office.db, actor, question.id, now=office.now)
    for value in presses:
        step = goes_on(await moves.press(office.db, actor, step.draft.revision, value, now=office.now))
    done = await dialogs.commit(office.db, actor, step.draft.revision, now=office.now)
    assert isinstance(done.result, FaqEntry)
    return done.result


@pytest.mark.parametrize(
    ("today", "months", "expected"),
    [
        (date(2026, 11, 23), 3, date(2027, 2, 23)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
    ],
)
def test_a_review_is_due_months_later(today: date, months: int, expected: date) -> None:
    assert review_after(today, months) == expected


async def test_an_entry_belongs_to_its_project_or_to_everything(office: Office) -> None:
    ola = await coordinator(office)
    own, general = await added(office, ola, "0", "1"), await added(office, ola, "1", "2")
    assert (own.project, own.review_on) == ("podgorze", date(2027, 5, 23))
    assert (general.project, general.review_on) == ("", date(2027, 11, 23))
    assert await faq.entries(office.db) == [own, general]


async def test_a_project_s_coordinator_adds_only_to_the_project(office: Office) -> None:
    local = await coordinator(office, LOCAL)
    entry = await added(office, local, "0")
    assert entry.project == "podgorze"
    general = await added(office, await coordinator(office), "1", "0")
    with pytest.raises(NotAllowed):
        await faq.remove(office.db, local, general.id, now=office.now)
    assert (await faq.page(office.db, local, 0, now=office.now)).entries == (entry,)


async def test_an_open_question_and_one_that_was_added_are_refused(office: Office) -> None:
    ola = await coordinator(office)
    question = await passed(office, await office.person())
    with pytest.raises(QuestionEnded):
        await faq.add(office.db, ola, question.id, now=office.now)
    await reply(office, ola, question.id)
    step = await faq.add(office.db, ola, question.id, now=office.now)
    for value in ("0", "0"):
        step = goes_on(await moves.press(office.db, ola, step.draft.revision, value, now=office.now))
    await dialogs.commit(office.db, ola, step.draft.revision, now=office.now)
    with pytest.raises(QuestionEnded):
        await faq.add(office.db, ola, question.id, now=office.now)


async def test_what_is_due_comes_first_until_somebody_confirms_it(office: Office) -> None:
    ola = await coordinator(office)
    late, soon = await added(office, ola, "0", "2"), await added(office, ola, "0", "0")
    office.clock.move(timedelta(days=100))
    page = await faq.page(office.db, ola, 0, now=office.now)
    assert ([entry.id for entry in page.entries], page.due) == ([soon.id, late.id], 1)
    await faq.confirm(office.db, ola, soon.id, 12, now=office.now)
    assert (await faq.page(office.db, ola, 0, now=office.now)).due == 0


async def test_what_is_removed_is_not_answered_from_and_can_come_back(office: Office) -> None:
    ola = await coordinator(office)
    entry = await added(office, ola, "0", "0")
    await faq.remove(office.db, ola, entry.id, now=office.now)
    assert await faq.entries(office.db) == []
    with pytest.raises(FaqGone):
        await faq.change(office.db, ola, entry.id, now=office.now)
    await faq.restore(office.db, ola, entry.id, now=office.now)
    assert await faq.entries(office.db) == [entry]


async def test_an_entry_is_changed(office: Office) -> None:
    ola = await coordinator(office)
    entry = await added(office, ola, "0", "0")
    step = await faq.change(office.db, ola, entry.id, now=office.now)
    step = goes_on(await moves.press(office.db, ola, step.draft.revision, "2", now=office.now))
    step = await moves.change(office.db, ola, step.draft.revision, 1, now=office.now)
    step = goes_on(await moves.type_in(office.db, ola, "Nie.", now=office.now))
    await dialogs.commit(office.db, ola, step.draft.revision, now=office.now)
    assert (await faq.show(office.db, OWNER, entry.id)).answer == "Nie."


async def test_a_resident_reaches_nothing(office: Office) -> None:
    entry = await added(office, await coordinator(office), "0", "0")
    ann = await office.person()
    with pytest.raises(NotAllowed):
        await faq.page(office.db, ann, 0, now=office.now)
    for number in (entry.id, 10**9):
        with pytest.raises(NotAllowed):
            await faq.show(office.db, ann, number)
