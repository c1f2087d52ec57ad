"""/log: who did what when."""

from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.screens.audit import Log, LogFile, LogFilter, file_screen, filter_screen, log_screen
from bot.services import audit, event_codes
from bot.services.audit import Chosen

routes = Routes()
STAFF = Permission.SEE_LOG


@routes.command("log", staff=STAFF)
async def show_log(ctx: Context, code: str) -> Reply:
    """The newest entries, of one event when its code is given."""
    event = await event_codes.find(ctx.db, ctx.actor, code, STAFF) if code else None
    return await _page(ctx, Chosen(event=event.id if event else 0), 0)


@routes.press(Log, staff=STAFF)
async def turn_page(ctx: Context, press: Log) -> Reply:
    """A page, narrowed down."""
    return await _page(ctx, Chosen(press.person, press.event, press.done), press.page)


@routes.press(LogFilter, staff=STAFF)
async def narrow_down(ctx: Context, press: LogFilter) -> Reply:
    """What there is to narrow it down to."""
    chosen = Chosen(press.person, press.event, press.done)
    return filter_screen(press.by, await audit.choices(ctx.db, ctx.actor, chosen), chosen, ctx.t)


@routes.press(LogFile, staff=STAFF)
async def send_file(ctx: Context, press: LogFile) -> Reply:
    """All of it as a file."""
    chosen = Chosen(press.person, press.event, press.done)
    return file_screen(await audit.export(ctx.db, ctx.actor, chosen, now=ctx.now), ctx.t, ctx.now, ctx.titles)


async def _page(ctx: Context, chosen: Chosen, page: int) -> Reply:
    return log_screen(await audit.show(ctx.db, ctx.actor, chosen, page, now=ctx.now), ctx.t, ctx.now, ctx.titles)
