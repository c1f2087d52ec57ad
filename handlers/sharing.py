"""Inline mode: whoever types the bot's name in any chat can put an event's card there."""

from bot.chat.context import Context
from bot.chat.routes import Routes
from bot.screens.sharing import InlineResult, inline_result
from bot.services import events
from handlers.events import attribution

routes = Routes()


@routes.inline
async def find_events(ctx: Context, words: str) -> tuple[InlineResult, ...]:
    """Events that can be signed up for and fit the words."""
    found = await events.search(ctx.db, ctx.actor, words, now=ctx.now)
    return tuple(
        inline_result(card, ctx.t, ctx.now, attribution(ctx, card.event), ctx.link(f"z_{card.event.plan.code}-inline"))
        for card in found
    )
