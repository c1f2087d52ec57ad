"""Passing a place on: from /my with a link, from the event's desk with a name."""

from bot.chat.attachments import calendar_file
from bot.chat.context import Context, Reply
from bot.chat.endings import ending
from bot.chat.routes import Routes
from bot.domain.access import Permission
from bot.screens.dialogs import step_screen
from bot.screens.hand_overs import (
    Substitute,
    SubstituteList,
    offered_screen,
    replaced_screen,
    substitute_list_screen,
    taken_over_screen,
    taking_over_screen,
)
from bot.screens.passing_on import HandOver
from bot.services import hand_overs
from bot.services.hand_overs import Replaced
from bot.services.signups import Place

routes = Routes()
STAFF = Permission.MANAGE_SIGNUPS


@routes.press(HandOver)
async def hand_over(ctx: Context, press: HandOver) -> Reply:
    """A link for whoever comes instead."""
    offered = await hand_overs.offer(ctx.db, ctx.actor, press.signup, now=ctx.now)
    return offered_screen(offered, ctx.link(f"s_{offered.token}"), ctx.t, ctx.now)


@routes.payload("s")
async def open_link(ctx: Context, token: str) -> Reply:
    """``/start s_TOKEN``: take the place over."""
    passing = await hand_overs.take_over(ctx.db, ctx.actor, token, now=ctx.now)
    return (taking_over_screen(passing, ctx.t, ctx.now), step_screen(passing.step, ctx.t, ctx.house.organisation))


@ending(hand_overs.TAKE_OVER, Place)
async def taken_over(ctx: Context, result: Place) -> Reply:
    """The place is theirs."""
    return taken_over_screen(
        result, ctx.t, ctx.now, calendar_file(ctx.house, result.event, result.signup, ctx.t.language, ctx.now)
    )


@routes.press(SubstituteList, staff=STAFF)
async def list_people(ctx: Context, press: SubstituteList) -> Reply:
    """Whose place the team may give to somebody else."""
    event, listed = await hand_overs.list_for_team(ctx.db, ctx.actor, press.event)
    return substitute_list_screen(event, listed, press.page, ctx.t, ctx.now)


@routes.press(Substitute, staff=STAFF)
async def substitute(ctx: Context, press: Substitute) -> Reply:
    """Begin to put somebody else in."""
    step = await hand_overs.substitute(ctx.db, ctx.actor, press.signup, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@ending(hand_overs.SUBSTITUTE, Replaced)
async def substituted(ctx: Context, result: Replaced) -> Reply:
    """Somebody else is in."""
    return replaced_screen(result, ctx.t, ctx.now)
