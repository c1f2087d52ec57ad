"""The code on the wall, scanned or typed."""

from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.screens.screen import Screen
from bot.screens.self_check_in import NotHere, arrived_screen, left_screen
from bot.services import self_check_in

routes = Routes()


@routes.payload("c")
async def scanned(ctx: Context, code: str) -> Reply:
    """``/start c_CODE``: whoever scans the poster is here."""
    return await arrive(ctx, code)


async def arrive(ctx: Context, code: str) -> Screen:
    """Note that the person is here."""
    return arrived_screen(await self_check_in.arrive(ctx.db, ctx.actor, code, now=ctx.now), ctx.t, ctx.now)


@routes.press(NotHere)
async def not_here(ctx: Context, press: NotHere) -> Reply:
    """It was a mistake."""
    arrival = await self_check_in.leave(ctx.db, ctx.actor, press.event, press.session, now=ctx.now)
    return left_screen(arrival, ctx.t, ctx.now)
