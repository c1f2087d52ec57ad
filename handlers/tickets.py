"""Tickets: the picture with the code, and what the code opens."""

from bot.chat.attachments import ticket_file
from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.screens.signups import ShowTicket, place_screen
from bot.screens.tickets import ticket_screen
from bot.services import signups, tickets

routes = Routes()


@routes.press(ShowTicket)
async def show_ticket(ctx: Context, press: ShowTicket) -> Reply:
    """The ticket of an own seat."""
    ticket = await tickets.issue(ctx.db, ctx.actor, press.signup)
    return ticket_screen(ticket.place, ctx.t, ctx.now, ticket_file(ctx, ticket.place, ticket.token))


@routes.payload("k")
async def open_ticket(ctx: Context, token: str) -> Reply:
    """``/start k_TOKEN``: the owner sees the place."""
    signup = await tickets.read(ctx.db, ctx.actor, token)
    return place_screen(await signups.show(ctx.db, ctx.actor, signup.id), ctx.t, ctx.now)
