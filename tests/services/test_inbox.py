"""The inbox: who may pass on, take, answer, close, and what the asker hears."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.inbox import InboxQuestion, InboxState, QuestionAnswered, QuestionClosed, sign_of
from bot.domain.people import Actor, Grant, Role, Scope
from bot.domain.refusals import (
    InboxMuted,
    NotAllowed,
    QuestionEnded,
    QuestionForgotten,
    QuestionGone,
    QuestionTaken,
    TooManyQuestions,
)
from bot.domain.staff_notices import QuestionWaiting
from bot.services import dialogs, inbox, inbox_forms, moves, own_data, people, privacy, questions

from .house import OWNER, Office, goes_on

EVERYWHERE = frozenset({Grant(Role.COORDINATOR)})


async def coordinator(office: Office, grants: frozenset[Grant] = EVERYWHERE) -> Actor:
    """Somebody of the team."""
    somebody = await office.person("Ola")
    for grant in grants:
        await people.grant(office.db, somebody.id, grant, now=office.now)
    return Actor(somebody.id, somebody.telegram_id, "pl", grants)


async def passed(
    office: Office, who: Actor, text: str = "Czy będzie obiad?", project: str = "podgorze"
) -> InboxQuestion:
    """A question asked and passed on."""
    await questions.ask(office.db, who, text, now=office.now)
    return await inbox.pass_on(office.db, who, sign_of(text), project, now=office.now)


async def reply(office: Office, actor: Actor, question: int, words: str = "Tak.") -> None:
    """Answer in one go."""
    step = await inbox_forms.reply(office.db, actor, question, now=office.now)
    step = goes_on(await moves.type_in(office.db, actor, words, now=office.now))
    await dialogs.commit(office.db, actor, step.draft.revision, now=office.now)


async def test_only_the_question_under_the_button_is_passed_on(office: Office) -> None:
    ann = await office.person()
    await questions.ask(office.db, ann, "Czy będzie obiad?", now=office.now)
    await questions.ask(office.db, ann, "A kawa?", now=office.now)
    with pytest.raises(QuestionForgotten):
        await inbox.pass_on(office.db, ann, sign_of("Czy będzie kolacja?"), "", now=office.now)
    passed_on = await inbox.pass_on(office.db, ann, sign_of("Czy będzie obiad?"), "", now=office.now)
    assert passed_on.text == "Czy będzie obiad?"
    office.clock.move(timedelta(hours=1))
    with pytest.raises(QuestionForgotten):
        await inbox.pass_on(office.db, ann, sign_of("A kawa?"), "", now=office.now)


async def test_a_second_press_passes_on_nothing_more(office: Office) -> None:
    ann = await office.person()
    assert (await passed(office, ann)).id == (await passed(office, ann)).id


async def test_what_happens_with_questions_is_read_before_the_first_and_is_no_notice_of_a_sign_up(
    office: Office,
) -> None:
    ann = await office.person()
    await questions.ask(office.db, ann, "Czy będzie obiad?", now=office.now)
    sign = sign_of("Czy będzie obiad?")
    assert not (await inbox.asked(office.db, ann, sign, now=office.now)).has_read_notice
    await passed(office, ann)
    assert (await inbox.asked(office.db, ann, sign, now=office.now)).has_read_notice
    async with office.db.reading() as tx:
        assert not await tx.all("SELECT * FROM consents WHERE person_id = ?", [ann.id])


async def test_there_is_a_limit_a_day(office: Office) -> None:
    ann = await office.person()
    for number in range(5):
        await passed(office, ann, f"Pytanie {number}?")
    assert (await passed(office, ann, "Pytanie 4?")).text == "Pytanie 4?"
    with pytest.raises(TooManyQuestions):
        await passed(office, ann, "Jeszcze jedno?")


async def test_the_reply_reaches_the_asker_once(office: Office) -> None:
    ann, ola = await office.person(), await coordinator(office)
    question = await passed(office, ann)
    await reply(office, ola, question.id, "Tak.\nO 13:00.")
    assert await office.told(ann) == [QuestionAnswered(question.id, "Czy będzie obiad?", "Tak.\nO 13:00.")]
    with pytest.raises(QuestionEnded):
        await reply(office, ola, question.id)
    with pytest.raises(QuestionEnded):
        await inbox.close(office.db, ola, question.id, now=office.now)
    assert len(await office.told(ann)) == 1


async def test_two_who_take_the_same_at_once_do_not_both_get_it(office: Office) -> None:
    question = await passed(office, await office.person())
    both = [await coordinator(office), await coordinator(office)]
    taken = await asyncio.gather(
        *(inbox.claim(office.db, who, question.id, now=office.now) for who in both), return_exceptions=True
    )
    assert [type(one) for one in taken].count(QuestionTaken) == 1


async def test_an_answer_under_way_is_refused_once_somebody_else_took_over(office: Office) -> None:
    question = await passed(office, await office.person())
    ola, ewa = await coordinator(office), await coordinator(office)
    await inbox_forms.reply(office.db, ola, question.id, now=office.now)
    step = goes_on(await moves.type_in(office.db, ola, "Tak.", now=office.now))
    office.clock.move(timedelta(hours=2))
    await reply(office, ewa, question.id, "Nie.")
    with pytest.raises(QuestionEnded):
        await dialogs.commit(office.db, ola, step.draft.revision, now=office.now)


async def test_a_project_s_coordinator_reaches_only_its_questions(office: Office) -> None:
    ann = await office.person()
    own, general = await passed(office, ann), await passed(office, ann, "Gdzie jest biuro?", "")
    here = await coordinator(office, frozenset({Grant(Role.COORDINATOR, Scope.PROJECT, "podgorze")}))
    there = await coordinator(office, frozenset({Grant(Role.COORDINATOR, Scope.PROJECT, "mam")}))
    assert [one.id for one in (await inbox.page(office.db, here, "open", 0)).questions] == [own.id]
    assert (await inbox.page(office.db, there, "open", 0)).questions == ()
    assert (await inbox.page(office.db, OWNER, "open", 0)).open == 2
    for actor, question in ((there, own), (here, general)):
        for act in (inbox.claim, inbox.put_back, inbox.close, inbox.mark_spam, inbox.show):
            with pytest.raises(NotAllowed):
                await act(office.db, actor, question.id, now=office.now)


async def test_a_role_within_a_gmina_reaches_no_question(office: Office) -> None:
    question = await passed(office, await office.person())
    local = await coordinator(office, frozenset({Grant(Role.COORDINATOR, Scope.GMINA, "Skawina")}))
    with pytest.raises(NotAllowed):
        await inbox.page(office.db, local, "open", 0)
    with pytest.raises(NotAllowed):
        await inbox.show(office.db, local, question.id, now=office.now)


async def test_a_resident_and_an_animator_reach_nothing(office: Office) -> None:
    ann = await office.person()
    question = await passed(office, ann)
    animator = await coordinator(office, frozenset({Grant(Role.ANIMATOR)}))
    for actor in (ann, animator):
        with pytest.raises(NotAllowed):
            await inbox.page(office.db, actor, "open", 0)
        for number in (question.id, 10**9):
            with pytest.raises(NotAllowed):
                await inbox_forms.reply(office.db, actor, number, now=office.now)


async def test_nobody_asks_on_under_somebody_else_s_question(office: Office) -> None:
    question = await passed(office, await office.person())
    with pytest.raises(NotAllowed):
        await inbox_forms.ask_on(office.db, await office.person("Jan"), question.id, now=office.now)


async def test_closing_tells_the_asker_and_spam_does_not(office: Office) -> None:
    ann, ola = await office.person(), await coordinator(office)
    first, second = await passed(office, ann), await passed(office, ann, "Kup pan cegłę?")
    await inbox.close(office.db, ola, first.id, now=office.now)
    await inbox.mark_spam(office.db, ola, second.id, now=office.now)
    assert await office.told(ann) == [QuestionClosed(first.id, "Czy będzie obiad?")]
    with pytest.raises(InboxMuted):
        await passed(office, ann, "Czy będzie kawa?")
    opened = await inbox.restore(office.db, ola, second.id, now=office.now)
    assert opened.question.state is InboxState.OPEN
    await passed(office, ann, "Czy będzie kawa?")


async def test_the_team_is_told_once_of_what_waits_a_day_and_not_of_what_was_answered(office: Office) -> None:
    ann, ola = await office.person(), await coordinator(office)
    waiting, answered = await passed(office, ann), await passed(office, ann, "Czy będzie kawa?")
    office.clock.move(timedelta(hours=12))
    await reply(office, ola, answered.id)
    office.clock.move(timedelta(hours=12))
    for _ in range(2):
        await inbox.report_waiting(office.db, now=office.now)
        office.clock.move(timedelta(days=1))
    assert await office.told(ola) == [QuestionWaiting(waiting.id, "podgorze")]


async def test_whoever_is_erased_takes_their_questions_along(office: Office) -> None:
    ann, ola = await office.person(), await coordinator(office)
    question = await passed(office, ann)
    await reply(office, ola, question.id)
    assert (await own_data.of(office.db, ann)).rows["inbox"][0]["question"] == "Czy będzie obiad?"
    await privacy.erase(office.db, ann, now=office.now)
    with pytest.raises(QuestionGone):
        await inbox.show(office.db, ola, question.id, now=office.now)
    assert await office.told(ann) == []
