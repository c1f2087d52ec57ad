"""Questions: from free text, from /ask, made clearer by a button."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.values import Answer, CalendarEntry, Kind, Topic
from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.content import Wish
from bot.domain import attendance
from bot.domain.events import Event
from bot.domain.inbox import passable_sign
from bot.screens.answers import AskAbout, TellFact, answer_screen
from bot.screens.event_answers import event_answer_screen
from bot.screens.screen import Screen
from bot.screens.start import question_prompt_screen
from bot.screens.wishes import not_there_screen, placeless_screen, wish_screen
from bot.services import drafts, events, questions, signups
from bot.services.events import Card
from bot.texts import Translator
from handlers.events import shown
from handlers.self_check_in import arrive

routes = Routes()

UNCLEAR = (Kind.CLARIFY, Kind.UNSURE, Kind.ABSTAIN)
"""Answers that ask back, or are none."""


@routes.command("ask")
async def ask(ctx: Context, question: str) -> Reply:
    """A question after the command, or an invitation to ask one."""
    return await answer_question(ctx, question) if question else await _invite(ctx)


@routes.press(AskAbout)
async def ask_about(ctx: Context, press: AskAbout) -> Reply:
    """The question above the button again, now with the project that is meant."""
    question = await questions.again(ctx.db, ctx.actor, press.sign, now=ctx.now)
    if not question:
        await questions.speak_of(ctx.db, ctx.actor, None, project=press.project, now=ctx.now)
        return await _invite(ctx)
    answer = ctx.house.engine.answer(
        question, now=ctx.now, language=ctx.t.language, calendar=await calendar(ctx), project=press.project
    )
    await _turn_to(ctx, replace(answer, project=press.project), None)
    return await _worded(ctx, question, answer)


@routes.press(TellFact)
async def tell_fact(ctx: Context, press: TellFact) -> Reply:
    """A fact that was offered as what may be meant."""
    topic = Topic(press.project, fact=press.fact)
    answer = ctx.house.engine.tell(topic, now=ctx.now, language=ctx.t.language)
    if answer is None:
        return await _invite(ctx)
    await questions.speak_of(ctx.db, ctx.actor, None, project=press.project, now=ctx.now)
    return answer_screen(answer, ctx.t, ctx.house.content, ctx.now)


async def _invite(ctx: Context) -> Screen:
    """Ask for a question, which then is no answer to a conversation under way."""
    await drafts.expect_question(ctx.db, ctx.actor, now=ctx.now)
    return question_prompt_screen(ctx.t)


async def answer_question(ctx: Context, question: str, about: object = None) -> Screen:
    """The answer to a free question, which may go on from the one before or mean the event shown last.

    ``about`` is what the conversation under way is about: its event is meant before all others. Who has a place
    and talked of no project may mean that.
    """
    if attendance.code_in(question):
        return await arrive(ctx, question)
    before = await questions.ask(ctx.db, ctx.actor, question, now=ctx.now)
    entries = await calendar(ctx)
    shown = about.id if isinstance(about, Event) else before.event
    event = next((one for one in entries if one.id == shown), None)
    answer = _answer(ctx, question, _gone_before(ctx, before.question, before.project), entries, event)
    own = next((one for one in entries if one.own), None)
    if answer.kind in UNCLEAR and answer.project is None and event is None and own:
        meant = _answer(ctx, question, None, entries, own)
        answer = meant if meant.kind is Kind.EVENT else answer
    await _turn_to(ctx, answer, event if before.event else None)
    return await _worded(ctx, question, answer)


def _gone_before(ctx: Context, question: str | None, slug: str) -> str | None:
    """What a question may go on from: the one before, with the project of its answer or the one chosen since."""
    project = ctx.house.content.projects.get(slug)
    title = f"({project.title.in_(ctx.t.language)})" if project else ""
    return " ".join(part for part in (question, title) if part) or None


async def _turn_to(ctx: Context, answer: Answer, event: CalendarEntry | None) -> None:
    """Talk of what was answered about: its one event or its project; ``event`` is the one talked of before."""
    if answer.kind in {Kind.CALENDAR, Kind.EVENT, Kind.FACT} and len(answer.events) == 1:
        event = answer.events[0]
    elif answer.project:
        event = event if event and event.project == answer.project else None
    elif answer.kind is Kind.LIST or answer.events:
        event = None
    elif answer.kind is not Kind.CLARIFY:
        return
    await questions.answered_about(ctx.db, ctx.actor, event.id if event else None, answer.project or "", now=ctx.now)


def _answer(
    ctx: Context, question: str, previous: str | None, entries: Sequence[CalendarEntry], event: CalendarEntry | None
) -> Answer:
    return ctx.house.engine.answer(
        question, now=ctx.now, language=ctx.t.language, previous=previous, calendar=entries, event=event
    )


async def _worded(ctx: Context, question: str, answer: Answer) -> Screen:
    """The answer in words; about one event or a place of the asker's, as it stands in the store."""
    t, sign = ctx.house.texts.in_(answer.language), passable_sign(question)
    if answer.kind is Kind.EVENT:
        card = await events.card(ctx.db, ctx.actor, answer.events[0].id)
        return event_answer_screen(card, answer.aspects, t, ctx.now, sign=sign)
    told = answer_screen(answer, t, ctx.house.content, ctx.now, sign=sign, organisation=ctx.house.organisation)
    match answer.wish:
        case None:
            return told
        case Wish.JOIN:
            return await _joining(ctx, answer, t) or told
        case wish:
            return await _granted(ctx, answer, wish, t) or placeless_screen(told, t)


async def _joining(ctx: Context, answer: Answer, t: Translator) -> Screen | None:
    """The card of the event that is meant, None where none is."""
    if not answer.events:
        return None
    return await shown(ctx, await events.card(ctx.db, ctx.actor, answer.events[0].id), t)


async def _granted(ctx: Context, answer: Answer, wish: Wish, t: Translator) -> Screen | None:
    """Where the wish comes true with one tap; None for whoever has no place."""
    places = await signups.mine(ctx.db, ctx.actor, now=ctx.now)
    meant = {entry.id for entry in answer.events}
    own = tuple(place for place in places if place.event.id in meant) if meant else places
    if meant and not own:
        card = await events.card(ctx.db, ctx.actor, answer.events[0].id)
        return not_there_screen(card.event, t, ctx.now)
    if len(own) == 1:
        await questions.speak_of(ctx.db, ctx.actor, own[0].event.id, now=ctx.now)
    return wish_screen(wish, own, t, ctx.now) if own else None


async def calendar(ctx: Context) -> tuple[CalendarEntry, ...]:
    """What is on, as the answers need it, the nearest first."""
    return tuple(entry(card) for card in await events.calendar(ctx.db, ctx.actor, now=ctx.now))


def entry(card: Card) -> CalendarEntry:
    """An event as the answers need it."""
    plan = card.event.plan
    return CalendarEntry(
        id=card.event.id,
        code=plan.code,
        project=plan.project,
        kind=plan.kind,
        title=plan.title,
        starts=plan.starts_at,
        ends=plan.ends_at,
        description=plan.description,
        place=plan.place,
        address=plan.address,
        seats_left=card.free,
        languages=plan.languages,
        is_sample=plan.is_sample,
        own=card.signup.state if card.signup else None,
        sessions=card.event.times() if card.event.sessions else (),
    )
