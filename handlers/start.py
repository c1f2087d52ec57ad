"""/start, /help, what is not words, and payloads of links."""

from dataclasses import replace

from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.screens.dialogs import keyboard_gone_screen, step_screen
from bot.screens.screen import Screen
from bot.screens.start import Help, Start, help_screen, start_screen
from bot.services import drafts, enrolments, events, people, questions
from handlers.events import shown
from handlers.news import project_card

routes = Routes()


@routes.command("start")
async def start(ctx: Context, _payload: str) -> Reply:
    """The greeting, which leaves a conversation under way; an unknown payload is no reason not to greet."""
    left = await drafts.pause(ctx.db, ctx.actor, now=ctx.now)
    greeting = await _greeting(ctx)
    return replace(greeting, before=keyboard_gone_screen(ctx.t, None)) if left and left.has_keyboard else greeting


@routes.press(Start)
async def back_to_start(ctx: Context, _press: Start) -> Reply:
    """The same from a button."""
    return await _greeting(ctx)


@routes.command("help")
async def show_help(ctx: Context, _argument: str) -> Reply:
    """What can be done."""
    return help_screen(ctx.t, ctx.house.organisation)


@routes.press(Help)
async def press_help(ctx: Context, _press: Help) -> Reply:
    """The same from a button."""
    return help_screen(ctx.t, ctx.house.organisation)


async def _greeting(ctx: Context) -> Screen:
    has_draft = await drafts.has_draft(ctx.db, ctx.actor)
    return start_screen(ctx.t, ctx.house.organisation, has_draft=has_draft, is_staff=ctx.actor.is_staff)


@routes.payload("e")
async def open_event(ctx: Context, payload: str) -> Reply:
    """``/start e_CODE``: the card of an event."""
    card, source = await events.card_by_payload(ctx.db, ctx.actor, payload)
    await people.came_from(ctx.db, ctx.actor, source)
    return await shown(ctx, card)


@routes.payload("z")
async def open_sign_up(ctx: Context, payload: str) -> Reply:
    """``/start z_CODE``: sign up at once."""
    card, source = await events.card_by_payload(ctx.db, ctx.actor, payload)
    await people.came_from(ctx.db, ctx.actor, source)
    step = await enrolments.start(ctx.db, ctx.actor, card.event.id, source=source or None, now=ctx.now)
    await questions.speak_of(ctx.db, ctx.actor, card.event.id, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@routes.payload("p")
async def open_project(ctx: Context, payload: str) -> Reply:
    """``/start p_SLUG``: the card of a project."""
    slug, _, source = payload.partition("-")
    await people.came_from(ctx.db, ctx.actor, source)
    return await project_card(ctx, slug)
