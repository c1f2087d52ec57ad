"""What people press under a reminder or a change."""

from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.domain.signups import Attending
from bot.screens.courses import SessionAnswer, coming_to_screen, missing_screen
from bot.screens.leaving import cancelled_screen
from bot.screens.notices import Coming, Late, NotComing, coming_screen
from bot.services import sessions, signups

routes = Routes()


@routes.press(Coming)
async def coming(ctx: Context, press: Coming) -> Reply:
    """ "I'll come"."""
    place = await signups.attend(ctx.db, ctx.actor, press.event, Attending.YES, now=ctx.now)
    return coming_screen(place, ctx.t, ctx.now, late=False)


@routes.press(Late)
async def late(ctx: Context, press: Late) -> Reply:
    """ "I'll be late"."""
    place = await signups.attend(ctx.db, ctx.actor, press.event, Attending.LATE, now=ctx.now)
    return coming_screen(place, ctx.t, ctx.now, late=True)


@routes.press(NotComing)
async def not_coming(ctx: Context, press: NotComing) -> Reply:
    """ "I can't"."""
    return cancelled_screen(await signups.decline(ctx.db, ctx.actor, press.event, now=ctx.now), ctx.t, ctx.now)


@routes.press(SessionAnswer)
async def about_a_session(ctx: Context, press: SessionAnswer) -> Reply:
    """ "I'll come", "I'll be late" or "I can't" to one session of a course."""
    if press.said == "no":
        place, session = await sessions.miss(ctx.db, ctx.actor, press.event, press.session, now=ctx.now)
        return missing_screen(place, session, ctx.t, ctx.now)
    said = Attending.LATE if press.said == "late" else Attending.YES
    place, session = await sessions.come(ctx.db, ctx.actor, press.event, press.session, said, now=ctx.now)
    return coming_to_screen(place, session, ctx.t, ctx.now)
