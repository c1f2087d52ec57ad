"""Questions: from free text, from /ask, made clearer by a button."""

from bot.answers.values import CalendarEntry, Topic
from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain import attendance
from bot.domain.inbox import passable_sign
from bot.screens.answers import AskAbout, TellFact, answer_screen
from bot.screens.screen import Screen
from bot.screens.start import question_prompt_screen
from bot.services import drafts, events, questions
from bot.services.events import Card
from handlers.self_check_in import arrive

routes = Routes()


@routes.command("ask")
async def ask(ctx: Context, question: str) -> Reply:
    """A question after the command, or an invitation to ask one."""
    return await answer_question(ctx, question) if question else await _invite(ctx)


@routes.press(AskAbout)
async def ask_about(ctx: Context, press: AskAbout) -> Reply:
    """The last question again, now with the project that is meant."""
    question = await questions.last(ctx.db, ctx.actor, now=ctx.now)
    return await _answer(ctx, question, project=press.project) if question else await _invite(ctx)


@routes.press(TellFact)
async def tell_fact(ctx: Context, press: TellFact) -> Reply:
    """A fact that was offered as what may be meant."""
    topic = Topic(press.project, fact=press.fact)
    answer = ctx.house.engine.tell(topic, now=ctx.now, language=ctx.t.language)
    return answer_screen(answer, ctx.t, ctx.house.content, ctx.now) if answer else await _invite(ctx)


async def _invite(ctx: Context) -> Screen:
    """Ask for a question, which then is no answer to a conversation under way."""
    await drafts.expect_question(ctx.db, ctx.actor, now=ctx.now)
    return question_prompt_screen(ctx.t)


async def answer_question(ctx: Context, question: str) -> Screen:
    """The answer to a free question, which may go on from the one before."""
    if attendance.code_in(question):
        return await arrive(ctx, question)
    previous = await questions.ask(ctx.db, ctx.actor, question, now=ctx.now)
    return await _answer(ctx, question, previous=previous)


async def _answer(ctx: Context, question: str, *, previous: str | None = None, project: str | None = None) -> Screen:
    answer = ctx.house.engine.answer(
        question,
        now=ctx.now,
        language=ctx.t.language,
        previous=previous,
        calendar=await calendar(ctx),
        project=project,
    )
    t = ctx.house.texts.in_(answer.language)
    return answer_screen(answer, t, ctx.house.content, ctx.now, sign=passable_sign(question))


async def calendar(ctx: Context) -> tuple[CalendarEntry, ...]:
    """What is on, as the answers need it."""
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
    )
