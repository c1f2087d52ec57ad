"""Tickets: the picture with the code, and what the code opens."""

import asyncio

from bot.chat.attachments import ticket_file
from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.screens.check_ins import checked_in_screen
from bot.screens.signups import ShowTicket, place_screen
from bot.screens.tickets import ticket_screen
from bot.services import attendance, own_data, signups, tickets

routes = Routes()


@routes.press(ShowTicket)
async def show_ticket(ctx: Context, press: ShowTicket) -> Reply:
    """The ticket of an own seat."""
    ticket = await tickets.issue(ctx.db, ctx.actor, press.signup)
    picture = await asyncio.to_thread(ticket_file, ctx, ticket.place, ticket.token)
    asks_pictures = await own_data.asks_pictures(ctx.db, ctx.actor)
    return ticket_screen(ticket.place, ctx.t, ctx.now, picture, asks_pictures=asks_pictures)


@routes.payload("k")
async def open_ticket(ctx: Context, token: str) -> Reply:
    """``/start k_TOKEN``: the owner sees the place, the team at the door who it is, noted as present."""
    signup = await tickets.read(ctx.db, ctx.actor, token)
    if signup.person != ctx.actor.id:
        return checked_in_screen(
            await attendance.check_in(ctx.db, ctx.actor, signup.id, None, now=ctx.now), ctx.t, ctx.now
        )
    return place_screen(await signups.show(ctx.db, ctx.actor, signup.id), ctx.t, ctx.now)
