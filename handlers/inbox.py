"""/inbox: questions the bot could not answer, passed on by residents and answered by the team."""

from bot.chat.context import Context, Reply
from bot.chat.endings import ending
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.domain.inbox import InboxQuestion
from bot.screens import inbox as words
from bot.screens.dialogs import step_screen
from bot.screens.inbox import (
    Claim,
    CloseNow,
    CloseQuestion,
    Inbox,
    MarkSpam,
    NotSpam,
    PutBack,
    ShowQuestion,
    close_screen,
    inbox_screen,
    question_screen,
)
from bot.screens.inbox import Reply as BeginReply
from bot.screens.inbox_asking import AskOn, PassOn, PassOnRead, pass_on_notice_screen, passed_on_screen
from bot.screens.screen import Screen
from bot.services import inbox, inbox_forms
from bot.services.inbox import Opened

routes = Routes()
STAFF = Permission.ANSWER_QUESTIONS


@routes.press(PassOn)
async def pass_on(ctx: Context, press: PassOn) -> Reply:
    """The last question goes to people; whoever never read what happens with it reads it first."""
    asked = await inbox.asked(ctx.db, ctx.actor, press.sign, now=ctx.now)
    if not asked.has_read_notice:
        return pass_on_notice_screen(asked, press, ctx.t, ctx.house.organisation)
    return await _passed(ctx, press)


@routes.press(PassOnRead)
async def pass_on_read(ctx: Context, press: PassOnRead) -> Reply:
    """The same after reading."""
    return await _passed(ctx, press)


async def _passed(ctx: Context, press: PassOn | PassOnRead) -> Screen:
    project = press.project if press.project in ctx.house.content.projects else ""
    question = await inbox.pass_on(ctx.db, ctx.actor, press.sign, project, now=ctx.now)
    return passed_on_screen(question, ctx.t)


@routes.press(AskOn)
async def ask_on(ctx: Context, press: AskOn) -> Reply:
    """Ask the people who answered something more."""
    step = await inbox_forms.ask_on(ctx.db, ctx.actor, press.question, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@ending(inbox_forms.ASK, InboxQuestion)
async def asked_on(ctx: Context, result: InboxQuestion) -> Reply:
    """The further question is in the inbox."""
    return passed_on_screen(result, ctx.t)


@routes.command("inbox", staff=STAFF)
async def show_inbox(ctx: Context, _argument: str) -> Reply:
    """What waits."""
    return await turn_page(ctx, Inbox())


@routes.press(Inbox, staff=STAFF)
async def turn_page(ctx: Context, press: Inbox) -> Reply:
    """A page of a list."""
    return inbox_screen(await inbox.page(ctx.db, ctx.actor, press.of, press.page), ctx.t, ctx.now, ctx.titles)


@routes.press(ShowQuestion, staff=STAFF)
async def show_question(ctx: Context, press: ShowQuestion) -> Reply:
    """One question."""
    return _screen(ctx, await inbox.show(ctx.db, ctx.actor, press.question, now=ctx.now))


@routes.press(Claim, staff=STAFF)
async def claim(ctx: Context, press: Claim) -> Reply:
    """ "I do it"."""
    opened = await inbox.claim(ctx.db, ctx.actor, press.question, now=ctx.now)
    return _screen(ctx, opened)


@routes.press(PutBack, staff=STAFF)
async def put_back(ctx: Context, press: PutBack) -> Reply:
    """Leave it to the others."""
    opened = await inbox.put_back(ctx.db, ctx.actor, press.question, now=ctx.now)
    return _screen(ctx, opened, words.put_back_words(ctx.t))


@routes.press(BeginReply, staff=STAFF)
async def reply(ctx: Context, press: BeginReply) -> Reply:
    """Begin to answer."""
    step = await inbox_forms.reply(ctx.db, ctx.actor, press.question, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@ending(inbox_forms.REPLY, Opened)
async def replied(ctx: Context, result: Opened) -> Reply:
    """The answer is on its way."""
    return _screen(ctx, result, words.sent_words(ctx.t, ctx.now))


@routes.press(CloseQuestion, staff=STAFF)
async def ask_to_close(ctx: Context, press: CloseQuestion) -> Reply:
    """What closing means."""
    return close_screen(await inbox.show(ctx.db, ctx.actor, press.question, now=ctx.now), ctx.t)


@routes.press(CloseNow, staff=STAFF)
async def close(ctx: Context, press: CloseNow) -> Reply:
    """Close it without an answer."""
    opened = await inbox.close(ctx.db, ctx.actor, press.question, now=ctx.now)
    return _screen(ctx, opened, words.closed_words(ctx.t))


@routes.press(MarkSpam, staff=STAFF)
async def mark_spam(ctx: Context, press: MarkSpam) -> Reply:
    """Put it away as spam."""
    opened = await inbox.mark_spam(ctx.db, ctx.actor, press.question, now=ctx.now)
    return _screen(ctx, opened, words.spam_words(ctx.t))


@routes.press(NotSpam, staff=STAFF)
async def not_spam(ctx: Context, press: NotSpam) -> Reply:
    """Take that back."""
    opened = await inbox.restore(ctx.db, ctx.actor, press.question, now=ctx.now)
    return _screen(ctx, opened, words.restored_words(ctx.t))


def _screen(ctx: Context, opened: Opened, said: str = "") -> Screen:
    return question_screen(opened, ctx.t, ctx.now, ctx.titles, said)
