"""One event as the team sees it."""

from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.screens.event_desk import EventsFor, StaffEvents, event_desk_screen, staff_events_screen
from bot.screens.events import EventDesk
from bot.services import event_desk

routes = Routes()


@routes.press(EventDesk, staff=Permission.SEE_LISTS)
async def show_event_desk(ctx: Context, press: EventDesk) -> Reply:
    """How the event stands, and everything that can be done with it."""
    return event_desk_screen(await event_desk.overview(ctx.db, ctx.actor, press.event), ctx.t, ctx.now)


@routes.press(StaffEvents, staff=Permission.SEE_LISTS)
async def list_staff_events(ctx: Context, press: StaffEvents) -> Reply:
    """The events the actor runs."""
    return await choose_event(ctx, EventsFor("", press.page))


@routes.press(EventsFor, staff=Permission.SEE_LISTS)
async def choose_event(ctx: Context, press: EventsFor) -> Reply:
    """The same, to do one thing with one of them."""
    mine = await event_desk.mine(ctx.db, ctx.actor, press.page, now=ctx.now)
    return staff_events_screen(mine, ctx.t, ctx.now, press.purpose)
