"""/calls: whom no message reached."""

from bot.chat.context import Context, Reply
from bot.chat.endings import ending
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.domain.calls import Call
from bot.screens.calls import Called, CallList, NotCalled, NoteCall, ShowCall, call_screen, calls_screen
from bot.screens.dialogs import step_screen
from bot.services import calls

routes = Routes()
STAFF = Permission.SEE_CONTACTS


@routes.command("calls", staff=STAFF)
async def list_calls(ctx: Context, _argument: str) -> Reply:
    """Whom to call."""
    return await turn_page(ctx, CallList())


@routes.press(CallList, staff=STAFF)
async def turn_page(ctx: Context, press: CallList) -> Reply:
    """A page of the list."""
    page = await calls.page(ctx.db, ctx.actor, press.page, is_open=press.which != "done", now=ctx.now)
    return calls_screen(page, ctx.t)


@routes.press(ShowCall, staff=STAFF)
async def show_call(ctx: Context, press: ShowCall) -> Reply:
    """One entry."""
    return call_screen(await calls.show(ctx.db, ctx.actor, press.call, now=ctx.now), ctx.t, ctx.now)


@routes.press(Called, staff=STAFF)
async def called(ctx: Context, press: Called) -> Reply:
    """The person was called."""
    return call_screen(await calls.done(ctx.db, ctx.actor, press.call, now=ctx.now), ctx.t, ctx.now)


@routes.press(NotCalled, staff=STAFF)
async def not_called(ctx: Context, press: NotCalled) -> Reply:
    """They were not, after all."""
    return call_screen(await calls.undo(ctx.db, ctx.actor, press.call, now=ctx.now), ctx.t, ctx.now)


@routes.press(NoteCall, staff=STAFF)
async def write_note(ctx: Context, press: NoteCall) -> Reply:
    """Begin to write a note."""
    step = await calls.note(ctx.db, ctx.actor, press.call, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@ending(calls.NOTE, Call)
async def noted(ctx: Context, result: Call) -> Reply:
    """The note is kept."""
    return call_screen(result, ctx.t, ctx.now)
