"""The conversation that signs somebody up, on a real store."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.events import Event, Group
from bot.domain.forms import SUMMARY, Condition, Field, Kind
from bot.domain.localized import polish
from bot.domain.people import Actor
from bot.domain.refusals import (
    AlreadySignedUp,
    EventCalledOff,
    EventGone,
    EventOver,
    NoDialog,
    NotAllowed,
    SignUpGone,
    StaleStep,
)
from bot.domain.signups import State
from bot.services import dialogs, drafts, enrolments, moves, signups
from bot.services.dialogs import Misread, Step
from bot.services.signups import Place
from bot.store import consents

from .house import Office, goes_on

DIET = Field("dieta", Kind.CHOICE, polish("Jaka dieta?"), (polish("zwykła"), polish("wegetariańska")))
WHY = Field("czemu", Kind.TEXT, polish("Dlaczego?"), condition=Condition("dieta", ("1",)), is_required=False)


class Talk:
    """One person's conversation."""

    def __init__(self, office: Office, actor: Actor) -> None:
        self.office = office
        self.actor = actor

    async def begins(self, event: Event, source: str | None = None) -> Step:
        """Sign up."""
        return await enrolments.start(self.office.db, self.actor, event.id, source=source, now=self.office.now)

    async def types(self, *words: str) -> Step:
        """Type answers; gives the last step."""
        steps = [goes_on(await moves.type_in(self.office.db, self.actor, one, now=self.office.now)) for one in words]
        return steps[-1]

    async def presses(self, *values: str) -> Step:
        """Press answers; gives the last step."""
        steps = [
            goes_on(await moves.press(self.office.db, self.actor, await self.revision(), value, now=self.office.now))
            for value in values
        ]
        return steps[-1]

    async def skips(self, times: int = 1) -> Step:
        """Skip questions."""
        steps = [
            goes_on(await moves.skip(self.office.db, self.actor, await self.revision(), now=self.office.now))
            for _ in range(times)
        ]
        return steps[-1]

    async def commits(self) -> Place:
        """Press the last button."""
        done = await dialogs.commit(self.office.db, self.actor, await self.revision(), now=self.office.now)
        assert isinstance(done.result, Place)
        return done.result

    async def revision(self) -> int:
        """What the buttons of the present step carry."""
        return (await self.present()).draft.revision

    async def present(self) -> Step:
        """Where the conversation stands."""
        step = await dialogs.present(self.office.db, self.actor, now=self.office.now)
        assert step is not None
        return step

    async def whole(self, event: Event, *, remember: str = "no") -> Place:
        """Sign up as a newcomer."""
        await self.begins(event)
        await self.presses("ok")
        await self.types("Anna Nowak", "600100200", "Skawina")
        await self.skips()
        await self.presses(remember)
        return await self.commits()


@pytest.fixture
async def ann(office: Office) -> Talk:
    """Somebody who signs up for the first time."""
    return Talk(office, await office.person("Anna"))


def keys(step: Step) -> Sequence[str]:
    """What is asked, in order."""
    return [field.key for field in step.setting.fields]


async def test_a_newcomer_reads_the_notice_before_anything_personal_is_stored(office: Office, ann: Talk) -> None:
    step = await ann.begins(await office.event())
    assert (step.draft.step, step.number) == ("notice", 1)
    with pytest.raises(Misread):
        await ann.types("Anna Nowak")
    async with office.db.reading() as tx:
        assert not await consents.is_given(tx, ann.actor.id, "notice", 1)
    await ann.presses("ok")
    async with office.db.reading() as tx:
        assert await consents.is_given(tx, ann.actor.id, "notice", 1)


async def test_a_newcomer_is_signed_up_with_at_most_eight_answers(office: Office, ann: Talk) -> None:
    step = await ann.begins(await office.event(companions=2))
    assert step.total == 8


async def test_the_answers_become_the_sign_up(office: Office, ann: Talk) -> None:
    place = await ann.whole(await office.event())
    details = place.signup.details
    assert (details.name, details.phone, details.gmina) == ("Anna Nowak", "+48600100200", "Skawina")
    assert place.signup.state is State.CONFIRMED
    with pytest.raises(NoDialog):
        await dialogs.commit(office.db, ann.actor, 0, now=office.now)


async def test_who_agreed_to_be_remembered_is_at_the_summary_at_once(office: Office, ann: Talk) -> None:
    await ann.whole(await office.event("a"), remember="yes")
    step = await ann.begins(await office.event("b"))
    assert step.draft.step == SUMMARY
    assert (await ann.commits()).signup.details.phone == "+48600100200"


async def test_who_did_not_agree_is_asked_again_but_not_for_the_notice(office: Office, ann: Talk) -> None:
    await ann.whole(await office.event("a"))
    step = await ann.begins(await office.event("b"))
    assert step.draft.step == "name"


async def test_who_takes_the_consent_back_is_asked_again(office: Office, ann: Talk) -> None:
    await ann.whole(await office.event("a"), remember="yes")
    await enrolments.forget(office.db, ann.actor, now=office.now)
    step = await ann.begins(await office.event("b"))
    assert (step.draft.step, step.field.offered if step.field else "") == ("name", "Anna")


async def test_a_name_nobody_could_read_is_not_offered(office: Office) -> None:
    for name in ("🌸", "600100200", "x" * 90):
        strange = Talk(office, await office.person(name))
        await strange.begins(await office.event())
        step = await strange.presses("ok")
        assert step.field is not None
        assert step.field.offered is None


async def test_needs_are_kept_only_with_consent(office: Office, ann: Talk) -> None:
    await ann.begins(await office.event("a"))
    await ann.presses("ok", "known")
    await ann.skips(2)
    assert (await ann.types("rampa")).draft.step == "needs_consent"
    await ann.presses("no", "no")
    assert (await ann.commits()).signup.details.needs is None
    await ann.begins(await office.event("b"))
    await ann.presses("known")
    await ann.skips(2)
    await ann.types("rampa")
    await ann.presses("yes", "no")
    assert (await ann.commits()).signup.details.needs == "rampa"


async def test_an_event_asks_its_own_questions_on_a_condition(office: Office, ann: Talk) -> None:
    event = await office.event(questions=(DIET, WHY))
    await ann.begins(event)
    await ann.presses("ok", "known")
    step = await ann.skips(2)
    assert step.draft.step == "q:dieta"
    assert (await ann.presses("1")).draft.step == "q:czemu"
    await ann.types("bo tak")
    await ann.skips()
    await ann.presses("no")
    assert (await ann.commits()).signup.details.answers == {"dieta": "1", "czemu": "bo tak"}


async def test_several_choices_are_pressed_and_then_done(office: Office, ann: Talk) -> None:
    several = replace(DIET, kind=Kind.CHOICES)
    await ann.begins(await office.event(questions=(several,)))
    await ann.presses("ok", "known")
    await ann.skips(2)
    with pytest.raises(Misread):
        await ann.presses("done")
    step = await ann.presses("0", "1", "0", "done")
    assert step.draft.answers["q:dieta"] == ["1"]


async def test_a_group_is_chosen_and_kept(office: Office, ann: Talk) -> None:
    event = await office.event(groups=(Group(0, polish("urzędnicy"), 1), Group(0, polish("animatorzy"), 1)))
    await ann.begins(event)
    await ann.presses("ok", "known")
    step = await ann.skips(2)
    assert step.draft.step == "group"
    await ann.types("animatorzy")
    await ann.skips()
    await ann.presses("no")
    assert (await ann.commits()).signup.details.group == event.groups[1].id


async def test_after_a_week_it_goes_on_at_the_same_step(office: Office, ann: Talk) -> None:
    event = await office.event(starts_at=office.now + timedelta(days=30), ends_at=office.now + timedelta(days=31))
    await ann.begins(event)
    await ann.presses("ok", "known")
    office.clock.move(timedelta(days=7))
    assert (await ann.types("600 100 200")).draft.step == "gmina"


async def test_a_paused_conversation_is_taken_up_where_it_was_left(office: Office, ann: Talk) -> None:
    event = await office.event()
    await ann.begins(event)
    await ann.presses("ok", "known")
    assert await drafts.pause(office.db, ann.actor, now=office.now)
    assert not await drafts.pause(office.db, ann.actor, now=office.now)
    assert await drafts.has_draft(office.db, ann.actor)
    assert (await ann.begins(event)).draft.step == "phone"
    await drafts.pause(office.db, ann.actor, now=office.now)
    assert (await moves.resume(office.db, ann.actor, now=office.now)).draft.step == "phone"
    await drafts.drop(office.db, ann.actor)
    with pytest.raises(NoDialog):
        await moves.resume(office.db, ann.actor, now=office.now)


async def test_a_button_of_an_earlier_step_does_nothing(office: Office, ann: Talk) -> None:
    first = await ann.begins(await office.event())
    await ann.presses("ok")
    with pytest.raises(StaleStep):
        await moves.press(office.db, ann.actor, first.draft.revision, "ok", now=office.now)
    with pytest.raises(StaleStep):
        await dialogs.commit(office.db, ann.actor, await ann.revision(), now=office.now)


async def test_a_forged_button_is_an_answer_nobody_can_read(office: Office, ann: Talk) -> None:
    await ann.begins(await office.event(questions=(DIET,)))
    for forged in ("yes", "99", "-1", "DROP TABLE"):
        with pytest.raises(Misread):
            await ann.presses(forged)
    await ann.presses("ok", "known")
    await ann.skips(2)
    with pytest.raises(Misread):
        await ann.presses("2")
    with pytest.raises(Misread):
        await ann.skips()


async def test_after_the_second_miss_a_person_is_offered(office: Office, ann: Talk) -> None:
    await ann.begins(await office.event())
    await ann.presses("ok", "known")
    for expected in (False, True):
        with pytest.raises(Misread) as missed:
            await ann.types("600")
        assert missed.value.step.needs_a_person is expected


async def test_an_answer_is_changed_from_the_summary_and_leads_back_to_it(office: Office, ann: Talk) -> None:
    await ann.whole(await office.event("a"), remember="yes")
    step = await ann.begins(await office.event("b"))
    index = [field.key for field in step.setting.fields].index("gmina")
    changing = await moves.change(office.db, ann.actor, step.draft.revision, index, now=office.now)
    assert (changing.draft.step, changing.draft.is_changing) == ("gmina", True)
    assert (await moves.back(office.db, ann.actor, None, now=office.now)).draft.step == SUMMARY
    await moves.change(office.db, ann.actor, await ann.revision(), index, now=office.now)
    assert (await ann.types("Piastów")).draft.step == SUMMARY
    with pytest.raises(StaleStep):
        await moves.change(office.db, ann.actor, await ann.revision(), 99, now=office.now)
    with pytest.raises(Misread, match="summary"):
        await ann.types("Piastów")


async def test_questions_changed_meanwhile_leave_the_answers_that_still_fit(office: Office, ann: Talk) -> None:
    await office.event()
    await ann.begins(await office.found())
    await ann.presses("ok", "known")
    await office.bring(office.draft(questions=(DIET,)))
    step = await ann.present()
    assert (step.draft.step, step.draft.answers["name"]) == ("phone", "Anna")
    await ann.skips(2)
    assert (await ann.present()).draft.step == "q:dieta"


async def test_the_answers_of_a_sign_up_are_changed_later(office: Office, ann: Talk) -> None:
    event = await office.event(seats=5, companions=2, groups=(Group(0, polish("wszyscy"), 5),))
    await ann.begins(event)
    await ann.presses("ok", "known")
    await ann.skips(2)
    await ann.presses("0", "1")
    await ann.types("Jan", "rampa")
    await ann.presses("yes", "yes")
    place = await ann.commits()
    step = await enrolments.correct(office.db, ann.actor, place.signup.id, now=office.now)
    assert (step.draft.step, "notice" in keys(step)) == (SUMMARY, False)
    await moves.change(office.db, ann.actor, step.draft.revision, keys(step).index("companions"), now=office.now)
    await ann.presses("2")
    changed = (await ann.commits()).signup
    assert (changed.size, changed.details.companion_names) == (3, "Jan")


async def test_a_conversation_about_what_is_over_says_so(office: Office, ann: Talk) -> None:
    event = await office.event()
    await ann.begins(event)
    office.clock.move(timedelta(days=9))
    with pytest.raises(EventOver):
        await ann.present()
    with pytest.raises(EventOver):
        await ann.begins(event)


async def test_changing_stops_when_the_event_is_called_off_or_over(office: Office, ann: Talk) -> None:
    event = await office.event()
    place = await ann.whole(event)
    await enrolments.correct(office.db, ann.actor, place.signup.id, now=office.now)
    async with office.db.transaction() as tx:
        await tx.execute("UPDATE events SET state = 'called_off' WHERE id = ?", [event.id])
    with pytest.raises(EventCalledOff):
        await ann.present()
    async with office.db.transaction() as tx:
        await tx.execute("UPDATE events SET state = 'open' WHERE id = ?", [event.id])
    office.clock.move(timedelta(days=9))
    with pytest.raises(EventOver):
        await ann.present()


async def test_one_cannot_begin_what_is_done_gone_or_somebody_else_s(office: Office, ann: Talk) -> None:
    event = await office.event()
    place = await ann.whole(event)
    with pytest.raises(AlreadySignedUp):
        await ann.begins(event)
    with pytest.raises(EventGone):
        await enrolments.start(office.db, ann.actor, 99, source=None, now=office.now)
    with pytest.raises(NotAllowed):
        await enrolments.correct(office.db, await office.person(), place.signup.id, now=office.now)
    await signups.cancel(office.db, ann.actor, place.signup.id, now=office.now)
    with pytest.raises(SignUpGone):
        await enrolments.correct(office.db, ann.actor, place.signup.id, now=office.now)


async def test_where_somebody_came_from_is_kept_with_the_sign_up(office: Office, ann: Talk) -> None:
    await ann.begins(await office.event(), source="plakat")
    await ann.presses("ok", "known")
    await ann.skips(3)
    await ann.presses("no")
    assert (await ann.commits()).signup.source == "plakat"
