"""Seats and groups of an event, changed by the team."""

from bot.chat.context import Context, Reply
from bot.chat.endings import ending
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.screens.dialogs import step_screen
from bot.screens.rooms import (
    Keep,
    PreviewRelease,
    Release,
    Resize,
    ShowRoom,
    TypeSeats,
    kept_words,
    release_screen,
    released_words,
    resized_words,
    room_screen,
)
from bot.services import rooms
from bot.services.rooms import Rooming

routes = Routes()
STAFF = Permission.MANAGE_SIGNUPS


@routes.press(ShowRoom, staff=STAFF)
async def show_room(ctx: Context, press: ShowRoom) -> Reply:
    """How the seats stand."""
    return room_screen(await rooms.show(ctx.db, ctx.actor, press.event), ctx.t, ctx.now)


@routes.press(Resize, staff=STAFF)
async def resize(ctx: Context, press: Resize) -> Reply:
    """More or fewer."""
    room = await rooms.resize(ctx.db, ctx.actor, press.event, press.group, press.number, now=ctx.now)
    return room_screen(room, ctx.t, ctx.now, resized_words(room, press.group, ctx.t))


@routes.press(TypeSeats, staff=STAFF)
async def type_seats(ctx: Context, press: TypeSeats) -> Reply:
    """Begin to type how many."""
    step = await rooms.type_seats(ctx.db, ctx.actor, press.event, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@ending(rooms.SEATS, Rooming)
async def typed(ctx: Context, result: Rooming) -> Reply:
    """As many as were typed."""
    return room_screen(result, ctx.t, ctx.now, resized_words(result, 0, ctx.t))


@routes.press(PreviewRelease, staff=STAFF)
async def preview_release(ctx: Context, press: PreviewRelease) -> Reply:
    """What opening a group would bring."""
    room = await rooms.preview_release(ctx.db, ctx.actor, press.event, press.group, now=ctx.now)
    return release_screen(room, press.group, ctx.t, ctx.now)


@routes.press(Release, staff=STAFF)
async def release(ctx: Context, press: Release) -> Reply:
    """Open it."""
    room = await rooms.release(ctx.db, ctx.actor, press.event, press.group, now=ctx.now)
    return room_screen(room, ctx.t, ctx.now, released_words(ctx.t))


@routes.press(Keep, staff=STAFF)
async def keep(ctx: Context, press: Keep) -> Reply:
    """Keep it for the group again."""
    room = await rooms.keep(ctx.db, ctx.actor, press.event, press.group, now=ctx.now)
    return room_screen(room, ctx.t, ctx.now, kept_words(ctx.t))
