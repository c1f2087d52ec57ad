"""/export: files about an event's people."""

import asyncio

from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.screens.event_desk import EventsFor
from bot.screens.exports import ExportFile, ExportMenu, export_menu_screen, export_screen, heading_of, made
from bot.services import event_codes, event_desk, exports
from bot.services.exports import Export
from handlers.event_desk import choose_event
from handlers.events import attribution

routes = Routes()
STAFF = Permission.SEE_CONTACTS


@routes.command("export", staff=STAFF)
async def choose(ctx: Context, code: str) -> Reply:
    """``/export`` offers the events, ``/export CODE`` the files of one."""
    if not code:
        return await choose_event(ctx, EventsFor("export"))
    event = await event_codes.find(ctx.db, ctx.actor, code, STAFF, "export")
    return await choose_file(ctx, ExportMenu(event.id))


@routes.press(ExportMenu, staff=STAFF)
async def choose_file(ctx: Context, press: ExportMenu) -> Reply:
    """Which file."""
    overview = await event_desk.overview(ctx.db, ctx.actor, press.event)
    return export_menu_screen(overview.event, ctx.t, ctx.now)


@routes.press(ExportFile, staff=STAFF)
async def send_file(ctx: Context, press: ExportFile) -> Reply:
    """One file."""
    export = await exports.of_event(ctx.db, ctx.actor, press.event, kind=press.kind, now=ctx.now)
    return await file_reply(ctx, export, press.kind)


async def file_reply(ctx: Context, export: Export, kind: str) -> Reply:
    """A file, made beside the loop so that nobody waits behind it."""
    about = heading_of(
        export,
        ctx.t,
        project=ctx.titles.get(export.event.plan.project, ""),
        attribution=attribution(ctx, export.event),
        organisation=ctx.house.organisation,
    )
    file = await asyncio.to_thread(made, export, kind, about, ctx.t)
    return export_screen(export, kind, file, ctx.t, ctx.now)
