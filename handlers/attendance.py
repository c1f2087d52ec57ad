"""/checkin and /present: who is here."""

import asyncio
from datetime import UTC, datetime

from bot.chat.context import Context, Reply
from bot.chat.endings import ending
from bot.chat.routes import Routes
from bot.domain import attendance as domain
from bot.domain.access import Permission
from bot.domain.courses import SessionGone
from bot.domain.events import Event
from bot.screens.attendance import (
    OTHERS,
    CheckIn,
    CheckInList,
    CheckInSessions,
    CountHeads,
    Here,
    NotThere,
    Poster,
    PresentHelp,
    UndoBatch,
    WriteNames,
    events_screen,
    sessions_screen,
    sheet_screen,
)
from bot.screens.check_ins import batch_screen, present_help_screen, undone_batch_screen
from bot.screens.dialogs import step_screen
from bot.screens.self_check_in import poster, poster_screen
from bot.screens.walk_ins import RemoveWalkIn, SetHeads, heads_screen, removed_screen, walk_ins_screen
from bot.services import attendance, event_codes, self_check_in, walk_ins
from handlers.events import attribution

routes = Routes()
STAFF = Permission.CHECK_IN
LONGEST = 10
"""Digits of a second since 1970 that a button may name."""


@routes.command("checkin", staff=STAFF)
async def take_attendance(ctx: Context, code: str) -> Reply:
    """``/checkin`` offers the events, ``/checkin CODE`` the list of one."""
    if not code:
        return await choose_event(ctx, CheckInList())
    event, session = await _meant(ctx, code)
    return await show_sheet(ctx, CheckIn(event.id, session))


@routes.command("present", staff=STAFF)
async def note_numbers(ctx: Context, typed: str) -> Reply:
    """``/present CODE 1-7,9``; without numbers the list to tick off."""
    code, _, numbers = typed.strip().partition(" ")
    if not code:
        return present_help_screen(ctx.t)
    event, session = await _meant(ctx, code)
    if not numbers.strip():
        return await show_sheet(ctx, CheckIn(event.id, session))
    understood = domain.read_numbers(numbers)
    return batch_screen(
        await attendance.mark_numbers(ctx.db, ctx.actor, event.id, session, understood, now=ctx.now), ctx.t, ctx.now
    )


@routes.press(PresentHelp, staff=STAFF)
async def explain_numbers(ctx: Context, _press: PresentHelp) -> Reply:
    """How to write numbers."""
    return present_help_screen(ctx.t)


@routes.press(CheckInList, staff=STAFF)
async def choose_event(ctx: Context, _press: CheckInList) -> Reply:
    """Which event."""
    return events_screen(await attendance.upcoming(ctx.db, ctx.actor, now=ctx.now), ctx.t, ctx.now)


@routes.press(CheckInSessions, staff=STAFF)
async def choose_session(ctx: Context, press: CheckInSessions) -> Reply:
    """Which session."""
    sheet = await attendance.sheet(ctx.db, ctx.actor, press.event, 0, 0, now=ctx.now)
    return sessions_screen(sheet.event, ctx.t, ctx.now)


@routes.press(CheckIn, staff=STAFF)
async def show_sheet(ctx: Context, press: CheckIn) -> Reply:
    """A page of the list."""
    sheet = await attendance.sheet(
        ctx.db, ctx.actor, press.event, press.session, press.page, is_others=press.which == OTHERS, now=ctx.now
    )
    return sheet_screen(sheet, ctx.t, ctx.now)


@routes.press(Here, staff=STAFF)
async def note_one(ctx: Context, press: Here) -> Reply:
    """Somebody is here."""
    return await _marked(ctx, press, is_here=True)


@routes.press(NotThere, staff=STAFF)
async def take_one_back(ctx: Context, press: NotThere) -> Reply:
    """They are not, after all."""
    return await _marked(ctx, press, is_here=False)


async def _marked(ctx: Context, press: Here | NotThere, *, is_here: bool) -> Reply:
    sheet = await attendance.mark(
        ctx.db,
        ctx.actor,
        press.signup,
        press.session,
        press.page,
        is_here=is_here,
        is_others=press.which == OTHERS,
        now=ctx.now,
    )
    return sheet_screen(sheet, ctx.t, ctx.now)


@routes.press(UndoBatch, staff=STAFF)
async def undo_numbers(ctx: Context, press: UndoBatch) -> Reply:
    """Take back what numbers noted."""
    second = int(press.second) if press.second.isdecimal() and len(press.second) <= LONGEST else 0
    at = datetime.fromtimestamp(second, UTC)
    count = await attendance.undo_batch(ctx.db, ctx.actor, press.event, press.session, at, now=ctx.now)
    return undone_batch_screen(press.event, press.session, count, ctx.t)


@routes.press(WriteNames, staff=STAFF)
async def write_names(ctx: Context, press: WriteNames) -> Reply:
    """Begin to write down who just came."""
    step = await walk_ins.begin(ctx.db, ctx.actor, walk_ins.NAMES, press.event, press.session, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@ending(walk_ins.NAMES, walk_ins.WalkIns)
async def names_written(ctx: Context, result: walk_ins.WalkIns) -> Reply:
    """They are on the list."""
    return walk_ins_screen(result, ctx.t, ctx.now)


@routes.press(RemoveWalkIn, staff=STAFF)
async def remove_walk_in(ctx: Context, press: RemoveWalkIn) -> Reply:
    """They are not, after all."""
    event, name = await walk_ins.remove(ctx.db, ctx.actor, press.signup, now=ctx.now)
    return removed_screen(event, name, ctx.t)


@routes.press(CountHeads, staff=STAFF)
async def count_heads(ctx: Context, press: CountHeads) -> Reply:
    """Begin to count heads."""
    step = await walk_ins.begin(ctx.db, ctx.actor, walk_ins.HEADS, press.event, press.session, now=ctx.now)
    return step_screen(step, ctx.t, ctx.house.organisation)


@ending(walk_ins.HEADS, walk_ins.HeadCount)
async def heads_counted(ctx: Context, result: walk_ins.HeadCount) -> Reply:
    """The number is kept."""
    return heads_screen(result, ctx.t, ctx.now)


@routes.press(SetHeads, staff=STAFF)
async def set_heads(ctx: Context, press: SetHeads) -> Reply:
    """Back to an earlier number."""
    done = await walk_ins.count_heads(ctx.db, ctx.actor, press.event, press.session, press.count, now=ctx.now)
    return heads_screen(done, ctx.t, ctx.now)


@routes.press(Poster, staff=STAFF)
async def send_poster(ctx: Context, press: Poster) -> Reply:
    """The poster with the code for the wall, made beside the loop."""
    event, session, code = await self_check_in.code(ctx.db, ctx.actor, press.event, press.session, now=ctx.now)
    file = await asyncio.to_thread(
        poster,
        event,
        session,
        code,
        link=ctx.link(f"c_{code}"),
        bot=f"@{ctx.bot.username}",
        project=ctx.titles.get(event.plan.project, ""),
        attribution=attribution(ctx, event),
        organisation=ctx.house.organisation,
        t=ctx.t,
    )
    return poster_screen(event, session, code, file, ctx.t, ctx.now)


async def _meant(ctx: Context, code: str) -> tuple[Event, int]:
    """The event of ``CODE``, or the session of ``CODE/2``; 0 is the session that is on."""
    name, slash, number = code.partition("/")
    event = await event_codes.find(ctx.db, ctx.actor, name, STAFF)
    if not slash:
        return event, 0
    if not number.isdecimal() or not 1 <= int(number) <= len(event.sessions):
        raise SessionGone(event.id)
    return event, event.sessions[int(number) - 1].id
