"""Frequent questions made from the inbox: what the bot answers by itself from then on."""

from bot.chat.context import Context, Reply
from bot.chat.endings import ending
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.domain.faq import FaqEntry
from bot.screens import faq as words
from bot.screens.dialogs import step_screen
from bot.screens.faq import (
    AddToFaq,
    ChangeFaq,
    ConfirmFaq,
    FaqCard,
    FaqList,
    RemoveFaq,
    RestoreFaq,
    entry_screen,
    faq_screen,
)
from bot.screens.screen import Screen
from bot.services import faq

routes = Routes()
STAFF = Permission.ANSWER_QUESTIONS


@routes.press(FaqList, staff=STAFF)
async def turn_page(ctx: Context, press: FaqList) -> Reply:
    """A page of the list."""
    return faq_screen(await faq.page(ctx.db, ctx.actor, press.page, now=ctx.now), ctx.t, ctx.now, ctx.titles)


@routes.press(FaqCard, staff=STAFF)
async def show(ctx: Context, press: FaqCard) -> Reply:
    """One entry."""
    return _screen(ctx, await faq.show(ctx.db, ctx.actor, press.entry))


@routes.press(AddToFaq, staff=STAFF)
async def add(ctx: Context, press: AddToFaq) -> Reply:
    """Begin to make an entry of an answered question."""
    step = await faq.add(ctx.db, ctx.actor, press.question, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@routes.press(ChangeFaq, staff=STAFF)
async def change(ctx: Context, press: ChangeFaq) -> Reply:
    """Begin to change an entry."""
    step = await faq.change(ctx.db, ctx.actor, press.entry, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@ending(faq.ADD, FaqEntry)
@ending(faq.CHANGE, FaqEntry)
async def saved(ctx: Context, result: FaqEntry) -> Reply:
    """From now on the bot answers with it."""
    return await _learned(ctx, result, words.added_words(ctx.t))


@routes.press(ConfirmFaq, staff=STAFF)
async def confirm(ctx: Context, press: ConfirmFaq) -> Reply:
    """The answer still holds."""
    entry = await faq.confirm(ctx.db, ctx.actor, press.entry, press.months, now=ctx.now)
    return _screen(ctx, entry, words.confirmed_words(ctx.t))


@routes.press(RemoveFaq, staff=STAFF)
async def remove(ctx: Context, press: RemoveFaq) -> Reply:
    """Do not answer with it any more."""
    entry = await faq.remove(ctx.db, ctx.actor, press.entry, now=ctx.now)
    return await _learned(ctx, entry, words.removed_words(ctx.t))


@routes.press(RestoreFaq, staff=STAFF)
async def restore(ctx: Context, press: RestoreFaq) -> Reply:
    """Answer with it again."""
    entry = await faq.restore(ctx.db, ctx.actor, press.entry, now=ctx.now)
    return await _learned(ctx, entry, words.restored_words(ctx.t))


async def _learned(ctx: Context, entry: FaqEntry, said: str) -> Screen:
    """The entry on the screen, once the engine knows the present entries."""
    ctx.house.engine.learn(await faq.entries(ctx.db))
    return _screen(ctx, entry, said)


def _screen(ctx: Context, entry: FaqEntry, said: str = "") -> Screen:
    return entry_screen(entry, ctx.t, ctx.now, ctx.titles, said)
