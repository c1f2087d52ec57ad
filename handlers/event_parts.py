"""The groups, questions and sessions of an event, changed by buttons."""

from bot.chat.context import Context, Reply
from bot.chat.endings import ending
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.screens.dialogs import step_screen
from bot.screens.event_editor import EditParts, saved_line
from bot.screens.event_parts import EditPart, MoveUp, RemovePart, RemovePartNow, parts_screen, remove_screen
from bot.services import event_editing, event_parts
from bot.services.changes import Told

routes = Routes()
STAFF = Permission.MANAGE_EVENTS


@routes.press(EditParts, staff=STAFF)
async def list_parts(ctx: Context, press: EditParts) -> Reply:
    """All of them."""
    return parts_screen(await event_editing.show(ctx.db, ctx.actor, press.event, now=ctx.now), press.kind, ctx.t)


@routes.press(EditPart, staff=STAFF)
async def change_part(ctx: Context, press: EditPart) -> Reply:
    """Begin to change or add one."""
    step = await event_parts.begin(ctx.db, ctx.actor, press.event, press.kind, press.number, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


async def changed(ctx: Context, result: tuple[int, str, Told]) -> Reply:
    """All of them again, with what was done."""
    event, kind, told = result
    editing = await event_editing.show(ctx.db, ctx.actor, event, now=ctx.now)
    return parts_screen(editing, kind, ctx.t, saved_line(told, ctx.t))


for _kind in event_parts.KINDS:
    ending(event_parts.PREFIX + _kind, tuple)(changed)


@routes.press(RemovePart, staff=STAFF)
async def ask_remove(ctx: Context, press: RemovePart) -> Reply:
    """Really?"""
    editing = await event_editing.show(ctx.db, ctx.actor, press.event, now=ctx.now)
    return remove_screen(editing, press.kind, press.number, ctx.t)


@routes.press(RemovePartNow, staff=STAFF)
async def remove(ctx: Context, press: RemovePartNow) -> Reply:
    """Out."""
    editing = await event_parts.remove(ctx.db, ctx.actor, press.event, press.kind, press.number, now=ctx.now)
    return parts_screen(editing, press.kind, ctx.t)


@routes.press(MoveUp, staff=STAFF)
async def move_up(ctx: Context, press: MoveUp) -> Reply:
    """One place up."""
    editing = await event_parts.move_up(ctx.db, ctx.actor, press.event, press.kind, press.number, now=ctx.now)
    return parts_screen(editing, press.kind, ctx.t)
