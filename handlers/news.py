"""What people want to hear: the tap under an announcement, following a project, the settings."""

from dataclasses import replace

from bot.chat.context import Context, Reply
from bot.chat.rendering import screens
from bot.chat.routes import Routes
from bot.domain.refusals import ProjectGone, StaleButton
from bot.screens.bulletins import FromAnnouncement, NoSuchNews, SuchNews, no_such_news_screen
from bot.screens.news import NewsAnswer, Want, answered_screen, wishes_screen, with_question
from bot.screens.projects import Follow, project_screen
from bot.screens.screen import Screen
from bot.screens.settings import NewsSettings
from bot.services import corrections, events, news, questions
from bot.services.notices import REMINDERS
from handlers.events import shown

routes = Routes()


@routes.press(FromAnnouncement)
async def open_attached(ctx: Context, press: FromAnnouncement) -> Reply:
    """The card of what was announced, below the announcement."""
    one = await corrections.opened(ctx.db, ctx.actor, press.announcement, now=ctx.now)
    if one.event:
        card = await events.card(ctx.db, ctx.actor, one.event)
        return replace(await shown(ctx, card), stays_below=True)
    return replace(await project_card(ctx, one.project), stays_below=True)


@routes.press(NoSuchNews)
async def refuse(ctx: Context, press: NoSuchNews) -> Reply:
    """No more such messages."""
    return await _refused(ctx, press.announcement, is_wanted=False)


@routes.press(SuchNews)
async def want_again(ctx: Context, press: SuchNews) -> Reply:
    """Take that back."""
    return await _refused(ctx, press.announcement, is_wanted=True)


async def _refused(ctx: Context, announcement: int, *, is_wanted: bool) -> Screen:
    one = await news.refuse(ctx.db, ctx.actor, announcement, is_wanted, now=ctx.now)
    title = ctx.titles.get(one.audience.project, "")
    return no_such_news_screen(one, ctx.t, title, is_wanted=is_wanted)


@routes.press(Follow)
async def follow(ctx: Context, press: Follow) -> Reply:
    """Follow a project, or no longer."""
    if press.project not in ctx.house.content.projects:
        raise StaleButton
    await news.choose(ctx.db, ctx.actor, press.project, bool(press.yes), now=ctx.now)
    return await project_card(ctx, press.project)


@routes.press(NewsSettings)
async def show_wishes(ctx: Context, _press: NewsSettings) -> Reply:
    """What the reader gets."""
    return wishes_screen(await news.show(ctx.db, ctx.actor, now=ctx.now), ctx.t, ctx.titles)


@routes.press(Want)
async def want(ctx: Context, press: Want) -> Reply:
    """Something is wanted, or not."""
    of_event = press.what.startswith(news.OF_EVENT) and press.what.removeprefix(news.OF_EVENT).isdecimal()
    if not of_event and press.what not in {"news", REMINDERS, *ctx.house.content.projects}:
        raise StaleButton
    wishes = await news.choose(ctx.db, ctx.actor, press.what, bool(press.yes), now=ctx.now)
    return wishes_screen(wishes, ctx.t, ctx.titles)


@routes.press(NewsAnswer)
async def answer(ctx: Context, press: NewsAnswer) -> Reply:
    """The answer to the question after a sign-up."""
    await news.choose(ctx.db, ctx.actor, "news", bool(press.yes), now=ctx.now)
    return answered_screen(ctx.t, is_yes=bool(press.yes))


async def project_card(ctx: Context, slug: str) -> Screen:
    """The card of a project, of which one talks from now on, with following it or no longer."""
    project = ctx.house.content.projects.get(slug)
    if project is None:
        raise ProjectGone
    await questions.speak_of(ctx.db, ctx.actor, None, project=slug, now=ctx.now)
    wishes = await news.show(ctx.db, ctx.actor, now=ctx.now)
    return project_screen(project, ctx.t, ctx.now, follows=slug in wishes.projects)


async def asking(ctx: Context, reply: Reply) -> Reply:
    """The confirmation of a sign-up, which asks once about news."""
    first, *others = screens(reply)
    if not await news.ask_once(ctx.db, ctx.actor, now=ctx.now):
        return reply
    return (with_question(first, ctx.t), *others)
