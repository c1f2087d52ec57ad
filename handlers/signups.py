"""Signing up, /my, changing, cancelling, the calendar file."""

from bot.chat.attachments import calendar_file
from bot.chat.context import Context, Reply
from bot.chat.routes import Routes
from bot.screens.dialogs import step_screen
from bot.screens.events import MyPlace, SignUp
from bot.screens.leaving import cancelled_screen, undone_screen
from bot.screens.offers import taken_screen
from bot.screens.screen import Screen
from bot.screens.signups import (
    CalendarFile,
    Cancel,
    Correct,
    MyList,
    Take,
    Undo,
    calendar_screen,
    corrected_screen,
    joined_screen,
    my_screen,
    place_screen,
)
from bot.services import drafts, enrolments, questions, signups
from bot.services.dialogs import Done
from bot.services.signups import Place
from handlers.events import attribution

routes = Routes()


@routes.press(SignUp)
async def sign_up(ctx: Context, press: SignUp) -> Reply:
    """Begin to sign up."""
    step = await enrolments.start(ctx.db, ctx.actor, press.event, source=None, now=ctx.now)
    await questions.speak_of(ctx.db, ctx.actor, press.event, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@routes.command("my")
async def list_mine(ctx: Context, _argument: str) -> Reply:
    """All own sign-ups."""
    places = await signups.mine(ctx.db, ctx.actor, now=ctx.now)
    return my_screen(places, ctx.t, ctx.now, has_draft=await drafts.has_draft(ctx.db, ctx.actor))


@routes.press(MyList)
async def back_to_mine(ctx: Context, _press: MyList) -> Reply:
    """The same from a button."""
    return await list_mine(ctx, "")


@routes.press(MyPlace)
async def show_mine(ctx: Context, press: MyPlace) -> Reply:
    """One own sign-up."""
    place = await signups.show(ctx.db, ctx.actor, press.signup)
    await questions.speak_of(ctx.db, ctx.actor, place.event.id, now=ctx.now)
    return place_screen(place, ctx.t, ctx.now)


@routes.press(Correct)
async def correct(ctx: Context, press: Correct) -> Reply:
    """Begin to change the answers."""
    step = await enrolments.correct(ctx.db, ctx.actor, press.signup, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@routes.press(Cancel)
async def cancel(ctx: Context, press: Cancel) -> Reply:
    """Give up the place."""
    return cancelled_screen(await signups.cancel(ctx.db, ctx.actor, press.signup, now=ctx.now), ctx.t, ctx.now)


@routes.press(Take)
async def take(ctx: Context, press: Take) -> Reply:
    """Accept an offered seat."""
    place = await signups.take(ctx.db, ctx.actor, press.signup, now=ctx.now)
    return taken_screen(
        place, ctx.t, ctx.now, calendar_file(ctx.house, place.event, place.signup, ctx.t.language, ctx.now)
    )


@routes.press(Undo)
async def undo(ctx: Context, press: Undo) -> Reply:
    """Take cancelling back."""
    return undone_screen(await signups.undo(ctx.db, ctx.actor, press.signup, now=ctx.now), ctx.t, ctx.now)


@routes.press(CalendarFile)
async def send_calendar(ctx: Context, press: CalendarFile) -> Reply:
    """The event as a calendar file."""
    place = await signups.show(ctx.db, ctx.actor, press.signup)
    return calendar_screen(
        place, ctx.t, ctx.now, calendar_file(ctx.house, place.event, place.signup, ctx.t.language, ctx.now)
    )


def done_reply(ctx: Context, done: Done) -> Reply:
    """What a conversation about a sign-up came to."""
    place = done.result
    if not isinstance(place, Place):
        raise TypeError(f"{done.form} gave {place!r} instead of a place")
    if done.form == enrolments.CORRECTION.name:
        gone = place.dropped and calendar_file(
            ctx.house, place.event, place.signup, ctx.t.language, ctx.now, place.dropped
        )
        return corrected_screen(place, ctx.t, ctx.now, gone or None)
    calendar = calendar_file(ctx.house, place.event, place.signup, ctx.t.language, ctx.now)
    return joined_screen(place, ctx.t, ctx.now, calendar, attribution(ctx, place.event))


async def standing_reply(ctx: Context, event: int) -> Screen | None:
    """Where the person stands with an event, None without a place."""
    place = await signups.find_own(ctx.db, ctx.actor, event)
    return place_screen(place, ctx.t, ctx.now) if place else None
