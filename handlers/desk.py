"""The desk: from the greeting to everything a member of the team may do."""

from bot.chat import commands
from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.screens.desk import desk_screen
from bot.screens.start import Desk

routes = Routes()


@routes.press(Desk, staff=Permission.ANNOUNCE)
async def show_desk(ctx: Context, _press: Desk) -> Reply:
    """The staff commands this person may use, as buttons; announcing is what every role is good for."""
    names = [command.name for command in commands.offered(ctx.actor.grants) if command.permission]
    return desk_screen(names, ctx.actor.grants, ctx.t, ctx.titles)
