"""One event as the team sees it."""

from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.screens.event_desk import event_desk_screen
from bot.screens.events import EventDesk
from bot.services import event_desk

routes = Routes()


@routes.press(EventDesk, staff=Permission.SEE_LISTS)
async def show_event_desk(ctx: Context, press: EventDesk) -> Reply:
    """How the event stands, and everything that can be done with it."""
    return event_desk_screen(await event_desk.overview(ctx.db, ctx.actor, press.event), ctx.t, ctx.now)
